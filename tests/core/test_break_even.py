from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.cost_examples import D, fee, project, projects, volume
from vendorcompare.core.assessment import Assessment, Billing, CostLine, Driver, Scenario
from vendorcompare.core.break_even import BreakEven, break_even
from vendorcompare.core.cash_flow import cash_flow


def per_unit(amount: str, included: str = "0", **rest: str) -> CostLine:
    rest.setdefault("driver", "vouchers")
    return fee(amount, Billing.PER_UNIT, included_quantity=D(included), **rest)


def credit(amount: str, beyond: str, **rest: str) -> CostLine:
    """Make a discount on every unit beyond some."""
    return replace(per_unit(amount, beyond, **rest), credit=True)


HALVES = volume(low="0.5")  # a volume that need not be whole, such as one of hours


def crossings(*lines: CostLine, months: int = 36, of: Driver | None = None) -> list[str]:
    """Return where the first pair of vendors meets."""
    found = break_even(project(*lines, horizon_months=months, drivers=(of or volume(),)))
    return [str(volume) for volume in found[0].at] if found else []


def test_an_unlimited_plan_against_one_with_included_minutes() -> None:
    # "ABC Telecom" (allbestessays.com, 15003): $49.95 unlimited against $24.95 with 500 minutes
    # and $0.025 for each further one: equal at 1500 minutes
    lines = (fee("49.95"), fee("24.95", vendor="b"), per_unit("0.025", "500", vendor="b"))
    assert crossings(*lines) == ["1500"]


def test_three_calling_plans() -> None:
    # "Phone-O-Graph Pollies": A 20 + 0.10 m, B 10 + 0.25 m, C 0.50 m;
    # A = B at 200/3, A = C at 50, B = C at 40
    lines = [fee("20"), per_unit("0.10"), fee("10", vendor="b"), per_unit("0.25", vendor="b")]
    found = break_even(project(*lines, per_unit("0.50", vendor="c"), drivers=(HALVES,)))
    assert found == (
        BreakEven("vouchers", ("a", "b"), (D("66.67"),)),
        BreakEven("vouchers", ("a", "c"), (D(50),)),
        BreakEven("vouchers", ("b", "c"), (D(40),)),
    )


def test_a_fee_per_minute_against_one_with_a_base() -> None:
    # quickmath.com, "break-even phone plans": 0.25 m = 0.95 + 0.12 m at m = 7.307…
    lines = (per_unit("0.25"), fee("0.95", vendor="b"), per_unit("0.12", vendor="b"))
    assert crossings(*lines, of=HALVES) == ["7.31"]


def test_two_included_quantities_can_make_the_order_turn_twice() -> None:
    # a: 100 up to 50, then 5 each; b: 150 up to 100, then 1 each; equal at 60: 100 + 5·10 = 150;
    # above 100 a = 350 + 5(v−100) stays over b = 150 + (v−100)
    assert crossings(
        fee("100"), per_unit("5", "50"), fee("150", vendor="b"), per_unit("1", "100", vendor="b")
    ) == ["60"]
    # with 10 each above 100, b overtakes again: 350 + 5(v−100) = 150 + 10(v−100) at 140
    assert crossings(
        fee("100"), per_unit("5", "50"), fee("150", vendor="b"), per_unit("10", "100", vendor="b")
    ) == ["60", "140"]


def test_months_in_which_a_fee_is_due_count() -> None:
    # a: 1200 once; b: 2 each, in 12 of 24 months: 24 v = 1200
    once = fee("1200", Billing.ONCE)
    late = replace(per_unit("2", vendor="b"), first_month=13)
    assert crossings(once, late, months=24) == ["50"]


def test_a_price_that_steps_up_counts_with_its_steps() -> None:
    # 12 v + 12 · 1.5 v = 30 v against 3000
    stepped = replace(per_unit("1", vendor="b"), escalation=D("0.5"))
    assert crossings(fee("3000", Billing.ONCE), stepped, months=24) == ["100"]


def test_vat_on_top_counts() -> None:
    on_top = replace(per_unit("1", vendor="b"), vat_included=False, vat_rate=D("0.25"))
    assert crossings(fee("125"), on_top) == ["100"]


def test_other_volumes_stay_at_their_likely_value() -> None:
    lines = (fee("300"), per_unit("1", vendor="b"), per_unit("10", vendor="b", driver="tickets"))
    found = break_even(project(*lines, drivers=(volume(), volume("tickets", "0", "20", "90"))))
    assert found == (
        BreakEven("vouchers", ("a", "b"), (D(100),)),  # 300 = v + 200
        BreakEven("tickets", ("a", "b"), (D(20),)),  # 300 = 100 + 10 v
    )


def test_vendors_that_never_meet_are_left_out() -> None:
    assert crossings(fee("100"), fee("200", vendor="b"), per_unit("1", vendor="b")) == []
    assert crossings(per_unit("1"), per_unit("2", vendor="b")) == []  # equal at zero only


def test_a_volume_that_neither_vendor_charges_is_left_out() -> None:
    assert crossings(fee("100"), fee("100", vendor="b")) == []


def test_vendors_without_a_price_are_left_out() -> None:
    assert crossings(per_unit("1"), fee(None, vendor="b")) == []
    assert break_even(project(per_unit("1"), vendors="ab")) == ()


def test_vendors_that_cost_the_same_all_along_do_not_cross() -> None:
    assert (
        crossings(fee("10"), per_unit("2"), fee("10", vendor="b"), per_unit("2", vendor="b")) == []
    )
    # the same up to 50, b dearer above: nothing turns
    assert crossings(fee("10"), fee("10", vendor="b"), per_unit("2", "50", vendor="b")) == []
    # a dearer up to 50, the same above: b is never dearer
    capped = [per_unit("2", vendor="b"), credit("2", "50", vendor="b")]
    assert crossings(fee("100"), *capped) == []


def test_a_piece_that_coincides_is_reported_at_both_ends_if_the_order_turns() -> None:
    # b: 2 each up to 50, then nothing up to 80, then 1 each; a: 100
    shape = [per_unit("2"), credit("2", "50"), per_unit("1", "80")]
    b_lines = [replace(line, vendor="b") for line in shape]
    assert crossings(fee("100"), *b_lines) == ["50", "80"]
    (found,) = break_even(project(fee("100"), *b_lines))
    assert (found.cheaper, found.equal) == (("b", "", "a"), (True, True))
    # with −1 each above 80, b falls below a again: it was never dearer
    b_lines[-1] = credit("1", "80", vendor="b")
    assert crossings(fee("100"), *b_lines) == []


def test_costs_that_touch_in_one_volume_are_equal_there() -> None:
    # b: 2 each up to 50, then 2 less for each: 100 at 50 and less on both sides
    lines = (per_unit("2", vendor="b"), credit("4", "50", vendor="b"))
    assert crossings(fee("100"), *lines) == ["50"]


def test_a_volume_below_half_a_hundredth_is_none() -> None:
    assert crossings(fee("0.01"), per_unit("10", vendor="b"), of=HALVES) == []


def test_round_volumes_print_plainly() -> None:
    assert crossings(fee("5000"), per_unit("0.5", vendor="b")) == ["10000"]
    assert crossings(fee("5.25"), per_unit("0.5", vendor="b"), of=HALVES) == ["10.5"]


def test_whole_units_turn_the_order_at_the_first_one_that_is_dearer() -> None:
    # 0.5 v passes 5.25 at 10.5: with 10 vouchers b is cheaper, with 11 a is
    (found,) = break_even(project(fee("5.25"), per_unit("0.5", vendor="b")))
    assert (found.at, found.cheaper, found.equal) == ((D(11),), ("b", "a"), (False,))
    # 0.5 v is 5 at exactly 10
    (found,) = break_even(project(fee("5"), per_unit("0.5", vendor="b")))
    assert (found.at, found.cheaper, found.equal) == ((D(10),), ("b", "a"), (True,))


def test_two_turns_between_the_same_whole_units_are_none() -> None:
    # b: 2 each up to 50.25, then 4 less for each: above 100 from 50 to 50.5 only
    narrow = (per_unit("2", vendor="b"), credit("4", "50.25", vendor="b"))
    assert crossings(fee("100"), *narrow) == ["50"]  # exactly equal there, b cheaper on both sides
    assert crossings(fee("100.1"), *narrow) == []  # from 50.05 to 50.45: no whole unit
    assert crossings(fee("100.1"), *narrow, of=HALVES) == ["50.05", "50.45"]


def test_who_is_cheaper_before_a_turn_is_told_though_both_begin_alike() -> None:
    # b: the same up to 5, 1 more for each up to 12, then 1 less for each: 7 − (v − 12) is 0 at 19
    lines = (fee("10", vendor="b"), per_unit("1", "5", vendor="b"), credit("2", "12", vendor="b"))
    (found,) = break_even(project(fee("10"), *lines))
    assert (found.at, found.cheaper, found.equal) == ((D(19),), ("a", "b"), (True,))


def test_hours_are_not_whole_whatever_their_figures() -> None:
    hourly = fee("0.5", Billing.HOURLY, vendor="b", driver="vouchers")
    assert crossings(fee("5.25"), hourly) == ["10.5"]


@pytest.mark.parametrize(
    "unknown",
    [
        fee("1", Billing.PER_UNIT, vendor="b", label="No volume"),
        fee(None, vendor="b", label="No amount"),
        fee("3", Billing.PER_UNIT, vendor="b", driver="vouchers", included_quantity=None),
        fee("3", vendor="b", unread=(("billing", "per blue moon"),)),
        fee("3", vendor="b", first_month=0),
    ],
    ids=lambda line: line.label,
)
def test_a_vendor_of_whom_something_is_not_known_meets_nobody(unknown: CostLine) -> None:
    flat, per_voucher = fee("5"), per_unit("0.5", vendor="b")
    assert crossings(flat, per_voucher) == ["10"]
    assert break_even(project(flat, per_voucher, unknown)) == ()


def test_a_vendor_without_any_price_meets_nobody() -> None:
    """It would cost nothing, which is what A costs at 100 vouchers: 300 off, 3 for each."""
    lines = (replace(fee("300"), credit=True), per_unit("3"))
    assert crossings(*lines, fee("0", vendor="b")) == ["100"]
    assert break_even(project(*lines, vendors="ab")) == ()


def difference(assessment: Assessment, key: str, pair: tuple[str, str], at: Decimal) -> Decimal:
    """Return by how much the first vendor is dearer when one volume is changed."""
    drivers = tuple(
        replace(driver, likely=at) if driver.key == key else driver for driver in assessment.drivers
    )
    changed = replace(assessment, drivers=drivers)
    a, b = (cash_flow(changed, vendor, Scenario.LIKELY).total for vendor in pair)
    return a - b


def rounding(assessment: Assessment, pair: tuple[str, str]) -> Decimal:
    """Return what rounding every payment to cents can add up to."""
    lines = sum(len(assessment.lines_of(vendor)) for vendor in pair)
    return D("0.005") * lines * assessment.horizon_months


def steepness(assessment: Assessment, pair: tuple[str, str]) -> Decimal:
    """Return more than one unit of volume can cost over the horizon."""
    prices = (line.amount or D(0) for vendor in pair for line in assessment.lines_of(vendor))
    return 2 * sum(prices, D(0)) * assessment.horizon_months


@given(projects())
def test_both_vendors_cost_the_same_at_every_volume_found(assessment: Assessment) -> None:
    for found in break_even(assessment):
        tolerance = rounding(assessment, found.between)
        # the volume itself is rounded to hundredths, or up to whole units
        rounded = D(1) if all(at == int(at) for at in found.at) else D("0.005")
        tolerance += rounded * steepness(assessment, found.between)
        for at in found.at:
            assert at > 0
            assert abs(difference(assessment, found.driver, found.between, at)) <= tolerance


@settings(max_examples=50)
@given(projects(), st.sampled_from(["vouchers", "tickets"]))
def test_no_turn_of_the_order_is_missed(assessment: Assessment, driver: str) -> None:
    pair = ("a", "b")
    places = [
        at for found in break_even(assessment) if (found.driver, found.between) == (driver, pair)
        for at in found.at
    ]  # fmt: skip
    if not all(assessment.lines_of(vendor) for vendor in pair):
        assert not places
        return
    grid = [D(n) for n in range(1, 1000, 37)]
    levels = [difference(assessment, driver, pair, at) for at in grid]
    tolerance = rounding(assessment, pair)
    for (low, before), (high, after) in pairwise(zip(grid, levels, strict=True)):
        if min(abs(before), abs(after)) > tolerance and (before > 0) != (after > 0):
            assert any(low <= at <= high for at in places)
