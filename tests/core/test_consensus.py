from __future__ import annotations

import math
import statistics
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.score_examples import NA, Mark, criterion, dimension, flat, project
from vendorcompare.core.assessment import Assessment, Evaluator
from vendorcompare.core.consensus import agree, unheard, votes
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Measure, Rubric
from vendorcompare.core.scores import Evidence, State

UNKNOWN, SCORED, EXCUSED = State.UNKNOWN, State.SCORED, State.NOT_APPLICABLE


def opinions(*marks: Mark) -> list[dict[str, list[Mark]]]:
    """Make a sheet for each evaluator's mark of the same cell."""
    return [{"a": [mark]} for mark in marks]


def test_one_evaluator_is_taken_at_their_word() -> None:
    agreed = agree(project(flat(1, 1, 1), {"a": [4, None, NA]}))
    assert agreed.values[0, 0] == 4
    assert np.isnan(agreed.values[0, 1:]).all()
    assert agreed.states.tolist() == [[SCORED, UNKNOWN, EXCUSED]]


def test_the_weighted_mean_of_those_who_scored() -> None:
    # (2·2 + 5·1) / 3, the third evaluator having said nothing
    agreed = agree(project(flat(1), *opinions(2, 5, None), voices=(2, 1, 7)))
    assert agreed.values[0, 0] == pytest.approx(3)


def test_the_agreed_score_outweighs_the_mean() -> None:
    rubric = flat(1, 1)
    agreed = agree(project(rubric, {"a": [2, NA]}, agreed={("a", "c1"): 5, ("a", "c2"): 3}))
    assert agreed.values.tolist() == [[5, 3]]
    assert agreed.states.tolist() == [[SCORED, SCORED]]


def test_a_score_outweighs_that_it_does_not_apply() -> None:
    assert agree(project(flat(1), *opinions(NA, 3))).states.tolist() == [[SCORED]]
    assert agree(project(flat(1), *opinions(None, NA))).states.tolist() == [[EXCUSED]]


def test_an_evaluator_without_weight_is_not_heard() -> None:
    agreed = agree(project(flat(1), *opinions(1, 5), voices=(0, 1)))
    assert agreed.values[0, 0] == 5
    assert not agreed.divided.any()
    alone = agree(project(flat(1), *opinions(4), voices=(0,)))
    assert alone.states.tolist() == [[UNKNOWN]]


@pytest.mark.parametrize("weight", [-1, math.nan, math.inf])
def test_a_weight_that_is_none(weight: float) -> None:
    with pytest.raises(InputError, match="E0"):
        agree(project(flat(1), *opinions(4), voices=(weight,)))


def test_the_strongest_evidence_counts() -> None:
    assessment = project(flat(1), *opinions(3, 4, None), evidence=Evidence.DOCUMENTED)
    assessment.scores.evidence[:, 0, 0] = [Evidence.CLAIMED, Evidence.DOCUMENTED, Evidence.TESTED]
    assert agree(assessment).evidence.tolist() == [[Evidence.DOCUMENTED]]


@pytest.mark.parametrize(
    ("marks", "spread", "divided"),
    [
        ((3,), None, False),
        ((3, 3), 0, False),
        ((3, 4), 0.5, False),
        ((3, 4.3), 0.65, True),
        ((3, 5), 1, True),
        ((3, 4, 5), math.sqrt(2 / 3), True),
    ],
)
def test_where_evaluators_are_divided(
    marks: tuple[float, ...], spread: float | None, divided: bool
) -> None:
    agreed = agree(project(flat(1), *opinions(*marks)))
    assert agreed.spread[0, 0] == pytest.approx(math.nan if spread is None else spread, nan_ok=True)
    assert agreed.divided.tolist() == [[divided]]


def test_any_disagreement_on_a_yes_or_no_divides() -> None:
    yes = [1] * 9
    assert not agree(project(flat(1, measure=Measure.BOOLEAN), *opinions(*yes))).divided.any()
    mixed = agree(project(flat(1, measure=Measure.BOOLEAN), *opinions(*yes, 0)))
    assert mixed.divided.all()


def test_figures_have_no_step_to_be_divided_by() -> None:
    assert not agree(project(flat(1, measure=Measure.DURATION), *opinions(2, 200))).divided.any()


def test_an_answer_in_words_is_an_answer() -> None:
    rubric = Rubric((dimension("d1", criterion(measure=Measure.TEXT)),))
    assessment = project(rubric, {"a": [1]})
    assessment.scores.values[:] = np.nan
    agreed = agree(assessment)
    assert agreed.states.tolist() == [[SCORED]]
    assert np.isnan(agreed.values).all()


def test_a_score_without_a_figure_is_none() -> None:
    assessment = project(flat(1), {"a": [4]})
    assessment.scores.values[:] = np.nan
    assert agree(assessment).states.tolist() == [[UNKNOWN]]


def test_nobody_to_ask() -> None:
    agreed = agree(project(flat(1), {"a": [3]}, {"a": [4]}, voices=(0, 0)))
    assert agreed.values.shape == (1, 1)
    assert agreed.states.tolist() == [[UNKNOWN]]


@pytest.mark.parametrize("mark", [56.8, 0.1, 94.9])
def test_who_agrees_is_not_a_rounding_error_apart(mark: float) -> None:
    agreed = agree(project(flat(1), *opinions(mark, mark, mark)))
    assert (agreed.values[0, 0], agreed.spread[0, 0]) == (mark, 0)


@given(
    st.lists(st.tuples(st.floats(1, 5), st.floats(0.01, 100)), min_size=1, max_size=6),
)
def test_mean_and_spread_are_those_of_the_standard_library(
    scored: list[tuple[float, float]],
) -> None:
    marks, voices = zip(*scored, strict=True)
    agreed = agree(project(flat(1), *opinions(*marks), voices=voices))
    assert agreed.values[0, 0] == pytest.approx(statistics.fmean(marks, voices))
    assert min(marks) <= agreed.values[0, 0] <= max(marks)
    if len(marks) > 1:
        assert agreed.spread[0, 0] == pytest.approx(statistics.pstdev(marks), abs=1e-9)


def signed_by(names: str, *marks: Mark, measure: Measure = Measure.RATING) -> Assessment:
    """Make the assessment of one cell; "-" stands for the evaluator whom nobody named."""
    made = project(Rubric((dimension("d1", criterion("c1", measure)),)), *opinions(*marks))
    keys = ["" if name == "-" else name for name in names]
    return replace(made, evaluators=tuple(Evaluator(key, key.upper()) for key in keys))


def test_a_score_that_nobody_signed_is_no_voice_beside_those_of_people() -> None:
    # with the unsigned 1 as a fourth voice the mean would be 4
    agreed = agree(signed_by("-xyz", 1, 5, 5, 5))
    assert agreed.values.tolist() == [[5]]
    assert not agreed.divided.any()
    assert unheard(signed_by("-xyz", 1, 5, 5, 5)).tolist() == [[True]]


@pytest.mark.parametrize(("names", "marks"), [("-", (4,)), ("-x", (4, None)), ("x-", (None, 4))])
def test_an_unsigned_score_counts_where_nobody_signed_one(
    names: str, marks: tuple[Mark, ...]
) -> None:
    assert agree(signed_by(names, *marks)).values.tolist() == [[4]]
    assert not unheard(signed_by(names, *marks)).any()


def test_who_says_that_something_does_not_apply_has_answered() -> None:
    agreed = agree(signed_by("-x", 4, NA))
    assert np.isnan(agreed.values).all()
    assert agreed.states.tolist() == [[EXCUSED]]
    assert agreed.evidence.tolist() == [[0]]


def test_votes_are_counted_where_a_mean_would_say_nothing() -> None:
    given = signed_by("-xyz", 0, 1, 1, 0, measure=Measure.BOOLEAN)
    assert votes(given, "a", "c1") == (2, 1)  # the unsigned no is not heard
    assert agree(given).divided.tolist() == [[True]]


def test_an_agreed_not_applicable_outweighs_every_score() -> None:
    assessment = project(flat(1, 1), {"a": [4, 5]}, {"a": [2, 3]}, agreed={("a", "c1"): NA})
    together = agree(assessment)
    assert together.states[0].tolist() == [State.NOT_APPLICABLE, State.SCORED]
    assert np.isnan(together.values[0, 0])
    assert together.values[0, 1] == 4
