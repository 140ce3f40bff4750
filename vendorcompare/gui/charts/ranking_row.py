"""How one row of a ranking is painted."""

from __future__ import annotations

from functools import cache
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPen

from vendorcompare.gui.charts.ranking_model import RankingRow
from vendorcompare.gui.look import colours, theme
from vendorcompare.gui.look.colours import Tokens
from vendorcompare.gui.look.series_paint import draw_marker
from vendorcompare.gui.look.word_cache import WordCache

_RANK: Final = 32
_MARKER: Final = 24
_SCORE: Final = 48
_BAR: Final = 14
_WHISKER: Final = 5
_NAME_SHARE: Final = 0.62  # of what rank and score leave, at most
_LIFT_SHARE: Final = 0.2  # a name stands as far above the middle as its remark below
_NARROWEST_NAME: Final = 90
_TINTS: Final = (0.9, 0.55)  # neighbours of a stack are told apart by strength, also in grey
_EXCLUDED_TINTS: Final = (0.35, 0.35)


class RowBrush:
    """Paint rows of one width, with fonts and colours looked up once for all of them.

    The names get the room that the longest of them needs, in pixels, and the bars the rest.
    """

    def __init__(
        self,
        painter: QPainter,
        width: int,
        longest_name: int,
        dimensions: list[str],
        words: WordCache,
    ) -> None:
        self._painter = painter
        self._dimensions = dimensions
        self._words = words
        self._fonts = {
            "body": theme.font(),
            "bold": theme.font(bold=True),
            "caption": theme.font("caption"),
        }
        self._text, self._muted = theme.colour("text"), theme.colour("muted")
        self._hairline, self._track = theme.colour("hairline"), theme.colour("sunken")
        most = round((width - _RANK - _MARKER - _SCORE) * _NAME_SHARE)
        self._name = max(_NARROWEST_NAME, min(longest_name, most))
        self._bar_left = _RANK + _MARKER + self._name + theme.SPACE
        self._bar_width = max(width - self._bar_left - _SCORE - theme.SPACE, 0)

    def paint(self, row: RankingRow, box: QRect, *, ruled: bool) -> None:
        """Paint a row into its box, with a hairline below."""
        painter, ranked = self._painter, row.rank is not None
        if ruled:
            painter.fillRect(box.left(), box.bottom(), box.width(), 1, self._hairline)
        ink = self._text if ranked else self._muted
        kind = "bold" if row.rank == 1 else "body"
        middle, lift = box.top() + box.height() / 2, box.height() * _LIFT_SHARE
        if ranked:
            self._write(str(row.rank), kind, ink, 0, middle, _RANK - theme.SPACE, right=True)
        draw_marker(painter, row.style, QPointF(_RANK + _MARKER / 2, middle), hollow=not ranked)
        left = _RANK + _MARKER
        if row.remark:
            self._write(row.name, kind, ink, left, middle - lift, self._name)
            room = self._bar_left + self._bar_width - left
            words = self._words.fitting(row.remark, row.shorter, self._fonts["caption"], room)
            self._write(words, "caption", self._muted, left, middle + lift, room)
        else:
            self._write(row.name, kind, ink, left, middle, self._name)
        if row.score is not None:
            self._paint_bar(row, row.score, middle - (lift if row.remark else 0))
            left = box.right() - _SCORE - theme.SPACE
            self._write(f"{row.score:.1f}", kind, ink, left, middle, _SCORE, right=True)

    def _write(
        self,
        words: str,
        kind: str,
        ink: QColor,
        left: float,
        middle: float,
        width: int,
        *,
        right: bool = False,
    ) -> None:
        font = self._fonts[kind]
        text, long, high = self._words.shaped(words, font, kind, width)
        self._painter.setFont(font)
        self._painter.setPen(ink)
        start = left + width - long if right else left
        self._painter.drawStaticText(QPointF(start, middle - high / 2), text)

    def _paint_bar(self, row: RankingRow, score: float, middle: float) -> None:
        """Stack the points of the dimensions on a track from 0 to 100."""
        painter, top = self._painter, round(middle - _BAR / 2)
        painter.fillRect(self._bar_left, top, self._bar_width, _BAR, self._track)
        tints = _TINTS if row.rank is not None else _EXCLUDED_TINTS
        inks = _inks(row.style.colour, theme.tokens(), tints)
        points = row.contributions
        parts = [points.get(key, 0.0) for key in self._dimensions] if points else [score]
        scale, left, reached = self._bar_width / 100, self._bar_left, 0.0
        for number, part in enumerate(parts):
            reached += part
            right = self._bar_left + round(reached * scale)
            if right > left:  # in whole pixels, which is sharper and drawn much faster
                painter.fillRect(left, top, max(right - left - 1, 1), _BAR, inks[number % 2])
            left = right
        if row.is_uncertain and row.low is not None and row.high is not None:
            self._paint_whisker(row.low, row.high, middle)

    def _paint_whisker(self, low: float, high: float, middle: float) -> None:
        """Draw from the worst to the best that missing scores still allow."""
        scale = self._bar_width / 100
        left, right = self._bar_left + low * scale, self._bar_left + high * scale
        self._painter.setPen(QPen(self._text, 1.5))
        ends = [QLineF(x, middle - _WHISKER, x, middle + _WHISKER) for x in (left, right)]
        self._painter.drawLines([QLineF(left, middle, right, middle), *ends])


@cache
def _inks(series: str, tokens: Tokens, tints: tuple[float, ...]) -> list[QColor]:
    """Return tints of a vendor's colour; opaque, because that is filled much faster."""
    colour = colours.readable(series, tokens.surface)
    return [QColor(colours.mixed(tokens.sunken, colour, tint)) for tint in tints]
