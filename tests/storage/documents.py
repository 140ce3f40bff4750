"""Making, editing, copying and spoiling documents in tests."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import insert

from tests.storage.contents import ROWS, TITLE, UID
from vendorcompare.storage import change_log, schema
from vendorcompare.storage.change_log import Label
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.identity import Identity
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.sqlite import seal
from vendorcompare.storage.store import Transaction, with_owner

FIXTURE = Path(__file__).parent / "files" / "v1_0.vcmp"


def fill(transaction: Transaction) -> None:
    """Put the rows of the sample into an empty assessment."""
    Recorder(transaction).put(schema.assessment, title=TITLE, currency="CNY")
    for name, rows in ROWS.items():
        table = schema.metadata.tables[name]
        for row in rows:  # one by one, as their columns differ
            transaction.execute(insert(table).values({**with_owner(table), **row}))


def write_sample(path: Path) -> None:
    """Save the sample to a file."""
    copy = WorkingCopy.create()
    copy.identity = Identity(UID, UID)
    with copy.store.begin() as transaction:
        fill(transaction)
    copy.publish(path)
    copy.close()


def sample(path: Path) -> Path:
    """Put a copy of the sample of format 1.0 at a path."""
    shutil.copyfile(FIXTURE, path)
    return path


def edit(copy: WorkingCopy, name: str) -> int:
    """Add a vendor as the window would, and return the number of the step."""
    with copy.store.begin() as transaction:
        recorder = Recorder(transaction)
        head = change_log.head(transaction)
        number = head.number + 1
        recorder.put(schema.vendor, f"vendor-{number}", name=name)
        change_log.append(transaction, head, "do", Label("Add vendor", {}), recorder.changes)
    return number


def vendors(copy: WorkingCopy) -> list[str]:
    """Return the names of the vendors."""
    with copy.store.begin() as transaction:
        query = schema.vendor.select().order_by(schema.vendor.c.key)
        return [row.name for row in transaction.execute(query)]


def vendors_in(path: Path) -> list[str]:
    """Return the names of the vendors in a file, which no process may have open."""
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM vendor ORDER BY key")]


def tampered(path: Path, spoil: Callable[[sqlite3.Connection], object]) -> Path:
    """Change a file as a clever stranger would: by SQL, and with a seal that fits."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        spoil(connection)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA writable_schema=RESET")
            seal.write(connection, 1)
        except sqlite3.Error:  # some cannot be read any more
            pass
    return path
