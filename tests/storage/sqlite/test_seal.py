from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.documents import FIXTURE, sample
from vendorcompare.storage.sqlite import seal


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = sample(tmp_path / "a.vcmp")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def table(connection: sqlite3.Connection, *rows: object) -> str:
    """Return the digest of a table of one column that takes values of any kind."""
    connection.execute("DROP TABLE IF EXISTS loose")
    connection.execute("CREATE TABLE loose (k INTEGER PRIMARY KEY, v)")
    connection.executemany("INSERT INTO loose (v) VALUES (?)", [(row,) for row in rows])
    return seal.digests(connection, 1)["loose"]


def test_a_saved_file_matches_its_seal(connection: sqlite3.Connection) -> None:
    assert seal.verify(connection, 1) == ()


def test_the_seal_does_not_depend_on_the_bytes_of_the_file(
    connection: sqlite3.Connection,
) -> None:
    before = seal.digests(connection, 1)
    connection.execute("PRAGMA page_size=8192")
    connection.execute("VACUUM")
    assert seal.digests(connection, 1) == before


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ("UPDATE score SET value = value + 1e-15 WHERE value = 1", ("score",)),
        ("UPDATE score SET note = note || ' ' WHERE criterion = 'c2'", ("score",)),
        ("UPDATE attachment SET content = x'00'", ("attachment",)),
        ("DELETE FROM risk", ("risk",)),
        ("DELETE FROM seal WHERE name = 'vendor'", ("vendor",)),
        ("UPDATE seal SET sha256 = '' WHERE name IN ('vendor', 'bill')", ("bill", "vendor")),
        ("INSERT INTO seal VALUES (1, 'ghost', '')", ("ghost",)),
        ("CREATE TABLE ghost (a)", ("ghost",)),
    ],
)
def test_whatever_changes_is_named(
    connection: sqlite3.Connection, change: str, names: tuple[str, ...]
) -> None:
    connection.execute(change)
    assert seal.verify(connection, 1) == names


def test_no_two_contents_share_an_encoding(connection: sqlite3.Connection) -> None:
    contents: list[tuple[object, ...]] = [
        (), (None,), (None, None), ("",), ("", ""), (b"",), (0,), (0.0,), ("0",), (b"0",),
        (1,), (1.0,), ("ab", "c"), ("a", "bc"), ("abc",), (b"abc",), ("a\0b",),
        ("\u00e9",), ("e\u0301",),
        (1, "1"), ("1", 1), (1.5, None, "x"), (None, 1.5, "x"), (2**53 + 1,), (float(2**53),),
        (-0.0, 1.0), (1e308,), (5e-324,), ("\x00" * 8,), (b"\x00" * 8,),
    ]  # fmt: skip
    assert len({table(connection, *rows) for rows in contents}) == len(contents)


def test_the_content_hash_ignores_history_and_layout(connection: sqlite3.Connection) -> None:
    before = seal.content_hash(connection, 1)
    connection.execute("DELETE FROM change")
    connection.execute("UPDATE setting SET value = '\"letter\"'")
    connection.execute("DELETE FROM seal")
    assert seal.content_hash(connection, 1) == before
    connection.execute("UPDATE vendor SET note = 'changed' WHERE key = 'a'")
    assert seal.content_hash(connection, 1) != before


def test_the_fixture_keeps_its_content_hash_for_ever() -> None:
    with closing(sqlite3.connect(f"{FIXTURE.as_uri()}?immutable=1", uri=True)) as connection:
        assert seal.content_hash(connection, 1)[:12] == "f85c6b6ea319"
