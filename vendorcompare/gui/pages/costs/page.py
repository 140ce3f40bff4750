"""What each vendor will really cost: the answer, the fees it rests on, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from vendorcompare.core.fee_problems import fee_problems
from vendorcompare.core.parts import Part
from vendorcompare.gui.forms.ui_costs_page import Ui_CostsPage
from vendorcompare.gui.look.empty_state import EmptyState
from vendorcompare.gui.look.tab_stops import leave_focus_to_bar
from vendorcompare.gui.pages.costs.cost_words import assumptions
from vendorcompare.gui.pages.costs.grids import CostGrids
from vendorcompare.gui.pages.costs.results import CostResults
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_

if TYPE_CHECKING:
    from vendorcompare.document.document import Changes, Document

_PARTS: Final = frozenset({Part.PROJECT, Part.VENDORS, Part.COSTS})
_QUESTION: Final = N_("What will each vendor really cost?")
_NO_VENDORS: Final = (
    _QUESTION,
    N_("Add the vendors first; then enter what each of them charges."),
    N_("Go to the vendors"),
)
_NO_FEES: Final = (
    _QUESTION,
    N_("Enter the fees of each quotation; they become one comparable total over the years."),
    N_("Enter the first fee"),
)


class CostsPage(Page):
    """Answer what each vendor will really cost."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._form = Ui_CostsPage()
        self._form.setupUi(self)
        leave_focus_to_bar(self._form.tabs)
        self._begun: Document | None = None  # in which the user went on without any fee
        self._results = CostResults(self._form, workspace, self)
        self._grids = CostGrids(self._form, self)
        self._empty = EmptyState("costs", *_NO_VENDORS)
        self._empty.action_requested.connect(self._on_begin)
        self._form.stack.addWidget(self._empty)
        self._form.change.clicked.connect(self._on_change)
        self._form.bars.vendor_opened.connect(self._on_vendor_opened)

    def forget_document(self) -> None:
        self._begun = None
        self._grids.forget()

    def show_document(self) -> None:
        given = self.workspace.assessment
        begun = bool(given.cost_lines) or self._begun is self.bound.document
        is_empty = not given.vendors or not begun
        self._form.stack.setCurrentWidget(self._empty if is_empty else self._form.content)
        self._empty.set_messages(*(_NO_FEES if given.vendors else _NO_VENDORS))
        self._form.assumed.setText(assumptions(given))
        self._grids.show_costs(fee_problems(given))

    def show_changes(self, changes: Changes) -> None:
        if changes.parts & _PARTS:
            self.show_document()

    def show_figures(self) -> None:
        if self.workspace.assessment.vendors:
            self._results.show()

    def retranslate(self) -> None:
        self._form.retranslateUi(self)
        self._grids.retranslate()

    def finish_editing(self) -> None:
        self._grids.finish_editing()

    def _on_begin(self) -> None:
        if not self.workspace.assessment.vendors:
            self.workspace.page_wanted.emit("vendors")
            return
        self._begun = self.bound.document
        self.show_document()
        self.show_figures()
        self._form.tabs.setCurrentWidget(self._form.fees_tab)
        self._grids.add_fee()

    def _on_change(self) -> None:
        self.workspace.page_wanted.emit("overview")

    def _on_vendor_opened(self, key: str) -> None:
        self._form.tabs.setCurrentWidget(self._form.fees_tab)
        self._grids.show_fees_of(key)
        self._form.fees.setFocus()
