"""Files of later versions: read if only a minor is higher, else refused by name."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.storage.documents import sample, tampered
from vendorcompare.core.errors import DocumentHostile, DocumentTooNew, SaveFailed
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.sqlite import file_header

ADDITIONS = (
    "ALTER TABLE vendor ADD COLUMN rating REAL",
    "ALTER TABLE score ADD COLUMN mood TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE meeting (assessment_id INTEGER NOT NULL, key TEXT NOT NULL, body BLOB,"
    " PRIMARY KEY (assessment_id, key), FOREIGN KEY (assessment_id) REFERENCES assessment (id))"
    " WITHOUT ROWID; INSERT INTO meeting VALUES (1, 'm', x'00')",
    "SELECT 1",
)


def later(path: Path, version: tuple[int, int], script: str = "SELECT 1") -> Path:
    def change(connection: sqlite3.Connection) -> None:
        connection.executescript(script)
        file_header.stamp(connection, version)

    return tampered(sample(path), change)


@pytest.mark.parametrize("version", [(2, 0), (2, 7), (32767, 0)])
def test_a_later_major_is_refused_with_both_versions(
    tmp_path: Path, version: tuple[int, int]
) -> None:
    path = later(tmp_path / "a.vcmp", version)
    before = path.read_bytes()
    with pytest.raises(DocumentTooNew) as raised:
        WorkingCopy.open(path)
    assert file_header.as_text(version) in raised.value.message
    assert "1.x" in raised.value.message
    assert "1.0" in raised.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize("script", ADDITIONS)
def test_a_later_minor_opens_read_only(tmp_path: Path, script: str) -> None:
    path = later(tmp_path / "a.vcmp", (1, 3), script)
    before = path.read_bytes()
    copy = WorkingCopy.open(path)
    assert "1.3" in copy.read_only
    with copy.store.begin() as transaction:
        assert transaction.connection.exec_driver_sql("SELECT count(*) FROM score").scalar() == 24
        with pytest.raises(Exception, match="readonly"):
            transaction.connection.exec_driver_sql("DELETE FROM score")
    with pytest.raises(SaveFailed):
        copy.publish(path)
    copy.close()
    with reading(path) as transaction:
        assert transaction.connection.exec_driver_sql("SELECT count(*) FROM score").scalar() == 24
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER UPDATE ON score BEGIN DELETE FROM vendor; END",
        "CREATE VIEW w AS SELECT 1",
        "CREATE INDEX i ON score (abs(value))",
        "CREATE TABLE m (a, b AS (a + 1))",
        "CREATE TABLE m (a CHECK (a > 0))",
        "CREATE TABLE m (a DEFAULT (random()))",
        "CREATE TABLE m (a DEFAULT CURRENT_TIMESTAMP)",
        "CREATE VIRTUAL TABLE m USING fts5(a)",
        "ALTER TABLE vendor ADD COLUMN g AS (name)",
        "CREATE TABLE m (a /* no */ CHECK /* really */ (a > 0))",
    ],
)
def test_a_later_minor_brings_no_code(tmp_path: Path, script: str) -> None:
    with pytest.raises(DocumentHostile):
        WorkingCopy.open(later(tmp_path / "a.vcmp", (1, 3), script))


def test_words_of_code_are_allowed_as_names(tmp_path: Path) -> None:
    script = 'CREATE TABLE "check" ("as" TEXT DEFAULT \'CHECK (1)\' /* ON */)'
    WorkingCopy.open(later(tmp_path / "a.vcmp", (1, 3), script)).close()


def test_a_version_that_never_was_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="never existed"):
        WorkingCopy.open(later(tmp_path / "a.vcmp", (0, 9)))
