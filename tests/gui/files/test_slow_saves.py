"""The window while a disk takes its time with a save."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import (
    on_dialog,
    opened,
    press,
    trigger,
    write_assessment,
)
from tests.gui.files.beside import (
    idle,
    path_of,
    said_below,
    save,
    status,
    stop_button,
    title_in,
    type_title,
)
from tests.slow_disk import SlowDisk, slow_disk, slow_start
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.running import SessionEnd
from vendorcompare.storage.file.leftovers import leftovers


def test_one_types_on_while_a_save_is_running(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "Saved")
    save(window)
    disk.wait_until_reached()
    type_title(window, "Typed on")
    assert opened(window).assessment.title == "Typed on"
    disk.go_on()
    idle(qtbot, window)
    assert title_in(file) == "Saved"
    assert window.window.isWindowModified()
    assert "not yet saved" in window.window.status._state.accessibleName()
    trigger(window, "edit.undo")
    assert opened(window).assessment.title == "Saved"
    assert not window.window.isWindowModified()


def test_what_lasts_is_shown_and_what_is_over_is_not(
    qtbot: QtBot, window: Assembly, disk: SlowDisk
) -> None:
    type_title(window, "Saved")
    save(window)
    qtbot.waitUntil(lambda: status(window, QProgressBar) is not None)
    assert 'Saving "agency.vcmp"...' in said_below(window)
    disk.go_on()
    idle(qtbot, window)
    qtbot.waitUntil(lambda: status(window, QProgressBar) is None)


def test_saving_twice_writes_once(qtbot: QtBot, window: Assembly, disk: SlowDisk) -> None:
    type_title(window, "Saved")
    save(window)
    disk.wait_until_reached()
    save(window)
    save(window)
    disk.go_on()
    idle(qtbot, window)
    assert disk.times == 1
    assert not window.window.isWindowModified()


def test_what_is_typed_between_two_saves_is_in_the_second(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "First")
    save(window)
    disk.wait_until_reached()
    type_title(window, "Second")
    save(window)
    disk.go_on()
    idle(qtbot, window)
    assert disk.times == 2
    assert title_in(file) == "Second"
    assert not window.window.isWindowModified()


def test_saving_goes_to_the_file_that_a_running_save_leads_to(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = file.with_name("other.vcmp")
    monkeypatch.setattr(window.chooser, "to_save", lambda *_: other)
    trigger(window, "file.save_as")
    disk.wait_until_reached()
    type_title(window, "Later")
    save(window)
    disk.go_on()
    idle(qtbot, window)
    assert path_of(window) == other
    assert (title_in(other), title_in(file)) == ("Later", "Agency")


def test_a_new_document_is_asked_for_its_name_once(
    qtbot: QtBot, threaded: Assembly, file: Path, disk: SlowDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    threaded.documents.open_sample()
    qtbot.waitUntil(lambda: threaded.workspace.document is not None)
    names = [file.with_name("new.vcmp")]
    monkeypatch.setattr(threaded.chooser, "to_save", lambda *_: names.pop())
    type_title(threaded, "First")
    trigger(threaded, "file.save")
    disk.wait_until_reached()
    type_title(threaded, "Second")
    trigger(threaded, "file.save")
    disk.go_on()
    idle(qtbot, threaded)
    assert names == []
    assert title_in(file.with_name("new.vcmp")) == "Second"


def test_the_window_closes_when_the_save_is_over(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "Saved")
    save(window)
    disk.wait_until_reached()
    window.window.close()
    assert window.window.isVisible()
    waiting = 'Saving "agency.vcmp"... Then it goes on.'
    qtbot.waitUntil(lambda: waiting in said_below(window))
    disk.go_on()
    qtbot.waitUntil(lambda: not window.window.isVisible())
    assert title_in(file) == "Saved"
    assert window.workspace.document is None
    assert leftovers() == []


def test_what_was_typed_during_the_save_is_asked_about_before_closing(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "First")
    save(window)
    disk.wait_until_reached()
    window.window.close()
    type_title(window, "Second")
    said = on_dialog(press("Save"))
    disk.go_on()
    qtbot.waitUntil(lambda: not window.window.isVisible())
    assert said == ['Save the changes to "agency.vcmp"?']
    assert title_in(file) == "Second"


def test_saving_on_close_lets_the_window_live_until_it_is_over(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "First")
    on_dialog(press("Save"))
    window.window.close()
    disk.wait_until_reached()
    assert window.window.isVisible()
    type_title(window, "Second")
    asked = on_dialog(press("Don't save"))
    disk.go_on()
    qtbot.waitUntil(lambda: not window.window.isVisible())
    assert len(asked) == 1
    assert title_in(file) == "First"


class Desktop:
    """Stand in for the desktop that ends its session, which no test can have."""

    def __init__(self, *, asks: bool = True) -> None:
        self.said: list[str] = []
        self.allowsInteraction = lambda: asks
        self.cancel = lambda: self.said.append("cancel")
        self.release = lambda: self.said.append("release")


def test_the_session_of_the_desktop_ends_when_the_save_is_over(
    window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "First")
    save(window)
    disk.wait_until_reached()
    type_title(window, "Second")
    asked = on_dialog(press("Save"))
    QTimer.singleShot(0, disk.go_on)
    desktop: Any = Desktop()
    SessionEnd(window, window.window).on_request(desktop)
    assert len(asked) == 1
    assert desktop.said == ["release"]
    assert (title_in(file), window.workspace.document) == ("Second", None)


def test_the_session_of_the_desktop_goes_on_where_the_save_fails(
    window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "Not on the disk")
    save(window)
    disk.wait_until_reached()
    disk.error = OSError(28, "No space left on device")
    on_dialog(press("Cancel"))
    QTimer.singleShot(0, disk.go_on)
    desktop: Any = Desktop()
    SessionEnd(window, window.window).on_request(desktop)
    assert desktop.said == ["cancel", "release"]
    assert opened(window).is_modified


def test_the_session_of_the_desktop_ends_without_asking_where_that_is_not_allowed(
    window: Assembly,
) -> None:
    type_title(window, "Kept in the working copy")
    desktop: Any = Desktop(asks=False)
    SessionEnd(window, window.window).on_request(desktop)
    assert desktop.said == []
    assert opened(window).assessment.title == "Kept in the working copy"


def test_a_save_that_fails_keeps_the_window_open(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "Not on the disk")
    save(window)
    disk.wait_until_reached()
    window.window.close()
    disk.error = OSError(28, "No space left on device")
    said = on_dialog(press("Cancel"))
    disk.go_on()
    idle(qtbot, window)
    assert len(said) == 1
    assert "safe on this computer" in said[0]
    assert window.window.isVisible()
    assert not window.documents.is_leaving()
    assert window.window.isWindowModified()
    assert title_in(file) == "Agency"
    disk.error = None
    trigger(window, "file.save")
    idle(qtbot, window)
    assert title_in(file) == "Not on the disk"


def test_a_save_that_fails_can_be_tried_again_and_then_the_window_closes(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "At last")
    save(window)
    disk.wait_until_reached()
    window.window.close()
    disk.error = OSError(28, "No space left on device")

    def free_and_retry(box: QWidget) -> None:
        disk.error = None
        press("Try again")(box)

    on_dialog(free_and_retry)
    disk.go_on()
    qtbot.waitUntil(lambda: not window.window.isVisible())
    assert title_in(file) == "At last"


def test_a_file_that_somebody_else_wrote_is_asked_about_in_the_window(
    qtbot: QtBot, window: Assembly, file: Path, tmp_path: Path
) -> None:
    type_title(window, "Mine")
    theirs = write_assessment(tmp_path / "theirs.vcmp", ("Gamma",)).read_bytes()
    file.write_bytes(theirs)
    asked_on: list[int] = []

    def answer(box: QWidget) -> None:
        asked_on.append(threading.get_ident())
        press("Replace it, after a backup")(box)

    said = on_dialog(answer)
    save(window)
    idle(qtbot, window)
    assert asked_on == [threading.get_ident()]
    assert "changed by somebody else" in said[0]
    assert title_in(file) == "Mine"
    assert not window.window.isWindowModified()


def test_another_file_opens_when_the_save_is_over(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk
) -> None:
    other = file.with_name("other.vcmp")
    disk.go_on()
    write_assessment(other, ("Gamma",))
    with slow_disk() as slow:
        type_title(window, "Saved")
        save(window)
        slow.wait_until_reached()
        window.documents.open(other)
        assert path_of(window) == file
        slow.go_on()
        qtbot.waitUntil(lambda: path_of(window) == other)
    assert title_in(file) == "Saved"
    assert not opened(window).is_modified
    assert not opened(window).history.can_undo


def test_a_save_can_be_cancelled(qtbot: QtBot, window: Assembly, file: Path) -> None:
    before = file.read_bytes()
    type_title(window, "Cancelled")
    with slow_start() as slow:
        save(window)
        qtbot.waitUntil(lambda: stop_button(window) is not None)
        stop_button(window).click()
        slow.go_on()
        idle(qtbot, window)
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    assert window.window.isWindowModified()
    trigger(window, "file.save")
    idle(qtbot, window)
    assert title_in(file) == "Cancelled"


def test_cancelling_too_late_is_no_failure(
    qtbot: QtBot, window: Assembly, file: Path, disk: SlowDisk
) -> None:
    type_title(window, "Written")
    save(window)
    disk.wait_until_reached()
    qtbot.waitUntil(lambda: stop_button(window) is not None)
    stop_button(window).click()
    disk.go_on()
    idle(qtbot, window)
    assert title_in(file) == "Written"
    assert not window.window.isWindowModified()
