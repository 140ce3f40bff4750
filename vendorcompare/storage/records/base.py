"""Reading rows in the user's order."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, select

from vendorcompare.storage.store import Transaction, is_owned


def rows_of(transaction: Transaction, table: Table, *without: str) -> list[Any]:
    """Read the rows of a table in the user's order, some columns left out."""
    columns = [c for c in table.c if c.name not in {"assessment_id", *without}]
    order = [table.c[name] for name in ("position", "key") if name in table.c]
    return list(transaction.execute(select(*columns).where(is_owned(table)).order_by(*order)))
