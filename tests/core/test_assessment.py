"""What an assessment says of itself: where nothing was said, by round, by cell, by fee."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.core.score_examples import NA, Marks, flat, project
from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Evaluator,
    Invoice,
    Nature,
    Scenario,
    SheetSettings,
    Vendor,
)
from vendorcompare.core.rounds import Round, RoundKind
from vendorcompare.core.rubric import Criterion, Dimension, Direction, Measure
from vendorcompare.core.scores import Cell, Evidence, Score, State
from vendorcompare.core.text import Text

D = Decimal


def test_a_fee_of_which_only_the_name_is_said_is_a_quoted_monthly_one() -> None:
    assert CostLine("f", "v", "Fee") == CostLine(
        "f", "v", "Fee", Nature.FIXED, Billing.MONTHLY, None, None, D(0), 1, None, 0, False,
        D(0), None, True, Invoice.ORDINARY, Disclosure.QUOTED, None, (),
    )  # fmt: skip


def test_a_sheet_is_a_chinese_draft_on_a4_without_the_appendix_until_told_otherwise() -> None:
    assert SheetSettings() == SheetSettings("zh", "a4", False, ("scales",), (), "", "", "")


def test_a_criterion_of_which_only_the_name_is_said_is_rated_from_one_to_five() -> None:
    name, blank = Text.same("On time"), Text("", "")
    assert Criterion("c", name) == Criterion(
        "c", name, Measure.RATING, 1.0, Direction.HIGHER, (1.0, 5.0), blank, (), (), None, "",
        blank, (), None, (), "",
    )  # fmt: skip
    assert Dimension("d", name) == Dimension("d", name, 1.0, (), blank, blank, "")


@pytest.mark.parametrize(
    ("billing", "by_volume"),
    [
        (Billing.ONCE, False),
        (Billing.MONTHLY, False),
        (Billing.HALF_YEARLY, False),
        (Billing.PER_UNIT, True),
        (Billing.PER_EVENT, True),
        (Billing.HOURLY, True),
    ],
)
def test_a_fee_per_unit_event_or_hour_multiplies_a_volume(
    billing: Billing, by_volume: bool
) -> None:
    assert billing.by_volume is by_volume


def test_each_scenario_has_its_volume() -> None:
    driver = Driver("d", D(1), D(2), D(3))
    assert [driver.volume(each) for each in Scenario] == [1, 2, 3]


def test_an_entry_that_was_not_understood_is_kept_until_its_field_is_settled() -> None:
    fee = CostLine("f", "v", "Fee").with_unread("amount", "面议").with_unread("billing", "?")
    assert fee.unread == (("amount", "面议"), ("billing", "?"))
    again = fee.with_unread("amount", "call us")
    assert again.unread == (("billing", "?"), ("amount", "call us"))
    assert again.without_unread("billing").unread == (("amount", "call us"),)
    settled = again.without_unread("billing").without_unread("amount")
    assert settled == CostLine("f", "v", "Fee")
    assert settled.without_unread("amount") is settled


FIRST, SECOND = Round("a", "2026"), Round("b", "2027", RoundKind.REVIEW)


@pytest.mark.parametrize(("key", "shown"), [("", FIRST), ("a", FIRST), ("b", SECOND)])
def test_the_first_round_is_decided_where_none_is_named(key: str, shown: Round) -> None:
    given = Assessment(rounds=(FIRST, SECOND), round_key=key)
    assert given.round is shown
    assert given.in_round(shown.key) is given
    assert given.in_round("b").round is SECOND


def test_a_round_without_scores_is_blank_in_the_shape_of_its_rubric() -> None:
    given = Assessment(
        vendors=(Vendor("v", "V"), Vendor("w", "W")),
        evaluators=(Evaluator("e"), Evaluator("f"), Evaluator("g")),
        rounds=(Round(rubric=flat(1, 1, 1, 1)),),
    )
    assert given.scores.values.shape == given.scores.states.shape == (3, 2, 4)
    assert given.scores.evidence.shape == (3, 2, 4)
    assert given.scores.agreed.shape == given.scores.agreed_excused.shape == (2, 4)
    assert given.score(Cell("g", "w", "c4")) == given.agreed_score("w", "c4") == Score()
    assert given.vendor("w").name == "W"
    with pytest.raises(KeyError):
        given.vendor("x")


SHEETS: tuple[Marks, ...] = ({"a": [1, 2], "b": [3, 4]}, {"a": [5, NA], "b": [None, 2.5]})


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        (Cell("e0", "a", "c2"), Score(2.0, State.SCORED, Evidence.DOCUMENTED, "seen", "")),
        (Cell("e0", "b", "c1"), Score(3.0, State.SCORED, Evidence.DOCUMENTED, "", "in words")),
        (Cell("e1", "a", "c2"), Score(None, State.NOT_APPLICABLE)),
        (Cell("e1", "b", "c1"), Score(None, State.UNKNOWN)),
        (Cell("e1", "b", "c2"), Score(2.5, State.SCORED, Evidence.DOCUMENTED)),
    ],
)
def test_a_score_is_what_one_evaluator_gave_one_vendor(cell: Cell, score: Score) -> None:
    made = project(flat(1, 1), *SHEETS, evidence=Evidence.DOCUMENTED)
    scores = replace(
        made.scores,
        notes={Cell("e0", "a", "c2"): "seen"},
        texts={Cell("e0", "b", "c1"): "in words"},
    )
    assert replace(made, scores_by_round={"selection": scores}).score(cell) == score


def test_an_agreed_score_is_a_figure_or_that_it_does_not_apply() -> None:
    made = project(flat(1, 1), *SHEETS, agreed={("a", "c1"): 3, ("b", "c2"): NA})
    scores = replace(made.scores, agreed_notes={("b", "c2"): "talked over"})
    given = replace(made, scores_by_round={"selection": scores})
    assert given.agreed_score("a", "c1") == Score(3.0, State.SCORED)
    assert given.agreed_score("b", "c2") == Score(None, State.NOT_APPLICABLE, note="talked over")
    assert given.agreed_score("b", "c1") == Score()
