"""A database file as a whole, on connections of its own, as edits of it may go on."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from vendorcompare.storage.identity import Identity
from vendorcompare.storage.sqlite import file_header, seal
from vendorcompare.storage.sqlite.content import Held

_PATIENCE: Final = 60.0  # seconds


def write_sealed(working_copy: Path, held: Held, part: Path) -> int:
    """Write a sealed copy of the database as it is now; return the number of its last change.

    The seal is computed from the copy itself, so that edits may go on meanwhile.

    Raises:
        sqlite3.Error: if it cannot be written, or is not whole afterwards.
    """
    with closing(sqlite3.connect(working_copy, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(part),))
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=MEMORY")  # nobody needs a half-written part
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("BEGIN IMMEDIATE")
        _name(connection, held.identity)
        seal.write(connection, held.assessment_id)
        connection.execute("COMMIT")
        number = _last_number(connection)
    _verify(part, held.assessment_id)
    return number


def rename(working_copy: Path, named: Identity) -> None:
    """Tell a working copy which file it is.

    A step that adds large files or many rows takes its time, and is waited for.
    """
    with closing(sqlite3.connect(working_copy, timeout=_PATIENCE)) as connection, connection:
        _name(connection, named)


def title_and_number(working_copy: Path) -> tuple[str, int]:
    """Return the title, and the number of the last change.

    Raises:
        sqlite3.Error: if it cannot be read.
        UnicodeError: if the title is no text.
    """
    with closing(sqlite3.connect(working_copy, isolation_level=None)) as connection:
        title = connection.execute("SELECT title FROM assessment").fetchone()
        return str(title[0]) if title else "", _last_number(connection)


def _name(connection: sqlite3.Connection, identity: Identity) -> None:
    connection.execute("UPDATE identity SET uid = ?, origin = ?", identity)


def _last_number(connection: sqlite3.Connection) -> int:
    number = connection.execute("SELECT coalesce(max(number), 0) FROM change").fetchone()
    return int(number[0])


def _verify(part: Path, assessment_id: int) -> None:
    """Read the copy again as its next reader will."""
    header = file_header.header_of(part)
    if (
        header is None
        or not header.rolls_back
        or header.application_id != file_header.APPLICATION_ID
    ):
        raise sqlite3.DatabaseError("the copy has a wrong header")
    with closing(sqlite3.connect(f"{part.as_uri()}?immutable=1", uri=True)) as connection:
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the copy is not whole")
        if seal.verify(connection, assessment_id):
            raise sqlite3.DatabaseError("the copy does not match its seal")
