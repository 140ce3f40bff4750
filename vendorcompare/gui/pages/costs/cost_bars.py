"""What each vendor costs, as bars: what they are made of, and what was not quoted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from vendorcompare.gui.charts.vendor_bars import VendorBars
from vendorcompare.gui.pages.costs.cost_bar_row import CostRowBrush
from vendorcompare.gui.pages.costs.cost_bars_model import CostBarsModel
from vendorcompare.gui.pages.costs.cost_rows import CostRow
from vendorcompare.i18n import _

#: How far beyond the longest bar a whisker may reach.
_REACH: Final = Decimal("1.6")


class CostBars(VendorBars[CostRow]):
    """Show vendors from the cheapest on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = CostBarsModel()
        super().__init__(self._model, parent)

    def show_costs(self, rows: Sequence[CostRow], currency: str) -> None:
        """Show other figures; the chosen vendor stays chosen wherever it moved."""
        self._model.set_currency(currency)
        self.set_rows(rows)

    def title(self) -> str:
        return _("Cost of each vendor")

    def row_painter(self, painter: QPainter, width: int) -> CostRowBrush:
        scale_end = _longest(self._model.rows())
        return CostRowBrush(painter, width, self.longest_name(), scale_end, self.words)


def _longest(rows: Sequence[CostRow]) -> Decimal:
    """Return what the scale ends at: one far-off guess must not make all bars tiny."""
    dearest = max((row.total for row in rows if row.total is not None), default=Decimal(0))
    furthest = max((row.high for row in rows if row.total is not None), default=Decimal(0))
    return max(dearest, min(furthest, dearest * _REACH))
