"""Which kind of table some bytes hold, and where its cells and its head row are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vendorcompare.core.assessment import Assessment
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.tables.answers import Answers
from vendorcompare.document.exchange.tables.head_row import Head
from vendorcompare.document.exchange.tables.record_shape import RecordTable
from vendorcompare.document.exchange.tables.rubric_shape import RubricTable
from vendorcompare.document.exchange.tables.score_rows import GRADES, STATES
from vendorcompare.document.exchange.tables.score_shapes import (
    CriteriaAcross,
    ScoreList,
    ScoreTable,
    VendorsAcross,
)
from vendorcompare.document.exchange.tables.shape import Shape, Table
from vendorcompare.document.exchange.tables.text import decoded, rows_of, separator_of


def kinds_of_tables() -> Mapping[str, str]:
    """Return what a table can hold, and what that is called, to be translated."""
    lists = (listed for listed in LISTED.values() if listed.table is not None)
    return {
        ScoreTable.kind: ScoreTable.words,
        **{listed.name: listed.entity.words for listed in lists},
        RubricTable.kind: RubricTable.words,
    }


def recognised(given: Assessment, data: bytes, answers: Answers) -> tuple[Shape, Table]:
    """Return the kind of a table and its cells: of those that may be, the one that knows most.

    A kind that finds all it needs, and knows every column, comes before one that does not.

    Raises:
        InputError: the bytes are no table at all.
    """
    shapes = [each for each in _shapes(given) if answers.kind in ("", each.kind)]
    known = [name for shape in shapes for name in shape.names]
    text, encoding = decoded(data, [*known, *_telling_words(given)], answers.encoding)
    found = list[tuple[Shape, Table]]()
    by_separator = dict[str, list[list[str]]]()
    for shape in shapes:
        separator = answers.separator or separator_of(text, shape.names)
        if separator not in by_separator:
            by_separator[separator] = rows_of(text, separator) or [[]]
        rows = by_separator[separator]
        head = shape.head(rows)
        if shape.may_be(head):
            found.append((shape, Table(encoding, separator, rows, head)))
    return max(found, key=lambda each: _likelihood(each[0], each[1].head))


def _likelihood(shape: Shape, head: Head) -> tuple[bool, int, bool]:
    has_all = not shape.missing(head)
    return has_all and None not in head.fields, sum(map(bool, head.fields)), has_all


def _shapes(given: Assessment) -> Iterator[Shape]:
    """Give every layout of a table; of those that are equally likely, the first is meant."""
    yield ScoreList(given)
    for listed in LISTED.values():
        if listed.table is not None:
            yield RecordTable(given, listed, listed.table)
    yield RubricTable(given)
    yield VendorsAcross(given)
    yield CriteriaAcross(given)


def _telling_words(given: Assessment) -> list[str]:
    """Return words that are likely to occur, by which an encoding is told."""
    names = [v.name for v in given.vendors] + [e.name for e in given.evaluators]
    names += [c.name.zh for c in given.rubric.criteria]
    return [*STATES, *GRADES, *filter(None, names)]
