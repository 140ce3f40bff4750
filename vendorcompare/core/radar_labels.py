"""How the names of axes are broken into short lines, and numbered where they stay too long."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

#: Characters per line that a label may have: Chinese ones, or Latin ones.
HAN: Final = 6
LATIN: Final = 14
LINES: Final = 2

#: A single word may be longer than a line by a quarter: a number in its place would say less.
_STRETCH: Final = 1.25

#: What must not begin a line, and what must not end one.
_CLOSING: Final = "，。、；：？！）》」』】”’…·,.;:?!)]}%％～"
_OPENING: Final = "（《「『【“‘([{"


@dataclass(frozen=True, slots=True)
class AxisLabels:
    """Hold what is written at each axis, and the key that explains the numbers among it.

    Attributes:
        shown: the lines at each axis.
        key: (number, full name) of the axes that show their number only; the number is the
            place of the axis, counted clockwise from 12 o'clock.
    """

    shown: tuple[tuple[str, ...], ...]
    key: tuple[tuple[int, str], ...]


def axis_labels(names: Sequence[str], han: int = HAN, latin: int = LATIN) -> AxisLabels:
    """Break the names of all axes into lines, numbering those that are too long."""
    wrapped = [wrap_label(name, han, latin) for name in names]
    return AxisLabels(
        shown=tuple(tuple(lines or [str(i)]) for i, lines in enumerate(wrapped, start=1)),
        key=tuple(
            (i, name)
            for i, (name, lines) in enumerate(zip(names, wrapped, strict=True), start=1)
            if not lines
        ),
    )


def wrap_label(text: str, han: int = HAN, latin: int = LATIN, lines: int = LINES) -> list[str]:
    """Break a name into lines; return no line where it does not fit.

    Nothing but the blanks at a break is dropped. A Chinese character takes 1/han of a line, any
    other one 1/latin. No line begins with a closing mark or ends with an opening one.
    """
    room = han * latin  # in shares of a line that both kinds of character divide without rest
    pieces = [(piece, _width(piece, han, latin)) for piece in _pieces(text.strip())]
    broken, widest = _filled(pieces, room)
    if len(broken) > lines or widest > room * _STRETCH:
        return []
    # The narrowest lines that are not more of them: no single character is left over.
    while len(broken) > 1:
        narrower, width = _filled(pieces, widest - 1)
        hyphened = any(line.endswith(("-", "/")) for line in narrower)
        if len(narrower) > len(broken) or width >= widest or hyphened:
            break
        broken, widest = narrower, width
    return broken


def _filled(pieces: Sequence[tuple[str, int]], room: int) -> tuple[list[str], int]:
    """Fill lines with pieces; return them and the width of the widest."""
    found, widths = [""], [0]
    for piece, width in pieces:
        if not found[-1] or widths[-1] + width <= room:
            found[-1] += piece
            widths[-1] += width
        else:
            found.append(piece.lstrip())
            widths.append(width)
    return [line.rstrip() for line in found], max(widths)


def _pieces(text: str) -> list[str]:
    """Split a text where a line may end; blanks stay in front of what follows them."""
    pieces = [text[:1]]
    for before, after in pairwise(text):
        if _may_break(before, after):
            pieces.append(after)
        else:
            pieces[-1] += after
    return pieces


def _may_break(before: str, after: str) -> bool:
    if after in _CLOSING or before in _OPENING or before.isspace():
        return False
    return after.isspace() or before in "-/" or _is_wide(before) or _is_wide(after)


def _width(text: str, han: int, latin: int) -> int:
    return sum(latin if _is_wide(character) else han for character in text)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
