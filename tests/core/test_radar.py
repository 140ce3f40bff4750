from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcompare.core.radar import (
    HOLLOW_RADIUS,
    Point,
    axis_angles,
    axis_points,
    best_of,
    breaches,
    grid,
    label_anchor,
    polygon,
    rings,
    small_multiples,
)

NAN = math.nan
scores = st.lists(st.floats(0, 1) | st.just(NAN), min_size=3, max_size=12)


def near(point: Point) -> object:
    return pytest.approx(point, abs=1e-12)


def test_axes_start_at_twelve_and_go_clockwise() -> None:
    assert list(axis_points(4)) == [near((0, 1)), near((1, 0)), near((0, -1)), near((-1, 0))]
    half = math.sqrt(3) / 2  # an equilateral triangle on its base
    assert list(axis_points(3)) == [near((0, 1)), near((half, -0.5)), near((-half, -0.5))]


@given(st.integers(1, 30), st.floats(0.1, 2))
def test_axes_are_evenly_spaced_on_their_circle(n: int, radius: float) -> None:
    points = axis_points(n, radius)
    assert len(points) == n
    for i, (x, y) in enumerate(points):
        assert math.hypot(x, y) == pytest.approx(radius)
        clockwise_from_noon = math.atan2(x, y) % (2 * math.pi)
        turned = clockwise_from_noon - 2 * math.pi * i / n
        assert math.cos(turned) == pytest.approx(1)


def test_a_grid_line_is_closed() -> None:
    assert grid(5, 0.4) == (*axis_points(5, 0.4), axis_points(5, 0.4)[0])


def test_rings_are_labelled_on_the_scale_to_one_hundred() -> None:
    assert [(ring.radius, ring.label) for ring in rings(4)] == [
        (0.25, "25"), (0.5, "50"), (0.75, "75"), (1.0, "100"),
    ]  # fmt: skip


def test_a_complete_shape_is_one_closed_line() -> None:
    shape = polygon([1, 0.5, 0, 0.25])
    assert shape.complete
    assert [list(line) for line in shape.segments] == [
        [near((0, 1)), near((0.5, 0)), near((0, 0)), near((-0.25, 0)), near((0, 1))]
    ]
    assert [axis for axis, _ in shape.markers] == [0, 1, 2, 3]
    assert shape.hollow == ()


def test_the_line_breaks_at_a_missing_score_and_runs_on_over_the_top() -> None:
    shape = polygon([1, 1, NAN, 1])
    assert not shape.complete
    (line,) = shape.segments
    assert list(line) == [near((-1, 0)), near((0, 1)), near((1, 0))]
    assert [(axis, near(point)) for axis, point in shape.hollow] == [(2, (0, -HOLLOW_RADIUS))]


def test_a_score_between_two_missing_ones_is_a_marker_without_line() -> None:
    shape = polygon([NAN, 1, NAN, 0.5, 0.5, NAN])
    assert [axis for axis, _ in shape.markers] == [1, 3, 4]
    assert [len(line) for line in shape.segments] == [2]


def test_nothing_scored_is_nothing_drawn() -> None:
    shape = polygon([NAN, NAN, NAN])
    assert (shape.segments, shape.markers, shape.complete) == ((), (), False)
    assert len(shape.hollow) == 3
    assert polygon([]).segments == ()


def test_scores_outside_the_scale_stay_on_it() -> None:
    shape = polygon([2, -1, math.inf])
    assert [math.hypot(*point) for _, point in shape.markers] == pytest.approx([1, 0, 1])


def test_missing_scores_of_several_vendors_do_not_cover_each_other() -> None:
    places = [polygon([NAN, 1, 1], slot=slot).hollow[0][1] for slot in range(3)]
    assert len(set(places)) == 3
    assert all(math.hypot(*place) > 1 for place in places)


@given(scores)
def test_every_score_lies_on_its_axis_at_its_radius(values: list[float]) -> None:
    shape = polygon(values)
    angles = axis_angles(len(values))
    for axis, (x, y) in shape.markers:
        assert (x, y) == near(
            (values[axis] * math.cos(angles[axis]), values[axis] * math.sin(angles[axis]))
        )


@given(scores)
def test_a_missing_score_is_never_drawn_on_the_scale(values: list[float]) -> None:
    shape = polygon(values)
    missing = {i for i, value in enumerate(values) if math.isnan(value)}
    assert {axis for axis, _ in shape.hollow} == missing
    assert {axis for axis, _ in shape.markers} == set(range(len(values))) - missing
    assert all(math.hypot(*point) > 1 for _, point in shape.hollow)
    drawn = {point for line in shape.segments for point in line}
    assert drawn <= {point for _, point in shape.markers}
    assert not any(math.isnan(number) for point in drawn for number in point)


@given(scores)
def test_every_pair_of_scored_neighbours_is_joined_and_no_other(values: list[float]) -> None:
    shape = polygon(values)
    n = len(values)
    wanted = sum(not math.isnan(values[i] + values[(i + 1) % n]) for i in range(n))
    assert sum(len(line) - 1 for line in shape.segments) == wanted
    assert shape.complete == (wanted == n)


@pytest.mark.parametrize(
    ("hour", "anchor"), [(12, (0.5, 1)), (3, (0, 0.5)), (6, (0.5, 0)), (9, (1, 0.5))]
)
def test_a_label_lies_outside_its_axis(hour: int, anchor: Point) -> None:
    assert label_anchor(math.radians(90 - 30 * hour)) == near(anchor)


@pytest.mark.parametrize(
    ("vendors", "charts"),
    [(0, ()), (1, ((0,),)), (3, ((0, 1, 2),)), (4, ((0,), (1,), (2,), (3,)))],
)
def test_at_most_three_vendors_share_a_chart(
    vendors: int, charts: tuple[tuple[int, ...], ...]
) -> None:
    assert small_multiples(vendors) == charts


def test_the_best_of_the_group_ignores_what_is_missing() -> None:
    values = np.array([[0.1, NAN, NAN], [0.9, 0.2, NAN]])
    assert best_of(values) == pytest.approx([0.9, 0.2, NAN], nan_ok=True)
    assert best_of(np.empty((0, 2))) == pytest.approx([NAN, NAN], nan_ok=True)


def test_only_a_score_below_the_target_breaks_it() -> None:
    assert breaches([0.2, 0.5, NAN, 0.9], [0.5, 0.5, 0.5, NAN]) == (0,)
