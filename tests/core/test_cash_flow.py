from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy_financial as npf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.cost_examples import D, fee, fees, project, projects, volume
from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Invoice,
    Scenario,
)
from vendorcompare.core.cash_flow import CashFlow, cash_flow
from vendorcompare.core.errors import InputError
from vendorcompare.core.payments import Gap, payments

CENT = D("0.01")
VOLUMES = {each.key: each for each in (volume(), volume("tickets", "10", "20", "30"))}


def paid(line: CostLine, months: int = 12, scenario: Scenario = Scenario.LIKELY) -> dict[int, str]:
    """Return the months in which something is paid."""
    flow = payments(line, VOLUMES, scenario, months, "CNY")
    assert len(flow) == months
    return {month: str(each) for month, each in enumerate(flow, start=1) if each}


def flow_of(*lines: CostLine, **rest: Any) -> CashFlow:
    return cash_flow(project(*lines, **rest), "a", Scenario.LIKELY)


@pytest.mark.parametrize(
    ("billing", "first", "last", "due"),
    [
        (Billing.ONCE, 1, None, [1]),
        (Billing.ONCE, 5, None, [5]),
        (Billing.ONCE, 13, None, []),
        (Billing.MONTHLY, 1, None, list(range(1, 13))),
        (Billing.MONTHLY, 3, 5, [3, 4, 5]),
        (Billing.MONTHLY, 11, 99, [11, 12]),
        (Billing.MONTHLY, 5, 4, []),
        (Billing.QUARTERLY, 1, None, [1, 4, 7, 10]),
        (Billing.QUARTERLY, 2, None, [2, 5, 8, 11]),
        (Billing.QUARTERLY, 2, 6, [2, 5]),  # the quarter begun in month 5 is paid in full
        (Billing.QUARTERLY, 2, 4, [2]),
        (Billing.HALF_YEARLY, 1, None, [1, 7]),
        (Billing.HALF_YEARLY, 4, None, [4, 10]),
        (Billing.YEARLY, 1, None, [1]),
        (Billing.YEARLY, 12, None, [12]),
    ],
)
def test_a_fee_is_paid_at_the_start_of_its_period(
    billing: Billing, first: int, last: int | None, due: list[int]
) -> None:
    line = fee("100", billing, first_month=first, last_month=last)
    assert paid(line) == dict.fromkeys(due, "100.00")


def test_a_yearly_fee_is_paid_on_its_anniversary() -> None:
    assert list(paid(fee("600", Billing.YEARLY, first_month=4), months=36)) == [4, 16, 28]


def test_the_price_steps_up_after_every_twelve_months() -> None:
    months = paid(fee("200", escalation=D("0.05")), months=36)
    assert [months[i] for i in (1, 12, 13, 24, 25, 36)] == [
        "200.00", "200.00", "210.00", "210.00", "220.50", "220.50",
    ]  # fmt: skip


def test_the_steps_count_from_the_start_of_the_horizon_not_of_the_fee() -> None:
    line = fee("100", Billing.QUARTERLY, first_month=11, escalation=D("0.05"))
    assert paid(line, months=18) == {11: "100.00", 14: "105.00", 17: "105.00"}


def test_each_payment_is_rounded_not_their_sum() -> None:
    # 0.333 × 12 would be 4.00; twelve payments of 0.33 are 3.96
    assert flow_of(fee("0.333"), horizon_months=12).total == D("3.96")
    # one step of 5 % on 10.10 is 10.605, which is paid as 10.61
    assert paid(fee("10.10", escalation=D("0.05")), months=13)[13] == "10.61"


@pytest.mark.parametrize("billing", [Billing.PER_UNIT, Billing.PER_EVENT, Billing.HOURLY])
@pytest.mark.parametrize(
    ("scenario", "each"),
    [(Scenario.LOW, None), (Scenario.LIKELY, "70.00"), (Scenario.HIGH, "245.00")],
)
def test_a_fee_by_volume_starts_above_what_is_included(
    billing: Billing, scenario: Scenario, each: str | None
) -> None:
    line = fee("1.75", billing, driver="vouchers", included_quantity=D(60))
    assert paid(line, 3, scenario) == ({1: each, 2: each, 3: each} if each else {})


def test_vat_that_is_not_included_comes_on_top() -> None:
    line = fee("1000", vat_rate=D("0.06"), vat_included=False)
    assert paid(line, 1) == {1: "1060.00"}


@pytest.mark.parametrize(
    ("line", "gap"),
    [
        (fee(None), Gap.AMOUNT),
        (fee(None, disclosure=Disclosure.ON_REQUEST), Gap.AMOUNT),
        (fee("3", Billing.PER_UNIT), Gap.VOLUME),
        (fee("100", Billing.PER_EVENT), Gap.VOLUME),
        (fee("3", Billing.HOURLY, driver="gone"), Gap.VOLUME),
        (fee("3", Billing.PER_UNIT, driver="vouchers", included_quantity=None), Gap.INCLUDED),
        (fee("100", unread=(("billing", "按次"),)), Gap.UNREAD),
        (fee("100", first_month=0), Gap.UNUSABLE),
    ],
)
def test_what_is_not_known_is_outside_every_sum_and_never_zero(line: CostLine, gap: Gap) -> None:
    known = fee("200", label="Known")
    flow = flow_of(known, line, horizon_months=12)
    assert [(each.line, each.gap) for each in flow.missing] == [(line, gap)]
    assert (flow.total, flow.priced, flow.complete) == (D(2400), True, False)
    with pytest.raises(InputError):
        paid(line)


def test_what_costs_nothing_needs_no_volume() -> None:
    free = fee("0", Billing.PER_UNIT, included_quantity=None)
    assert flow_of(free, horizon_months=12).complete


def test_a_vendor_without_a_fee_is_not_complete() -> None:
    flow = flow_of(vendors="a")
    assert (flow.priced, flow.complete) == (False, False)


def test_free_months_come_once_and_first() -> None:
    # 200 a month, three months free: 33 of 36 months are paid
    assert sum(map(D, paid(fee("200", free_months=3), months=36).values())) == D(6600)
    assert list(paid(fee("200", free_months=3, first_month=2), months=6)) == [5, 6]
    # paid by the year, the year begins when the free months are over
    assert list(paid(fee("2400", Billing.YEARLY, free_months=3), months=36)) == [4, 16, 28]
    assert paid(fee("200", free_months=99)) == {}


def test_a_fee_that_falls_due_once_has_no_free_months() -> None:
    assert paid(fee("300", Billing.ONCE, free_months=3)) == {1: "300.00"}


def test_a_credit_is_taken_off_with_its_vat() -> None:
    rebate = fee("50", label="Rebate", credit=True)
    assert flow_of(fee("200"), rebate, horizon_months=12).total == D(1800)  # 12 × 150
    taxed = fee("50", credit=True, vat_rate=D("0.06"), vat_included=False)
    assert paid(taxed, 1) == {1: "-53.00"}


def test_an_owners_quotation_adds_up() -> None:
    # 200 × 36 + 800 × 3 + 300 × 3 + 150 × 6 + 0.25 visits a month × 100 × 36
    flow = flow_of(
        fee("200", label="Bookkeeping"),
        fee("800", Billing.YEARLY, label="Settlement"),
        fee("300", Billing.YEARLY, label="Report"),
        fee("150", Billing.HALF_YEARLY, label="Ledgers"),
        fee("100", Billing.PER_EVENT, driver="visits", label="Visits"),
        drivers=(volume("visits", "0", "0.25", "1"),),
    )
    assert flow.total == D(7200 + 2400 + 900 + 900 + 900)


def test_a_currency_without_cents_is_rounded_to_whole_units() -> None:
    line = fee("0.5", Billing.PER_UNIT, driver="vouchers", included_quantity=D(1))
    assert payments(line, VOLUMES, Scenario.LIKELY, 1, "JPY") == (D(50),)  # 49.5


def test_a_fee_by_volume_without_a_volume_is_named() -> None:
    line = fee("2", Billing.PER_UNIT, label="Overage")
    with pytest.raises(InputError, match=r"\"Overage\" of a .* no volume is chosen") as caught:
        paid(line)
    assert caught.value.hint


def test_a_fee_by_a_volume_that_does_not_exist_is_named() -> None:
    line = fee("2", Billing.PER_UNIT, label="Overage", driver="letters")
    with pytest.raises(InputError, match=r"\"Overage\" of a .*\"letters\"") as caught:
        paid(line)
    assert caught.value.hint


@pytest.mark.parametrize(
    "terms", [{"horizon_months": 0}, {"discount_rate": D(-1)}, {"discount_rate": D(-2)}]
)
def test_terms_that_allow_no_costs_are_refused(terms: dict[str, Any]) -> None:
    with pytest.raises(InputError) as caught:
        flow_of(fee("1"), **terms)
    assert caught.value.hint


def test_a_fee_before_the_first_month_is_refused() -> None:
    with pytest.raises(InputError, match="of a starts in month 0"):
        paid(fee("1", first_month=0))


def test_an_owner_can_check_a_small_quotation_by_hand() -> None:
    flow = flow_of(
        fee("500", Billing.ONCE, label="Set-up"),
        fee("200", label="Bookkeeping", escalation=D("0.05")),
        fee("800", Billing.YEARLY, label="Annual settlement", first_month=5),
        fee("2", Billing.PER_UNIT, label="Overage", driver="vouchers", included_quantity=D(80)),
        horizon_months=24,
        discount_rate=D(0),
    )
    # year 1: 500 + 12 × 200 + 800 + 12 × 40; year 2: 12 × 210 + 800 + 12 × 40
    assert flow.by_year == (D(4180), D(3800))
    assert flow.total == flow.npv == D(7980)
    assert flow.monthly_equivalent == D("332.50")
    assert [each.total for each in flow.lines] == [D(500), D(4920), D(1600), D(960)]
    assert flow.gross[:6] == (D(740), D(240), D(240), D(240), D(1040), D(240))


def test_the_last_year_may_be_shorter() -> None:
    assert flow_of(fee("10"), horizon_months=30).by_year == (D(120), D(120), D(60))


def test_npv_agrees_with_a_published_annuity_due() -> None:
    # Brechner, Contemporary Mathematics for Business and Consumers, 8th ed., ch. 12-II no. 20:
    # $1,100 at the start of every year, 5 years, 5.8 % compounded annually: $4,929.14
    line = fee("1100", Billing.YEARLY)
    flow = flow_of(line, horizon_months=60, discount_rate=D("0.058"))
    assert flow.npv == D("4929.14")


def test_npv_agrees_with_a_published_table() -> None:
    # present value of an ordinary annuity of 1, 12 periods at 1 %: 11.2551; due: × 1.01
    yearly = D("1.01") ** 12 - 1
    flow = flow_of(fee("1000"), horizon_months=12, discount_rate=yearly)
    assert abs(flow.npv - D("11255.1") * D("1.01")) < D("0.06")
    assert flow.monthly_equivalent == D(1000)


def test_vat_is_recovered_from_special_invoices_only() -> None:
    lines = (
        fee("106", Billing.ONCE, vat_rate=D("0.06"), invoice=Invoice.SPECIAL),
        fee("106", Billing.ONCE, vat_rate=D("0.06"), invoice=Invoice.ORDINARY),
        fee("106", Billing.ONCE, vat_rate=D("0.06"), invoice=Invoice.NONE),
    )
    assert flow_of(*lines, buyer_recovers_vat=True).net_total == D(312)
    assert flow_of(*lines, buyer_recovers_vat=False).net_total == D(318)


def test_the_dearer_price_can_be_the_cheaper_one_without_vat() -> None:
    special = flow_of(
        fee("105", vat_rate=D("0.06"), invoice=Invoice.SPECIAL), buyer_recovers_vat=True
    )
    plain = flow_of(fee("100"), buyer_recovers_vat=True)
    assert special.total > plain.total
    assert special.net_total < plain.net_total


@given(projects(), st.sampled_from(Scenario))
def test_npv_agrees_with_numpy_financial(assessment: Assessment, scenario: Scenario) -> None:
    flow = cash_flow(assessment, "a", scenario)
    monthly = (1 + float(assessment.discount_rate)) ** (1 / 12) - 1
    worth = npf.npv(monthly, [float(each) for each in flow.gross])  # first payment undiscounted
    level = -npf.pmt(monthly, flow.horizon_months, worth, when="begin")
    assert float(flow.npv) == pytest.approx(worth, rel=1e-9, abs=0.0051)
    assert float(flow.monthly_equivalent) == pytest.approx(level, rel=1e-9, abs=0.0051)


@given(projects(), st.sampled_from(Scenario))
def test_all_ways_of_adding_up_agree(assessment: Assessment, scenario: Scenario) -> None:
    flow = cash_flow(assessment, "a", scenario)
    assert sum(flow.gross) == flow.total == sum(flow.by_year)
    assert sum(each.total for each in flow.lines) == flow.total
    assert sum(flow.net) == flow.net_total <= flow.total
    assert len(flow.gross) == len(flow.net) == assessment.horizon_months


@given(projects())
def test_discounting_never_adds(assessment: Assessment) -> None:
    flow = cash_flow(assessment, "a", Scenario.LIKELY)
    assert 0 <= flow.npv <= flow.total
    if assessment.discount_rate == 0:
        assert flow.npv == flow.total
        assert abs(flow.monthly_equivalent * flow.horizon_months - flow.total) <= (
            CENT / 2 * flow.horizon_months
        )


@given(projects())
def test_more_volume_never_costs_less(assessment: Assessment) -> None:
    low, likely, high = (cash_flow(assessment, "a", scenario).total for scenario in Scenario)
    assert low <= likely <= high


@given(fees(), st.integers(1, 40), st.integers(0, 24))
def test_a_longer_horizon_changes_no_earlier_month(line: CostLine, months: int, more: int) -> None:
    short = payments(line, VOLUMES, Scenario.LIKELY, months, "CNY")
    longer = payments(line, VOLUMES, Scenario.LIKELY, months + more, "CNY")
    assert longer[:months] == short


@given(fees(), st.integers(1, 40))
def test_every_payment_is_a_whole_number_of_cents(line: CostLine, months: int) -> None:
    for each in payments(line, VOLUMES, Scenario.HIGH, months, "CNY"):
        assert isinstance(each, Decimal)
        assert each.as_tuple().exponent == -2
