"""Which rows the score grid has, and how many of its cells are done."""

from __future__ import annotations

from enum import Enum, auto

import numpy as np

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.rubric import Criterion
from vendorcompare.core.scores import Flags, State
from vendorcompare.gui.pages.scores.score_looks import Looks, Who


class Show(Enum):
    """Which criteria are shown."""

    ALL = auto()
    OPEN = auto()
    MUST_HAVES = auto()


def heading(dimension: int) -> int:
    """Return the row that stands for a dimension; criteria are their places in the arrays."""
    return -1 - dimension


def dimension_of(row: int) -> int:
    """Return which dimension a heading stands for."""
    return -1 - row


def rows_of(looks: Looks, show: Show, search: str) -> list[int]:
    """Return the rows in the order of the rubric; a dimension with none of them has none."""
    rubric = looks.assessment.rubric
    wanted = _wanted(looks, show)
    words = search.casefold().split()
    rows: list[int] = []
    for number, (dimension, span) in enumerate(zip(rubric.dimensions, rubric.spans, strict=True)):
        title = f"{dimension.name.zh} {dimension.name.en}"
        found = [
            column
            for column in range(span.start, span.stop)
            if wanted[column] and _has(words, rubric.criteria[column], title)
        ]
        if found:
            rows += [heading(number), *found]
    return rows


def done(looks: Looks) -> Flags:
    """Return which cells need no score any more, (vendors, criteria)."""
    arrays, voice = looks.assessment.scores, looks.voice
    if voice.who is Who.ONE:
        layer = looks.assessment.evaluator_position[voice.evaluator]
        return np.asarray(arrays.states[layer] != State.UNKNOWN)
    if voice.who is Who.AGREED:
        return np.isfinite(arrays.agreed) | arrays.agreed_excused
    return np.asarray(looks.together.states != State.UNKNOWN)


def progress(looks: Looks) -> tuple[int, int]:
    """Return how many cells are done, of how many."""
    flags = done(looks)
    return int(np.count_nonzero(flags)), flags.size


def same_weights(before: Evaluation | None, after: Evaluation | None) -> bool:
    """Tell whether everything weighs what it did."""
    if before is None or after is None:
        return before is after
    return np.array_equal(before.shares.dimensions, after.shares.dimensions)


def changed_vendors(
    before: Evaluation | None, after: Evaluation | None, dimension: int
) -> list[int] | None:
    """Return the vendors whose score in a dimension differs; None where all may."""
    if before is None or after is None:
        return None
    old, new = before.dimension_scores, after.dimension_scores
    if old.shape != new.shape:
        return None
    left, right = old[:, dimension], new[:, dimension]
    same = (left == right) | (np.isnan(left) & np.isnan(right))
    changed: list[int] = np.flatnonzero(~same).tolist()
    return changed


def _wanted(looks: Looks, show: Show) -> list[bool]:
    assessment: Assessment = looks.assessment
    if show is Show.OPEN:
        return [not bool(column.all()) for column in done(looks).T]
    if show is Show.MUST_HAVES:
        return [criterion.must_have is not None for criterion in assessment.rubric.criteria]
    return [True] * len(assessment.rubric.criteria)


def _has(words: list[str], criterion: Criterion, title: str) -> bool:
    text = f"{criterion.name.zh} {criterion.name.en} {title}".casefold()
    return all(word in text for word in words)
