"""A second window calls the one that has the file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.shell_fixtures import on_dialog, opened, press, write_assessment
from vendorcompare.core.errors import DocumentInUse
from vendorcompare.document.document import Document
from vendorcompare.gui.doorbell import Doorbell, Ring
from vendorcompare.gui.jobs import SameThreadPool
from vendorcompare.gui.shell import Shell, build


def answer_to(qtbot: QtBot, session: str) -> bool:
    """Ring as the window of another process would."""
    ring = Ring(session)
    with qtbot.waitSignal(ring.answered, timeout=10_000) as answer:
        ring.call()
    return bool(answer.args[0])


def session_that_has(file: Path) -> str:
    with pytest.raises(DocumentInUse) as refused:
        Document.open(file)
    return refused.value.session


def test_the_window_that_has_the_file_comes_forward(shell: Shell, file: Path, qtbot: QtBot) -> None:
    shell.documents.open(file)
    Doorbell(shell.workspace, shell.window)
    shell.window.showMinimized()
    assert answer_to(qtbot, session_that_has(file))
    qtbot.waitUntil(lambda: not shell.window.isMinimized())
    assert opened(shell).path == file


def test_the_bell_follows_the_document(
    shell: Shell, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shell.documents.open(file)
    Doorbell(shell.workspace, shell.window)
    first = opened(shell).session
    shell.documents.open(write_assessment(tmp_path / "other.vcmp"))
    assert not answer_to(qtbot, first)
    assert answer_to(qtbot, opened(shell).session)
    assert shell.documents.close()
    assert not answer_to(qtbot, first)


def test_a_file_open_in_a_window_that_does_not_answer_is_explained(
    shell: Shell, file: Path, qtbot: QtBot
) -> None:
    elsewhere = Document.open(file)
    said = on_dialog(press("OK"))
    shell.documents.open(file)
    qtbot.waitUntil(lambda: bool(said))
    assert "is already open in VendorCompare on this computer" in said[0]
    assert shell.workspace.document is None
    elsewhere.close()


def test_a_file_open_in_a_window_that_answers_needs_no_box(
    shell: Shell, file: Path, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    shell.documents.open(file)
    Doorbell(shell.workspace, shell.window)
    other = build(qapp, tmp_path / "other.ini", SameThreadPool())
    with qtbot.waitSignals([other.documents.found_elsewhere, other.workspace.noticed]):
        other.documents.open(file)
    assert other.workspace.document is None
    assert opened(shell).path == file
    other.window.deleteLater()
    other.preferences.deleteLater()


def test_nobody_answers_for_no_session(qtbot: QtBot) -> None:
    assert not answer_to(qtbot, "")
    assert not answer_to(qtbot, "0" * 32)
