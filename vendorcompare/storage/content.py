"""Whether the rows hold values of the kinds that the code relies on."""

from __future__ import annotations

import hashlib
import sqlite3
import uuid
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Table

from vendorcompare.storage.database import ASSESSMENT_ID
from vendorcompare.storage.schema import metadata
from vendorcompare.storage.seal import quoted

#: SQLite lets any column hold any kind of value; these are what ours may hold.
_STORED: Final = {"TEXT": "text", "INTEGER": "integer", "FLOAT": "real", "BLOB": "blob"}


def wrong_kinds(connection: sqlite3.Connection) -> list[str]:
    """Name the tables with a value of another kind than its column, or an infinite number."""
    return [table.name for table in metadata.sorted_tables if _has_wrong_kind(connection, table)]


def orphans(connection: sqlite3.Connection) -> list[str]:
    """Name the tables whose rows refer to rows that are not there."""
    return sorted({row[0] for row in connection.execute("PRAGMA foreign_key_check")})


def changed_attachments(connection: sqlite3.Connection) -> list[str]:
    """Name the attached files whose bytes are not those that were attached."""
    rows = connection.execute("SELECT name, size, sha256, content FROM attachment ORDER BY key")
    return [
        name
        for name, size, sha256, found in rows
        if len(found) != size or hashlib.sha256(found).hexdigest() != sha256
    ]


def uid(connection: sqlite3.Connection) -> str | None:
    """Return the document's id, None if there is not exactly one assessment with a proper one.

    The id names a folder of backups, so that nothing but a UUID will do.
    """
    rows = connection.execute("SELECT id, uid FROM assessment LIMIT 2").fetchall()
    if len(rows) != 1 or rows[0][0] != ASSESSMENT_ID:
        return None
    found = str(rows[0][1])
    try:
        return found if str(uuid.UUID(found)) == found else None
    except ValueError:
        return None


def _has_wrong_kind(connection: sqlite3.Connection, table: Table) -> bool:
    tests = " OR ".join(_tests(table))
    query = f"SELECT 1 FROM {quoted(table.name)} WHERE {tests} LIMIT 1"
    return connection.execute(query).fetchone() is not None


def _tests(table: Table) -> Iterator[str]:
    for column in table.columns:
        name = quoted(column.name)
        kind = _STORED[str(column.type)]
        kinds: Any = f"('{kind}', 'null')" if column.nullable else f"('{kind}')"
        yield f"typeof({name}) NOT IN {kinds}"
        if kind == "real":
            yield f"abs({name}) > 1.7976931348623157e308"
