from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vendorcompare.core.series import style_of
from vendorcompare.gui.charts.ranking_bars import RankingBars
from vendorcompare.gui.charts.ranking_model import RankingModel, RankingRow
from vendorcompare.gui.look import theme

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal
DIMENSIONS = (("price", "Price"), ("speed", "Speed"))


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "light")


def rows(count: int, first: float = 90.0) -> list[RankingRow]:
    return [
        RankingRow(
            f"v{i}", f"Vendor {i}", style_of(i), i + 1, first - i, first - i - 2, first - i + 3,
            {"price": (first - i) * 0.4, "speed": (first - i) * 0.6},
        )
        for i in range(count)
    ]  # fmt: skip


@pytest.fixture
def bars(qtbot: QtBot) -> RankingBars:
    made = RankingBars()
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.set_dimensions(DIMENSIONS)
    made.set_rows(rows(50))
    made.show()
    qtbot.waitExposed(made)
    return made


def text(bars: RankingBars, row: int) -> str:
    model = bars.ranking()
    return str(model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole))


def test_the_model_is_sound() -> None:
    model = RankingModel()
    tester = QAbstractItemModelTester(model, STRICT)
    for count in (3, 3, 50, 0, 2):
        model.set_rows(rows(count))
    model.set_dimensions(DIMENSIONS)
    assert tester.model() is model


def test_a_row_says_where_the_vendor_stands(bars: RankingBars) -> None:
    assert text(bars, 0) == "1. Vendor 0 90.0, between 88.0 and 93.0"
    style = style_of(0)
    bars.set_rows([
        RankingRow("a", "Acme", style, 1, 82.44, 82.44, 82.44),
        RankingRow("b", "Bolt", style, None, 70.0, remark="Fails a must-have: licence"),
        RankingRow("c", "Core", style, None, None),
    ])  # fmt: skip
    assert [text(bars, i) for i in range(3)] == [
        "1. Acme 82.4",
        "Bolt: 70.0, not ranked – Fails a must-have: licence",
        "Core: not scored",
    ]


def test_a_tool_tip_tells_where_the_points_come_from(bars: RankingBars) -> None:
    model = bars.ranking()
    tip = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines()[1:] == ["Price 36.0", "Speed 54.0"]


def test_keys_choose_and_open_a_vendor(bars: RankingBars, qtbot: QtBot) -> None:
    told: list[str] = []
    bars.setFocus()
    bars.vendor_chosen.connect(told.append)
    bars.set_vendor("v0")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End):
        QTest.keyClick(bars, key)
    assert told == ["v1", "v2", "v1", "v49"]
    with qtbot.waitSignal(bars.vendor_opened) as opened:
        QTest.keyClick(bars, Qt.Key.Key_Return)
    assert opened.args == ["v49"]


def test_a_click_chooses_the_row_that_is_painted_there(bars: RankingBars, qtbot: QtBot) -> None:
    bars.scrollToBottom()
    place = bars.visualRect(bars.ranking().index(48)).center()
    with qtbot.waitSignal(bars.vendor_chosen) as told:
        QTest.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["v48"]


def test_the_chosen_vendor_stays_chosen_as_it_moves(bars: RankingBars, qtbot: QtBot) -> None:
    bars.set_vendor("v3")
    with qtbot.assertNotEmitted(bars.vendor_chosen):
        bars.set_rows(list(reversed(rows(50))))
    assert bars.vendor() == "v3"
    assert bars.currentIndex().row() == 46


def test_many_steps_are_painted_once(bars: RankingBars, qtbot: QtBot) -> None:
    QApplication.processEvents()
    painted: list[bool] = []

    class Counter(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(True)
            return False

    counter = Counter()
    bars.viewport().installEventFilter(counter)
    for step in range(100):
        bars.set_rows(rows(50, 90 - step / 10))
    qtbot.waitUntil(lambda: bool(painted))
    QApplication.processEvents()
    assert len(painted) <= 3


def test_figures_are_seen(bars: RankingBars) -> None:
    before = bars.grab().toImage()
    bars.set_rows(rows(50, 80))
    assert bars.grab().toImage() != before


def test_nothing_to_rank_is_no_problem(bars: RankingBars) -> None:
    bars.set_rows([])
    assert bars.vendor() == ""
    bars.grab()
