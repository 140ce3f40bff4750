"""The first rows of a file that is to be imported, each with what becomes of it."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vendorcompare.gui.files.import_view import OPEN, REFUSED, ImportView
from vendorcompare.gui.look import icons, plain, theme

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_COLOURS: Final = {REFUSED: "bad", OPEN: "warning"}


class ImportRows(QAbstractTableModel):
    """Show the cells as they were read; the first column says what becomes of the row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = ImportView("")

    def show(self, view: ImportView) -> None:
        """Show another reading."""
        self.beginResetModel()
        self._view = view
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._view.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._view.heads)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        line = self._view.lines[index.row()]
        words = " ".join(line.cells[index.column()].split())
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return words
        if role == Role.ToolTipRole:
            return plain.tool_tip(words)
        if index.column() or not line.mark:
            return None
        colour = _COLOURS.get(line.mark, "muted")
        if role == Role.DecorationRole:
            return icons.icon(line.mark, colour)
        return theme.colour(colour) if role == Role.ForegroundRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if role == Role.DisplayRole:
            if orientation is Qt.Orientation.Horizontal:
                return self._view.heads[section]
            return self._view.lines[section].number
        if role == Role.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
