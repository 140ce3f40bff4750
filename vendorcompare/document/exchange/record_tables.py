"""Tables of vendors, fees or contacts: what importing one would do, and doing it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import record_headings, record_rows, tables
from vendorcompare.document.exchange.answers import Answers, Outcome
from vendorcompare.document.exchange.headings import PASSED_OVER, Head, first_row, head_of
from vendorcompare.document.exchange.matching import MATCHINGS, matched
from vendorcompare.document.exchange.merging import Merger
from vendorcompare.document.exchange.models import FORMAT, VERSION, InterchangeDocument
from vendorcompare.document.exchange.parsing import WrongEntries
from vendorcompare.document.exchange.preview import Problem, wrong_head
from vendorcompare.document.exchange.record import Record
from vendorcompare.document.exchange.references import References
from vendorcompare.document.exchange.report import ImportReport
from vendorcompare.i18n import N_, _


class Kind(NamedTuple):
    """Describe one kind of table: its headings, what it must have, and what a row means."""

    headings: Mapping[str, str]
    required: tuple[str, ...]
    reader: record_rows.Reader


#: The kinds of tables by the list of the interchange document that they fill.
KINDS_OF_TABLES: Final[Mapping[str, Kind]] = {
    "vendors": Kind(record_headings.VENDORS, ("name",), record_rows.vendor_of),
    "costs": Kind(record_headings.COSTS, ("vendor", "label"), record_rows.cost_of),
    "contacts": Kind(
        record_headings.CONTACTS, ("vendor", "channel", "raised"), record_rows.contact_of
    ),
}


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
    shape = KINDS_OF_TABLES[kind]
    known = [*shape.headings, *(vendor.name for vendor in given.vendors)]
    text, encoding = tables.decoded(data, known, answers.encoding)
    separator = answers.separator or tables.separator_of(text, shape.headings)
    rows = tables.rows_of(text, separator)
    if not any(map(folded, (cell for row in rows for cell in row))):
        problems: Sequence[Problem] = (Problem(1, _("the table is empty")),)
        return RecordsPreview(encoding, separator, (), tuple(problems), _document(kind, ()))
    head = head_of(rows, shape.headings, shape.required) or first_row(rows, shape.headings)
    problems = wrong_head(head, rows[head.row], shape.required)
    records: list[tuple[int, Record]] = []
    if not problems:
        records, problems = _records(given, shape.reader, head, rows)
    incoming = _document(kind, (record for _row, record in records))
    planned, doubts = _planned(given, kind, records)
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
    given: Assessment, reader: record_rows.Reader, head: Head, rows: Sequence[Sequence[str]]
) -> tuple[list[tuple[int, Record]], list[Problem]]:
    found, problems = list[tuple[int, Record]](), list[Problem]()
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
                found.append((number, record_rows.read(reader, given, cells)))
        except InputError as error:
            problems.append(Problem(number, error.sentences))
    return found, problems


def _planned(
    given: Assessment, kind: str, records: Sequence[tuple[int, Record]]
) -> tuple[tuple[PlannedRecord, ...], list[Problem]]:
    """Return what becomes of each row, and the rows that mean the same as one above them."""
    problems, planned = list[Problem](), list[PlannedRecord]()
    seen: dict[object, int] = {}
    pairs = _wanted(given, kind, records)
    for (number, record), (there, wanted) in zip(records, pairs, strict=True):
        identity = _identity(kind, record, there, wanted)
        if identity in seen:
            text = _("means the same as row {row}").format(row=seen[identity])
            problems.append(Problem(number, text))
        seen[identity] = number
        outcome = Outcome.CHANGED if there is not None else Outcome.ADDED
        if wanted == there:
            outcome = Outcome.SKIPPED
        planned.append(PlannedRecord(number, outcome, _label(given, kind, wanted)))
    return tuple(planned), problems


def _wanted(
    given: Assessment, kind: str, records: Sequence[tuple[int, Any]]
) -> Iterable[tuple[Any, Any]]:
    """Give for each row what is there, if anything, and what it will be."""
    if kind == "vendors":
        there = {vendor.key: vendor for vendor in given.vendors}
        return [(there.get(r.key), r.core(there.get(r.key))) for _row, r in records]
    matches = matched(kind, [record for _row, record in records], given)
    return [
        (match.there, record.core(match.there, match.key))
        for (_row, record), match in zip(records, matches, strict=True)
    ]


def _identity(kind: str, record: Any, there: Any, wanted: Any) -> object:
    if there is not None:
        return there.key
    if kind == "vendors":
        return folded(wanted.name)
    return record.key or MATCHINGS[kind].identity(wanted)


def _label(given: Assessment, kind: str, wanted: Any) -> str:
    if kind == "vendors":
        return str(wanted.name)
    return f"{given.vendor(wanted.vendor).name} · {MATCHINGS[kind].label(wanted)}"


def _document(kind: str, records: Iterable[Record]) -> InterchangeDocument:
    return InterchangeDocument.model_validate(
        {"format": FORMAT, "version": VERSION, kind: tuple(records)}
    )
