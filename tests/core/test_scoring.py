from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pymcdm.methods import WSM

from tests.core.score_examples import (
    NA,
    Mark,
    Marks,
    criterion,
    dimension,
    flat,
    project,
    projects,
)
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.consensus import agree
from vendorcompare.core.rubric import Measure, Rubric
from vendorcompare.core.scores import Evidence, Floats
from vendorcompare.core.scoring import Missing, ValueTable, WeightedSum, weighted_sum
from vendorcompare.core.values import ValueFunctions
from vendorcompare.core.weights import WeightTree

NAN = float("nan")


def table_of(assessment: Assessment) -> ValueTable:
    return ValueTable.of(ValueFunctions.of(assessment.rubric.criteria), agree(assessment))


def total(assessment: Assessment, missing: Missing = Missing.RENORMALISE) -> WeightedSum:
    shares = WeightTree(assessment.rubric).shares()
    spans = assessment.rubric.spans
    return weighted_sum(table_of(assessment), shares.criteria, spans, missing, within=shares.within)


def scores(rubric: Rubric, marks: Marks) -> Floats:
    return total(project(rubric, marks)).score


def test_weighted_sum_model_of_triantaphyllou() -> None:
    # Wikipedia, "Weighted sum model", after Triantaphyllou 2000: 21.50, 22.00 and 22.00
    rubric = flat(0.20, 0.15, 0.40, 0.25, measure=Measure.PERCENTAGE)
    marks: Marks = {"a1": [25, 20, 15, 30], "a2": [10, 30, 20, 30], "a3": [30, 10, 30, 10]}
    assert scores(rubric, marks) * 100 == pytest.approx([21.5, 22, 22])


def test_leader_example_of_the_analytic_hierarchy_process() -> None:
    # Wikipedia, "Analytic hierarchy process – leader example": priorities of the candidates
    # under experience, education, charisma, age; Tom .358, Dick .493, Harry .149
    one = ((0.0, 0.0), (1.0, 1.0))
    rubric = flat(0.547, 0.127, 0.270, 0.056, measure=Measure.NUMBER, anchors=one)
    marks: Marks = {
        "tom": [0.217, 0.188, 0.743, 0.265],
        "dick": [0.717, 0.081, 0.194, 0.672],
        "harry": [0.066, 0.731, 0.063, 0.063],
    }
    assert scores(rubric, marks) == pytest.approx([0.358, 0.493, 0.149], abs=0.001)


def test_supplier_exercise_on_a_scale_of_five() -> None:
    # "Calculate the weighted average score for each supplier" (privateessaywriters.com):
    # on time 97 %, 94 %, 88 %; space 11k, 45k, 80k; 3.50, 3.75, 2.55 a unit, read off its
    # bands as below; by hand 2.5, 2.8 and 2.3, of which (mean - 1) / 4 is the value
    marks: Marks = {"s1": [4, 1, 1], "s2": [3, 3, 1], "s3": [1, 4, 2]}
    expected = [(mean - 1) / 4 for mean in (2.5, 2.8, 2.3)]
    assert scores(flat(0.5, 0.4, 0.1), marks) == pytest.approx(expected)


def points(*most: float) -> Rubric:
    """Make a rubric whose criteria earn points up to a number of their own."""
    items = (
        criterion(f"c{i}", Measure.NUMBER, weight=p, anchors=((0, 0.0), (p, 1.0)))
        for i, p in enumerate(most)
    )
    return Rubric((dimension("d1", *items),))


def test_points_earned_of_points_applicable() -> None:
    # GB/T 27922-2011: score = points earned / points of the applicable items × 100; here
    # 36 + 30 + 14 of 40 + 35 + 15, the item worth 10 having been struck out
    result = total(project(points(40, 35, 15, 10), {"a": [36, 30, 14, NA]}))
    assert result.score * 100 == pytest.approx([80 / 90 * 100])
    assert result.coverage.tolist() == [1]
    assert result.low == result.high == result.score


def test_a_blank_leaves_room_where_an_exemption_does_not() -> None:
    rubric = points(40, 35, 15, 10)
    result = total(project(rubric, {"exempt": [36, 30, 14, NA], "blank": [36, 30, 14, None]}))
    assert result.score[0] == pytest.approx(result.score[1])
    assert result.low == pytest.approx([80 / 90, 80 / 100])
    assert result.high == pytest.approx([80 / 90, 90 / 100])
    assert result.coverage == pytest.approx([1, 0.9])


@pytest.mark.parametrize(
    ("missing", "score"),
    [
        (Missing.RENORMALISE, 0.75),
        (Missing.WORST, 0.3),
        (Missing.BEST, 0.9),
        (Missing.NEUTRAL, 0.6),
    ],
)
def test_what_a_blank_stands_for(missing: Missing, score: float) -> None:
    # weight 2 earned 0.75, weight 3 blank, weight 5 does not apply
    result = total(project(flat(2, 3, 5), {"a": [4, None, NA]}), missing)
    assert result.score == pytest.approx([score])
    assert (result.low[0], result.high[0]) == pytest.approx((0.3, 0.9))


@pytest.mark.parametrize("missing", list(Missing))
def test_nothing_applies(missing: Missing) -> None:
    result = total(project(flat(1, 0), {"a": [NA, 5], "b": [5, 5]}), missing)
    assert np.isnan([result.score[0], result.low[0], result.high[0]]).all()
    assert result.coverage.tolist() == [0, 1]
    assert result.contributions.tolist() == [[0], [1]]


def test_nothing_scored() -> None:
    assessment = project(flat(1, 1), {"a": [None, NA]})
    blank = total(assessment)
    assert np.isnan(blank.score).all()
    assert (blank.low[0], blank.high[0], blank.coverage[0]) == (0, 1, 0)
    assert blank.tested_share.tolist() == [0]
    assert total(assessment, Missing.NEUTRAL).score.tolist() == [0.5]


def test_share_that_rests_on_tests() -> None:
    assessment = project(flat(1, 2, 3, 4), {"a": [5, 5, 5, None]})
    assessment.scores.evidence[0, 0] = [
        Evidence.TESTED, Evidence.DOCUMENTED, Evidence.TESTED, Evidence.TESTED
    ]  # fmt: skip
    assert total(assessment).tested_share == pytest.approx([4 / 6])


PARTS = Rubric(
    (
        dimension("d1", criterion("c1", weight=3), criterion("c2"), weight=2),
        dimension("empty", weight=9),
        dimension("d3", criterion("c3"), weight=6),
        dimension("off", criterion("c4"), weight=0),
        dimension("words", criterion("c5", Measure.TEXT)),
    )
)
ROW: list[Mark] = [5, 1, 3, 2, None]


def test_dimensions_and_their_contributions() -> None:
    # d1: (3·1 + 1·0) / 4 with share 2/8, d3: 0.5 with share 6/8
    result = total(project(PARTS, {"a": ROW}))
    assert result.dimensions[0] == pytest.approx([0.75, NAN, 0.5, 0.25, NAN], nan_ok=True)
    assert result.contributions[0] == pytest.approx([0.1875, 0, 0.375, 0, 0])
    assert result.score == pytest.approx([0.5625])


def test_dimensions_from_global_weights_alone() -> None:
    assessment = project(PARTS, {"a": ROW})
    weights = WeightTree(PARTS).shares().criteria
    result = weighted_sum(table_of(assessment), weights, PARTS.spans)
    assert result.dimensions[0] == pytest.approx([0.75, NAN, 0.5, NAN, NAN], nan_ok=True)
    assert result.contributions[0] == pytest.approx([0.1875, 0, 0.375, 0, 0])


def test_a_dimension_that_is_blank_fills_up_too() -> None:
    result = total(project(PARTS, {"a": [None, None, 3, 2, None]}), Missing.NEUTRAL)
    assert result.dimensions[0, :3] == pytest.approx([0.5, NAN, 0.5], nan_ok=True)


def test_a_figure_without_anchors_counts_as_missing() -> None:
    bare = criterion("bare", Measure.MONEY)
    rubric = Rubric((dimension("d1", criterion(), bare),))
    found = total(project(rubric, {"a": [3, 100]}))
    assert (found.score[0], found.coverage[0]) == (0.5, 0.5)
    assert (found.low[0], found.high[0]) == (0.25, 0.75)
    free = criterion("bare", Measure.MONEY, weight=0)
    rubric = Rubric((dimension("d1", criterion(), free),))
    assessment = project(rubric, {"a": [3, 100]})
    assert total(assessment).score.tolist() == [0.5]
    assert total(assessment).coverage.tolist() == [1]


def test_an_empty_assessment() -> None:
    result = total(Assessment())
    assert result.score.shape == (0,)
    assert result.dimensions.shape == result.contributions.shape == (0, 0)
    assert total(project(Rubric(), {"a": []})).score == pytest.approx([NAN], nan_ok=True)


@given(projects(st.floats(1, 5)))
def test_complete_sheets_score_as_in_pymcdm(assessment: Assessment) -> None:
    table, weights = table_of(assessment), WeightTree(assessment.rubric).shares().criteria
    assume(len(assessment.vendors) > 1)
    counting = weights > 0
    oracle = WSM(normalization_function=lambda column, cost=False: column)
    matrix = table.values[:, counting]
    expected = oracle(matrix, weights[counting], np.ones(int(counting.sum())), validation=False)
    assert np.allclose(total(assessment).score, expected)


@given(projects(), st.sampled_from(Missing))
def test_limits_hold_the_score(assessment: Assessment, missing: Missing) -> None:
    result = total(assessment, missing)
    known = ~np.isnan(result.score)
    assert (result.low[known] <= result.score[known]).all()
    assert (result.score[known] <= result.high[known]).all()
    applies = ~np.isnan(result.low)
    assert (result.low[applies] >= 0).all()
    assert (result.high[applies] <= 1).all()
    assert ((result.coverage >= 0) & (result.coverage <= 1)).all()
    assert ((result.tested_share >= 0) & (result.tested_share <= 1)).all()
    assert (result.contributions.sum(axis=1)[known] == pytest.approx(result.score[known])) or (
        not known.any()
    )
    assert not result.contributions[~known].any()


@given(projects())
def test_gaps_at_worst_and_at_best_are_the_limits(assessment: Assessment) -> None:
    result = total(assessment)
    assert np.array_equal(total(assessment, Missing.WORST).score, result.low, equal_nan=True)
    assert np.array_equal(total(assessment, Missing.BEST).score, result.high, equal_nan=True)


@given(projects(), st.sampled_from(Missing))
def test_definition_cell_by_cell(assessment: Assessment, missing: Missing) -> None:
    table, weights = table_of(assessment), WeightTree(assessment.rubric).shares().criteria
    fill = {Missing.WORST: 0.0, Missing.BEST: 1.0, Missing.NEUTRAL: 0.5}.get(missing)
    for vendor, score in enumerate(total(assessment, missing).score.tolist()):
        earned = base = 0.0
        for column, weight in enumerate(weights.tolist()):
            value = table.values[vendor, column]
            if table.scored[vendor, column]:
                earned, base = earned + weight * value, base + weight
            elif table.applicable[vendor, column] and fill is not None:
                earned, base = earned + weight * fill, base + weight
        assert score == pytest.approx(earned / base if base else NAN, nan_ok=True)
