"""Act in a window beside which something slow goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import child, opened
from tests.slow_disk import SlowDisk, slow_disk
from vendorcompare.document.document import Document
from vendorcompare.document.viewing import viewing
from vendorcompare.gui.assembly import Assembly


@pytest.fixture
def window(qtbot: QtBot, threaded: Assembly, file: Path) -> Assembly:
    """Give the application with a file that is open."""
    show(qtbot, threaded, file)
    return threaded


@pytest.fixture
def disk() -> Iterator[SlowDisk]:
    with slow_disk() as held:
        yield held


def show(qtbot: QtBot, application: Assembly, file: Path) -> Document:
    application.documents.open(file)
    qtbot.waitUntil(lambda: path_of(application) == file)
    return opened(application)


def path_of(application: Assembly) -> Path | None:
    document = application.workspace.document
    return None if document is None else document.path


def type_title(application: Assembly, title: str) -> None:
    """Type on the overview, as far as leaving the field."""
    field = child(application.window, QLineEdit, "assessment_title")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, title)
    QTest.keyClick(field, Qt.Key.Key_Return)


def save(application: Assembly) -> None:
    QTest.keyClick(application.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def idle(qtbot: QtBot, application: Assembly) -> None:
    qtbot.waitUntil(lambda: not application.workspace.jobs.is_busy())


def title_in(path: Path) -> str:
    with viewing(path) as view:
        return view.assessment.title


def status(application: Assembly, kind: type[Any]) -> Any:
    """Return a visible part of the line at the foot, None if there is none."""
    found = application.window.status.findChildren(kind)
    return next((widget for widget in found if widget.isVisible()), None)


def said_below(application: Assembly) -> list[str]:
    """Return all that the line at the foot says."""
    labels = application.window.status.findChildren(QLabel)
    return [label.accessibleName() for label in labels if label.isVisible()]


class Held:
    """A function that waits until the test lets it go on."""

    def __init__(self, patch: pytest.MonkeyPatch, owner: Any, name: str) -> None:
        self._disk, work = SlowDisk(), getattr(owner, name)

        def held(*arguments: Any, **named: Any) -> Any:
            self._disk.hold()
            return work(*arguments, **named)

        patch.setattr(owner, name, held)
        self.wait_until_reached = self._disk.wait_until_reached
        self.go_on = self._disk.go_on


def stop_button(application: Assembly) -> Any:
    buttons = application.window.status.findChildren(QPushButton)
    return next((b for b in buttons if b.isVisible() and b.text() == "Cancel"), None)
