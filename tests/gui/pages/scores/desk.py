"""A score page in a window, and the hands that use it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vendorcompare.core.errors import UserError
from vendorcompare.core.rubric import Criterion, Dimension, Measure, MustHave, Rubric
from vendorcompare.core.scores import SELECTION, Cell, Score
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import vendors
from vendorcompare.document.edits.rubric import put_rubric
from vendorcompare.gui.jobs import JobRunner, SameThreadPool
from vendorcompare.gui.pages.scores.page import ScoresPage
from vendorcompare.gui.workspace import Workspace

Key = Qt.Key
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEVELS = tuple((float(n), Text.same(f"earns {n}")) for n in range(1, 6))
RUBRIC = Rubric(
    (
        Dimension("d1", Text("响应", "Reach"), criteria=(
            Criterion("r1", Text.same("Courtesy"), levels=LEVELS),
            Criterion("r2", Text.same("Clarity")),
            Criterion("t", Text.same("Phone"), Measure.DURATION, unit=Text("小时", "h"),
                      anchors=((1, 1.0), (5, 0.5), (15, 0.0)), must_have=MustHave(at_most=10)),
        )),
        Dimension("d2", Text("资质", "Standing"), criteria=(
            Criterion("b", Text.same("Licence"), Measure.BOOLEAN, must_have=MustHave()),
            Criterion("p", Text.same("Accuracy"), Measure.PERCENTAGE),
        )),
    )
)  # fmt: skip


class Desk:
    """A page in a window with a document of three vendors."""

    def __init__(self, qtbot: QtBot) -> None:
        self.document = Document.create()
        with self.document.change("begin") as recorder:
            put_rubric(recorder, SELECTION, RUBRIC)
        self.vendors = [
            vendors.add_vendor(self.document, n) for n in ("Acme", "B & Sons", "<b>C</b>")
        ]
        self.document.history.forget()
        self.workspace = Workspace(JobRunner(SameThreadPool()))
        self.problems: list[UserError] = []
        self.workspace.refused.connect(self.problems.append)
        self.page = ScoresPage(self.workspace)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        self.page.show()
        self.workspace.open(self.document)
        qtbot.waitExposed(self.page)
        self.page.activateWindow()
        self.grid = self.page.grid
        self.grid.setFocus()
        self.bot = qtbot
        self.go("r1", 0)

    def go(self, criterion: str, vendor: int, *, extend: bool = False) -> None:
        index = self.page.model.index_of(self.vendors[vendor], criterion)
        self.grid.go(index.row(), index.column(), extend=extend)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.grid.editor() or self.grid, key, held)

    def type(self, text: str, key: Qt.Key | None = Key.Key_Return) -> None:
        for character in text:
            QTest.keyClicks(self.grid.editor() or self.grid, character)
        if key is not None:
            self.key(key)

    def score(self, criterion: str, vendor: int, evaluator: str = "") -> Score:
        return self.document.assessment.score(Cell(evaluator, self.vendors[vendor], criterion))

    def value(self, criterion: str, vendor: int) -> float | None:
        return self.score(criterion, vendor).value

    def here(self) -> tuple[str, int]:
        cell = self.page.model.cell(self.grid.currentIndex())
        assert cell is not None
        return cell.criterion, self.vendors.index(cell.vendor)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.key(Key.Key_V, CTRL)

    def notice(self) -> str:
        return str(self.page._form.notice.text())

    def settle(self) -> None:
        QApplication.sendPostedEvents()
        self.bot.wait(5)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.workspace.open(None)
    made.document.close()
