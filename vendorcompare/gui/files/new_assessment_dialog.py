"""The way to a new assessment: a template, the facts, the vendors."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidgetItem, QWidget

from vendorcompare.core import formats
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Template, Tier
from vendorcompare.document.reader.currencies import currency_of
from vendorcompare.document.reader.prices import amount_of
from vendorcompare.gui.files.creation import Wishes, without_repeats
from vendorcompare.gui.forms.ui_new_assessment import Ui_NewAssessment
from vendorcompare.gui.look.said import said
from vendorcompare.gui.preferences import Preferences
from vendorcompare.i18n import N_, _, language, ngettext
from vendorcompare.storage.library.templates import templates

_HEADINGS: Final = (
    N_("What is being compared?"),
    N_("Who is choosing, and for how long?"),
    N_("Which vendors?"),
)
_TIERS: Final = {
    Tier.QUICK: N_("Quick: {count} criteria that a buyer can observe"),
    Tier.STANDARD: N_("Standard: {count} criteria"),
    Tier.FULL: N_("Full: all {count} criteria"),
}


class NewAssessmentDialog(QDialog):
    """Ask three things; everything can be changed later."""

    def __init__(
        self, template: str, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        """Begin with a template marked, and at the second step if one was chosen already."""
        super().__init__(parent)
        self._templates = templates()
        self._paper = preferences.paper
        self._budget: Decimal | None = None
        self._currency = "CNY"
        self._form = Ui_NewAssessment()
        self._form.setupUi(self)
        form = self._form
        self._tiers = {Tier.QUICK: form.quick, Tier.STANDARD: form.standard, Tier.FULL: form.full}
        form.quick.setChecked(True)
        for problem in self._problems().values():
            problem.hide()
        form.horizon_problem.hide()
        form.currency.setText(formats.currency_name(self._currency, language()))
        self._fill_templates(template)
        form.templates.currentRowChanged.connect(self._show_template)
        form.templates.itemDoubleClicked.connect(self._on_activated)
        for button in self._tiers.values():
            button.toggled.connect(self._show_template)
        form.vendors.textChanged.connect(self._show_count)
        form.back.clicked.connect(self._on_back)
        form.next.clicked.connect(self._on_next)
        self._show_template()
        self._show_count()
        self._go(0)

    def wishes(self) -> Wishes:
        """Return the answers."""
        form = self._form
        return Wishes(
            template=self._template().id,
            tier=self._tier(),
            language=language(),
            title=form.assessment_title.text().strip(),
            buyer=form.buyer.text().strip(),
            currency=self._currency,
            horizon_months=form.horizon.value(),
            budget_monthly=self._budget,
            buyer_recovers_vat=form.vat.isChecked(),
            vendors=self._names(),
            paper=self._paper,
        )

    def _fill_templates(self, chosen: str) -> None:
        for template in self._templates:
            self._form.templates.addItem(QListWidgetItem(said(template.title)))
        rows = [template.id for template in self._templates]
        self._form.templates.setCurrentRow(rows.index(chosen) if chosen in rows else 0)

    def _template(self) -> Template:
        return self._templates[max(self._form.templates.currentRow(), 0)]

    def _tier(self) -> Tier:
        return next(tier for tier, button in self._tiers.items() if button.isChecked())

    def _show_template(self, _changed: object = None) -> None:
        """Say what the marked template brings, live."""
        template = self._template()
        self._form.summary.setText(said(template.summary))
        for tier, button in self._tiers.items():
            words = _(_TIERS[tier]).format(count=len(template.at(tier).criteria))
            button.setText(words)
            button.setAccessibleName(words)
        dimensions = template.at(self._tier()).dimensions
        names = _(", ").join(said(dimension.name) for dimension in dimensions)
        words = ngettext(
            "{count} dimension: {names}", "{count} dimensions: {names}", len(dimensions)
        )
        self._form.dimensions.setText(words.format(count=len(dimensions), names=names))
        self._form.assessment_title.setPlaceholderText(said(template.title))

    def _names(self) -> tuple[str, ...]:
        names = without_repeats(self._form.vendors.toPlainText().splitlines())
        if len(names) < 2:
            return names
        from vendorcompare.document.pasting.vendors import without_head

        return tuple(without_head(names))

    def _show_count(self) -> None:
        count = len(self._names())
        words = ngettext("{count} vendor", "{count} vendors", count).format(count=count)
        few = _("A comparison needs at least two.") if count < 2 else ""
        self._form.vendors_count.setText(_(" · ").join(filter(None, (words, few))))

    def _go(self, step: int) -> None:
        form = self._form
        last = form.steps.count() - 1
        form.steps.setCurrentIndex(step)
        form.step.setText(_("Step {step} of {last}").format(step=step + 1, last=last + 1))
        form.heading.setText(_(_HEADINGS[step]))
        form.back.setVisible(step > 0)
        form.next.setText(_("&Create") if step == last else _("Ne&xt"))
        form.next.setAccessibleName(form.next.text().replace("&", ""))
        (form.templates, form.buyer, form.vendors)[step].setFocus()

    def _on_back(self) -> None:
        self._go(self._form.steps.currentIndex() - 1)

    def _on_activated(self) -> None:
        self._on_next()

    def _on_next(self) -> None:
        step = self._form.steps.currentIndex()
        if step == 1 and not self._facts_are_right():
            return
        if step == self._form.steps.count() - 1:
            self.accept()
        else:
            self._go(step + 1)

    def _facts_are_right(self) -> bool:
        """Read the facts; what is wrong is said beside its field, which gets the focus."""
        form = self._form
        wrong: list[QLineEdit] = []
        try:
            self._currency = currency_of(form.currency.text())
            self._say(form.currency, "")
        except InputError as error:
            self._say(form.currency, error.sentences)
            wrong.append(form.currency)
        try:
            self._budget = amount_of(form.budget.text())
            self._say(form.budget, "")
        except InputError as error:
            self._say(form.budget, error.sentences)
            wrong.append(form.budget)
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def _say(self, line: QLineEdit, problem: str) -> None:
        label = self._problems()[line]
        label.setText(problem)
        label.setVisible(bool(problem))
        line.setAccessibleDescription(problem)

    def _problems(self) -> dict[QLineEdit, QLabel]:
        form = self._form
        return {
            form.buyer: form.buyer_problem,
            form.assessment_title: form.assessment_title_problem,
            form.currency: form.currency_problem,
            form.budget: form.budget_problem,
        }
