"""Small charts: the bar of a score with what is still open, markers, and the shade of a value."""

from __future__ import annotations

import math
from typing import Final

from vendorcompare.core.series import Marker, SeriesStyle
from vendorcompare.reports.layout.cells import PADDING, Picture
from vendorcompare.reports.layout.page import (
    FAINT,
    INK,
    PAPER,
    Box,
    Colour,
    Disc,
    Line,
    Outline,
    Page,
    Point,
)

_BAR: Final = 7.0
#: The shades of the worst and of the best value; on both, ink is read without effort, and a
#: grey print keeps their order.
_WORST: Final[Colour] = (0.97, 0.97, 0.96)
_BEST: Final[Colour] = (0.58, 0.76, 0.90)

_CORNERS: Final[dict[Marker, tuple[float, ...]]] = {
    Marker.SQUARE: (45, 135, 225, 315),
    Marker.TRIANGLE: (90, 210, 330),
    Marker.DIAMOND: (0, 90, 180, 270),
    Marker.TRIANGLE_DOWN: (270, 30, 150),
    Marker.STAR: tuple(90 + 36 * i for i in range(10)),
}


def colour_of(style: SeriesStyle) -> Colour:
    """Return the colour of a vendor."""
    red, green, blue = bytes.fromhex(style.colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def tint(colour: Colour, strength: float) -> Colour:
    """Mix a colour with the white of the paper."""
    red, green, blue = (1 - strength * (1 - part) for part in colour)
    return red, green, blue


def shade(value: float | None) -> Colour | None:
    """Return the shade of a value from 0 to 1, or none where there is none."""
    if value is None or math.isnan(value):
        return None
    red, green, blue = (a + (b - a) * value for a, b in zip(_WORST, _BEST, strict=True))
    return red, green, blue


def dash_of(style: SeriesStyle, width: float) -> tuple[float, ...]:
    """Return the dash of a vendor in points."""
    return tuple(part * width for part in style.dash)


def score_bar(
    score: float | None, low: float | None, high: float | None, colour: Colour
) -> Picture:
    """Return a bar on the scale 0 to 100, with a whisker over what missing scores allow."""

    def draw(page: Page, left: float, top: float, width: float, height: float) -> None:
        start, room = left + 2 * PADDING, width - 4 * PADDING
        middle = top + min(height, 18.0) / 2
        page.shapes.append(Box(start, middle - _BAR / 2, room, _BAR, FAINT))
        if score is not None:
            page.shapes.append(Box(start, middle - _BAR / 2, room * score / 100, _BAR, colour))
        if low is not None and high is not None and high - low > 0.05:
            _whisker(page, (start + room * low / 100, start + room * high / 100), middle)

    return draw


def _whisker(page: Page, ends: tuple[float, float], y: float) -> None:
    low, high = ends
    page.shapes.append(Line((low, y), (high, y), 2.4, PAPER))
    page.shapes.append(Line((low, y), (high, y), 0.9, INK))
    for x in ends:
        page.shapes.append(Line((x, y - 4.5), (x, y + 4.5), 0.9, INK))


def draw_marker(
    page: Page, centre: Point, style: SeriesStyle, *, size: float = 3.2, hollow: bool = False
) -> None:
    """Draw the marker of a vendor; a hollow one stands for a missing score."""
    colour = colour_of(style)
    fill = PAPER if hollow else colour
    if style.marker is Marker.CIRCLE:
        page.shapes.append(Disc(centre, size * 0.9, colour, 0.9, fill))
        return
    x, y = centre
    points = []
    for number, degrees in enumerate(_CORNERS[style.marker]):
        inner = style.marker is Marker.STAR and number % 2
        reach = size * (0.55 if inner else 1.25)
        angle = math.radians(degrees)
        points.append((x + reach * math.cos(angle), y - reach * math.sin(angle)))
    page.shapes.append(Outline(tuple(points), colour, 0.9, closed=True, fill=fill))


def draw_sample(page: Page, left: float, y: float, style: SeriesStyle) -> float:
    """Draw the line of a vendor as a legend shows it, and return where its name begins."""
    width = 1.4
    end = left + 28
    page.shapes.append(Line((left, y), (end, y), width, colour_of(style), dash_of(style, width)))
    draw_marker(page, ((left + end) / 2, y), style)
    return end + 6
