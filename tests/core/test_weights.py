from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.score_examples import criterion, dimension, flat, project, rubrics
from vendorcompare.core.errors import InputError
from vendorcompare.core.rounds import WeightSet
from vendorcompare.core.rubric import Measure, Rubric
from vendorcompare.core.values import counts
from vendorcompare.core.weights import (
    WeightTree,
    named_weights,
)

# Response 3 : Cost 1; within Response 1 : 2, within Cost 5 : 5
TREE = Rubric(
    (
        dimension("d1", criterion("c1"), criterion("c2", weight=2), weight=3),
        dimension("d2", criterion("c3", weight=5), criterion("c4", weight=5)),
    )
)
WORDS = criterion("words", Measure.TEXT, weight=9)


def test_weights_are_normalised_among_siblings() -> None:
    assert WeightTree(TREE).shares().dimensions == pytest.approx([3 / 4, 1 / 4])
    assert WeightTree(TREE).shares().criteria == pytest.approx([1 / 4, 1 / 2, 1 / 8, 1 / 8])


def test_some_weights_replaced() -> None:
    assert WeightTree(TREE).shares({"d2": 9}).dimensions == pytest.approx([1 / 4, 3 / 4])
    changed = WeightTree(TREE).shares({"c1": 6, "d2": 3, "gone": 5}).criteria
    assert changed == pytest.approx([3 / 8, 1 / 8, 1 / 4, 1 / 4])


def test_words_take_no_share() -> None:
    rubric = Rubric((dimension("d1", WORDS, criterion("c1")), dimension("d2", criterion("c2"))))
    assert WeightTree(rubric).shares().criteria == pytest.approx([0, 1 / 2, 1 / 2])


@pytest.mark.parametrize("parts", [(), (WORDS,), (criterion("zero", weight=0),)])
def test_a_dimension_in_which_nothing_counts_takes_no_share(parts: tuple[()]) -> None:
    rubric = Rubric((dimension("d1", *parts, weight=5), dimension("d2", criterion("c2"))))
    assert WeightTree(rubric).shares().dimensions == pytest.approx([0, 1])
    assert WeightTree(rubric).shares().criteria.sum() == pytest.approx(1)


def test_a_dimension_without_weight_keeps_the_weights_within() -> None:
    shares = WeightTree(TREE).shares({"d1": 0})
    assert shares.criteria == pytest.approx([0, 0, 1 / 2, 1 / 2])
    assert shares.within == pytest.approx([1 / 3, 2 / 3, 1 / 2, 1 / 2])


@pytest.mark.parametrize("rubric", [Rubric(), Rubric((dimension("d1", WORDS),))])
def test_nothing_can_count(rubric: Rubric) -> None:
    assert WeightTree(rubric).shares().criteria.tolist() == [0.0] * len(rubric.criteria)
    assert WeightTree(rubric).shares().dimensions.tolist() == [0.0] * len(rubric.dimensions)


@pytest.mark.parametrize("overrides", [{"d1": 0, "d2": 0}, dict.fromkeys(TREE.position, 0)])
def test_all_weights_zero(overrides: dict[str, float]) -> None:
    shares = WeightTree(TREE).shares(overrides)
    assert not shares.criteria.any()
    assert not np.isnan(shares.within).any()


@pytest.mark.parametrize("weight", [-0.1, math.nan, math.inf])
@pytest.mark.parametrize("key", ["c3", "d2"])
def test_a_weight_that_is_none(key: str, weight: float) -> None:
    with pytest.raises(InputError, match=f"Name of {key}"):
        WeightTree(TREE).shares({key: weight})


def test_enormous_weights_do_not_overflow() -> None:
    assert WeightTree(flat(1e308, 1e308, 1e308)).shares().criteria == pytest.approx([1 / 3] * 3)


def test_named_weights() -> None:
    sets = (WeightSet("accountant", {"d1": 5}), WeightSet("owner", {}))
    assessment = project(TREE, {"a": [1, 2, 3, 4]}, weight_sets=sets)
    assert named_weights(assessment, "default") == {}
    assert named_weights(assessment, "accountant") == {"d1": 5}
    with pytest.raises(InputError, match="boss") as caught:
        named_weights(assessment, "boss")
    assert "default, accountant, owner" in caught.value.hint


@given(rubrics(), st.floats(1e-6, 1e6))
def test_shares_are_shares(rubric: Rubric, factor: float) -> None:
    shares = WeightTree(rubric).shares().criteria
    assert (shares >= 0).all()
    assert shares.sum() == pytest.approx(1)
    for share, part in zip(WeightTree(rubric).shares().dimensions, rubric.spans, strict=True):
        assert shares[part].sum() == pytest.approx(share)
    for share, item in zip(shares, rubric.criteria, strict=True):
        assert share == 0 or counts(item)
    scaled = {d.key: d.weight * factor for d in rubric.dimensions}
    scaled |= {c.key: c.weight * factor for c in rubric.criteria}
    assert np.allclose(WeightTree(rubric).shares(scaled).criteria, shares)
