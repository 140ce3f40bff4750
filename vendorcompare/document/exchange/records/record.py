"""What every record of an interchange document has in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar, Final, TypeVar

from vendorcompare.core.text import Text
from vendorcompare.document.exchange.records.fields import (
    Key,
    written_decimal,
    written_moment,
    written_number,
    written_text,
)
from vendorcompare.storage.rows import Storable
from vendorcompare.storage.validation import Strict

Entries = dict[str, Any]
T = TypeVar("T")


def said(entries: Mapping[str, Any]) -> Entries:
    """Leave out the entries that say nothing."""
    return {name: value for name, value in entries.items() if value not in ("", [], {}, None)}


class Record(Strict):
    """Describe something by the entries that are named.

    What is not named stays as it is, or is what the core has by default where it is new.
    """

    def onto(self, base: T, **more: Any) -> T:
        """Return the core's record with the entries that are named, and some more."""
        known = {field.name for field in fields(base)}  # type: ignore[arg-type]
        named = self.model_fields_set & known - {"key"}
        given = {name: getattr(self, name) for name in named}
        return replace(base, **{**given, **more})  # type: ignore[type-var]


class Entry(Record):
    """Describe one thing of a list, in both directions.

    Attributes:
        stands_for: the kind of the record of the core.
    """

    stands_for: ClassVar[type[Any]]

    key: Key | None = None

    def core(self, base: Any, key: str) -> Any:
        """Return the core's record, new or changed."""
        return self.onto(self.new(key) if base is None else base)

    def new(self, key: str) -> Any:
        """Return a record of which no more is known than what it must have."""
        needed = {f.name for f in fields(self.stands_for) if f.default is MISSING} - {"key"}
        return self.stands_for(key=key, **{name: getattr(self, name) for name in needed})

    def beside(self) -> dict[str, Storable]:
        """Return what is kept in the same row but is no part of the core's record."""
        return {}

    @classmethod
    def written(cls, kept: Any) -> Entries:
        """Return the entries that stand for a record of the core."""
        return {name: written(getattr(kept, name)) for name in cls.model_fields}


def written(value: Any) -> Any:
    """Write a value of the core as JSON has it."""
    write = _WRITERS.get(type(value))
    return value if write is None else write(value)


_WRITERS: Final[Mapping[type, Callable[[Any], Any]]] = {
    Text: written_text,
    Decimal: written_decimal,
    datetime: written_moment,
    date: date.isoformat,
    float: written_number,
}
