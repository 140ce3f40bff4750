"""The preview is made beside the window and prints the number of what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import opened, write_assessment
from tests.gui.files.beside import Held, path_of, show
from tests.gui.pages.report.report_page import previewed, settle, words_of
from vendorcompare.document.document import Document
from vendorcompare.document.edits import project
from vendorcompare.document.viewing import Frozen
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.pages.report.page import ReportPage


def number_of(document: Document) -> str:
    """Return the beginning of the content's number, as it is printed."""
    with document.frozen() as frozen:
        return frozen.content_hash()[:12]


def page_of(application: Assembly) -> ReportPage:
    page = application.window.findChild(ReportPage)
    assert isinstance(page, ReportPage)
    return page


def test_the_number_is_that_of_what_is_shown_though_it_changes_meanwhile(
    qtbot: QtBot, threaded: Assembly, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = show(qtbot, threaded, file)
    before = number_of(document)
    held = Held(monkeypatch, Frozen, "content_hash")
    threaded.window.show_page("report")
    held.wait_until_reached()
    sheets: list[bytes] = []
    page_of(threaded)._preview.made.connect(sheets.append)
    project.describe(document, title="Changed meanwhile")
    held.go_on()
    settle(qtbot, page_of(threaded))
    assert before != number_of(document)
    for words in map(words_of, sheets):  # nothing else was shown in between
        assert "Changed meanwhile" in words
        assert number_of(document) in words
    project.choose_sheet(document, status="final")  # no content, so that the number stays
    settle(qtbot, page_of(threaded))
    assert number_of(document) in words_of(previewed(page_of(threaded)))


def test_the_sheet_of_a_document_that_goes_is_dropped(
    qtbot: QtBot,
    threaded: Assembly,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = write_assessment(tmp_path / "other.vcmp", ("Gamma", "Delta"))
    show(qtbot, threaded, file)
    held = Held(monkeypatch, Frozen, "content_hash")
    threaded.window.show_page("report")
    held.wait_until_reached()
    sheets: list[bytes] = []
    page_of(threaded)._preview.made.connect(sheets.append)
    threaded.documents.open(other)
    qtbot.waitUntil(lambda: path_of(threaded) == other)  # it waits for no sheet
    held.go_on()
    settle(qtbot, page_of(threaded))
    assert sheets
    for words in map(words_of, sheets):
        assert "Gamma" in words
        assert number_of(opened(threaded)) in words
