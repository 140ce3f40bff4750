from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from tests.conftest import LogWatch
from vendorcompare import paths
from vendorcompare.core.errors import UserError
from vendorcompare.gui.help.crash import LOG_NAME, CrashReporter


@pytest.fixture
def reporter(qtbot: QtBot) -> Iterator[CrashReporter]:
    made = CrashReporter()
    before = sys.excepthook, threading.excepthook
    made.install()
    yield made
    made.uninstall()
    sys.excepthook, threading.excepthook = before
    for box in boxes():
        box.close()


def boxes() -> list[QMessageBox]:
    found = QApplication.topLevelWidgets()
    return [box for box in found if isinstance(box, QMessageBox) and box.isVisible()]


def fail(reporter: CrashReporter, error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_problem_is_told_once_and_written_down(
    reporter: CrashReporter, qtbot: QtBot, expect_log: LogWatch
) -> None:
    expect_log.expect("Unexpected problem")
    for number in range(3):
        fail(reporter, ValueError(f"wheel {number} fell off"))
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    QApplication.processEvents()
    assert len(boxes()) == 1
    assert "wheel 0 fell off" in boxes()[0].detailedText()
    log = (paths.logs_folder() / LOG_NAME).read_text("utf-8")
    assert all(f"wheel {number} fell off" in log for number in range(3))


def test_the_session_goes_on(reporter: CrashReporter, qtbot: QtBot, expect_log: LogWatch) -> None:
    expect_log.expect("Unexpected problem")
    fail(reporter, ValueError("first"))
    qtbot.waitUntil(lambda: bool(boxes()))
    boxes()[0].close()
    qtbot.waitUntil(lambda: not boxes())
    fail(reporter, ValueError("second"))
    qtbot.waitUntil(lambda: bool(boxes()))
    assert "second" in boxes()[0].detailedText()


def test_details_can_be_copied(reporter: CrashReporter, qtbot: QtBot, expect_log: LogWatch) -> None:
    expect_log.expect("Unexpected problem")
    fail(reporter, ValueError("<b>off</b>"))
    qtbot.waitUntil(lambda: bool(boxes()))
    box = boxes()[0]
    copy = next(b for b in box.buttons() if b.text() == "Copy details")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "<b>off</b>" in QApplication.clipboard().text()
    assert box.isVisible()


def test_a_thread_that_fails_is_told_on_the_window(
    reporter: CrashReporter, qtbot: QtBot, expect_log: LogWatch
) -> None:
    expect_log.expect("Unexpected problem")

    def work() -> None:
        raise ValueError("in the background")

    with qtbot.waitSignal(reporter.caught):
        thread = threading.Thread(target=work)
        thread.start()
    thread.join()
    assert "in the background" in boxes()[0].detailedText()


def test_a_problem_of_the_user_is_shown_as_text_without_details(
    reporter: CrashReporter, qtbot: QtBot
) -> None:
    fail(reporter, UserError("<img src=x>", hint="<b>Choose</b> another file."))
    qtbot.waitUntil(lambda: bool(boxes()))
    box = boxes()[0]
    assert box.text() == "<img src=x>"
    assert not box.detailedText()
    formats = {part.textFormat() for part in box.findChildren(QLabel) if part.text()}
    assert formats == {Qt.TextFormat.PlainText}


@pytest.mark.no_qt_log
def test_messages_of_qt_go_to_the_log(reporter: CrashReporter, expect_log: LogWatch) -> None:
    expect_log.expect("timers cannot be stopped")
    qWarning("timers cannot be stopped")
    for handler in logging.getLogger().handlers:
        handler.flush()
    assert "timers cannot be stopped" in (paths.logs_folder() / LOG_NAME).read_text("utf-8")
