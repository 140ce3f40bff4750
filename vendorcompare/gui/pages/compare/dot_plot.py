"""Scores of a few vendors as dots on one scale, where a radar could not be read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from vendorcompare.gui.charts.dimension_list import DimensionList
from vendorcompare.gui.charts.radar_item import RadarSeries
from vendorcompare.gui.look import spoken, theme
from vendorcompare.gui.look.series_paint import draw_marker
from vendorcompare.i18n import _

_FADED: Final = 0.22
_MARGIN: Final = 8


@dataclass(frozen=True, slots=True)
class DotRow:
    """Describe the scores on one axis, 0 to 1, in the order of the series."""

    name: str
    values: tuple[float, ...]
    sentence: str
    figure: str = ""


class DotPlot(DimensionList[DotRow]):
    """Draw a line for each axis with the marker of each vendor at its score."""

    figure_width = 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: tuple[RadarSeries, ...] = ()
        self._highlight = ""
        self.retranslate()

    def set_series(self, names: Sequence[str], series: Sequence[RadarSeries]) -> None:
        """Show the same figures as a radar chart would."""
        self._series = tuple(series)
        self.set_rows([self._row(axis, name) for axis, name in enumerate(names)])

    def set_highlight(self, key: str) -> None:
        """Bring one vendor forward and let the others fade; none with an empty key."""
        known = any(line.key == key for line in self._series)
        self._highlight = key if known else ""
        self.viewport().update()

    def retranslate(self) -> None:
        """Name the plot in the language of the interface."""
        self.setAccessibleName(_("Scores by dimension"))

    def paint_chart(self, painter: QPainter, row: DotRow, box: QRectF) -> None:
        line = box.adjusted(_MARGIN, 0, -_MARGIN, 0)
        middle = line.center().y()
        painter.setPen(QPen(theme.colour("hairline"), 1))
        for share in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = line.left() + share * line.width()
            painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
        painter.setPen(QPen(theme.colour("line"), 1, Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(line.left(), middle), QPointF(line.right(), middle))
        for series, value in zip(self._series, row.values, strict=True):
            if not math.isnan(value):
                faded = self._highlight not in ("", series.key)
                where = QPointF(line.left() + value * line.width(), middle)
                draw_marker(painter, series.style, where, alpha=_FADED if faded else 1.0)

    def _row(self, axis: int, name: str) -> DotRow:
        values = tuple(line.values[axis] for line in self._series)
        figures = spoken.listed(
            f"{line.name} {spoken.points(100 * value)}"
            for line, value in zip(self._series, values, strict=True)
        )
        return DotRow(name, values, spoken.told(name, figures))
