"""A connection on which a file from anywhere can be looked at.

Nothing in the file is executed: no trigger, view or function of its own is within reach,
and every statement ends by the deadline.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

#: No assessment comes near; what takes longer was made to.
DEADLINE_SECONDS: Final = 20.0
_STEPS_BETWEEN_LOOKS: Final = 10_000

_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: 200_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 10,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_SETTINGS: Final = (
    "PRAGMA mmap_size=0",
    "PRAGMA cell_size_check=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA ignore_check_constraints=ON",  # a check can compute; it is refused, not evaluated
    "PRAGMA query_only=ON",
)
_PRAGMAS: Final = frozenset({
    "quick_check", "integrity_check", "foreign_key_check", "application_id", "user_version",
    "table_info", "table_xinfo", "foreign_key_list", "index_list", "index_info",
})  # fmt: skip
_FUNCTIONS: Final = frozenset({"count", "typeof", "total", "max", "min", "length", "abs"})
#: `setconfig` came with Python 3.12; before, the allow-list below does the same work.
_CONFIG: Final = {
    "SQLITE_DBCONFIG_DEFENSIVE": True,
    "SQLITE_DBCONFIG_ENABLE_TRIGGER": False,
    "SQLITE_DBCONFIG_ENABLE_VIEW": False,
    "SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION": False,
    "SQLITE_DBCONFIG_TRUSTED_SCHEMA": False,
    "SQLITE_DBCONFIG_WRITABLE_SCHEMA": False,
}


@contextmanager
def guarded(path: Path, *, seconds: float = DEADLINE_SECONDS) -> Iterator[sqlite3.Connection]:
    """Open a private copy of a file from anywhere."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for limit, most in _LIMITS.items():
            connection.setlimit(limit, most)
        _configure(connection)
        for setting in _SETTINGS:
            connection.execute(setting)
        end = time.monotonic() + seconds
        connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS_BETWEEN_LOOKS)
        connection.set_authorizer(_allow)
        yield connection


def _configure(connection: sqlite3.Connection) -> None:
    configure = getattr(connection, "setconfig", None)
    if configure is None:
        return
    for name, on in _CONFIG.items():
        if hasattr(sqlite3, name):
            configure(getattr(sqlite3, name), on)


def _allow(
    action: int, first: str | None, second: str | None, _database: str | None, origin: str | None
) -> int:
    """Allow reading tables and a few pragmas, but nothing on behalf of a trigger or view."""
    allowed = origin is None and (
        action in {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
        or (action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS)
        or (action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
