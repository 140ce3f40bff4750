"""What tells our files from others: two numbers in the header of the database file.

They are read from the bytes, so that no database engine touches a file that is not ours.
"""

from __future__ import annotations

import sqlite3
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: "VCMP" as the application id of SQLite, by which `file` and MIME databases know us too.
APPLICATION_ID: Final = 0x56434D50
#: The version written. A new major is refused by older applications, a new minor is read.
FORMAT: Final = (1, 0)

MAGIC: Final = b"SQLite format 3\x00"
_HEADER_SIZE: Final = 100


@dataclass(frozen=True, slots=True)
class Header:
    """Hold what the first bytes of a database file say.

    Attributes:
        size: the bytes that the file must have, None where the header does not know.
        rolls_back: whether the file needs no write-ahead log beside it.
    """

    application_id: int
    version: tuple[int, int]
    size: int | None
    rolls_back: bool


def parsed(start: bytes) -> Header | None:
    """Read the start of a file, None if it is not a database at all."""
    if len(start) < _HEADER_SIZE or not start.startswith(MAGIC):
        return None
    page_size = struct.unpack_from(">H", start, 16)[0]
    counter, pages = struct.unpack_from(">II", start, 24)
    user_version, application_id, valid_for = (
        struct.unpack_from(">I", start, offset)[0] for offset in (60, 68, 92)
    )
    known = counter == valid_for and pages > 0
    return Header(
        application_id=application_id,
        version=version_of(user_version),
        size=pages * (65536 if page_size == 1 else page_size) if known else None,
        rolls_back=start[18:20] == b"\x01\x01",
    )


def header_of(path: Path) -> Header | None:
    """Read the header of a file, None if it is not a database at all."""
    with path.open("rb") as file:
        return parsed(file.read(_HEADER_SIZE))


def version_of(user_version: int) -> tuple[int, int]:
    """Split the number that SQLite keeps into major and minor."""
    return user_version >> 16, user_version & 0xFFFF


def user_version_of(version: tuple[int, int]) -> int:
    """Join major and minor into the number that SQLite keeps."""
    return version[0] << 16 | version[1]


def stamp(connection: sqlite3.Connection, version: tuple[int, int] | None = None) -> None:
    """Mark a database as ours, of the present version by default, in the open transaction."""
    version = version or FORMAT
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={user_version_of(version)}")


def as_text(version: tuple[int, int]) -> str:
    """Write a version as people read it."""
    return f"{version[0]}.{version[1]}"
