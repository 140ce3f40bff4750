"""A table of figures that change with every step of a slider."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent

from vendorcompare.gui.grid.cell_painter import CellPainter
from vendorcompare.gui.grid.numbers_table import Index, NumbersTable


class LiveNumbers(NumbersTable):
    """Paint the cells from pictures, because a delegate would take most of a frame.

    The model tells the looks of its cells, `looks(row, first, last)`.
    """

    @cached_property
    def _cells(self) -> CellPainter:
        """The painter, made when first asked: Qt sends events while the base is being built."""
        return CellPainter(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._cells.pictures.forget()
        super().changeEvent(event)

    def dataChanged(self, top_left: Index, bottom_right: Index, _roles: Sequence[int] = ()) -> None:
        """Draw again what changed; a table would draw everything."""
        self.viewport().update(self.visualRect(top_left) | self.visualRect(bottom_right))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        self._cells.paint_area(painter, event.rect())
        painter.end()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (current, previous):
            self.viewport().update(self.visualRect(index))
