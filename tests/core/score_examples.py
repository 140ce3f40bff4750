"""Rubrics and arrays of scores for the tests of scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from vendorcompare.core.assessment import Assessment, Evaluator, Vendor
from vendorcompare.core.rounds import Round, WeightSet
from vendorcompare.core.rubric import Criterion, Dimension, Measure, Rubric
from vendorcompare.core.scores import Evidence, ScoreArrays, State
from vendorcompare.core.text import Text

#: A mark on a test sheet: a score, None for a blank, NA for what does not apply.
Mark = float | str | None
Marks = Mapping[str, Sequence[Mark]]
NA = "n/a"


def criterion(key: str = "c1", measure: Measure = Measure.RATING, **rest: Any) -> Criterion:
    return Criterion(key, Text(f"{key}的名称", f"Name of {key}"), measure, **rest)


def dimension(key: str, *criteria: Criterion, weight: float = 1.0) -> Dimension:
    return Dimension(key, Text.same(f"Name of {key}"), weight, criteria)


def flat(*weights: float, **rest: Any) -> Rubric:
    """Make a rubric of one dimension whose criteria c1, c2 ... have the given weights."""
    criteria = (criterion(f"c{i}", weight=w, **rest) for i, w in enumerate(weights, start=1))
    return Rubric((dimension("d1", *criteria),))


def project(
    rubric: Rubric,
    *sheets: Marks,
    voices: Iterable[float] = (),
    agreed: Mapping[tuple[str, str], Mark] | None = None,
    evidence: Evidence = Evidence.CLAIMED,
    weight_sets: tuple[WeightSet, ...] = (),
) -> Assessment:
    """Make an assessment of the vendors on the sheets; each sheet is an evaluator's."""
    keys = list(sheets[0])
    marks = [[list(sheet[key]) for key in keys] for sheet in sheets]
    shape = (len(sheets), len(keys), len(rubric.criteria))
    states = np.array([[[_state(m) for m in row] for row in s] for s in marks], np.uint8)
    numbers = [[[m if isinstance(m, float | int) else np.nan for m in r] for r in s] for s in marks]
    together = np.full(shape[1:], np.nan)
    excused = np.zeros(shape[1:], np.bool_)
    for (vendor, key), score in (agreed or {}).items():
        place = keys.index(vendor), rubric.position[key]
        excused[place] = score == NA
        together[place] = score if isinstance(score, float | int) else np.nan
    weights = list(voices) or [1.0] * len(sheets)
    return Assessment(
        rounds=(Round(rubric=rubric, weight_sets=weight_sets),),
        vendors=tuple(Vendor(key, name=key.title()) for key in keys),
        evaluators=tuple(Evaluator(f"e{i}", f"E{i}", weight) for i, weight in enumerate(weights)),
        scores_by_round={
            "selection": ScoreArrays(
                values=np.array(numbers, np.float64).reshape(shape),
                states=states.reshape(shape),
                evidence=np.where(states == State.SCORED, evidence, 0)
                .astype(np.uint8)
                .reshape(shape),
                agreed=together,
                agreed_excused=excused,
            )
        },
    )


def _state(mark: Mark) -> State:
    if mark is None:
        return State.UNKNOWN
    return State.NOT_APPLICABLE if mark == NA else State.SCORED


WEIGHTS = st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0, 7.0])
MARKS = st.one_of(st.none(), st.just(NA), st.integers(1, 5), st.floats(1, 5))


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """Draw a rubric in which at least one criterion has weight."""
    measures = st.sampled_from([Measure.RATING, Measure.RATING, Measure.RATING, Measure.TEXT])
    dimensions = [dimension("d0", criterion("d0c0"), weight=2.0)]
    for d in range(1, draw(st.integers(1, 4))):
        parts = [
            criterion(f"d{d}c{c}", draw(measures), weight=draw(WEIGHTS))
            for c in range(draw(st.integers(0, 3)))
        ]
        dimensions.append(dimension(f"d{d}", *parts, weight=draw(WEIGHTS)))
    return Rubric(tuple(draw(st.permutations(dimensions))))


@st.composite
def projects(draw: st.DrawFn, marks: st.SearchStrategy[Any] = MARKS) -> Assessment:
    """Draw an assessment of one to five vendors with blanks."""
    rubric = draw(rubrics())
    names = "abcde"[: draw(st.integers(1, 5))]
    rows = st.lists(marks, min_size=len(rubric.criteria), max_size=len(rubric.criteria))
    return project(rubric, {name: draw(rows) for name in names})


def only(assessment: Assessment, order: Sequence[int]) -> Assessment:
    """Return the assessment with some of its vendors, in another order."""
    chosen, sheet = list(order), assessment.scores
    return Assessment(
        rounds=assessment.rounds,
        vendors=tuple(assessment.vendors[i] for i in chosen),
        evaluators=assessment.evaluators,
        scores_by_round={
            "selection": ScoreArrays(
                values=sheet.values[:, chosen],
                states=sheet.states[:, chosen],
                evidence=sheet.evidence[:, chosen],
                agreed=sheet.agreed[chosen],
                agreed_excused=sheet.agreed_excused[chosen],
            )
        },
    )


def with_rubric(assessment: Assessment, rubric: Rubric) -> Assessment:
    """Return an assessment with another rubric in the round that is being decided."""
    now = assessment.round
    rounds = [replace(now, rubric=rubric) if each is now else each for each in assessment.rounds]
    return replace(assessment, rounds=tuple(rounds))
