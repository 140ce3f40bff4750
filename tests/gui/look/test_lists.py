"""The lists that boxes open show all they offer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vendorcompare.gui.look import theme


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    theme.apply_theme(qapp, "light")
    yield
    theme.apply_theme(qapp, "light")


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("count", [2, 3, 7, 10])
def test_the_last_item_is_seen_whole(
    qapp: QApplication, qtbot: QtBot, count: int, scale: float
) -> None:
    theme.apply_theme(qapp, "light", scale)
    root, box = QWidget(), QComboBox()
    qtbot.addWidget(root)
    box.addItems([f"Choice {number}" for number in range(count)])
    QVBoxLayout(root).addWidget(box)
    root.show()
    qtbot.waitExposed(root)
    before = box.height()
    root.activateWindow()
    box.setFocus()  # as a click and the tabulator do
    qtbot.waitUntil(box.hasFocus)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(box.model().index(count - 1, 0))
    assert last.bottom() <= view.viewport().rect().bottom()
    assert view.visualRect(box.model().index(0, 0)).top() >= 0
    assert box.height() == before, "nothing moves when a box takes the focus"
    box.hidePopup()
