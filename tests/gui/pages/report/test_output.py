"""What leaves the report page, by file or on paper, is what was previewed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import opened, trigger
from tests.gui.pages.report.report_page import (
    child,
    open_report,
    press,
    previewed,
    saving_as,
    settle,
    words_of,
)
from vendorcompare.document.edits import vendors
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.report import printing
from vendorcompare.gui.pages.report.output import proposed_name
from vendorcompare.gui.pages.report.page import ReportPage
from vendorcompare.gui.pages.report.pdf_pages import PdfPages


@pytest.fixture
def page(application: Assembly, qtbot: QtBot) -> ReportPage:
    return open_report(application, qtbot)


def test_a_name_being_typed_is_on_the_paper(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = child(page, QLineEdit, "approved_by")
    name.setFocus()
    QTest.keyClicks(name, "Still Typing")
    saving_as(monkeypatch, tmp_path / "sheet.pdf")
    page.output().save()
    assert "Still Typing" in words_of((tmp_path / "sheet.pdf").read_bytes())


def test_saving_writes_the_bytes_of_the_preview(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sheet.pdf"
    proposed = saving_as(monkeypatch, target)
    before = previewed(page)
    press(page, "save_button")
    assert target.read_bytes() == before
    assert page._form.notice.text() == 'Saved as "sheet.pdf".'
    offered = {button.text() for button in page._form.notice.findChildren(QPushButton)}
    assert {"Open", "Show in folder"} <= offered
    assert proposed[0].suffix == ".pdf"
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_what_was_saved_is_told_on_a_ground_of_its_own(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving_as(monkeypatch, tmp_path / "sheet.pdf")
    press(page, "save_button")
    notice = page._form.notice
    ground = notice.grab().toImage().pixelColor(theme.SPACE, notice.height() // 2)
    assert ground.name() == theme.colour("good_soft").name()


def test_a_save_that_fails_keeps_the_old_file(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"old")
    saving_as(monkeypatch, target)

    def full(_path: Path, _other: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    press(page, "save_button")
    assert target.read_bytes() == b"old"
    assert "is full" in page._form.notice.text()
    assert [path.name for path in tmp_path.iterdir()] == ["sheet.pdf"]


def test_the_proposed_name_is_one_that_every_system_takes(
    application: Assembly, page: ReportPage
) -> None:
    given = replace(opened(application).assessment, title='A/B: "quick"?', buyer="C\\D " + "x" * 90)
    name = proposed_name(given)
    assert name.startswith("A B quick -C D xxx")
    assert not set(name) & set('<>:"/\\|?*')
    assert len(name) < 90
    assert name.endswith(".pdf")


def test_printing_keeps_number_and_orientation_of_the_pages(
    application: Assembly, page: ReportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    vendors.add_vendor(opened(application), "A fifth one, for which the table is turned")
    settle(qtbot, page)
    sheet = PdfPages(previewed(page))
    printer = printing.printer_for(sheet, "Sheet")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(72)
    numbers = list(range(len(sheet)))
    sizes = [sheet.size(number) for number in numbers]
    assert {size.width() > size.height() for size in sizes} == {True, False}
    job = printing.Printing(sheet, numbers, printer, page)
    with qtbot.waitSignal(job.ended, timeout=60_000) as ended:
        job.start()
    assert ended.args == [None]
    printed = PdfPages((tmp_path / "printed.pdf").read_bytes())
    assert len(printed) == len(sizes)
    for number, size in enumerate(sizes):
        got = printed.size(number)
        assert (got.width(), got.height()) == pytest.approx((size.width(), size.height()), abs=1.5)
        assert is_inked(printed, number)
    printed.close()


def is_inked(pages: PdfPages, number: int) -> bool:
    """Tell whether the top left quarter of a page has ink, where every page has its header."""
    picture = pages.picture(number, 1.0)
    return any(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(picture.width() // 2)
        for y in range(picture.height() // 4)
    )


def test_printing_to_a_file_gives_the_pdf_itself(page: ReportPage, tmp_path: Path) -> None:
    sheet, target = previewed(page), tmp_path / "printed.pdf"
    printer = QPrinter()
    printer.setOutputFileName(str(target))
    page.output().print_on(printer, sheet, 0)
    assert target.read_bytes() == sheet
    printer.setFromTo(2, 3)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    page.output().print_on(printer, sheet, 0)
    pages, whole = PdfPages(target), PdfPages(sheet)
    assert [pages.text(0), pages.text(1)] == [whole.text(1), whole.text(2)]
    assert len(pages) == 2
    pages.close()
    whole.close()


def test_pages_are_printed_as_often_and_in_the_order_that_was_chosen() -> None:
    printer = QPrinter()
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert printing.chosen_pages(printer, 5, 3) == [3]
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printing.chosen_pages(printer, 3, 0) == [2, 1, 0]


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_fails_is_told_in_a_sentence(
    page: ReportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    sheet = PdfPages(previewed(page))
    printer = printing.printer_for(sheet, "Sheet")
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    job = printing.Printing(sheet, [0], printer, page)
    with qtbot.waitSignal(job.ended, timeout=20_000) as ended:
        job.start()
    assert "could not print" in ended.args[0].message


def test_ctrl_p_goes_to_the_page_and_prints_there(
    application: Assembly, page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def never(_printer: QPrinter, count: int, _window: object) -> bool:
        asked.append(count)
        return False

    monkeypatch.setattr(printing, "ask", never)
    application.window.show_page("overview")
    trigger(application, "file.print")
    assert application.window.page() == "report"
    assert asked == []
    trigger(application, "file.print")
    assert asked == [page.view().page_count()]
