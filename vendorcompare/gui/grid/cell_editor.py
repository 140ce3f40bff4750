"""The line in which a cell is typed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from vendorcompare.i18n import _


class CellEditor(QLineEdit):
    """Hold what is typed into one cell until it is understood or given up.

    Attributes:
        quick: whether typing began it, so that the arrows go on to the next cell.
        original: what was there before.
    """

    def __init__(self, index: QModelIndex | QPersistentModelIndex, parent: QWidget) -> None:
        super().__init__(parent)
        self._index = QPersistentModelIndex(index)
        self.quick = False
        self.original = str(index.data(Qt.ItemDataRole.EditRole) or "")
        self.setFrame(False)
        self.setMaxLength(10_000)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(_("Score"))
        self.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))

    def place(self) -> QModelIndex:
        """Return the cell, wherever it is by now."""
        return self._index.model().index(self._index.row(), self._index.column())
