"""The bar that offers to undo takes back what it tells of, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)

from tests.gui.application_fixtures import child, opened, trigger
from vendorcompare.document.edits import vendors
from vendorcompare.gui import translator
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.pages.vendors.page import VendorsPage
from vendorcompare.i18n import Language


@pytest.fixture
def page(application: Assembly, file: Path) -> VendorsPage:
    """Give the page of the vendors, the first of which was just deleted."""
    application.documents.open(file)
    application.window.show_page("vendors")
    found = application.window.findChild(VendorsPage)
    assert isinstance(found, VendorsPage)
    child(found, QToolButton, "delete_button").click()
    assert names(application) == ["Beta"]
    return found


def names(application: Assembly) -> list[str]:
    return [vendor.name for vendor in opened(application).assessment.vendors]


def undo_button(application: Assembly) -> QPushButton:
    return next(b for b in application.window.notices.findChildren(QPushButton) if b.text())


def test_it_takes_back_what_it_tells_of(application: Assembly, page: VendorsPage) -> None:
    undo_button(application).click()
    assert names(application) == ["Acme", "Beta"]
    assert not application.window.notices.text()


def test_it_goes_when_something_else_was_done(application: Assembly, page: VendorsPage) -> None:
    vendors.add_vendor(opened(application), "Gamma")
    assert not application.window.notices.text()


def test_it_goes_when_it_was_undone_otherwise(application: Assembly, page: VendorsPage) -> None:
    trigger(application, "edit.undo")
    assert names(application) == ["Acme", "Beta"]
    assert not application.window.notices.text()


def test_what_is_being_typed_is_not_undone_instead(
    application: Assembly, page: VendorsPage
) -> None:
    note = child(page, QPlainTextEdit, "pros")
    note.setFocus()
    QTest.keyClicks(note, "quick")
    undo_button(application).click()
    assert opened(application).assessment.vendors[0].pros == "quick"
    assert names(application) == ["Beta"]


def covered(widget: QWidget, rect: QRect) -> QRect:
    """Return a part of a widget as it lies on the screen."""
    return QRect(widget.mapToGlobal(rect.topLeft()), rect.size())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
def test_it_covers_neither_the_hint_nor_the_row_it_speaks_of(
    application: Assembly, qapp: QApplication, size: tuple[int, int], language: Language
) -> None:
    window, bar = application.window, application.window.notices
    translator.switch_language(qapp, language)
    window.resize(*size)
    application.documents.open_sample()
    window.show_page("costs")
    child(window, QTabWidget, "tabs").setCurrentIndex(1)
    fees, hint = child(window, RecordGrid, "fees"), child(window, QLabel, "fee_hint")
    fees.setFocus()
    fees.go(fees.model().rowCount() - 2, 0)
    for column in range(fees.model().columnCount()):
        fees.go(fees.currentIndex().row(), column, extend=True)
    QTest.keyClick(fees, Qt.Key.Key_Delete)
    QTest.qWait(20)
    assert bar.text()
    over = covered(bar, bar.rect())
    assert hint.text()
    assert not over.intersects(covered(hint, hint.rect()))
    cell = covered(fees.viewport(), fees.visualRect(fees.currentIndex()))
    assert not over.intersects(cell)


def test_it_leaves_what_the_mouse_points_at(application: Assembly, page: VendorsPage) -> None:
    bar = application.window.notices
    foot = bar.mapToGlobal(bar.rect().center())
    bar.dismiss()
    QCursor.setPos(foot)
    bar.show_notice("Something else")
    assert not covered(bar, bar.rect()).contains(foot)
    QCursor.setPos(application.window.mapToGlobal(application.window.rect().center()))
