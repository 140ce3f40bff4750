"""The comparison: who is ahead, why, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QTabWidget, QToolButton, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.core.findings import score_findings
from vendorcompare.core.parts import Part
from vendorcompare.document.edits import rubric as edits
from vendorcompare.gui.forms.ui_compare_page import Ui_ComparePage
from vendorcompare.gui.look import icons
from vendorcompare.gui.look.empty_state import EmptyState
from vendorcompare.gui.look.fact_list import FactList, facts
from vendorcompare.gui.look.tab_stops import leave_focus_to_bar
from vendorcompare.gui.pages.compare.arrangement import Arrangement
from vendorcompare.gui.pages.compare.comparison import (
    dimension_names,
    missing_step,
    ranking_rows,
    trial_sentence,
)
from vendorcompare.gui.pages.compare.weight_sliders import WeightSliders
from vendorcompare.gui.pages.compare.why import Why
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_, _, language, shown

if TYPE_CHECKING:
    from vendorcompare.core.ranking import Evaluation
    from vendorcompare.document.document import Changes
    from vendorcompare.gui.pages.compare.heat_pane import HeatPane
    from vendorcompare.gui.pages.compare.numbers_pane import NumbersPane
    from vendorcompare.gui.pages.compare.radar_pane import RadarPane

_QUESTION: Final = N_("Who is ahead, why, and how sure is that?")
_EMPTY: Final = {  # the page where the next step is done → sentence, button
    "rubric": (N_("Choose what is to be compared, then score it."), N_("Go to the rubric")),
    "vendors": (N_("Add the vendors that are to be compared."), N_("Go to the vendors")),
    "scores": (
        N_("Score the vendors; the ranking appears with the first score."),
        N_("Go to the scores"),
    ),
}
_DESCRIBE_AFTER: Final = 200  # milliseconds; words for readers need not follow every step


class ComparePage(Page):
    """Rank the vendors, show where the points come from, and let other weights be tried."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._vendor = ""
        self._shown: Evaluation | None = None
        self._remedy = ""
        self._form = Ui_ComparePage()
        self._form.setupUi(self)
        self._why = Why(self._form.why_title, self._form.why_text, self._form.why)
        self._empty = EmptyState("compare", _QUESTION, "")
        self._problem = EmptyState("warning", "", "", N_("Go to the rubric"))
        self._reservations = FactList()
        self._form.down.insertWidget(1, self._reservations)
        self._weights_button = QToolButton()
        self._arrangement = Arrangement(self, self._form, self._weights_button)
        self._describing = self.later(self._describe, _DESCRIBE_AFTER)
        self._prepare()
        self._connect()
        self.retranslate()

    def tabs(self) -> QTabWidget:
        """Return the charts and the numbers."""
        return self._form.tabs

    def sliders(self) -> WeightSliders:
        """Return the sliders of the weights on trial."""
        return self._form.weights.sliders

    def forget_document(self) -> None:
        self._vendor = ""
        self._shown = None
        self._form.weights.forget()
        self._form.radar.forget_choice()

    def show_document(self) -> None:
        if self.workspace.document is not None:
            self._form.weights.show_rubric(self.workspace.assessment.rubric)
        self.show_figures()

    def show_changes(self, changes: Changes) -> None:
        """Follow a change of the rubric at once; the figures come with `show_figures`."""
        if Part.RUBRIC in changes.parts:
            self._form.weights.show_rubric(self.workspace.assessment.rubric)

    def show_figures(self) -> None:
        """Show what the assessment says, under the weights on trial if there are any."""
        if self.workspace.document is None:
            return
        try:
            evaluation = self._evaluate()
        except UserError as error:
            self._show_problem(error)
            return
        missing = missing_step(evaluation)
        if missing:
            self._show_empty(missing)
            return
        self._form.stack.setCurrentWidget(self._form.content)
        dimensions = dimension_names(evaluation)
        if dimensions != list(self._form.ranking.ranking().dimensions()):
            self._form.ranking.set_dimensions(dimensions)
        self._show(evaluation)

    def retranslate(self) -> None:
        form = self._form
        form.retranslateUi(self)
        form.ranking.setAccessibleName(_("Ranking"))
        form.tabs.setAccessibleName(_("Charts and numbers"))
        self._weights_button.setText(_("&Weights"))
        self._weights_button.setToolTip(_("Try other weights"))
        for part in (form.radar, form.heat, form.numbers, form.weights, form.why):
            part.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_symbol()

    def _prepare(self) -> None:
        """Do what a form cannot say."""
        form, button = self._form, self._weights_button
        looks = {form.headline: "title", form.why_title: "heading", form.why_text: "caption"}
        for label, look in looks.items():
            label.set_look(look)
        form.stack.addWidget(self._empty)
        form.stack.addWidget(self._problem)
        form.notice_bar.hide()
        self._draw_symbol()
        button.setCheckable(True)
        button.setIcon(icons.icon("weights"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        form.tabs.setCornerWidget(button, Qt.Corner.TopRightCorner)
        leave_focus_to_bar(form.tabs)
        QWidget.setTabOrder(form.tabs.tabBar(), button)

    def _connect(self) -> None:
        form = self._form
        form.ranking.vendor_chosen.connect(self._choose)
        form.heat.vendor_chosen.connect(self._choose)
        form.numbers.vendor_chosen.connect(self._choose)
        form.tabs.currentChanged.connect(self._on_tab_changed)
        form.weights.tried.connect(self.show_figures)
        form.keep_button.clicked.connect(self._keep)
        form.reset_button.clicked.connect(form.weights.reset)
        self._empty.action_requested.connect(self._on_remedy)
        self._problem.action_requested.connect(self._on_remedy)

    def _evaluate(self) -> Evaluation:
        """Return the ranking; a step of a slider is one product of a matrix."""
        tried = self._form.weights.overrides()
        return self.workspace.prepared().evaluate(tried) if tried else self.workspace.evaluation()

    def _show(self, evaluation: Evaluation) -> None:
        """Bring everything that can be seen up to date."""
        self._shown = evaluation
        form = self._form
        if self._vendor not in evaluation.prepared.assessment.vendor_position:
            self._vendor = ""
        sentence = shown(evaluation.verdict.sentence(language()))
        if sentence != form.headline.text():
            form.headline.set_text(sentence)
            self._arrangement.fit_headline()
        self._reservations.set_facts(facts(score_findings(evaluation)))
        count = form.ranking.model().rowCount()
        form.ranking.set_rows(ranking_rows(evaluation))
        if count != form.ranking.model().rowCount():
            self._arrangement.share_height()
        self._show_trial(evaluation)
        self._why.show_evaluation(evaluation, self._vendor)
        self._pane().show_evaluation(evaluation, self._vendor)
        self._describing.start()

    def _describe(self) -> None:
        """Say in words what the charts show."""
        form = self._form
        form.ranking.setAccessibleDescription(form.headline.text())
        form.why.setAccessibleDescription(f"{form.why_text.text()}\n{form.why.summary()}")
        self._pane().describe()

    def _pane(self) -> RadarPane | HeatPane | NumbersPane:
        """Return the chart on the screen; the others catch up when they are shown."""
        form = self._form
        return (form.radar, form.heat, form.numbers)[form.tabs.currentIndex()]

    def _show_trial(self, evaluation: Evaluation) -> None:
        form, tried = self._form, self._form.weights.overrides()
        form.notice_bar.setVisible(bool(tried))
        if tried:
            form.trial_text.set_text(trial_sentence(evaluation, self.workspace.evaluation(), tried))
        document = self.workspace.document
        form.keep_button.setEnabled(document is not None and not document.read_only)

    def _show_empty(self, step: str) -> None:
        self._remedy = step
        self._shown = None
        self._empty.set_messages(_QUESTION, *_EMPTY[step])
        self._form.stack.setCurrentWidget(self._empty)

    def _show_problem(self, error: UserError) -> None:
        """Say which criterion stands in the way; it is repaired in the rubric."""
        self._remedy = "rubric"
        self._shown = None
        self._problem.set_messages(error.message, error.hint, N_("Go to the rubric"))
        self._form.stack.setCurrentWidget(self._problem)

    def _choose(self, vendor: str) -> None:
        """Bring a vendor forward everywhere."""
        if vendor == self._vendor or self._shown is None:
            return
        self._vendor = vendor
        self._form.ranking.set_vendor(vendor)
        self._why.show_evaluation(self._shown, vendor)
        self._pane().set_vendor(vendor)

    def _keep(self) -> None:
        """Make the weights on trial those of the rubric, as one step that can be undone."""
        tried = self._form.weights.overrides()
        self.bound.attempt(edits.set_weights, tried)

    def _on_tab_changed(self) -> None:
        if self._shown is not None:
            self._pane().show_evaluation(self._shown, self._vendor)
            self._describing.start()

    def _on_remedy(self) -> None:
        self.workspace.page_wanted.emit(self._remedy)

    def _draw_symbol(self) -> None:
        ratio = self.devicePixelRatioF()
        self._form.trial_symbol.setPixmap(icons.pixmap("warning", "warning", icons.SIZE, ratio))
