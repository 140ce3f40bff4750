"""The bar that offers to undo takes back what it tells of, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QToolButton

from tests.gui.application_fixtures import child, opened, trigger
from vendorcompare.document.edits import vendors
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.pages.vendors.page import VendorsPage


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
