"""What a step of a weight slider costs on the comparison page, the screen included.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.weight_step

A step is everything between a slider that moved and a window that shows it: recompute, rank,
say the verdict, repaint what can be seen. CPU time is measured, because other programs on the
machine are no fault of the page.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from typing import Final

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks import example
from benchmarks.measure import Row, at_most, at_rest, percentile
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.scores import SELECTION, Cell, Evidence, Score, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits.rubric import put_rubric
from vendorcompare.document.edits.scores import set_scores
from vendorcompare.gui.jobs import JobRunner
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.workspace import Workspace
from vendorcompare.storage import records

VENDORS: Final = 50
CRITERIA: Final = 120
STEPS: Final = 300
QUEUED: Final = 100
WIDTH, HEIGHT = 1780, 940  # the page in a window of 1920 × 1080
_TABS: Final = ("radar", "heat map", "numbers")


def document(example_of: Assessment) -> Document:
    """Write an example into a document, as if somebody had typed it."""
    made = Document.create()
    with made.change("example") as recorder:
        put_rubric(recorder, SELECTION, example_of.rubric)
        for position, vendor in enumerate(example_of.vendors):
            records.VENDOR.put(recorder, vendor, position=position)
    arrays, typed = example_of.scores, {}
    for row, vendor in enumerate(example_of.vendors):
        for column, criterion in enumerate(example_of.rubric.criteria):
            if not np.isnan(arrays.values[0, row, column]):
                score = Score(
                    value=float(arrays.values[0, row, column]),
                    state=State.SCORED,
                    evidence=Evidence(int(arrays.evidence[0, row, column])),
                )
                typed[Cell("", vendor.key, criterion.key)] = score
    set_scores(made, typed)
    return made


class Bench:
    """Hold a page in a window, and move its sliders as a hand would."""

    def __init__(self, app: QApplication, opened: Document) -> None:
        self._app = app
        self.workspace = Workspace(JobRunner())
        self.workspace.open(opened)
        self.page = ComparePage(self.workspace)
        self.page.resize(WIDTH, HEIGHT)
        self.page.show()
        self._settle()
        keys = [d.key for d in opened.assessment.rubric.dimensions]
        self._sliders = [self.page.sliders().slider(key) for key in keys]

    def show_tab(self, tab: int) -> None:
        """Look at the radar, the heat map or the numbers."""
        self.page.tabs().setCurrentIndex(tab)
        self._settle()

    def steps(self, count: int) -> list[float]:
        """Drag one slider after the other and return the CPU seconds of every step."""
        taken = []
        for number in range(count):
            slider = self._sliders[number // 50 % len(self._sliders)]
            slider.setValue((slider.value() + 7) % slider.maximum())
            taken.append(self._settled_after())
        return taken

    def burst(self, count: int) -> float:
        """Move a slider many times before anything is drawn; return the CPU seconds of it all."""
        start = time.process_time()
        for number in range(count):
            self._sliders[0].setValue(20 + (number * 37) % 900)
        self._settle()
        return time.process_time() - start

    def _settled_after(self) -> float:
        start = time.process_time()
        self._settle()
        return time.process_time() - start

    def _settle(self) -> None:
        """Let timers fire and everything be painted; there is no loop that would do it."""
        for _turn in range(3):
            self._app.processEvents()


def rows() -> Iterator[Row]:
    """Measure, and give a line for every figure."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply_theme(app, "light")
    size = f"{VENDORS} × {CRITERIA}"
    with at_rest(), tempfile.TemporaryDirectory() as home:
        os.environ["VENDORCOMPARE_HOME"] = home
        opened = document(example.assessment(VENDORS, CRITERIA))
        bench = Bench(app, opened)
        before = opened.assessment
        for tab, name in enumerate(_TABS):
            bench.show_tab(tab)
            bench.steps(20)
            taken = [1000 * seconds for seconds in bench.steps(STEPS)]
            what = f"weight step, {name}, {size}"
            yield at_most(f"{what}, p50", percentile(taken, 0.5), 8, "ms")
            yield at_most(f"{what}, p99", percentile(taken, 0.99), 16, "ms")
        bench.show_tab(0)
        one = percentile(bench.steps(50), 0.5)
        burst = percentile([bench.burst(QUEUED) for _time in range(5)], 0.5)
        yield at_most(f"{QUEUED} queued moves, in steps", burst / one, 3)
        touched = float(opened.assessment is not before)
        yield at_most("times the document was touched", touched, 0)
        bench.page.close()
        opened.close()


def main() -> None:
    """Print the table."""
    for row in rows():
        print(f"{'ok ' if row.met else 'NO '} {row.what:<56} {row.figure:>12} {row.goal:>12}")


if __name__ == "__main__":
    main()
