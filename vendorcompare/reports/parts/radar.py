"""The dimensions: as a radar where it can be read, and always as figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from vendorcompare.core import formats
from vendorcompare.core.assessment import Vendor
from vendorcompare.core.radar import RadarAxes, best_of, choose_axes, small_multiples
from vendorcompare.core.radar_labels import wrap_label
from vendorcompare.core.scores import Floats
from vendorcompare.reports.breaking import shorten
from vendorcompare.reports.cells import (
    PADDING,
    Cell,
    Column,
    Row,
    beside_cell,
    figure,
    figure_head,
    head,
    words_cell,
)
from vendorcompare.reports.charts import colour_of, draw_marker, draw_sample, score_bar, shade
from vendorcompare.reports.content import BLOCK, Content
from vendorcompare.reports.flow import STEP, Flow, width_of
from vendorcompare.reports.page import BODY, CAPTION, STRONG_BODY
from vendorcompare.reports.radar_chart import Radar, Series
from vendorcompare.reports.table import Table

_RADIUS: Final = 108.0
_LEAST: Final = 76.0
#: Where the chart stands and where its legend begins, as shares of the width.
_CENTRE: Final = 0.36
_BESIDE: Final = 0.7
_SMALL: Final = 42.0
_ACROSS: Final = 4


def draw(content: Content, flow: Flow) -> None:
    """Draw how the vendors do in each dimension."""
    words, dimensions = content.words, content.assessment.rubric.dimensions
    if not content.vendors or not dimensions:
        return
    axes = _axes(content)
    tables = _figures(content, flow, axes)
    flow.heading(words("Dimensions"), keep=_together(content, flow, axes, tables[0]))
    if axes.as_bars and len(content.vendors) <= BLOCK:
        _bars(content, flow)
    elif not axes.as_bars:
        _charts(content, flow, axes, beneath=tables[0].height(flow))
    for table in tables:
        table.draw(flow)
        flow.skip(2 * STEP)


def _together(content: Content, flow: Flow, axes: RadarAxes, table: Table) -> float:
    """Return the height of charts and figures, which belong on one page if they fit on one."""
    notes = 6 * flow.line_height(BODY)
    if axes.as_bars:
        return notes
    rows = -(-len(content.vendors) // _ACROSS)
    several = len(small_multiples(len(content.vendors))) > 1
    charts = rows * (2 * _SMALL + 8 * STEP) if several else 2 * _LEAST + 12 * STEP
    whole = notes + charts + table.height(flow)
    return whole if whole + 3 * STEP <= flow.body else notes + 24 * STEP


def _axes(content: Content) -> RadarAxes:
    """Return the axes; the rows of its values are in the order of the ranking."""
    evaluation = content.evaluation
    values = evaluation.dimension_scores[list(evaluation.order)] / 100
    return choose_axes(content.assessment.rubric.dimensions, values, evaluation.shares.dimensions)


def _charts(content: Content, flow: Flow, axes: RadarAxes, *, beneath: float) -> None:
    words = content.words
    labels, key = _labels(content, axes)
    note = words(
        "From the centre, 0, to the rim, 100; further out is better. A hollow marker outside the"
        " rim is a dimension without a score: the line breaks there."
    )
    if axes.grouped:
        grouped = words("Each axis is the weighted mean of a group of dimensions.")
        flow.phrase(grouped, CAPTION, CAPTION)
    flow.phrase(note, CAPTION, CAPTION)
    flow.skip(STEP)
    charts = small_multiples(len(content.vendors))
    if len(charts) == 1:
        _overlay(
            content, flow, axes, labels, beneath + 2 * STEP + len(key) * flow.line_height(BODY)
        )
        _key(flow, key)
    else:
        _multiples(content, flow, axes)
    flow.skip(2 * STEP)


def _labels(content: Content, axes: RadarAxes) -> tuple[list[list[str]], list[str]]:
    """Return what stands at each axis, and the key of the numbers among it."""
    shown, key = [], []
    for number, text in enumerate(axes.labels, start=1):
        names = content.words.text(text).lines
        wrapped = [wrap_label(name) for name in names]
        if all(wrapped):
            shown.append([line for lines in wrapped for line in lines])
        else:
            shown.append([str(number)])
            key.append(f"{number}  {' '.join(names)}")
    return shown, key


def _key(flow: Flow, key: Sequence[str]) -> None:
    for line in key:
        flow.text(line, CAPTION)


def _overlay(
    content: Content, flow: Flow, axes: RadarAxes, labels: list[list[str]], beneath: float
) -> None:
    """Draw all vendors in one chart, a little smaller if its figures then fit beneath it."""
    series = [
        Series(axes.values[i], content.style(vendor.key))
        for i, vendor in enumerate(content.vendors)
    ]
    radar = Radar(_RADIUS, labels, series)
    over = radar.above + radar.below + beneath - flow.room
    if 0 < over <= 2 * (_RADIUS - _LEAST):
        radar = Radar(_RADIUS - over / 2 - 1, labels, series)
    tall = radar.above + radar.below
    flow.need(tall)
    radar.draw(flow.page, (flow.left + flow.width * _CENTRE, flow.y + radar.above))
    _legend(content, flow, flow.left + flow.width * _BESIDE, flow.y + radar.above)
    flow.y += tall


def _legend(content: Content, flow: Flow, left: float, middle: float) -> None:
    """Name the lines beside the chart, each with a sample of its dash and marker."""
    height, room = flow.line_height(BODY), flow.right - left - 34
    names = [
        shorten(content.name(vendor.key).texts[0], False, BODY.size, room, 3)
        for vendor in content.vendors
    ]
    y = middle - sum(len(lines) * height + STEP / 2 for lines in names) / 2
    for vendor, lines in zip(content.vendors, names, strict=True):
        x = draw_sample(flow.page, left, y + height / 2, content.style(vendor.key))
        for line in lines:
            flow.page.write(x, BODY.baseline(y, height), line, BODY)
            y += height
        y += STEP / 2


def _multiples(content: Content, flow: Flow, axes: RadarAxes) -> None:
    """Draw a chart for each vendor, the best of all behind it in grey."""
    words = content.words
    numbers = [[str(i)] for i in range(1, len(axes.labels) + 1)]
    names = [content.words.text(label).joined() for label in axes.labels]
    flow.items([f"{i} {name}" for i, name in enumerate(names, start=1)], BODY)
    flow.y += flow.line_height(BODY)
    ghost = words(
        "Grey and dashed: the best score of any vendor on each axis. The inner ring is 50."
    )
    flow.phrase(ghost, CAPTION, CAPTION)
    flow.skip(STEP)
    best = best_of(axes.values)
    for start in range(0, len(content.vendors), _ACROSS):
        places = range(start, min(start + _ACROSS, len(content.vendors)))
        _row_of_charts(content, flow, axes.values, (numbers, best, places))


def _row_of_charts(
    content: Content,
    flow: Flow,
    values: Floats,
    what: tuple[list[list[str]], Floats, range],
) -> None:
    numbers, best, places = what
    width = flow.width / _ACROSS
    height = flow.line_height(BODY)
    names = [
        shorten(content.name(content.vendors[i].key).texts[0], True, BODY.size, width - 24, 2)
        for i in places
    ]
    title = height * max(map(len, names))
    tall = title + 2 * (_SMALL + 7 + 14) + STEP
    flow.need(tall)
    for column, (i, lines) in enumerate(zip(places, names, strict=True)):
        style = content.style(content.vendors[i].key)
        left = flow.left + column * width
        draw_marker(flow.page, (left + 4, flow.y + height / 2), style)
        for number, line in enumerate(lines):
            baseline = STRONG_BODY.baseline(flow.y + number * height, height)
            flow.page.write(left + 12, baseline, line, STRONG_BODY)
        radar = Radar(_SMALL, numbers, [Series(values[i], style)], best, levels=2, numbered=False)
        centre = (left + width / 2 - 8, flow.y + title + radar.above)
        radar.draw(flow.page, centre)
    flow.y += tall + STEP


def _bars(content: Content, flow: Flow) -> None:
    """Draw bars where there are too few or too many dimensions for a radar."""
    words = content.words
    columns = [
        Column(flow.width * 0.4, head(words("Dimension"))),
        Column(flow.width * 0.48, Cell(head(words.plain("0–100")).pieces, "centre")),
        Column(flow.width * 0.12, figure_head(words("Score"))),
    ]
    rows = []
    for dimension in content.assessment.rubric.dimensions:
        name = beside_cell(words.text(dimension.name), STRONG_BODY)
        rows.append(Row([name, Cell(), Cell()], group=True, keep=True, rule=False))
        for vendor in content.vendors:
            score = content.standings[vendor.key].dimensions[dimension.key]
            picture = score_bar(score, None, None, colour_of(content.style(vendor.key)))
            cells = [words_cell(content.name(vendor.key)), Cell(picture=picture)]
            rows.append(Row([*cells, figure(formats.points(score))], rule=False))
    Table(columns, rows).draw(flow)
    flow.skip(2 * STEP)


def _figures(content: Content, flow: Flow, axes: RadarAxes) -> list[Table]:
    """Return the score of each vendor in each dimension, as a figure on its shade."""
    words, tables, number = content.words, [], 0
    for block in content.blocks():
        first, number = number + 1, number + len(block)
        caption = words(
            "Vendors {first}–{last} of {total}",
            first=first,
            last=number,
            total=len(content.vendors),
        )
        several = len(content.vendors) > len(block)
        rows = list(_rows(content, axes, block, range(first - 1, number)))
        shown = caption.joined(" · ") if several else ""
        columns = _columns(content, flow.width, block)
        tables.append(Table(columns, rows, shown, shaded=True, whole=True))
    return tables


def _columns(content: Content, width: float, block: Sequence[Vendor]) -> list[Column]:
    words = content.words
    names = [words.text(d.name).joined("  ") for d in content.assessment.rubric.dimensions]
    widest = max(width_of(name, STRONG_BODY) for name in names) + 2 * PADDING
    weight, each = 48.0, min(112.0, (width - 48.0 - min(140.0, widest)) / len(block))
    return [
        Column(width - weight - each * len(block), head(words("Dimension"))),
        Column(weight, figure_head(words("Weight"), "%")),
        *(Column(each, Cell(head(content.name(vendor.key)).pieces, "right")) for vendor in block),
    ]


def _rows(
    content: Content, axes: RadarAxes, block: Sequence[Vendor], places: range
) -> Iterator[Row]:
    words, evaluation = content.words, content.evaluation
    names = {d.key: d.name for d in content.assessment.rubric.dimensions}
    for axis, members in enumerate(axes.members):
        if axes.grouped and len(members) > 1:
            means = [float(axes.values[place, axis]) for place in places]
            share = sum(evaluation.dimension_weights[key] for key in members)
            yield Row(
                [
                    beside_cell(words.text(axes.labels[axis]), STRONG_BODY),
                    figure(formats.percent(share), STRONG_BODY),
                    *(_value(mean, bold=True) for mean in means),
                ],
                group=True,
                keep=True,
            )
        for key in members:
            scores = [content.standings[vendor.key].dimensions[key] for vendor in block]
            yield Row(
                [
                    beside_cell(words.text(names[key])),
                    figure(formats.percent(evaluation.dimension_weights[key])),
                    *(_value(np.nan if s is None else s / 100) for s in scores),
                ]
            )


def _value(value: float, *, bold: bool = False) -> Cell:
    style = STRONG_BODY if bold else BODY
    return figure(formats.points(value * 100), style, shade=shade(value))
