"""Tables of scores with their heads."""

from __future__ import annotations

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
