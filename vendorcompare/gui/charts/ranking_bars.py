"""The ranking as bars: rank, vendor, where its points come from, how sure that is, score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from vendorcompare.gui.charts.ranking_model import RankingModel, RankingRow
from vendorcompare.gui.charts.ranking_row import RowBrush
from vendorcompare.gui.charts.vendor_bars import VendorBars
from vendorcompare.i18n import _


class RankingBars(VendorBars[RankingRow]):
    """Show vendors from the best to the excluded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = RankingModel()
        super().__init__(self._model, parent)

    def set_dimensions(self, dimensions: Sequence[tuple[str, str]]) -> None:
        """Set key and name of the dimensions, in the order in which bars are stacked."""
        self._model.set_dimensions(dimensions)

    def ranking(self) -> RankingModel:
        """Return the model of the rows."""
        return self._model

    def title(self) -> str:
        return _("Ranking")

    def row_painter(self, painter: QPainter, width: int) -> RowBrush:
        keys = [key for key, _name in self._model.dimensions()]
        return RowBrush(painter, width, self.longest_name(), keys, self.words)

    def sizeHint(self) -> QSize:
        shown = min(max(len(self._model.rows()), 3), 8)
        return QSize(480, shown * self._model.row_height() + 2)
