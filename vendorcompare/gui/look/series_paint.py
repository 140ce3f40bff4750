"""Draw the line, the dash and the marker by which a vendor is known on every page."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache

from vendorcompare.core.series import Marker, SeriesStyle
from vendorcompare.gui.look import theme

LINE: Final = 2.0
RADIUS: Final = 4.0

_CORNERS: Final[dict[Marker, tuple[int, float]]] = {  # how many, and where the first one points
    Marker.SQUARE: (4, 45),
    Marker.TRIANGLE: (3, 90),
    Marker.DIAMOND: (4, 90),
    Marker.TRIANGLE_DOWN: (3, 270),
}
_TIPS_OF_STAR: Final = 5


@lru_cache(maxsize=64)
def marker_path(marker: Marker, radius: float = RADIUS) -> QPainterPath:
    """Return the outline of a marker around (0, 0)."""
    path = QPainterPath()
    if marker == Marker.CIRCLE:
        path.addEllipse(QPointF(0, 0), radius, radius)
        return path
    if marker == Marker.STAR:
        reach = 1.35 * radius
        points = [
            _at(90 + 180 * i / _TIPS_OF_STAR, reach if i % 2 == 0 else 0.45 * reach)
            for i in range(2 * _TIPS_OF_STAR)
        ]
    else:
        count, start = _CORNERS[marker]
        reach = 1.25 * radius
        points = [_at(start + 360 * i / count, reach) for i in range(count)]
    path.moveTo(points[0])
    for point in points[1:]:
        path.lineTo(point)
    path.closeSubpath()
    return path


def line_pen(style: SeriesStyle, *, width: float = LINE, alpha: float = 1.0) -> QPen:
    """Return the pen of the line of a vendor."""
    colour = theme.visible(style.colour)
    colour.setAlphaF(alpha)
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if style.dash:
        pen.setDashPattern(style.dash)
    return pen


def draw_marker(
    painter: QPainter,
    style: SeriesStyle,
    where: QPointF,
    *,
    hollow: bool = False,
    radius: float = RADIUS,
    alpha: float = 1.0,
) -> None:
    """Draw the marker of a vendor; a hollow one stands for what is not scored.

    Markers are kept as pictures: a chart has dozens of them, and is drawn at every step of a
    slider.
    """
    surface = theme.tokens().surface
    ratio = painter.device().devicePixelRatio()
    key = f"marker:{style.marker}:{style.colour}:{surface}:{hollow}:{radius}:{alpha}:{ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _marker(style, hollow, radius, alpha, ratio)
        QPixmapCache.insert(key, picture)
    half = picture.width() / ratio / 2
    painter.drawPixmap(QPointF(where.x() - half, where.y() - half), picture)


def _marker(style: SeriesStyle, hollow: bool, radius: float, alpha: float, ratio: float) -> QPixmap:
    colour = theme.visible(style.colour)
    colour.setAlphaF(alpha)
    edge = colour if hollow else theme.colour("surface")
    side = 2 * round(1.35 * radius + 3)
    picture = _blank(side, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1.5 if hollow else 1.0))
    painter.setBrush(QBrush(theme.colour("surface") if hollow else colour))
    painter.drawPath(marker_path(style.marker, radius).translated(side / 2, side / 2))
    painter.end()
    return picture


def draw_sample(painter: QPainter, style: SeriesStyle, box: QRectF) -> None:
    """Draw a piece of the line of a vendor with its marker, as in a legend."""
    painter.setPen(line_pen(style))
    middle = box.center()
    painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
    draw_marker(painter, style, middle)


def sample(style: SeriesStyle, ratio: float = 1.0, side: int = 16) -> QPixmap:
    """Return the marker of a vendor as a picture, for headers and lists."""
    key = f"sample:{style.marker}:{style.colour}:{theme.tokens().surface}:{ratio}:{side}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _blank(side, ratio)
        painter = QPainter(picture)
        draw_marker(painter, style, QPointF(side / 2, side / 2))
        painter.end()
        QPixmapCache.insert(key, picture)
    return picture


def _blank(side: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _at(degrees: float, radius: float) -> QPointF:
    angle = math.radians(degrees)
    return QPointF(radius * math.cos(angle), -radius * math.sin(angle))
