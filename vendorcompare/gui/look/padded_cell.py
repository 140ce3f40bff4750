"""Cells with air at both sides and a hairline below.

They are painted straight from the roles that they use: with a style sheet, Qt's own way takes
ten times as long for each cell.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vendorcompare.gui.look import theme
from vendorcompare.gui.look.focus_ring import draw_ring
from vendorcompare.gui.look.word_cache import WordCache

Role = Qt.ItemDataRole

_PADDING: Final = theme.SPACE
_ICON: Final = 16


class PaddedCellPainter:
    """Paint text, icon and selection of a cell, keeping words measured and shaped."""

    def __init__(self) -> None:
        self._words = WordCache()
        self._font_key = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """Paint a cell."""
        given: Any = option  # the stubs do not know the fields of style options
        box: QRect = given.rect
        if given.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("accent_soft"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("hairline"))
        left, right = box.left() + _PADDING, box.right() + 1 - _PADDING
        icon = index.data(Role.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(left, box.center().y() - _ICON // 2 + 1, _ICON, _ICON))
            left += _ICON + 6
        words = index.data(Role.DisplayRole)
        if words:
            self._write(painter, given.font, index, str(words), (left, right, box))

    def _write(
        self, painter: QPainter, font: QFont, index: Any, words: str, place: tuple[int, int, QRect]
    ) -> None:
        own, ink = index.data(Role.FontRole), index.data(Role.ForegroundRole)
        used = own if isinstance(own, QFont) else font
        if font.key() != self._font_key:
            self._words.clear()
            self._font_key = font.key()
        left, right, box = place
        kind = "bold" if used.bold() else "body"
        text, long, high = self._words.shaped(words, used, kind, max(right - left, 0))
        painter.setFont(used)
        painter.setPen(ink if isinstance(ink, QColor) else theme.colour("text"))
        side = index.data(Role.TextAlignmentRole)
        if side is not None and side & Qt.AlignmentFlag.AlignRight:
            left = right - round(long)
        painter.drawStaticText(QPointF(left, box.top() + (box.height() - high) / 2), text)


class PaddedCells(QStyledItemDelegate):
    """Paint the cells of a table that is only read."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._painter = PaddedCellPainter()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        self._painter.paint(painter, option, index)
        draw_ring(painter, option)
