"""What lies under a radar chart: rings with their figures, axes with their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from vendorcompare.core import radar
from vendorcompare.gui.charts.radar_layout import RadarLayout
from vendorcompare.gui.look import theme

_FEW_RINGS_BELOW: Final = 70.0  # pixels of radius


def draw_grid(painter: QPainter, layout: RadarLayout) -> None:
    """Draw axes and rings, and write beside the first axis what each ring stands for."""
    n = len(layout.labels)
    levels = radar.rings(2 if layout.radius < _FEW_RINGS_BELOW else 5)
    painter.setPen(QPen(theme.colour("hairline"), 1))
    for end in radar.axis_points(n):
        painter.drawLine(layout.centre, layout.at(end))
    for ring in levels:
        outermost = ring is levels[-1]
        painter.setPen(QPen(theme.colour("line" if outermost else "hairline"), 1))
        painter.drawPolyline(points_of(layout, radar.grid(n, ring.radius)))
    painter.setPen(theme.colour("muted"))
    metrics = painter.fontMetrics()
    for ring in levels:  # beside the axis at 12 o'clock, on a patch that interrupts the line
        place = layout.at((0, ring.radius))
        width, height = metrics.horizontalAdvance(ring.label) + 4, metrics.ascent()
        box = QRectF(place.x() - width - 5, place.y() + 1, width, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, ring.label)


def draw_labels(painter: QPainter, layout: RadarLayout) -> None:
    """Write the names of the axes, towards the chart."""
    painter.setPen(theme.colour("text"))
    for lines, box, angle in zip(
        layout.labels, layout.boxes, radar.axis_angles(len(layout.labels)), strict=True
    ):
        across, _down = radar.label_anchor(angle)
        side = Qt.AlignmentFlag.AlignHCenter
        if across < 0.3:
            side = Qt.AlignmentFlag.AlignLeft
        elif across > 0.7:
            side = Qt.AlignmentFlag.AlignRight
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, "\n".join(lines))


def points_of(layout: RadarLayout, points: Sequence[tuple[float, float]]) -> QPolygonF:
    """Return points of the unit circle in pixels."""
    return layout.transform.map(QPolygonF([QPointF(x, y) for x, y in points]))
