"""Where the parts of a radar chart go: measured, so that no label is cut or covered."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPolygonF, QTransform

from vendorcompare.core import radar

_MARGIN: Final = 4.0
_GAP: Final = 7.0  # between the outermost mark and a label
_STEPS: Final = 48
_SMALLEST_SHARE: Final = 0.24  # of the shorter side; with less the chart says nothing
_MARK: Final = 7.0  # half the room that the mark of a missing score takes
_NUDGE: Final = 2.0


@dataclass(frozen=True)
class RadarLayout:
    """Hold the places of the parts of a chart, in pixels.

    Attributes:
        labels: the lines written at each axis.
        boxes: where each label stands.
        key: (number, full name) of the axes that show a number.
    """

    size: QSizeF
    centre: QPointF
    radius: float
    labels: tuple[tuple[str, ...], ...]
    boxes: tuple[QRectF, ...]
    key: tuple[tuple[int, str], ...]

    @cached_property
    def transform(self) -> QTransform:
        """Turn the unit circle into pixels; pixels count downwards."""
        made = QTransform.fromTranslate(self.centre.x(), self.centre.y())
        return made.scale(self.radius, -self.radius)

    def at(self, point: tuple[float, float]) -> QPointF:
        """Return where a point of the unit circle lies."""
        x, y = point
        return QPointF(self.centre.x() + x * self.radius, self.centre.y() - y * self.radius)


def lay_out(
    names: Sequence[str], area: QRectF, font: QFont, slots: Sequence[int] = ()
) -> RadarLayout:
    """Make the chart as large as its labels allow, with numbers where names do not fit.

    Args:
        slots: for each axis, how many places for marks of missing scores its label leaves free.
    """
    slots = slots or [0] * len(names)
    wrapped = radar.axis_labels(names)
    found = _largest(wrapped.shown, area, font, slots)
    if found is not None:
        return RadarLayout(area.size(), *found[:2], wrapped.shown, found[2], wrapped.key)
    numbers = tuple((str(i),) for i in range(1, len(names) + 1))
    key = tuple(enumerate(names, start=1))
    centre, radius, boxes = _largest(numbers, area, font, slots, 0.0) or (area.center(), 1.0, ())
    return RadarLayout(area.size(), centre, radius, numbers, boxes, key)


def _largest(
    labels: Sequence[Sequence[str]],
    area: QRectF,
    font: QFont,
    slots: Sequence[int],
    smallest: float = _SMALLEST_SHARE,
) -> tuple[QPointF, float, tuple[QRectF, ...]] | None:
    """Return centre, radius and label boxes of the largest chart that fits, if any."""
    sizes = _sizes(labels, font)
    room = area.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    shorter = min(room.width(), room.height())
    for step in range(_STEPS):
        radius = shorter / 1.8 * (1 - step / _STEPS)  # a triangle is higher than its circle's half
        if radius < smallest * shorter:
            return None
        boxes = _boxes(sizes, radius, slots)
        corners = [QPointF(x, -y) for x, y in radar.axis_points(len(sizes), radius)]
        extent = QPolygonF(corners).boundingRect()
        for box in boxes:
            extent = extent.united(box)
        fits = extent.width() <= room.width() and extent.height() <= room.height()
        if fits and not _overlap(boxes):
            shift = room.center() - extent.center()
            return shift, radius, tuple(box.translated(shift) for box in boxes)
    return None


def _sizes(labels: Sequence[Sequence[str]], font: QFont) -> list[QSizeF]:
    metrics = QFontMetricsF(font)
    return [
        QSizeF(
            max((metrics.horizontalAdvance(line) for line in lines), default=0.0) + 2,
            metrics.height() * len(lines),
        )
        for lines in labels
    ]


def _boxes(sizes: Sequence[QSizeF], radius: float, slots: Sequence[int]) -> list[QRectF]:
    """Place the labels around (0, 0), each outside the end of its axis and of its marks."""
    boxes = []
    for size, angle, count in zip(sizes, radar.axis_angles(len(sizes)), slots, strict=True):
        rims = [radar.HOLLOW_RADIUS + radar.HOLLOW_STEP * slot for slot in range(count)]
        marks = [_around(angle, radius * rim) for rim in rims]
        reach = radius + _GAP
        box = _box(size, angle, reach)
        while any(box.intersects(mark) for mark in marks):
            reach += _NUDGE
            box = _box(size, angle, reach)
        boxes.append(box)
    return boxes


def _box(size: QSizeF, angle: float, reach: float) -> QRectF:
    across, down = radar.label_anchor(angle)
    x, y = reach * math.cos(angle), -reach * math.sin(angle)
    return QRectF(QPointF(x - across * size.width(), y - down * size.height()), size)


def _around(angle: float, reach: float) -> QRectF:
    x, y = reach * math.cos(angle), -reach * math.sin(angle)
    return QRectF(x - _MARK, y - _MARK, 2 * _MARK, 2 * _MARK)


def _overlap(boxes: Sequence[QRectF]) -> bool:
    return any(one.intersects(other) for one, other in combinations(boxes, 2))
