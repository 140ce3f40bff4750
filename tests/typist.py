"""A window in which scores are typed without a pause, until the process is killed.

Run with a file as `python -m tests.typist FILE`. Every line that it writes is a promise: the
scores in it were announced by the document, and must be there after whatever happens.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from vendorcompare import paths
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.rubric import Measure
from vendorcompare.gui.app import Application
from vendorcompare.gui.assembly import Assembly, build
from vendorcompare.gui.pages.scores.page import ScoresPage


def promised(assessment: Assessment) -> dict[str, float]:
    """Return the score of every cell that has one."""
    agreed = assessment.scores.values[0] if len(assessment.scores.values) else ()
    return {
        f"{vendor.key} {criterion.key}": float(agreed[row][column])
        for row, vendor in enumerate(assessment.vendors)
        for column, criterion in enumerate(assessment.rubric.criteria)
        if len(agreed) and agreed[row][column] == agreed[row][column]
    }


class Typist:
    """Type a score and Enter at every turn of the event loop, cell after cell, round and round."""

    def __init__(self, application: Assembly, file: Path) -> None:
        self._application = application
        self._count = 0
        self._timer = QTimer(application.window)
        self._timer.timeout.connect(self._type)
        application.documents.shown.connect(self._begin)
        application.documents.open(file)

    def _begin(self) -> None:
        document = self._application.workspace.document
        assert document is not None
        document.changed.connect(self._promise)
        self._application.window.show_page("scores")
        page = self._application.window.findChild(ScoresPage)
        assert isinstance(page, ScoresPage)
        self._page = page
        self._timer.start()

    def _type(self) -> None:
        assessment = self._application.workspace.assessment
        criteria, vendors = assessment.rubric.criteria, assessment.vendors
        lap, place = divmod(self._count, len(criteria) * len(vendors))
        column, row = divmod(place, len(criteria))
        criterion = criteria[row]
        index = self._page.model.index_of(vendors[column].key, criterion.key)
        self._page.grid.go(index.row(), index.column())
        value = (lap + row + column) % (2 if criterion.measure is Measure.BOOLEAN else 5)
        words = str(value if criterion.measure is Measure.BOOLEAN else value + 1)
        QTest.keyClicks(self._page.grid, words)
        QTest.keyClick(self._page.grid.editor() or self._page.grid, Qt.Key.Key_Return)
        self._count += 1

    def _promise(self, _changes: object) -> None:
        sys.stdout.write(f"{json.dumps(promised(self._application.workspace.assessment))}\n")
        sys.stdout.flush()


def main() -> None:
    """Show the window and type until the end."""
    app = Application()
    application = build(app, paths.settings_file())
    application.window.show()
    typist = Typist(application, Path(sys.argv[1]))
    app.exec()
    del typist


if __name__ == "__main__":
    main()
