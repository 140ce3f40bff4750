"""The cells of the score grid: criteria and headings down, vendors across."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
)

from vendorcompare.core.assessment import Assessment, Vendor
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.rubric import Criterion, Dimension
from vendorcompare.core.scores import Cell
from vendorcompare.gui.grid.items import NO_INDEX, Index
from vendorcompare.gui.grid.look import Look, Tone
from vendorcompare.gui.pages.scores import score_rows
from vendorcompare.gui.pages.scores.score_looks import Looks, Voice, Who, headings

_STRETCH: Final = 32  # columns made at once, so that few are made while scrolling to the side
_UNMADE: Final = Look("", Tone.BLANK, "unmade")


class ScoreCells(QAbstractTableModel):
    """Know what stands in which row, column and cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks = Looks(Assessment(), Voice())
        self._evaluation: Evaluation | None = None
        self._rows: list[int] = []
        self._made: dict[int, list[Look]] = {}

    @property
    def assessment(self) -> Assessment:
        """The assessment that is shown."""
        return self._looks.assessment

    @property
    def voice(self) -> Voice:
        """Whose scores are shown."""
        return self._looks.voice

    def looks(self, row: int, first: int = 0, last: int | None = None) -> list[Look]:
        """Return what cells of a row show, up to the one before `last`; they are painted from it.

        Only what is asked for is made: a screen holds a few of hundreds of vendors.
        """
        code = self._rows[row]
        made = self._made.get(code)
        if made is None:
            made = self._made[code] = [_UNMADE] * self.columnCount()
        if _UNMADE in made[first:last]:
            stop = len(made) if last is None else min(last + -last % _STRETCH, len(made))
            vendors = slice(first - first % _STRETCH, stop)
            made[vendors] = self._looks_of(code, vendors)
        return made[first:last]

    def look(self, row: int, column: int) -> Look:
        """Return what a cell shows."""
        return self.looks(row, column, column + 1)[0]

    def is_heading(self, row: int) -> bool:
        """Tell whether a row is the heading of a dimension."""
        return self._rows[row] < 0

    def is_filled(self, row: int, column: int) -> bool:
        """Tell whether anything is entered in a cell."""
        return self.look(row, column).tone is not Tone.BLANK

    def criterion(self, row: int) -> Criterion | None:
        """Return the criterion of a row, None for a heading."""
        code = self._rows[row] if 0 <= row < len(self._rows) else -1
        return None if code < 0 else self.assessment.rubric.criteria[code]

    def dimension(self, row: int) -> Dimension | None:
        """Return the dimension of a heading, None for a criterion."""
        code = self._rows[row]
        dimensions = self.assessment.rubric.dimensions
        return dimensions[score_rows.dimension_of(code)] if code < 0 else None

    def weight(self, row: int) -> float | None:
        """Return the share in the whole of a dimension's heading or of a criterion."""
        if self._evaluation is None:
            return None
        shares, code = self._evaluation.shares, self._rows[row]
        if code < 0:
            return float(shares.dimensions[score_rows.dimension_of(code)])
        return float(shares.criteria[code])

    def vendor(self, column: int) -> Vendor:
        """Return the vendor of a column."""
        return self.assessment.vendors[column]

    def cell(self, index: Index) -> Cell | None:
        """Name the score at an index by its keys, None for a heading."""
        criterion = self.criterion(index.row()) if index.isValid() else None
        if criterion is None:
            return None
        return Cell(self.voice.evaluator, self.vendor(index.column()).key, criterion.key)

    def index_of(self, vendor: str, criterion: str) -> QModelIndex:
        """Return the index of a cell, an invalid one if it is not shown."""
        code = self.assessment.rubric.position.get(criterion)
        column = self.assessment.vendor_position.get(vendor)
        if code is None or column is None or code not in self._rows:
            return QModelIndex()
        return self.index(self._rows.index(code), column)

    def lines(self) -> int:
        """Return how many lines a cell may need: side by side, everybody has one."""
        if self.voice.who is not Who.ALL:
            return 1
        return max(1, int(np.count_nonzero(self.assessment.scores.states.any(axis=(1, 2)))))

    def progress(self) -> tuple[int, int]:
        """Return how many cells are done, of how many."""
        return score_rows.progress(self._looks)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.assessment.vendors)

    def _looks_of(self, code: int, vendors: slice) -> list[Look]:
        if code >= 0:
            return self._looks.row(code, vendors)
        return headings(self._evaluation, score_rows.dimension_of(code), vendors)
