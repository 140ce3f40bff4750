"""The scores: a grid of criteria and vendors that is used like a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.core.parts import Part
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.scores import Evidence, Score, State
from vendorcompare.document.reader.scores import typed_score
from vendorcompare.gui.forms.ui_scores_page import Ui_ScoresPage
from vendorcompare.gui.grid.outcome import BlockOutcome, outcome_words
from vendorcompare.gui.look import icons, theme
from vendorcompare.gui.look.empty_state import EmptyState
from vendorcompare.gui.notices.notice_bar import NoticeAction
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.pages.scores.commands import ScoreCommands
from vendorcompare.gui.pages.scores.criterion_header import CriterionHeader, VendorHeader
from vendorcompare.gui.pages.scores.evaluator_words import evaluator_name
from vendorcompare.gui.pages.scores.score_editing import ScoreEditing, read_only
from vendorcompare.gui.pages.scores.score_looks import Voice, Who
from vendorcompare.gui.pages.scores.score_model import ScoreModel
from vendorcompare.gui.pages.scores.score_rows import Show
from vendorcompare.gui.workspace import LastStep, Workspace
from vendorcompare.i18n import N_, _

if TYPE_CHECKING:
    from vendorcompare.core.assessment import Evaluator
    from vendorcompare.document.document import Changes

_MANY: Final = 400  # changed cells, from which asking for whole rows is quicker
_SHOWS: Final = (
    (Show.ALL, N_("All criteria")),
    (Show.OPEN, N_("Not scored yet")),
    (Show.MUST_HAVES, N_("Must-haves")),
)
_GRADES: Final = {
    Evidence.CLAIMED: "claimed",
    Evidence.DOCUMENTED: "documented",
    Evidence.TESTED: "tested",
}
_SECONDS: Final = 12
_NARROW: Final = 104
_WIDE: Final = 232
_BESIDE_NAMES: Final = 130  # a score at both sides of a name, and the marks
_QUESTION: Final = N_("How does each vendor score?")
_NO_VENDORS: Final = (
    _QUESTION,
    N_("Every vendor gets a column here, every criterion a row. Begin with the vendors."),
    N_("Add vendors"),
)
_NO_CRITERIA: Final = (
    _QUESTION,
    N_("There is nothing to score yet. Begin with the criteria that matter to you."),
    N_("Choose criteria"),
)


class ScoresPage(Page):
    """Answer who was given what, and take it in."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._form = Ui_ScoresPage()
        self._form.setupUi(self)
        self.grid = self._form.grid
        self.panel = self._form.panel
        self.model = ScoreModel(self)
        self._editing = ScoreEditing(self.bound, self.model)
        self._place = ("", "")
        self._empty = EmptyState("scores", *_NO_VENDORS)
        self._form.stack.addWidget(self._empty)
        self._heads, self._names = CriterionHeader(self.grid), VendorHeader(self.grid)
        self._form.notice.float_over(self._form.filled)
        self._set_up_grid()
        self.commands = ScoreCommands(workspace, self.model, self._editing, self.grid)
        self._form.cells.setMenu(self.commands.menu)
        self._searching = self.later(self._choose_rows, 150)
        self._pending = self.later(self._fit)
        self._moving = self.later(self._show_cell)  # one look at many moves
        self._connect()
        self.retranslate()

    # what a page does

    def forget_document(self) -> None:
        self._place = ("", "")
        self.panel.forget()
        self._form.chooser.forget()
        self._form.notice.dismiss()
        with QSignalBlocker(self._form.search):  # what one looked for there means nothing here
            self._form.search.clear()
        self._form.refusals.show_refusals((), "")

    def show_document(self) -> None:
        self.grid.finish_editing()
        self.panel.keep_note()
        assessment = self.workspace.assessment
        document = self.workspace.document
        self.model.locked = bool(document is not None and document.read_only)
        is_empty = not assessment.vendors or not assessment.rubric.criteria
        if is_empty:
            reason = _NO_CRITERIA if assessment.vendors else _NO_VENDORS
            self._empty.set_messages(*reason)
        self._form.stack.setCurrentWidget(self._empty if is_empty else self._form.filled)
        self._form.chooser.show_voices(assessment)
        self._show_scores()

    def show_changes(self, changes: Changes) -> None:
        chooser = self._form.chooser
        if changes.parts != {Part.SCORES} or chooser.is_outdated(self.workspace.assessment):
            self.show_document()
            return
        places = {(str(row.key[-2]), str(row.key[-1])) for row in changes.rows}
        assessment = self.workspace.assessment
        self.model.refresh(assessment, places, bulk=len(places) > _MANY)
        self._form.notice.recheck()
        self._show_progress()
        self._moving.start()

    def show_figures(self) -> None:
        self.model.set_evaluation(self._evaluation())

    def finish_editing(self) -> None:
        self.grid.finish_editing()
        self.panel.keep_note()

    def beginning(self) -> QWidget:
        return self.grid

    def retranslate(self) -> None:
        self._form.retranslateUi(self)
        chosen = max(0, self._form.rows.currentIndex())
        self._form.rows.blockSignals(True)
        self._form.rows.clear()
        for _show, words in _SHOWS:
            self._form.rows.addItem(_(words))
        self._form.rows.setCurrentIndex(chosen)
        self._form.rows.blockSignals(False)
        self._form.chooser.retranslate()
        self.panel.retranslate()
        self.commands.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pending.start()

    # setting up

    def _set_up_grid(self) -> None:
        self.grid.setVerticalHeader(self._heads)
        self.grid.setHorizontalHeader(self._names)
        self.grid.setModel(self.model)
        self.grid.set_writer(self._editing.type_into)
        self.model.write = self._editing.try_to_type
        across = self.grid.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setMinimumSectionSize(56)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._form.splitter.setStretchFactor(0, 1)
        self._form.splitter.setStretchFactor(1, 0)
        self._form.splitter.setSizes([800, 328])
        for button, icon in ((self._form.cells, "more"), (self._form.details, "unfold")):
            button.setIcon(icons.icon(icon))
            button.setIconSize(QSize(icons.SIZE, icons.SIZE))

    def _connect(self) -> None:
        form = self._form
        form.chooser.follow(self.workspace, self.bound)
        self.panel.follow(self.workspace)
        form.chooser.chosen.connect(self.show_voice)
        form.rows.currentIndexChanged.connect(self._choose_rows)
        form.search.textChanged.connect(self._searching.start)
        form.details.toggled.connect(self.panel.setVisible)
        form.details.toggled.connect(self._pending.start)
        form.details.toggled.connect(self._moving.start)
        form.splitter.splitterMoved.connect(self._pending.start)
        self.grid.moved.connect(self._on_moved)
        self.grid.locked.connect(self._on_locked)
        self.grid.customContextMenuRequested.connect(
            lambda place: self.commands.menu.popup(self.grid.viewport().mapToGlobal(place))
        )
        self.commands.told.connect(self._tell)
        form.refusals.chosen.connect(self.commands.go_to)
        self.commands.succeeded.connect(form.notice.dismiss)
        self.commands.note_wanted.connect(self._on_note_wanted)
        self.panel.level_chosen.connect(self._on_level)
        self.panel.grade_chosen.connect(lambda grade: self.commands.do(_GRADES[grade]))
        self.panel.excuse_wanted.connect(lambda: self.commands.do("excuse"))
        self.panel.note_typed.connect(self._editing.note)
        self._empty.action_requested.connect(self._on_begin)

    # showing

    def show_voice(self, voice: Voice) -> None:
        """Show somebody else's scores."""
        self.finish_editing()
        self._form.chooser.choose(voice)
        self._show_scores()

    def _show_scores(self) -> None:
        here, voice = self._place, self._form.chooser.voice
        self.model.show(self.workspace.assessment, voice, self._evaluation())
        self.commands.enable()
        self._show_progress()
        self._fit()
        self._return_to(here)

    def _choose_rows(self) -> None:
        self._searching.stop()
        self.grid.finish_editing()
        here = self._place
        show = _SHOWS[max(0, self._form.rows.currentIndex())][0]
        self.model.choose_rows(show, self._form.search.text())
        self._fit()
        self._return_to(here)

    def _return_to(self, here: tuple[str, str]) -> None:
        """Stand where one stood before the rows were made anew, or on the first cell."""
        index = self.model.index_of(*here)
        row = index.row() if index.isValid() else 1
        self.grid.go(row, max(0, index.column()))
        self._show_cell()

    def _fit(self) -> None:
        """Give rows, columns and heads their sizes for the room there is."""
        header = self._heads
        most = min(360, round(self.grid.width() * 0.36))
        header.setFixedWidth(max(200, min(header.needed_width(), most)))
        header.fit_rows()
        across = self._names
        columns = max(1, self.model.columnCount())
        room = self.grid.width() - header.width() - 16
        needed = _width_needed(self.model.voice, self.workspace.assessment.evaluators)
        width = min(max(needed, room // columns), max(needed, _WIDE))
        if across.defaultSectionSize() != width:
            across.setDefaultSectionSize(width)
        across.fit_height(width)
        self.grid.updateGeometries()

    def _show_progress(self) -> None:
        done, total = self.model.progress()
        words = _("{done} of {total} scored").format(done=done, total=total)
        self._form.progress_words.setText(words)
        self._form.progress.setRange(0, max(1, total))
        self._form.progress.setValue(done)

    def _show_cell(self) -> None:
        cell = self.model.cell(self.grid.currentIndex())
        self.panel.set_empty(cell is None)
        if cell is not None and self.panel.isVisibleTo(self):
            self.panel.show_cell(self.workspace, cell, self.model.voice)

    def _on_moved(self) -> None:
        cell = self.model.cell(self.grid.currentIndex())
        if cell is not None:
            self._place = (cell.vendor, cell.criterion)
        self._moving.start()

    def _evaluation(self) -> Evaluation | None:
        try:
            return self.workspace.evaluation()
        except UserError:
            return None

    # acting

    def _on_level(self, level: float) -> None:
        index = self.grid.currentIndex()
        criterion = self.model.criterion(index.row())
        if criterion is not None:
            self._editing.try_to_type(index, typed_score(criterion, Score(level, State.SCORED)))

    def _on_note_wanted(self) -> None:
        self._form.details.setChecked(True)
        self.panel.write_note()

    def _on_locked(self) -> None:
        document = self.workspace.document
        if document is not None and document.read_only:
            self.workspace.refused.emit(UserError(document.read_only))
        elif self.model.voice.who is Who.ALL:
            self.workspace.refused.emit(read_only())

    def _tell(self, outcome: BlockOutcome) -> None:
        hint = _("These cells keep what they had.")
        self._form.refusals.show_refusals(outcome.bad, hint)
        words = outcome_words(outcome)
        if words:
            step = LastStep(self.workspace)
            undo = [NoticeAction(_("Undo"), step.undo, step.is_last)] if outcome.done else []
            self._form.notice.show_notice(words, undo, "warning", _SECONDS)

    def _on_begin(self) -> None:
        page = "rubric" if self.workspace.assessment.vendors else "vendors"
        self.workspace.page_wanted.emit(page)


def _width_needed(voice: Voice, people: Sequence[Evaluator]) -> int:
    """Return the width that a column needs; side by side, nobody's name is cut."""
    if voice.who is Who.ONE:
        return _NARROW
    if voice.who is Who.AGREED:
        return _WIDE
    metrics = QFontMetrics(theme.font("caption"))
    names = (metrics.horizontalAdvance(evaluator_name(person)) for person in people)
    return max(_WIDE, max(names, default=0) + _BESIDE_NAMES)
