"""The matrix: every criterion against every vendor, some of them side by side."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.assessment import Vendor
from vendorcompare.core.consensus import votes
from vendorcompare.core.rubric import Criterion, Dimension, Measure
from vendorcompare.core.scores import Evidence, State
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.cells import (
    PADDING,
    Cell,
    Column,
    Row,
    figure,
    figure_head,
    head,
    words_cell,
)
from vendorcompare.reports.layout.charts import shade
from vendorcompare.reports.layout.flow import STEP, Flow, width_of
from vendorcompare.reports.layout.page import BAD, BODY, CAPTION, STRONG_BODY, Box, Style
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import BLOCK, MOST_ABREAST, Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.parts.dimensions import WEIGHT

EVIDENCE_MARKS: Final[Mapping[int, str]] = {
    int(Evidence.CLAIMED): "○",
    int(Evidence.DOCUMENTED): "◐",
    int(Evidence.TESTED): "●",
}
MUST_HAVE: Final = "※"
FAILED: Final = "×"
DIVIDED: Final = "≠"
#: The scale of values and totals.
_OF_VALUES: Final = "0–100"

_NOT_APPLICABLE: Final = int(State.NOT_APPLICABLE)
_SCORED: Final = int(State.SCORED)
_FAILED: Final = Style(bold=True, colour=BAD)
_WIDEST: Final = 112.0
_NARROWEST: Final = 74.0
_WIDEST_SCALE: Final = 74.0
#: A longer answer would fill the page; it stands under the notes.
_LONGEST_ANSWER: Final = 600
#: With less than this share of a page left, the next vendors begin on the next page.
_ENOUGH: Final = 0.25
#: The least width of the names of criteria, on landscape and on upright paper.
_NAMES: Final = 200.0, 130.0


def is_wide(content: Content) -> bool:
    """Tell whether the matrix needs landscape pages.

    It does for answers in words, and where that brings all vendors side by side. More vendors
    are shown block by block, on upright paper, which holds twice the rows.
    """
    return _in_words(content) or BLOCK < len(content.vendors) <= MOST_ABREAST


def _in_words(content: Content) -> bool:
    criteria = content.assessment.rubric.criteria
    return any(criterion.measure is Measure.TEXT for criterion in criteria)


def draw(content: Content, flow: Flow) -> None:
    """Draw the scores of all vendors, some of them side by side."""
    words = content.words
    flow.heading(words("Scores"), keep=20 * STEP)
    if not content.vendors or not content.assessment.rubric.criteria:
        flow.phrase(words("There is nothing to compare yet."))
        return
    _legend(content, flow)
    for block in content.blocks():
        if block.places.start:
            flow.skip(3 * STEP)
            flow.need(_ENOUGH * flow.body)
        if block.caption:
            flow.mark(block.caption, 1)
        table = Table(
            _columns(content, flow.width, block.vendors),
            list(_rows(content, block.vendors)),
            block.caption.joined(" · ") if block.caption else "",
            shaded=True,
        )
        table.draw(flow)


def _legend(content: Content, flow: Flow) -> None:
    words = content.words
    signs: tuple[tuple[str, Phrase], ...] = (
        (EVIDENCE_MARKS[Evidence.CLAIMED], words("claimed")),
        (EVIDENCE_MARKS[Evidence.DOCUMENTED], words("documented")),
        (EVIDENCE_MARKS[Evidence.TESTED], words("tested")),
        (MUST_HAVE, words("must-have")),
        (FAILED, words("fails a must-have")),
        (formats.NOTHING, words("not scored")),
    )
    if content.evaluation.prepared.apart.any():
        signs = (*signs, (DIVIDED, words("evaluators differ")))
    x = flow.items([f"{sign} {meaning.joined()}" for sign, meaning in signs], CAPTION)
    _scale(content, flow, x)
    flow.y += flow.line_height(CAPTION) + STEP / 2


def _scale(content: Content, flow: Flow, x: float) -> None:
    """Draw the shades from the worst value to the best."""
    words, height = content.words, flow.line_height(BODY)
    worst, best = words("value 0").joined(), words("value 100").joined()
    needed = width_of(worst, CAPTION) + width_of(best, CAPTION) + 80
    if x + needed > flow.right:
        x, flow.y = flow.left, flow.y + height
    baseline = CAPTION.baseline(flow.y, height)
    flow.page.write(x, baseline, worst, CAPTION)
    x += width_of(worst, CAPTION) + 6
    for step in range(6):
        colour = shade(step / 5)
        assert colour is not None
        flow.page.shapes.append(Box(x + step * 10, flow.y + 2.5, 10, height - 5, colour))
    flow.page.write(x + 66, baseline, best, CAPTION)


def _columns(content: Content, width: float, block: Sequence[Vendor]) -> list[Column]:
    words = content.words
    scale, weight = scale_width(content), WEIGHT
    rest, narrowest, widest = width - scale - weight, _NARROWEST, _WIDEST
    if _in_words(content):
        narrowest, widest = _WIDEST, 2 * _WIDEST
    names = max(
        _NAMES[not is_wide(content)], min(longest_name(content), rest - len(block) * narrowest)
    )
    each = min(widest, (rest - names) / len(block))
    name = rest - each * len(block)
    return [
        Column(name, head(words("Criterion"))),
        Column(scale, head(words("Scale"))),
        Column(weight, figure_head(words.with_unit(words("Weight"), "%"))),
        *(Column(each, figure_head(content.name(vendor.key))) for vendor in block),
    ]


def longest_name(content: Content) -> float:
    """Return how wide the names of criteria are with both languages side by side."""
    cells = (_criterion_name(content, each) for each in content.assessment.rubric.criteria)
    return max(line.width for cell in cells for line in cell.lines(math.inf)) + 2 * PADDING + 1


def scale_width(content: Content) -> float:
    """Return how wide the scales of the criteria are, both languages side by side if possible."""
    criteria = content.assessment.rubric.criteria
    scales = [content.words.plain(_OF_VALUES), *(scale_of(content, each) for each in criteria)]
    widest = max(line.width for scale in scales for line in words_cell(scale).lines(math.inf))
    titles = (width_of(line, STRONG_BODY) for line in content.words("Scale").lines)
    return min(max(widest, *titles) + 2 * PADDING + 1, _WIDEST_SCALE)


def _criterion_name(content: Content, criterion: Criterion) -> Cell:
    cell = words_cell(content.criterion_name(criterion))
    if criterion.must_have is None:
        return cell
    (first, style), *rest = cell.pieces
    return replace(cell, pieces=((f"{first} {MUST_HAVE}", style), *rest))


def _rows(content: Content, block: Sequence[Vendor]) -> Iterator[Row]:
    rubric = content.assessment.rubric
    places = [content.assessment.vendor_position[vendor.key] for vendor in block]
    for dimension, span in zip(rubric.dimensions, rubric.spans, strict=True):
        yield _dimension_row(content, dimension, block)
        for column in range(span.start, span.stop):
            yield _criterion_row(content, column, places)
    yield _total_row(content, block)


def _dimension_row(content: Content, dimension: Dimension, block: Sequence[Vendor]) -> Row:
    weight = content.evaluation.dimension_weights[dimension.key]
    standings = [content.standings[vendor.key] for vendor in block]
    return Row(
        [
            words_cell(content.words.text(dimension.name), STRONG_BODY),
            Cell(),
            figure(formats.percent(weight), STRONG_BODY),
            *(figure(formats.points(s.dimensions[dimension.key]), STRONG_BODY) for s in standings),
        ],
        group=True,
        keep=True,
    )


def _criterion_row(content: Content, column: int, places: Sequence[int]) -> Row:
    criterion = content.assessment.rubric.criteria[column]
    weight = content.evaluation.weights[criterion.key]
    return Row(
        [
            _criterion_name(content, criterion),
            words_cell(scale_of(content, criterion), CAPTION),
            figure("" if criterion.measure is Measure.TEXT else formats.percent(weight)),
            *_score_cells(content, column, places),
        ]
    )


def _total_row(content: Content, block: Sequence[Vendor]) -> Row:
    return Row(
        [
            words_cell(content.words("Total"), STRONG_BODY),
            words_cell(content.words.plain(_OF_VALUES), CAPTION),
            figure(formats.percent(sum(content.evaluation.weights.values())), STRONG_BODY),
            *(
                figure(formats.points(content.standings[vendor.key].score), STRONG_BODY)
                for vendor in block
            ),
        ],
        strong=True,
    )


def scale_of(content: Content, criterion: Criterion) -> Phrase:
    """Return in what a criterion is measured."""
    words = content.words
    match criterion.measure:
        case Measure.RATING:
            low, high = criterion.scale
            return words.plain(f"{formats.number(low)}–{formats.number(high)}")
        case Measure.BOOLEAN:
            return words("yes/no")
        case Measure.PERCENTAGE:
            return words.plain("%")
        case Measure.MONEY:
            return words.text(criterion.unit) or content.prices.currency
        case Measure.TEXT:
            return words("in words")
    return words.text(criterion.unit)


def _score_cells(content: Content, column: int, places: Sequence[int]) -> Iterator[Cell]:
    """Make the cells of one criterion, one for each vendor at a place."""
    agreed, vendors = content.agreed, content.assessment.vendors
    criterion = content.assessment.rubric.criteria[column]
    in_words = criterion.measure is Measure.TEXT
    standings, must = content.standings, criterion.must_have is not None
    divided = content.evaluation.prepared.apart[:, column]
    for place, state, grade, raw, value in zip(
        places,
        agreed.states[places, column].tolist(),
        agreed.evidence[places, column].tolist(),
        agreed.values[places, column].tolist(),
        content.values[places, column].tolist(),
        strict=True,
    ):
        if state == _NOT_APPLICABLE:
            yield words_cell(content.words("N/A"), CAPTION, CAPTION, "right")
        elif state != _SCORED:
            yield figure(formats.NOTHING, CAPTION)
        else:
            key, mark, style = vendors[place].key, EVIDENCE_MARKS.get(grade, ""), BODY
            if divided[place]:
                mark = f"{DIVIDED}{mark}"
            if must and criterion.key in standings[key].excluded_by:
                mark, style = f"{FAILED}{mark}", _FAILED
            if in_words:
                answers = tuple((line, style) for line in _answers(content, key, criterion))
                yield Cell(answers, "left", None, mark, style)
                continue
            lines = counted(content, key, criterion, raw).lines
            pieces = tuple((line, style) for line in lines)
            yield Cell(pieces, "right", shade(value), mark, style, beside=True)


def score_words(content: Content, criterion: Criterion, raw: float) -> Phrase:
    """Return how a raw score is written."""
    words = content.words
    if raw != raw:
        return words.plain(formats.NOTHING)
    if criterion.measure is Measure.BOOLEAN and raw in (0.0, 1.0):
        return words("yes") if raw else words("no")
    return words.plain(formats.number(raw))


def counted(content: Content, vendor: str, criterion: Criterion, raw: float) -> Phrase:
    """Return the score that counts; where yes meets no, how many said which."""
    if criterion.measure is not Measure.BOOLEAN or raw in (0.0, 1.0):
        return score_words(content, criterion, raw)
    given = votes(content.assessment, vendor, criterion.key)
    return content.words("{yes} yes, {no} no", yes=given.yes, no=given.no)


def _answers(content: Content, vendor: str, criterion: Criterion) -> tuple[str, ...]:
    """Return the answers in words, each with who gave it where there are several."""
    words, given = content.words, []
    for evaluator in content.assessment.evaluators:
        text = content.score(evaluator.key, vendor, criterion.key).text
        if text:
            given.append((evaluator.name, text))
    if content.prints("notes") and sum(len(text) for _name, text in given) > _LONGEST_ANSWER:
        return words("In full under the notes").lines
    named = len(given) > 1
    lines = (f"{name}: {text}" if named and name else text for name, text in given)
    return tuple(words.plain(line).texts[0] for line in lines)


PART: Final = SheetPart("matrix", N_("Scores"), draw, is_wide=is_wide, room=0.5)
