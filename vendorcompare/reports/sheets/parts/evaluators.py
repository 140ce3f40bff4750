"""What each evaluator gave where they differ, and how far apart they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from vendorcompare.core import formats
from vendorcompare.core.assessment import Evaluator, Vendor
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import State
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.cells import Cell, Column, Row, figure_head, head, words_cell
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import BODY, CAPTION, STRONG_BODY
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.parts.matrix import counted, score_words

_WIDEST: Final = 112.0


def exist(content: Content) -> bool:
    """Tell whether two evaluators scored a vendor on the sheet differently."""
    return any(True for _each in _differing(content, content.vendors))


def draw(content: Content, flow: Flow) -> None:
    """Draw a criterion a row, with some vendors side by side."""
    words = content.words
    tables = [
        Table(
            _columns(content, flow.width, block.vendors),
            list(_rows(content, block.vendors)),
            block.caption.joined(" · ") if block.caption else "",
        )
        for block in content.blocks()
    ]
    tables = [table for table in tables if table.rows]
    flow.heading(words("Where evaluators differ"), keep=tables[0].start(flow) + 6 * STEP)
    names = words.listed(_name(content, each) for each in _heard(content))
    how = words(
        "In this order: {names}. Beneath: ± the standard deviation, then the score that counts,"
        " which is the agreed one or else the weighted mean. Bold where they are so far apart"
        " that they should talk.",
        names=names,
    )
    flow.phrase(how, CAPTION, CAPTION)
    flow.skip(STEP)
    for table in tables:
        table.draw(flow)
        flow.skip(2 * STEP)


def _heard(content: Content) -> list[Evaluator]:
    """Return the evaluators who count and have scored anything."""
    scored = (content.assessment.scores.states == State.SCORED).any(axis=(1, 2))
    people = zip(content.assessment.evaluators, scored.tolist(), strict=True)
    return [each for each, has_scored in people if has_scored and each.weight > 0]


def _name(content: Content, evaluator: Evaluator) -> Phrase:
    if evaluator.name:
        return content.words.plain(evaluator.name)
    return content.words("without a name")


def _differing(content: Content, vendors: Sequence[Vendor]) -> Iterator[Criterion]:
    spread = content.agreed.spread
    places = [content.assessment.vendor_position[vendor.key] for vendor in vendors]
    for column, criterion in enumerate(content.assessment.rubric.criteria):
        if places and np.nanmax(spread[places, column], initial=0.0) > 0:
            yield criterion


def _columns(content: Content, width: float, vendors: Sequence[Vendor]) -> list[Column]:
    each = min(_WIDEST, width * 0.72 / len(vendors))
    names = (figure_head(content.name(vendor.key)) for vendor in vendors)
    return [
        Column(width - each * len(vendors), head(content.words("Criterion"))),
        *(Column(each, name) for name in names),
    ]


def _rows(content: Content, vendors: Sequence[Vendor]) -> Iterator[Row]:
    for criterion in _differing(content, vendors):
        cells = (_cell(content, vendor, criterion) for vendor in vendors)
        yield Row([words_cell(content.criterion_name(criterion)), *cells])


def _cell(content: Content, vendor: Vendor, criterion: Criterion) -> Cell:
    agreed, rubric = content.agreed, content.assessment.rubric
    at = content.assessment.vendor_position[vendor.key], rubric.position[criterion.key]
    spread = float(agreed.spread[at])
    if not spread > 0:
        return Cell()
    each = (_given(content, person, vendor, criterion) for person in _heard(content))
    given = content.words.in_turn(each)
    style = STRONG_BODY if agreed.divided[at] else BODY
    result = counted(content, vendor.key, criterion, float(agreed.values[at]))
    if criterion.measure is not Measure.BOOLEAN:  # yes and no have no distance
        result = content.words.plain(f"±{formats.number(spread)} → {result.texts[0]}")
    pieces = [(line, CAPTION if i else style) for i, line in enumerate(given.lines)]
    return Cell((*pieces, *((line, CAPTION) for line in result.lines)), "right")


def _given(content: Content, by: Evaluator, vendor: Vendor, criterion: Criterion) -> Phrase:
    score = content.score(by.key, vendor.key, criterion.key)
    if score.state is State.NOT_APPLICABLE:
        return content.words("N/A")
    if score.value is None:
        return content.words.plain(formats.NOTHING)
    return score_words(content, criterion, score.value)


PART: Final = SheetPart("evaluators", N_("Where evaluators differ"), draw, exists=exist)
