"""The bars of costs, with everything a reader for the blind has to say about each."""

from __future__ import annotations

from PySide6.QtCore import QObject

from vendorcompare.core import formats
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
            f"{word(NATURES, share.nature)} {formats.whole(share.amount)}"
            for share in row.shares
            if share.amount
        ]
        if row.outside:
            parts.append(_("not quoted {cost}").format(cost=formats.whole(row.outside)))
        if row.low != row.high:
            low, high = formats.whole(row.low), formats.whole(row.high)
            parts.append(_("between {low} and {high}").format(low=low, high=high))
        return _("{vendor}: {currency} {total} ({parts})").format(
            vendor=row.name,
            currency=self._currency,
            total=formats.whole(row.total),
            parts=_(", ").join(parts),
        )
