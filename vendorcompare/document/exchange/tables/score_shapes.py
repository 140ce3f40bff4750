"""Tables of scores: a row for each, or vendors and criteria as the two sides of a crosstab."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.names import folded, near
from vendorcompare.core.scores import UNNAMED, Cell, Score
from vendorcompare.document.edits.scores import BLANK
from vendorcompare.document.exchange.merging.report import Outcome
from vendorcompare.document.exchange.records import headings
from vendorcompare.document.exchange.records.record import Record
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.document.exchange.tables.answers import Answers
from vendorcompare.document.exchange.tables.head_row import Head
from vendorcompare.document.exchange.tables.preview import PlannedRow, Problem
from vendorcompare.document.exchange.tables.score_rows import ScoreRows, meanings
from vendorcompare.document.exchange.tables.shape import (
    Records,
    Shape,
    Table,
    TableRow,
    owner_said,
)
from vendorcompare.i18n import _, language
from vendorcompare.storage.records import KEPT

#: What a row must say something of, or it would be read without importing anything.
_SAID: Final = ("value", "state", "evidence", "note")
#: Stands before the key of what a column of a crosstab is of.
_OF: Final = "="


class ScoreTable(Shape):
    """Turn rows into scores, however the table lays them out."""

    kind = "scores"
    words = KEPT["score"].words

    def reader(self, table: Table, answers: Answers) -> Callable[[TableRow], Record]:
        """Return what makes a record of a row."""
        habits = answers.habits(table.separator, self.given.currency)
        return ScoreRows(self.given, habits, answers.evaluator).record

    def planned(self, records: Records) -> tuple[list[PlannedRow], list[Problem]]:
        """Hold each score against what stands in its place."""
        problems, planned = list[Problem](), list[PlannedRow]()
        seen: dict[tuple[object, ...], int] = {}
        rounds = {each.key: self.given.in_round(each.key) for each in self.given.rounds}
        for number, record in records:
            assert isinstance(record, ScoreRecord | ConsensusRecord)
            place = (type(record), *record.place)
            if place in seen:
                text = _("the same score stands in row {row} already").format(row=seen[place])
                problems.append(Problem(number, text))
            seen[place] = number
            outcome, label = _outcome(rounds[record.round], record)
            planned.append(PlannedRow(number, outcome, record, label))
        return planned, problems

    def content(self, records: Iterable[Record]) -> Mapping[str, Any]:
        """Return the scores, and what was agreed, of the interchange document."""
        found = tuple(records)
        return {
            "scores": tuple(each for each in found if isinstance(each, ScoreRecord)),
            "consensus": tuple(each for each in found if isinstance(each, ConsensusRecord)),
        }


class ScoreList(ScoreTable):
    """Read a table with a row for each score."""

    names = headings.SCORES
    required = ("vendor", "criterion")

    def missing(self, head: Head) -> list[str]:
        """Return what has no column; without anything said, a row would mean nothing."""
        says = any(field in head.fields for field in _SAID)
        return [*super().missing(head), *([] if says else ["value"])]

    def rows(self, table: Table) -> Iterator[TableRow | Problem]:
        """Give the rows; the head may say that all figures are in per cent."""
        fields, per_cent = table.head.fields, table.head.per_cent
        is_per_cent = "value" in fields and fields.index("value") in per_cent
        for row in super().rows(table):
            yield replace(row, is_per_cent=is_per_cent) if isinstance(row, TableRow) else row


class Crosstab(ScoreTable):
    """Read a table with a score in each cell; a blank cell says nothing."""

    #: What stands across, in the head row.
    across: str
    #: What no such table has a column for, because its cells and its head say it.
    said_by_cells: frozenset[str]

    def __init__(self, given: Assessment) -> None:
        super().__init__(given)
        meant = meanings(self._across())
        self._several = {name for name, keys in meant.items() if len(keys) > 1}
        own = {name: f"{_OF}{key}" for name, (key, *others) in meant.items() if not others}
        self.names = {**headings.SCORES, **own}

    @abstractmethod
    def _across(self) -> Iterable[tuple[str, Iterable[str]]]:
        """Return the keys of what may stand across, each with what it may be called."""

    @abstractmethod
    def _nothing_called(self, words: str) -> str:
        """Say that nothing is called what stands across."""

    def unknown(self, words: str) -> str:
        """Say what is wrong with something that stands across."""
        if folded(words) in self._several:
            return _('several are called "{name}": use the key').format(name=words)
        return self._nothing_called(words) if words else super().unknown(words)

    def columns(self, table: Table) -> tuple[str | None, ...]:
        """Return what each column was taken for."""
        fields = super().columns(table)
        return tuple("value" if f and f.startswith(_OF) else f for f in fields)

    def may_be(self, head: Head) -> bool:
        """Tell whether the head row leaves the scores to its cells."""
        if self.missing(head) or self.said_by_cells & set(head.fields):
            return False
        return any(field is None or field.startswith(_OF) for field in head.fields)

    def rows(self, table: Table) -> Iterator[TableRow | Problem]:
        """Give a row for each cell that says anything."""
        fields = table.head.fields
        columns = {i: f[len(_OF) :] for i, f in enumerate(fields) if f and f.startswith(_OF)}
        for row in super().rows(table):
            if not isinstance(row, TableRow):
                yield row
                continue
            beside = {f: cell for f, cell in row.cells.items() if not f.startswith(_OF)}
            for i, key in columns.items():
                if value := row.cells.get(f"{_OF}{key}"):
                    cells = {**beside, f"{self.across}_key": key, "value": value}
                    yield TableRow(row.number, cells, i in table.head.per_cent)


class VendorsAcross(Crosstab):
    """Read a row for each criterion, a column for each vendor."""

    required = ("criterion",)
    across = "vendor"
    said_by_cells = frozenset({"vendor", "vendor_key", "value"})

    def _across(self) -> Iterable[tuple[str, Iterable[str]]]:
        return ((v.key, (v.name, v.key)) for v in self.given.vendors)

    def _nothing_called(self, words: str) -> str:
        found = near(words, (vendor.name for vendor in self.given.vendors))
        asked = _('; is "{name}" meant?').format(name=found[0]) if found else ""
        unknown = _('there is no vendor "{key}"; add it first, or delete the column')
        return unknown.format(key=words) + asked


class CriteriaAcross(Crosstab):
    """Read a row for each vendor, a column for each criterion."""

    required = ("vendor",)
    across = "criterion"
    said_by_cells = frozenset({"criterion", "criterion_key", "value"})

    def _across(self) -> Iterable[tuple[str, Iterable[str]]]:
        criteria = self.given.rubric.criteria
        return ((c.key, (c.name.zh, c.name.en, c.name.both(), c.key)) for c in criteria)

    def _nothing_called(self, words: str) -> str:
        unknown = _('there is no criterion "{key}"; add it first, or delete the column')
        return unknown.format(key=words)


def _outcome(given: Assessment, record: ScoreRecord | ConsensusRecord) -> tuple[Outcome, str]:
    """Return what a record does to what stands in its place, and what it is called."""
    criterion = given.rubric.criterion(record.criterion)
    label = owner_said(given, record.vendor, criterion.name.get(language()))
    if isinstance(record, ConsensusRecord):
        was = given.agreed_score(record.vendor, record.criterion)
        wanted = record.score(was)
    else:
        was = _given(given, record)
        wanted = record.score(was, criterion)
    if wanted == was:
        return Outcome.SKIPPED, label
    return (Outcome.ADDED if was == BLANK else Outcome.CHANGED), label


def _given(given: Assessment, record: ScoreRecord) -> Score:
    evaluator = record.evaluator or UNNAMED
    if evaluator not in given.evaluator_position:
        return BLANK
    return given.score(Cell(evaluator, record.vendor, record.criterion))
