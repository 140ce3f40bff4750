"""A program of a made-up format 1.1: files of 1.0 are checked against 1.0, then migrated."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, Connection, Text

from tests.storage.contents import UID
from tests.storage.documents import edit, sample, tampered, vendors, vendors_in
from vendorcompare.core.errors import DocumentDamaged, DocumentError, DocumentHostile
from vendorcompare.storage import schema
from vendorcompare.storage.file import backups, leftovers
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.schema._base import owned
from vendorcompare.storage.sqlite import file_header, migrations, structure
from vendorcompare.storage.sqlite.migrations import Migration

STEPS = (
    "ALTER TABLE vendor ADD COLUMN rating FLOAT",
    "CREATE TABLE meeting (assessment_id INTEGER NOT NULL, key TEXT DEFAULT '' NOT NULL,"
    " place TEXT, PRIMARY KEY (assessment_id, key),"
    " FOREIGN KEY(assessment_id) REFERENCES assessment (id)) WITHOUT ROWID",
)


def climb(connection: Connection) -> None:
    for step in STEPS:
        connection.exec_driver_sql(step)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Make a file of 1.0 before the program of 1.1 is installed."""
    return sample(tmp_path / "a.vcmp")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install the program of 1.1: its schema, its record, its ladder and its number."""
    formats = tmp_path / "formats"
    formats.mkdir()
    before = structure.record_of((1, 0))
    shutil.copyfile(before, formats / "v1_0.sql")
    script = ";\n".join((before.read_text("utf-8"), *STEPS))
    (formats / "v1_1.sql").write_text(script, "utf-8")
    monkeypatch.setattr(
        structure, "record_of", lambda version: formats / f"v{version[0]}_{version[1]}.sql"
    )
    monkeypatch.setattr(file_header, "FORMAT", (1, 1))
    monkeypatch.setattr(migrations, "MIGRATIONS", (Migration((1, 1), climb),))
    meeting = owned("meeting", Column("key", Text, primary_key=True), Column("place", Text))
    yield
    schema.metadata.remove(meeting)


def version_in(path: Path) -> tuple[int, int]:
    header = file_header.header_of(path)
    assert header is not None
    return header.version


def meetings(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [place for (place,) in connection.execute("SELECT place FROM meeting")]


@pytest.mark.usefixtures("program")
def test_an_old_file_is_migrated_and_not_refused(old: Path) -> None:
    before = old.read_bytes()
    copy = WorkingCopy.open(old)
    assert (copy.read_only, copy.upgraded_from) == ("", (1, 0))
    with copy.store.begin() as transaction:
        transaction.connection.exec_driver_sql("INSERT INTO meeting VALUES (1, 'm', 'here')")
        transaction.connection.exec_driver_sql("UPDATE vendor SET rating = 4.5 WHERE key = 'a'")
    assert old.read_bytes() == before
    copy.publish(old)
    assert copy.upgraded_from is None
    copy.close()
    assert version_in(old) == (1, 1)
    assert meetings(old) == ["here"]
    (kept,) = backups.backups(old)
    assert (kept.path.read_bytes(), kept.uid) == (before, UID)
    again = WorkingCopy.open(old)
    assert (again.read_only, again.upgraded_from) == ("", None)
    again.close()


@pytest.mark.usefixtures("program")
def test_an_old_file_is_read_without_being_touched(old: Path) -> None:
    before = old.read_bytes()
    with reading(old) as transaction:
        assert transaction.connection.exec_driver_sql("SELECT count(*) FROM meeting").scalar() == 0
        assert transaction.connection.exec_driver_sql("SELECT count(*) FROM score").scalar() == 24
    assert old.read_bytes() == before


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize("statement", STEPS)
def test_an_old_file_has_nothing_of_the_new_format(old: Path, statement: str) -> None:
    tampered(old, lambda connection: connection.execute(statement))
    with pytest.raises(DocumentHostile, match=r"rating|meeting"):
        WorkingCopy.open(old)


@pytest.mark.usefixtures("program")
@pytest.mark.parametrize(
    ("version", "says"),
    [((1, 0), "table risk"), ((1, 1), "rating"), ((1, 2), "rating"), ((1, 1), "meeting")],
)
def test_what_the_version_of_the_file_has_must_be_there(
    old: Path, version: tuple[int, int], says: str
) -> None:
    def lose(connection: sqlite3.Connection) -> None:
        connection.execute(STEPS[says == "rating"] if version > (1, 0) else "DROP TABLE risk")
        file_header.stamp(connection, version)

    with pytest.raises(DocumentDamaged, match=says):
        WorkingCopy.open(tampered(old, lose))


@pytest.mark.usefixtures("program")
def test_values_of_an_old_file_are_checked_too(old: Path) -> None:
    tampered(old, lambda connection: connection.execute("UPDATE vendor SET name = x'00'"))
    with pytest.raises(DocumentDamaged, match="vendors"):
        WorkingCopy.open(old)


@pytest.mark.usefixtures("program")
def test_a_version_between_that_never_was_is_refused(old: Path, tmp_path: Path) -> None:
    (tmp_path / "formats" / "v1_0.sql").unlink()
    with pytest.raises(DocumentError, match=r"1\.0 never existed"):
        WorkingCopy.open(old)


def test_the_format_that_the_file_has_is_told_after_two_upgrades(
    old: Path, request: pytest.FixtureRequest
) -> None:
    copy = WorkingCopy.open(old)
    edit(copy, "Unsaved")
    copy._session.note(upgraded_from=(0, 9))  # by the program that left these edits
    copy._disconnect()
    copy._session.abandon()
    request.getfixturevalue("program")
    copy = WorkingCopy.recover(leftovers.leftovers()[0])
    assert copy.upgraded_from == (0, 9)
    copy.close()


def test_edits_that_the_old_program_left_are_recovered_by_the_new_one(
    old: Path, request: pytest.FixtureRequest
) -> None:
    copy = WorkingCopy.open(old)
    edit(copy, "Unsaved")
    copy._disconnect()
    copy._session.abandon()
    request.getfixturevalue("program")
    (found,) = leftovers.leftovers()
    assert found.edits == 1
    copy = WorkingCopy.recover(found)
    assert copy.upgraded_from == (1, 0)
    assert "Unsaved" in vendors(copy)
    copy.publish(old)
    copy.close()
    assert version_in(old) == (1, 1)
    assert "Unsaved" in vendors_in(old)
