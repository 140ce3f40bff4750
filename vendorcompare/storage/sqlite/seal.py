"""The seal: a SHA-256 over the rows of each table, which shows what SQLite cannot see.

SQLite notices damage to its own structure, but not a flipped bit in a score. The seal is
computed from the values, so that it stays the same whatever the pages of the file look like.
"""

from __future__ import annotations

import hashlib
import sqlite3
import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from vendorcompare.core.parts import Part
from vendorcompare.storage.records import tables_of

_SEAL: Final = "seal"
#: Rows digested together; a row with bytes stands alone, because it can be a large file.
_CHUNK: Final = 4096
_CODES: Final = {type(None): 0, int: 1, float: 2, str: 3, bytes: 4}


def content_hash(connection: sqlite3.Connection, assessment_id: int) -> str:
    """Return the SHA-256 of what a sheet can print; paper shows its first digits.

    The change log, the identity and the document's settings do not count: the same assessment
    saved twice, under another name, or printed with another layout, keeps its number.
    """
    beside = tables_of(Part.SHEET, Part.FILE)
    of_tables = digests(connection, assessment_id)
    return _joined({name: of for name, of in of_tables.items() if name not in beside})


def digests(connection: sqlite3.Connection, assessment_id: int) -> dict[str, str]:
    """Return the SHA-256 of what each table but the seal itself holds of an assessment."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    tables = sorted(name for (name,) in names if not name.startswith("sqlite_"))
    return {name: _digest(connection, assessment_id, name) for name in tables if name != _SEAL}


def write(connection: sqlite3.Connection, assessment_id: int) -> None:
    """Seal the rows as they are, in the transaction that is open."""
    of_tables = digests(connection, assessment_id)
    connection.execute("DELETE FROM seal WHERE assessment_id = ?", (assessment_id,))
    connection.executemany(
        "INSERT INTO seal (assessment_id, name, sha256) VALUES (?, ?, ?)",
        [(assessment_id, name, digest) for name, digest in of_tables.items()],
    )


def verify(connection: sqlite3.Connection, assessment_id: int) -> tuple[str, ...]:
    """Return the names of the tables whose rows do not match their seal."""
    query = "SELECT name, sha256 FROM seal WHERE assessment_id = ?"
    kept = dict(connection.execute(query, (assessment_id,)))
    found = digests(connection, assessment_id)
    return tuple(name for name in sorted({*kept, *found}) if kept.get(name) != found.get(name))


def quoted(name: str) -> str:
    """Quote a name for SQL."""
    return '"' + name.replace('"', '""') + '"'


def _joined(of_tables: dict[str, str]) -> str:
    """Digest the digests."""
    text = "".join(f"{len(name)}:{name}={digest}\n" for name, digest in sorted(of_tables.items()))
    return hashlib.sha256(text.encode()).hexdigest()


def _digest(connection: sqlite3.Connection, assessment_id: int, table: str) -> str:
    columns = list(connection.execute(f"PRAGMA table_info({quoted(table)})"))
    names = sorted(str(column[1]) for column in columns)
    order = [str(column[1]) for column in sorted(columns, key=lambda c: int(c[5])) if column[5]]
    has_bytes = any(column[2] == "BLOB" for column in columns)
    owner = "id" if table == "assessment" else "assessment_id"
    cursor = connection.execute(
        f"SELECT {', '.join(map(quoted, names))} FROM {quoted(table)}"
        f"{f' WHERE {owner} = {assessment_id:d}' if owner in names else ''}"
        f" ORDER BY {', '.join(map(quoted, order or names))}"
    )
    digest = hashlib.sha256()
    for part in _texts([table, *names]):
        digest.update(part)
    while rows := cursor.fetchmany(1 if has_bytes else _CHUNK):
        for part in _encoded(rows):
            digest.update(part)
    return digest.hexdigest()


def _encoded(rows: Sequence[tuple[Any, ...]]) -> Iterator[bytes]:
    """Encode rows column by column: how many, of which types, then the values of each type.

    Lengths and types come before the values, so that no two contents share an encoding.
    """
    yield struct.pack("<Q", len(rows))
    for column in zip(*rows, strict=True):
        kinds = bytes(map(_CODES.__getitem__, map(type, column)))
        yield kinds
        for kind, encode in _ENCODERS.items():
            count = kinds.count(_CODES[kind])
            if count == len(column):
                yield from encode(column)
            elif count:
                yield from encode([value for value in column if type(value) is kind])


def _texts(values: Sequence[str]) -> Iterator[bytes]:
    yield _packed("Q", map(len, values))
    yield "".join(values).encode()


def _blobs(values: Sequence[bytes]) -> Iterator[bytes]:
    yield _packed("Q", map(len, values))
    yield from values


def _integers(values: Sequence[int]) -> Iterator[bytes]:
    yield _packed("q", values)


def _floats(values: Sequence[float]) -> Iterator[bytes]:
    yield _packed("d", values)


def _packed(code: str, values: Iterable[float]) -> bytes:
    """Pack numbers in eight bytes each, the lowest first on every machine."""
    packed = array(code, values)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


_ENCODERS: Final[dict[type, Any]] = {
    int: _integers,
    float: _floats,
    str: _texts,
    bytes: _blobs,
}
