"""The files that were open before: pinned, gone, forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import (
    child,
    on_dialog,
    opened,
    press,
    press_key,
)
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.files.recent_menu import RecentMenu
from vendorcompare.gui.look.short_path import short_path
from vendorcompare.gui.pages.start.recent_row import RecentRow


def test_recent_files_grey_what_is_gone_and_can_be_cleared(
    application: Assembly, file: Path, tmp_path: Path
) -> None:
    application.recent.add(tmp_path / "gone.vcmp")
    application.recent.add(file)
    menu = child(application.window, RecentMenu, "recent_menu")
    menu.aboutToShow.emit()
    states = {action.text(): action.isEnabled() for action in menu.actions() if action.text()}
    assert [enabled for text, enabled in states.items() if "vcmp" in text] == [True, False]
    menu.actions()[0].trigger()
    assert opened(application).path == file
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert application.recent.paths() == ()


def test_a_pinned_file_stays_on_top_of_the_recent_ones(
    qtbot: QtBot, application: Assembly, file: Path, tmp_path: Path
) -> None:
    application.recent.add(file)
    application.recent.add(gone := tmp_path / "gone.vcmp")
    row_of(qtbot, application, file).actions()[0].trigger()
    assert application.recent.paths() == (file, gone)
    for number in range(12):
        application.recent.add(tmp_path / f"{number}.vcmp")
    assert application.recent.paths()[0] == file
    assert "pinned" in row_of(qtbot, application, file).accessibleDescription()
    application.recent.clear()
    assert application.recent.paths() == (file,)
    row_of(qtbot, application, file).actions()[0].trigger()
    application.recent.add(gone)
    assert application.recent.paths() == (gone, file)


def test_a_recent_file_that_is_gone_can_be_forgotten_with_a_key(
    qtbot: QtBot, application: Assembly, tmp_path: Path
) -> None:
    application.recent.add(gone := tmp_path / "gone.vcmp")
    row = row_of(qtbot, application, gone)
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    said = on_dialog(press("OK"))
    press_key(qtbot, row, Qt.Key.Key_Return)
    assert "gone.vcmp" in said[0]
    application.window.activateWindow()  # what a desktop does when the box goes
    qtbot.waitUntil(row.hasFocus)
    press_key(qtbot, row, Qt.Key.Key_Delete)
    assert application.recent.paths() == ()


def test_a_long_path_loses_its_middle_and_no_folder_half_its_name() -> None:
    path = str(Path("~", "Documents", "Clients", "2027", "云帆贸易", "Bookkeeping"))
    for room in range(1, len(path) + 1):
        shown = short_path(path, lambda text, room=room: len(text) <= room)  # type: ignore[misc]
        parts = Path(shown).parts
        assert set(parts) <= {*Path(path).parts, "…"}
        assert (parts[:2], parts[-1]) == (("~", "Documents"), "Bookkeeping")
        assert len(shown) <= max(room, len("~/Documents/…/Bookkeeping"))
    assert shown == path
    assert short_path("~", lambda _text: False) == "~"


def test_the_menu_says_where_a_file_lies(
    application: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    folder = tmp_path.joinpath("Documents", "Clients and former clients", "2027", "Cloud", "Books")
    application.recent.add(folder / "agency.vcmp")
    menu = child(application.window, RecentMenu, "recent_menu")
    menu.aboutToShow.emit()
    entry = menu.actions()[0]
    place = Path("~", "Documents", "…", "2027", "Cloud", "Books")
    assert entry.text() == f"&1 agency.vcmp – {place} (not there)"
    assert entry.toolTip() == str(folder / "agency.vcmp")


def row_of(qtbot: QtBot, application: Assembly, path: Path) -> RecentRow:
    """Return the row of a file, once it stands on the start page."""

    def rows() -> list[RecentRow]:
        found = application.start.findChildren(RecentRow)
        return [row for row in found if row.path == path and row.isVisible()]

    qtbot.waitUntil(lambda: bool(rows()))
    return rows()[0]
