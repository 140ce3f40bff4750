"""The answer of the Costs page: bars, figures and what is to be known about them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QFontMetrics

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.core.break_even import break_even
from vendorcompare.core.cost_answer import CostAnswer, cost_answer
from vendorcompare.core.costs import CostReport
from vendorcompare.core.crossings import crossings
from vendorcompare.core.errors import UserError
from vendorcompare.core.ranking import Prepared
from vendorcompare.gui.forms.ui_costs_page import Ui_CostsPage
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.padded_cell import PaddedCells
from vendorcompare.gui.look.tab_stops import enter_at_chosen
from vendorcompare.gui.pages.costs import cost_words
from vendorcompare.gui.pages.costs.cost_model import CostModel
from vendorcompare.gui.pages.costs.cost_rows import CostRow, cost_rows
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import language, shown

_CROSSINGS_SHOWN: Final = 8
_PADDING: Final = 2 * theme.SPACE - 2
_SYMBOL: Final = 16 + 6  # before a remark, with the air behind it
#: With more vendors than this, crossings are told of the chosen vendor only.
_FEW: Final = 5


class CostResults(QObject):
    """Fill the first tab, and keep bars, figures and sentences on the same vendor."""

    def __init__(self, form: Ui_CostsPage, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._workspace = workspace
        self._scenario = Scenario.LIKELY
        self._model = CostModel(self)
        self._rows: list[CostRow] = []
        self._answer: CostAnswer | None = None
        self._stale = False
        form.figures.setModel(self._model)
        self._buttons = {
            Scenario.LOW: form.low, Scenario.LIKELY: form.likely, Scenario.HIGH: form.high
        }  # fmt: skip
        for button in self._buttons.values():
            button.toggled.connect(self._on_scenario)
        enter_at_chosen(self._buttons.values())
        form.tabs.currentChanged.connect(self._catch_up)
        form.bars.vendor_chosen.connect(self._on_bar_chosen)
        form.figures.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        form.figures.setItemDelegate(PaddedCells(form.figures))
        form.figures.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)
        form.figures.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        form.down.setSizes([240, 220])
        form.across.setSizes([640, 400])

    def show(self) -> None:
        """Show the costs of the open document; what is not known of a fee is outside of them."""
        given = self._workspace.assessment
        computed, error = self._computed()
        if computed is None:
            self._form.headline.setText(error)
            self._rows, self._answer = [], None
        else:
            prepared, report = computed
            rows = cost_rows(given, report, self._scenario)
            self._rows = [replace(row, worst=cost_words.worst(row, given)) for row in rows]
            self._answer = cost_answer(prepared, report, self._scenario)
            self._form.headline.setText(shown(self._answer.sentence(language())))
        self._form.headline.setAccessibleName(self._form.headline.text())
        self._stale = True
        self._catch_up()

    def _catch_up(self, _tab: int = 0) -> None:
        """Fill the tab, if anybody looks at it; while fees are typed only the headline follows."""
        if not self._stale or self._form.tabs.currentWidget() is not self._form.results_tab:
            return
        self._stale = False
        given = self._workspace.assessment
        self._form.bars.show_costs(self._rows, formats.currency(given.currency, language()))
        self._model.show(self._rows, given, self._scenario)
        self._set_widths()
        self._form.figures.set_row(self._model.row_of(self.vendor()))
        self._show_sentences()

    def vendor(self) -> str:
        """Return the key of the chosen vendor, or nothing."""
        return str(self._form.bars.vendor())

    def _set_widths(self) -> None:
        """Give figures and remarks the room that they need, and what is left to the remarks."""
        table, last = self._form.figures, self._model.columnCount() - 1
        metrics, head = QFontMetrics(theme.font(bold=True)), table.horizontalHeader()
        needed = []
        for column in range(last + 1):
            rows = range(self._model.rowCount())
            texts = [self._model.data(self._model.index(row, column)) for row in rows]
            words = max(map(metrics.horizontalAdvance, texts), default=0) + _PADDING
            needed.append(max(words, head.sectionSizeHint(column)))
        for column in range(last):
            table.setColumnWidth(column, needed[column])
        table.give_rest_to_last(needed[last] + _SYMBOL)

    def _computed(self) -> tuple[tuple[Prepared, CostReport] | None, str]:
        try:
            return (self._workspace.prepared(), self._workspace.costs()), ""
        except UserError as error:  # a weight, the horizon or the rate make no sense
            return None, error.sentences

    def _show_sentences(self) -> None:
        given, form = self._workspace.assessment, self._form
        answer = self._answer
        caution = [] if answer is None else cost_words.reservations(answer)
        form.caution.set_facts([(fact.kind, fact.words) for fact in caution])
        form.caution_title.setVisible(bool(caution))
        chosen = next((row for row in self._rows if row.key == self.vendor()), None)
        known = {fact.words for fact in caution}
        facts = cost_words.facts(chosen, given) if chosen is not None else []
        fresh = [(fact.kind, fact.words) for fact in facts if fact.words not in known]
        form.vendor_title.setText(chosen.name if chosen is not None else "")
        form.vendor_title.setVisible(bool(fresh))
        form.vendor_facts.set_facts(fresh)
        self._show_crossings(given, chosen)

    def _show_crossings(self, given: Assessment, chosen: CostRow | None) -> None:
        form, vendor = self._form, chosen.key if chosen is not None else ""
        said: list[str] = []
        if self._rows and (vendor or len(self._rows) <= _FEW):
            found = break_even(given, vendor)
            said = list(crossings(found, given, language()))[:_CROSSINGS_SHOWN]
        form.crossings.set_facts([("", shown(words)) for words in said])
        form.crossing_title.setVisible(bool(said))

    def _on_scenario(self, checked: bool) -> None:
        if checked:
            self._scenario = next(key for key, b in self._buttons.items() if b.isChecked())
            enter_at_chosen(self._buttons.values())
            self.show()

    def _on_bar_chosen(self, vendor: str) -> None:
        row = self._model.row_of(vendor)
        if row != self._form.figures.currentIndex().row():
            self._form.figures.set_row(row)
        self._show_sentences()

    def _on_row_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        vendor = self._model.vendor(current.row())
        if vendor and vendor != self.vendor():
            self._form.bars.set_vendor(vendor)
            self._show_sentences()
