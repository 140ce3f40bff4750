"""What tests of the comparison do to its page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.workspace import Workspace

LEADER, SECOND, THIRD, EXCLUDED = "mingzhang", "qincheng", "shengxin", "hengxin"


def shown(qtbot: QtBot, workspace: Workspace, width: int = 1140) -> ComparePage:
    made = ComparePage(workspace)
    qtbot.addWidget(made)
    made.resize(width, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def drag(qtbot: QtBot, page: ComparePage, dimension: str, key: Qt.Key = Qt.Key.Key_End) -> None:
    with qtbot.waitSignal(page._form.weights.tried):
        QTest.keyClick(page.sliders().slider(dimension), key)


def ranked(page: ComparePage) -> list[str]:
    return [row.key for row in page._form.ranking.ranking().rows()]


def press(page: ComparePage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def remark(page: ComparePage, vendor: str) -> str:
    rows = page._form.ranking.ranking().rows()
    return next(row.remark for row in rows if row.key == vendor)


def axes(page: ComparePage) -> tuple[str, ...]:
    shown_now = page._form.radar._axes
    return shown_now.keys if shown_now is not None else ()
