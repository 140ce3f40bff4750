"""From the template to the paper: window, sheet and command line show the same figures."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import child, on_dialog, opened, press_key, trigger, type_text
from tests.gui.pages.costs.acting import type_in
from tests.gui.pages.report.report_page import press, saving_as, settle, words_of
from vendorcompare.cli.app import run
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.charts.ranking_bars import RankingBars
from vendorcompare.gui.forms.ui_new_assessment import Ui_NewAssessment
from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.pages.costs.page import CostsPage
from vendorcompare.gui.pages.report.page import ReportPage
from vendorcompare.gui.pages.scores.page import ScoresPage
from vendorcompare.i18n import Language

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NAMES: Final = ("R&D <Labs>", "诚信代账", "<img src=x>")
FEES: Final = ("300", "1,420.50", "380")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_window_paper_and_command_line_agree(
    qtbot: QtBot,
    application: Assembly,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: Language,
) -> None:
    application.preferences.set(replace(application.preferences.current, language=language))
    monkeypatch.setenv("LANGUAGE", language)  # that of the command line
    on_dialog(lambda dialog: go_through_the_wizard(qtbot, dialog))
    trigger(application, "file.new")
    assert [vendor.name for vendor in opened(application).assessment.vendors] == list(NAMES)
    type_and_paste_scores(qtbot, application)
    enter_fees(application)
    file, sheet = tmp_path / "choice.vcmp", tmp_path / "choice.pdf"
    monkeypatch.setattr(application.chooser, "to_save", lambda *_: file)
    trigger(application, "file.save")
    assert not application.window.isWindowModified()
    words = saved_sheet(qtbot, application, monkeypatch, sheet)
    ranked = printed(capsys, "rank", file)
    check_ranking(application, ranked, words, language)
    check_costs(qtbot, application, printed(capsys, "costs", file), words)
    check_the_cheapest(application, said(capsys, "costs", file), words)


def go_through_the_wizard(qtbot: QtBot, dialog: QWidget) -> None:
    form: Ui_NewAssessment = dialog._form  # type: ignore[attr-defined]
    press_key(qtbot, form.templates, Key.Key_Return)
    type_text(qtbot, form.buyer, "Minghua & Co")
    press_key(qtbot, form.buyer, Key.Key_Return)
    for name in NAMES:
        form.vendors.insertPlainText(name)
        press_key(qtbot, form.vendors, Key.Key_Return)
    form.next.click()


def entry(criterion: Criterion, vendor: int, row: int) -> str:
    """Return what is typed into a cell: different for every vendor, good for the second."""
    if criterion.measure is Measure.BOOLEAN:
        return "1" if criterion.must_have or vendor < 2 else "0"
    if criterion.measure is Measure.PERCENTAGE:
        return str((80, 97, 60)[vendor] + row % 3)
    return str((3, 4, 2)[vendor])


def type_and_paste_scores(qtbot: QtBot, application: Assembly) -> None:
    """Type the scores of the first vendor, and paste those of the others from a spreadsheet."""
    application.window.show_page("scores")
    page = child(application.window, ScoresPage, "page_scores")
    assessment = opened(application).assessment
    criteria = assessment.rubric.criteria
    application.window.activateWindow()  # what a window manager does when the wizard closes
    page.grid.setFocus()
    qtbot.waitUntil(page.grid.hasFocus)
    first = page.model.index_of(assessment.vendors[0].key, criteria[0].key)
    page.grid.go(first.row(), first.column())
    for row, criterion in enumerate(criteria):
        for character in entry(criterion, 0, row):
            QTest.keyClicks(page.grid.editor() or page.grid, character)
        QTest.keyClick(page.grid.editor() or page.grid, Key.Key_Return)
    lines = [
        "\t".join(entry(criterion, vendor, row) for vendor in (1, 2))
        for row, criterion in enumerate(criteria)
    ]
    QGuiApplication.clipboard().setText("\n".join(lines))
    page.grid.go(first.row(), 1)
    QTest.keyClick(page.grid, Key.Key_V, CTRL)
    scores = opened(application).assessment.scores.values[0]
    assert not (scores != scores).any(), "a cell stayed blank"


def enter_fees(application: Assembly) -> None:
    application.window.show_page("costs")
    page = child(application.window, CostsPage, "page_costs")
    page._empty._button.click()
    view = page._form.fees
    QTest.keyClick(view.editor() or view, Key.Key_Escape)
    model = page._grids.fees
    for vendor, amount in zip(opened(application).assessment.vendors, FEES, strict=True):
        type_in(view, model.row_of(("new", vendor.key)), 0, "Monthly fee")
        row = model.row_of(("new", vendor.key)) - 1
        type_in(view, row, 1, amount)
    assert len(opened(application).assessment.cost_lines) == len(FEES)


def saved_sheet(
    qtbot: QtBot, application: Assembly, monkeypatch: pytest.MonkeyPatch, target: Path
) -> str:
    """Save the sheet with the button of the page, and return its words without spaces."""
    application.window.show_page("report")
    page = child(application.window, ReportPage, "page_report")
    settle(qtbot, page)
    saving_as(monkeypatch, target)
    press(page, "save_button")
    qtbot.waitUntil(target.exists)
    return squeezed(words_of(target.read_bytes()))


def printed(capsys: pytest.CaptureFixture[str], command: str, file: Path) -> Any:
    capsys.readouterr()
    assert run([command, str(file), "--json"], lambda _files: 1) == 0
    return json.loads(capsys.readouterr().out)


def said(capsys: pytest.CaptureFixture[str], command: str, file: Path) -> str:
    capsys.readouterr()
    assert run([command, str(file)], lambda _files: 1) == 0
    return squeezed(capsys.readouterr().out)


def check_the_cheapest(application: Assembly, terminal: str, paper: str) -> None:
    page = child(application.window, CostsPage, "page_costs")
    headline = squeezed(page._form.headline.text())
    assert "10,800" in headline
    assert headline in paper
    assert headline in terminal


def check_ranking(application: Assembly, ranked: Any, words: str, language: Language) -> None:
    application.window.show_page("compare")
    page = child(application.window, ComparePage, "page_compare")
    shown = child(page, RankingBars, "ranking").ranking().rows()
    assert [(row.name, row.rank) for row in shown] == [
        (row["name"], row["rank"]) for row in ranked["ranking"]
    ]
    assert shown[0].name == NAMES[1]
    for row, figures in zip(shown, ranked["ranking"], strict=True):
        assert row.score == figures["score"]
        assert figures["coverage"] == 1
        assert f"{row.score:.1f}" in words
        assert squeezed(row.name) in words
    verdict = ranked["verdict"][language]
    assert squeezed(page._form.headline.text()) == squeezed(verdict)
    assert squeezed(verdict) in words


def check_costs(qtbot: QtBot, application: Assembly, costs: Any, words: str) -> None:
    application.window.show_page("costs")
    page = child(application.window, CostsPage, "page_costs")
    page._form.tabs.setCurrentWidget(page._form.results_tab)
    cheapest = opened(application).assessment.vendors[0].name
    qtbot.waitUntil(lambda: "10,800" in table(page._form.figures)[cheapest])
    figures = table(page._form.figures)
    names = {vendor.key: vendor.name for vendor in opened(application).assessment.vendors}
    for key, figures_of in costs["vendors"].items():
        total = f"{float(figures_of['tco']['likely']):,.2f}"
        a_month = f"{float(figures_of['monthly_equivalent']['likely']):,.2f}"
        assert total in words
        assert a_month in words
        assert total.removesuffix(".00") in figures[names[key]]


def table(view: QTableView) -> dict[str, list[str]]:
    """Return what the cells of a table show, by the head of their row."""
    model: QAbstractItemModel = view.model()
    return {
        str(model.headerData(row, Qt.Orientation.Vertical)): [
            str(model.index(row, column).data()) for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    }


def squeezed(text: str) -> str:
    """Leave out what lines are broken at."""
    return "".join(text.split())
