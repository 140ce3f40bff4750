"""The bars of costs, with everything a reader for the blind has to say about each."""

from __future__ import annotations

from PySide6.QtCore import QObject

from vendorcompare.core.fee_terms import NATURES
from vendorcompare.gui.charts.vendor_bars import VendorBarsModel
from vendorcompare.gui.pages.costs.cost_bar_row import ROW_HEIGHT
from vendorcompare.gui.pages.costs.cost_rows import CostRow
from vendorcompare.gui.pages.costs.fee_words import word
from vendorcompare.i18n import _


class CostBarsModel(VendorBarsModel[CostRow]):
    """Hold the vendors in the order in which they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._currency = ""

    def set_currency(self, currency: str) -> None:
        """Set what all amounts are in."""
        self._currency = currency

    def row_height(self) -> int:
        return ROW_HEIGHT

    def sentence(self, row: CostRow) -> str:
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
