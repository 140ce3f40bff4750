"""Words that are painted again and again, shortened and shaped once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QStaticText, QTransform

_MOST_WORDS: Final = 2000
_MOST_LINES: Final = 5


class WordCache:
    """Keep words measured, shortened and shaped; that is most of the work of drawing them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, int], tuple[QStaticText, float, float]] = {}
        self._lines: dict[tuple[str, str, int], tuple[str, ...]] = {}
        self._lengths: dict[tuple[str, str], int] = {}

    def clear(self) -> None:
        """Forget everything, after a change of font."""
        self._kept.clear()
        self._lines.clear()
        self._lengths.clear()

    def longest(self, words: Iterable[str], font: QFont, kind: str) -> int:
        """Return how long the longest of several wordings is, in pixels; 0 without any."""
        metrics, found = QFontMetrics(font), 0
        for each in words:
            length = self._lengths.get((each, kind))
            if length is None:
                if len(self._lengths) > _MOST_WORDS:
                    self._lengths.clear()
                length = self._lengths[each, kind] = metrics.horizontalAdvance(each) + 1
            found = max(found, length)
        return found

    def shaped(
        self, words: str, font: QFont, kind: str, width: int
    ) -> tuple[QStaticText, float, float]:
        """Return words that fit into a width, with the room that they take."""
        key = (words, kind, width)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) > _MOST_WORDS:
                self._kept.clear()
            shown, metrics = words, QFontMetrics(font)
            if metrics.horizontalAdvance(words) > width:  # Qt would shorten for half a pixel
                shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            text = QStaticText(shown)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            text.prepare(QTransform(), font)
            size = text.size()
            found = self._kept[key] = (text, size.width(), size.height())
        return found

    def broken(self, words: str, font: QFont, kind: str, width: int) -> tuple[str, ...]:
        """Return words on as many lines as they need, up to five; the last of them may be long."""
        key = (words, kind, width)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) > _MOST_WORDS:
                self._lines.clear()
            found = self._lines[key] = broken(words, QFontMetrics(font), width)
        return found

    @staticmethod
    def fitting(words: str, shorter: Sequence[str], font: QFont, width: int) -> str:
        """Return the fullest of several wordings that fits into a width, else the shortest."""
        if not shorter:
            return words
        metrics, variants = QFontMetrics(font), (words, *shorter)
        fits = (text for text in variants if metrics.horizontalAdvance(text) <= width)
        return next(fits, variants[-1])


def broken(words: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """Break words where they do not fit, at blanks if there are any, into five lines at most."""
    rest = " ".join(words.split())
    lines: list[str] = []
    while len(lines) < _MOST_LINES - 1 and metrics.horizontalAdvance(rest) > width:
        cut = _first_line(rest, metrics, width)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return (*lines, rest)


def _first_line(words: str, metrics: QFontMetrics, width: int) -> int:
    """Return how many letters go on a line."""
    counts = range(1, len(words) + 1)
    fits = bisect_right(counts, width, key=lambda count: metrics.horizontalAdvance(words[:count]))
    blank = words.rfind(" ", 1, fits + 1)
    return blank if blank > 0 else max(fits, 1)
