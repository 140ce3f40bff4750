"""The dimensions: as a radar where it can be read, and always as figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.radar import RadarAxes, best_of, choose_axes, small_multiples
from vendorcompare.core.radar_labels import wrap_label
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.breaking import shorten
from vendorcompare.reports.layout.cells import (
    Cell,
    Column,
    Row,
    figure,
    figure_head,
    head,
    words_cell,
)
from vendorcompare.reports.layout.charts import colour_of, draw_marker, draw_sample, score_bar
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import BODY, CAPTION, STRONG_BODY
from vendorcompare.reports.layout.radar_chart import Radar, Series
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import MOST_ABREAST, Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.parts import dimensions

_TITLE: Final = N_("Scores by dimension")
_RADIUS: Final = 108.0
_LEAST: Final = 76.0
#: Where the chart stands and where its legend begins, as shares of the width.
_CENTRE: Final = 0.36
_BESIDE: Final = 0.7
#: So many charts in a row, and how large they are; the larger ones where all fits on a page.
_GRIDS: Final[dict[int, tuple[tuple[int, float], ...]]] = {
    4: ((2, 62.0), (2, 52.0), (4, 42.0)),
    5: ((3, 52.0), (3, 42.0), (5, 34.0)),
    6: ((3, 52.0), (3, 42.0), (6, 28.0)),
}
_MOST_ACROSS: Final = 4
_SMALL: Final = 42.0
#: With less than this share of a page left, charts and figures go to the next one together.
_ENOUGH: Final = 0.35


def exist(content: Content) -> bool:
    """Tell whether there are vendors and dimensions."""
    return bool(content.vendors and content.assessment.rubric.dimensions)


def draw(content: Content, flow: Flow) -> None:
    """Draw how the vendors do in each dimension."""
    words, axes, count = content.words, _axes(content), len(content.vendors)
    if axes.as_bars:
        flow.heading(words(_TITLE), keep=30 * STEP)
        if count <= MOST_ABREAST:
            _bars(content, flow)
        _tables(flow, dimensions.by_dimension(content, flow.width, axes))
    elif len(small_multiples(count)) == 1:
        _together(content, flow, axes)
    else:
        _apart(content, flow, axes)


def _tables(flow: Flow, tables: Sequence[Table]) -> None:
    for table in tables:
        table.draw(flow)
        flow.skip(2 * STEP)


def _axes(content: Content) -> RadarAxes:
    """Return the axes; the rows of its values are in the order of the ranking."""
    evaluation = content.evaluation
    places = [content.assessment.vendor_position[vendor.key] for vendor in content.vendors]
    values = evaluation.dimension_scores[places] / 100
    return choose_axes(content.assessment.rubric.dimensions, values, evaluation.shares.dimensions)


def _together(content: Content, flow: Flow, axes: RadarAxes) -> None:
    """Draw all vendors in one chart, and their figures beneath."""
    words, notes = content.words, _notes(content, axes)
    tables = dimensions.by_dimension(content, flow.width, axes)
    labels, key = _labels(content, axes)
    series = [
        Series(axes.values[i], content.style(vendor.key))
        for i, vendor in enumerate(content.vendors)
    ]
    least = Radar(_LEAST, labels, series)
    beneath = len(key) * flow.line_height(CAPTION) + 2 * STEP
    figures = sum(table.height(flow) for table in tables)
    above = _height(flow, notes) + STEP
    chart = above + least.above + least.below + beneath
    _heading(flow, words(_TITLE), chart + figures, chart)
    _say(flow, notes)
    _overlay(content, flow, Radar(_RADIUS, labels, series), beneath + figures)
    for line in key:
        flow.text(line, CAPTION)
    flow.skip(2 * STEP)
    _tables(flow, tables)


def _apart(content: Content, flow: Flow, axes: RadarAxes) -> None:
    """Draw a chart for each vendor, the best of all behind it in grey, and the figures beneath."""
    words = content.words
    best = words(
        "Grey and dashed: the best score of any vendor on each axis. The inner ring is 50."
    )
    key = words.numbered(map(words.text, axes.labels))
    notes = [*_notes(content, axes), best, key]
    table = dimensions.by_vendor(content, flow.width, axes)
    above = _height(flow, notes) + STEP
    beside = above + 2 * STEP + table.height(flow)
    grid = _grid(content, flow, beside)
    _heading(
        flow,
        words(_TITLE),
        grid.height + beside,
        above + grid.row_height(grid.rows[0]),
    )
    _say(flow, notes)
    first = len(flow.pages)
    for row in grid.rows:
        _draw_row(content, flow, axes, grid, row)
    flow.skip(2 * STEP)
    if len(flow.pages) > first or table.height(flow) > flow.room:
        table = replace(table, caption=key.joined("\n"))
    table.draw(flow)
    flow.skip(2 * STEP)


def _heading(flow: Flow, title: Phrase, whole: float, least: float) -> None:
    """Set the title; what it is over stays on one page if that leaves no large gap."""
    fits = whole + flow.heading_height <= flow.body
    flow.heading(title, keep=whole if fits and flow.room < _ENOUGH * flow.body else least)


def _notes(content: Content, axes: RadarAxes) -> list[Phrase]:
    words = content.words
    note = words(
        "From the centre, 0, to the rim, 100; further out is better. A hollow marker outside the"
        " rim is a dimension without a score: the line breaks there."
    )
    grouped = words("Each axis is the weighted mean of a group of dimensions.")
    return [grouped, note] if axes.grouped else [note]


def _height(flow: Flow, notes: Sequence[Phrase]) -> float:
    return sum(flow.height_of(note, CAPTION) for note in notes)


def _say(flow: Flow, notes: Sequence[Phrase]) -> None:
    for note in notes:
        flow.phrase(note, CAPTION, CAPTION)
    flow.skip(STEP)


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


def _overlay(content: Content, flow: Flow, radar: Radar, beneath: float) -> None:
    """Draw all vendors in one chart, a little smaller if its figures then fit beneath it."""
    over = radar.above + radar.below + beneath - flow.room
    if 0 < over <= 2 * (_RADIUS - _LEAST):
        radar = replace(radar, radius=_RADIUS - over / 2 - 1)
    tall = radar.above + radar.below
    flow.need(tall)
    centre = flow.left + flow.width * _CENTRE
    beside = max(flow.left + flow.width * _BESIDE, centre + radar.right + 2 * STEP)
    radar.draw(flow.page, (centre, flow.y + radar.above))
    _legend(content, flow, beside, flow.y + radar.above)
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


Named = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class _Grid:
    """Hold where the charts stand: the places of the vendors, with the lines of their names."""

    rows: tuple[tuple[Named, ...], ...]
    width: float
    radius: float
    line: float

    @property
    def height(self) -> float:
        return sum(map(self.row_height, self.rows))

    def title_height(self, row: Sequence[Named]) -> float:
        return self.line * max(len(lines) for _place, lines in row)

    def row_height(self, row: Sequence[Named]) -> float:
        return self.title_height(row) + 2 * (self.radius + 7 + 14) + 2 * STEP


def _grid(content: Content, flow: Flow, beside: float) -> _Grid:
    """Return the largest charts that fit with what stands beside them, if possible on this page."""
    count = len(content.vendors)
    # The last row is not left nearly empty.
    across = -(-count // -(-count // _MOST_ACROSS))
    choices = _GRIDS.get(count, ((across, _SMALL),))
    grids = [_grid_of(content, flow, *choice) for choice in choices]
    for room in (flow.room, flow.body):
        for grid in grids:
            if flow.heading_height + grid.height + beside <= room:
                return grid
    return grids[-1]


def _grid_of(content: Content, flow: Flow, across: int, radius: float) -> _Grid:
    width = flow.width / across
    names = [
        (place, shorten(content.name(v.key).texts[0], True, BODY.size, width - 24, 2))
        for place, v in enumerate(content.vendors)
    ]
    rows = tuple(tuple(names[i : i + across]) for i in range(0, len(names), across))
    return _Grid(rows, width, radius, flow.line_height(BODY))


def _draw_row(
    content: Content, flow: Flow, axes: RadarAxes, grid: _Grid, row: Sequence[Named]
) -> None:
    numbers, best = [[str(i)] for i in range(1, len(axes.labels) + 1)], best_of(axes.values)
    flow.need(grid.row_height(row))
    for column, (place, lines) in enumerate(row):
        style = content.style(content.vendors[place].key)
        left = flow.left + column * grid.width
        draw_marker(flow.page, (left + 4, flow.y + grid.line / 2), style)
        for number, line in enumerate(lines):
            baseline = STRONG_BODY.baseline(flow.y + number * grid.line, grid.line)
            flow.page.write(left + 12, baseline, line, STRONG_BODY)
        series = [Series(axes.values[place], style)]
        radar = Radar(grid.radius, numbers, series, best, levels=2, numbered=False)
        top = flow.y + grid.title_height(row) + radar.above
        radar.draw(flow.page, (left + grid.width / 2 - 8, top))
    flow.y += grid.row_height(row)


def _bars(content: Content, flow: Flow) -> None:
    """Draw bars where there are too few or too many dimensions for a radar."""
    words = content.words
    columns = [
        Column(flow.width * 0.4, head(words("Dimension"))),
        Column(flow.width * 0.48, head(words.plain("0–100"), "centre")),
        Column(flow.width * 0.12, figure_head(words("Score"))),
    ]
    rows = []
    for dimension in content.assessment.rubric.dimensions:
        name = words_cell(words.text(dimension.name), STRONG_BODY)
        rows.append(Row([name, Cell(), Cell()], group=True, keep=True, rule=False))
        for vendor in content.vendors:
            score = content.standings[vendor.key].dimensions[dimension.key]
            picture = score_bar(score, None, None, colour_of(content.style(vendor.key)))
            cells = [words_cell(content.name(vendor.key)), Cell(picture=picture)]
            rows.append(Row([*cells, figure(formats.points(score))], rule=False))
    Table(columns, rows).draw(flow)
    flow.skip(2 * STEP)


PART: Final = SheetPart("radar", N_("Dimensions and radar"), draw, exists=exist)
