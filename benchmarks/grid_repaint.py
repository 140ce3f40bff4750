"""Repainting the score grid, against the same texts in Qt's own model and delegate.

    QT_QPA_PLATFORM=offscreen python -m benchmarks grid_repaint

Both tables have 500 × 120 cells and the same size on the screen. Qt's own is written in C++
throughout; ours paints from arrays and must not be slower for being written in Python.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from benchmarks import example
from benchmarks.measure import Row, at_most, at_rest, paired, percentile, ratio
from vendorcompare.core.ranking import evaluate
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.scores.criterion_header import CriterionHeader, VendorHeader
from vendorcompare.gui.pages.scores.score_grid import ScoreGrid
from vendorcompare.gui.pages.scores.score_looks import Voice
from vendorcompare.gui.pages.scores.score_model import ScoreModel

VENDORS: Final = 500
CRITERIA: Final = 120
_WIDTH, _HEIGHT = 1400, 900
_COLUMN, _ROW = 104, 30
_ROUNDS: Final = 25
_PAGES: Final = 20


def rows() -> list[Row]:
    """Measure a full repaint, and scrolling by pages."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    found = [at_most(f"repaint of {VENDORS} × {CRITERIA} / Qt's own, CPU", _ratio(app), 1.0)]
    theme.apply_theme(app, "light")  # only now: a style sheet would make Qt's own slower
    grid = _grid()
    app.processEvents()
    with at_rest():
        page = percentile(_pages(grid, app.processEvents), 0.99) * 1000
    grid.close()
    return [*found, at_most("scrolling the grid by a page, CPU p99", page, 10, "ms")]


def _ratio(app: QApplication) -> float:
    """Return how many times as long as Qt's own table ours takes to paint everything."""
    grid, reference = _grid(), _reference()
    app.processEvents()
    found = ratio(*paired(grid.viewport().repaint, reference.viewport().repaint, _ROUNDS))
    grid.close()
    reference.close()
    return found


def _grid() -> ScoreGrid:
    assessment = example.assessment(VENDORS, CRITERIA)
    grid = ScoreGrid()
    heads = CriterionHeader(grid)
    grid.setVerticalHeader(heads)
    grid.setHorizontalHeader(VendorHeader(grid))
    model = ScoreModel(grid)
    grid.setModel(model)
    model.show(assessment, Voice(), evaluate(assessment))
    heads.setFixedWidth(280)
    heads.fit_rows()
    grid.horizontalHeader().setDefaultSectionSize(_COLUMN)
    grid.resize(_WIDTH, _HEIGHT)
    grid.show()
    grid.go(3, 3)
    return grid


def _reference() -> QTableView:
    assessment = example.assessment(VENDORS, CRITERIA)
    model = QStandardItemModel(CRITERIA, VENDORS)
    values = assessment.scores.values[0]
    for row in range(CRITERIA):
        for column in range(VENDORS):
            value = values[column, row]
            model.setItem(row, column, QStandardItem("" if value != value else f"{value:g}"))
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.verticalHeader().setFixedWidth(280)
    view.verticalHeader().setDefaultSectionSize(_ROW)
    view.horizontalHeader().setDefaultSectionSize(_COLUMN)
    view.resize(_WIDTH, _HEIGHT)
    view.show()
    return view


def _pages(grid: ScoreGrid, settle: Callable[[], object]) -> list[float]:
    """Scroll through the grid by pages and return the seconds of each."""
    bar, seconds = grid.verticalScrollBar(), []
    for step in range(_PAGES):
        start = time.process_time()
        bar.setValue((step * bar.pageStep()) % max(1, bar.maximum()))
        settle()
        seconds.append(time.process_time() - start)
    return seconds
