"""Tables of vendors, fees, contacts: whatever is a list of the interchange document."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.names import folded
from vendorcompare.document.exchange.merging.matching import matched
from vendorcompare.document.exchange.merging.near_names import near_names
from vendorcompare.document.exchange.merging.report import Outcome
from vendorcompare.document.exchange.records.listed import AsTable, Listed
from vendorcompare.document.exchange.records.record import Entry, Record
from vendorcompare.document.exchange.tables.answers import Answers
from vendorcompare.document.exchange.tables.preview import PlannedRow, Problem
from vendorcompare.document.exchange.tables.shape import (
    Records,
    Shape,
    Table,
    TableRow,
    owner_said,
)
from vendorcompare.i18n import _


class RecordTable(Shape):
    """Read a table whose rows are records of a list; a blank cell leaves what is there."""

    def __init__(self, given: Assessment, listed: Listed, as_table: AsTable) -> None:
        super().__init__(given)
        self.kind = listed.name
        self.words = listed.entity.words
        self.names = listed.headings
        self.required = as_table.required
        self._listed = listed
        self._as_table = as_table

    def reader(self, table: Table, answers: Answers) -> Callable[[TableRow], Record]:
        """Return what makes a record of a row."""
        habits = answers.habits(table.separator, self.given.currency)

        def record(row: TableRow) -> Record:
            cells = {field: cell.strip() for field, cell in row.cells.items()}
            return self._as_table.read(self._listed.record, self.given, cells, habits)

        return record

    def planned(self, records: Records) -> tuple[list[PlannedRow], list[Problem]]:
        """Match each record with what is there."""
        problems, planned = list[Problem](), list[PlannedRow]()
        seen: dict[Hashable, int] = {}
        entries = [record for _row, record in records if isinstance(record, Entry)]
        matches = matched(self._listed, entries, self.given)
        for (number, _record), entry, match in zip(records, entries, matches, strict=True):
            wanted = match.wanted(self._listed, entry)
            there = match.there
            identity = there.key if there is not None else self._identity(entry, wanted)
            if identity in seen:
                text = _("means the same as row {row}").format(row=seen[identity])
                problems.append(Problem(number, text))
            seen[identity] = number
            outcome = Outcome.CHANGED if there is not None else Outcome.ADDED
            if wanted == there:
                outcome = Outcome.SKIPPED
            label = owner_said(
                self.given, getattr(wanted, "vendor", ""), self._listed.label(wanted)
            )
            planned.append(PlannedRow(number, outcome, entry, label))
        return planned, problems

    def content(self, records: Iterable[Record]) -> Mapping[str, Any]:
        """Return the list of the interchange document."""
        return {self.kind: tuple(records)}

    def remarks(self, planned: Sequence[PlannedRow]) -> Iterable[str]:
        """Point out vendors that may be there already under nearly the same name."""
        added = (row.label for row in planned if row.outcome is Outcome.ADDED)
        return near_names(self.given, added) if self.kind == "vendors" else ()

    def _identity(self, entry: Entry, wanted: Any) -> Hashable:
        """Return what stands for a new record; what must have a key is known by its name."""
        if self._listed.identity is None:
            return folded(self._listed.label(wanted))
        return entry.key or self._listed.identity(wanted)
