from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vendorcompare.core.series import COLOURS, SERIES_STYLES, Marker, style_of


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_colours_are_those_of_okabe_and_ito() -> None:
    # "Color Universal Design", as RGB: blue, vermilion, bluish green, reddish purple, orange,
    # sky blue
    published = [
        (0, 114, 178), (213, 94, 0), (0, 158, 115), (204, 121, 167), (230, 159, 0), (86, 180, 233),
    ]  # fmt: skip
    assert list(COLOURS) == ["#{:02X}{:02X}{:02X}".format(*rgb) for rgb in published]


def test_no_two_styles_are_the_same() -> None:
    assert len(set(SERIES_STYLES)) == len(SERIES_STYLES)


def test_the_first_vendors_differ_in_colour_dash_and_marker() -> None:
    first = SERIES_STYLES[: len(COLOURS)]
    for kind in ("colour", "dash", "marker"):
        assert len({getattr(style, kind) for style in first}) == len(first)


def test_without_colour_neighbours_still_differ_in_dash_and_marker() -> None:
    for one, other in pairwise(SERIES_STYLES):
        assert (one.dash, one.marker) != (other.dash, other.marker)


def test_every_line_can_be_seen_on_white_paper() -> None:
    # the two brightest are no darker in the published palette; dash and marker stand beside them
    assert all(1.05 / (luminance(style.colour) + 0.05) > 2 for style in SERIES_STYLES)


def test_a_style_is_drawable_everywhere() -> None:
    for style in SERIES_STYLES:
        assert re.fullmatch("#[0-9A-F]{6}", style.colour)
        assert len(style.dash) % 2 == 0
        assert all(length > 0 for length in style.dash)
        assert style.marker in Marker


@given(st.integers(0, 1000))
def test_a_vendor_always_gets_the_same_style(position: int) -> None:
    assert style_of(position) == style_of(position)
    assert style_of(position) == style_of(position + len(SERIES_STYLES))
