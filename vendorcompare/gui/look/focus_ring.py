"""Show where the keys go to: a frame around the current cell while its table has the focus.

A row that is chosen looks the same whether the table has the focus or not.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vendorcompare.gui.look import theme


def draw_ring(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Frame a cell if it is the one that the keys go to."""
    given: Any = option  # the stubs do not know the fields of style options
    if given.state & QStyle.StateFlag.State_HasFocus:
        box: QRect = given.rect
        painter.save()
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()


class RingedCells(QStyledItemDelegate):
    """Paint cells as Qt does, and frame the current one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        super().paint(painter, option, index)
        draw_ring(painter, option)
