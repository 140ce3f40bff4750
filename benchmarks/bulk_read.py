"""Reading 60,000 scores of a file into arrays, against fetching the rows and no more."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

from benchmarks.example import rubric
from benchmarks.measure import Row, at_most, paired, ratio
from vendorcompare.core.scores import SELECTION, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits.rubric import put_rubric
from vendorcompare.storage import schema, score_arrays
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.sqlite import database

_VENDORS, _CRITERIA, _ROUNDS = 500, 120, 9
_NEEDED = "SELECT evaluator, vendor, criterion, value, state, evidence FROM score"


def rows() -> list[Row]:
    """Measure reading the scores of 500 vendors and 120 criteria."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["VENDORCOMPARE_HOME"] = folder
        path = Path(folder) / "large.vcmp"
        document = Document.create()
        _fill(document)
        document.save(path)
        assessment = document.assessment
        document.close()
        with reading(path) as transaction:
            driver: sqlite3.Connection = database.driver_of(transaction)
            ours, fetched = paired(
                lambda: score_arrays.load(transaction, assessment),
                lambda: driver.execute(_NEEDED).fetchall(),
                _ROUNDS,
            )
    return [at_most("60,000 scores into arrays / fetchall, CPU", ratio(ours, fetched), 1.5)]


def _fill(document: Document) -> None:
    """Fill a document with scores; one by one in one step, as an import does."""
    tree = rubric(_CRITERIA)
    with document.change("Fill") as recorder:
        put_rubric(recorder, SELECTION, tree)
        for vendor in range(_VENDORS):
            recorder.put(schema.vendor, f"v{vendor}", position=vendor, name=f"Vendor {vendor}")
            for place, criterion in enumerate(tree.criteria):
                recorder.put(
                    schema.score,
                    SELECTION,
                    "",
                    f"v{vendor}",
                    criterion.key,
                    value=float(1 + (place + vendor) % 5),
                    state=int(State.SCORED),
                )
