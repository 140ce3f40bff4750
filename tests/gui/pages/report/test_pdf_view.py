from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.report.pdf_view import PdfView


def pdf(pages: int) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(300, 400))
    for number in range(1, pages + 1):
        canvas.setFont("Helvetica", 20)
        canvas.drawString(40, 340, f"This is page {number}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[PdfView]:
    theme.apply_theme(qapp, "light")
    made = PdfView()
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show_pdf(pdf(9))
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.clear()
    theme.apply_theme(qapp, "light")


def test_keys_turn_the_pages(view: PdfView, qtbot: QtBot) -> None:
    sheet = view.sheet()
    assert view.status() == "Page 1 of 9"
    for key, status in (
        (Qt.Key.Key_PageDown, "Page 2 of 9"),
        (Qt.Key.Key_PageDown, "Page 3 of 9"),
        (Qt.Key.Key_PageUp, "Page 2 of 9"),
        (Qt.Key.Key_End, "Page 9 of 9"),
        (Qt.Key.Key_PageDown, "Page 9 of 9"),
        (Qt.Key.Key_Home, "Page 1 of 9"),
        (Qt.Key.Key_PageUp, "Page 1 of 9"),
    ):
        QTest.keyClick(sheet, key)
        assert view.status() == status


def test_buttons_turn_the_pages_and_end_where_the_paper_ends(view: PdfView, qtbot: QtBot) -> None:
    buttons = {b.accessibleName(): b for b in view.findChildren(QToolButton)}
    assert not buttons["Previous page"].isEnabled()
    with qtbot.waitSignal(view.page_turned) as turned:
        QTest.mouseClick(buttons["Next page"], Qt.MouseButton.LeftButton)
    assert turned.args == [1]
    view.show_page(8)
    assert not buttons["Next page"].isEnabled()


def test_readers_hear_the_words_of_the_page(view: PdfView) -> None:
    view.show_page(4)
    assert view.sheet().accessibleDescription().strip() == "This is page 5"


def test_keys_change_the_size(view: PdfView, qtbot: QtBot) -> None:
    sheet = view.sheet()
    control = Qt.KeyboardModifier.ControlModifier
    fitted = sheet.zoom()
    QTest.keyClick(sheet, Qt.Key.Key_Plus, control)
    assert sheet.zoom() == pytest.approx(fitted * 1.2)
    QTest.keyClick(sheet, Qt.Key.Key_Minus, control)
    QTest.keyClick(sheet, Qt.Key.Key_Minus, control)
    assert sheet.zoom() == pytest.approx(fitted / 1.2)
    QTest.keyClick(sheet, Qt.Key.Key_0, control)
    assert sheet.zoom() == pytest.approx(fitted)


def test_a_page_follows_the_window(view: PdfView, qtbot: QtBot) -> None:
    before = view.sheet().zoom()
    view.resize(900, 500)
    assert view.sheet().zoom() > before
    view.fit_page()
    sheet = view.sheet()
    assert sheet.zoom() * 400 * 96 / 72 <= sheet.viewport().height()


def test_the_picture_has_the_pixels_of_the_screen(view: PdfView) -> None:
    sheet = view.sheet()
    picture = sheet.picture()
    assert picture is not None
    expected = 300 * sheet.zoom() * 96 / 72 * sheet.devicePixelRatioF()
    assert picture.width() == pytest.approx(expected, abs=2)


def test_paper_stays_white_in_the_dark(view: PdfView, qapp: QApplication) -> None:
    theme.apply_theme(qapp, "dark")
    view.fit_page()
    picture = view.sheet().grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2) == QColor("#ffffff")
    assert picture.pixelColor(6, 6).lightness() < 60


def test_only_the_page_that_is_seen_is_drawn(
    view: PdfView, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vendorcompare.gui.pages.report.pdf_pages import PdfPages

    drawn: list[int] = []
    draw = PdfPages.picture

    def counted(pages: PdfPages, number: int, scale: float) -> QImage:
        drawn.append(number)
        return draw(pages, number, scale)

    monkeypatch.setattr(PdfPages, "picture", counted)
    view.show_page(6)
    view.grab()
    view.grab()
    assert drawn == [6]


def test_another_document_keeps_the_page(view: PdfView, tmp_path: Path) -> None:
    view.show_page(4)
    file = tmp_path / "sheet.pdf"
    file.write_bytes(pdf(6))
    view.show_pdf(file)
    assert view.status() == "Page 5 of 6"
    view.show_pdf(pdf(2))
    assert view.status() == "Page 2 of 2"
    assert "page 2" in view.sheet().accessibleDescription()


def test_nothing_to_show_is_no_problem(view: PdfView) -> None:
    view.clear()
    view.grab()
    assert view.status() == "No pages"
    assert view.page_count() == 0
