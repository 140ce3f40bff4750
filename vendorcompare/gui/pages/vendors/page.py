"""The vendors: who is compared, and what is known of each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.core.parts import Part
from vendorcompare.document.edits import vendors as edits
from vendorcompare.gui.commands import Scope, actions, name_all
from vendorcompare.gui.forms.ui_vendors_page import Ui_VendorsPage
from vendorcompare.gui.grid.items import KEY
from vendorcompare.gui.grid.line_delegate import finish_typing
from vendorcompare.gui.look import plain
from vendorcompare.gui.look.empty_state import EmptyState
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.pages.vendors.vendor_model import VendorColumn, VendorModel
from vendorcompare.gui.pages.vendors.vendor_panel import VendorPanel
from vendorcompare.gui.pages.vendors.vendor_words import deleted_words
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import N_, ngettext

if TYPE_CHECKING:
    from vendorcompare.document.document import Changes

_PARTS: Final = frozenset({Part.VENDORS, Part.EVIDENCE})
_EMPTY: Final = (
    N_("Who is being compared?"),
    N_("Type the name of the first vendor above and press Enter, or paste a list of names."),
    N_("Add a vendor"),
)


class VendorsPage(Page):
    """Answer who is being compared."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._form = Ui_VendorsPage()
        self._form.setupUi(self)
        self.table = self._form.table
        self.model = VendorModel(self)
        self.model.write = self._rename
        self.table.set_vendors(self.model)
        self.panel = VendorPanel(workspace)
        self._nothing = EmptyState("vendors", *_EMPTY)
        self._form.side.addWidget(self.panel)
        self._form.left_down.addWidget(self._nothing, 1)
        self._form.splitter.setStretchFactor(0, 1)
        self._form.splitter.setStretchFactor(1, 0)
        self._form.splitter.setSizes([640, 440])
        self.actions_by_name: dict[str, QAction] = {}
        self._connect()
        self.retranslate()

    # what a page does

    def forget_document(self) -> None:
        self.panel.forget()
        self._form.new_name.clear()

    def show_document(self) -> None:
        document = self.workspace.document
        self.model.locked = bool(document is not None and document.read_only)
        self._form.new_name.setEnabled(not self.model.locked)
        self._show_vendors()

    def show_changes(self, changes: Changes) -> None:
        if changes.parts & _PARTS:
            self._show_vendors()

    def show_figures(self) -> None:
        try:
            self.model.set_evaluation(self.workspace.evaluation())
        except UserError:
            self.model.set_evaluation(None)

    def finish_editing(self) -> None:
        finish_typing(self.table)
        self.panel.commit()

    def retranslate(self) -> None:
        self._form.retranslateUi(self)
        self.model.retranslate()
        self.table.fit_columns()
        self.panel.retranslate()
        name_all(self.actions_by_name.values())
        for name, button in self._buttons().items():
            action = self.actions_by_name[name]
            plain.set_tool_tip(button, f"{action.text()}  {action.shortcut().toString()}")

    # acting

    def add(self, names: list[str]) -> None:
        """Add vendors and show the last of them."""
        self.workspace.settle()
        if len(names) > 1:  # a list was pasted, perhaps with its head
            from vendorcompare.document.pasting.vendors import without_head

            names = without_head(names)
        keys = self.bound.attempt(edits.add_vendors, names)
        if not keys:
            return
        if len(keys) > 1:
            words = ngettext("Added {count} vendor.", "Added {count} vendors.", len(keys))
            self.workspace.noticed.emit(words.format(count=len(keys)), True)
        self.select(keys[-1])

    def select(self, *keys: str) -> None:
        """Choose vendors, the first being the current one."""
        rows = [row for row in map(self.model.row_of, keys) if row >= 0]
        if not rows:
            return
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.model.index(row, 0), self.model.index(row, len(VendorColumn) - 1))
        place = self.model.index(rows[0], 0)
        flag = QItemSelectionModel.SelectionFlag
        selection = self.table.selectionModel()
        selection.setCurrentIndex(place, flag.NoUpdate)
        selection.select(chosen, flag.ClearAndSelect)
        self.table.scrollTo(place)
        self._on_current()

    def delete(self) -> None:
        """Delete the chosen vendors with everything that is theirs, and offer to undo."""
        self.workspace.settle()
        assessment = self.workspace.assessment
        rows = self.table.rows_chosen()
        keys = [assessment.vendors[row].key for row in rows]
        if not keys:
            return
        words = deleted_words(assessment, keys)
        self.bound.attempt(edits.delete_vendors, keys)
        self.workspace.noticed.emit(words, True)
        left = self.workspace.assessment.vendors
        if left:
            self.select(left[min(rows[0], len(left) - 1)].key)

    def move_up(self) -> None:
        """Move the chosen vendors up by one."""
        self._move(-1)

    def move_down(self) -> None:
        """Move the chosen vendors down by one."""
        self._move(1)

    def _move(self, step: int) -> None:
        self.workspace.settle()
        rows = self.table.rows_chosen()
        vendors = self.workspace.assessment.vendors
        keys = [vendors[row].key for row in rows]
        if not rows or not (rows[0] + step >= 0 and rows[-1] + step < len(vendors)):
            return
        current = str(self.table.currentIndex().data(KEY))
        self.bound.attempt(edits.move_vendors, keys, step)
        self.select(current, *(key for key in keys if key != current))

    def _rename(self, key: str, name: str) -> bool:
        """Take over a name that was typed into the table."""
        document = self.bound.writable
        if document is None:
            return False
        try:
            edits.describe_vendor(document, key, "name", name.strip())
        except UserError as error:
            cell = self.table.visualRect(self.model.index(self.model.row_of(key), 0))
            words = error.sentences
            self.table.hint.show_at(cell, words)
            return False
        self.table.hint.dismiss()
        return True

    # showing

    def _show_vendors(self) -> None:
        vendors = self.workspace.assessment.vendors
        key = self.table.currentIndex().data(KEY)
        self.model.show(self.workspace.assessment)
        is_empty = not vendors
        self.table.setVisible(not is_empty)
        self._form.side.setVisible(not is_empty)
        self._nothing.setVisible(is_empty)
        if vendors and (not self.table.currentIndex().isValid() or not self.table.rows_chosen()):
            self.select(key if self.model.row_of(str(key)) >= 0 else vendors[0].key)
        self._on_current()

    def _on_current(self) -> None:
        index = self.table.currentIndex()
        vendor = self.model.vendor(index)
        if vendor is None:
            self.panel.forget()
        else:
            self.panel.show_vendor(vendor)
        writable = vendor is not None and not self.model.locked
        for action in self.actions_by_name.values():
            action.setEnabled(writable)
        for button in self._buttons().values():
            button.setEnabled(writable)

    # setting up

    def _buttons(self) -> dict[str, QToolButton]:
        form = self._form
        return {"up": form.up, "down": form.down_button, "delete": form.delete_button}

    def _connect(self) -> None:
        does: dict[str, Callable[[], None]] = {
            "rename": self._on_rename,
            "up": self.move_up,
            "down": self.move_down,
            "delete": self.delete,
        }
        self.actions_by_name = actions(Scope.VENDORS, self.table, does)
        for name, button in self._buttons().items():
            button.setIcon(self.actions_by_name[name].icon())
            button.clicked.connect(self.actions_by_name[name].trigger)
        self._form.new_name.names_given.connect(self.add)
        self.table.names_pasted.connect(self.add)
        self.table.current_changed.connect(self._on_current)
        self._nothing.action_requested.connect(self._form.new_name.setFocus)

    def _on_rename(self) -> None:
        self.table.edit(self.table.currentIndex().siblingAtColumn(VendorColumn.NAME))
