"""The frame: pages, where the next thing goes, when one is full, and what every page carries."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vendorcompare.reports.layout.fonts import face
from vendorcompare.reports.layout.page import CAPTION, INK, STRONG, Line, Mark, Page, Style
from vendorcompare.reports.layout.wording import Phrase

_MM: Final = 72 / 25.4
MARGIN: Final = 15 * _MM
STEP: Final = 8.0
_RUNNING_LINE: Final = 13.0
_UNDER_HEADER: Final = 11.0


@dataclass(frozen=True, slots=True)
class Running:
    """Hold what every page carries.

    Attributes:
        header: the lines at the top on the left, the first page excepted where it has a masthead.
        status: what stands at the top on the right.
        footer: what stands left and right in each line at the bottom; {page} and {pages} stand
            for the numbers.
    """

    header: tuple[str, ...] = ()
    status: str = ""
    footer: tuple[tuple[str, str], ...] = (("", ""),)


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
        running: Running = Running(),
    ) -> None:
        self.pages: list[Page] = []
        self.leading = leading
        self.y = 0.0
        self.tail = 0.0
        self._paper = paper
        self._masthead = 0.0
        self._running = running
        self._header = len(running.header) * _RUNNING_LINE + _UNDER_HEADER
        self._footer = len(running.footer) * _RUNNING_LINE + STEP

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
        if len(self.pages) == 1 and self._masthead:
            return self._masthead
        return MARGIN + self._header

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

    def end_masthead(self) -> None:
        """Let what stands on the first page so far take the place of its header."""
        self._masthead = self.y

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

    def draw_whole(self, draw: Callable[[], None]) -> bool:
        """Let something draw itself if this page holds all of it; else leave the page as it is."""
        page, y, count = self.page, self.y, len(self.pages)
        shapes, letters, marks = len(page.shapes), len(page.letters), len(page.marks)
        draw()
        if len(self.pages) == count:
            return True
        del self.pages[count:]
        del page.shapes[shapes:], page.letters[letters:], page.marks[marks:]
        self.y = y
        return False

    def mark(self, phrase: Phrase, level: int = 0) -> None:
        """Let the outline of the document lead to this place."""
        self.page.marks.append(Mark(max(self.y - STEP, 0.0), phrase.joined(), level))

    def strong_line(self) -> None:
        """Draw the one strong line of the sheet."""
        self.page.shapes.append(
            Line((self.left, self.y), (self.right, self.y), width=STRONG, colour=INK)
        )

    def furnish(self) -> None:
        """Give every page what it carries, once their number is known."""
        running, count = self._running, len(self.pages)
        for number, page in enumerate(self.pages, start=1):
            if number > 1 or not self._masthead:
                _header(page, running)
            _footer(page, running.footer, number, count)


def width_of(text: str, style: Style) -> float:
    """Return how wide a line is in a style."""
    return face(style.bold).width(text, style.size)


def _header(page: Page, running: Running) -> None:
    """Set the header in front of what stands on the page, where it is read out first."""
    body, page.letters = page.letters, []
    baseline = MARGIN + CAPTION.size
    for number, line in enumerate(running.header):
        page.write(MARGIN, baseline + number * _RUNNING_LINE, line, CAPTION)
    page.write_right(page.width - MARGIN, baseline, running.status, CAPTION)
    rule = MARGIN + len(running.header) * _RUNNING_LINE + 1
    page.shapes.append(Line((MARGIN, rule), (page.width - MARGIN, rule)))
    page.letters += body


def _footer(page: Page, lines: tuple[tuple[str, str], ...], number: int, count: int) -> None:
    for row, (left, right) in enumerate(reversed(lines)):
        baseline = page.height - MARGIN - 3 - row * _RUNNING_LINE
        page.write(MARGIN, baseline, left, CAPTION)
        numbered = right.replace("{page}", str(number)).replace("{pages}", str(count))
        page.write_right(page.width - MARGIN, baseline, numbered, CAPTION)
