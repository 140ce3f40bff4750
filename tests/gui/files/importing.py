"""Import as a user does, and read what the dialog shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTableView,
    QWidget,
)

from tests.gui.application_fixtures import (
    child,
    on_dialog,
    opened,
    trigger,
)
from vendorcompare.core.scores import UNNAMED, Cell, Score
from vendorcompare.gui.assembly import Assembly

Take = Callable[[bytes, Callable[[QWidget], None]], None]
PHONE, ANSWERS, CLARITY = "d1.1", "d2.2", "d2.1"


@pytest.fixture
def take(
    application: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Take:
    """Return how to import a table by the menu, and do something with the dialog."""
    application.documents.open(file)
    source = tmp_path / "scores.csv"
    monkeypatch.setattr(application.chooser, "to_open", lambda *_: source)

    def do(data: bytes, with_dialog: Callable[[QWidget], None]) -> None:
        source.write_bytes(data)
        raised: list[AssertionError] = []

        def guarded(dialog: QWidget) -> None:
            try:
                with_dialog(dialog)
            except AssertionError as error:  # it would be lost in the timer
                raised.append(error)
            if dialog.isVisible():
                dialog.close()

        on_dialog(guarded)
        trigger(application, "file.import")
        if raised:
            raise raised[0]

    return do


def choose(dialog: QWidget, name: str, words: str) -> None:
    """Choose an entry of a list with the keys."""
    combo = child(dialog, QComboBox, name)
    place = combo.findText(words)
    assert place >= 0, [combo.itemText(i) for i in range(combo.count())]
    combo.setFocus()
    combo.setCurrentIndex(place)


def importing(dialog: QWidget) -> QPushButton:
    buttons = child(dialog, QDialogButtonBox, "buttons").buttons()
    return next(b for b in buttons if isinstance(b, QPushButton) and "Import" in b.text())


def said(dialog: QWidget) -> str:
    return child(dialog, QLabel, "sentence").text()


def cells(dialog: QWidget) -> list[list[str]]:
    model = child(dialog, QTableView, "rows").model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def heads(dialog: QWidget) -> list[str]:
    model = child(dialog, QTableView, "rows").model()
    return [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]


def score(application: Assembly, criterion: str, evaluator: str = UNNAMED, at: int = 0) -> Score:
    given = opened(application).assessment
    return given.score(Cell(evaluator, given.vendors[at].key, criterion))
