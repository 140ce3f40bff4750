"""What changed, as rows: the one form that undo, the change log and every view understand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from vendorcompare.storage.schema import metadata

Storable = str | int | float | bytes | None
Row = Mapping[str, Storable]
Key = tuple[Storable, ...]


@dataclass(frozen=True, slots=True)
class RowChange:
    """Hold one row of one table before and after a change.

    Attributes:
        key: the row's key within its assessment, in the order of the primary key.
        before: the other columns before the change, None if the row was not there.
        after: the other columns after the change, None if the row is gone.
    """

    table: str
    key: Key
    before: Row | None
    after: Row | None

    def inverse(self) -> RowChange:
        """Return the change that takes this one back."""
        return RowChange(self.table, self.key, self.after, self.before)


def inverted(changes: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Return the changes that take a step back, in the order they must be made."""
    return tuple(change.inverse() for change in reversed(tuple(changes)))


def merged(earlier: Iterable[RowChange], later: Iterable[RowChange]) -> tuple[RowChange, ...]:
    """Return one step in place of two that follow each other.

    Each row changes once in it: what is added comes before what may refer to it, and what
    goes away comes after, whatever the order was before.
    """
    joined: dict[tuple[str, Key], RowChange] = {}
    for change in (*earlier, *later):
        place = (change.table, change.key)
        first = joined.get(place, change)
        joined[place] = RowChange(change.table, change.key, first.before, change.after)
    return tuple(sorted((c for c in joined.values() if c.before != c.after), key=_order))


def _order(change: RowChange) -> tuple[int, int]:
    """Sort additions, then alterations, then deletions, so that no row refers to nothing."""
    if change.before is None:
        return 0, _depth(tuple(metadata.tables))[change.table]
    if change.after is None:
        return 2, -_depth(tuple(metadata.tables))[change.table]
    return 1, 0


@cache
def _depth(_tables: tuple[str, ...]) -> dict[str, int]:
    """Return a number for each table, so that each comes after those that it refers to."""
    return {table.name: depth for depth, table in enumerate(metadata.sorted_tables)}


def as_json(changes: Iterable[RowChange]) -> str:
    """Write changes for the change log: the columns that differ, bytes by their SHA-256 only."""
    return json.dumps(
        [
            [
                change.table,
                change.key,
                *_difference(change.before, change.after),
            ]
            for change in changes
        ],
        ensure_ascii=False,
        separators=(",", ":"),
        default=logged,
    )


def logged(value: Storable) -> Storable:
    """Return a value as the change log holds it: bytes are named by their SHA-256."""
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value


def from_json(text: str) -> Iterator[RowChange]:
    """Read what the change log says of a step; ValueError if it is no such thing."""
    try:
        for table, key, before, after in json.loads(text):
            if not all(row is None or isinstance(row, dict) for row in (before, after)):
                raise ValueError("no rows")
            if not all(isinstance(part, str | int | float) for part in key):
                raise ValueError("no key")
            yield RowChange(str(table), tuple(key), before, after)
    except (TypeError, RecursionError) as error:
        raise ValueError("no changes of rows") from error


def _difference(before: Row | None, after: Row | None) -> tuple[Row | None, Row | None]:
    """Keep only the columns that differ, so that the log grows by what was changed."""
    if before is None or after is None:
        return before, after
    differing = [name for name in after if before[name] != after[name]]
    return (
        {name: before[name] for name in differing},
        {name: after[name] for name in differing},
    )
