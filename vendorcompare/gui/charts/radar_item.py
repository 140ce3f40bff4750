"""One radar chart: a single graphics object that paints itself.

Rings, axes and labels change with the size and the theme only; they are kept as a picture.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap

from vendorcompare.core import radar
from vendorcompare.core.series import SeriesStyle
from vendorcompare.gui.charts.radar_grid import draw_grid, draw_labels, points_of
from vendorcompare.gui.charts.radar_layout import RadarLayout, lay_out
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.series_paint import RADIUS, draw_marker, line_pen
from vendorcompare.gui.look.word_cache import broken

_FADED: Final = 0.22
_FILL: Final = 0.12
_REACH: Final = 14.0  # how near, in pixels, the mouse must come to a point


@dataclass(frozen=True, slots=True)
class RadarSeries:
    """Describe the line of one vendor.

    Attributes:
        values: one score per axis, 0 to 1, NaN where nothing is scored.
        raw: what was entered for each axis, for the tool tip; may be left out.
    """

    key: str
    name: str
    style: SeriesStyle
    values: Sequence[float]
    raw: Sequence[str] = ()


class RadarItem(pg.GraphicsObject):
    """Paint up to three vendors over rings from 0 to 100, with the best and the target."""

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._area = QRectF(0, 0, 1, 1)
        self._title = ""
        self._series: tuple[RadarSeries, ...] = ()
        self._best: Sequence[float] | None = None
        self._target: Sequence[float] | None = None
        self._slots: list[int] = []
        self._highlight = ""
        self._cursor: tuple[str, int] | None = None
        self._layout: RadarLayout | None = None
        self._background: QPixmap | None = None
        self._shapes: list[radar.Polygon] | None = None

    def set_axes(self, names: Sequence[str]) -> None:
        """Name the axes, in their fixed order; of another number, they wait for figures."""
        if tuple(names) != self._names:
            if len(names) != len(self._names):
                self._series, self._best, self._target, self._shapes = (), None, None, None
                self._slots = [1] * len(names)
            self._names = tuple(names)
            self.forget_background()

    def set_area(self, area: QRectF) -> None:
        """Set the place of the chart in the scene."""
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
            self.forget_background()

    def set_title(self, title: str) -> None:
        """Write a name above the chart, where several charts stand side by side."""
        if title != self._title:
            self._title = title
            self.forget_background()

    def set_series(
        self,
        series: Sequence[RadarSeries],
        best: Sequence[float] | None = None,
        target: Sequence[float] | None = None,
    ) -> None:
        """Show other figures; nothing is computed before the next paint."""
        self._series = tuple(series[: radar.MOST_OVERLAID])
        slots = [self._slots_at(axis) for axis in range(len(self._names))]
        if slots != self._slots:  # the labels make room for the marks of missing scores
            self._slots = slots
            self.forget_background()
        self._best, self._target = best, target
        self._shapes = None
        self.update()

    def set_highlight(self, key: str) -> None:
        """Bring one vendor forward and let the others fade; none with an empty key."""
        if key != self._highlight:
            self._highlight = key
            self.update()

    def set_cursor(self, cursor: tuple[str, int] | None) -> None:
        """Mark the point of a vendor on an axis, which the keyboard has reached."""
        if cursor != self._cursor:
            self._cursor = cursor
            self.update()

    def series(self) -> tuple[RadarSeries, ...]:
        """Return what is shown."""
        return self._series

    def forget_background(self) -> None:
        """Draw rings and labels anew, after a change of size, words or colours."""
        self._layout = self._background = None
        self.update()

    def layout_now(self) -> RadarLayout:
        """Return where everything stands."""
        if self._layout is None:
            area = QRectF(self._area)
            area.moveTo(0, 0)
            if self._title:
                area.setTop(self._title_room(QFontMetrics(theme.font("caption", bold=True))))
            self._layout = lay_out(self._names, area, theme.font("caption"), self._slots)
        return self._layout

    def shapes(self) -> list[radar.Polygon]:
        """Return the geometry of every vendor shown."""
        if self._shapes is None:
            self._shapes = [
                radar.polygon(line.values, slot=slot) for slot, line in enumerate(self._series)
            ]
        return self._shapes

    def hit(self, point: QPointF) -> tuple[str, int] | None:
        """Return the vendor and the axis of the point nearest to a place in the scene."""
        layout = self.layout_now()
        place = point - self._area.topLeft()
        nearest, best = None, _REACH
        for line, shape in zip(self._series, self.shapes(), strict=True):
            for axis, where in (*shape.markers, *shape.hollow):
                offset = layout.at(where) - place
                distance = math.hypot(offset.x(), offset.y())
                if distance < best:
                    nearest, best = (line.key, axis), distance
        return nearest

    def hit_label(self, point: QPointF) -> int | None:
        """Return the axis whose label is at a place in the scene."""
        place = point - self._area.topLeft()
        boxes = self.layout_now().boxes
        return next((i for i, box in enumerate(boxes) if box.contains(place)), None)

    def point_of(self, key: str, axis: int) -> QPointF | None:
        """Return where the point of a vendor on an axis lies in the scene."""
        for line, shape in zip(self._series, self.shapes(), strict=True):
            if line.key == key:
                for number, where in (*shape.markers, *shape.hollow):
                    if number == axis:
                        return self.layout_now().at(where) + self._area.topLeft()
        return None

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(self, painter: QPainter, *_args: Any) -> None:
        layout = self.layout_now()
        painter.translate(self._area.topLeft())
        ratio = painter.device().devicePixelRatio()
        if self._background is None or self._background.devicePixelRatio() != ratio:
            self._background = self._draw_background(layout, ratio)
        painter.drawPixmap(QPointF(0, 0), self._background)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._best is not None:
            pen = QPen(theme.colour("muted", 0.55), 1, Qt.PenStyle.DotLine)
            self._draw_outline(painter, layout, self._best, pen)
        for slot in self._painting_order():
            self._draw_series(painter, layout, slot)
        if self._target is not None:
            self._draw_target(painter, layout, self._target)
        self._draw_cursor(painter)

    def _slots_at(self, axis: int) -> int:
        """Return how many places for marks of missing scores an axis needs."""
        missing = (i for i, line in enumerate(self._series, 1) if math.isnan(line.values[axis]))
        return max(missing, default=0)

    def _painting_order(self) -> list[int]:
        """Return the vendors from the one below to the one on top, which is the highlighted."""
        return sorted(
            range(len(self._series)), key=lambda i: (self._series[i].key == self._highlight, -i)
        )

    def _draw_series(self, painter: QPainter, layout: RadarLayout, slot: int) -> None:
        line, shape = self._series[slot], self.shapes()[slot]
        chosen = line.key == self._highlight
        alpha = _FADED if self._highlight and not chosen else 1.0
        if chosen and shape.complete:
            colour = theme.visible(line.style.colour)
            colour.setAlphaF(_FILL)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(points_of(layout, shape.segments[0]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(line_pen(line.style, width=2.8 if chosen else 2.0, alpha=alpha))
        for segment in shape.segments:
            painter.drawPolyline(points_of(layout, segment))
        for _axis, where in shape.markers:
            draw_marker(painter, line.style, layout.at(where), alpha=alpha)
        for _axis, where in shape.hollow:
            draw_marker(painter, line.style, layout.at(where), hollow=True, alpha=alpha)

    def _draw_target(self, painter: QPainter, layout: RadarLayout, target: Sequence[float]) -> None:
        """Draw the minimum over everything, and ring the scores that miss it."""
        pen = QPen(theme.colour("muted"), 2.5, Qt.PenStyle.DashLine)
        self._draw_outline(painter, layout, target, pen)
        painter.setPen(QPen(theme.colour("bad"), 1.5))
        for line, shape in zip(self._series, self.shapes(), strict=True):
            if self._highlight in ("", line.key):
                missed = radar.breaches(line.values, target)
                for axis, where in shape.markers:
                    if axis in missed:
                        painter.drawEllipse(layout.at(where), RADIUS + 4, RADIUS + 4)

    def _draw_outline(
        self, painter: QPainter, layout: RadarLayout, values: Sequence[float], pen: QPen
    ) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for segment in radar.polygon(values).segments:
            painter.drawPolyline(points_of(layout, segment))

    def _draw_cursor(self, painter: QPainter) -> None:
        where = self.point_of(*self._cursor) if self._cursor is not None else None
        if where is not None:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(where - self._area.topLeft(), RADIUS + 5, RADIUS + 5)

    def _draw_background(self, layout: RadarLayout, ratio: float) -> QPixmap:
        size = self._area.size()
        picture = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        draw_grid(painter, layout)
        draw_labels(painter, layout)
        if self._title:
            painter.setFont(theme.font("caption", bold=True))
            painter.setPen(theme.colour("text"))
            metrics = painter.fontMetrics()
            room = QRectF(0, 0, size.width(), self._title_room(metrics))
            words = "\n".join(self._title_lines(metrics))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return picture

    def _title_lines(self, metrics: QFontMetrics) -> tuple[str, ...]:
        return broken(self._title, metrics, round(self._area.width() - theme.SPACE))

    def _title_room(self, metrics: QFontMetrics) -> int:
        return len(self._title_lines(metrics)) * metrics.height() + theme.SPACE
