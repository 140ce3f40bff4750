"""What one typed score costs in a file of 500 vendors and 120 criteria.

    QT_QPA_PLATFORM=offscreen python -m benchmarks edit_score

A step is everything from the text that was typed to the cell, the dimension and the progress
on the screen. CPU time is measured, which leaves out only the waiting for the disk.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from benchmarks import example
from benchmarks.measure import Row, at_most, paired, percentile, ratio
from vendorcompare.core.scores import SELECTION, Cell, Score, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits.rubric import put_rubric
from vendorcompare.document.edits.scores import set_score
from vendorcompare.gui.jobs import JobRunner
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.scores.page import ScoresPage
from vendorcompare.gui.workspace import Workspace
from vendorcompare.storage import schema
from vendorcompare.storage.sqlite.database import connect

_VENDORS, _CRITERIA = 500, 120
_STEPS: Final = 120
_TURNS: Final = 4  # the figures, the cell beside the grid, its layout, its painting
_ROUNDS: Final = 15
_BURST: Final = 10  # steps in a round, so that what is measured is warm on both sides
_CELL = "assessment_id=1 AND round=? AND evaluator='' AND vendor=? AND criterion=?"
_FIND = f"SELECT * FROM score WHERE {_CELL}"
_SET = f"UPDATE score SET value=? WHERE {_CELL}"
_COLUMNS = "assessment_id, number, id, at, actor, kind, message, arguments, concerns, rows, parent"
_LOG = f"INSERT INTO change ({_COLUMNS}) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def rows() -> list[Row]:
    """Measure a typed score on the page, and the durable step beneath it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VENDORCOMPARE_HOME"] = folder
        document = _document()
        path = Path(folder) / "raw.db"
        document.save(Path(folder) / "large.vcmp")
        shutil.copy(Path(folder) / "large.vcmp", path)
        commit = _commit(document, path)
        typed = percentile(_typed(document), 0.95) * 1000
        document.close()
    return [
        at_most("a typed score, all but the disk, CPU p95", typed, 10, "ms"),
        at_most("durable step / the same statements in sqlite3, CPU", commit, 2.5),
    ]


def _document() -> Document:
    """Fill a document as an import does."""
    document, tree = Document.create(), example.rubric(_CRITERIA)
    with document.change("Fill") as recorder:
        put_rubric(recorder, SELECTION, tree)
        for vendor in range(_VENDORS):
            recorder.put(schema.vendor, f"v{vendor}", position=vendor, name=f"Vendor {vendor}")
            for place, criterion in enumerate(tree.criteria):
                values = {"value": float(1 + (place + vendor) % 5), "state": int(State.SCORED)}
                recorder.put(schema.score, SELECTION, "", f"v{vendor}", criterion.key, **values)
    document.history.forget()
    return document


def _typed(document: Document) -> list[float]:
    """Type scores into the page and return the seconds of CPU of each."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    theme.apply_theme(app, "light")
    workspace = Workspace(JobRunner())
    page = ScoresPage(workspace)
    page.resize(1780, 940)
    page.show()
    workspace.open(document)
    app.processEvents()
    seconds = []
    for step in range(_STEPS):
        page.grid.go(2 + step % 10, step % 8)
        _settle(app)
        here = page.grid.currentIndex()
        text = "2" if page.model.data(here) != "2" else "4"
        start = time.process_time()
        page.model.setData(here, text)
        _settle(app)
        seconds.append(time.process_time() - start)
    page.close()
    workspace.open(None)
    return seconds[5:]


def _settle(app: QApplication) -> None:
    """Let everything be shown that the last step leads to, which takes some turns of the loop."""
    for _turn in range(_TURNS):
        app.processEvents()


def _commit(document: Document, path: Path) -> float:
    """Return how many times more CPU our step takes than its bare statements."""
    raw = connect(path)
    ours, theirs = _Turn(), _Turn()

    def step() -> None:
        for _step in range(_BURST):
            cell = Cell("", f"v{ours.next() % _VENDORS}", "c7")
            set_score(document, cell, Score(float(1 + ours.count % 4), State.SCORED))

    def bare() -> None:
        for _step in range(_BURST):
            _bare(raw, f"v{theirs.next() % _VENDORS}", theirs.count)

    found = ratio(*paired(step, bare, _ROUNDS))
    raw.close()
    return found


def _bare(raw: sqlite3.Connection, vendor: str, number: int) -> None:
    key = (SELECTION, vendor, "c7")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(_FIND, key).fetchone()
    raw.execute(_SET, (float(1 + number % 5), *key))
    noted = f'[["score",["selection","","{vendor}","c7"],{{"value":2.0}},{{"value":3.0}}]]'
    when, words, parent = "2026-01-01T00:00:00+00:00", ("Set score", '{"count": 1}'), "0" * 64
    raw.execute(_LOG, (1000 + number, "0" * 16, when, "me", "do", *words, "", noted, parent))
    raw.execute("COMMIT")


class _Turn:
    """Count, so that every round writes another row."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> int:
        """Return the next number."""
        self.count += 1
        return self.count
