"""What an assessment holds, row by row, to be compared with what it held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Table, select

from vendorcompare.storage import schema
from vendorcompare.storage.records import edited_tables
from vendorcompare.storage.rows import Key
from vendorcompare.storage.store import Transaction, is_owned


class Contents(NamedTuple):
    """Hold an assessment as it is kept.

    Attributes:
        uid: the id of the file that it is.
        rows: the values of each table by the keys of its rows; bytes are left out, because
            their digest stands beside them.
    """

    uid: str
    title: str
    buyer: str
    rows: Mapping[str, Mapping[Key, tuple[Any, ...]]]


def contents_of(transaction: Transaction) -> Contents:
    """Read all that users edit."""
    own, identity = schema.assessment, schema.identity
    uid = select(identity.c.uid).where(is_owned(identity))
    named = select(own.c.title, own.c.buyer).where(is_owned(own))
    title, buyer = transaction.execute(named).one()
    rows = {table.name: _rows(transaction, table) for table in edited_tables()}
    return Contents(transaction.execute(uid).scalar_one(), title, buyer, rows)


def _rows(transaction: Transaction, table: Table) -> dict[Key, tuple[Any, ...]]:
    keys = list(table.primary_key)
    values = [c for c in table.c if not c.primary_key and c.type.python_type is not bytes]
    query = select(*keys, *values).where(is_owned(table))
    found = transaction.execute(query)
    return {tuple(row[: len(keys)]): tuple(row[len(keys) :]) for row in found}
