"""The bars of costs, with everything a reader for the blind has to say about each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)

from vendorcompare.core.fee_terms import NATURES
from vendorcompare.gui.look import plain
from vendorcompare.gui.pages.costs.cost_bar_row import ROW_HEIGHT
from vendorcompare.gui.pages.costs.cost_rows import CostRow
from vendorcompare.gui.pages.costs.fee_words import word
from vendorcompare.i18n import _

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class CostBarsModel(QAbstractListModel):
    """Hold the vendors in the order in which they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CostRow, ...] = ()
        self._currency = ""

    def rows(self) -> tuple[CostRow, ...]:
        """Return the rows."""
        return self._rows

    def set_rows(self, rows: Sequence[CostRow], currency: str) -> None:
        """Show other figures."""
        same = len(rows) == len(self._rows)
        if not same:
            self.beginResetModel()
        self._rows, self._currency = tuple(rows), currency
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row_of(self, key: str) -> int:
        """Return the row of a vendor, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._sentence(row)
        if role == Role.ToolTipRole:
            return plain.tool_tip(self._sentence(row))
        if role == Role.SizeHintRole:
            return QSize(0, ROW_HEIGHT)
        return None

    def _sentence(self, row: CostRow) -> str:
        """Say what a vendor costs and what that is made of."""
        if row.total is None:
            return _("{vendor}: no prices yet.").format(vendor=row.name)
        parts = [
            f"{word(NATURES, share.nature)} {share.amount:,.0f}"
            for share in row.shares
            if share.amount
        ]
        if row.outside:
            parts.append(_("not quoted {cost}").format(cost=f"{row.outside:,.0f}"))
        if row.low != row.high:
            low, high = f"{row.low:,.0f}", f"{row.high:,.0f}"
            parts.append(_("between {low} and {high}").format(low=low, high=high))
        return _("{vendor}: {currency} {total} ({parts})").format(
            vendor=row.name,
            currency=self._currency,
            total=f"{row.total:,.0f}",
            parts=_(", ").join(parts),
        )
