"""Whether the rows hold values of the kinds that the code relies on."""

from __future__ import annotations

import hashlib
import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from vendorcompare.storage.identity import Identity
from vendorcompare.storage.sqlite.seal import quoted
from vendorcompare.storage.sqlite.structure import Shape

#: SQLite lets any column hold any kind of value; these are what ours may hold.
_STORED: Final = {"TEXT": "text", "INTEGER": "integer", "FLOAT": "real", "BLOB": "blob"}


class Held(NamedTuple):
    """Hold what a file is of: its only assessment, and which file it is."""

    assessment_id: int
    identity: Identity


def wrong_kinds(connection: sqlite3.Connection, tables: Mapping[str, Shape]) -> list[str]:
    """Name the tables with a value of another kind than its column, or an infinite number."""
    return [name for name in sorted(tables) if _has_wrong_kind(connection, name, tables[name])]


def orphans(connection: sqlite3.Connection) -> list[str]:
    """Name the tables whose rows refer to rows that are not there."""
    return sorted({row[0] for row in connection.execute("PRAGMA foreign_key_check")})


def changed_attachments(connection: sqlite3.Connection, assessment_id: int) -> list[str]:
    """Name the attached files whose bytes are not those that were attached."""
    query = """
        SELECT name, size, sha256, content FROM attachment WHERE assessment_id = ? ORDER BY key"""
    rows = connection.execute(query, (assessment_id,))
    return [
        name
        for name, size, sha256, found in rows
        if len(found) != size or hashlib.sha256(found).hexdigest() != sha256
    ]


def held_in(connection: sqlite3.Connection) -> Held | None:
    """Return what a file is of, None if there is not exactly one assessment with proper ids.

    The id names a folder of backups, so that nothing but a UUID will do.
    """
    ids = connection.execute("SELECT id FROM assessment LIMIT 2").fetchall()
    rows = connection.execute("SELECT assessment_id, uid, origin FROM identity LIMIT 2").fetchall()
    if len(ids) != 1 or len(rows) != 1 or rows[0][0] != ids[0][0]:
        return None
    found = Identity(str(rows[0][1]), str(rows[0][2]))
    return Held(ids[0][0], found) if all(map(_is_uuid, found)) else None


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _has_wrong_kind(connection: sqlite3.Connection, table: str, shape: Shape) -> bool:
    tests = " OR ".join(_tests(shape))
    query = f"SELECT 1 FROM {quoted(table)} WHERE {tests} LIMIT 1"
    return connection.execute(query).fetchone() is not None


def _tests(shape: Shape) -> Iterator[str]:
    for column, declared, has_value, _default, _place in sorted(shape.columns, key=str):
        name = quoted(column)
        kind = _STORED[declared]
        kinds = f"('{kind}')" if has_value else f"('{kind}', 'null')"
        yield f"typeof({name}) NOT IN {kinds}"
        if kind == "real":
            yield f"abs({name}) > 1.7976931348623157e308"
