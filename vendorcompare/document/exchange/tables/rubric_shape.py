"""A table of criteria, each in its dimension."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from vendorcompare.core.names import folded
from vendorcompare.core.rubric import Dimension
from vendorcompare.document.exchange.merging.report import Outcome
from vendorcompare.document.exchange.records import headings
from vendorcompare.document.exchange.records.record import Record
from vendorcompare.document.exchange.records.rubric import DimensionRecord
from vendorcompare.document.exchange.tables.answers import Answers
from vendorcompare.document.exchange.tables.preview import PlannedRow, Problem
from vendorcompare.document.exchange.tables.rubric_rows import RubricRows
from vendorcompare.document.exchange.tables.shape import Records, Shape, Table, TableRow
from vendorcompare.i18n import N_, _, language


class RubricTable(Shape):
    """Read a table with a row for each criterion of the round that is being decided."""

    kind = "rubric"
    words = N_("rubric")
    names = headings.RUBRIC
    required = ("dimension",)

    def reader(self, table: Table, answers: Answers) -> Callable[[TableRow], Record]:
        """Return what makes a dimension with one criterion of a row."""
        habits = answers.habits(table.separator, self.given.currency)
        return RubricRows(self.given.rubric, habits).record

    def planned(self, records: Records) -> tuple[list[PlannedRow], list[Problem]]:
        """Hold each criterion and its dimension against the rubric."""
        problems, planned = list[Problem](), list[PlannedRow]()
        dimensions = {d.key: d for d in self.given.rubric.dimensions}
        seen: dict[object, int] = {}
        for number, record in records:
            assert isinstance(record, DimensionRecord)
            there = dimensions.get(record.key)
            dimension = record.core(there)
            known = {c.key: c for c in (there.criteria if there is not None else ())}
            label, changes = dimension.name.get(language()), _changes(record, there)
            outcome = Outcome.ADDED if there is None else Outcome.CHANGED
            for own in record.criteria:
                before = known.get(own.key)
                criterion = own.core(before)
                name = criterion.name.get(language())
                label, changes = f"{label} · {name}", changes or criterion != before
                outcome = Outcome.ADDED if before is None else Outcome.CHANGED
                place = record.key, own.key if before is not None else folded(name)
                if place in seen:
                    text = _("means the same as row {row}").format(row=seen[place])
                    problems.append(Problem(number, text))
                seen[place] = number
            outcome = outcome if changes else Outcome.SKIPPED
            planned.append(PlannedRow(number, outcome, record, label))
        return planned, problems

    def content(self, records: Iterable[Record]) -> Mapping[str, Any]:
        """Return the dimensions of the interchange document, each with all its criteria."""
        found: dict[str, DimensionRecord] = {}
        for record in records:
            assert isinstance(record, DimensionRecord)
            before = found.get(record.key)
            said = {field: getattr(record, field) for field in record.model_fields_set}
            if before is not None:
                said["criteria"] = (*before.criteria, *record.criteria)
            found[record.key] = (before or record).model_copy(update=said)
        dimensions = tuple(found.values())
        if self.given.round is self.given.rounds[0]:
            return {"dimensions": dimensions}
        return {"rounds": [{"key": self.given.round.key, "dimensions": dimensions}]}


def _changes(record: DimensionRecord, there: Dimension | None) -> bool:
    """Tell whether a dimension becomes another, whatever its criteria do."""
    return there is None or record.core(there) != replace(there, criteria=())
