"""Paint the visible cells of a table in one go, from pictures.

Qt's own way asks style, model and delegate for each cell, which takes several times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionRange, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from vendorcompare.gui.grid.block import Block
from vendorcompare.gui.grid.cell_pictures import CellPictures
from vendorcompare.gui.grid.look import Tone

Across = Sequence[tuple[int, int, int]]  # number, left edge and width of columns


def selected_blocks(view: QTableView) -> list[Block]:
    """Return the rectangles that are selected."""
    ranges = list[QItemSelectionRange](view.selectionModel().selection())  # type: ignore[call-overload]
    return [Block(r.top(), r.left(), r.bottom(), r.right()) for r in ranges]


class CellPainter:
    """Paint a table whose model tells the looks of its cells, `looks(row, first, last)`."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self.pictures = CellPictures()

    def paint_area(self, painter: QPainter, area: QRect) -> None:
        """Paint all cells that touch an area of the viewport."""
        view, model = self._view, self._view.model()
        across, down = view.horizontalHeader(), view.verticalHeader()
        first, last = across.visualIndexAt(area.left()), across.visualIndexAt(area.right())
        top, bottom = down.visualIndexAt(area.top()), down.visualIndexAt(area.bottom())
        if first < 0 or top < 0:
            return
        last = model.columnCount() - 1 if last < 0 else last
        bottom = model.rowCount() - 1 if bottom < 0 else bottom
        columns = [
            (c, across.sectionViewportPosition(c), across.sectionSize(c))
            for c in range(first, last + 1)
        ]
        self.pictures.prepare(view.viewport().devicePixelRatioF())
        blocks = [] if _is_one_cell(found := selected_blocks(view)) else found
        for row in range(top, bottom + 1):
            chosen = [b for b in blocks if b.top <= row <= b.bottom]
            self._paint_row(painter, row, columns, chosen)
        self._paint_current(painter)

    def _paint_row(
        self, painter: QPainter, row: int, columns: Across, chosen: Sequence[Block]
    ) -> None:
        header = self._view.verticalHeader()
        model: Any = self._view.model()
        y, height = header.sectionViewportPosition(row), header.sectionSize(row)
        looks = model.looks(row, columns[0][0], columns[-1][0] + 1)
        draw, drawn = painter.drawPixmap, self.pictures.drawn
        kept, kept_for = {}, None
        for (column, x, width), look in zip(columns, looks, strict=True):
            selected = (
                bool(chosen)
                and look.tone is not Tone.HEADING
                and any(b.left <= column <= b.right for b in chosen)
            )
            if (width, selected) != kept_for:
                kept_for = (width, selected)
                kept = self.pictures.of_size(width, height, selected=selected)
            picture = kept.get(look)
            if picture is None:
                picture = kept[look] = drawn(look, width, height, selected=selected)
            draw(x, y, picture)

    def _paint_current(self, painter: QPainter) -> None:
        view = self._view
        index = view.currentIndex()
        if index.isValid():
            focused = view.hasFocus() or view.viewport().hasFocus()
            self.pictures.frame(painter, view.visualRect(index), strong=focused)


def _is_one_cell(blocks: Sequence[Block]) -> bool:
    """Tell whether the frame of the current cell is enough."""
    return len(blocks) == 1 and blocks[0][:2] == blocks[0][2:]
