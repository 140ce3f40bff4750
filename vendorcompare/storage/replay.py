"""Whether what a file holds is what its change log led to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Table, select

from vendorcompare.storage import beginning, schema
from vendorcompare.storage.change_log import LogEntry
from vendorcompare.storage.recorder import key_names
from vendorcompare.storage.records import edited_tables
from vendorcompare.storage.rows import Key, Row, from_json, logged
from vendorcompare.storage.store import Transaction, is_owned

#: The columns that are known of each row; None of a row that is gone.
_Known = dict[tuple[str, Key], dict[str, Any] | None]


def unexplained(transaction: Transaction, log: Iterable[LogEntry]) -> list[str]:
    """Name the tables whose rows are not those that the log led to, in the order of their names.

    The log is itself what is named where it cannot be read.
    """
    try:
        known = _replayed(log)
    except ValueError:
        return [schema.change.name]
    at_first = {(table.name, key) for table, key, _row in beginning.ROWS}
    wrong = set()
    for table in edited_tables():
        for key, row in _rows(transaction, table):
            place = (table.name, key)
            expected = known.pop(place, {} if place in at_first else None)
            if expected is None or any(row.get(name, v) != v for name, v in expected.items()):
                wrong.add(table.name)
    wrong |= {table for (table, _key), row in known.items() if row is not None}
    return sorted(wrong)


def _replayed(log: Iterable[LogEntry]) -> _Known:
    """Return what is known of every row that a log tells of, after its last entry."""
    known: _Known = {}
    for entry in log:
        for change in from_json(entry.rows):
            place = (change.table, change.key)
            if change.after is None:
                known[place] = None
            else:
                before = None if change.before is None else known.get(place)
                known[place] = {**(before or {}), **change.after}
    return known


def _rows(transaction: Transaction, table: Table) -> Iterator[tuple[Key, Row]]:
    """Give the rows of a table one by one, bytes as the log names them."""
    keys = key_names(table)
    names = [column.name for column in table.c if not column.primary_key]
    for row in transaction.execute(
        select(*(table.c[name] for name in (*keys, *names))).where(is_owned(table))
    ):
        values: Mapping[str, Any] = dict(zip(names, map(logged, row[len(keys) :]), strict=True))
        yield tuple(row[: len(keys)]), values
