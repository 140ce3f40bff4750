"""Where the head row of a table is, and what its columns hold."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from vendorcompare.core.names import folded
from vendorcompare.document.exchange.tables.text import HIGHEST_HEAD

#: A column that only counts the rows, or that nobody named and nobody filled.
PASSED_OVER: Final = ""
_COUNTS: Final = frozenset({"序号", "编号", "行号", "no", "no.", "nr", "nr.", "#", "id", "序", "№"})
_PER_CENT: Final = re.compile(r"[(\[]?%[)\]]?$")
_IN_BRACKETS: Final = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]$")


@dataclass(frozen=True, slots=True)
class Head:
    """Say where a head row is and what stands below its cells.

    Attributes:
        row: its place among the rows, from 0.
        fields: for each column what it holds, PASSED_OVER for one that says nothing, None for
            one that is not known.
        per_cent: places of the columns whose head says that they are in per cent.
    """

    row: int
    fields: tuple[str | None, ...]
    per_cent: frozenset[int]


def head_of(
    rows: Sequence[Sequence[str]], names: Mapping[str, str], required: Sequence[str]
) -> Head | None:
    """Find the head row among the first rows: the first that has all required columns.

    `names` says which heading means which field; the key of what is required does as well.
    None where there is no such row.
    """
    meant = {folded(name): field for name, field in names.items()}
    for place, row in enumerate(rows[:HIGHEST_HEAD]):
        fields = [_field(cell, meant) for cell in row]
        if all({field, f"{field}_key"} & set(fields) for field in required):
            return _read(rows, place, fields)
    return None


def first_row(rows: Sequence[Sequence[str]], names: Mapping[str, str]) -> Head:
    """Read the first row that is not empty as a head row, whatever it lacks."""
    meant = {folded(name): field for name, field in names.items()}
    place = next((i for i, row in enumerate(rows) if any(map(folded, row))), 0)
    return _read(rows, place, [_field(cell, meant) for cell in rows[place]])


def _read(rows: Sequence[Sequence[str]], place: int, fields: list[str | None]) -> Head:
    """Return a head row; a column without a name that is filled is none that is known."""
    row = rows[place]
    for column, cell in enumerate(row):
        below = (other[column] for other in rows[place + 1 :] if column < len(other))
        if not folded(cell) and any(map(folded, below)):
            fields[column] = None
    per_cent = {i for i, cell in enumerate(row) if _PER_CENT.search(folded(cell))}
    return Head(place, tuple(fields), frozenset(per_cent))


def _field(cell: str, meant: Mapping[str, str]) -> str | None:
    name = folded(cell)
    if name in meant:
        return meant[name]
    if not name or name in _COUNTS:
        return PASSED_OVER
    for shorter in (_PER_CENT.sub("", name), _IN_BRACKETS.sub("", name)):
        if shorter in meant:
            return meant[shorter]
    return None
