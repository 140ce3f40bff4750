"""The appendix from which every value can be computed again: value functions and levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np

from vendorcompare.core import formats
from vendorcompare.core.errors import UnscorableError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.values import interpolated, value_points
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.cells import (
    Cell,
    Column,
    Row,
    figure,
    figure_head,
    head,
    words_cell,
)
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import BODY, CAPTION, STRONG_BODY
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.parts.matrix import scale_of, score_words
from vendorcompare.reports.sheets.parts.method import points_of

_SCORE: Final = 72.0
_VALUE: Final = 64.0


def exist(content: Content) -> bool:
    """Tell whether there are criteria."""
    return bool(content.assessment.rubric.criteria)


def draw(content: Content, flow: Flow) -> None:
    """Draw for each criterion which score is worth what, and in words what earns it."""
    words = content.words
    columns = [
        Column(_SCORE, figure_head(words("Level or figure"))),
        Column(_VALUE, figure_head(words("Value"))),
        Column(flow.width - _SCORE - _VALUE, head(words("What earns it"))),
    ]
    rows = [row for each in content.assessment.rubric.criteria for row in _rows(content, each)]
    table = Table(columns, rows)
    flow.heading(words("Levels and value functions"), keep=table.start(flow) + 5 * STEP)
    how = words(
        "Between two lines the value lies on the straight line between theirs; beyond the first"
        " and the last it stays the same."
    )
    flow.phrase(how, CAPTION, CAPTION)
    flow.skip(STEP)
    table.draw(flow)
    flow.skip(STEP)


def _rows(content: Content, criterion: Criterion) -> Iterator[Row]:
    levels = dict(criterion.levels)
    values = _values(criterion, tuple(levels))
    scores = sorted({*levels, *values}) if levels else []
    name = content.criterion_name(criterion)
    if criterion.measure not in (Measure.BOOLEAN, Measure.RATING):
        scale = scale_of(content, criterion)
        name = content.words("{criterion} ({scale})", criterion=name, scale=scale)
    title = replace(words_cell(name, STRONG_BODY), span=3)
    yield Row([title, Cell(), Cell()], group=True, keep=True)
    if not levels:
        corners = replace(words_cell(points_of(content, criterion)), span=3)
        yield Row([corners, Cell(), Cell()])
    for place, score in enumerate(scores):
        written = score_words(content, criterion, score)
        yield Row(
            [
                words_cell(written, BODY, CAPTION, "right"),
                figure(formats.points(values[score] * 100) if score in values else formats.NOTHING),
                words_cell(content.words.text(levels[score])) if score in levels else Cell(),
            ],
            # The levels of a criterion stay together where a page allows it.
            keep=place < len(scores) - 1,
        )


def _values(criterion: Criterion, levels: tuple[float, ...]) -> dict[float, float]:
    """Return the value at every corner of the value function, and at every level in words."""
    try:
        points = value_points(criterion)
    except UnscorableError:
        return {}
    scores = [*levels, *(score for score, _value in points)]
    return dict(zip(scores, interpolated(points, np.array(scores)).tolist(), strict=True))


PART: Final = SheetPart("scales", N_("Levels and value functions"), draw, exists=exist, room=1.0)
