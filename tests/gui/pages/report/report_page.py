"""What tests of the report page do to it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import opened, trigger
from vendorcompare.core.assessment import SheetSettings
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.files.choosers import FileChooser
from vendorcompare.gui.pages.report.page import ReportPage
from vendorcompare.gui.pages.report.pdf_pages import PdfPages

LEFT = Qt.MouseButton.LeftButton
Kind = TypeVar("Kind", bound=QObject)


def open_report(application: Assembly, qtbot: QtBot) -> ReportPage:
    """Open the sample on the report page."""
    trigger(application, "file.sample")
    application.window.show_page("report")
    made = application.window.findChild(ReportPage)
    assert isinstance(made, ReportPage)
    settle(qtbot, made)
    return made


def settle(qtbot: QtBot, page: ReportPage) -> None:
    """Wait until the preview shows what the document says."""
    qtbot.waitUntil(page._preview.is_fresh, timeout=20_000)


def child(page: ReportPage, kind: type[Kind], name: str) -> Kind:
    found = page.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def settings(application: Assembly) -> SheetSettings:
    return opened(application).assessment.sheet_settings


def choose(page: ReportPage, name: str, words: str) -> None:
    """Choose from a box with the keyboard."""
    box = child(page, QComboBox, name)
    box.setFocus()
    target, now = box.findText(words), box.currentIndex()
    for _step in range(abs(target - now)):
        QTest.keyClick(box, Qt.Key.Key_Down if target > now else Qt.Key.Key_Up)


def words_of(pdf: bytes) -> str:
    pages = PdfPages(pdf)
    try:
        return "\n".join(pages.text(number) for number in range(len(pages)))
    finally:
        pages.close()


def previewed(page: ReportPage) -> bytes:
    taken: list[bytes] = []
    page._preview.hand_over(taken.append)
    return taken[0]


def press(page: ReportPage, name: str) -> None:
    QTest.mouseClick(child(page, QPushButton, name), LEFT)


def saving_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[Path]:
    """Answer the question for a name, and return what was proposed."""
    proposed: list[Path] = []

    def answer(_chooser: object, _title: str, _filters: str, name: Path, _suffix: str) -> Path:
        proposed.append(name)
        return path

    monkeypatch.setattr(FileChooser, "to_save", answer)
    return proposed
