from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given

from tests.core.cost_examples import D, fee, project, projects, volume
from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Nature,
    Scenario,
)
from vendorcompare.core.costs import Undisclosed, VendorCosts, cost_report

ON_REQUEST = Disclosure.ON_REQUEST
LIKELY = Scenario.LIKELY
NOT_MENTIONED = Disclosure.NOT_MENTIONED
REFUSED = Disclosure.REFUSED


def costs(assessment: Assessment, vendor: str = "a") -> VendorCosts:
    return cost_report(assessment).vendors[vendor]


def monthly(**prices: str) -> list[CostLine]:
    """Give each vendor one monthly fee."""
    return [fee(price, vendor=vendor) for vendor, price in prices.items()]


def test_the_report_keeps_the_order_and_the_terms_of_the_assessment() -> None:
    report = cost_report(project(*monthly(b="1", a="2"), horizon_months=24))
    assert list(report.vendors) == ["b", "a"]
    assert (report.currency, report.horizon_months, report.discount_rate) == ("CNY", 24, D("0.05"))


def test_scenarios_are_those_of_the_volume() -> None:
    line = fee("2", Billing.PER_UNIT, driver="vouchers", included_quantity=D(60))
    found = costs(project(line, horizon_months=12))
    assert found.tco == {Scenario.LOW: 0, Scenario.LIKELY: D(960), Scenario.HIGH: D(3360)}
    assert set(found.npv) == set(found.monthly_equivalent) == set(found.net_of_vat) == set(Scenario)


def test_costs_are_split_by_nature_year_and_kind() -> None:
    found = costs(
        project(
            fee("500", Billing.ONCE, label="Set-up"),
            fee("200", label="Bookkeeping"),
            fee("1", Billing.PER_UNIT, driver="vouchers", nature=Nature.VARIABLE),
            fee("300", Billing.ONCE, nature=Nature.POSSIBLE, first_month=14),
            horizon_months=18,
        )
    )
    assert found.by_nature == {
        Nature.FIXED: D(4100),  # 500 + 18 × 200
        Nature.VARIABLE: D(1800),  # 18 × 100
        Nature.POSSIBLE: D(300),
    }
    assert found.by_year == (D(4100), D(2100))
    assert (found.once, found.recurring) == (D(800), D(5400))


def test_money_prints_with_the_digits_of_its_currency() -> None:
    found = costs(project(fee("200"), horizon_months=1, currency="JPY"))
    assert str(found.tco[Scenario.LIKELY]) == "200"
    found = costs(project(vendors="a"))
    assert str(found.tco[Scenario.LIKELY]) == str(found.once) == "0.00"


def test_the_cost_of_a_unit_has_two_more_digits() -> None:
    found = costs(project(fee("200"), drivers=(volume(likely="300"), volume("none", likely="0"))))
    assert {key: str(each) for key, each in found.per_unit.items()} == {"vouchers": "0.6667"}


def test_fees_that_were_not_quoted_are_listed_with_their_cost() -> None:
    found = costs(
        project(
            fee("100", label="Bookkeeping"),
            fee("300", Billing.ONCE, label="Annual report", disclosure=ON_REQUEST),
            fee("120", Billing.ONCE, label="Stationery", disclosure=NOT_MENTIONED),
            fee("30", Billing.ONCE, label="Courier", disclosure=REFUSED),
            fee(None, label="Exit", disclosure=ON_REQUEST),
            horizon_months=36,
        )
    )
    assert found.undisclosed[LIKELY] == (
        Undisclosed("Annual report", D(300)),
        Undisclosed("Stationery", D(120)),
        Undisclosed("Courier", D(30)),
    )
    assert found.hidden_ratio[LIKELY] == D("0.125")  # 450 ÷ 3600
    assert str(found.hidden_ratio[LIKELY]) == "0.1250"


def test_the_hidden_ratio_is_rounded_half_up_to_four_places() -> None:
    hidden = fee("1", Billing.ONCE, disclosure=ON_REQUEST)
    assert costs(project(fee("6", Billing.ONCE), hidden)).hidden_ratio[LIKELY] == D("0.1667")
    assert costs(project(fee("32", Billing.ONCE), hidden)).hidden_ratio[LIKELY] == D(
        "0.0313"
    )  # 0.03125


def test_without_a_quotation_there_is_no_hidden_ratio() -> None:
    assert costs(project(fee("300", disclosure=ON_REQUEST))).hidden_ratio[LIKELY] is None
    assert costs(project(vendors="a")).hidden_ratio[LIKELY] is None


def test_what_nobody_spoke_about_is_listed_first_then_what_only_others_list() -> None:
    assessment = project(
        fee(None, label="Exit fee", disclosure=REFUSED, catalogue="exit"),
        fee(None, label="Courier", disclosure=NOT_MENTIONED),
        fee(None, label="Training", disclosure=ON_REQUEST),
        fee("5", label="Stationery", disclosure=NOT_MENTIONED),
        fee("9", vendor="b", label="Exit", catalogue="exit"),
        fee("9", vendor="b", label="Annual report", catalogue="annual_report"),
        fee("9", vendor="c", label="Yearly report", catalogue="annual_report"),
        fee("9", vendor="c", label="Something else"),
    )
    report = cost_report(assessment)
    assert report.vendors["a"].not_mentioned == ("Exit fee", "Courier", "Annual report")
    assert report.vendors["a"].omitted == ("annual_report",)
    assert report.vendors["b"].not_mentioned == ()
    assert report.vendors["c"].not_mentioned == ("Exit fee",)


def test_a_price_more_than_thirty_per_cent_below_the_median_is_too_cheap() -> None:
    report = cost_report(project(*monthly(a="69.99", b="100", c="120")))
    assert [each.too_cheap[LIKELY] for each in report.vendors.values()] == [True, False, False]


def test_exactly_thirty_per_cent_below_is_not_too_cheap() -> None:
    assert not costs(project(*monthly(a="70", b="100", c="120"))).too_cheap[LIKELY]


def test_two_prices_have_no_usual_one() -> None:
    assert not costs(project(*monthly(a="1", b="100"), vendors="abc")).too_cheap[LIKELY]


def test_a_vendor_without_prices_is_neither_cheap_nor_within_budget() -> None:
    unpriced = fee(None, vendor="d")
    assessment = project(*monthly(a="90", b="100", c="120"), unpriced, budget_monthly=D(100))
    found = costs(assessment, "d")
    assert not found.priced
    assert found.tco[Scenario.LIKELY] == 0
    assert not found.too_cheap[LIKELY]
    assert found.within_budget[LIKELY] is None
    assert costs(assessment, "a").priced


def test_unpriced_vendors_do_not_move_the_median() -> None:
    # with two zeros among the prices the median would be 60, and 60 not too cheap
    assert costs(project(*monthly(a="60", b="100", c="120"), vendors="abcde")).too_cheap[LIKELY]


@pytest.mark.parametrize(
    ("budget", "fits"), [("200", True), ("199.99", False), (None, None), ("0", False)]
)
def test_the_budget_is_compared_with_the_equivalent_monthly_cost(
    budget: str | None, fits: bool | None
) -> None:
    assessment = project(fee("200"), budget_monthly=None if budget is None else D(budget))
    assert costs(assessment).within_budget[LIKELY] is fits


def test_a_price_paid_late_may_fit_a_budget_that_its_average_breaks() -> None:
    line = fee("3600", Billing.ONCE, first_month=36)
    assert costs(project(line, budget_monthly=D("99.99"))).within_budget[LIKELY]


@given(projects())
def test_every_split_adds_up_to_the_total(assessment: Assessment) -> None:
    for found in cost_report(assessment).vendors.values():
        total = found.tco[Scenario.LIKELY]
        assert sum(found.by_nature.values()) == total
        assert sum(found.by_year) == total
        assert found.once + found.recurring == total
        assert sum(each.amount for each in found.undisclosed[LIKELY]) <= total
        assert all(found.net_of_vat[each] <= found.tco[each] for each in Scenario)


@given(projects())
def test_at_most_half_of_the_vendors_are_too_cheap(assessment: Assessment) -> None:
    found = list(cost_report(assessment).vendors.values())
    assert 2 * sum(each.too_cheap[LIKELY] for each in found) <= len(found)


def test_a_large_comparison_is_quick() -> None:
    lines = [
        fee(f"{i}.50", billing, vendor=vendor, label=f"{vendor}{i}", driver="vouchers",
            escalation=D("0.05"), vat_included=False, vat_rate=D("0.06"))
        for vendor in "abcdefghij"
        for i, billing in enumerate(list(Billing) * 4)
    ]  # fmt: skip
    assessment = project(*lines, buyer_recovers_vat=True)
    started = time.process_time()
    cost_report(assessment)
    assert time.process_time() - started < 1  # some 50 ms


def with_a_gap(**rest: Any) -> Assessment:
    """Give both 800 a year; a takes 500 a month, b tells its monthly fee on request."""
    return project(
        fee("500", label="Monthly"),
        fee("800", Billing.YEARLY, label="Settlement"),
        fee(None, vendor="b", label="Monthly", disclosure=ON_REQUEST),
        fee("800", Billing.YEARLY, vendor="b", label="Settlement"),
        **rest,
    )


def test_a_total_that_lacks_a_price_says_so_and_is_compared_with_none() -> None:
    report = cost_report(with_a_gap(budget_monthly=D(300)))
    a, b = report.vendors["a"], report.vendors["b"]
    assert (a.complete, a.tco[LIKELY]) == (True, D(20400))  # 500 × 36 + 800 × 3
    assert (b.complete, b.tco[LIKELY]) == (False, D(2400))
    assert [each.label for each in b.missing] == ["Monthly"]
    assert a.within_budget[LIKELY] is False
    assert b.within_budget[LIKELY] is None
    assert report.comparable() == (a,)


def test_a_vendor_that_hides_a_price_is_not_too_cheap_and_moves_no_median() -> None:
    hiding = [fee("1", vendor="d", label="Base"), fee(None, vendor="d", label="Asked")]
    report = cost_report(project(*monthly(a="60", b="100", c="120"), *hiding))
    assert [each.too_cheap[LIKELY] for each in report.vendors.values()] == [
        True, False, False, False,  # the median of three is 100; with d it would be 80
    ]  # fmt: skip


def test_every_scenario_has_its_own_budget_suspicion_and_hidden_cost() -> None:
    line = fee("2", Billing.PER_UNIT, driver="vouchers", disclosure=ON_REQUEST)
    found = costs(project(fee("100"), line, horizon_months=10, discount_rate=D(0),
                          budget_monthly=D(300)))  # fmt: skip
    assert [found.hidden(each) for each in Scenario] == [D(1200), D(2000), D(4000)]
    assert [found.hidden_ratio[each] for each in Scenario] == [D("1.2"), D(2), D(4)]
    assert [found.within_budget[each] for each in Scenario] == [True, True, False]


def test_a_discount_that_was_not_quoted_hides_no_cost() -> None:
    rebate = fee("50", Billing.ONCE, credit=True, disclosure=ON_REQUEST)
    found = costs(project(fee("100"), rebate, horizon_months=1))
    assert (found.tco[LIKELY], found.hidden(LIKELY)) == (D(50), D(0))


def test_from_the_cheapest_on_depends_on_the_scenario() -> None:
    flat = fee("150", vendor="b")
    report = cost_report(project(fee("1", Billing.PER_UNIT, driver="vouchers"), flat))
    assert [each.vendor for each in report.comparable()] == ["a", "b"]
    assert [each.vendor for each in report.comparable(Scenario.HIGH)] == ["b", "a"]
