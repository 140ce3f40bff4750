"""What was done last is told in the language that the window speaks now."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.gui.application_fixtures import opened, trigger
from vendorcompare import i18n
from vendorcompare.document.edits import vendors
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.window.status_line import StatusLine


def test_the_last_step_follows_the_language(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    line = application.window.findChild(StatusLine)
    assert isinstance(line, StatusLine)
    vendors.add_vendor(opened(application), "Gamma")
    assert line._action.accessibleName() == "Add vendor"
    i18n.set_language("zh")
    QApplication.sendEvent(line, QEvent(QEvent.Type.LanguageChange))
    assert line._action.accessibleName() == "添加供应商"
    trigger(application, "edit.undo")
    assert line._action.accessibleName() == "已撤销：添加供应商"


def test_what_was_undone_is_offered_again(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    line = application.window.findChild(StatusLine)
    assert isinstance(line, StatusLine)
    vendors.add_vendor(opened(application), "Gamma")
    (button,) = (each for each in line.findChildren(QAbstractButton) if each.text() == "Undo")
    before = len(opened(application).assessment.vendors)
    assert button.text() == "Undo"
    button.click()
    assert (len(opened(application).assessment.vendors), button.text()) == (before - 1, "Redo")
    button.click()
    assert (len(opened(application).assessment.vendors), button.text()) == (before, "Undo")
