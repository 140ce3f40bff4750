"""The grid of scores, whose cells are painted from pictures.

A screen of hundreds of vendors is painted in one go; Qt's own way asks style, model and delegate
for each cell, which takes several times as long. Everything else, also what assistive technology
reads, is the table of `GridView`.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from vendorcompare.gui.grid.cell_painter import CellPainter
from vendorcompare.gui.grid.grid_delegate import GridDelegate
from vendorcompare.gui.grid.grid_view import GridView
from vendorcompare.gui.look import theme


class ScoreDelegate(GridDelegate):
    """Paint one cell from its picture, for whoever asks Qt's way."""

    def __init__(self) -> None:
        super().__init__()
        self.painter: CellPainter | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        if self.painter is None:
            return
        box: QRect = option.rect
        pictures = self.painter.pictures
        pictures.prepare(painter.device().devicePixelRatioF())
        model: Any = index.model()
        look = model.look(index.row(), index.column())
        painter.drawPixmap(
            box.topLeft(), pictures.drawn(look, box.width(), box.height(), selected=False)
        )


class ScoreGrid(GridView):
    """Show a `ScoreModel`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        delegate = ScoreDelegate()
        super().__init__(delegate, parent)
        self._painter = delegate.painter = CellPainter(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("surface"))
        self._painter.paint_area(painter, event.rect())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._painter.pictures.forget()
        elif event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()
