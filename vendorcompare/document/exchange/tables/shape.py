"""What every kind of table has: columns with names, and rows that each mean a record."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.names import folded
from vendorcompare.document.exchange.records.cells import Cells
from vendorcompare.document.exchange.records.headings import REMARK, called
from vendorcompare.document.exchange.records.record import Record
from vendorcompare.document.exchange.tables.answers import Answers
from vendorcompare.document.exchange.tables.head_row import PASSED_OVER, Head, first_row, head_of
from vendorcompare.document.exchange.tables.preview import PlannedRow, Problem
from vendorcompare.i18n import _

Records = Sequence[tuple[int, Record]]


@dataclass(frozen=True, slots=True)
class Table:
    """Hold the cells of a table, how they were told apart, and where its head row is."""

    encoding: str
    separator: str
    rows: Sequence[Sequence[str]]
    head: Head

    @property
    def headings(self) -> Sequence[str]:
        """The cells of the head row."""
        return self.rows[self.head.row]

    @property
    def words_of(self) -> Mapping[str, str]:
        """What the table calls the fields that it has columns for."""
        named = zip(self.head.fields, self.headings, strict=True)
        return {field: cell.strip() for field, cell in named if field}

    @property
    def body(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows below the head that hold anything, with their numbers."""
        for number, row in enumerate(self.rows[self.head.row + 1 :], self.head.row + 2):
            if any(map(str.strip, row)):
                yield number, row


@dataclass(frozen=True, slots=True)
class TableRow:
    """Hold what one record is made of.

    Attributes:
        number: of the row that it stands in, from 1.
        cells: what is written for each field, blanks left out.
        is_per_cent: whether the head says that its figure is in per cent.
    """

    number: int
    cells: Cells
    is_per_cent: bool = False


class Shape(ABC):
    """Read tables of one kind, and say what their rows do to an assessment.

    Attributes:
        kind: what the table holds, one of `kinds_of_tables`.
        words: what that is called, to be translated.
        names: which field a column holds, by what it may be called.
        required: the fields that must have a column, each of which may be said by its key.
    """

    kind: str
    words: str
    names: Mapping[str, str]
    required: tuple[str, ...]

    def __init__(self, given: Assessment) -> None:
        self.given = given

    @abstractmethod
    def reader(self, table: Table, answers: Answers) -> Callable[[TableRow], Record]:
        """Return what makes a record of a row; it raises InputError or ValidationError."""

    @abstractmethod
    def planned(self, records: Records) -> tuple[list[PlannedRow], list[Problem]]:
        """Return what becomes of each record, and the rows that mean the same as one above."""

    @abstractmethod
    def content(self, records: Iterable[Record]) -> Mapping[str, Any]:
        """Return the lists of an interchange document that say the same."""

    def columns(self, table: Table) -> tuple[str | None, ...]:
        """Return what each column was taken for."""
        return table.head.fields

    def remarks(self, planned: Sequence[PlannedRow]) -> Iterable[str]:
        """Say what is to be known of the import, though it is no problem."""
        return ()

    def head(self, rows: Sequence[Sequence[str]]) -> Head:
        """Return the head row: the first that has all that is required, else the first at all."""
        return head_of(rows, self.names, self.required) or first_row(rows, self.names)

    def may_be(self, head: Head) -> bool:
        """Tell whether a table with such a head row can be of this kind, complete or not."""
        return True

    def missing(self, head: Head) -> list[str]:
        """Return the required fields that have no column."""
        return [f for f in self.required if not {f, f"{f}_key"} & set(head.fields)]

    def wrong_head(self, table: Table) -> list[Problem]:
        """Return what is wrong with a head row."""
        number, found, seen = table.head.row + 1, list[Problem](), set[str]()
        for cell, field in zip(table.headings, table.head.fields, strict=True):
            words = cell.strip()
            if field is None:
                found.append(Problem(number, self.unknown(words)))
            elif field in seen:
                twice = _('the column "{name}" stands there twice').format(name=words)
                found.append(Problem(number, twice))
            elif field not in (PASSED_OVER, REMARK):
                seen.add(field)
        for field in self.missing(table.head):
            missing = _('the column "{name}" is missing').format(name=called(field).lower())
            found.append(Problem(number, missing))
        return found

    def unknown(self, words: str) -> str:
        """Say that a column with some words in its head is not known."""
        if not words:
            return _("a column with entries has no name")
        return _('the column "{name}" is not known').format(name=words)

    def rows(self, table: Table) -> Iterator[TableRow | Problem]:
        """Give the rows of a table; what is missing at the end of one is blank."""
        width = len(table.head.fields)
        for number, row in table.body:
            if any(map(str.strip, row[width:])):
                yield too_wide(number, row, width)
                continue
            named = zip(table.head.fields, row, strict=False)
            cells = {f: cell for f, cell in named if f and f != REMARK and says(cell)}
            if cells:
                yield TableRow(number, cells)


def says(cell: str) -> bool:
    """Tell whether anything can be seen in a cell."""
    return bool(cell.strip()) and (cell.isascii() or bool(folded(cell)))


def too_wide(number: int, row: Sequence[str], width: int) -> Problem:
    """Say that a row goes on where the head row has ended."""
    words = _("has {found} cells, but the head row has {wanted}")
    return Problem(number, words.format(found=len(row), wanted=width))


def owner_said(given: Assessment, owner: str, label: str) -> str:
    """Say whose something is, and what it is called."""
    return f"{given.vendor(owner).name} · {label}" if owner else label
