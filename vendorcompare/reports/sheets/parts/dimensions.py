"""The score of each vendor in each dimension, as a figure on its shade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from vendorcompare.core import formats
from vendorcompare.core.assessment import Vendor
from vendorcompare.core.radar import RadarAxes
from vendorcompare.reports.layout.cells import (
    PADDING,
    Cell,
    Column,
    Row,
    figure,
    figure_head,
    head,
    name_cell,
    words_cell,
)
from vendorcompare.reports.layout.charts import shade
from vendorcompare.reports.layout.flow import width_of
from vendorcompare.reports.layout.page import BODY, CAPTION, STRONG_BODY
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.sheets.content import Block, Content

_NAME: Final = 170.0
_FIGURE: Final = 52.0
#: The width of a column of weights.
WEIGHT: Final = 60.0


def by_dimension(content: Content, width: float, axes: RadarAxes) -> list[Table]:
    """Return a dimension a row, with some vendors side by side in each table."""
    return [
        Table(
            _columns(content, width, block.vendors),
            list(_rows(content, axes, block)),
            block.caption.joined(" · ") if block.caption else "",
            shaded=True,
            whole=True,
        )
        for block in content.blocks()
    ]


def by_vendor(content: Content, width: float, axes: RadarAxes) -> Table:
    """Return a vendor a row, with the axes side by side under their numbers."""
    words, evaluation, count = content.words, content.evaluation, len(axes.labels)
    widest = max(width_of(content.name(v.key).texts[0], BODY) for v in content.vendors)
    each = min(_FIGURE, (width - min(widest + 2 * PADDING, _NAME)) / (count + 1))
    columns = [
        Column(width - each * (count + 1), head(words("Vendor"))),
        *(Column(each, figure_head(words.plain(str(i + 1)))) for i in range(count)),
        Column(each, figure_head(words("Score"))),
    ]
    shares = [sum(evaluation.dimension_weights[key] for key in keys) for keys in axes.members]
    weights = Row(
        [
            words_cell(words.with_unit(words("Weight"), "%"), CAPTION),
            *(figure(formats.percent(share), CAPTION) for share in shares),
            figure(formats.percent(sum(shares)), CAPTION),
        ]
    )
    rows = [
        Row(
            [
                name_cell(content.name(vendor.key)),
                *(_value(float(value)) for value in axes.values[place]),
                figure(formats.points(content.standings[vendor.key].score), STRONG_BODY),
            ]
        )
        for place, vendor in enumerate(content.vendors)
    ]
    return Table(columns, [weights, *rows], shaded=True, whole=True)


def _columns(content: Content, width: float, block: Sequence[Vendor]) -> list[Column]:
    words = content.words
    names = [words.text(d.name).joined("  ") for d in content.assessment.rubric.dimensions]
    widest = max(width_of(name, STRONG_BODY) for name in names) + 2 * PADDING
    weight, each = WEIGHT, min(112.0, (width - WEIGHT - min(140.0, widest)) / len(block))
    return [
        Column(width - weight - each * len(block), head(words("Dimension"))),
        Column(weight, figure_head(words.with_unit(words("Weight"), "%"))),
        *(Column(each, figure_head(content.name(vendor.key))) for vendor in block),
    ]


def _rows(content: Content, axes: RadarAxes, block: Block) -> Iterator[Row]:
    words, evaluation = content.words, content.evaluation
    names = {d.key: d.name for d in content.assessment.rubric.dimensions}
    for axis, members in enumerate(axes.members):
        if axes.grouped and len(members) > 1:
            means = [float(axes.values[place, axis]) for place in block.places]
            share = sum(evaluation.dimension_weights[key] for key in members)
            yield Row(
                [
                    words_cell(words.text(axes.labels[axis]), STRONG_BODY),
                    figure(formats.percent(share), STRONG_BODY),
                    *(_value(mean, bold=True) for mean in means),
                ],
                group=True,
                keep=True,
            )
        for key in members:
            scores = [content.standings[vendor.key].dimensions[key] for vendor in block.vendors]
            yield Row(
                [
                    words_cell(words.text(names[key])),
                    figure(formats.percent(evaluation.dimension_weights[key])),
                    *(_value(np.nan if s is None else s / 100) for s in scores),
                ]
            )


def _value(value: float, *, bold: bool = False) -> Cell:
    style = STRONG_BODY if bold else BODY
    return figure(formats.points(value * 100), style, shade=shade(value))
