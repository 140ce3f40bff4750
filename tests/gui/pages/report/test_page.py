"""The report page: what is previewed is what is saved and printed."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import opened, trigger
from tests.gui.pages.report.report_page import (
    child,
    choose,
    open_report,
    previewed,
    settings,
    settle,
    words_of,
)
from vendorcompare.core import formats
from vendorcompare.document.edits import project
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.pages.report.page import ReportPage
from vendorcompare.gui.pages.report.pdf_pages import PdfPages
from vendorcompare.gui.pages.report.vendor_choice import VendorChoiceModel
from vendorcompare.storage import schema


@pytest.fixture
def page(application: Assembly, qtbot: QtBot) -> ReportPage:
    return open_report(application, qtbot)


def test_the_language_is_kept_in_the_document_and_can_be_undone(
    application: Assembly, page: ReportPage, qtbot: QtBot
) -> None:
    assert "DRAFT" in words_of(previewed(page))
    choose(page, "language", "中文")
    assert settings(application).language == "zh"
    settle(qtbot, page)
    assert "草稿" in words_of(previewed(page))
    trigger(application, "edit.undo")
    assert settings(application).language == "en"
    assert child(page, QComboBox, "language").currentText() == "English"
    settle(qtbot, page)
    assert "DRAFT" in words_of(previewed(page))


def test_every_choice_goes_to_the_document(application: Assembly, page: ReportPage) -> None:
    choose(page, "paper", "Letter")
    choose(page, "status", "Final")
    QTest.keyClick(child(page, QCheckBox, "part_costs"), Qt.Key.Key_Space)
    name = child(page, QLineEdit, "prepared_by")
    name.setFocus()
    QTest.keyClicks(name, "Lin Jing")
    QTest.keyClick(name, Qt.Key.Key_Return)
    chosen = settings(application)
    assert (chosen.paper, chosen.final, chosen.left_out) == ("letter", True, ("costs", "scales"))
    assert chosen.prepared_by == "Lin Jing"
    printed = previewed(page)
    assert "Lin Jing" in words_of(printed)
    assert "FINAL" in words_of(printed)
    assert pypdfium2.PdfDocument(printed)[0].get_size() == (612, 792)


def test_vendors_are_chosen_with_the_space_bar(
    application: Assembly, page: ReportPage, qtbot: QtBot
) -> None:
    view, all_of_them = child(page, QListView, "vendors"), child(page, QCheckBox, "all_vendors")
    given = opened(application).assessment.vendors
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert settings(application).left_out_vendors == (given[0].key,)
    assert all_of_them.checkState() == Qt.CheckState.PartiallyChecked
    settle(qtbot, page)
    text = words_of(previewed(page))
    assert given[1].name in text
    assert f"{len(given) - 1} of {len(given)} vendors shown" in text
    all_of_them.click()
    assert settings(application).left_out_vendors == ()
    assert all_of_them.checkState() == Qt.CheckState.Checked


def test_a_sheet_without_vendors_says_what_to_do(
    application: Assembly, page: ReportPage, qtbot: QtBot
) -> None:
    all_of_them = child(page, QCheckBox, "all_vendors")
    all_of_them.click()
    qtbot.waitUntil(lambda: shown(page) == "No vendor is chosen for the sheet.")
    assert not child(page, QPushButton, "save_button").isEnabled()
    all_of_them.click()
    settle(qtbot, page)
    assert page.view().isVisible()
    assert child(page, QPushButton, "save_button").isEnabled()


def test_a_sheet_without_parts_is_refused_until_one_is_chosen(
    page: ReportPage, qtbot: QtBot
) -> None:
    boxes = [box for box in page.findChildren(QCheckBox) if box.objectName().startswith("part_")]
    for box in boxes:
        if box.isChecked():
            box.click()
    qtbot.waitUntil(lambda: shown(page) == "No part is chosen for the sheet.")
    assert not child(page, QPushButton, "save_button").isEnabled()
    child(page, QCheckBox, "part_scales").click()
    settle(qtbot, page)
    assert "Levels and value functions" in words_of(previewed(page))
    assert child(page, QPushButton, "save_button").isEnabled()


def shown(page: ReportPage) -> str:
    widget = page._form.stack.currentWidget()
    return widget.accessibleName() if widget is not None else ""


def test_a_fee_without_its_volume_is_named_on_the_sheet(
    application: Assembly, page: ReportPage, qtbot: QtBot
) -> None:
    document = opened(application)
    line = next(line for line in document.assessment.cost_lines if line.driver)
    with document.change("Lose the volume") as recorder:
        recorder.put(schema.cost_line, line.key, driver=None)
    settle(qtbot, page)
    assert "1 price missing" in " ".join(words_of(previewed(page)).split())


def test_a_horizon_of_nothing_leads_to_the_costs(
    application: Assembly, page: ReportPage, qtbot: QtBot
) -> None:
    with opened(application).change("Lose the horizon") as recorder:
        recorder.put(schema.assessment, horizon_months=0)
    qtbot.waitUntil(lambda: not page.view().isVisible(), timeout=20_000)
    assert shown(page)
    wanted: list[str] = []
    application.workspace.page_wanted.connect(wanted.append)
    page._problem.action_requested.emit()
    assert wanted == ["costs"]
    assert child(page, QComboBox, "paper").isEnabled()


def test_the_preview_says_what_the_pdf_says(page: ReportPage) -> None:
    pages = PdfPages(previewed(page))
    sheet = page.view().sheet()
    sheet.setFocus()
    for number in range(len(pages)):
        assert sheet.accessibleDescription() == pages.text(number)
        QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    pages.close()


def test_another_document_opened_on_the_page_is_shown_there(
    application: Assembly, page: ReportPage, qtbot: QtBot
) -> None:
    opened(application).history.mark_clean()
    application.documents.open_sample()
    assert page.isVisible()
    settle(qtbot, page)
    assert page.view().sheet().accessibleDescription()


def test_figures_on_the_preview_are_those_of_the_window(
    application: Assembly, page: ReportPage
) -> None:
    text = page.view().sheet().accessibleDescription()
    for row in application.workspace.evaluation().rows:
        assert formats.points(row.score) in text


def test_a_change_keeps_page_and_zoom(
    application: Assembly, page: ReportPage, qtbot: QtBot
) -> None:
    page.view().show_page(2)
    page.view().sheet().zoom_in()
    zoom = page.view().sheet().zoom()
    project.choose_sheet(opened(application), final=True)
    settle(qtbot, page)
    assert (page.view().page(), page.view().sheet().zoom()) == (2, zoom)


def test_many_steps_make_one_sheet(
    application: Assembly, page: ReportPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bytes] = []
    page._preview.made.connect(made.append)
    for text in ("A", "AB", "ABC"):
        project.describe(opened(application), title=text)
    settle(qtbot, page)
    assert len(made) == 1
    assert "ABC" in words_of(made[0])


def test_a_sheet_that_was_overtaken_is_dropped(
    application: Assembly, page: ReportPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = Later()
    monkeypatch.setattr(application.workspace.jobs, "_pool", late)
    made: list[bytes] = []
    page._preview.made.connect(made.append)
    project.describe(opened(application), title="First")
    qtbot.waitUntil(lambda: bool(late.works))
    project.describe(opened(application), title="Second")
    late.works.pop(0)()
    assert made == []
    qtbot.waitUntil(lambda: bool(late.works))
    late.works.pop(0)()
    assert len(made) == 1
    assert "Second" in words_of(made[0])


class Later:
    """Run what was started when the test says so."""

    def __init__(self) -> None:
        self.works: list[Callable[[], None]] = []

    def start(self, work: Callable[[], None], /) -> None:
        self.works.append(work)


def test_page_keys_turn_pages_when_the_page_is_opened(
    application: Assembly, page: ReportPage, qtbot: QtBot
) -> None:
    application.window.show_page("overview")
    application.window.show_page("report")
    qtbot.waitUntil(lambda: page.view().sheet().hasFocus())


def test_every_control_has_a_name(page: ReportPage) -> None:
    kinds = (QCheckBox, QComboBox, QLineEdit, QListView, QPushButton)
    for kind in kinds:
        for control in page.findChildren(kind):
            if control.isVisible():
                assert control.accessibleName(), control.objectName()


def test_the_list_of_vendors_is_a_sound_model(application: Assembly, page: ReportPage) -> None:
    model = VendorChoiceModel(Binding(application.workspace))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_assessment(opened(application).assessment, read_only=False)
    assert model.rowCount() == len(opened(application).assessment.vendors)
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None
    model.show_assessment(opened(application).assessment, read_only=True)
    assert not model.setData(
        model.index(0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
    )


def test_the_words_follow_the_language(
    application: Assembly, page: ReportPage, qtbot: QtBot
) -> None:
    box = child(page, QCheckBox, "part_costs")
    trigger(application, "view.language")
    qtbot.waitUntil(lambda: box.text() == "费用")
    assert settings(application).language == "en"
    trigger(application, "view.language")
    qtbot.waitUntil(lambda: box.text() == "Costs")
