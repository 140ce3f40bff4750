"""One assessment in a database, which may hold many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

from sqlalchemy import (
    ClauseElement,
    ColumnElement,
    Connection,
    Dialect,
    Engine,
    Table,
    bindparam,
    select,
)

from vendorcompare.storage import schema

#: By this parameter of a statement the transaction says which assessment is meant.
_OWNER: Final = "of_assessment"


class Store:
    """Name one assessment in a database.

    Attributes:
        engine: the database.
        assessment_id: which of its assessments is meant.
    """

    def __init__(self, engine: Engine, assessment_id: int) -> None:
        self.engine = engine
        self.assessment_id = assessment_id

    @classmethod
    def only(cls, engine: Engine) -> Store:
        """Name the only assessment that there is, as in every file."""
        with engine.connect() as connection:
            return cls(engine, connection.execute(select(schema.assessment.c.id)).scalar_one())

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        """Read and write in one transaction, which is durable when the block ends."""
        with self._connection.begin():
            yield Transaction(self._connection, self.assessment_id)

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    @cached_property
    def _connection(self) -> Connection:
        """One connection for all transactions: to fetch one takes longer than a short step."""
        return self.engine.connect()


@dataclass(frozen=True, slots=True)
class Transaction:
    """Give the rows of one assessment to whoever reads or writes them.

    Statements leave open which assessment is meant: see `is_owned` and `with_owner`.
    """

    connection: Connection
    assessment_id: int

    def execute(self, statement: Any, values: Mapping[str, Any] | None = None) -> Any:
        """Run a statement and return its rows."""
        return self.connection.execute(statement, {_OWNER: self.assessment_id, **(values or {})})

    def execute_all(self, statement: Any, values: list[dict[str, Any]]) -> None:
        """Run a statement once for each of many sets of values."""
        owner = {_OWNER: self.assessment_id}
        self.connection.execute(statement, [{**owner, **each} for each in values])

    def run(self, statement: ClauseElement, values: Mapping[str, Any]) -> Any:
        """Run a statement that is kept for reuse, and return the driver's cursor.

        A typed score is four statements; SQLAlchemy compiles them, but its way to the driver
        takes several times as long as the database does.
        """
        text, order, fixed = _compiled(statement, self.connection.dialect)
        given = {**fixed, _OWNER: self.assessment_id, **values}
        cursor = self.connection.connection.cursor()
        cursor.execute(text, given if order is None else [given[name] for name in order])
        return cursor


def is_owned(table: Table) -> ColumnElement[bool]:
    """Say that a row belongs to the assessment of the transaction."""
    return table.c[_owner(table)] == bindparam(_OWNER)


def with_owner(table: Table) -> dict[str, Any]:
    """Return the value by which a new row belongs to the assessment of the transaction."""
    return {_owner(table): bindparam(_OWNER)}


def _owner(table: Table) -> str:
    """Name the column that says which assessment a row belongs to, or is."""
    return "assessment_id" if "assessment_id" in table.c else "id"


@lru_cache(maxsize=512)
def _compiled(
    statement: ClauseElement, dialect: Dialect
) -> tuple[str, tuple[str, ...] | None, Mapping[str, Any]]:
    compiled: Any = statement.compile(dialect=dialect)
    order = tuple(compiled.positiontup or ()) if compiled.positional else None
    return str(compiled), order, dict(compiled.params)
