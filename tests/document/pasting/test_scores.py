"""Tables of scores with their heads."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.score_examples import with_rubric
from vendorcompare.core.assessment import Assessment, Vendor
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Dimension, Rubric
from vendorcompare.core.text import Text
from vendorcompare.document.pasting.scores import Area, place_scores

GIVEN = with_rubric(
    Assessment(vendors=(Vendor("a", "诚信（深圳）"), Vendor("b", "Beta"))),
    Rubric(
        (Dimension("d", Text.same("d"), criteria=(
            Criterion("x", Text("态度", "Courtesy")), Criterion("y", Text("清晰", "Clarity")),
        )),)
    ),
)  # fmt: skip
AREA = Area(("x", "y"), ("a", "b"))


@pytest.mark.parametrize(
    "rows",
    [
        [["", "Beta", "诚信(深圳)"], ["态度", "1", "2"], ["清晰", "3", "4"]],
        [["指标", "诚信 （深圳）", "beta"], ["Clarity", "4", "3"], ["COURTESY", "2", "1"]],
        [["", "态度", "清晰（1-5）"], ["Beta", "1", "3"], ["诚信（深圳）", "2", "4"]],
        [
            ["评分表", "", "", ""],
            ["序号", "指标", "Beta", "诚信（深圳）"],
            ["1", "态度", "1", "2"],
            ["2", "清晰", "3", "4"],
        ],
        [
            ["维度", "指标", "Beta", "诚信（深圳）"],
            ["服务", "", "", ""],
            ["服务", "态度", "1", "2"],
            ["", "清晰", "3", "4"],
        ],
    ],
)
def test_cells_go_where_their_heads_say(rows: list[list[str]]) -> None:
    assert place_scores(GIVEN, rows, AREA) == {
        ("b", "x"): "1", ("a", "x"): "2", ("b", "y"): "3", ("a", "y"): "4",
    }  # fmt: skip


def test_one_kind_of_heads_is_enough() -> None:
    head = [["Beta", "诚信（深圳）"], ["1", "2"], ["3", "4"]]
    assert place_scores(GIVEN, head, AREA) == {
        ("b", "x"): "1", ("a", "x"): "2", ("b", "y"): "3", ("a", "y"): "4",
    }  # fmt: skip
    names = [["清晰", "4", "3"], ["态度", "2", "1"]]
    assert place_scores(GIVEN, names, AREA) == {
        ("a", "y"): "4", ("b", "y"): "3", ("a", "x"): "2", ("b", "x"): "1",
    }  # fmt: skip


def test_a_no_among_scores_is_no_counting_column() -> None:
    assert place_scores(GIVEN, [["态度", "no", "1"]], AREA) == {("a", "x"): "no", ("b", "x"): "1"}


def test_scores_alone_have_no_heads() -> None:
    assert place_scores(GIVEN, [["1", "2"], ["3", "four"]], AREA) is None


@pytest.mark.parametrize(
    ("rows", "name"),
    [
        ([["", "Beta", "Gamma"], ["态度", "1", "2"]], "Gamma"),
        ([["", "Beta"], ["态度", "1"], ["价格", "5"]], "价格"),
        ([["指标", "甲公司", "乙公司"], ["礼貌", "1", "2"]], "指标"),
        ([["礼貌", "1"], ["耐心", "2"]], "礼貌"),
    ],
)
def test_heads_that_are_not_known_refuse_the_whole_block(rows: list[list[str]], name: str) -> None:
    with pytest.raises(InputError, match=name):
        place_scores(GIVEN, rows, AREA)


def test_a_heading_over_empty_cells_does_no_harm() -> None:
    rows = [["", "Beta"], ["沟通", ""], ["态度", "2"]]
    assert place_scores(GIVEN, rows, AREA) == {("b", "x"): "2"}


@pytest.mark.parametrize(
    "head",
    [
        "序号",
        "编号",
        "序",
        "No",
        "no.",
        "#",
        "维度",
        "类别",
        "分类",
        "一级指标",
        "Dimension",
        "group",
        "Category",
    ],
)
def test_a_column_that_counts_or_groups_the_rows_is_passed_over(head: str) -> None:
    rows = [[head, "指标", "Beta"], ["1", "态度", "1"], ["2", "清晰", "3"]]
    assert place_scores(GIVEN, rows, AREA) == {("b", "x"): "1", ("b", "y"): "3"}


def test_one_vendor_or_one_criterion_is_enough_to_know_the_way() -> None:
    by_criterion = [["", "清晰"], ["甲", "5"]]
    with pytest.raises(InputError, match="甲"):
        place_scores(GIVEN, by_criterion, AREA)
    assert place_scores(GIVEN, [["", "清晰"], ["Beta", "5"]], AREA) == {("b", "y"): "5"}
    assert place_scores(GIVEN, [["", "清晰"], ["", "5"], ["", "4"]], AREA) == {
        ("a", "y"): "5", ("b", "y"): "4",
    }  # fmt: skip


def test_what_lies_outside_of_the_grid_is_left_out() -> None:
    rows = [["Beta", "诚信（深圳）"], ["1", "2"], ["3", "4"], ["5", "6"]]
    assert len(place_scores(GIVEN, rows, AREA) or {}) == 4
    assert place_scores(GIVEN, [["态度", "1", "2", "3"]], AREA) == {
        ("a", "x"): "1",
        ("b", "x"): "2",
    }


def test_a_name_of_two_vendors_names_neither() -> None:
    given = replace(GIVEN, vendors=(Vendor("a", "Same"), Vendor("b", "same"), Vendor("c", "Other")))
    area = Area(("x", "y"), ("a", "b", "c"))
    with pytest.raises(InputError, match="Same"):
        place_scores(given, [["", "Same", "Other"], ["态度", "1", "2"]], area)
    assert place_scores(given, [["", "Other"], ["态度", "2"]], area) == {("c", "x"): "2"}


def test_a_criterion_is_known_by_its_key_and_both_its_names() -> None:
    for name in ("x", "态度", "Courtesy", "态度 Courtesy", "COURTESY (1-5)", "态度[1-5分]"):
        assert place_scores(GIVEN, [[name, "5"]], AREA) == {("a", "x"): "5"}, name


def test_a_title_of_several_cells_is_no_title() -> None:
    rows = [["评分", "2026"], ["", "Beta"], ["态度", "1"]]
    with pytest.raises(InputError):
        place_scores(GIVEN, rows, AREA)


def test_what_is_refused_is_refused_with_a_way_on() -> None:
    with pytest.raises(InputError) as refused:
        place_scores(GIVEN, [["", "Beta", "Gamma"], ["态度", "1", "2"]], AREA)
    assert refused.value.sentences == (
        'The table has the heading "Gamma", which is no vendor and no criterion here. '
        "Nothing was pasted. Write the names as they are here, or copy the scores alone."
    )


def test_a_word_among_scores_is_no_heading() -> None:
    for rows in (
        [["four", "2"], ["3", "4"]],
        [["four", ""], ["3", "4"]],
        [["four", "five"]],
        [["four"], ["five"]],
        [["1", "2"], ["four", "five"]],
    ):
        assert place_scores(GIVEN, rows, AREA) is None
    assert place_scores(GIVEN, [["four", "five"], ["1", "2"]], Area((), ("a", "b"))) is None
