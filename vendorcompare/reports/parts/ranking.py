"""The ranking table: places, ties, how sure, and who is out for which reason."""

from __future__ import annotations

from collections.abc import Iterator

from vendorcompare.core import formats
from vendorcompare.core.ranking import Standing
from vendorcompare.reports.cells import Cell, Column, Row, figure, figure_head, head, list_cell
from vendorcompare.reports.content import Content
from vendorcompare.reports.flow import STEP, Flow
from vendorcompare.reports.page import CAPTION, STRONG_BODY
from vendorcompare.reports.table import Table
from vendorcompare.reports.wording import Phrase


def draw(content: Content, flow: Flow) -> None:
    """Draw the ranking of all vendors."""
    words, rows = content.words, content.evaluation.rows
    flow.heading(words("Ranking"))
    if not rows:
        flow.phrase(words("No vendor has been entered yet."))
        return
    note = words(
        "Scores run from 0 to 100. The range is what the scores still missing allow; coverage"
        " is the share of the weight that is scored, tested the share of it that was tried out."
    )
    flow.phrase(note, CAPTION, CAPTION)
    flow.skip(STEP)
    Table(_columns(content, flow.width), [_row(content, row) for row in rows]).draw(flow)


def _columns(content: Content, width: float) -> list[Column]:
    words = content.words
    figures = [
        Column(46, figure_head(words("Score"))),
        Column(74, figure_head(words("Range"))),
        Column(56, figure_head(words("Coverage"))),
        Column(50, figure_head(words("Tested"))),
    ]
    rest = width - 36 - 2 * STEP - sum(column.width for column in figures)
    remarked = any(True for row in content.evaluation.rows for _remark in _remarks(content, row))
    name = rest * (0.48 if remarked else 0.75)
    return [
        Column(36, head(words("Rank"))),
        Column(name, head(words("Vendor"))),
        *figures,
        Column(2 * STEP),
        Column(rest - name, head(words("Remarks")) if remarked else Cell()),
    ]


def _row(content: Content, row: Standing) -> Row:
    name = content.name(row.vendor).lines
    style = STRONG_BODY if row.rank == 1 else CAPTION if row.rank is None else None
    return Row(
        [
            Cell(((place(content, row), STRONG_BODY),)),
            Cell(tuple((line, style or STRONG_BODY._replace(bold=False)) for line in name)),
            figure(formats.points(row.score), STRONG_BODY),
            figure(formats.interval(row.low, row.high)),
            figure(formats.share(row.coverage)),
            figure(formats.share(row.tested_share)),
            Cell(),
            list_cell(list(_remarks(content, row)), CAPTION),
        ]
    )


def place(content: Content, row: Standing) -> str:
    """Return the place of a vendor, marked where others share it."""
    if row.rank is None:
        return formats.NOTHING
    return f"={row.rank}" if _tied(content, row) else str(row.rank)


def _tied(content: Content, row: Standing) -> list[Phrase]:
    return [
        content.name(other.vendor)
        for other in content.evaluation.rows
        if row.rank is not None and other.rank == row.rank and other.vendor != row.vendor
    ]


def _remarks(content: Content, row: Standing) -> Iterator[Phrase]:
    words = content.words
    if row.excluded_by:
        failed = words.listed(map(content.criterion, row.excluded_by))
        yield words("Excluded: fails {criteria}", criteria=failed)
    elif row.rank is None:
        yield words("Not scored yet")
    tied = _tied(content, row)
    if tied:
        yield words("Tied with {vendors}", vendors=words.listed(tied))
    if row.undecided:
        open_ = words.listed(map(content.criterion, row.undecided))
        yield words("Not yet shown: {criteria}", criteria=open_)
