"""The table of standings: places, scores as bars, how sure they are, and what is remarked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.findings import Kind, score_findings, standing_findings
from vendorcompare.core.ranking import Standing
from vendorcompare.reports.layout.cells import (
    PADDING,
    Cell,
    Column,
    Row,
    figure,
    figure_head,
    head,
    list_cell,
    name_cell,
)
from vendorcompare.reports.layout.charts import colour_of, score_bar
from vendorcompare.reports.layout.flow import width_of
from vendorcompare.reports.layout.page import BODY, CAPTION, STRONG_BODY
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content

_RANK: Final = 30.0
#: A bar gives way to the longest name, down to the least.
_BAR: Final = 110.0
_LEAST_BAR: Final = 64.0
_FIGURES: Final = (44.0, 66.0, 54.0, 46.0)
#: The place of the coverage among them; beside it stands what does not apply, if anything.
_COVERAGE: Final = 2
_APPLICABLE: Final = 46.0
_ROUNDING: Final = 1e-9

#: What is remarked beneath a vendor.
Remarks = Callable[[Standing], Sequence[Phrase]]


def table(
    content: Content, width: float, rows: Sequence[Standing], remarked: Remarks | None = None
) -> Table:
    """Return the table of some vendors; without remarks it says only who is excluded."""
    words = content.words
    titles = [words("Score"), words("Range"), words("Coverage"), words("Tested")]
    widths = list(_FIGURES)
    if shows_applicable(content):
        titles.insert(_COVERAGE + 1, words("N/A"))
        widths.insert(_COVERAGE + 1, _APPLICABLE)
    rest = width - _RANK - sum(widths)
    longest = max(width_of(content.name(row.vendor).texts[0], STRONG_BODY) for row in content.rows)
    bar = min(max(rest - longest - 2 * PADDING, _LEAST_BAR), _BAR)
    columns = [
        Column(_RANK, head(words("Rank"))),
        Column(rest - bar, head(words("Vendor"))),
        Column(bar, head(words.plain("0–100"), "centre")),
        *(Column(w, figure_head(title)) for w, title in zip(widths, titles, strict=True)),
    ]
    return Table(columns, [line for row in rows for line in _lines(content, row, remarked)])


def explanation(content: Content) -> Phrase:
    """Return what stands beneath the table."""
    return content.words(
        "The whisker spans what the missing scores still allow. Coverage: share of the weight"
        " that is scored; tested: share of that which was tried out."
    )


def _lines(content: Content, row: Standing, remarked: Remarks | None) -> Iterator[Row]:
    remark = remarked(row) if remarked is not None else ()
    picture = score_bar(row.score, row.low, row.high, colour_of(content.style(row.vendor)))
    yield Row(
        [
            Cell(((place(content, row), STRONG_BODY),)),
            _name(content, row, marked=remarked is None),
            Cell(picture=picture),
            figure(formats.points(row.score), STRONG_BODY),
            figure(formats.interval(row.low, row.high)),
            figure(formats.share(row.coverage)),
            *([_not_applicable(row)] if shows_applicable(content) else []),
            figure(formats.share(row.tested_share)),
        ],
        keep=bool(remark),
        rule=not remark,
    )
    if remark:
        yield Row(
            [
                Cell(),
                replace(
                    list_cell(remark, CAPTION), span=len(_FIGURES) + 2 + shows_applicable(content)
                ),
            ]
        )


def shows_applicable(content: Content) -> bool:
    """Tell whether some of the weight does not apply to a vendor on the sheet."""
    return any(row.applicable < 1 - _ROUNDING for row in content.rows)


def _not_applicable(row: Standing) -> Cell:
    share = 1 - row.applicable
    return figure(formats.share_at_most(share) if share > _ROUNDING else formats.NOTHING)


def _name(content: Content, row: Standing, *, marked: bool) -> Cell:
    style = STRONG_BODY if row.rank == 1 else CAPTION if row.rank is None else BODY
    cell = name_cell(content.name(row.vendor), style)
    if not marked or not row.excluded_by:
        return cell
    return replace(cell, pieces=(*cell.pieces, (content.words("excluded").joined(" "), CAPTION)))


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


def remarks(content: Content, row: Standing, *, settled: bool = False) -> Iterator[Phrase]:
    """Say why a vendor has no place, with whom it shares one, and what it has not shown.

    How much of the weight does not apply stands in a column. What is `settled` elsewhere, where
    must-haves are still to be confirmed, is not said twice.
    """
    said = {Kind.NOT_APPLICABLE, *([Kind.MUST_HAVE_OPEN] if settled else [])}
    words, tied = content.words, _tied(content, row)
    if tied:
        yield words("Tied with {vendors}", vendors=words.listed(tied))
    for finding in standing_findings(content.evaluation, row):
        if finding.kind not in said:
            yield words.each(finding.remark)


def reservations(content: Content) -> list[Phrase]:
    """Say what is to be known of the scores before a place is taken at its word."""
    return [content.words.each(each.sentence) for each in score_findings(content.evaluation)]
