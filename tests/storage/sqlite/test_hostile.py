"""Files made by somebody who knows SQLite: whatever they carry, nothing of it runs."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.documents import sample, tampered
from vendorcompare.core.errors import DocumentDamaged, DocumentHostile, UserError
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.sqlite import gate, structure
from vendorcompare.storage.sqlite.hardening import guarded

SCORE = (
    "CREATE TABLE score (assessment_id INTEGER NOT NULL, round TEXT DEFAULT '' NOT NULL,"
    " evaluator TEXT DEFAULT '' NOT NULL, vendor TEXT DEFAULT '' NOT NULL,"
    " criterion TEXT DEFAULT '' NOT NULL, value FLOAT, {more} PRIMARY KEY (assessment_id, round,"
    " evaluator, vendor, criterion)) WITHOUT ROWID"
)
DROP = "DROP TABLE score; "
PARENT = "FOREIGN KEY (assessment_id) REFERENCES assessment (id) ON DELETE CASCADE,"
RECURSIVE = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r"

#: What must be refused as code or as a stranger.
HOSTILE: dict[str, str] = {
    "trigger": "CREATE TRIGGER t AFTER UPDATE ON score BEGIN UPDATE vendor SET name = 'x'; END",
    "trigger on insert": "CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM score; END",
    "view": "CREATE VIEW w AS SELECT * FROM score",
    "view with trigger": "CREATE VIEW w AS SELECT 1 AS a;"
    "CREATE TRIGGER t INSTEAD OF INSERT ON w BEGIN SELECT 1; END",
    "view as table": "DROP TABLE risk; CREATE VIEW risk AS SELECT 1 AS assessment_id, 'r' AS key",
    "recursive view": f"CREATE VIEW w AS {RECURSIVE}",
    "recursive view as table": f"DROP TABLE survey; CREATE VIEW survey AS {RECURSIVE}",
    "view of huge blob": "DROP TABLE bill; CREATE VIEW bill AS SELECT zeroblob(1 << 30) AS key",
    "virtual column": "ALTER TABLE vendor ADD COLUMN g TEXT AS (upper(name)) VIRTUAL",
    "huge virtual column": "ALTER TABLE vendor ADD COLUMN g BLOB AS (zeroblob(1000000000))",
    "stored column": DROP + SCORE.format(more="g TEXT AS (vendor || 1) STORED,"),
    "check": DROP + SCORE.format(more="CHECK (value < 9),"),
    "check that computes": DROP + SCORE.format(more="CHECK (zeroblob(1 << 30) > 0),"),
    "index": "CREATE INDEX i ON score (value)",
    "expression index": "CREATE INDEX i ON score (abs(value))",
    "partial index": "CREATE INDEX i ON score (value) WHERE value > 3",
    "full-text table": "CREATE VIRTUAL TABLE f USING fts5(a)",
    "virtual table as table": "DROP TABLE need; CREATE VIRTUAL TABLE need USING fts5(key)",
    "r-tree": "CREATE VIRTUAL TABLE f USING rtree(id, a, b)",
    "table": "CREATE TABLE extra (a)",
    "table of statistics": "ANALYZE",
    "counter": "CREATE TABLE extra (a INTEGER PRIMARY KEY AUTOINCREMENT)",
    "column": "ALTER TABLE vendor ADD COLUMN secret TEXT",
    "cascade": DROP + SCORE.format(more=PARENT),
    "computed default": DROP + SCORE.format(more="d TEXT DEFAULT (random()),"),
    "collation": DROP + SCORE.format(more="n TEXT COLLATE NOCASE,"),
    "strict table": "DROP TABLE need; CREATE TABLE need (key TEXT NOT NULL PRIMARY KEY) STRICT",
    "column that may be absent": "PRAGMA writable_schema=ON;"
    "UPDATE sqlite_schema SET sql = replace(sql,"
    " 'name TEXT DEFAULT '''' NOT NULL', 'name TEXT DEFAULT ''''') WHERE name = 'vendor'",
    "name with a quote": 'CREATE TABLE "a""b; DROP TABLE vendor" (a)',
    "name with control characters": 'CREATE TABLE "a\n\x1b[31m" (a)',
}
#: What must be refused as damage.
DAMAGED: dict[str, str] = {
    "missing table": "DROP TABLE risk",
    "missing column": "ALTER TABLE vendor DROP COLUMN pros",
    "missing rules": DROP + SCORE.format(more=""),
    "text for a number": "UPDATE score SET value = 'four'",
    "bytes for a number": "UPDATE score SET value = x'34'",
    "bytes for text": "UPDATE vendor SET name = x'00ff'",
    "text for an integer": "UPDATE risk SET likelihood = 'high'",
    "fraction for an integer": "UPDATE risk SET impact = 2.5",
    "text for bytes": "UPDATE attachment SET content = 'text'",
    "infinite number": "UPDATE score SET value = 9e999",
    "orphan": "UPDATE score SET vendor = 'nobody' WHERE vendor = 'a'",
    "orphaned criterion": "DELETE FROM dimension WHERE key = 'service'",
    "two assessments": "INSERT INTO assessment (id) VALUES (2)",
    "no assessment": "DELETE FROM assessment",
    "assessment of another number": "UPDATE assessment SET id = 2",
    "id that is a path": "UPDATE identity SET uid = '../../../etc'",
    "origin that is a path": "UPDATE identity SET origin = '../a'",
    "no identity": "DELETE FROM identity",
    "identity of another assessment": "PRAGMA foreign_keys=OFF;"
    "INSERT INTO assessment (id) VALUES (2); UPDATE identity SET assessment_id = 2;"
    "DELETE FROM assessment WHERE id = 2",
    "id in another spelling": "UPDATE identity SET uid = upper(uid)",
    "text that is no text": "UPDATE vendor SET name = CAST(x'fffe80' AS TEXT)",
    "schema that is no SQL": "PRAGMA writable_schema=ON;"
    "UPDATE sqlite_schema SET sql = 'CREATE TABLE vendor (' WHERE name = 'vendor'",
    "tables that share pages": "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage ="
    " (SELECT rootpage FROM sqlite_schema WHERE name = 'bill') WHERE name = 'risk'",
}


def run(script: str) -> Callable[[sqlite3.Connection], object]:
    return lambda connection: connection.executescript(script)


def refusal(path: Path) -> UserError:
    """Return why a file is refused, which must be soon and must not change it."""
    before = path.read_bytes()
    started = time.process_time()
    with pytest.raises(UserError) as raised:
        gate.admit(path)
    assert time.process_time() - started < 3
    assert path.read_bytes() == before
    assert raised.value.hint
    assert raised.value.message.isprintable()
    return raised.value


@pytest.mark.parametrize("kind", HOSTILE)
def test_code_and_strangers_are_refused_by_name(tmp_path: Path, kind: str) -> None:
    error = refusal(tampered(sample(tmp_path / "a.vcmp"), run(HOSTILE[kind])))
    assert isinstance(error, DocumentHostile)


@pytest.mark.parametrize("kind", DAMAGED)
def test_wrong_rows_are_refused_as_damage(tmp_path: Path, kind: str) -> None:
    error = refusal(tampered(sample(tmp_path / "a.vcmp"), run(DAMAGED[kind])))
    assert isinstance(error, DocumentDamaged)


def test_duplicate_ids_are_refused(tmp_path: Path) -> None:
    script = (
        "CREATE TABLE other AS SELECT * FROM assessment; DROP TABLE assessment;"
        "ALTER TABLE other RENAME TO assessment;"
        "INSERT INTO assessment SELECT * FROM assessment; UPDATE assessment SET id = rowid"
    )
    refusal(tampered(sample(tmp_path / "a.vcmp"), run(script)))


def test_thousands_of_tables_are_refused(tmp_path: Path) -> None:
    script = "BEGIN;" + "".join(f"CREATE TABLE x{n} (a);" for n in range(3_000)) + "COMMIT"
    path = sample(tmp_path / "a.vcmp")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    connection.executescript(script)
    connection.close()
    assert isinstance(refusal(path), DocumentHostile)


def test_a_blob_larger_than_any_attachment_is_refused(tmp_path: Path) -> None:
    path = sample(tmp_path / "a.vcmp")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("UPDATE attachment SET content = zeroblob(250000000)")
    connection.commit()
    connection.close()
    started = time.process_time()
    with pytest.raises(UserError):
        gate.admit(path)
    assert time.process_time() - started < 3


def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    path = sample(tmp_path / "a.vcmp")
    with guarded(path, seconds=0.2) as connection:
        connection.set_authorizer(None)
        with pytest.raises(DocumentHostile, match="longer to examine"), gate._explained():
            connection.execute(f"SELECT max(n) FROM ({RECURSIVE})").fetchall()


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH 'x.db' AS x",
        "PRAGMA writable_schema=ON",
        "PRAGMA journal_mode=WAL",
        "UPDATE vendor SET name = 'x'",
        "CREATE TABLE x (a)",
        "SELECT load_extension('x')",
        "SELECT zeroblob(9)",
        "SELECT * FROM w",
        "VACUUM INTO 'x'",
    ],
)
def test_the_guarded_connection_only_reads(tmp_path: Path, statement: str) -> None:
    path = sample(tmp_path / "a.vcmp")
    connection = sqlite3.connect(path)
    connection.execute("CREATE VIEW w AS SELECT * FROM score")
    connection.close()
    with guarded(path) as guard, pytest.raises(sqlite3.DatabaseError):
        guard.execute(statement).fetchall()


@pytest.mark.parametrize(
    ("limit", "most"),
    [
        (sqlite3.SQLITE_LIMIT_LENGTH, 200_000_000),
        (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
        (sqlite3.SQLITE_LIMIT_COLUMN, 200),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
        (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
    ],
)
def test_a_file_from_anywhere_gets_no_more_room_than_an_assessment_needs(
    tmp_path: Path, limit: int, most: int
) -> None:
    with guarded(sample(tmp_path / "a.vcmp")) as connection:
        assert connection.getlimit(limit) == most


def test_control_the_same_file_without_a_stranger_is_admitted(tmp_path: Path) -> None:
    path = tampered(sample(tmp_path / "a.vcmp"), run("SELECT 1"))
    assert gate.admit(path).read_only == ""


def test_control_without_the_gate_a_trigger_would_get_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tampered(sample(tmp_path / "a.vcmp"), run(HOSTILE["trigger"]))
    monkeypatch.setattr(structure, "strangers", lambda connection: [])
    copy = WorkingCopy.open(path)
    copy.close()
