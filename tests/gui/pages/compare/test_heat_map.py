from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vendorcompare.core.series import style_of
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.compare.heat_map import HeatMap, HeatMapModel

VENDORS = [("Acme", style_of(0)), ("<b>Bolt</b>", style_of(1))]
VALUES = [[80.4, math.nan], [0.0, 100.0]]
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def heat_map(qtbot: QtBot, qapp: QApplication) -> HeatMap:
    theme.apply_theme(qapp, "light")
    made = HeatMap()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.set_table(["Price", "Speed"], VENDORS, VALUES)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_model_is_sound() -> None:
    model = HeatMapModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_table(["Price", "Speed"], VENDORS, VALUES)
    model.set_table(["Price", "Speed"], VENDORS, VALUES)
    model.set_table([], [], [])
    assert tester.model() is model


def test_a_cell_has_its_number_and_says_whose_it_is(heat_map: HeatMap) -> None:
    model = heat_map.table()
    assert model.data(model.index(0, 0)) == "80"
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Acme, Price: 80.4"


def test_missing_is_not_zero(heat_map: HeatMap) -> None:
    model = heat_map.table()
    assert model.data(model.index(0, 1)) == "–"
    assert model.data(model.index(1, 0)) == "0"
    spoken = model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "<b>Bolt</b>, Price: not scored"
    picture = heat_map.grab().toImage()
    assert picture.copy(cell(heat_map, 0, 1)) != picture.copy(cell(heat_map, 1, 0))


def test_a_tool_tip_is_never_markup(heat_map: HeatMap) -> None:
    model = heat_map.table()
    tip = model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip


def test_keys_walk_and_tab_leaves(heat_map: HeatMap, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    heat_map.setCurrentIndex(heat_map.table().index(0, 0))
    heat_map.cell_chosen.connect(lambda row, column: told.append((row, column)))
    QTest.keyClick(heat_map, Qt.Key.Key_Right)
    QTest.keyClick(heat_map, Qt.Key.Key_Down)
    QTest.keyClick(heat_map, Qt.Key.Key_Tab)
    assert told == [(0, 1), (1, 1)]


def cell(heat_map: HeatMap, row: int, column: int) -> QRect:
    box = heat_map.visualRect(heat_map.table().index(row, column))
    return box.translated(heat_map.viewport().pos())
