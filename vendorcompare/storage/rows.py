"""What changed, as rows: the one form that undo, the change log and every view understand."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
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
    """Write changes for the change log; bytes are named by their length only."""
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
        default=lambda content: (
            f"base64:{base64.b64encode(content[:12]).decode()}...{len(content)}"
        ),
    )


def _difference(before: Row | None, after: Row | None) -> tuple[Row | None, Row | None]:
    """Keep only the columns that differ, so that the log grows by what was changed."""
    if before is None or after is None:
        return before, after
    differing = [name for name in after if before[name] != after[name]]
    return (
        {name: before[name] for name in differing},
        {name: after[name] for name in differing},
    )
