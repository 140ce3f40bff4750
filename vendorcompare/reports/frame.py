"""The frame: pages, where the next thing goes, when one is full, and what every page carries."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from reportlab.lib.units import mm

from vendorcompare.reports.breaking import shorten
from vendorcompare.reports.fonts import face
from vendorcompare.reports.page import CAPTION, INK, STRONG, Line, Mark, Page, Style
from vendorcompare.reports.wording import Phrase

MARGIN: Final = 15 * mm
STEP: Final = 8.0
_HEADER: Final = 24.0
_FOOTER_LINE: Final = 13.0


class Frame:
    """Hold the pages of a sheet and the place on the last one where the next thing goes.

    Attributes:
        y: where the next thing goes, counted from the top of the page.
        leading: height of a line as a multiple of its size; Chinese needs more.
        tail: height of what comes after the part that is being drawn and must not stand alone.
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
        self.tail = 0.0
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

    def mark(self, phrase: Phrase, level: int = 0) -> None:
        """Let the outline of the document lead to this place."""
        self.page.marks.append(Mark(max(self.y - STEP, 0.0), phrase.joined(), level))

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
