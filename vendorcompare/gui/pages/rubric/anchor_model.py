"""Which figure is worth how many points: the anchors of a criterion as two columns."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from vendorcompare.core import formats
from vendorcompare.core.errors import InputError, UserError
from vendorcompare.gui.grid.items import NO_INDEX, RIGHT, Index, Role
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.rubric.rubric_words import number_of, typed_number
from vendorcompare.i18n import _

Points = tuple[tuple[float, float], ...]


class AnchorModel(QAbstractTableModel):
    """Edit anchors; a row counts as soon as both of its cells are filled.

    Signals:
        edited: the anchors are other ones now.
        refused(UserError): what was typed is no anchor.
    """

    edited = Signal()
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.locked = False
        self._unit = ""
        self._given: Points = ()
        self._is_edited = False
        self._rows: list[list[float | None]] = []

    def show(self, anchors: Points, unit: str) -> None:
        """Show the anchors of a criterion; half a row stays if the others are the same."""
        if unit != self._unit:
            self._unit = unit
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 1)
        if anchors != self.anchors():
            self.beginResetModel()
            self._is_edited = False
            self._rows = [[raw, round(value * 100, 6)] for raw, value in anchors]
            self.endResetModel()
        self._given = anchors

    def forget_halves(self) -> None:
        """Drop rows of which one cell is empty, when another criterion is shown."""
        whole = [row for row in self._rows if None not in row]
        if whole != self._rows:
            self.beginResetModel()
            self._rows = whole
            self.endResetModel()

    def anchors(self) -> Points:
        """Return the anchors in ascending order of the figure."""
        if not self._is_edited:
            return self._given
        pairs = sorted(
            (raw, value / 100) for raw, value in self._rows if raw is not None and value is not None
        )
        return tuple(pairs)

    def delete(self, rows: set[int]) -> None:
        """Delete anchors."""
        kept = [row for number, row in enumerate(self._rows) if number not in rows]
        if len(kept) != len(self._rows) and not self.locked:
            self.beginResetModel()
            self._rows = kept
            self.endResetModel()
            self._is_edited = True
            self.edited.emit()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and not self.locked:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return RIGHT
        if role != Role.DisplayRole:
            return None
        if section == 1:
            return _("Worth, 0–100")
        return _("Figure, {unit}").format(unit=self._unit) if self._unit else _("Figure")

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        is_new = index.row() >= len(self._rows)
        value = None if is_new else self._rows[index.row()][index.column()]
        match role:
            case Role.DisplayRole:
                if is_new and index.column() == 0:
                    return _("add...")
                return "" if value is None else formats.number(value)
            case Role.EditRole:
                return typed_number(value)
            case Role.TextAlignmentRole:
                return RIGHT
            case Role.ForegroundRole:
                return theme.colour("muted") if is_new else None
            case Role.AccessibleTextRole:
                if is_new:
                    return _("new anchor")
                return formats.number(value) if value is not None else _("empty")
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or not index.isValid() or self.locked:
            return False
        try:
            number = self._understood(index, str(value))
        except UserError as error:
            self.refused.emit(error)
            return False
        row, column = index.row(), index.column()
        if row >= len(self._rows):
            if number is None:
                return True
            self.beginInsertRows(QModelIndex(), row + 1, row + 1)
            self._rows.append([None, None])
            self.endInsertRows()
        self._rows[row][column] = number
        self._is_edited = True
        self.dataChanged.emit(self.index(row, 0), self.index(row, 1))
        if self._rows[row] == [None, None]:
            self.delete({row})
        else:
            self.edited.emit()
        return True

    def _understood(self, index: Index, text: str) -> float | None:
        number = number_of(text)
        if number is None:
            return None
        if index.column() == 1 and not 0 <= number <= 100:
            raise InputError(
                _("A figure is worth 0 to 100 points."), hint=_("Type 0 for the worst one.")
            )
        taken = [row[0] for n, row in enumerate(self._rows) if n != index.row()]
        if index.column() == 0 and any(r is not None and math.isclose(r, number) for r in taken):
            raise InputError(
                _("There is an anchor at {figure} already.").format(figure=formats.number(number)),
                hint=_("Change that one, or type another figure."),
            )
        return number
