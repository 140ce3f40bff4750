"""The documents of two clients, and the ways in which the second takes the place of the first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.document.samples import example
from tests.gui.application_fixtures import child, on_dialog, opened, press, trigger
from tests.gui.files.test_documents import crash
from vendorcompare.core.rubric import Tier
from vendorcompare.document.document import Document
from vendorcompare.document.edits import project
from vendorcompare.document.exchange import export_json
from vendorcompare.document.viewing import viewing
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.files import creation
from vendorcompare.gui.files.other_window import Call, CallListener


def content(source: Any) -> Any:
    """Return all that a document holds, to be compared."""
    return json.loads(export_json(source))


def in_file(path: Path) -> Any:
    return _in_bytes(path.read_bytes())


@lru_cache(maxsize=16)
def _in_bytes(file: bytes) -> Any:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "read.vcmp"
        path.write_bytes(file)
        with viewing(path) as read:
            return content(read)


@dataclass
class Stage:
    """Hold the application, the files of two clients, and what the second is to hold."""

    application: Assembly
    first: Path
    second: Path
    expected: Any
    answer: str = "save"  # to whether changes are to be saved

    def page(self, kind: type[QWidget]) -> Any:
        found = self.application.window.findChild(kind)
        assert found is not None
        return found

    def field(self, kind: type[Any], name: str) -> Any:
        return child(self.application.window, kind, name)


def written(path: Path, **facts: Any) -> Path:
    path.write_bytes(_saved(**facts))
    return path


@cache
def _saved(**facts: Any) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.vcmp"
        document = example()
        project.describe(document, **facts)
        document.save(path)
        document.close()
        return path.read_bytes()


def by_menu(stage: Stage) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage.application.chooser, "to_open", lambda *_: stage.second)
        trigger(stage.application, "file.open")


def by_new(stage: Stage) -> None:
    create = creation.create

    def noted(wishes: creation.Wishes) -> Document:
        made = create(wishes)
        stage.expected = content(made)
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(creation, "create", noted)
        wishes = creation.Wishes("bookkeeping-communication", Tier.QUICK, "en", vendors=("New Co",))
        stage.application.documents.create(wishes)


def by_recovery(stage: Stage) -> None:
    crashed = Document.open(stage.second)
    project.describe(crashed, buyer="P, not saved")
    stage.expected = content(crashed)
    crash(crashed)
    on_dialog(press("Recover the edits"))
    stage.application.versions.look_for_leftovers()


def by_drop(stage: Stage) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(stage.second))])
    held, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    dropped = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, held)
    stage.application.window.dropEvent(dropped)
    QTest.qWait(1)  # the file is taken once the drop is over


def by_second_start(stage: Stage) -> None:
    """Start with the file that is open, which calls its window, then double-click the other."""
    listener = CallListener(stage.application.workspace, stage.application.window)
    call = Call(opened(stage.application).session)
    answers: list[bool] = []
    call.answered.connect(answers.append)
    call.call()
    while not answers:
        QTest.qWait(1)
    assert answers == [True]
    listener.deleteLater()
    stage.application.commands.take_file(stage.second)  # as the desktop's event has it


WAYS: Final = (by_menu, by_new, by_recovery, by_drop, by_second_start)
