"""A second window calls the one that has the file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import on_dialog, opened, press, write_assessment
from vendorcompare.core.errors import DocumentInUse
from vendorcompare.document.document import Document
from vendorcompare.gui.assembly import Assembly, build
from vendorcompare.gui.files.other_window import Call, CallListener
from vendorcompare.gui.jobs import SameThreadPool


def answer_to(qtbot: QtBot, session: str) -> bool:
    """Call as the window of another process would."""
    ring = Call(session)
    with qtbot.waitSignal(ring.answered, timeout=10_000) as answer:
        ring.call()
    return bool(answer.args[0])


def session_that_has(file: Path) -> str:
    with pytest.raises(DocumentInUse) as refused:
        Document.open(file)
    return refused.value.session


def test_the_window_that_has_the_file_comes_forward(
    application: Assembly, file: Path, qtbot: QtBot
) -> None:
    application.documents.open(file)
    CallListener(application.workspace, application.window)
    application.window.showMinimized()
    assert answer_to(qtbot, session_that_has(file))
    qtbot.waitUntil(lambda: not application.window.isMinimized())
    assert opened(application).path == file


def test_the_bell_follows_the_document(
    application: Assembly, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    application.documents.open(file)
    CallListener(application.workspace, application.window)
    first = opened(application).session
    application.documents.open(write_assessment(tmp_path / "other.vcmp"))
    assert not answer_to(qtbot, first)
    assert answer_to(qtbot, opened(application).session)
    assert application.documents.close()
    assert not answer_to(qtbot, first)


def test_a_file_open_in_a_window_that_does_not_answer_is_explained(
    application: Assembly, file: Path, qtbot: QtBot
) -> None:
    elsewhere = Document.open(file)
    said = on_dialog(press("OK"))
    application.documents.open(file)
    qtbot.waitUntil(lambda: bool(said))
    assert "is already open in VendorCompare on this computer" in said[0]
    assert application.workspace.document is None
    elsewhere.close()


def test_a_file_open_in_a_window_that_answers_needs_no_box(
    application: Assembly, file: Path, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    application.documents.open(file)
    CallListener(application.workspace, application.window)
    other = build(qapp, tmp_path / "other.ini", SameThreadPool())
    with qtbot.waitSignals([other.documents.found_elsewhere, other.workspace.noticed]):
        other.documents.open(file)
    assert other.workspace.document is None
    assert opened(application).path == file
    other.window.deleteLater()
    other.preferences.deleteLater()


def test_nobody_answers_for_no_session(qtbot: QtBot) -> None:
    assert not answer_to(qtbot, "")
    assert not answer_to(qtbot, "0" * 32)
