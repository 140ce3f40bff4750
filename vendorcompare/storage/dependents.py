"""What becomes of the rows that refer to a row which is deleted.

A reference that must have a value takes its row along; one that can be absent is emptied, and
the row stays. The recorder does so and not the database: undo needs to know every row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import ForeignKeyConstraint, Table

#: By these a row belongs to an assessment, which is not what it refers to.
_OWNER = frozenset({"assessment_id", "id"})


class Reference(NamedTuple):
    """Say how the rows of a table refer to those of another.

    Attributes:
        columns: the referring columns by the key column of the other table that each names.
        optional: those of them that are emptied when what they name is gone; none where the
            row goes with it.
    """

    table: Table
    columns: Mapping[str, str]
    optional: tuple[str, ...]


def references_to(table: Table) -> list[Reference]:
    """Return every way in which rows refer to those of a table.

    Those that take their rows along come first, so that no row is emptied and then deleted.
    """
    found = [
        Reference(other, columns, tuple(c for c in columns.values() if other.c[c].nullable))
        for other in table.metadata.tables.values()
        for constraint in other.foreign_key_constraints
        if constraint.referred_table is table and (columns := _columns(constraint))
    ]
    return sorted(found, key=_order)


def referred_by(table: Table) -> dict[str, str]:
    """Name the tables whose rows a row refers to, by the column that holds the key."""
    return {
        own: constraint.referred_table.name
        for constraint in table.foreign_key_constraints
        for referred, own in _columns(constraint).items()
        if referred == "key"
    }


def _order(reference: Reference) -> tuple[bool, str, list[str]]:
    return bool(reference.optional), reference.table.name, list(reference.columns.values())


def _columns(constraint: ForeignKeyConstraint) -> dict[str, str]:
    """Return the referring columns by what they refer to, but for the assessment's id."""
    return {
        element.column.name: element.parent.name
        for element in constraint.elements
        if element.column.name not in _OWNER
    }
