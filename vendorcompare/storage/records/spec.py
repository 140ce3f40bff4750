"""What is to be known of a table: one description, from which all follows that is done with it.

A new kind of thing is a table of the schema, a record of the core, and one `Entity` here. From it
come reading and writing, the snapshot, what a step touched, what the seal and the comparison with
earlier versions look at, and what the table is called where users read of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, Field, fields
from itertools import islice
from typing import Any, Generic, TypeVar, get_type_hints

from sqlalchemy import Select, Table, select

from vendorcompare.core.parts import Part
from vendorcompare.storage.recorder import Recorder, key_names
from vendorcompare.storage.records.codecs import PLAIN, Codec, codec_of
from vendorcompare.storage.rows import Storable
from vendorcompare.storage.store import Transaction, is_owned

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
        **codecs: Codec,
    ) -> None:
        """Describe a table; `without` names fields of the record that are kept elsewhere."""
        super().__init__(table, part, words, read or self._read)
        self.field = field
        self.kind = kind
        hints = get_type_hints(kind)
        own = [each for each in fields(kind) if each.name not in without]  # type: ignore[arg-type]
        self._codecs = {
            each.name: codecs.get(each.name) or _codec_of(table, each, hints[each.name])
            for each in own
        }
        self._columns = {
            name: tuple(column.format(name) for column in codec.columns)
            for name, codec in self._codecs.items()
        }
        self._all = _ordered(table, [name for names in self._columns.values() for name in names])

    def given(self, row: Any) -> dict[str, Any]:
        """Return the fields that a row holds."""
        return {
            name: codec.read(*(getattr(row, column) for column in self._columns[name]))
            for name, codec in self._codecs.items()
        }

    def record(self, row: Any, **more: Any) -> R:
        """Return the record that a row holds, with what is kept elsewhere."""
        return self.kind(**self.given(row), **more)

    def values(self, record: R) -> Values:
        """Return the columns of a record, but for its key."""
        found: Values = {}
        for name, codec in self._codecs.items():
            if codec is PLAIN:
                found[name] = getattr(record, name)
            else:
                found |= zip(self._columns[name], codec.write(getattr(record, name)), strict=True)
        for name in key_names(self.table):
            found.pop(name, None)
        return found

    def put(self, recorder: Recorder, record: R, *within: Storable, **more: Storable) -> None:
        """Write a record, with columns that it says nothing of.

        `within` is what its key begins with where the record itself knows only the rest, such as
        the round of a criterion.
        """
        own = key_names(self.table)[len(within) :]
        key = (*within, *(getattr(record, name) for name in own))
        recorder.put(self.table, *key, **self.values(record), **more)

    def append(self, recorder: Recorder, record: R, *within: Storable, **more: Storable) -> None:
        """Write a record after the last one in the user's order."""
        self.put(recorder, record, *within, position=recorder.next_position(self.table), **more)

    def _read(self, transaction: Transaction) -> Mapping[str, Any]:
        """Read all records, column by column, because there can be thousands."""
        rows = transaction.run(self._all, {}).fetchall()
        held = iter(zip(*rows, strict=True))
        decoded = [
            next(held) if codec is PLAIN else map(codec.read, *islice(held, len(codec.columns)))
            for codec in (self._codecs.values() if rows else ())
        ]
        return {self.field: tuple(map(self.kind, *decoded)) if rows else ()}


def _ordered(table: Table, columns: Iterable[str]) -> Select[Any]:
    """Return the statement that gives columns of all rows in the user's order."""
    order = [table.c[name] for name in ("position", "key") if name in table.c]
    chosen = [table.c[name] for name in columns]
    return select(*chosen).where(is_owned(table)).order_by(*order)


def _codec_of(table: Table, field: Field[Any], hint: Any) -> Codec:
    default = None if field.default is MISSING else field.default
    nullable = field.name in table.c and bool(table.c[field.name].nullable)
    return codec_of(hint, default, nullable=nullable)
