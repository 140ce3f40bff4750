from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.score_examples import (
    MARKS,
    NA,
    Marks,
    criterion,
    dimension,
    flat,
    only,
    project,
    projects,
    rubrics,
    with_rubric,
)
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.ranking import Standing, competition_ranks, evaluate, prepare
from vendorcompare.core.rounds import WeightSet
from vendorcompare.core.rubric import Measure, MustHave, Rubric
from vendorcompare.core.scores import Evidence
from vendorcompare.core.scoring import Missing

LICENCE = criterion("licence", Measure.BOOLEAN, must_have=MustHave())
RUBRIC = Rubric(
    (
        dimension("d1", LICENCE, criterion("c1", weight=3), weight=1),
        dimension("d2", criterion("c2"), weight=1),
    )
)
ASSESSMENT = project(
    RUBRIC,
    {
        "blank": [None, None, None],
        "banned": [0, 5, 5],
        "weak": [1, 1, 2],
        "strong": [None, 5, 4],
    },
    weight_sets=(WeightSet("second", {"d1": 0}),),
)


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        ([], ()),
        ([50.0], (1,)),
        ([10.0, 30.0, 30.0, 40.0], (4, 2, 2, 1)),
        ([0.0, 0.0, 0.0], (1, 1, 1)),
        ([7.0, float("nan"), 9.0], (2, None, 1)),
        ([80.0, 80.0 * (1 - 1e-10), 80.0 * (1 - 1e-8)], (1, 1, 3)),
        # a chain: each is a hair below the one before, but the last is not that near the first
        ([80.0, 80.0 * (1 - 0.7e-9), 80.0 * (1 - 1.4e-9)], (1, 1, 3)),
    ],
)
def test_competition_ranks(scores: list[float], ranks: tuple[int | None, ...]) -> None:
    assert competition_ranks(np.array(scores, np.float64), [True] * len(scores)) == ranks


def test_who_is_not_eligible_takes_no_rank() -> None:
    assert competition_ranks(np.array([9.0, 8.0, 7.0]), [False, True, True]) == (None, 1, 2)


def test_the_example_of_triantaphyllou_ends_in_a_tie() -> None:
    # Wikipedia, "Weighted sum model": 21.50, 22.00 and 22.00
    rubric = flat(0.20, 0.15, 0.40, 0.25, measure=Measure.PERCENTAGE)
    marks = {"a1": [25, 20, 15, 30], "a2": [10, 30, 20, 30], "a3": [30, 10, 30, 10]}
    found = evaluate(project(rubric, marks))
    assert found.ranks == (3, 1, 1)
    assert [row.vendor for row in found.rows] == ["a2", "a3", "a1"]


def test_ranked_then_blank_then_excluded() -> None:
    found = evaluate(ASSESSMENT)
    assert [(row.vendor, row.rank) for row in found.rows] == [
        ("strong", 1),
        ("weak", 2),
        ("blank", None),
        ("banned", None),
    ]
    assert found.order == (3, 2, 0, 1)


def test_the_blank_come_before_the_excluded_however_they_were_entered() -> None:
    marks: Marks = {
        "banned": [0, 5, 5],
        "blank": [None, None, None],
        "best": [1, 5, 5],
        "barred": [0, 1, 1],
    }
    found = evaluate(project(RUBRIC, marks))
    assert [row.vendor for row in found.rows] == ["best", "blank", "banned", "barred"]


def test_a_standing() -> None:
    # d1: c1 = 1 of weight 3, the licence of weight 1 unknown; d2: 0.75; each with half the weight
    row = evaluate(ASSESSMENT).standing("strong")
    scored = 0.5 * 0.75 + 0.5
    earned = 0.5 * 0.75 * 1 + 0.5 * 0.75
    assert row.name == "Strong"
    assert row.score == pytest.approx(100 * earned / scored)
    assert row.low == pytest.approx(100 * earned)
    assert row.high == pytest.approx(100 * (earned + 0.125))
    assert row.coverage == pytest.approx(scored)
    assert row.tested_share == 0
    assert row.undecided == ("licence",)
    assert row.excluded_by == ()
    assert dict(row.dimensions) == {"d1": pytest.approx(100), "d2": pytest.approx(75)}
    assert sum(row.contributions.values()) == pytest.approx(row.score)


def test_an_excluded_vendor_keeps_its_score() -> None:
    row = evaluate(ASSESSMENT).standing("banned")
    assert (row.rank, row.excluded_by) == (None, ("licence",))
    assert row.score == pytest.approx(100 * (0.5 * 0.75 + 0.5))


def test_a_blank_vendor_has_no_score_but_limits() -> None:
    row = evaluate(ASSESSMENT).standing("blank")
    assert (row.score, row.low, row.high) == (None, 0, 100)
    assert dict(row.dimensions) == {"d1": None, "d2": None}
    assert dict(row.contributions) == {"d1": 0, "d2": 0}
    assert repr(row.contributions) == "{'d1': 0.0, 'd2': 0.0}"


def test_a_vendor_to_whom_nothing_applies_has_no_limits() -> None:
    row = evaluate(project(flat(1), {"a": [NA]})).rows[0]
    assert row[2:7] == (None, None, None, None, 0)


def test_figures_are_plain_numbers() -> None:
    found = evaluate(ASSESSMENT)
    rows = [[dict(f) if isinstance(f, Mapping) else f for f in row] for row in found.rows]
    text = json.dumps([rows, found.weights, found.dimension_weights])
    assert "NaN" not in text


def test_weights_by_name_and_by_hand() -> None:
    found = evaluate(ASSESSMENT, weights="second")
    assert found.dimension_weights == {"d1": 0, "d2": 1}
    assert found.weights == {"licence": 0, "c1": 0, "c2": 1}
    assert found.standing("strong").score == pytest.approx(75)
    assert found.standing("strong").dimensions["d1"] == pytest.approx(100)
    both = evaluate(ASSESSMENT, weights="second", overrides={"d1": 3})
    assert both.dimension_weights == pytest.approx({"d1": 0.75, "d2": 0.25})
    with pytest.raises(InputError, match="third"):
        evaluate(ASSESSMENT, weights="third")


def test_gaps_can_be_filled() -> None:
    found = evaluate(ASSESSMENT, missing=Missing.WORST)
    assert found.missing is Missing.WORST
    assert np.array_equal(found.scores, found.lows, equal_nan=True)
    assert found.standing("blank").rank == 3


def test_one_preparation_serves_many_weights() -> None:
    prepared = prepare(ASSESSMENT)
    for overrides in ({}, {"d1": 4}, {"c2": 0, "d2": 1, "d1": 1}):
        live, fresh = prepared.evaluate(overrides), evaluate(ASSESSMENT, overrides=overrides)
        assert live.rows == fresh.rows


def test_a_weight_that_falls_on_a_bare_figure() -> None:
    bare = criterion("bare", Measure.MONEY, weight=0)
    prepared = prepare(project(Rubric((dimension("d1", criterion(), bare),)), {"a": [3, 9]}))
    assert prepared.evaluate().scores.tolist() == [50]
    found = prepared.evaluate({"bare": 1})
    assert found.scores.tolist() == [50]  # as if the figure were not there
    assert found.coverage.tolist() == [0.5]
    assert ["Name of bare" in error.message for error in found.problems.values()] == [True]
    assert list(found.problems) == ["bare"]


def test_an_empty_assessment() -> None:
    found = evaluate(Assessment())
    assert found.rows == ()
    assert found.weights == {}


def scores_of(assessment: Assessment) -> dict[str, float | None]:
    return {row.vendor: row.score for row in evaluate(assessment).rows}


def same(left: dict[str, float | None], right: dict[str, float | None]) -> bool:
    return left.keys() == right.keys() and all(
        (left[key] is None) == (right[key] is None)
        and (left[key] or 0) == pytest.approx(right[key] or 0)
        for key in left
    )


@given(projects(), st.data())
def test_order_of_entry_and_presence_of_others_change_no_score(
    assessment: Assessment, data: st.DataObject
) -> None:
    everybody = range(len(assessment.vendors))
    order = data.draw(st.permutations(everybody))
    alone = scores_of(only(assessment, order[:1]))
    whole = scores_of(assessment)
    assert same(scores_of(only(assessment, order)), whole)
    assert same(alone, {key: whole[key] for key in alone})


@given(projects(st.one_of(st.none(), st.integers(1, 5))), st.data())
def test_order_of_entry_changes_no_rank(assessment: Assessment, data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(assessment.vendors))))
    before, after = evaluate(assessment), evaluate(only(assessment, order))
    assert {r.vendor: r.rank for r in before.rows} == {r.vendor: r.rank for r in after.rows}


@given(projects(), st.floats(0.01, 100))
def test_the_unit_of_weights_changes_nothing(assessment: Assessment, factor: float) -> None:
    scaled = tuple(
        replace(
            d,
            weight=d.weight * factor,
            criteria=tuple(replace(c, weight=c.weight * factor) for c in d.criteria),
        )
        for d in assessment.rubric.dimensions
    )
    assert same(scores_of(with_rubric(assessment, Rubric(scaled))), scores_of(assessment))


@st.composite
def rescored(draw: st.DrawFn) -> tuple[Assessment, Assessment]:
    """Draw an assessment of two evaluators, and it with some vendors scored otherwise."""
    rubric = draw(rubrics())
    row = st.lists(MARKS, min_size=len(rubric.criteria), max_size=len(rubric.criteria))
    names = "abcd"[: draw(st.integers(1, 4))]
    first, second = ({name: draw(row) for name in names} for _evaluator in range(2))
    changed = [name for name in names if draw(st.booleans())]
    key = rubric.criteria[0].key
    agreed = {(name, key): draw(MARKS) for name in changed}
    before = project(rubric, first, second, voices=(1, draw(st.sampled_from([0.0, 2.0]))))
    again = project(
        rubric, first, {**second, **{name: draw(row) for name in changed}}, agreed=agreed
    )
    return before, replace(before, scores_by_round=again.scores_by_round)


@given(rescored())
def test_what_was_prepared_is_renewed_as_if_it_were_prepared_anew(
    pair: tuple[Assessment, Assessment],
) -> None:
    before, after = pair
    renewed, anew = prepare(before).renewed(after), prepare(after)
    assert renewed.assessment is after
    for part in ("values", "states", "evidence", "spread", "divided"):
        np.testing.assert_array_equal(getattr(renewed.agreed, part), getattr(anew.agreed, part))
    for part in ("values", "scored", "applicable", "tested"):
        np.testing.assert_array_equal(getattr(renewed.table, part), getattr(anew.table, part))
    np.testing.assert_array_equal(renewed.must_haves.codes, anew.must_haves.codes)
    np.testing.assert_array_equal(renewed.apart, anew.apart)
    assert renewed.evaluate().rows == anew.evaluate().rows


def test_a_grade_of_evidence_or_an_excuse_alone_renews_its_vendor() -> None:
    rubric = flat(1, 1)
    marks: Marks = {"a": [4, 5], "b": [3, None]}
    before = project(rubric, marks, evidence=Evidence.CLAIMED)
    seen = replace(
        before, scores_by_round=project(rubric, marks, evidence=Evidence.TESTED).scores_by_round
    )
    excused = replace(
        before, scores_by_round=project(rubric, {**marks, "b": [3, NA]}).scores_by_round
    )
    assert prepare(before).renewed(seen).evaluate().tested_share.tolist() == [1, 1]
    assert prepare(before).renewed(excused).evaluate().coverage.tolist() == [1, 1]


def test_what_depends_on_the_rubric_alone_is_kept_while_it_is_the_same() -> None:
    prepared = prepare(ASSESSMENT)
    assert prepared.renewed(replace(ASSESSMENT, note="other")).tree is prepared.tree
    other = with_rubric(ASSESSMENT, Rubric(RUBRIC.dimensions))
    assert prepared.renewed(other).tree.rubric is other.rubric


@given(projects())
def test_ranks_follow_the_scores(assessment: Assessment) -> None:
    rows = [row for row in evaluate(assessment).rows if row.rank is not None]
    assert [row.rank for row in rows[:1]] in ([], [1])
    for place, row in enumerate(rows, start=1):
        assert row.rank is not None
        assert 1 <= row.rank <= place
        assert row.rank == place or _tied(rows[place - 2], row)
        better = sum((r.score or 0) > (row.score or 0) * (1 + 2e-9) for r in rows)
        assert row.rank > better


def _tied(left: Standing, right: Standing) -> bool:
    return left.rank == right.rank and left.score == pytest.approx(right.score, rel=2e-9)
