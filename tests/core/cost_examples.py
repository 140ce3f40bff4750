"""Fees, volumes and whole assessments for the tests of costs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Invoice,
    Nature,
    Vendor,
)

D = Decimal


def fee(amount: str | None, billing: Billing = Billing.MONTHLY, **rest: Any) -> CostLine:
    """Make a fee of vendor "a" unless told otherwise."""
    rest.setdefault("vendor", "a")
    rest.setdefault("label", "Fee")
    rest.setdefault("key", rest["label"])
    return CostLine(amount=None if amount is None else D(amount), billing=billing, **rest)


def volume(
    key: str = "vouchers", low: str = "60", likely: str = "100", high: str = "200"
) -> Driver:
    return Driver(key, D(low), D(likely), D(high))


def project(*lines: CostLine, vendors: str = "", **rest: Any) -> Assessment:
    """Make an assessment of the vendors that have a fee, and of those named by letter."""
    keys = dict.fromkeys([*vendors, *(line.vendor for line in lines)])
    rest.setdefault("drivers", (volume(),))
    return Assessment(
        vendors=tuple(Vendor(key, f"Vendor {key.upper()}") for key in keys),
        cost_lines=tuple(lines),
        **rest,
    )


amounts = st.decimals(0, 10_000, places=2)
volumes = st.decimals(0, 500, places=1)
rates = st.sampled_from([D(0), D("0.01"), D("0.03"), D("0.06"), D("0.13")])


@st.composite
def fees(draw: st.DrawFn, vendor: str = "a") -> CostLine:
    return CostLine(
        key=draw(st.uuids()).hex,
        vendor=vendor,
        label=draw(st.sampled_from(["Monthly fee", "Set-up", "Annual report"])),
        nature=draw(st.sampled_from(Nature)),
        billing=draw(st.sampled_from(Billing)),
        amount=draw(amounts),
        driver=draw(st.sampled_from(["vouchers", "tickets"])),
        included_quantity=draw(volumes),
        first_month=draw(st.integers(1, 40)),
        last_month=draw(st.none() | st.integers(1, 40)),
        escalation=draw(st.sampled_from([D(0), D("0.03"), D("0.05"), D("-0.02")])),
        vat_rate=draw(rates),
        vat_included=draw(st.booleans()),
        invoice=draw(st.sampled_from(Invoice)),
        disclosure=draw(st.sampled_from(Disclosure)),
    )


@st.composite
def drivers(draw: st.DrawFn, key: str) -> Driver:
    low, likely, high = sorted(draw(st.lists(volumes, min_size=3, max_size=3)))
    return Driver(key, low, likely, high)


@st.composite
def projects(draw: st.DrawFn) -> Assessment:
    lines = [line for vendor in "abc" for line in draw(st.lists(fees(vendor), max_size=4))]
    return project(
        *lines,
        vendors="abc",
        drivers=(draw(drivers("vouchers")), draw(drivers("tickets"))),
        horizon_months=draw(st.integers(1, 40)),
        discount_rate=draw(st.sampled_from([D(0), D("0.03"), D("0.05"), D("0.12")])),
        buyer_recovers_vat=draw(st.booleans()),
    )
