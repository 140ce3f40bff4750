"""The rows that every assessment has before its first step."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Table, insert

from vendorcompare.core.scores import SELECTION, UNNAMED
from vendorcompare.storage import schema
from vendorcompare.storage.identity import Identity
from vendorcompare.storage.rows import Key, Row
from vendorcompare.storage.store import Transaction, with_owner

#: The rows with their keys, and what they hold besides defaults. The change log tells of all
#: others.
ROWS: Final[tuple[tuple[Table, Key, Row], ...]] = (
    (schema.assessment, (), {}),
    (schema.round_, (SELECTION,), {"key": SELECTION, "kind": SELECTION}),
    (schema.evaluator, (UNNAMED,), {"key": UNNAMED}),
)


def begin(transaction: Transaction, named: Identity) -> None:
    """Add the rows, and which file it is."""
    first, *rest = ((table, row) for table, _key, row in ROWS)
    for table, row in (first, (schema.identity, named._asdict()), *rest):
        transaction.execute(insert(table).values({**with_owner(table), **row}))
