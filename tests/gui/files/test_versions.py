"""Earlier versions: whose they are is said, and bringing one back loses nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget

from tests.gui.application_fixtures import child, on_dialog, opened, press, trigger
from vendorcompare.document.edits import project
from vendorcompare.document.versions import EarlierVersion
from vendorcompare.document.viewing import viewing
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.files.backups_dialog import BackupsDialog
from vendorcompare.gui.notices.notice_bar import NoticeBar
from vendorcompare.gui.pages.vendors.page import VendorsPage
from vendorcompare.storage.file.backups import backups


def retitle(application: Assembly, title: str) -> None:
    project.describe(opened(application), title=title)


def test_an_earlier_version_comes_back_as_a_new_file(
    application: Assembly, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.documents.open(file)
    retitle(application, "Second")
    trigger(application, "file.save")
    back = tmp_path / "back.vcmp"
    monkeypatch.setattr(application.chooser, "to_save", lambda *_: back)
    on_dialog(press("Open as..."))
    trigger(application, "file.backups")
    assert opened(application).path == back
    assert opened(application).assessment.title == "Agency"
    notice = application.window.findChild(NoticeBar)
    assert notice is not None
    assert notice.text() == 'The earlier version was saved as "back.vcmp".'


@pytest.mark.parametrize("answer", ["Save", "Don't save", "Cancel"])
def test_an_earlier_version_in_the_place_of_the_open_one_loses_nothing(
    application: Assembly, file: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    application.documents.open(file)
    retitle(application, "Saved later")
    trigger(application, "file.save")
    retitle(application, "Not saved yet")
    monkeypatch.setattr(application.chooser, "to_save", lambda *_: file)

    def choose(dialog: QWidget) -> None:
        on_dialog(press(answer))
        press("Open as...")(dialog)

    on_dialog(choose)
    trigger(application, "file.backups")
    title = opened(application).assessment.title
    kept = {read_title(backup.path) for backup in backups(file)}
    if answer == "Cancel":
        assert (title, kept) == ("Not saved yet", {"Agency"})
        assert opened(application).is_modified
    else:
        assert (title, read_title(file)) == ("Agency", "Agency")
        assert kept >= {"Agency", "Not saved yet" if answer == "Save" else "Saved later"}
        assert not opened(application).is_modified
    assert opened(application).path == file
    notice = application.window.findChild(NoticeBar)
    assert notice is not None
    words = '"agency.vcmp" is the earlier version now; what it was is kept among them.'
    assert notice.text() == ("" if answer == "Cancel" else words)


def test_the_list_of_earlier_versions_says_whose_they_are(
    application: Assembly, file: Path
) -> None:
    application.documents.open(file)
    project.describe(opened(application), buyer="Client A", title="Payroll")
    trigger(application, "file.save")
    retitle(application, "Payroll 2027")
    trigger(application, "file.save")
    lines: list[str] = []

    def read(dialog: QWidget) -> None:
        versions = child(dialog, QListWidget, "versions")
        lines.extend(versions.item(row).text() for row in range(versions.count()))
        press("Cancel")(dialog)

    on_dialog(read)
    trigger(application, "file.backups")
    newest, oldest = (line.splitlines() for line in lines)
    assert newest[0].endswith("  Client A · Payroll")
    assert newest[1] == (
        "Changed since then: title and settings of the assessment. "
        "The last step in it: Edit assessment."
    )
    assert oldest[0].endswith("  Buyer Ltd · Agency")


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [((5, 65), ["2027-03-01 09:30", "2027-03-01 09:31"]),
     ((5, 50), ["2027-03-01 09:30:05", "2027-03-01 09:30:50"])],
)  # fmt: skip
def test_versions_of_one_minute_are_told_apart(
    application: Assembly, seconds: tuple[int, int], shown: list[str]
) -> None:
    start = datetime(2027, 3, 1, 9, 30).astimezone()
    made = [EarlierVersion(Path(), start + timedelta(seconds=each), 1) for each in seconds]
    dialog = BackupsDialog(made, application.window)
    versions = child(dialog, QListWidget, "versions")
    assert [versions.item(row).text().splitlines()[0] for row in (0, 1)] == shown
    dialog.deleteLater()


def test_what_is_being_typed_is_compared_too(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    retitle(application, "Payroll")
    trigger(application, "file.save")
    application.window.show_page("vendors")
    page = application.window.findChild(VendorsPage)
    assert page is not None
    page.select(opened(application).assessment.vendors[0].key)
    QTest.keyClicks(page.panel.form.pros, "answers at once")
    said: list[str] = []

    def read(dialog: QWidget) -> None:
        versions = child(dialog, QListWidget, "versions")
        said.append(versions.item(0).text())
        press("Cancel")(dialog)

    on_dialog(read)
    trigger(application, "file.backups")
    assert "vendors" in said[0].splitlines()[1]


def read_title(path: Path) -> str:
    with viewing(path) as view:
        return view.assessment.title
