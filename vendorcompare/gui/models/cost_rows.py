"""What the Costs page shows of each vendor, made from the report of costs."""

from __future__ import annotations

from collections.abc import Mapping
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
    recurring_by_year,
)
from vendorcompare.core.costs import CostReport, VendorCosts
from vendorcompare.core.series import SeriesStyle, style_of

_NOTHING: Final = Decimal(0)


@dataclass(frozen=True)
class CostRow:
    """Hold the figures of one vendor in one scenario; without a price they mean nothing.

    Attributes:
        costs: the figures of all scenarios.
        left_out: how many of its fees could not be computed.
        total: the cost over the horizon; None where the vendor has no price.
        shares: what it is made of.
        outside: the part that the vendor did not quote by itself.
        worst: how bad the worst is that is to be known about it: bad, warning or nothing.
    """

    key: str
    name: str
    style: SeriesStyle
    costs: VendorCosts
    left_out: int
    total: Decimal | None
    shares: tuple[Share, ...]
    once: Decimal
    years: tuple[Decimal, ...]
    outside: Decimal
    worst: str = ""

    @property
    def low(self) -> Decimal:
        """The total with the low volumes."""
        return self.costs.tco[Scenario.LOW]

    @property
    def high(self) -> Decimal:
        """The total with the high volumes."""
        return self.costs.tco[Scenario.HIGH]


def cost_rows(
    given: Assessment, report: CostReport, scenario: Scenario, left_out: Mapping[str, int]
) -> list[CostRow]:
    """Return the vendors from the cheapest on; those that cannot be compared come last."""
    rows = [
        _row(vendor.name, style_of(place), report.vendors[vendor.key], scenario,
             left_out.get(vendor.key, 0))
        for place, vendor in enumerate(given.vendors)
    ]  # fmt: skip
    return sorted(rows, key=_place)


def _place(row: CostRow) -> tuple[bool, bool, Decimal]:
    """Put what cannot be compared behind what can."""
    return row.total is None, row.left_out > 0, row.total or _NOTHING


def _row(
    name: str, style: SeriesStyle, costs: VendorCosts, scenario: Scenario, left_out: int
) -> CostRow:
    flow: CashFlow = costs.flows[scenario]
    return CostRow(
        key=costs.vendor,
        name=name,
        style=style,
        costs=costs,
        left_out=left_out,
        total=flow.total if costs.priced else None,
        shares=cost_shares(flow),
        once=once_and_recurring(flow)[0],
        years=recurring_by_year(flow),
        outside=outside_quotation(flow),
    )
