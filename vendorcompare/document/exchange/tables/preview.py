"""What an import of a table would do, row by row, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from vendorcompare.document.exchange.merging.references import References
from vendorcompare.document.exchange.merging.report import Outcome
from vendorcompare.document.exchange.records.record import Record
from vendorcompare.document.exchange.tables.answers import Question
from vendorcompare.i18n import _


@dataclass(frozen=True, slots=True)
class Problem:
    """Say what is wrong with a row, counted from 1, or with the head row.

    Attributes:
        choices: what the cell may mean, where it is only ambiguous.
        is_open: whether an answer would let the row be read.
        question: what to ask; None also where it is only asked who gave the score.
    """

    row: int
    message: str
    choices: tuple[str, ...] = ()
    is_open: bool = False
    question: Question | None = None

    def __str__(self) -> str:
        reason = self.message.rstrip(".。")
        return _("row {row}: {reason}").format(row=self.row, reason=reason)


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """Say what becomes of one row, what it brings, and what that is called."""

    row: int
    outcome: Outcome
    record: Record
    label: str


@dataclass(frozen=True)
class ImportPreview:
    """Hold everything that is to be seen before a table is imported.

    Attributes:
        kind: one of `kinds_of_tables`.
        headings: the head row as it is written; empty where there is no table.
        columns: what each of these columns was taken for, as in `Head.fields`.
        first_rows: the first rows below the head, as they are written, by their numbers.
        remarks: what to know of the import that keeps nothing from being imported.
        checked: what is imported; None where something is wrong.
    """

    kind: str
    encoding: str
    separator: str
    headings: tuple[str, ...] = ()
    columns: tuple[str | None, ...] = ()
    first_rows: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    rows: tuple[PlannedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()
    checked: References | None = field(default=None, repr=False, compare=False)

    @property
    def counts(self) -> Counter[Outcome]:
        """How many rows are added, changed and skipped."""
        return Counter(row.outcome for row in self.rows)

    @property
    def asks_evaluator(self) -> bool:
        """Whether scores name no evaluator though evaluators exist."""
        return any(each.is_open and each.question is None for each in self.problems)

    @property
    def open(self) -> tuple[Problem, ...]:
        """The first row that asks each question about figures."""
        first: dict[bool, Problem] = {}
        for each in self.problems:
            if each.question is not None:
                first.setdefault(each.question.is_about_shares, each)
        return tuple(first.values())

    @property
    def refusals(self) -> tuple[Problem, ...]:
        """What no answer puts right."""
        return tuple(each for each in self.problems if not each.is_open)
