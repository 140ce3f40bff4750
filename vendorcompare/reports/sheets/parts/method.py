"""How the scores came about: the method in words, and what every criterion weighs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.errors import UnscorableError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scoring import Missing
from vendorcompare.core.values import value_points
from vendorcompare.core.weights import DEFAULT
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
from vendorcompare.reports.layout.flow import STEP, Flow, width_of
from vendorcompare.reports.layout.page import CAPTION, STRONG_BODY
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.parts.matrix import (
    MUST_HAVE,
    longest_name,
    scale_of,
    scale_width,
    score_words,
)

#: The share of the width that the value functions may take.
_POINTS: Final = 0.42


def draw(content: Content, flow: Flow) -> None:
    """Draw the method and the weights."""
    points = list(_method(content))
    flow.heading(content.words("Method and weights"), keep=flow.points_height(points[:3]))
    flow.points(points)
    if content.assessment.rubric.criteria:
        flow.skip(STEP)
        rows = list(_rows(content))
        Table(_columns(content, flow.width), rows, after=flow.tail).draw(flow)


def _method(content: Content) -> Iterator[Phrase]:
    words, assessment = content.words, content.assessment
    yield words(
        "Every score is turned into a value from 0 to 100 by fixed anchors, so a vendor's score"
        " does not change because another vendor comes or goes."
    )
    yield words(
        "The total is the weighted mean of the values: value times weight, added up and divided"
        " by the weight of what is scored. Weights are normalised within each dimension and"
        " among the dimensions. What does not apply to a vendor leaves its base."
    )
    yield _policy(content)
    yield words(
        "Whoever fails a must-have ({mark}) is excluded, whatever the total. An unknown never"
        " passes: it stays open until it is shown.",
        mark=MUST_HAVE,
    )
    name = content.options.weights
    if name != DEFAULT:
        yield words('Weights: the set "{name}".', name=name)
    named = [evaluator for evaluator in assessment.evaluators if evaluator.name]
    if named:
        listed = words.listed(
            words(
                "{name} (weight {weight})",
                name=evaluator.name,
                weight=formats.number(evaluator.weight),
            )
            for evaluator in named
        )
        yield words("Evaluators: {names}.", names=listed)


def _policy(content: Content) -> Phrase:
    words = content.words
    match content.options.missing:
        case Missing.WORST:
            return words("Missing scores count as the worst value.")
        case Missing.BEST:
            return words("Missing scores count as the best value.")
        case Missing.NEUTRAL:
            return words("Missing scores count as a value of 50.")
    return words(
        "Missing scores are not zero: they are left out, and the range beside each total shows"
        " what they still allow."
    )


def _columns(content: Content, width: float) -> list[Column]:
    words = content.words
    heads = (
        head(words("Dimension and criterion")),
        head(words("Scale")),
        head(words("Score → value")),
        figure_head(words.with_unit(words("Weight"), "%")),
    )
    criteria = content.assessment.rubric.criteria
    corners = (line for each in criteria for line in points_of(content, each).lines)
    widest = max(width_of(line, CAPTION) for line in corners) + 2 * PADDING + 1
    least = longest_name(content), scale_width(content), min(widest, width * _POINTS), 60.0
    spare = max(width - sum(least), 0.0) / len(least)
    _name, *others = (each + spare for each in least)
    return [
        Column(each, title)
        for each, title in zip((width - sum(others), *others), heads, strict=True)
    ]


def _rows(content: Content) -> Iterator[Row]:
    words, evaluation = content.words, content.evaluation
    for dimension in content.assessment.rubric.dimensions:
        weight = evaluation.dimension_weights[dimension.key]
        name = words_cell(words.text(dimension.name), STRONG_BODY)
        share = figure(formats.percent(weight), STRONG_BODY)
        yield Row([name, Cell(), Cell(), share], group=True, keep=True)
        for criterion in dimension.criteria:
            yield _criterion_row(content, criterion)
    total = figure(formats.percent(sum(evaluation.dimension_weights.values())), STRONG_BODY)
    yield Row([words_cell(words("Total"), STRONG_BODY), Cell(), Cell(), total], strong=True)


def _criterion_row(content: Content, criterion: Criterion) -> Row:
    words = content.words
    name = content.criterion_name(criterion)
    if criterion.must_have is not None:
        condition = _condition(content, criterion)
        name = words("{name} ({mark} {condition})", name=name, mark=MUST_HAVE, condition=condition)
    weight = content.evaluation.weights[criterion.key]
    counted = criterion.measure is not Measure.TEXT
    return Row(
        [
            words_cell(name),
            words_cell(scale_of(content, criterion), CAPTION),
            words_cell(points_of(content, criterion), CAPTION),
            figure(formats.percent(weight) if counted else formats.NOTHING),
        ]
    )


def _condition(content: Content, criterion: Criterion) -> Phrase:
    words, must = content.words, criterion.must_have
    assert must is not None
    limits = []
    if must.at_least is not None:
        limits.append(words.plain(f"≥ {formats.number(must.at_least)}"))
    if must.at_most is not None:
        limits.append(words.plain(f"≤ {formats.number(must.at_most)}"))
    return words.listed(limits) if limits else words("must be yes")


def points_of(content: Content, criterion: Criterion) -> Phrase:
    """Return every corner of the value function: between them it is straight, outside level."""
    words = content.words
    try:
        points = value_points(criterion)
    except UnscorableError:
        return words.plain(formats.NOTHING)
    corners = [
        words(
            "{score} → {value}",
            score=score_words(content, criterion, score),
            value=formats.number(value * 100),
        )
        for score, value in points
    ]
    listed = words.listed(corners)
    in_words = any(len(corner.lines) > 1 for corner in corners)
    return listed if in_words else words.plain(listed.texts[0])  # figures are not said twice


PART: Final = SheetPart("method", N_("Method and weights"), draw)
