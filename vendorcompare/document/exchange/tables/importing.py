"""Tables: recognised, read, shown before they are imported, and imported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from pydantic import ValidationError

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.document.document import Document
from vendorcompare.document.exchange.merging.bringing import bring_in
from vendorcompare.document.exchange.merging.references import Misfit, References
from vendorcompare.document.exchange.merging.refusals import WrongEntries
from vendorcompare.document.exchange.merging.report import ImportReport
from vendorcompare.document.exchange.records.headings import REMARK
from vendorcompare.document.exchange.records.interchange import (
    FORMAT,
    VERSION,
    InterchangeDocument,
    document_of,
)
from vendorcompare.document.exchange.records.record import Record
from vendorcompare.document.exchange.tables.answers import Answers, Unanswered
from vendorcompare.document.exchange.tables.preview import ImportPreview, PlannedRow, Problem
from vendorcompare.document.exchange.tables.recognising import recognised
from vendorcompare.document.exchange.tables.shape import Shape, Table, TableRow
from vendorcompare.document.reader.results import Ambiguous
from vendorcompare.i18n import _
from vendorcompare.storage.validation import at, problems_of

_SHOWN: Final = 20


def import_table(
    document: Document,
    data: bytes,
    answers: Answers = Answers(),  # noqa: B008 - frozen
) -> ImportReport:
    """Add the rows of a table, all of them or none; a blank cell leaves what is there.

    Raises:
        InputError: rows are wrong, named by their numbers; nothing is imported then.
    """
    return import_previewed(document, preview_table(document.assessment, data, answers))


def import_previewed(document: Document, preview: ImportPreview) -> ImportReport:
    """Add what the preview of a table shows, to the document that it was made for.

    Raises:
        InputError: rows are wrong, named by their numbers; nothing is imported then.
    """
    if preview.checked is None:
        raise WrongEntries(list(map(str, preview.problems)))
    return bring_in(document, preview.checked)


def preview_table(
    given: Assessment,
    data: bytes,
    answers: Answers = Answers(),  # noqa: B008 - frozen
) -> ImportPreview:
    """Read a table and say what importing it would do.

    Raises:
        InputError: the bytes are no table at all.
    """
    shape, table = recognised(given, data, answers)
    if not any(map(str.strip, table.headings)):
        empty = Problem(1, _("the table is empty"))
        return ImportPreview(shape.kind, table.encoding, table.separator, problems=(empty,))
    problems = shape.wrong_head(table)
    planned, checked = list[PlannedRow](), None
    if not problems:
        records, wrong_rows = _records(shape, table, answers)
        planned, doubts = shape.planned(records)
        problems = [*wrong_rows, *doubts]
    if not problems:
        checked = References(_document(shape, planned), given)
        problems = [_placed(table, planned, checked, each) for each in checked.check()]
    return ImportPreview(
        shape.kind, table.encoding, table.separator, tuple(table.headings), shape.columns(table),
        _first_rows(table), tuple(planned), tuple(problems),
        (*_left_out(table), *shape.remarks(planned)), None if problems else checked,
    )  # fmt: skip


def _records(
    shape: Shape, table: Table, answers: Answers
) -> tuple[list[tuple[int, Record]], list[Problem]]:
    """Return the record of each row with its number, and what is wrong with the others."""
    read = shape.reader(table, answers)
    found, problems = list[tuple[int, Record]](), list[Problem]()
    for row in shape.rows(table):
        if not isinstance(row, TableRow):
            problems.append(row)
            continue
        try:
            found.append((row.number, read(row)))
        except ValidationError as error:
            wrong = _("; ").join(problems_of(error, table.words_of))
            problems.append(Problem(row.number, wrong))
        except Unanswered as asked:
            problems.append(Problem(row.number, asked.message, asked.choices, True, asked.question))
        except InputError as error:
            choices = error.choices if isinstance(error, Ambiguous) else ()
            problems.append(Problem(row.number, error.sentences, choices))
    return found, problems


def _document(shape: Shape, planned: Sequence[PlannedRow]) -> InterchangeDocument:
    content = shape.content([row.record for row in planned])
    return document_of({"format": FORMAT, "version": VERSION, **content})


def _placed(
    table: Table, planned: Sequence[PlannedRow], checked: References, misfit: Misfit
) -> Problem:
    """Say in which row something does not fit, and in which of its columns."""
    rows = {id(part): row.row for row in planned for part in _parts(row.record)}
    found: Any = checked.incoming
    number, column = table.head.row + 1, ""
    for part in misfit.where:
        found = found[part] if isinstance(part, int) else getattr(found, part, None)
        number = rows.get(id(found), number)
        column = table.words_of.get(str(part), column)
    return Problem(number, at(column, misfit.problem))


def _parts(record: Record) -> Iterable[Record]:
    """Give a record and those in it."""
    return (record, *getattr(record, "criteria", ()))


def _left_out(table: Table) -> Iterable[str]:
    """Name the columns of remarks, for which a record has no room."""
    words = _('The column "{name}" is not imported.')
    for cell, field in zip(table.headings, table.head.fields, strict=True):
        if field == REMARK:
            yield words.format(name=cell.strip())


def _first_rows(table: Table) -> Mapping[int, tuple[str, ...]]:
    """Return the first rows below the head, as they are written, by their numbers."""
    return {number: tuple(row) for number, row in islice(table.body, _SHOWN)}
