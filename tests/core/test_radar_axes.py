from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcompare.core.radar import axis_labels, choose_axes, wrap_label
from vendorcompare.core.rubric import Dimension
from vendorcompare.core.text import Text

NAN = math.nan

#: Nine dimensions: three of group A, five of B and one of its own, not in one block.
GROUPED = ["A", "B", "A", "B", "", "B", "A", "B", "B"]


def dimensions(groups: list[str]) -> list[Dimension]:
    return [
        Dimension(f"d{i}", Text(f"维度{i}", f"Dimension {i}"), group=Text.same(group))
        for i, group in enumerate(groups)
    ]


def some(vendors: int, axes: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.linspace(0, 1, vendors * axes).reshape(vendors, axes)


@pytest.mark.parametrize("n", [3, 5, 8])
def test_three_to_eight_dimensions_are_the_axes(n: int) -> None:
    values = some(2, n)
    axes = choose_axes(dimensions(["A"] * n), values, np.ones(n))
    assert not axes.as_bars
    assert not axes.grouped
    assert axes.keys == tuple(f"d{i}" for i in range(n))
    assert axes.members == tuple((key,) for key in axes.keys)
    assert [label.en for label in axes.labels] == [f"Dimension {i}" for i in range(n)]
    assert np.array_equal(axes.values, values)


def test_two_dimensions_are_bars() -> None:
    assert choose_axes(dimensions(["", ""]), some(2, 2), np.ones(2)).as_bars


def test_nine_dimensions_are_drawn_by_group() -> None:
    values = np.array([[0.1, 0.2, 0.4, 0.4, 0.5, 0.6, 0.9, 0.8, 1.0]])
    weights = np.array([1.0, 1, 2, 1, 7, 1, 1, 1, 1])
    axes = choose_axes(dimensions(GROUPED), values, weights)
    assert axes.grouped
    assert not axes.as_bars
    assert axes.members == (("d0", "d2", "d6"), ("d1", "d3", "d5", "d7", "d8"), ("d4",))
    assert axes.keys == ("d0+d2+d6", "d1+d3+d5+d7+d8", "d4")
    assert [label.zh for label in axes.labels] == ["A", "B", "维度4"]
    # A: (0.1 + 2 × 0.4 + 0.9) ÷ 4; B: (0.2 + 0.4 + 0.6 + 0.8 + 1.0) ÷ 5
    assert axes.values == pytest.approx(np.array([[0.45, 0.6, 0.5]]))


def test_a_group_mean_is_taken_over_what_is_scored() -> None:
    values = np.full((2, 9), NAN)
    values[0, 0], values[0, 6] = 0.2, 0.8
    weights = np.array([3.0, 1, 1, 1, 1, 1, 1, 1, 1])
    axes = choose_axes(dimensions(GROUPED), values, weights)
    # A of the first vendor: (3 × 0.2 + 0.8) ÷ 4
    assert axes.values == pytest.approx(np.array([[0.35, NAN, NAN], [NAN] * 3]), nan_ok=True)


def test_a_group_without_weight_takes_the_plain_mean() -> None:
    values = np.full((1, 9), 0.5)
    values[0, 0], values[0, 2], values[0, 6] = 0.0, 0.3, 0.6
    axes = choose_axes(dimensions(GROUPED), values, np.zeros(9))
    assert axes.values == pytest.approx(np.array([[0.3, 0.5, 0.5]]))


@pytest.mark.parametrize("groups", [[""] * 9, ["A"] * 5 + ["B"] * 5, list("ABCDEFGHI")])
def test_groups_that_make_no_readable_radar_are_bars(groups: list[str]) -> None:
    values = some(2, len(groups))
    axes = choose_axes(dimensions(groups), values, np.ones(len(groups)))
    assert axes.as_bars
    assert not axes.grouped
    assert len(axes.keys) == len(groups)
    assert np.array_equal(axes.values, values)


def test_no_vendor_yet_is_no_trouble() -> None:
    axes = choose_axes(dimensions(GROUPED), np.empty((0, 9)), np.ones(9))
    assert axes.values.shape == (0, 3)


@given(
    st.lists(st.sampled_from(["", "A", "B", "C"]), min_size=9, max_size=15),
    st.integers(0, 2**32 - 1),
)
def test_no_dimension_is_lost_and_no_mean_leaves_its_range(groups: list[str], seed: int) -> None:
    generator = np.random.default_rng(seed)
    values = generator.random((3, len(groups)))
    axes = choose_axes(dimensions(groups), values, generator.random(len(groups)))
    members = [key for keys in axes.members for key in keys]
    assert sorted(members) == sorted(f"d{i}" for i in range(len(groups)))
    for column, keys in enumerate(axes.members):
        of_group = values[:, [int(key[1:]) for key in keys]]
        assert (axes.values[:, column] >= of_group.min(axis=1) - 1e-12).all()
        assert (axes.values[:, column] <= of_group.max(axis=1) + 1e-12).all()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("响应", ["响应"]),
        ("服务响应速度", ["服务响应速度"]),
        ("服务响应速度快慢", ["服务响应", "速度快慢"]),
        ("服务响应速度（快慢）", ["服务响应速", "度（快慢）"]),
        ("专业能力与资质，经验", ["专业能力与", "资质，经验"]),
        ("专业能力与经验，资质", ["专业能力与", "经验，资质"]),
        ("专业能力和经验", ["专业能力", "和经验"]),
        ("Price", ["Price"]),
        ("Service response", ["Service", "response"]),
        ("Cost and value", ["Cost and value"]),
        ("First-reply time", ["First-reply", "time"]),
        ("Professionalism", ["Professionalism"]),
        ("SLA 达标率", ["SLA 达标率"]),
        ("SLA 达标率与透明度", ["SLA 达标率", "与透明度"]),
        ("  Price  ", ["Price"]),
        ("", [""]),
    ],
)
def test_names_break_into_two_short_lines(text: str, lines: list[str]) -> None:
    assert wrap_label(text) == lines


@pytest.mark.parametrize(
    "text",
    [
        "供应商的服务响应速度与解决能力",
        "Communication, transparency and reporting",
        "Donaudampfschifffahrtsgesellschaft",
    ],
)
def test_names_that_are_too_long_do_not_fit(text: str) -> None:
    assert wrap_label(text) == []


def test_a_closing_mark_never_begins_a_line() -> None:
    assert wrap_label("专业能力，与资质", han=5) == ["专业能力，", "与资质"]


def test_long_names_are_numbered_by_the_place_of_their_axis() -> None:
    long = "Communication, transparency and reporting"
    labels = axis_labels(["Price", long, "响应"])
    assert labels.shown == (("Price",), ("2",), ("响应",))
    assert labels.key == ((2, long),)


@given(
    st.text(st.sampled_from("ab1 -/,.（）()，。服务响应速度%"), max_size=40),
    st.integers(2, 10),
    st.integers(2, 20),
)
def test_wrapping_loses_no_character(text: str, han: int, latin: int) -> None:
    lines = wrap_label(text, han, latin, lines=100)
    if lines:
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(line == line.strip() for line in lines)


@given(st.text(max_size=40))
def test_any_text_wraps_or_is_numbered(text: str) -> None:
    labels = axis_labels([text])
    if labels.key:
        assert labels == type(labels)((("1",),), ((1, text),))
    else:
        assert len(labels.shown[0]) <= 2
        assert "".join("".join(labels.shown[0]).split()) == "".join(text.split())
