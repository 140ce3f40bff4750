"""Tables of vendors, fees or other records: what importing one would do, and doing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.document.document import Document
from vendorcompare.document.exchange.merging.matching import matched
from vendorcompare.document.exchange.merging.merger import Merger
from vendorcompare.document.exchange.merging.near_names import near_names
from vendorcompare.document.exchange.merging.references import References
from vendorcompare.document.exchange.merging.refusals import WrongEntries
from vendorcompare.document.exchange.merging.report import ImportReport, Outcome
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.headings import REMARK
from vendorcompare.document.exchange.records.interchange import (
    FORMAT,
    VERSION,
    InterchangeDocument,
    document_of,
)
from vendorcompare.document.exchange.records.listed import AsTable, Listed
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.document.exchange.tables.answers import Answers
from vendorcompare.document.exchange.tables.crosstab import unfolded
from vendorcompare.document.exchange.tables.head_row import PASSED_OVER, Head, first_row, head_of
from vendorcompare.document.exchange.tables.preview import (
    REQUIRED,
    ImportPreview,
    PlannedRow,
    Problem,
    empty_table,
    first_rows,
    wrong_head,
)
from vendorcompare.document.exchange.tables.score_list import HEADINGS
from vendorcompare.document.exchange.tables.text import decoded, rows_of, separator_of
from vendorcompare.document.reader.results import Habits
from vendorcompare.i18n import N_, _
from vendorcompare.storage.validation import problems_of


def kinds_of_tables() -> tuple[str, ...]:
    """Return the lists of the interchange document that a table can fill."""
    return tuple(name for name, listed in LISTED.items() if listed.table is not None)


def preview_records(given: Assessment, data: bytes, answers: Answers) -> ImportPreview:
    """Read a table and say what importing it would do.

    Raises:
        InputError: the bytes are no table at all.
    """
    listed, table = _shape(answers.kind)
    known = [*listed.headings, *(vendor.name for vendor in given.vendors)]
    text, encoding = decoded(data, known, answers.encoding)
    separator = answers.separator or separator_of(text, listed.headings)
    rows = rows_of(text, separator)
    if not any(map(folded, (cell for row in rows for cell in row))):
        return ImportPreview(answers.kind, encoding, separator, problems=(empty_table(),))
    found = head_of(rows, listed.headings, table.required)
    head = found or first_row(rows, listed.headings)
    problems = wrong_head(head, rows[head.row], table.required)
    records: list[tuple[int, Entry]] = []
    if not problems:
        habits = answers.habits(separator, given.currency)
        records, problems = _records(given, listed, table, head, rows, habits)
    planned, doubts = _planned(given, listed, records)
    problems = [*problems, *doubts]
    if not problems:
        references = References(_document(listed, planned), given)
        problems = [Problem(head.row + 1, each) for each in references.check()]
    body = (n for n, row in enumerate(rows, 1) if n > head.row + 1 and any(map(folded, row)))
    added = (row.label for row in planned if row.outcome is Outcome.ADDED)
    near = near_names(given, added) if listed.name == "vendors" else []
    return ImportPreview(
        answers.kind, encoding, separator, tuple(rows[head.row]), head.fields,
        first_rows(rows, body), planned, tuple(problems), (*_left_out(head, rows), *near),
    )  # fmt: skip


def import_records(document: Document, data: bytes, answers: Answers) -> ImportReport:
    """Add the rows of a table, all of them or none; a blank cell leaves what is there.

    Raises:
        InputError: rows are wrong, named by their numbers; nothing is imported then.
    """
    preview = preview_records(document.assessment, data, answers)
    if preview.problems:
        raise WrongEntries(list(map(str, preview.problems)))
    with document.change(N_("Import")) as recorder:
        merger = Merger(recorder, document.assessment)
        merger.merge(_document(LISTED[answers.kind], preview.rows))
    return merger.report


def kind_of(given: Assessment, data: bytes, answers: Answers) -> str:
    """Return what a table most likely holds: the kind that knows the most of its columns.

    Raises:
        InputError: the bytes are no table at all.
    """
    shapes: dict[str, tuple[Mapping[str, str], tuple[str, ...]]] = {"scores": (HEADINGS, REQUIRED)}
    for kind in kinds_of_tables():
        listed, table = _shape(kind)
        shapes[kind] = (listed.headings, table.required)
    known = [name for names, _needed in shapes.values() for name in names]
    text, _encoding = decoded(data, known, answers.encoding)
    found = Counter[str]()
    for kind, (names, needed) in shapes.items():
        rows = rows_of(text, answers.separator or separator_of(text, names))
        head = head_of(rows, names, needed)
        if head is not None:
            found[kind] = sum(bool(field) for field in head.fields)
        elif kind == "scores" and unfolded(given, rows) is not None:
            return kind
    return max(found, key=lambda kind: found[kind], default="scores")


def _shape(kind: str) -> tuple[Listed, AsTable]:
    """Return a list of the interchange document and how it is written as a table."""
    listed = LISTED[kind]
    if listed.table is None:
        raise KeyError(kind)
    return listed, listed.table


def _left_out(head: Head, rows: Sequence[Sequence[str]]) -> list[str]:
    """Name the columns of remarks, for which a record has no room."""
    heads = zip(rows[head.row], head.fields, strict=True)
    words = _('The column "{name}" is not imported.')
    return [words.format(name=cell.strip()) for cell, field in heads if field == REMARK]


def _records(
    given: Assessment,
    listed: Listed,
    table: AsTable,
    head: Head,
    rows: Sequence[Sequence[str]],
    habits: Habits,
) -> tuple[list[tuple[int, Entry]], list[Problem]]:
    found, problems = list[tuple[int, Entry]](), list[Problem]()
    heads = zip(head.fields, rows[head.row], strict=False)
    called = {field: cell.strip() for field, cell in heads if field}
    for number, row in enumerate(rows[head.row + 1 :], head.row + 2):
        cells = {
            field: cell.strip()
            for field, cell in zip(head.fields, row, strict=False)
            if field and field not in (PASSED_OVER, REMARK) and folded(cell)
        }
        try:
            if any(map(folded, row[len(head.fields) :])):
                raise InputError(_("has more cells than the head row"))
            if cells:
                found.append((number, table.read(listed.record, given, cells, habits)))
        except ValidationError as error:
            problems.append(Problem(number, _("; ").join(problems_of(error, called))))
        except InputError as error:
            problems.append(Problem(number, error.sentences))
    return found, problems


def _planned(
    given: Assessment, listed: Listed, records: Sequence[tuple[int, Entry]]
) -> tuple[tuple[PlannedRow, ...], list[Problem]]:
    """Return what becomes of each row, and the rows that mean the same as one above them."""
    problems, planned = list[Problem](), list[PlannedRow]()
    seen: dict[Hashable, int] = {}
    matches = matched(listed, [record for _row, record in records], given)
    for (number, record), match in zip(records, matches, strict=True):
        there, wanted = match.there, record.core(match.there, match.key)
        identity = there.key if there is not None else _identity(listed, record, wanted)
        if identity in seen:
            text = _("means the same as row {row}").format(row=seen[identity])
            problems.append(Problem(number, text))
        seen[identity] = number
        outcome = Outcome.CHANGED if there is not None else Outcome.ADDED
        if wanted == there:
            outcome = Outcome.SKIPPED
        planned.append(PlannedRow(number, outcome, record, _label(given, listed, wanted)))
    return tuple(planned), problems


def _identity(listed: Listed, record: Entry, wanted: Any) -> Hashable:
    """Return what stands for a new record; those that must have a key are known by their name."""
    if listed.identity is None:
        return folded(listed.label(wanted))
    return record.key or listed.identity(wanted)


def _label(given: Assessment, listed: Listed, wanted: Any) -> str:
    label, owner = listed.label(wanted), getattr(wanted, "vendor", "")
    return f"{given.vendor(owner).name} · {label}" if owner else label


def _document(listed: Listed, rows: Iterable[PlannedRow]) -> InterchangeDocument:
    records = tuple(row.record for row in rows)
    return document_of({"format": FORMAT, "version": VERSION, listed.name: records})
