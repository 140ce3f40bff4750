"""What speaks for one vendor and what for another, dimension by dimension."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from vendorcompare.core.series import SeriesStyle
from vendorcompare.gui.charts.dimension_list import DimensionList
from vendorcompare.gui.look import theme
from vendorcompare.i18n import _

_BAR: Final = 12
_EVEN: Final = 0.05  # a smaller difference reads 0.0
_NARROWEST_SCALE: Final = 5.0  # points; tiny differences must not fill the width


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """Describe one dimension; positive points speak for the first vendor."""

    name: str
    points: float
    sentence: str

    @property
    def figure(self) -> str:
        """The points with their sign."""
        if abs(self.points) < _EVEN:
            return "0.0"
        return f"{self.points:+.1f}".replace("-", "−")


class DifferenceBars(DimensionList[DifferenceRow]):
    """Draw bars to the right for the first vendor and to the left for the second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: tuple[SeriesStyle, SeriesStyle] | None = None
        self._largest = _NARROWEST_SCALE
        self.retranslate()

    def set_pair(
        self, first: SeriesStyle, second: SeriesStyle, rows: Sequence[DifferenceRow]
    ) -> None:
        """Show what tells two vendors apart."""
        self._styles = (first, second)
        self._largest = max([abs(row.points) for row in rows] + [_NARROWEST_SCALE])
        self.set_rows(rows)

    def retranslate(self) -> None:
        """Name the list in the language of the interface."""
        self.setAccessibleName(_("Differences by dimension, in points"))

    def paint_chart(self, painter: QPainter, row: DifferenceRow, box: QRectF) -> None:
        middle = box.center().toPoint()
        if self._styles is not None and abs(row.points) >= _EVEN:
            length = round(row.points / self._largest * (box.width() / 2 - 2))
            style = self._styles[0 if row.points > 0 else 1]
            left, top = middle.x() + min(length, 0), middle.y() - _BAR // 2
            painter.fillRect(left, top, abs(length), _BAR, theme.visible(style.colour))
        line = theme.colour("line")
        painter.fillRect(middle.x(), round(box.top()), 1, round(box.height()), line)
