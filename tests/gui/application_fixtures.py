"""The whole application, driven as a user does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vendorcompare import paths
from vendorcompare.core.rubric import Tier
from vendorcompare.document import creation
from vendorcompare.document.document import Document
from vendorcompare.document.edits import vendors
from vendorcompare.gui import translator
from vendorcompare.gui.assembly import Assembly, build
from vendorcompare.gui.jobs import Pool, SameThreadPool
from vendorcompare.gui.look import theme

Widget = TypeVar("Widget", bound=QWidget)


@pytest.fixture
def application(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Assembly]:
    """Build the application in English; jobs end before they return."""
    monkeypatch.setenv("LANGUAGE", "en")
    with started(qtbot, qapp, SameThreadPool()) as made:
        yield made


@pytest.fixture
def threaded(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Assembly]:
    """Build the application in English as users have it: jobs run beside the window."""
    monkeypatch.setenv("LANGUAGE", "en")
    with started(qtbot, qapp, None) as made:
        yield made


@contextmanager
def started(qtbot: QtBot, qapp: QApplication, pool: Pool | None) -> Iterator[Assembly]:
    """Build the application, and take it apart again."""
    made = build(qapp, paths.settings_file(), pool)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    jobs = made.workspace.jobs
    jobs.stop()
    qtbot.waitUntil(lambda: not jobs.is_busy())
    document = made.workspace.document
    made.workspace.open(None)
    if document is not None:
        document.close()
    made.window.guard_close(lambda _close: True)
    made.window.close()
    made.window.deleteLater()
    made.preferences.deleteLater()
    # No event loop runs between tests: without this every window lives to the end of them all.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    translator.switch_language(qapp, "en")
    theme.apply_theme(qapp, "light")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write an assessment of two vendors."""
    return write_assessment(tmp_path / "agency.vcmp")


def write_assessment(path: Path, names: tuple[str, ...] = ("Acme", "Beta")) -> Path:
    document = creation.create_from_template(
        "bookkeeping-communication", Tier.QUICK, title="Agency", buyer="Buyer Ltd"
    )
    for name in names:
        vendors.add_vendor(document, name)
    document.save(path)
    document.close()
    return path


def opened(application: Assembly) -> Document:
    assert application.workspace.document is not None
    return application.workspace.document


def press(words: str) -> Callable[[QWidget], None]:
    """Press the button with these words, `&` aside."""

    def do(window: QWidget) -> None:
        for button in window.findChildren(QPushButton):
            if button.text().replace("&", "") == words:
                button.click()
                return
        shown = [button.text() for button in window.findChildren(QPushButton)]
        window.close()
        raise AssertionError(f"there is no button {words!r} among {shown}")

    return do


def on_dialog(do: Callable[[QWidget], None]) -> list[str]:
    """Do something with the next dialog, and return what message boxes said."""
    said: list[str] = []
    timer = QTimer(QApplication.instance())
    timer.setInterval(5)

    def look() -> None:
        window = QApplication.activeModalWidget()
        if isinstance(window, QDialog) and window.isVisible():
            timer.stop()
            timer.deleteLater()
            if isinstance(window, QMessageBox):
                said.append(window.text())
            do(window)

    timer.timeout.connect(look)
    timer.start()
    return said


def child(root: QWidget, kind: type[Widget], name: str) -> Widget:
    """Return the one widget below with a name."""
    found = root.findChild(kind, name)
    assert found is not None, name
    return found


def trigger(application: Assembly, id: str) -> None:
    """Choose a command from the menus; one that is greyed out cannot be chosen."""
    action = application.window.commands[id]
    assert action.isEnabled(), id
    action.trigger()


def press_key(qtbot: QtBot, widget: QWidget, key: Qt.Key) -> None:
    qtbot.keyClick(widget, key)  # type: ignore[no-untyped-call]


def type_text(qtbot: QtBot, widget: QWidget, text: str) -> None:
    qtbot.keyClicks(widget, text)  # type: ignore[no-untyped-call]
