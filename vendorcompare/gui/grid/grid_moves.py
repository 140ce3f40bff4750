"""Where the keys of a spreadsheet lead to."""

from __future__ import annotations

from typing import Final, Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

Key = Qt.Key
Place = tuple[int, int]

#: The keys that move, and by how much down and to the right.
_ARROWS: Final = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
}
KEYS: Final = frozenset({*_ARROWS, Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown})


class GridModel(Protocol):
    """Tell of the cells of a grid what Qt does not ask for."""

    def rowCount(self) -> int:
        """How many rows there are, headings included."""

    def columnCount(self) -> int:
        """How many columns there are."""

    def is_heading(self, row: int, /) -> bool:
        """Tell whether a row is passed over."""

    def is_filled(self, row: int, column: int, /) -> bool:
        """Tell whether a cell holds anything."""


def target(view: QTableView, row: int, column: int, key: int, *, far: bool) -> Place:
    """Return where a key leads from a cell; `far` goes to the edge."""
    pressed = Key(key)
    if pressed in _ARROWS:
        down, right = _ARROWS[pressed]
        if far:
            return _edge(view, row, column, down, right)
        return _bounded(view, row, column, down, right)
    last = view.model().columnCount() - 1
    if pressed in (Key.Key_Home, Key.Key_End):
        home = pressed == Key.Key_Home
        lines = lines_of(view)
        end_row = (lines[0] if home else lines[-1]) if far and lines else row
        return end_row, 0 if home else last
    return _paged(view, row, column, 1 if pressed == Key.Key_PageDown else -1)


def stepped(view: QTableView, row: int, column: int, down: int, right: int) -> Place:
    """Return the next cell; beyond the end of a row comes the next row."""
    columns = view.model().columnCount()
    if down or 0 <= column + right < columns:
        return _bounded(view, row, column, down, right)
    next_row, _column = _bounded(view, row, column, 1 if right > 0 else -1, 0)
    if next_row == row:
        return row, column
    return next_row, 0 if right > 0 else columns - 1


def lines_of(view: QTableView) -> list[int]:
    """Return the rows that are no headings."""
    model = model_of(view)
    return [row for row in range(model.rowCount()) if not model.is_heading(row)]


def model_of(view: QTableView) -> GridModel:
    """Return the model of a grid, which Qt knows by its base class only."""
    return cast("GridModel", view.model())


def _bounded(view: QTableView, row: int, column: int, down: int, right: int) -> Place:
    """Go one cell, passing over headings; stay where there is none."""
    model = model_of(view)
    new_row, new_column = row + down, column + right
    while 0 <= new_row < model.rowCount() and model.is_heading(new_row) and down:
        new_row += down
    if not (0 <= new_row < model.rowCount() and 0 <= new_column < model.columnCount()):
        return row, column
    return new_row, new_column


def _edge(view: QTableView, row: int, column: int, down: int, right: int) -> Place:
    """Go to the last cell of a run of filled ones, or over blanks to the next filled one."""
    model = model_of(view)
    here = _bounded(view, row, column, down, right)
    if here == (row, column):
        return here
    run = model.is_filled(row, column) and model.is_filled(*here)
    while True:
        if not run and model.is_filled(*here):
            return here
        following = _bounded(view, *here, down, right)
        if following == here or (run and not model.is_filled(*following)):
            return here
        here = following


def _paged(view: QTableView, row: int, column: int, direction: int) -> Place:
    """Go as many rows as are seen at once."""
    lines = lines_of(view)
    if row not in lines:
        return row, column
    height = max(1, view.verticalHeader().defaultSectionSize())
    rows = max(1, view.viewport().height() // height - 1)
    place = lines.index(row) + direction * rows
    return lines[max(0, min(place, len(lines) - 1))], column
