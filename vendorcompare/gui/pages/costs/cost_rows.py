"""What the Costs page shows of each vendor, made from the report of costs."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.core.cash_flow import CashFlow
from vendorcompare.core.cost_shares import (
    Share,
    cost_shares,
    once_and_recurring,
    outside_quotation,
)
from vendorcompare.core.costs import CostReport, VendorCosts
from vendorcompare.core.series import SeriesStyle, style_of

_NOTHING: Final = Decimal(0)


@dataclass(frozen=True)
class CostRow:
    """Hold the figures of one vendor in one scenario; without a price they mean nothing.

    Attributes:
        costs: the figures of all scenarios.
        missing: how many of its fees are outside the total, because something of them is not known.
        total: the cost over the horizon; None where the vendor has no price.
        years: the cost of each year, one-off fees included.
        shares: what it is made of.
        outside: the part that the vendor did not quote by itself.
        worst: how bad the worst is that is to be known about it: bad, warning or nothing.
    """

    key: str
    name: str
    style: SeriesStyle
    costs: VendorCosts
    scenario: Scenario
    missing: int
    total: Decimal | None
    shares: tuple[Share, ...]
    once: Decimal
    years: tuple[Decimal, ...]
    outside: Decimal
    worst: str = ""

    @property
    def complete(self) -> bool:
        """Whether the total can be compared."""
        return self.total is not None and not self.missing

    @property
    def low(self) -> Decimal:
        """The total with the low volumes."""
        return self.costs.tco[Scenario.LOW]

    @property
    def high(self) -> Decimal:
        """The total with the high volumes."""
        return self.costs.tco[Scenario.HIGH]


def cost_rows(given: Assessment, report: CostReport, scenario: Scenario) -> list[CostRow]:
    """Return the vendors from the cheapest on; those that cannot be compared come last."""
    rows = [
        _row(vendor.name, style_of(place), report.vendors[vendor.key], scenario)
        for place, vendor in enumerate(given.vendors)
    ]
    return sorted(rows, key=_place)


def _place(row: CostRow) -> tuple[bool, bool, Decimal]:
    """Put what cannot be compared behind what can."""
    return row.total is None, row.missing > 0, row.total or _NOTHING


def _row(name: str, style: SeriesStyle, costs: VendorCosts, scenario: Scenario) -> CostRow:
    flow: CashFlow = costs.flows[scenario]
    return CostRow(
        key=costs.vendor,
        name=name,
        style=style,
        costs=costs,
        scenario=scenario,
        missing=len(costs.missing),
        total=flow.total if costs.priced else None,
        shares=cost_shares(flow),
        once=once_and_recurring(flow)[0],
        years=flow.by_year,
        outside=outside_quotation(flow),
    )
