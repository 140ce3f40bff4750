"""The radar chart on paper: fixed rings, broken lines where a score is missing, small multiples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from vendorcompare.core.radar import (
    HOLLOW_RADIUS,
    HOLLOW_STEP,
    axis_angles,
    axis_points,
    grid,
    label_anchor,
    polygon,
    rings,
)
from vendorcompare.core.scores import Floats
from vendorcompare.core.series import SeriesStyle
from vendorcompare.reports.layout.charts import colour_of, dash_of, draw_marker, tint
from vendorcompare.reports.layout.flow import width_of
from vendorcompare.reports.layout.page import (
    BODY,
    CAPTION,
    HAIR,
    MUTED,
    PAPER,
    Box,
    Line,
    Outline,
    Page,
    Point,
)

_LEADING: Final = 12.0
#: A label whose anchor lies nearer than this to one of its ends stands beside the chart.
_SIDE: Final = 0.35
_GHOST: Final = (0.55, 0.56, 0.58)


@dataclass(frozen=True)
class Series:
    """Hold one vendor's line: a value from 0 to 1 for each axis, NaN where there is none."""

    values: Floats
    style: SeriesStyle


@dataclass(frozen=True)
class Radar:
    """Draw scores around a centre.

    Attributes:
        labels: what stands at each axis, line by line.
        ghost: values drawn in grey behind, or none.
        numbered: whether the rings carry their numbers, for which a small chart has no room.
    """

    radius: float
    labels: Sequence[Sequence[str]]
    series: Sequence[Series]
    ghost: Floats | None = None
    levels: int = 5
    numbered: bool = True

    @property
    def reach(self) -> float:
        """How far from the centre the labels begin."""
        slots = [slot for slot, series in enumerate(self.series) if np.isnan(series.values).any()]
        if not slots:
            return self.radius + 9
        return self.radius * (HOLLOW_RADIUS + HOLLOW_STEP * max(slots)) + 8

    @property
    def above(self) -> float:
        """How much room the chart takes above its centre."""
        return self.reach + len(self.labels[0]) * _LEADING

    @property
    def below(self) -> float:
        """How much room the chart takes below its centre."""
        return self.reach + max(map(len, self.labels)) * _LEADING

    @property
    def right(self) -> float:
        """How much room the chart takes to the right of its centre."""
        count = len(self.labels)
        ends = zip(axis_angles(count), axis_points(count, self.reach), self.labels, strict=True)
        return max(
            x + (1 - label_anchor(angle)[0]) * max(width_of(line, BODY) for line in lines)
            for angle, (x, _y), lines in ends
        )

    def draw(self, page: Page, centre: Point) -> None:
        """Put the chart on a page."""
        self._draw_grid(page, centre)
        if len(self.series) == 1:
            self._fill(page, centre, self.series[0])
        if self.ghost is not None:
            self._draw_ghost(page, centre, self.ghost)
        for series in self.series:
            self._draw_lines(page, centre, series)
        for ring in rings(self.levels) if self.numbered else ():
            self._label_ring(page, centre, ring.radius, ring.label)
        for slot, series in enumerate(self.series):
            self._draw_markers(page, centre, series, slot)
        self._draw_labels(page, centre)

    def _at(self, centre: Point, point: Point) -> Point:
        return centre[0] + point[0] * self.radius, centre[1] - point[1] * self.radius

    def _draw_grid(self, page: Page, centre: Point) -> None:
        count = len(self.labels)
        for ring in rings(self.levels):
            points = tuple(self._at(centre, p) for p in grid(count, ring.radius))
            outer = ring.radius >= 1
            page.shapes.append(Outline(points, MUTED if outer else HAIR, 0.6 if outer else 0.4))
        for point in axis_points(count):
            page.shapes.append(Line(centre, self._at(centre, point)))

    def _label_ring(self, page: Page, centre: Point, radius: float, label: str) -> None:
        wide = width_of(label, CAPTION)
        x, y = centre[0] + 2.5, centre[1] - radius * self.radius + 9.5
        page.shapes.append(Box(x - 0.5, y - 8, wide + 1, 9, PAPER))
        page.write(x, y, label, CAPTION)

    def _fill(self, page: Page, centre: Point, series: Series) -> None:
        shape = polygon(series.values)
        if shape.complete:
            points = tuple(self._at(centre, p) for p in shape.segments[0])
            pale = tint(colour_of(series.style), 0.12)
            page.shapes.insert(self._behind(page), Outline(points, pale, 0.1, fill=pale))

    def _behind(self, page: Page) -> int:
        """Return the place in the list of shapes that lies behind the grid of this chart."""
        count = len(self.labels)
        return len(page.shapes) - self.levels - count

    def _draw_ghost(self, page: Page, centre: Point, values: Floats) -> None:
        for segment in polygon(values).segments:
            points = tuple(self._at(centre, p) for p in segment)
            page.shapes.append(Outline(points, _GHOST, 1.2, (3.0, 2.0)))

    def _draw_lines(self, page: Page, centre: Point, series: Series) -> None:
        shape, width = polygon(series.values), 1.4
        colour, dash = colour_of(series.style), dash_of(series.style, width)
        for segment in shape.segments:
            points = tuple(self._at(centre, p) for p in segment)
            page.shapes.append(Outline(points, colour, width, dash))

    def _draw_markers(self, page: Page, centre: Point, series: Series, slot: int) -> None:
        shape = polygon(series.values, slot=slot)
        size = 3.2 if self.radius > 80 else 2.4
        for _axis, point in shape.markers:
            draw_marker(page, self._at(centre, point), series.style, size=size)
        for _axis, point in shape.hollow:
            draw_marker(page, self._at(centre, point), series.style, size=size, hollow=True)

    def _draw_labels(self, page: Page, centre: Point) -> None:
        reach = self.reach / self.radius
        for angle, end, lines in zip(
            axis_angles(len(self.labels)),
            axis_points(len(self.labels), reach),
            self.labels,
            strict=True,
        ):
            x, y = self._at(centre, end)
            share_x, share_y = label_anchor(angle)
            top = y - share_y * len(lines) * _LEADING
            block = max(width_of(line, BODY) for line in lines)
            for number, line in enumerate(lines):
                # The lines of a label are flush on the side that looks at the chart.
                flush = 0.0 if share_x < _SIDE else 1.0 if share_x > 1 - _SIDE else 0.5
                left = x - share_x * block + flush * (block - width_of(line, BODY))
                baseline = BODY.baseline(top + number * _LEADING, _LEADING)
                page.write(left, baseline, line, BODY)
