"""The details of one criterion beside the tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.core.rubric import Criterion, Direction, Measure, MustHave
from vendorcompare.core.values import counts, value_points
from vendorcompare.document.edits import measuring
from vendorcompare.document.edits import rubric as edits
from vendorcompare.gui.criterion_words import unit_of
from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.fields.typed import hear_text, show_text
from vendorcompare.gui.forms.ui_criterion_panel import Ui_CriterionPanel
from vendorcompare.gui.pages.detail_panel import chain, tell
from vendorcompare.gui.pages.rubric.rubric_panel import RubricPanel, changed_fields
from vendorcompare.gui.pages.rubric.rubric_words import (
    MEASURES,
    directions_of,
    missing_words,
    number_of,
    typed_number,
    wrong_limits,
)
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _


class CriterionPanel(RubricPanel[Criterion]):
    """Edit what a criterion says of itself.

    Signals:
        cleared(int): so many scores did not fit another measure or scale and were cleared.
    """

    cleared = Signal(int)
    form: Ui_CriterionPanel

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, Ui_CriterionPanel(), ("name", "hint", "unit"), parent)
        self._limits = (self.form.at_least, self.form.at_most)
        self._connect()
        self.retranslate()

    def show_criterion(self, criterion: Criterion, place: str, share: float) -> None:
        """Show a criterion; of the one shown already, only what the document changed."""
        before = self.turn_to(criterion)
        with self.bound.filling():
            changed = changed_fields(before, criterion)
            self.show_part(criterion, changed, place, share)
            self._fill(criterion, changed)
            self._show_worth(criterion, is_other=before is None)
            self._arrange(criterion)

    def known(self, shown: Criterion) -> bool:
        return shown.key in self.workspace.assessment.rubric.position

    def completed(self, shown: Criterion, wanted: Criterion) -> Criterion:
        form = self.form
        return replace(
            wanted,
            anchors=form.anchors.model.anchors(),
            levels=form.levels.levels(),
            must_have=self._must_have(shown),
            evidence=form.evidence.codes(),
        )

    def write(self, wanted: Criterion) -> None:
        self.bound.attempt(edits.describe_criterion, wanted)

    def set_two(self, two: bool) -> None:
        self.form.levels.set_two(two)
        super().set_two(two)

    def retranslate(self) -> None:
        """Give the panel its words."""
        form = self.form
        form.retranslateUi(self.inner)
        _fill_choice(form.measure, MEASURES.values())
        self._name_directions()
        form.anchors.retranslate()
        form.levels.retranslate()
        form.evidence.retranslate()
        self.name_texts()

    def _name_directions(self) -> None:
        measure = list(MEASURES)[max(0, self.form.measure.currentIndex())]
        _fill_choice(self.form.direction, directions_of(measure).values())

    def name_texts(self) -> None:
        self.name_text("name", _("Name"))
        self.name_text("hint", _("What to look at"))
        self.name_text("unit", _("Unit"))

    # showing

    def _fill(self, criterion: Criterion, changed: set[str]) -> None:
        form, locked = self.form, self.locked()
        if "scale" in changed:
            show_text(form.low, typed_number(criterion.scale[0]))
            show_text(form.high, typed_number(criterion.scale[1]))
            tell(form.scale_problem, "", form.low)
        if changed & {"must_have", "measure"}:
            must = criterion.must_have
            show_checked(form.must, must is not None)
            show_text(form.at_least, typed_number(must.at_least if must else None))
            show_text(form.at_most, typed_number(must.at_most if must else None))
            tell(form.must_problem, "", form.must)
        form.measure.setCurrentIndex(list(MEASURES).index(criterion.measure))
        self._name_directions()
        form.direction.setCurrentIndex(list(Direction).index(criterion.direction))
        form.evidence.show_codes(criterion.evidence, enabled=not locked)
        for line in (form.low, form.high, *self._limits):
            line.setReadOnly(locked)
        for choice in (form.measure, form.direction, form.must):
            choice.setEnabled(not locked)

    def _show_worth(self, criterion: Criterion, *, is_other: bool) -> None:
        form = self.form
        form.anchors.model.locked = self.locked()
        is_figure = criterion.measure in measuring.FIGURES
        unit = unit_of(criterion) if is_figure else ""
        form.anchors.show_anchors(criterion.anchors, unit, is_other=is_other)
        form.levels.show_levels(criterion)
        form.levels.set_read_only(self.locked())
        try:
            points = value_points(criterion)
        except UserError:
            points = ()
        form.curve.show_points(points if is_figure or criterion.anchors else (), unit)
        tell(form.missing, missing_words(criterion))

    def _arrange(self, criterion: Criterion) -> None:
        """Show the fields that make sense for the measure."""
        form, measure = self.form, criterion.measure
        is_figure = measure in measuring.FIGURES
        is_rating = measure is Measure.RATING
        is_named = is_figure and measure is not Measure.PERCENTAGE
        _show(is_named, form.unit_label, form.unit)
        _show(is_rating, form.scale_label, form.low, form.scale_to, form.high, form.levels)
        form.direction.setVisible(counts(criterion) and not criterion.anchors)
        form.anchors.setVisible(is_figure or bool(criterion.anchors))
        _show(measure is not Measure.BOOLEAN, form.worth_line, form.worth_title)
        can_decide = measure is not Measure.TEXT or criterion.must_have is not None
        _show(can_decide, form.must_line, form.must)
        has_limits = form.must.isChecked() and (is_figure or is_rating)
        limits = (form.at_least_label, form.at_least, form.at_most_label, form.at_most)
        _show(has_limits, *limits)
        self._chain()

    def _chain(self) -> None:
        """Have Tab go down the panel, also through levels that were made just now."""
        form = self.form
        about = (form.two_languages, form.name, form.hint, form.weight, form.measure)
        scale = (form.direction, form.low, form.high, form.unit)
        worth = (form.anchors.view, *form.levels.fields())
        rest = (form.must, *self._limits, *form.evidence.stops())
        chain(*about, *scale, *worth, *rest)

    # editing

    def _connect(self) -> None:
        form = self.form
        for line in self._limits:
            line.textEdited.connect(self.pause.start)
            line.editingFinished.connect(self.commit)
            hear_text(line, self.pause.start)
        form.levels.edited.connect(self.pause.start)
        form.levels.finished.connect(self.commit)
        form.anchors.edited.connect(self.commit)
        form.evidence.edited.connect(self.commit)
        form.must.toggled.connect(self._on_must)
        form.measure.activated.connect(self._on_measure)
        form.direction.activated.connect(self._on_direction)
        for line in (form.low, form.high):  # not while typing: 1 on the way to 10 is no scale
            line.editingFinished.connect(self._on_scale)
            hear_text(line, self._on_scale)

    def _must_have(self, shown: Criterion) -> MustHave | None:
        """Return the must-have as it is typed; one without a limit is not complete yet."""
        form = self.form
        if not form.must.isChecked():
            tell(form.must_problem, "", form.must)
            return None
        if shown.measure in (Measure.BOOLEAN, Measure.TEXT):
            return shown.must_have or MustHave()
        old = shown.must_have or MustHave()
        low, high = old.at_least, old.at_most
        try:
            if form.at_least.isModified():
                low = number_of(form.at_least.text())
            if form.at_most.isModified():
                high = number_of(form.at_most.text())
            problem = wrong_limits(low, high)
        except UserError as error:
            problem = error.sentences
        tell(form.must_problem, problem, form.must)
        return shown.must_have if problem else MustHave(low, high)

    def _on_must(self) -> None:
        if self._shown is not None:
            self._arrange(self._shown)
            self.commit()
            if self.form.must.isChecked() and self.form.at_least.isVisible():
                self.form.at_least.setFocus()

    def _on_measure(self, place: int) -> None:
        self.commit()
        if self._shown is not None:
            wanted = measuring.with_measure(self._shown, list(MEASURES)[place])
            self._measure_anew(wanted)

    def _on_direction(self, place: int) -> None:
        self.commit()
        if self._shown is not None and not self.locked():
            wanted = replace(self._shown, direction=list(Direction)[place])
            self.bound.attempt(edits.describe_criterion, wanted)

    def _on_scale(self) -> None:
        shown, form = self._shown, self.form
        is_typed = form.low.isModified() or form.high.isModified()
        if shown is None or self.locked() or not is_typed:
            return
        try:
            low, high = number_of(form.low.text()), number_of(form.high.text())
        except UserError as error:
            tell(form.scale_problem, error.sentences, form.low)
            return
        if low is None or high is None or not low < high:
            tell(form.scale_problem, _("Give the lowest level first, then a higher one."), form.low)
            return
        tell(form.scale_problem, "", form.low)
        if (low, high) != shown.scale:
            self.commit()
            self._measure_anew(replace(self._shown or shown, scale=(low, high)))

    def _measure_anew(self, wanted: Criterion) -> None:
        if wanted == self._shown or self.locked():
            return
        cleared = self.bound.attempt(measuring.measure_anew, wanted)
        if cleared:
            self.cleared.emit(cleared)


def _fill_choice(choice: QComboBox, messages: Iterable[str]) -> None:
    chosen = max(0, choice.currentIndex())
    choice.clear()
    choice.addItems([_(message) for message in messages])
    choice.setCurrentIndex(chosen)


def _show(is_shown: bool, *parts: QWidget) -> None:
    for part in parts:
        part.setVisible(is_shown)
