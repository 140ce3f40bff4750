"""Files: nothing is lost, nothing is written that nobody asked for."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.shell_fixtures import (
    child,
    on_dialog,
    opened,
    press,
    press_key,
    trigger,
    type_text,
    write_assessment,
)
from vendorcompare.document.document import Document
from vendorcompare.document.edits import project, vendors
from vendorcompare.gui.recent_menu import RecentMenu
from vendorcompare.gui.shell import Shell
from vendorcompare.gui.widgets.recent_row import RecentRow
from vendorcompare.storage.leftovers import leftovers


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def edit(shell: Shell, title: str = "Changed") -> None:
    shell.workspace.attempt(project.describe, title=title)


def test_opening_a_file_shows_the_pages_and_its_name(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    assert shell.window.page() == "overview"
    assert shell.window.windowTitle() == "agency.vcmp[*] — VendorCompare"
    assert not shell.window.isWindowModified()
    assert shell.window.rail.isVisible()
    assert shell.recent.paths() == (file,)


def test_an_edit_marks_the_window_and_saving_unmarks_it(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    before = digest(file)
    edit(shell)
    assert shell.window.isWindowModified()
    assert "not yet saved" in shell.window.status.state()
    assert digest(file) == before
    trigger(shell, "file.save")
    assert not shell.window.isWindowModified()
    assert shell.window.status.state().startswith("Saved at")
    assert digest(file) != before


def test_closing_without_saving_leaves_the_file_as_it_was(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    before = digest(file)
    edit(shell)
    said = on_dialog(press("Don't save"))
    trigger(shell, "file.close")
    assert said == ['Save the changes to "agency.vcmp"?']
    assert shell.workspace.document is None
    assert digest(file) == before
    assert leftovers() == []


def test_cancelling_the_question_keeps_the_document(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    edit(shell)
    on_dialog(press("Cancel"))
    shell.window.close()
    assert shell.window.isVisible()
    assert opened(shell).assessment.title == "Changed"


def test_saving_on_close_keeps_the_edit(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    edit(shell)
    on_dialog(press("Save"))
    trigger(shell, "file.close")
    document = Document.open(file)
    assert document.assessment.title == "Changed"
    document.close()


def test_what_is_being_typed_is_saved(qtbot: QtBot, shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    field = child(shell.window, QLineEdit, "assessment_title")
    field.setFocus()
    field.selectAll()
    type_text(qtbot, field, "Typed")
    trigger(shell, "file.save")
    document = opened(shell)
    assert document.assessment.title == "Typed"
    assert not document.is_modified


def test_undo_and_redo_from_the_menu_and_the_status_line(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    edit(shell)
    assert shell.window.commands["edit.undo"].text() == "&Undo: Edit assessment"
    trigger(shell, "edit.undo")
    assert opened(shell).assessment.title == "Agency"
    assert shell.window.status.last_action() == "Undone: Edit assessment"
    trigger(shell, "edit.redo")
    assert opened(shell).assessment.title == "Changed"
    undo = [b for b in shell.window.status.findChildren(QPushButton) if b.text() == "Undo"]
    undo[0].click()
    assert opened(shell).assessment.title == "Agency"


def test_a_file_changed_by_somebody_else_is_not_overwritten(
    shell: Shell, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.documents.open(file)
    edit(shell)
    theirs = write_assessment(tmp_path / "theirs.vcmp", ("Gamma",)).read_bytes()
    file.write_bytes(theirs)
    on_dialog(press("Cancel"))
    trigger(shell, "file.save")
    assert file.read_bytes() == theirs
    assert shell.window.isWindowModified()
    other = tmp_path / "mine.vcmp"
    monkeypatch.setattr(shell.chooser, "to_save", lambda *_: other)
    on_dialog(press("Save under another name..."))
    trigger(shell, "file.save")
    assert file.read_bytes() == theirs
    assert opened(shell).path == other
    assert not shell.window.isWindowModified()


def test_a_save_that_fails_keeps_the_document_open(
    shell: Shell, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.documents.open(file)
    edit(shell)
    gone = tmp_path / "gone" / "agency.vcmp"
    monkeypatch.setattr(shell.chooser, "to_save", lambda *_: gone)
    said = on_dialog(press("Cancel"))
    trigger(shell, "file.save_as")
    assert "safe on this computer" in said[0]
    assert opened(shell).path == file
    assert shell.window.isWindowModified()


def test_a_write_protected_file_is_told_and_saved_elsewhere(
    shell: Shell, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(0o444)
    before = digest(file)
    shell.documents.open(file)
    assert "write-protected" in shell.window.notices.text()
    edit(shell)
    other = tmp_path / "mine.vcmp"
    monkeypatch.setattr(shell.chooser, "to_save", lambda *_: other)
    said = on_dialog(press("Save elsewhere..."))
    trigger(shell, "file.save")
    assert "write-protected" in said[0]
    assert (digest(file), opened(shell).path) == (before, other)
    assert not shell.window.isWindowModified()


def test_a_file_that_is_not_ours_is_refused_with_a_reason(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "holiday.vcmp"
    path.write_bytes(b"not a database")
    said = on_dialog(press("OK"))
    shell.documents.open(path)
    assert "not a VendorCompare assessment" in said[0]
    assert shell.workspace.document is None


def test_a_file_open_elsewhere_is_not_opened_twice(shell: Shell, file: Path) -> None:
    elsewhere = Document.open(file)
    said = on_dialog(press("OK"))
    shell.documents.open(file)
    assert "already open" in said[0]
    assert shell.workspace.document is None
    elsewhere.close()


def test_a_crash_is_recovered(shell: Shell, file: Path) -> None:
    crashed = Document.open(file)
    vendors.add_vendor(crashed, "Late Ltd")
    crash(crashed)
    on_dialog(press("Recover the edits"))
    shell.versions.look_for_leftovers()
    document = opened(shell)
    assert [vendor.name for vendor in document.assessment.vendors] == ["Acme", "Beta", "Late Ltd"]
    assert document.is_modified
    assert document.path == file


def test_edits_of_the_file_that_is_opened_are_offered_first(shell: Shell, file: Path) -> None:
    crashed = Document.open(file)
    vendors.add_vendor(crashed, "Late Ltd")
    crash(crashed)
    on_dialog(press("Later"))
    shell.versions.look_for_leftovers(file)
    assert len(opened(shell).assessment.vendors) == 2
    trigger(shell, "file.close")
    on_dialog(press("Recover the edits"))
    shell.versions.look_for_leftovers(file)
    assert len(opened(shell).assessment.vendors) == 3


def test_a_leftover_stays_until_it_is_discarded(shell: Shell, file: Path) -> None:
    crashed = Document.open(file)
    vendors.add_vendor(crashed, "Late Ltd")
    crash(crashed)
    on_dialog(press("Later"))
    shell.versions.look_for_leftovers()
    assert len(leftovers()) == 1
    on_dialog(press("Open the saved file"))
    shell.versions.look_for_leftovers()
    assert len(opened(shell).assessment.vendors) == 2
    assert len(leftovers()) == 1

    def discard(dialog: object) -> None:
        on_dialog(press("Discard"))
        press("Discard the edits...")(dialog)  # type: ignore[arg-type]

    trigger(shell, "file.close")
    on_dialog(discard)
    shell.versions.look_for_leftovers()
    assert leftovers() == []


def crash(document: Document) -> None:
    """Let go of the working copy as a killed process does."""
    copy = document._copy
    copy._disconnect()
    copy._session._lock.release()


def test_the_sample_has_no_file_that_could_be_spoiled(shell: Shell) -> None:
    trigger(shell, "file.sample")
    document = opened(shell)
    assert document.path is None
    assert not document.is_modified
    assert len(document.assessment.vendors) >= 3


def test_dropping_a_file_opens_it(shell: Shell, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():  # Qt 6.12 has another constructor, which 6.11 lacks
        warnings.simplefilter("ignore", DeprecationWarning)
        enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(shell.window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(shell.window, drop)
    assert opened(shell).path == file


def test_recent_files_grey_what_is_gone_and_can_be_cleared(
    shell: Shell, file: Path, tmp_path: Path
) -> None:
    shell.recent.add(tmp_path / "gone.vcmp")
    shell.recent.add(file)
    menu = child(shell.window, RecentMenu, "recent_menu")
    menu.aboutToShow.emit()
    states = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert [enabled for text, enabled in states.items() if "vcmp" in text] == [True, False]
    menu.actions()[0].trigger()
    assert opened(shell).path == file
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert shell.recent.paths() == ()


def test_a_pinned_file_stays_on_top_of_the_recent_ones(
    qtbot: QtBot, shell: Shell, file: Path, tmp_path: Path
) -> None:
    shell.recent.add(file)
    shell.recent.add(gone := tmp_path / "gone.vcmp")
    row_of(qtbot, shell, file).actions()[0].trigger()
    assert shell.recent.paths() == (file, gone)
    for number in range(12):
        shell.recent.add(tmp_path / f"{number}.vcmp")
    assert shell.recent.paths()[0] == file
    assert "pinned" in row_of(qtbot, shell, file).accessibleDescription()
    shell.recent.clear()
    assert shell.recent.paths() == (file,)
    row_of(qtbot, shell, file).actions()[0].trigger()
    shell.recent.add(gone)
    assert shell.recent.paths() == (gone, file)


def test_a_recent_file_that_is_gone_can_be_forgotten_with_a_key(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    shell.recent.add(gone := tmp_path / "gone.vcmp")
    row = row_of(qtbot, shell, gone)
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    said = on_dialog(press("OK"))
    press_key(qtbot, row, Qt.Key.Key_Return)
    assert "gone.vcmp" in said[0]
    shell.window.activateWindow()  # what a desktop does when the box goes
    qtbot.waitUntil(row.hasFocus)
    press_key(qtbot, row, Qt.Key.Key_Delete)
    assert shell.recent.paths() == ()


def row_of(qtbot: QtBot, shell: Shell, path: Path) -> RecentRow:
    """Return the row of a file, once it stands on the start page."""

    def rows() -> list[RecentRow]:
        found = shell.start.findChildren(RecentRow)
        return [row for row in found if row.path == path and row.isVisible()]

    qtbot.waitUntil(lambda: bool(rows()))
    return rows()[0]


def test_export_and_import_again(
    shell: Shell, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.documents.open(file)
    target = tmp_path / "out.json"
    monkeypatch.setattr(shell.chooser, "to_save", lambda *_: target)
    trigger(shell, "file.export")
    assert shell.window.notices.text() == 'Exported as "out.json".'
    vendors.delete_vendors(opened(shell), [opened(shell).assessment.vendors[0].key])
    monkeypatch.setattr(shell.chooser, "to_open", lambda *_: target)
    steps = opened(shell).history.undo_label
    on_dialog(press("Cancel"))
    trigger(shell, "file.import")
    assert len(opened(shell).assessment.vendors) == 1
    assert opened(shell).history.undo_label == steps
    said = on_dialog(press("Import"))
    trigger(shell, "file.import")
    assert said == ['Import "out.json"?']
    assert len(opened(shell).assessment.vendors) == 2
    trigger(shell, "edit.undo")
    assert len(opened(shell).assessment.vendors) == 1
