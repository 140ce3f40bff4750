"""What a table is made of: cells, columns and rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from vendorcompare.reports.layout.breaking import ELLIPSIS, even, shorten, wrap
from vendorcompare.reports.layout.fonts import face
from vendorcompare.reports.layout.page import BODY, CAPTION, STRONG_BODY, Colour, Page, Style
from vendorcompare.reports.layout.wording import Phrase

Align = Literal["left", "right", "centre"]
#: Draws into a cell: page, left, top, width and height.
Picture = Callable[[Page, float, float, float, float], None]

PADDING: Final = 4.0
#: A head of more lines would leave no page for what it stands over.
HEAD_LINES: Final = 12
#: Between the words of two languages that stand side by side.
_GAP: Final = 6.0


class TextLine(NamedTuple):
    """A line of a cell; the second language may stand beside the first."""

    text: str
    style: Style
    second: str = ""
    second_style: Style = CAPTION

    @property
    def offset(self) -> float:
        """How far from the start of the line the second language begins."""
        return face(self.style.bold).width(self.text, self.style.size) + _GAP

    @property
    def width(self) -> float:
        """How wide the line is."""
        if not self.second:
            return self.offset - _GAP
        return self.offset + face(self.second_style.bold).width(self.second, self.second_style.size)


@dataclass(frozen=True, slots=True)
class Cell:
    """Hold what stands in one place of a table.

    Attributes:
        pieces: texts that stand one below the other, each in its style.
        shade: colour behind the text.
        mark: symbol at the left edge, in its style.
        picture: what is drawn instead of text.
        beside: whether two pieces stand side by side where they fit on one line.
        even: whether lines are of nearly the same length, as those of a name.
        span: over how many columns the text runs.
    """

    pieces: tuple[tuple[str, Style], ...] = ()
    align: Align = "left"
    shade: Colour | None = None
    mark: str = ""
    mark_style: Style = CAPTION
    picture: Picture | None = None
    beside: bool = False
    even: bool = False
    span: int = 1

    def lines(self, width: float) -> list[TextLine]:
        """Return the lines of the cell in a width."""
        if self.beside and len(self.pieces) == 2:
            line = TextLine(*self.pieces[0], *self.pieces[1])
            if line.width <= width:
                return [line]
        breaking = even if self.even else wrap
        return [
            TextLine(line, style)
            for text, style in self.pieces
            for line in breaking(text, style.bold, style.size, width)
        ]

    def head_lines(self, width: float) -> list[TextLine]:
        """Return the lines of a head, which is cut only where it would fill the page."""
        return [
            TextLine(line, style)
            for text, style in self.pieces
            for line in _head_lines(text, style, width)
        ]


def _head_lines(text: str, style: Style, width: float) -> tuple[str, ...]:
    lines = shorten(text, style.bold, style.size, width, HEAD_LINES)
    return lines if lines[-1].endswith(ELLIPSIS) else even(text, style.bold, style.size, width)


@dataclass(frozen=True, slots=True)
class Column:
    """Describe one column; its head stands over every page."""

    width: float
    head: Cell = Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """Describe one row.

    Attributes:
        group: whether it is the title of the rows below, and stands again over the next page.
        keep: whether it stays with the row below.
        rule: whether a hairline is drawn beneath.
        strong: whether a stronger line is drawn above.
    """

    cells: Sequence[Cell]
    group: bool = False
    keep: bool = False
    rule: bool = True
    strong: bool = False


def figure(text: str, style: Style = BODY, *, shade: Colour | None = None) -> Cell:
    """Make a cell that holds a figure."""
    return Cell(((text, style),), "right", shade)


def words_cell(
    phrase: Phrase, style: Style = BODY, second: Style = CAPTION, align: Align = "left"
) -> Cell:
    """Make a cell that holds words, the second language beside the first or beneath it."""
    pieces = tuple((line, second if i else style) for i, line in enumerate(phrase.lines))
    return Cell(pieces, align, beside=True)


def name_cell(phrase: Phrase, style: Style = BODY) -> Cell:
    """Make a cell that holds a name, whose lines are of nearly the same length."""
    return replace(words_cell(phrase, style), even=True)


def list_cell(phrases: Sequence[Phrase], style: Style = BODY, align: Align = "left") -> Cell:
    """Make a cell that holds several words, one below the other."""
    pieces = (piece for phrase in phrases for piece in words_cell(phrase, style).pieces)
    return Cell(tuple(pieces), align)


def head(phrase: Phrase, align: Align = "left") -> Cell:
    """Make the head of a column."""
    return words_cell(phrase, STRONG_BODY, CAPTION, align)


def figure_head(phrase: Phrase) -> Cell:
    """Make the head of a column of figures."""
    return head(phrase, "right")
