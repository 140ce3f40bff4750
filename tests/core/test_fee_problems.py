"""Fees that cannot be computed, and what the others are made of."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Nature,
    Scenario,
    Vendor,
)
from vendorcompare.core.break_even import break_even
from vendorcompare.core.cash_flow import cash_flow
from vendorcompare.core.cost_shares import (
    cost_shares,
    once_and_recurring,
    outside_quotation,
)
from vendorcompare.core.costs import cost_report
from vendorcompare.core.fee_problems import fee_problems

D = Decimal


def assessment(*lines: CostLine, months: int = 18) -> Assessment:
    return Assessment(
        vendors=(Vendor("a", "A"), Vendor("b", "B")),
        drivers=(Driver("vouchers", D(50), D(100), D(200)),),
        cost_lines=lines,
        horizon_months=months,
    )


MONTHLY = CostLine("m", "a", "Monthly", amount=D(100))
SET_UP = CostLine(
    "s", "a", "Set-up", billing=Billing.ONCE, amount=D(90), disclosure=Disclosure.ON_REQUEST
)
OVERAGE = CostLine("o", "a", "Overage", Nature.VARIABLE, Billing.PER_UNIT, D(2), "vouchers")
ASTRAY = CostLine("x", "a", "Astray", Nature.VARIABLE, Billing.PER_UNIT, D(2))


def test_only_the_fee_without_its_volume_is_a_problem() -> None:
    given = assessment(MONTHLY, ASTRAY)
    problems = fee_problems(given)
    assert list(problems) == ["x"]
    assert "no volume is chosen" in problems["x"].message
    report = cost_report(given)
    assert report.vendors["a"].tco[Scenario.LIKELY] == 1800


def test_a_volume_without_figures_is_not_known_and_never_none() -> None:
    given = replace(assessment(MONTHLY, OVERAGE), drivers=(Driver("vouchers", D(0), D(0), D(0)),))
    assert "no figures are known" in fee_problems(given)["o"].message
    costs = cost_report(given).vendors["a"]
    assert not costs.complete
    rare = replace(given, drivers=(Driver("vouchers", D(0), D(0), D(1)),))
    assert not fee_problems(rare), "none at all is what may well be likely"


def test_shares_add_up_to_the_total() -> None:
    flow = cash_flow(assessment(MONTHLY, SET_UP, OVERAGE), "a", Scenario.HIGH)
    shares = cost_shares(flow)
    assert [share.amount for share in shares] == [1890, 7200, 0]
    assert [share.outside for share in shares] == [90, 0, 0]
    assert sum(share.amount for share in shares) == flow.total
    assert outside_quotation(flow) == 90


def test_years_hold_what_recurs_and_what_falls_due_once() -> None:
    flow = cash_flow(assessment(MONTHLY, SET_UP), "a", Scenario.LIKELY)
    once, recurring = once_and_recurring(flow)
    assert (once, recurring) == (D(90), D(1800))
    assert flow.by_year == (D(1290), D(600))  # the first year has the one-off fee in it


def test_break_even_tells_who_is_cheaper_on_which_side() -> None:
    flat = CostLine("f", "b", "Flat", amount=D(300))
    (found,) = break_even(assessment(MONTHLY, OVERAGE, flat))
    assert found.at == (D(100),)
    assert found.cheaper == ("a", "b")


def test_break_even_of_one_vendor_leaves_out_the_others() -> None:
    given = assessment(MONTHLY, OVERAGE, CostLine("f", "b", "Flat", amount=D(300)))
    assert break_even(given, "b")
    assert not break_even(given, "nobody")
