"""The flow: titles, text and lists one below the other, over as many pages as it takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from vendorcompare.reports.layout.breaking import wrap
from vendorcompare.reports.layout.frame import MARGIN, STEP, Frame, width_of
from vendorcompare.reports.layout.page import SECOND_TEXT, STRONG_TEXT, TEXT, TITLE, Style
from vendorcompare.reports.layout.wording import Phrase

__all__ = ["MARGIN", "STEP", "Flow", "width_of"]

#: Where the text of a point begins.
_INDENT: Final = 1.5 * STEP
#: So many lines stay with what ends a part.
_LAST: Final = 3


class Flow(Frame):
    """Set text over the width of the page, and tell beforehand how tall it will be."""

    def text(
        self, text: str, style: Style = TEXT, *, indent: float = 0.0, after: float = 0.0
    ) -> None:
        """Set clean text over the width of the page and over as many pages as it takes.

        The last lines stay with a height that follows.
        """
        height = self.line_height(style)
        lines = wrap(text, style.bold, style.size, self.width - indent)
        for number, line in enumerate(lines):
            left = len(lines) - number
            self.need(height * left + after if after and left <= _LAST else height)
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

    def height_of(self, phrase: Phrase, style: Style = TEXT, *, indent: float = 0.0) -> float:
        """Return how tall words in all their languages are."""
        count = sum(
            len(wrap(line, style.bold, style.size, self.width - indent)) for line in phrase.lines
        )
        return count * self.line_height(style)

    @property
    def heading_height(self) -> float:
        """Return how much of a page the title of a part takes, with the air over it."""
        return 4 * STEP + self.line_height(TITLE) + STEP / 2

    def heading(self, phrase: Phrase, *, keep: float = 96.0) -> None:
        """Set the title of a part, with room for what follows it."""
        self.skip(4 * STEP)
        self.need(keep + self.line_height(TITLE) + STEP / 2)
        self.mark(phrase)
        first, *rest = phrase.lines
        height = self.line_height(TITLE)
        baseline = TITLE.baseline(self.y, height)
        self.page.write(self.left, baseline, first, TITLE)
        if rest:
            second = Style(TITLE.size, colour=SECOND_TEXT.colour)
            start = width_of(first, TITLE) + 2 * STEP
            self.page.write(self.left + start, baseline, rest[0], second)
        self.y += height + STEP / 2

    @property
    def subtitle_height(self) -> float:
        """Return how much of a page the title of a table or a list takes."""
        return self.line_height(STRONG_TEXT) + STEP / 2

    def subtitle(self, phrase: Phrase, *, keep: float = 0.0) -> None:
        """Set the title of a table or a list, which stays with the beginning of it."""
        height = self.line_height(STRONG_TEXT)
        self.need(self.subtitle_height + keep)
        baseline = STRONG_TEXT.baseline(self.y, height)
        first, *rest = phrase.lines
        self.page.write(self.left, baseline, first, STRONG_TEXT)
        for second in rest:
            start = width_of(first, STRONG_TEXT) + STEP
            self.page.write(self.left + start, baseline, second, SECOND_TEXT)
        self.y += self.subtitle_height

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

    def lines(self, lines: Iterable[str], style: Style) -> None:
        """Set lines that were broken before."""
        height = self.line_height(style)
        for line in lines:
            self.need(height)
            self.page.write(self.left, style.baseline(self.y, height), line, style)
            self.y += height

    def points_height(self, phrases: Iterable[Phrase]) -> float:
        """Return how tall a list is."""
        return sum(self.height_of(phrase, indent=_INDENT) + STEP / 4 for phrase in phrases)

    def points(self, phrases: Iterable[Phrase]) -> None:
        """Set a list, each point after a dash in the margin of its text.

        No point stands alone at the foot of a page or at the head of the next one.
        """
        listed = list(phrases)
        for place, phrase in enumerate(listed):
            together = 2 if place in (0, len(listed) - 2) else 1
            tall = self.points_height(listed[place : place + together])
            self.need(min(tall, self.body / 2))
            baseline = TEXT.baseline(self.y, self.line_height(TEXT))
            self.page.write(self.left, baseline, "–", TEXT)
            self.phrase(phrase, indent=_INDENT)
            self.y += STEP / 4
