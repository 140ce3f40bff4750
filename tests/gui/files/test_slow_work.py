"""Copies, exports, attachments and imports that take their time, while the window lives."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import (
    child,
    on_dialog,
    opened,
    press,
    trigger,
    write_assessment,
)
from tests.gui.files.beside import Held, idle, path_of, title_in, type_title
from tests.slow_disk import SlowDisk
from vendorcompare.document import exchange
from vendorcompare.document.edits import project, vendors
from vendorcompare.document.exchange import export_json
from vendorcompare.document.viewing import viewing
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.pages import attachments
from vendorcompare.gui.pages.attachment_list import AttachmentList
from vendorcompare.storage.recorder import Recorder


def test_a_copy_and_an_export_hold_what_was_there_when_they_were_asked_for(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, exported = file.with_name("copy.vcmp"), file.with_name("out.json")
    type_title(window, "Then")
    whole = json.loads(export_json(opened(window)))
    for command, target in (("file.export", exported), ("file.save_copy", copy)):
        monkeypatch.setattr(window.chooser, "to_save", lambda *_, to=target: to)
        trigger(window, command)
    qtbot.waitUntil(lambda: disk.times == 2)
    type_title(window, "Now")
    disk.go_on()
    idle(qtbot, window)
    assert json.loads(exported.read_bytes()) == whole
    assert title_in(copy) == "Then"
    assert path_of(window) == file
    assert window.window.isWindowModified()


def test_an_export_is_finished_before_its_document_goes(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    exported = file.with_name("out.json")
    whole = json.loads(export_json(opened(window)))
    monkeypatch.setattr(window.chooser, "to_save", lambda *_: exported)
    trigger(window, "file.export")
    disk.wait_until_reached()
    window.documents.open_sample()
    assert path_of(window) == file
    disk.go_on()
    qtbot.waitUntil(lambda: path_of(window) is None)
    assert json.loads(exported.read_bytes()) == whole


def attach(
    application: Assembly, tmp_path: Path, content: bytes = b"%PDF" * 1000
) -> AttachmentList:
    """Attach a file to the first vendor."""
    application.window.show_page("vendors")
    evidence = tmp_path / "quote.pdf"
    evidence.write_bytes(content)
    files = next(f for f in application.window.findChildren(AttachmentList) if f.isVisible())
    files.attach(evidence)
    return files


def test_a_file_is_attached_as_one_step_while_one_types_on(
    qtbot: QtBot, window: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, attachments, "taken_in")
    files = attach(window, tmp_path)
    held.wait_until_reached()
    project.describe(opened(window), title="Typed on")
    held.go_on()
    qtbot.waitUntil(lambda: files.names() == ["quote.pdf"])
    (attachment,) = opened(window).assessment.attachments
    assert opened(window).attachment(attachment.key) == b"%PDF" * 1000
    assert window.window.commands["edit.undo"].text() == "&Undo: Attach file"
    trigger(window, "edit.undo")
    assert files.names() == []
    assert opened(window).assessment.title == "Typed on"


def test_a_large_file_is_taken_back_beside_the_window(
    qtbot: QtBot, window: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    title = opened(window).assessment.title
    project.describe(opened(window), title="Typed before")
    files = attach(window, tmp_path, b"%PDF" * 500_000)
    qtbot.waitUntil(lambda: files.names() == ["quote.pdf"])
    held = Held(monkeypatch, Recorder, "replay")
    trigger(window, "edit.undo")
    held.wait_until_reached()
    trigger(window, "edit.undo")
    assert files.names() == ["quote.pdf"]
    held.go_on()
    idle(qtbot, window)
    assert files.names() == []
    assert opened(window).assessment.title == title, "the second waited for the first"
    trigger(window, "edit.redo")
    trigger(window, "edit.redo")
    idle(qtbot, window)
    (attachment,) = opened(window).assessment.attachments
    assert opened(window).attachment(attachment.key) == b"%PDF" * 500_000


def test_a_file_is_attached_to_its_own_document_before_another_comes(
    qtbot: QtBot, window: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write_assessment(tmp_path / "other.vcmp")
    held = Held(monkeypatch, attachments, "taken_in")
    attach(window, tmp_path)
    held.wait_until_reached()
    on_dialog(press("Save"))
    window.documents.open(other)
    held.go_on()
    qtbot.waitUntil(lambda: path_of(window) == other)
    assert opened(window).assessment.attachments == ()
    with viewing(file) as view:
        assert [a.name for a in view.assessment.attachments] == ["quote.pdf"]


def test_no_file_is_attached_to_a_vendor_that_is_gone(
    qtbot: QtBot, window: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(monkeypatch, attachments, "taken_in")
    attach(window, tmp_path)
    held.wait_until_reached()
    document = opened(window)
    vendors.delete_vendors(document, [document.assessment.vendors[0].key])
    held.go_on()
    idle(qtbot, window)
    assert "is not there any more" in window.window.notices.text()
    assert document.assessment.attachments == ()
    assert document.history.undo_label != "Attach file"


def scores(application: Assembly, path: Path, value: int) -> Path:
    """Write a table that scores every cell of ratings."""
    given = opened(application).assessment
    ratings = [c.key for c in given.rubric.criteria if c.measure == "rating"]
    rows = [f"{v.name},{c},{value}" for v in given.vendors for c in ratings]
    path.write_text("\n".join(["vendor,criterion,value", *rows]))
    return path


def on_import(qtbot: QtBot, do: Callable[[QWidget, QPushButton], None]) -> None:
    """Do something in the dialog once the file is read and can be imported."""

    def wait(dialog: QWidget) -> None:
        button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Import")
        qtbot.waitUntil(button.isEnabled)
        do(dialog, button)

    on_dialog(wait)


def test_a_table_is_imported_beside_the_window(
    qtbot: QtBot, window: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = scores(window, tmp_path / "scores.csv", 4)
    monkeypatch.setattr(window.chooser, "to_open", lambda *_: source)
    threads: list[int] = []
    imported = exchange.import_beside

    def noted(*arguments: Any) -> None:
        threads.append(threading.get_ident())
        imported(*arguments)

    monkeypatch.setattr(exchange, "import_beside", noted)
    before = opened(window).assessment
    on_import(qtbot, lambda _dialog, button: button.click())
    trigger(window, "file.import")
    qtbot.waitUntil(lambda: window.window.notices.text() == '"scores.csv" was imported.')
    assert threads != [threading.get_ident()]
    assert opened(window).assessment is not before
    assert opened(window).history.undo_label == 'Import "scores.csv"'
    trigger(window, "edit.undo")
    assert not opened(window).is_modified


def test_an_import_that_is_stopped_leaves_nothing_behind(
    qtbot: QtBot, window: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vendorcompare.document.exchange import files

    source = scores(window, tmp_path / "scores.csv", 4)
    monkeypatch.setattr(window.chooser, "to_open", lambda *_: source)
    before = json.loads(export_json(opened(window)))
    held = Held(monkeypatch, files, "import_data")
    sentences: list[str] = []

    def stop(dialog: QWidget, button: QPushButton) -> None:
        button.click()
        held.wait_until_reached()
        press("Cancel")(dialog)
        assert dialog.isVisible()
        held.go_on()
        qtbot.waitUntil(button.isEnabled)  # it can be imported again
        sentences.append(child(dialog, QLabel, "sentence").text())
        press("Cancel")(dialog)

    on_import(qtbot, stop)
    trigger(window, "file.import")
    qtbot.waitUntil(lambda: len(sentences) == 1)
    idle(qtbot, window)
    assert sentences[0].startswith("Scores: ")
    assert json.loads(export_json(opened(window))) == before
    assert not opened(window).history.can_undo
