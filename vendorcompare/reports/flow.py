"""The flow: where the next thing goes, when a page is full, and what every page carries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reportlab.lib.units import mm

from vendorcompare.reports.breaking import shorten, wrap
from vendorcompare.reports.fonts import face
from vendorcompare.reports.page import (
    CAPTION,
    INK,
    SECOND_TEXT,
    STRONG,
    TEXT,
    TITLE,
    Line,
    Page,
    Style,
)
from vendorcompare.reports.wording import Phrase

MARGIN: Final = 15 * mm
STEP: Final = 8.0
_HEADER: Final = 24.0
_FOOTER_LINE: Final = 13.0


class Flow:
    """Place text and tables one below the other, over as many pages as it takes.

    Attributes:
        y: where the next thing goes, counted from the top of the page.
        leading: height of a line as a multiple of its size; Chinese needs more.
    """

    def __init__(
        self,
        paper: tuple[float, float],
        *,
        leading: float = 1.5,
        footer_lines: int = 1,
        masthead: bool = False,
    ) -> None:
        self.pages: list[Page] = []
        self.leading = leading
        self.y = 0.0
        self._paper = paper
        self._masthead = masthead
        self._footer = footer_lines * _FOOTER_LINE + STEP

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def is_landscape(self) -> bool:
        """Whether the page is wider than tall."""
        return self.page.width > self.page.height

    @property
    def left(self) -> float:
        """Where text begins."""
        return MARGIN

    @property
    def right(self) -> float:
        """Where text ends."""
        return self.page.width - MARGIN

    @property
    def width(self) -> float:
        """How wide the text is."""
        return self.page.width - 2 * MARGIN

    @property
    def top(self) -> float:
        """Where the first thing of a page goes."""
        return MARGIN + (0 if self._masthead and len(self.pages) == 1 else _HEADER)

    @property
    def bottom(self) -> float:
        """Where the last thing of a page ends."""
        return self.page.height - MARGIN - self._footer

    @property
    def room(self) -> float:
        """How much of the page is left."""
        return self.bottom - self.y

    @property
    def body(self) -> float:
        """How much a page holds."""
        return self.bottom - self.top

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y <= self.top

    def line_height(self, style: Style) -> float:
        """Return the height of a line."""
        return style.size * self.leading

    def start_page(self, *, landscape: bool = False) -> None:
        """Begin a page."""
        width, height = reversed(self._paper) if landscape else self._paper
        self.pages.append(Page(width, height))
        self.y = self.top

    def next_page(self) -> None:
        """Begin a page that lies like the one before."""
        self.start_page(landscape=self.is_landscape)

    def need(self, height: float) -> None:
        """Begin a page unless there is room for a height, or nothing stands on this one."""
        if height > self.room and not self.fresh:
            self.next_page()

    def skip(self, height: float) -> None:
        """Leave room, except at the top of a page."""
        if not self.fresh:
            self.y += height

    def text(self, text: str, style: Style = TEXT, *, indent: float = 0.0) -> None:
        """Set clean text over the width of the page and over as many pages as it takes."""
        height = self.line_height(style)
        for line in wrap(text, style.bold, style.size, self.width - indent):
            self.need(height)
            self.page.write(self.left + indent, style.baseline(self.y, height), line, style)
            self.y += height

    def phrase(
        self,
        phrase: Phrase,
        style: Style = TEXT,
        second: Style = SECOND_TEXT,
        *,
        indent: float = 0.0,
    ) -> None:
        """Set words, the second language beneath the first."""
        for number, line in enumerate(phrase.lines):
            self.text(line, second if number else style, indent=indent)

    def heading(self, phrase: Phrase, *, keep: float = 96.0) -> None:
        """Set the title of a part, with room for what follows it."""
        self.skip(4 * STEP)
        self.need(keep + 3 * STEP)
        first, *rest = phrase.lines
        height = self.line_height(TITLE)
        baseline = TITLE.baseline(self.y, height)
        self.page.write(self.left, baseline, first, TITLE)
        if rest:
            second = Style(TITLE.size, colour=SECOND_TEXT.colour)
            start = width_of(first, TITLE) + 2 * STEP
            self.page.write(self.left + start, baseline, rest[0], second)
        self.y += height + STEP / 2

    def items(self, texts: Iterable[str], style: Style) -> float:
        """Set short texts side by side, none of them broken if it fits on a line.

        Returns:
            Where the next one could begin on the line that the flow stands at.
        """
        height = self.line_height(style)
        x = self.left
        for text in texts:
            for line in wrap(text, style.bold, style.size, self.width):
                wide = width_of(line, style)
                if x + wide > self.right and x > self.left:
                    x = self.left
                    self.y += height
                self.page.write(x, style.baseline(self.y, height), line, style)
                x += wide + 2 * STEP
        return x

    def points(self, phrases: Iterable[Phrase]) -> None:
        """Set a list, each point after a dash in the margin of its text."""
        for phrase in phrases:
            self.need(self.line_height(TEXT) * len(phrase.lines))
            baseline = TEXT.baseline(self.y, self.line_height(TEXT))
            self.page.write(self.left, baseline, "–", TEXT)
            self.phrase(phrase, indent=1.5 * STEP)
            self.y += STEP / 4

    def strong_line(self) -> None:
        """Draw the one strong line of the sheet."""
        self.page.shapes.append(
            Line((self.left, self.y), (self.right, self.y), width=STRONG, colour=INK)
        )

    def furnish(self, header: tuple[str, str], footers: Iterable[tuple[str, str]]) -> None:
        """Give every page its header and footer; {page} and {pages} stand for the numbers."""
        footers = tuple(footers)
        for number, page in enumerate(self.pages, start=1):
            if number > 1 or not self._masthead:
                _header(page, *header)
            _footer(page, footers, number, len(self.pages))


def width_of(text: str, style: Style) -> float:
    """Return how wide a line is in a style."""
    return face(style.bold).width(text, style.size)


def _header(page: Page, title: str, status: str) -> None:
    """Set the header in front of what stands on the page, where it is read out first."""
    body, page.letters = page.letters, []
    baseline = MARGIN + CAPTION.size
    room = page.width - 2 * MARGIN - width_of(status, CAPTION) - 2 * STEP
    page.write(MARGIN, baseline, shorten(title, False, CAPTION.size, room, 1)[0], CAPTION)
    page.write_right(page.width - MARGIN, baseline, status, CAPTION)
    page.shapes.append(Line((MARGIN, MARGIN + 14), (page.width - MARGIN, MARGIN + 14)))
    page.letters += body


def _footer(page: Page, footers: tuple[tuple[str, str], ...], number: int, count: int) -> None:
    for row, (left, right) in enumerate(reversed(footers)):
        baseline = page.height - MARGIN - 3 - row * _FOOTER_LINE
        page.write(MARGIN, baseline, left, CAPTION)
        numbered = right.replace("{page}", str(number)).replace("{pages}", str(count))
        page.write_right(page.width - MARGIN, baseline, numbered, CAPTION)
