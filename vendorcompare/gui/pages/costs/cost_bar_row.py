"""How one bar of costs is painted."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from vendorcompare.core import formats
from vendorcompare.core.cost_shares import Share
from vendorcompare.gui.look import icons, theme
from vendorcompare.gui.look.series_paint import draw_marker
from vendorcompare.gui.look.word_cache import WordCache
from vendorcompare.gui.pages.costs.cost_rows import CostRow
from vendorcompare.i18n import _

ROW_HEIGHT: Final = 36
_BAR: Final = 16
_MARKER: Final = 28
_FIGURE: Final = 80
_NAME_SHARE: Final = 0.48  # of the width, at most
_NARROWEST_NAME: Final = 110
_WHISKER: Final = 4
_SYMBOL: Final = 16
_SYMBOLS: Final = {"warning": "warning", "bad": "error"}
#: How strong a nature of fees is painted: fixed, variable, possible.
TINTS: Final = (1.0, 0.6, 0.3)


class CostRowBrush:
    """Paint rows of one width, on a scale from zero to the longest bar.

    The names get the room that the longest of them needs, in pixels, and the bars the rest.
    """

    def __init__(
        self,
        painter: QPainter,
        width: int,
        longest_name: int,
        longest: Decimal,
        words: WordCache,
    ) -> None:
        self._painter = painter
        self._words = words
        self._body = theme.font()
        self._name = max(_NARROWEST_NAME, min(longest_name, round(width * _NAME_SHARE)))
        self._left = _MARKER + self._name + theme.SPACE
        room = max(width - self._left - _FIGURE - _SYMBOL - 3 * theme.SPACE, 1)
        self._end = float(self._left + room)
        self._scale = room / float(longest) if longest > 0 else 0.0
        self._figure = width - _FIGURE - theme.SPACE

    def paint(self, row: CostRow, box: QRect, *, ruled: bool) -> None:
        """Paint a row into its box, with a hairline below."""
        if ruled:
            self._painter.fillRect(
                box.left(), box.bottom(), box.width(), 1, theme.colour("hairline")
            )
        middle = box.top() + box.height() / 2
        priced = row.total is not None
        draw_marker(self._painter, row.style, QPointF(_MARKER / 2, middle), hollow=not priced)
        self._write(row.name, "text" if priced else "muted", _MARKER, middle, self._name)
        if row.total is None:
            self._write(_("no prices yet"), "muted", self._left, middle, _FIGURE * 3)
            return
        self._paint_bar(row, middle)
        figure = f"{row.costs.sign}{formats.whole(row.total)}"
        self._write(figure, "text", self._figure, middle, _FIGURE, right=True)
        if row.worst:
            ratio = self._painter.device().devicePixelRatio()
            picture = icons.pixmap(_SYMBOLS[row.worst], row.worst, _SYMBOL, ratio)
            left = self._figure - _SYMBOL
            self._painter.drawPixmap(QPointF(left, middle - _SYMBOL / 2), picture)

    def _paint_bar(self, row: CostRow, middle: float) -> None:
        left, top = float(self._left), round(middle - _BAR / 2)
        for share, tint in zip(row.shares, TINTS, strict=True):
            left += self._paint_share(row, share, tint, left, top)
        if row.low != row.high:
            self._paint_whisker(float(row.low), float(row.high), middle)

    def _paint_share(self, row: CostRow, share: Share, tint: float, left: float, top: int) -> float:
        """Paint what was quoted in full and the rest hatched; return the length."""
        length = max(float(share.amount) * self._scale, 0.0)
        if not length:
            return 0.0
        outside = min(float(share.outside) * self._scale, length)
        colour = theme.visible(row.style.colour)
        colour.setAlphaF(tint)
        quoted = QRectF(left, top, max(length - outside - 1, 0.0), _BAR)
        self._painter.fillRect(quoted, colour)
        if outside > 0:
            paint_hatched(
                self._painter,
                QRectF(left + length - outside, top, max(outside - 1, 1.0), _BAR),
                row.style.colour,
                tint,
            )
        return length

    def _paint_whisker(self, low: float, high: float, middle: float) -> None:
        """Draw from the cost with low volumes to the one with high volumes."""
        start, end = self._left + low * self._scale, self._left + high * self._scale
        self._painter.setPen(QPen(theme.colour("text"), 1.5))
        self._painter.drawLine(QPointF(start, middle), QPointF(min(end, self._end), middle))
        for tip in (start, end):
            if tip > self._end:
                continue  # it goes on beyond the scale, and has no end there
            self._painter.drawLine(QPointF(tip, middle - _WHISKER), QPointF(tip, middle + _WHISKER))

    def _write(
        self, words: str, ink: str, left: float, middle: float, width: int, *, right: bool = False
    ) -> None:
        text, long, high = self._words.shaped(words, self._body, "body", width)
        self._painter.setFont(self._body)
        self._painter.setPen(theme.colour(ink))
        start = left + width - long if right else left
        self._painter.drawStaticText(QPointF(start, middle - high / 2), text)


def paint_hatched(painter: QPainter, box: QRectF, colour_of_series: str, tint: float) -> None:
    """Paint a part that was not quoted: an outline with strokes, which grey printers keep."""
    pale, strong = theme.visible(colour_of_series), theme.visible(colour_of_series)
    pale.setAlphaF(tint * 0.25)
    painter.fillRect(box, pale)
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QPen(strong, 1.2))
    step, height = 5.0, box.height()
    x = box.left() - height
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + height, box.top()))
        x += step
    painter.restore()
    painter.setPen(QPen(strong, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
