"""What all records share: reading rows in order, texts, records named like their columns."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import Table, select

from vendorcompare.core.text import Text
from vendorcompare.storage.rows import Storable
from vendorcompare.storage.store import Transaction, is_owned

Values = dict[str, Storable]


def rows_of(transaction: Transaction, table: Table, *without: str) -> list[Any]:
    """Read the rows of a table in the user's order, some columns left out."""
    columns = [c for c in table.c if c.name not in {"assessment_id", *without}]
    order = [table.c[name] for name in ("position", "key") if name in table.c]
    return list(transaction.execute(select(*columns).where(is_owned(table)).order_by(*order)))


def text_of(row: Any, name: str) -> Text:
    """Return the bilingual text of two columns."""
    return Text(getattr(row, f"{name}_zh"), getattr(row, f"{name}_en"))


def text_values(name: str, text: Text) -> Values:
    """Return the columns of a bilingual text."""
    return {f"{name}_zh": text.zh, f"{name}_en": text.en}


def maybe(amount: Decimal | None) -> str | None:
    """Return a decimal as it is kept, if there is one."""
    return None if amount is None else str(amount)


def record_of(kind: type[Any], row: Any) -> Any:
    """Build a record whose attributes are called like its columns."""
    return kind(**{name: getattr(row, name) for name in kind.__slots__})


def plain_values(record: Any) -> Values:
    """Return the columns of a record whose attributes are called like them."""
    return {name: getattr(record, name) for name in record.__slots__ if name != "key"}
