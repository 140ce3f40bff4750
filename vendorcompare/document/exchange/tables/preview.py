"""What an import of a table would do, row by row, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.document.document import Document
from vendorcompare.document.exchange.merging.merger import Merger
from vendorcompare.document.exchange.merging.refusals import WrongEntries
from vendorcompare.document.exchange.merging.report import ImportReport, Outcome
from vendorcompare.document.exchange.merging.scores import merge_consensus, merge_scores
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.document.exchange.tables.answers import Answers, Question, Unanswered, said
from vendorcompare.document.exchange.tables.crosstab import unfolded
from vendorcompare.document.exchange.tables.head_row import PASSED_OVER, Head, first_row, head_of
from vendorcompare.document.exchange.tables.score_list import HEADINGS
from vendorcompare.document.exchange.tables.score_rows import GRADES, STATES, ScoreRows
from vendorcompare.document.exchange.tables.text import decoded, rows_of, separator_of
from vendorcompare.document.reader.results import Ambiguous
from vendorcompare.i18n import N_, _, language

REQUIRED: Final = ("vendor", "criterion")
_SHOWN: Final = 20


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
    record: Entry | ScoreRecord | ConsensusRecord
    label: str


@dataclass(frozen=True)
class ImportPreview:
    """Hold everything that is to be seen before a table is imported.

    Attributes:
        kind: scores, or one of `kinds_of_tables`.
        headings: the head row as it is written; empty where there is no table.
        columns: what each of these columns was taken for, as in `Head.fields`.
        first_rows: the first rows below the head, as they are written, by their numbers.
        remarks: what to know of the import that keeps nothing from being imported.
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


def preview_scores(
    assessment: Assessment,
    data: bytes,
    answers: Answers = Answers(),  # noqa: B008 - frozen
) -> ImportPreview:
    """Read a table of scores and say what importing it would do.

    Raises:
        InputError: the bytes are no table at all.
    """
    text, encoding = decoded(data, _telling_words(assessment), answers.encoding)
    separator = answers.separator or separator_of(text, HEADINGS)
    rows = rows_of(text, separator)
    if not any(map(str.strip, (cell for row in rows for cell in row))):
        return ImportPreview("scores", encoding, separator, problems=(empty_table(),))
    head = head_of(rows, HEADINGS, REQUIRED) or first_row(rows, HEADINGS)
    crossed = unfolded(assessment, rows)
    if crossed is not None:
        head, body, columns = crossed
        problems = list[Problem]()
    else:
        columns = head.fields
        problems = wrong_head(head, rows[head.row], REQUIRED)
        body = [
            (number, row)
            for number, row in enumerate(rows[head.row + 1 :], head.row + 2)
            if any(map(str.strip, row))
        ]
    reader = ScoreRows(assessment, head, separator, answers)
    planned, wrong_rows = ((), ()) if problems else _planned(assessment, reader, body)
    shown = first_rows(rows, (number for number, _row in body))
    return ImportPreview(
        "scores", encoding, separator, tuple(rows[head.row]), columns, shown,
        planned, (*problems, *wrong_rows),
    )  # fmt: skip


def empty_table() -> Problem:
    """Say that there is nothing in a table."""
    return Problem(1, _("the table is empty"))


def first_rows(
    rows: Sequence[Sequence[str]], numbers: Iterable[int]
) -> Mapping[int, tuple[str, ...]]:
    """Return the first of some rows, as they are written, by their numbers."""
    chosen = islice(dict.fromkeys(numbers), _SHOWN)
    return {number: tuple(rows[number - 1]) for number in chosen}


def import_scores_csv(
    document: Document,
    data: bytes,
    answers: Answers = Answers(),  # noqa: B008 - frozen
) -> ImportReport:
    """Add the scores of a table; a blank cell leaves what is there.

    Raises:
        InputError: rows are wrong, named by their numbers; nothing is imported then.
    """
    preview = preview_scores(document.assessment, data, answers)
    if preview.problems:
        raise WrongEntries(list(map(str, preview.problems)))
    records = [row.record for row in preview.rows]
    criteria = {
        round_.key: {each.key: each for each in round_.rubric.criteria}
        for round_ in document.assessment.rounds
    }
    with document.change(N_("Import scores")) as recorder:
        merger = Merger(recorder, document.assessment)
        merge_scores(merger, [r for r in records if isinstance(r, ScoreRecord)], criteria)
        merge_consensus(merger, [r for r in records if isinstance(r, ConsensusRecord)])
    return merger.report


def wrong_head(head: Head, cells: Sequence[str], required: Sequence[str]) -> list[Problem]:
    """Return what is wrong with a head row."""
    number, found, seen = head.row + 1, list[Problem](), set[str]()
    for cell, name in zip(cells, head.fields, strict=True):
        words = cell.strip()
        if name is None and not words:
            found.append(Problem(number, _("a column with entries has no name")))
        elif name is None:
            found.append(Problem(number, _('the column "{name}" is not known').format(name=words)))
        elif name in seen:
            twice = _('the column "{name}" stands there twice').format(name=words)
            found.append(Problem(number, twice))
        elif name != PASSED_OVER:
            seen.add(name)
    for name in required:
        if name not in head.fields and f"{name}_key" not in head.fields:
            missing = _('the column "{name}" is missing').format(name=name)
            found.append(Problem(number, missing))
    return found


def _planned(
    assessment: Assessment, reader: ScoreRows, body: Iterable[tuple[int, list[str]]]
) -> tuple[tuple[PlannedRow, ...], tuple[Problem, ...]]:
    planned, problems = list[PlannedRow](), list[Problem]()
    seen: dict[tuple[object, ...], int] = {}
    for number, row in body:
        try:
            record = reader.record(row)
        except Unanswered as asked:
            open_ = Problem(number, asked.message, asked.choices, True, asked.question)
            problems.append(open_)
            continue
        except Ambiguous as error:
            problems.append(Problem(number, said(error), error.choices))
            continue
        except InputError as error:
            problems.append(Problem(number, error.message))
            continue
        place = (type(record), *record.place)
        if place in seen:
            text = _("the same score stands in row {row} already").format(row=seen[place])
            problems.append(Problem(number, text))
        seen[place] = number
        label = _cell(assessment, record)
        planned.append(PlannedRow(number, reader.outcome(record), record, label))
    return tuple(planned), tuple(problems)


def _cell(given: Assessment, record: ScoreRecord | ConsensusRecord) -> str:
    criterion = given.rubric.criterion(record.criterion).name.get(language())
    return _(", ").join((given.vendor(record.vendor).name, criterion))


def _telling_words(assessment: Assessment) -> list[str]:
    names = [v.name for v in assessment.vendors] + [e.name for e in assessment.evaluators]
    names += [c.name.zh for c in assessment.rubric.criteria]
    known: Mapping[str, str] = {**HEADINGS, **STATES, **GRADES}
    return [*known, *filter(None, names)]
