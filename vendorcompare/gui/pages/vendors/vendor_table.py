"""The table of vendors: whole rows are chosen, names are typed in place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from vendorcompare.gui.fields.names_edit import names_of
from vendorcompare.gui.grid.line_delegate import give_room, needs_room, type_in_lines
from vendorcompare.gui.pages.vendors.vendor_model import VendorColumn, VendorModel

_ROW: Final = 32
_WIDTHS: Final[dict[int, int]] = {
    VendorColumn.STAGE: 80,
    VendorColumn.CODE: 104,
    VendorColumn.COVERAGE: 80,
    VendorColumn.MUST_HAVES: 120,
}


class VendorTable(QTableView):
    """Show the vendors.

    Signals:
        current_changed: another row is the current one, or more rows are chosen.
        names_pasted(list): names were pasted, one a line.
    """

    current_changed = Signal()
    names_pasted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = type_in_lines(self, self._on_entered)
        self.setStyleSheet("QTableView::item { padding: 0 6px; }")
        self.setIconSize(QSize(16, 16))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)

    def set_vendors(self, model: VendorModel) -> None:
        """Show a model."""
        self.setModel(model)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(VendorColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column the room that its head needs."""
        give_room(self.horizontalHeader(), _WIDTHS)

    def rows_chosen(self) -> list[int]:
        """Return the rows that are selected, in their order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            names = names_of(QGuiApplication.clipboard().text())
            if names:
                self.names_pasted.emit(names)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex().siblingAtColumn(VendorColumn.NAME))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if needs_room(event) and self.horizontalHeader().count():
            self.fit_columns()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self.hint.dismiss()
        self.current_changed.emit()

    def _on_entered(self) -> None:
        self.setFocus()
        below = self.model().index(self.currentIndex().row() + 1, VendorColumn.NAME)
        if below.isValid():
            self.setCurrentIndex(below)
