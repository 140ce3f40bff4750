"""A sheet that is registered is offered on the page, with its own parts and choices."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListView
from pytestqt.qtbot import QtBot

from tests.gui.pages.report.report_page import (
    child,
    choose,
    open_report,
    previewed,
    settings,
    settle,
    words_of,
)
from tests.reports.made_up import VISIT
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.pages.report.page import ReportPage
from vendorcompare.reports.sheets.registry import SHEETS


def test_one_sheet_is_named_and_needs_no_choice(application: Assembly, qtbot: QtBot) -> None:
    page = open_report(application, qtbot)
    assert not child(page, QComboBox, "sheet").isVisible()
    assert child(page, QLabel, "sheet_title").text() == "Vendor comparison"


def test_another_sheet_is_chosen_and_shown_with_its_own_parts(
    application: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SHEETS, VISIT.key, VISIT)
    page = open_report(application, qtbot)
    QTest.keyClick(child(page, QCheckBox, "part_costs"), Qt.Key.Key_Space)
    assert not child(page, QLabel, "sheet_title").isVisible()
    choose(page, "sheet", "Visit form")
    settle(qtbot, page)
    text = words_of(previewed(page))
    assert "Questions for the visit" in text
    assert "Scores by dimension" not in text
    qtbot.waitUntil(lambda: offered(page) == ["Questions", "Signatures"])
    assert not child(page, QListView, "vendors").isVisible()
    QTest.keyClick(child(page, QCheckBox, "part_questions"), Qt.Key.Key_Space)
    assert set(settings(application).left_out) == {"costs", "scales", "questions"}
    settle(qtbot, page)
    assert "Questions for the visit" not in words_of(previewed(page))
    choose(page, "sheet", "Vendor comparison")
    settle(qtbot, page)
    assert "Scores by dimension" in words_of(previewed(page))
    assert not child(page, QCheckBox, "part_costs").isChecked()
    assert child(page, QListView, "vendors").isVisible()


def offered(page: ReportPage) -> list[str]:
    boxes = page.findChildren(QCheckBox, QRegularExpression("^part_"))
    return [box.text() for box in boxes if box.isVisible()]
