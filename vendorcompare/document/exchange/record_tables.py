"""Tables of vendors, fees or other records: what importing one would do, and doing it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import ValidationError

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import tables
from vendorcompare.document.exchange.answers import Answers, Outcome
from vendorcompare.document.exchange.headings import PASSED_OVER, Head, first_row, head_of
from vendorcompare.document.exchange.interchange import (
    FORMAT,
    VERSION,
    InterchangeDocument,
    document_of,
)
from vendorcompare.document.exchange.matching import matched
from vendorcompare.document.exchange.merging import Merger
from vendorcompare.document.exchange.parsing import WrongEntries
from vendorcompare.document.exchange.preview import Problem, wrong_head
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.listed import AsTable, Listed
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.document.exchange.references import References
from vendorcompare.document.exchange.report import ImportReport
from vendorcompare.i18n import N_, _
from vendorcompare.storage.validation import problems_of


def kinds_of_tables() -> tuple[str, ...]:
    """Return the lists of the interchange document that a table can fill."""
    return tuple(name for name, listed in LISTED.items() if listed.table is not None)


class PlannedRecord(NamedTuple):
    """Say what becomes of one row, and what it is called."""

    row: int
    outcome: Outcome
    label: str


@dataclass(frozen=True)
class RecordsPreview:
    """Hold what importing a table would do.

    Attributes:
        incoming: the rows as an interchange document.
    """

    encoding: str
    separator: str
    rows: tuple[PlannedRecord, ...]
    problems: tuple[Problem, ...]
    incoming: InterchangeDocument


def preview_records(given: Assessment, kind: str, data: bytes, answers: Answers) -> RecordsPreview:
    """Read a table and say what importing it would do.

    Raises:
        InputError: the bytes are no table at all.
    """
    listed = LISTED[kind]
    if listed.table is None:
        raise KeyError(kind)
    headings, required = listed.headings, listed.table.required
    known = [*headings, *(vendor.name for vendor in given.vendors)]
    text, encoding = tables.decoded(data, known, answers.encoding)
    separator = answers.separator or tables.separator_of(text, headings)
    rows = tables.rows_of(text, separator)
    if not any(map(folded, (cell for row in rows for cell in row))):
        problems: Sequence[Problem] = (Problem(1, _("the table is empty")),)
        return RecordsPreview(encoding, separator, (), tuple(problems), _document(listed, ()))
    head = head_of(rows, headings, required) or first_row(rows, headings)
    problems = wrong_head(head, rows[head.row], required)
    records: list[tuple[int, Entry]] = []
    if not problems:
        records, problems = _records(given, listed, listed.table, head, rows)
    incoming = _document(listed, (record for _row, record in records))
    planned, doubts = _planned(given, listed, records)
    problems = [*problems, *doubts]
    if not problems:
        problems = [Problem(head.row + 1, each) for each in References(incoming, given).check()]
    return RecordsPreview(encoding, separator, planned, tuple(problems), incoming)


def import_records(document: Document, kind: str, data: bytes, answers: Answers) -> ImportReport:
    """Add the rows of a table, all of them or none; a blank cell leaves what is there.

    Raises:
        InputError: rows are wrong, named by their numbers; nothing is imported then.
    """
    preview = preview_records(document.assessment, kind, data, answers)
    if preview.problems:
        raise WrongEntries(list(map(str, preview.problems)))
    with document.change(N_("Import")) as recorder:
        merger = Merger(recorder, document.assessment)
        merger.merge(preview.incoming)
    return merger.report


def _records(
    given: Assessment, listed: Listed, table: AsTable, head: Head, rows: Sequence[Sequence[str]]
) -> tuple[list[tuple[int, Entry]], list[Problem]]:
    found, problems = list[tuple[int, Entry]](), list[Problem]()
    for number, row in enumerate(rows[head.row + 1 :], head.row + 2):
        cells = {
            field: cell.strip()
            for field, cell in zip(head.fields, row, strict=False)
            if field and field != PASSED_OVER and folded(cell)
        }
        try:
            if any(map(folded, row[len(head.fields) :])):
                raise InputError(_("has more cells than the head row"))
            if cells:
                found.append((number, table.read(listed.record, given, cells)))
        except ValidationError as error:
            problems.append(Problem(number, _("; ").join(problems_of(error))))
        except InputError as error:
            problems.append(Problem(number, error.sentences))
    return found, problems


def _planned(
    given: Assessment, listed: Listed, records: Sequence[tuple[int, Entry]]
) -> tuple[tuple[PlannedRecord, ...], list[Problem]]:
    """Return what becomes of each row, and the rows that mean the same as one above them."""
    problems, planned = list[Problem](), list[PlannedRecord]()
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
        planned.append(PlannedRecord(number, outcome, _label(given, listed, wanted)))
    return tuple(planned), problems


def _identity(listed: Listed, record: Entry, wanted: Any) -> Hashable:
    """Return what stands for a new record; those that must have a key are known by their name."""
    if listed.identity is None:
        return folded(listed.label(wanted))
    return record.key or listed.identity(wanted)


def _label(given: Assessment, listed: Listed, wanted: Any) -> str:
    label, owner = listed.label(wanted), getattr(wanted, "vendor", "")
    return f"{given.vendor(owner).name} · {label}" if owner else label


def _document(listed: Listed, records: Iterable[Entry]) -> InterchangeDocument:
    return document_of({"format": FORMAT, "version": VERSION, listed.name: tuple(records)})
