"""What is to be known of a table: one description, from which all follows that is done with it.

A new kind of thing is a table of the schema, a record of the core, and one `Entity` here. From it
come reading and writing, the snapshot, what a step touched, what the seal and the comparison with
earlier versions look at, and what the table is called where users read of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, Generic, TypeVar, get_type_hints

from sqlalchemy import Table

from vendorcompare.core.parts import Part
from vendorcompare.storage.recorder import Recorder, key_names
from vendorcompare.storage.records.base import rows_of
from vendorcompare.storage.records.codecs import Codec, codec_of
from vendorcompare.storage.rows import Storable
from vendorcompare.storage.store import Transaction

Values = dict[str, Storable]
R = TypeVar("R")

#: Reads fields of the assessment from the rows.
Read = Callable[[Transaction], Mapping[str, Any]]


class Kept:
    """Describe a table.

    Attributes:
        part: what of the assessment its rows say.
        words: what its rows are called, to be translated.
        read: reads the fields of the assessment that come from them, None where none does, or
            where the scores do.
    """

    def __init__(self, table: Table, part: Part, words: str, read: Read | None = None) -> None:
        self.table = table
        self.part = part
        self.words = words
        self.read = read


class Entity(Kept, Generic[R]):
    """Describe a table whose rows hold one record of the core each.

    A field of the record is kept in the column of its name, as its type asks, unless a codec is
    given for it.

    Attributes:
        field: the field of the assessment that holds all records in the user's order, "" where
            `read` is given, because they are part of something else.
    """

    def __init__(
        self,
        table: Table,
        part: Part,
        words: str,
        kind: type[R],
        *,
        field: str = "",
        read: Read | None = None,
        without: frozenset[str] = frozenset(),
        beside: str = "",
        **codecs: Codec,
    ) -> None:
        """Describe a table.

        `without` names fields that are kept elsewhere, and `beside` a column that is no field,
        because its bytes are read only where they are needed.
        """
        super().__init__(table, part, words, read or self._read)
        self.field = field
        self.kind = kind
        self._beside = beside
        hints = get_type_hints(kind)
        self._codecs = {
            each.name: codecs.get(each.name) or _codec_of(table, each, hints[each.name])
            for each in fields(kind)  # type: ignore[arg-type]
            if each.name not in without
        }

    def given(self, row: Any) -> dict[str, Any]:
        """Return the fields that a row holds."""
        return {
            name: codec.read(*(getattr(row, column.format(name)) for column in codec.columns))
            for name, codec in self._codecs.items()
        }

    def record(self, row: Any, **more: Any) -> R:
        """Return the record that a row holds, with what is kept elsewhere."""
        return self.kind(**self.given(row), **more)

    def values(self, record: R) -> Values:
        """Return the columns of a record, but for its key."""
        found: Values = {}
        for name, codec in self._codecs.items():
            columns = (column.format(name) for column in codec.columns)
            found |= zip(columns, codec.write(getattr(record, name)), strict=True)
        return {name: value for name, value in found.items() if name not in key_names(self.table)}

    def put(self, recorder: Recorder, record: R, **more: Storable) -> None:
        """Write a record, with columns that it says nothing of."""
        recorder.put(self.table, *self._key(record), **{**self.values(record), **more})

    def append(self, recorder: Recorder, record: R, **more: Storable) -> None:
        """Write a record after the last one in the user's order."""
        self.put(recorder, record, position=recorder.next_position(self.table), **more)

    def _key(self, record: R) -> tuple[Storable, ...]:
        return tuple(getattr(record, name) for name in key_names(self.table))

    def _read(self, transaction: Transaction) -> Mapping[str, Any]:
        rows = rows_of(transaction, self.table, self._beside)
        return {self.field: tuple(map(self.record, rows))}


def _codec_of(table: Table, field: Field[Any], hint: Any) -> Codec:
    default = None if field.default is MISSING else field.default
    nullable = field.name in table.c and bool(table.c[field.name].nullable)
    return codec_of(hint, default, nullable=nullable)
