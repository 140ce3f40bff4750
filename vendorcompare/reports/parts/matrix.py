"""The matrix: every criterion against every vendor, on landscape pages if there are many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.assessment import Vendor
from vendorcompare.core.rubric import Criterion, Dimension, Measure
from vendorcompare.core.scores import Evidence, State
from vendorcompare.reports.cells import (
    Cell,
    Column,
    Row,
    beside_cell,
    figure,
    figure_head,
    head,
    words_cell,
)
from vendorcompare.reports.charts import shade
from vendorcompare.reports.content import Content
from vendorcompare.reports.flow import STEP, Flow, width_of
from vendorcompare.reports.page import BAD, BODY, CAPTION, STRONG_BODY, Box, Style
from vendorcompare.reports.table import Table
from vendorcompare.reports.wording import Phrase

EVIDENCE_MARKS: Final[Mapping[int, str]] = {
    int(Evidence.CLAIMED): "○",
    int(Evidence.DOCUMENTED): "◐",
    int(Evidence.TESTED): "●",
}
MUST_HAVE: Final = "※"
FAILED: Final = "×"

_NOT_APPLICABLE: Final = int(State.NOT_APPLICABLE)
_SCORED: Final = int(State.SCORED)
_FAILED: Final = Style(bold=True, colour=BAD)
_WIDEST: Final = 112.0
_SHOWN_OF_WORDS: Final = 120
#: So many vendors find room on upright paper, which holds twice the rows.
_UPRIGHT: Final = 4
#: The least width of the names of criteria, on landscape and on upright paper.
_NAMES: Final = 200.0, 130.0


def is_wide(content: Content) -> bool:
    """Tell whether the matrix needs landscape pages: for many vendors, or for answers in words."""
    criteria = content.assessment.rubric.criteria
    in_words = any(criterion.measure is Measure.TEXT for criterion in criteria)
    return in_words or len(content.vendors) > _UPRIGHT


def draw(content: Content, flow: Flow) -> None:
    """Draw the scores of all vendors, at most six side by side."""
    words = content.words
    flow.heading(words("Scores"), keep=20 * STEP)
    if not content.vendors or not content.assessment.rubric.criteria:
        flow.phrase(words("There is nothing to compare yet."))
        return
    _legend(content, flow)
    number = 0
    for block in content.blocks():
        if number:
            flow.next_page()
        first, number = number + 1, number + len(block)
        caption = words(
            "Vendors {first}–{last} of {total}",
            first=first,
            last=number,
            total=len(content.vendors),
        )
        several = len(content.vendors) > len(block)
        table = Table(
            _columns(content, flow.width, block),
            list(_rows(content, block)),
            caption.joined(" · ") if several else "",
            shaded=True,
        )
        table.draw(flow)


def _legend(content: Content, flow: Flow) -> None:
    words = content.words
    signs = (
        (EVIDENCE_MARKS[Evidence.CLAIMED], words("claimed")),
        (EVIDENCE_MARKS[Evidence.DOCUMENTED], words("documented")),
        (EVIDENCE_MARKS[Evidence.TESTED], words("tested")),
        (MUST_HAVE, words("must-have")),
        (FAILED, words("fails a must-have")),
        (formats.NOTHING, words("not scored")),
    )
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
    scale, weight = 60.0, 48.0
    names = _NAMES[not is_wide(content)]
    each = min(_WIDEST, (width - scale - weight - names) / len(block))
    name = width - scale - weight - each * len(block)
    return [
        Column(name, head(words("Criterion"))),
        Column(scale, head(words("Scale"))),
        Column(weight, figure_head(words("Weight"), "%")),
        *(Column(each, Cell(head(content.name(vendor.key)).pieces, "right")) for vendor in block),
    ]


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
            beside_cell(content.words.text(dimension.name), STRONG_BODY),
            Cell(),
            figure(formats.percent(weight), STRONG_BODY),
            *(figure(formats.points(s.dimensions[dimension.key]), STRONG_BODY) for s in standings),
        ],
        group=True,
        keep=True,
    )


def _criterion_row(content: Content, column: int, places: Sequence[int]) -> Row:
    criterion = content.assessment.rubric.criteria[column]
    name = content.criterion_name(criterion)
    pieces = words_cell(name).pieces
    if criterion.must_have is not None:
        pieces = ((f"{pieces[0][0]} {MUST_HAVE}", BODY), *pieces[1:])
    weight = content.evaluation.weights[criterion.key]
    return Row(
        [
            Cell(pieces),
            words_cell(scale_of(content, criterion), CAPTION),
            figure("" if criterion.measure is Measure.TEXT else formats.percent(weight)),
            *_score_cells(content, column, places),
        ]
    )


def _total_row(content: Content, block: Sequence[Vendor]) -> Row:
    return Row(
        [
            words_cell(content.words("Total"), STRONG_BODY),
            words_cell(content.words.plain("0–100"), CAPTION),
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
            return words.text(criterion.unit) or words.plain(content.assessment.currency)
        case Measure.TEXT:
            return words("in words")
    return words.text(criterion.unit)


def _score_cells(content: Content, column: int, places: Sequence[int]) -> Iterator[Cell]:
    """Make the cells of one criterion, one for each vendor at a place."""
    agreed, vendors = content.agreed, content.assessment.vendors
    criterion = content.assessment.rubric.criteria[column]
    in_words = criterion.measure is Measure.TEXT
    standings, must = content.standings, criterion.must_have is not None
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
            if must and criterion.key in standings[key].excluded_by:
                mark, style = f"{FAILED}{mark}", _FAILED
            if in_words:
                yield Cell(((_answer(content, key, criterion), style),), "left", None, mark, style)
                continue
            lines = score_words(content, criterion, raw).lines
            yield Cell(tuple((line, style) for line in lines), "right", shade(value), mark, style)


def score_words(content: Content, criterion: Criterion, raw: float) -> Phrase:
    """Return how a raw score is written."""
    words = content.words
    if raw != raw:
        return words.plain(formats.NOTHING)
    if criterion.measure is Measure.BOOLEAN and raw in (0.0, 1.0):
        return words("yes") if raw else words("no")
    return words.plain(formats.number(raw))


def _answer(content: Content, vendor: str, criterion: Criterion) -> str:
    """Return the answer in words, cut here where the notes print it in full."""
    answers = (
        content.score(evaluator.key, vendor, criterion.key).text
        for evaluator in content.assessment.evaluators
    )
    text = content.words.plain(" / ".join(answer for answer in answers if answer)).texts[0]
    return text if len(text) <= _SHOWN_OF_WORDS else text[:_SHOWN_OF_WORDS].rstrip() + "…"
