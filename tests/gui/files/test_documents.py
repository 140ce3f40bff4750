"""Files: nothing is lost, nothing is written that nobody asked for."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import (
    child,
    on_dialog,
    opened,
    press,
    trigger,
    type_text,
    write_assessment,
)
from vendorcompare.document.document import Document
from vendorcompare.document.edits import project, vendors
from vendorcompare.gui.assembly import Assembly
from vendorcompare.storage.file.leftovers import leftovers


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def edit(application: Assembly, title: str = "Changed") -> None:
    project.describe(opened(application), title=title)


def test_opening_a_file_shows_the_pages_and_its_name(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    assert application.window.page() == "overview"
    assert application.window.windowTitle() == "agency.vcmp[*] — VendorCompare"
    assert not application.window.isWindowModified()
    assert application.window.rail.isVisible()
    assert application.recent.paths() == (file,)


def test_an_edit_marks_the_window_and_saving_unmarks_it(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    before = digest(file)
    edit(application)
    assert application.window.isWindowModified()
    assert "not yet saved" in application.window.status._state.accessibleName()
    assert digest(file) == before
    trigger(application, "file.save")
    assert not application.window.isWindowModified()
    assert application.window.status._state.accessibleName().startswith("Saved at")
    assert digest(file) != before


def test_closing_without_saving_leaves_the_file_as_it_was(
    application: Assembly, file: Path
) -> None:
    application.documents.open(file)
    before = digest(file)
    edit(application)
    said = on_dialog(press("Don't save"))
    trigger(application, "file.close")
    assert said == ['Save the changes to "agency.vcmp"?']
    assert application.workspace.document is None
    assert digest(file) == before
    assert leftovers() == []


def test_cancelling_the_question_keeps_the_document(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    edit(application)
    on_dialog(press("Cancel"))
    application.window.close()
    assert application.window.isVisible()
    assert opened(application).assessment.title == "Changed"


def test_saving_on_close_keeps_the_edit(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    edit(application)
    on_dialog(press("Save"))
    trigger(application, "file.close")
    document = Document.open(file)
    assert document.assessment.title == "Changed"
    document.close()


def test_what_is_being_typed_is_saved(qtbot: QtBot, application: Assembly, file: Path) -> None:
    application.documents.open(file)
    field = child(application.window, QLineEdit, "assessment_title")
    field.setFocus()
    field.selectAll()
    type_text(qtbot, field, "Typed")
    trigger(application, "file.save")
    document = opened(application)
    assert document.assessment.title == "Typed"
    assert not document.is_modified


def test_undo_and_redo_from_the_menu_and_the_status_line(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    edit(application)
    assert application.window.commands["edit.undo"].text() == "&Undo: Edit assessment"
    trigger(application, "edit.undo")
    assert opened(application).assessment.title == "Agency"
    assert application.window.status._action.accessibleName() == "Undone: Edit assessment"
    trigger(application, "edit.redo")
    assert opened(application).assessment.title == "Changed"
    undo = [b for b in application.window.status.findChildren(QPushButton) if b.text() == "Undo"]
    undo[0].click()
    assert opened(application).assessment.title == "Agency"


def test_a_file_changed_by_somebody_else_is_not_overwritten(
    application: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.documents.open(file)
    edit(application)
    theirs = write_assessment(tmp_path / "theirs.vcmp", ("Gamma",)).read_bytes()
    file.write_bytes(theirs)
    on_dialog(press("Cancel"))
    trigger(application, "file.save")
    assert file.read_bytes() == theirs
    assert application.window.isWindowModified()
    other = tmp_path / "mine.vcmp"
    monkeypatch.setattr(application.chooser, "to_save", lambda *_: other)
    on_dialog(press("Save under another name..."))
    trigger(application, "file.save")
    assert file.read_bytes() == theirs
    assert opened(application).path == other
    assert not application.window.isWindowModified()


def test_a_save_that_fails_keeps_the_document_open(
    application: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.documents.open(file)
    edit(application)
    gone = tmp_path / "gone" / "agency.vcmp"
    monkeypatch.setattr(application.chooser, "to_save", lambda *_: gone)
    said = on_dialog(press("Cancel"))
    trigger(application, "file.save_as")
    assert "safe on this computer" in said[0]
    assert opened(application).path == file
    assert application.window.isWindowModified()


def test_a_write_protected_file_is_told_and_saved_elsewhere(
    application: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(0o444)
    before = digest(file)
    application.documents.open(file)
    assert "write-protected" in application.window.notices.text()
    edit(application)
    other = tmp_path / "mine.vcmp"
    monkeypatch.setattr(application.chooser, "to_save", lambda *_: other)
    said = on_dialog(press("Save elsewhere..."))
    trigger(application, "file.save")
    assert "write-protected" in said[0]
    assert (digest(file), opened(application).path) == (before, other)
    assert not application.window.isWindowModified()


def test_a_file_that_is_not_ours_is_refused_with_a_reason(
    application: Assembly, tmp_path: Path
) -> None:
    path = tmp_path / "holiday.vcmp"
    path.write_bytes(b"not a database")
    said = on_dialog(press("OK"))
    application.documents.open(path)
    assert "not a VendorCompare assessment" in said[0]
    assert application.workspace.document is None


def test_a_file_open_elsewhere_is_not_opened_twice(application: Assembly, file: Path) -> None:
    elsewhere = Document.open(file)
    said = on_dialog(press("OK"))
    application.documents.open(file)
    assert "already open" in said[0]
    assert application.workspace.document is None
    elsewhere.close()


def test_a_crash_is_recovered(application: Assembly, file: Path) -> None:
    crashed = Document.open(file)
    vendors.add_vendor(crashed, "Late Ltd")
    crash(crashed)
    on_dialog(press("Recover the edits"))
    application.versions.look_for_leftovers()
    document = opened(application)
    assert [vendor.name for vendor in document.assessment.vendors] == ["Acme", "Beta", "Late Ltd"]
    assert document.is_modified
    assert document.path == file


def test_edits_of_the_file_that_is_opened_are_offered_first(
    application: Assembly, file: Path
) -> None:
    crashed = Document.open(file)
    vendors.add_vendor(crashed, "Late Ltd")
    crash(crashed)
    on_dialog(press("Later"))
    application.versions.look_for_leftovers(file)
    assert len(opened(application).assessment.vendors) == 2
    trigger(application, "file.close")
    on_dialog(press("Recover the edits"))
    application.versions.look_for_leftovers(file)
    assert len(opened(application).assessment.vendors) == 3


def test_a_leftover_stays_until_it_is_discarded(application: Assembly, file: Path) -> None:
    crashed = Document.open(file)
    vendors.add_vendor(crashed, "Late Ltd")
    crash(crashed)
    on_dialog(press("Later"))
    application.versions.look_for_leftovers()
    assert len(leftovers()) == 1
    on_dialog(press("Open the saved file"))
    application.versions.look_for_leftovers()
    assert len(opened(application).assessment.vendors) == 2
    assert len(leftovers()) == 1

    def discard(dialog: object) -> None:
        on_dialog(press("Discard"))
        press("Discard the edits...")(dialog)  # type: ignore[arg-type]

    trigger(application, "file.close")
    on_dialog(discard)
    application.versions.look_for_leftovers()
    assert leftovers() == []


def crash(document: Document) -> None:
    """Let go of the working copy as a killed process does."""
    copy = document._copy
    copy._disconnect()
    copy._session._lock.release()


def test_the_sample_has_no_file_that_could_be_spoiled(application: Assembly) -> None:
    trigger(application, "file.sample")
    document = opened(application)
    assert document.path is None
    assert not document.is_modified
    assert len(document.assessment.vendors) >= 3


def test_dropping_a_file_opens_it(application: Assembly, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():  # Qt 6.12 has another constructor, which 6.11 lacks
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(application.window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(application.window, drop)
    QApplication.processEvents()
    assert opened(application).path == file


def test_export_and_import_again(
    application: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.documents.open(file)
    target = tmp_path / "out.json"
    monkeypatch.setattr(application.chooser, "to_save", lambda *_: target)
    trigger(application, "file.export")
    assert application.window.notices.text() == 'Exported as "out.json".'
    vendors.delete_vendors(opened(application), [opened(application).assessment.vendors[0].key])
    monkeypatch.setattr(application.chooser, "to_open", lambda *_: target)
    steps = opened(application).history.undo_label
    on_dialog(press("Cancel"))
    trigger(application, "file.import")
    assert len(opened(application).assessment.vendors) == 1
    assert opened(application).history.undo_label == steps
    sentences: list[str] = []

    def agree(dialog: QWidget) -> None:
        sentences.append(child(dialog, QLabel, "sentence").text())
        press("Import")(dialog)

    on_dialog(agree)
    trigger(application, "file.import")
    [sentence] = sentences
    assert sentence.startswith("Assessment: 1 added, ")
    assert len(opened(application).assessment.vendors) == 2
    trigger(application, "edit.undo")
    assert len(opened(application).assessment.vendors) == 1
