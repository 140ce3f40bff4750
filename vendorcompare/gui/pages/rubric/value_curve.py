"""The value function of a criterion as a small curve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from vendorcompare.core import formats
from vendorcompare.gui.look import theme
from vendorcompare.i18n import _

_HEIGHT: Final = 104
_DOT: Final = 3.0


class ValueCurve(QWidget):
    """Draw which figure is worth how many points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[tuple[float, float], ...] = ()
        self._unit = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: Sequence[tuple[float, float]], unit: str) -> None:
        """Draw corners: a figure, and its value from 0 to 1."""
        self._points, self._unit = tuple(points), unit
        self.setVisible(len(self._points) > 1)
        words = [
            _("{figure} {unit} is worth {points}").format(
                figure=formats.number(raw), unit=unit, points=formats.number(value * 100)
            )
            for raw, value in self._points
        ]
        self.setAccessibleName(_("Value curve"))
        self.setAccessibleDescription(_(", ").join(words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len(self._points) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        metrics = QFontMetricsF(painter.font())
        left = metrics.horizontalAdvance("100") + theme.SPACE
        line = metrics.height()
        box = QRectF(self.rect()).adjusted(left, line / 2, -2 * theme.SPACE, -line - 4)
        self._paint_frame(painter, box, line)
        self._paint_line(painter, box)
        painter.end()

    def _paint_frame(self, painter: QPainter, box: QRectF, line: float) -> None:
        painter.setPen(QPen(theme.colour("hairline"), 1))
        for share in (0.0, 0.5, 1.0):
            y = box.bottom() - share * box.height()
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(theme.colour("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for words, y in (("100", box.top()), ("0", box.bottom())):
            place = QRectF(0, y - line / 2, box.left() - theme.SPACE / 2, line)
            painter.drawText(place, right, words)
        under = QRectF(box.left(), box.bottom() + 2, box.width(), line + 2)
        first, last = self._points[0][0], self._points[-1][0]
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, formats.number(first))
        end = f"{formats.number(last)} {self._unit}".rstrip()
        painter.drawText(under, Qt.AlignmentFlag.AlignRight, end)

    def _paint_line(self, painter: QPainter, box: QRectF) -> None:
        low, high = self._points[0][0], self._points[-1][0]
        span = (high - low) or 1.0
        places = [
            QPointF(
                box.left() + (raw - low) / span * box.width(),
                box.bottom() - min(max(value, 0.0), 1.0) * box.height(),
            )
            for raw, value in self._points
        ]
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        painter.setBrush(theme.colour("accent"))
        for place in places:
            painter.drawEllipse(place, _DOT + 1, _DOT + 1)
