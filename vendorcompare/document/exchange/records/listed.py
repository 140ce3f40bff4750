"""What is to be known of a list of the interchange document."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.sense import Wrong
from vendorcompare.document.exchange.records.cells import Cells, entry_of
from vendorcompare.document.exchange.records.record import Entries, Entry
from vendorcompare.document.reader.results import Habits
from vendorcompare.i18n import N_
from vendorcompare.storage.dependents import referred_by
from vendorcompare.storage.records import Entity


class Source(Protocol):
    """Hold an assessment with its attachments, be it open or only looked at."""

    @property
    def assessment(self) -> Assessment:
        """What the assessment says."""
        ...

    def attachment(self, key: str) -> bytes:
        """Return the bytes of an attachment."""
        ...


@dataclass(frozen=True)
class AsTable:
    """Describe how a table of records is read.

    Attributes:
        required: the fields that it must have a column for.
        headings: what people call the columns, beside the names of the fields.
        without: fields that no column stands for.
        read: makes a record out of the cells of a row, which are written as the habits say.
    """

    required: tuple[str, ...]
    headings: Mapping[str, str] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    read: Callable[[type[Entry], Assessment, Cells, Habits], Entry] = entry_of


@dataclass(frozen=True, eq=False)
class Listed:
    """Describe a list whose entries stand for the records of one entity.

    From this come the list in the document and its schema, writing and merging it, the check of
    what it refers to, the preview of an import, and a table of its own.

    Attributes:
        name: of the list.
        entity: how its records are kept.
        record: what an entry can say.
        label: what a record is called where people read of it.
        prefix: what the key of a new one starts with.
        called: the field that names a record, and by which it is found for want of a key.
        identity: what stands for a record that has no key, None where each must have one.
        unknown: says that what refers to a record names none.
        written: those of the records that are written.
        is_optional: whether the list is left out where there are none.
        loosely: columns by which a record may name one of another table, "" where it names none.
        senseless: finds what makes no sense in a record as it will be: the entry, and why.
        table: how a table of such records is read, None where there is none.
    """

    name: str
    entity: Entity[Any]
    record: type[Entry]
    label: Callable[[Any], str]
    prefix: str = ""
    called: str = ""
    identity: Callable[[Any], Hashable] | None = None
    unknown: str = N_('there is no entry "{key}"')
    written: Callable[[Sequence[Any]], Iterable[Any]] = iter
    is_optional: bool = False
    loosely: Mapping[str, str] = field(default_factory=dict)
    senseless: Callable[[Any], Iterable[Wrong]] | None = None
    table: AsTable | None = None

    def there(self, assessment: Assessment) -> tuple[Any, ...]:
        """Return the records of an assessment."""
        found: tuple[Any, ...] = getattr(assessment, self.entity.field)
        return found

    def entries(self, source: Source) -> list[Entries]:
        """Return the list of what an assessment holds."""
        return [self.entry(source, kept) for kept in self.written(self.there(source.assessment))]

    def entry(self, _source: Source, kept: Any) -> Entries:
        """Return what stands for one record."""
        return self.record.written(kept)

    def problems(self, entry: Entry, there: Any, key: str) -> Iterator[tuple[str, str]]:
        """Find what makes no sense in a record as it will be: the entry, and why."""
        if self.senseless is not None:
            for field, error in self.senseless(entry.core(there, key)):
                yield field, error.sentences

    @property
    def references(self) -> Mapping[str, str]:
        """The tables that its records name rows of, by the field that does."""
        return {**referred_by(self.entity.table), **self.loosely}

    @property
    def headings(self) -> Mapping[str, str]:
        """Which field the columns of a table mean, by what they are called."""
        if self.table is None:
            return {}
        fields = self.record.model_fields.keys() - self.table.without
        return {**{name: name for name in fields}, **self.table.headings}
