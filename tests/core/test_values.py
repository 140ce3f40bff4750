from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.score_examples import criterion
from vendorcompare.core.errors import UnscorableError
from vendorcompare.core.rubric import Direction, Measure
from vendorcompare.core.values import counts, value_points, values_of

LOWER = Direction.LOWER


@pytest.mark.parametrize(
    ("measure", "raw", "value"),
    [
        (Measure.RATING, [1, 2, 3, 5], [0, 0.25, 0.5, 1]),
        (Measure.PERCENTAGE, [0, 37, 100], [0, 0.37, 1]),
        (Measure.BOOLEAN, [0, 1], [0, 1]),
    ],
)
def test_a_measure_has_its_own_function(
    measure: Measure, raw: list[float], value: list[float]
) -> None:
    own = criterion(measure=measure)
    turned = criterion(measure=measure, direction=LOWER)
    assert values_of(own, np.array(raw)) == pytest.approx(value)
    assert values_of(turned, np.array(raw)) == pytest.approx([1 - v for v in value])


def test_a_rating_uses_its_scale() -> None:
    ten = criterion(scale=(0, 10))
    assert values_of(ten, np.array([0.0, 7.0, 10.0])) == pytest.approx([0, 0.7, 1])


def test_scores_beyond_the_ends_are_clipped_and_blanks_stay_blank() -> None:
    values = values_of(criterion(), np.array([-3.0, 9.0, math.nan]))
    assert values[:2].tolist() == [0, 1]
    assert math.isnan(values[2])


def test_anchors_are_joined_by_straight_lines() -> None:
    # 2 min earns all, 60 min nothing; the middle between them the half
    reply = criterion(measure=Measure.DURATION, direction=LOWER, anchors=((2, 1.0), (60, 0.0)))
    assert values_of(reply, np.array([1.0, 2, 31, 60, 500])) == pytest.approx([1, 1, 0.5, 0, 0])


def test_anchors_with_a_peak_aim_at_a_target() -> None:
    share = criterion(measure=Measure.NUMBER, anchors=((0, 0.0), (4, 1.0), (8, 0.0)))
    assert values_of(share, np.array([1.0, 4.0, 6.0])) == pytest.approx([0.25, 1, 0.5])


def test_anchors_outrank_scale_and_direction() -> None:
    steep = criterion(direction=LOWER, anchors=((1, 0.0), (3, 0.1), (5, 1.0)))
    assert value_points(steep) == ((1, 0.0), (3, 0.1), (5, 1.0))
    assert values_of(steep, np.array([4.0])) == pytest.approx([0.55])


@pytest.mark.parametrize("measure", [Measure.NUMBER, Measure.DURATION, Measure.MONEY])
def test_a_bare_figure_is_worth_nothing_yet(measure: Measure) -> None:
    with pytest.raises(UnscorableError, match="Name of c1") as caught:
        value_points(criterion(measure=measure))
    assert "100" in caught.value.hint


def test_words_never_count() -> None:
    words = criterion(measure=Measure.TEXT, anchors=((0, 0.0), (1, 1.0)))
    assert not counts(words)
    assert counts(criterion())
    with pytest.raises(UnscorableError, match="words"):
        value_points(words)


@pytest.mark.parametrize(
    ("anchors", "reason"),
    [
        (((1, 0.0),), "only one"),
        (((1, 0.0), (math.nan, 1.0)), "missing"),
        (((5, 0.0), (1, 1.0)), "ascend"),
        (((1, 0.0), (1, 1.0)), "ascend"),
        (((1, 0.0), (5, 100.0)), "between 0 and 1"),
        (((1, 0.0), (5, 1.01)), "between 0 and 1"),
        (((1, -0.01), (5, 1.0)), "between 0 and 1"),
        (((1, math.nan), (5, 1.0)), "between 0 and 1"),
    ],
)
def test_anchors_that_make_no_function(
    anchors: tuple[tuple[float, float], ...], reason: str
) -> None:
    with pytest.raises(UnscorableError, match=reason):
        value_points(criterion(anchors=anchors))


@pytest.mark.parametrize("scale", [(5, 1), (3, 3), (1, math.inf)])
def test_a_scale_must_ascend(scale: tuple[float, float]) -> None:
    with pytest.raises(UnscorableError, match=r'^The scale of "Name of c1" does not ascend\.$'):
        value_points(criterion(scale=scale))


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=6, unique=True),
    st.data(),
    st.floats(allow_nan=False, allow_infinity=False),
)
def test_a_value_is_a_fraction(figures: list[float], data: st.DataObject, raw: float) -> None:
    values = data.draw(st.lists(st.floats(0, 1), min_size=len(figures), max_size=len(figures)))
    anchors = tuple(zip(sorted(figures), values, strict=True))
    value = values_of(criterion(anchors=anchors), np.array([raw]))[0]
    assert min(values) - 1e-12 <= value <= max(values) + 1e-12
