"""How a vendor is told apart in every chart, on the screen and on paper, also in grey."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final


class Marker(StrEnum):
    """The shape drawn on each point; every one has an outline, so that it can be left hollow."""

    CIRCLE = auto()
    SQUARE = auto()
    TRIANGLE = auto()
    DIAMOND = auto()
    TRIANGLE_DOWN = auto()
    STAR = auto()


@dataclass(frozen=True, slots=True)
class SeriesStyle:
    """Describe how the line of one vendor looks.

    Attributes:
        colour: red, green and blue as #RRGGBB.
        dash: lengths of stroke and gap in turn, in widths of the line; none for a solid line.
    """

    colour: str
    dash: tuple[float, ...]
    marker: Marker


#: The colours of Okabe and Ito, "Color Universal Design" (2008), that stand out on white.
COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")

DASHES: Final[tuple[tuple[float, ...], ...]] = (
    (),
    (6, 2),
    (2, 2),
    (6, 2, 1, 2),
    (10, 4),
    (6, 2, 1, 2, 1, 2),
)


def _style(position: int) -> SeriesStyle:
    turn, place = divmod(position, len(COLOURS))
    # A second vendor of the same colour gets another dash and another marker.
    return SeriesStyle(
        colour=COLOURS[place],
        dash=DASHES[(place + turn) % len(DASHES)],
        marker=tuple(Marker)[(place + 2 * turn) % len(Marker)],
    )


#: Every style there is; no two are the same.
SERIES_STYLES: Final = tuple(_style(i) for i in range(len(COLOURS) * len(DASHES)))


def style_of(position: int) -> SeriesStyle:
    """Return the style of the vendor at a position of the document, counted from 0."""
    return SERIES_STYLES[position % len(SERIES_STYLES)]
