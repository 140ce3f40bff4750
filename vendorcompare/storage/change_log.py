"""The log of every step ever made: who, when, what it was and what it became."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Final

from sqlalchemy import func, insert, select

from vendorcompare.storage import rows, schema
from vendorcompare.storage.store import Transaction, is_owned, with_owner

_LAST: Final = select(func.coalesce(func.max(schema.change.c.number), 0)).where(
    is_owned(schema.change)
)
_INSERT: Final = insert(schema.change).values(with_owner(schema.change))


def last_number(transaction: Transaction) -> int:
    """Return the number of the last step, 0 before the first."""
    return int(transaction.execute(_LAST).scalar_one())


def append(
    transaction: Transaction, number: int, kind: str, label: str, changes: Iterable[rows.RowChange]
) -> None:
    """Note one step; `kind` is do, undo or redo."""
    transaction.execute(
        _INSERT,
        {
            "number": number,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "actor": _actor(),
            "kind": kind,
            "label": label,
            "rows": rows.as_json(changes),
        },
    )


@cache
def _actor() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return ""
