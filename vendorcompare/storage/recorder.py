"""The only way to write: every row that changes is recorded with what it was before.

Undo needs no code of its own for a new verb, because it replays these records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Select, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.sql.dml import Delete, Update

from vendorcompare.storage.dependents import Reference, references_to
from vendorcompare.storage.rows import Key, Row, RowChange, Storable
from vendorcompare.storage.schema import metadata
from vendorcompare.storage.store import Transaction, is_owned, with_owner


class Recorder:
    """Write rows within one transaction and remember what they were.

    Attributes:
        changes: what was changed so far, in order.
    """

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self.changes: list[RowChange] = []

    def put(self, table: Table, *key: Storable, **values: Storable) -> None:
        """Give a row the values named, adding it with defaults if it is not there."""
        before = self.row(table, *key)
        if before is None:
            self._insert(table, key, values)
        elif any(before[name] != value for name, value in values.items()):
            after = {**before, **values}
            self._transaction.run(_update(table, tuple(values)), {**_named(table, key), **values})
            self.changes.append(RowChange(table.name, key, before, after))

    def delete(self, table: Table, *key: Storable) -> None:
        """Delete a row if it is there, and first what cannot be without it."""
        before = self.row(table, *key)
        if before is None:
            return
        for reference, found in self._referring(table, key):
            if reference.optional:
                self.put(reference.table, *found, **dict.fromkeys(reference.optional))
            else:
                self.delete(reference.table, *found)
        self._transaction.run(_delete(table), _named(table, key))
        self.changes.append(RowChange(table.name, key, before, None))

    def row(self, table: Table, *key: Storable) -> Row | None:
        """Return the columns of a row that are not its key, or None."""
        found = self._transaction.run(_select(table), _named(table, key)).fetchone()
        return None if found is None else dict(zip(_value_names(table), found, strict=True))

    def rows(self, table: Table) -> dict[Key, Row]:
        """Return all rows of a table by their keys."""
        keys, values = _key_names(table), _value_names(table)
        query = select(*(table.c[name] for name in (*keys, *values))).where(is_owned(table))
        return {
            tuple(row[: len(keys)]): dict(zip(values, row[len(keys) :], strict=True))
            for row in self._transaction.execute(query)
        }

    def add_all(self, table: Table, added: Mapping[Key, Row]) -> None:
        """Add many rows that are not there yet, with defaults for what they leave out."""
        complete = {key: {**_defaults(table), **values} for key, values in added.items()}
        if complete:
            rows = [{**_named(table, key), **values} for key, values in complete.items()]
            self._transaction.execute_all(_insert_statement(table), rows)
        self.changes += [RowChange(table.name, k, None, after) for k, after in complete.items()]

    def keys(self, table: Table, **equal: Storable) -> list[Key]:
        """Return the keys of the rows whose columns equal the values named, in order."""
        columns = [table.c[name] for name in key_names(table)]
        where = [table.c[name] == value for name, value in equal.items()]
        query = select(*columns).where(is_owned(table), *where)
        order = [table.c["position"]] if "position" in table.c else []
        return [tuple(row) for row in self._transaction.execute(query.order_by(*order, *columns))]

    def next_position(self, table: Table) -> int:
        """Return the place after the last row of a table in the user's order."""
        query = select(table.c["position"]).where(is_owned(table))
        return max(self._transaction.execute(query).scalars(), default=-1) + 1

    def append(self, table: Table, *key: Storable, **values: Storable) -> None:
        """Put a row after the last one in the user's order."""
        self.put(table, *key, position=self.next_position(table), **values)

    def replay(self, changes: Iterable[RowChange]) -> None:
        """Make changes that were recorded before, or their inverses."""
        for change in changes:
            table = metadata.tables[change.table]
            if change.after is None:
                statement: Any = _delete(table)
            elif change.before is None:
                statement = _insert_statement(table)
            else:
                statement = _update(table, tuple(change.after))
            named = _named(table, change.key)
            self._transaction.run(statement, {**named, **(change.after or {})})
            self.changes.append(change)

    def _insert(self, table: Table, key: Key, values: Mapping[str, Storable]) -> None:
        after = {**_defaults(table), **values}
        self._transaction.run(_insert_statement(table), {**_named(table, key), **after})
        self.changes.append(RowChange(table.name, key, None, after))

    def _referring(self, table: Table, key: Key) -> Iterator[tuple[Reference, Key]]:
        """Give the other rows that refer to a row, those of one reference after another."""
        parts = dict(zip(_key_names(table), key, strict=True))
        for reference in references_to(table):
            named = {own: parts[referred] for referred, own in reference.columns.items()}
            for found in self.keys(reference.table, **named):
                if (reference.table, found) != (table, key):
                    yield reference, found


def key_names(table: Table) -> tuple[str, ...]:
    """Return the columns that name a row within its assessment."""
    return _key_names(table)


@cache
def _key_names(table: Table) -> tuple[str, ...]:
    return tuple(c.name for c in table.primary_key if c.name not in {"assessment_id", "id"})


@cache
def _value_names(table: Table) -> tuple[str, ...]:
    return tuple(c.name for c in table.c if not c.primary_key)


def _named(table: Table, key: Key) -> dict[str, Storable]:
    """Name the parts of a key as the bound parameters of the statements below."""
    return {f"k_{name}": part for name, part in zip(_key_names(table), key, strict=True)}


@cache
def _matches(table: Table) -> Any:
    parts = [table.c[name] == bindparam(f"k_{name}") for name in _key_names(table)]
    return and_(is_owned(table), *parts)


@cache
def _select(table: Table) -> Select[Any]:
    return select(*(table.c[name] for name in _value_names(table))).where(_matches(table))


@cache
def _update(table: Table, names: tuple[str, ...]) -> Update:
    values: dict[str, Any] = {name: bindparam(name) for name in names}
    return update(table).where(_matches(table)).values(values)


@cache
def _delete(table: Table) -> Delete:
    return delete(table).where(_matches(table))


@cache
def _insert_statement(table: Table) -> Any:
    values: dict[str, Any] = {name: bindparam(f"k_{name}") for name in _key_names(table)}
    values |= {name: bindparam(name) for name in _value_names(table)}
    return insert(table).values({**with_owner(table), **values})


@cache
def _defaults(table: Table) -> dict[str, Storable]:
    """Return what a column holds when nobody gave it a value."""
    return {c.name: _default(c) for c in table.c if not c.primary_key}


def _default(column: Any) -> Storable:
    if column.server_default is None:
        return None
    written = str(column.server_default.arg)
    kind: type[Storable] = column.type.python_type
    return written if kind is str else kind(float(written)) if kind is int else float(written)
