"""How every table is built: a key that is unique within its assessment, and plain values.

Values are what SQL knows everywhere: text, integers, floating-point numbers and bytes.
Decimals, dates and lists are kept as text, so that nothing is rounded and any database
gives back what it was given. Every table carries the assessment's id, so that a database
can hold many assessments with this same schema.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Column,
    Float,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

metadata: Final = MetaData()


def text(name: str, *, key: bool = False) -> Column[str]:
    """Make a column of text, "" where there is none."""
    return Column(name, Text, nullable=False, server_default="", primary_key=key)


def maybe_text(name: str) -> Column[str]:
    """Make a column of text that can be absent."""
    return Column(name, Text, nullable=True)


def bilingual(name: str) -> tuple[Column[str], Column[str]]:
    """Make the two columns of a text in Chinese and English."""
    return text(f"{name}_zh"), text(f"{name}_en")


def number(name: str, default: float = 0) -> Column[float]:
    """Make a column of a floating-point number."""
    return Column(name, Float, nullable=False, server_default=f"{default:g}")


def maybe_number(name: str) -> Column[float]:
    """Make a column of a floating-point number that can be absent."""
    return Column(name, Float, nullable=True)


def integer(name: str, default: int = 0) -> Column[int]:
    """Make a column of a whole number."""
    return Column(name, Integer, nullable=False, server_default=str(default))


def maybe_integer(name: str) -> Column[int]:
    """Make a column of a whole number that can be absent."""
    return Column(name, Integer, nullable=True)


def content(name: str) -> Column[bytes]:
    """Make a column of bytes."""
    return Column(name, LargeBinary, nullable=False)


def references(target: str, *columns: str) -> ForeignKeyConstraint:
    """Refer to the row of another table of the same assessment.

    Rows that refer to a deleted row are deleted by the recorder, which notes them for undo;
    the constraint itself only guards.
    """
    local = ["assessment_id", *(columns or (target,))]
    return ForeignKeyConstraint(local, [f"{target}.assessment_id", f"{target}.key"])


def references_in_round(target: str) -> ForeignKeyConstraint:
    """Refer to the row of another table in the same round of the same assessment."""
    local = ["assessment_id", "round", target]
    return ForeignKeyConstraint(
        local, [f"{target}.{name}" for name in ("assessment_id", "round", "key")]
    )


def owned(
    name: str,
    *parts: Column[str] | Column[float] | Column[int] | Column[bytes] | ForeignKeyConstraint,
) -> Table:
    """Make a table whose rows belong to an assessment; `parts` add to its primary key."""
    return Table(
        name,
        metadata,
        Column("assessment_id", Integer, primary_key=True, autoincrement=False),
        *parts,
        ForeignKeyConstraint(["assessment_id"], ["assessment.id"]),
        sqlite_with_rowid=False,
    )


def entity(
    name: str,
    *parts: Column[str] | Column[float] | Column[int] | Column[bytes] | ForeignKeyConstraint,
) -> Table:
    """Make a table of things with a key and a place in the user's order."""
    return owned(name, text("key", key=True), integer("position"), *parts)


def entity_in_round(
    name: str,
    *parts: Column[str] | Column[float] | Column[int] | Column[bytes] | ForeignKeyConstraint,
) -> Table:
    """Make a table of things that each round has of its own."""
    key = text("round", key=True), text("key", key=True)
    return owned(name, *key, integer("position"), *parts, references("round"))
