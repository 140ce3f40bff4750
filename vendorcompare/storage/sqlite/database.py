"""One connection to a working copy, with the promises that an edit relies on.

A commit is durable when it returns: write-ahead log with a full sync at every commit.
The log lies beside the working copy in the application's own folder; the user's file is
never opened by SQLite for writing.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.pool import StaticPool

from vendorcompare.storage.store import Transaction

#: Whatever the database says of a file that it cannot read or write.
Error = sqlite3.Error

_PRAGMAS: Final = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
)

#: The statements that SQLAlchemy has compiled. There are no more than the schema has questions,
#: and every file is asked the same; compiled for each anew, they took a third of opening it.
_COMPILED: Final[dict[Any, Any]] = {}


def connect(path: Path) -> sqlite3.Connection:
    """Open a working copy for editing.

    Python's own transaction handling is off, because it would commit before a change of
    the schema and so leave half a migration behind.
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    return connection


def logs_beside(path: Path) -> list[Path]:
    """Return the logs that another program left beside a database, and may still need."""
    logs = (path.with_name(path.name + suffix) for suffix in ("-wal", "-journal"))
    return [log for log in logs if _has_content(log)]


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:  # not there, or of a name longer than a file can have
        return False


def engine_on(connection: sqlite3.Connection, *, writes: bool = True) -> Engine:
    """Wrap an open connection for SQLAlchemy.

    Transactions begin with the right to write, so that they never fail half-way for want
    of it; without `writes` they cannot write at all. Parameters stay out of error messages:
    they are the user's data.
    """
    if not writes:
        connection.execute("PRAGMA query_only=ON")
    engine = Engine(
        StaticPool(lambda: connection),  # type: ignore[arg-type]  # its protocol is too narrow
        _dialect(),
        make_url("sqlite://"),
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )

    @event.listens_for(engine, "begin")
    def _begin(_on: Connection) -> None:
        connection.execute("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def driver_of(transaction: Transaction) -> sqlite3.Connection:
    """Return SQLite's own connection below a transaction."""
    found = transaction.connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def says_full(error: Error) -> bool:
    """Tell whether the database found no room on the disk."""
    return _name_of(error) == "SQLITE_FULL"


def says_unreliable(error: Error) -> bool:
    """Tell whether the disk below the database failed to read or write."""
    return _name_of(error).startswith("SQLITE_IOERR")


def _name_of(error: Error) -> str:
    return str(getattr(error, "sqlite_errorname", ""))


@cache
def _dialect() -> Dialect:
    """Return the one dialect of all files: what is compiled is compiled for a dialect."""
    engine = create_engine("sqlite://")
    with engine.connect():  # by which it gets to know its SQLite
        return engine.dialect
