"""What each vendor costs, what its quotation leaves out, and at which volume the order turns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from statistics import median
from typing import Final

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Nature,
    Scenario,
)
from vendorcompare.core.cash_flow import CashFlow, LineFlow, cash_flow
from vendorcompare.core.money import WIDE, currency_digits, round_money
from vendorcompare.core.payments import Gap

__all__ = ["CostReport", "Gap", "Undisclosed", "UnknownFee", "VendorCosts", "cost_report"]

#: A price this far below the usual one is more often bait than a bargain.
_TOO_CHEAP: Final = Decimal("0.30")

#: With two prices the median lies halfway between them and says nothing about what is usual.
_USUAL_NEEDS: Final = 3

_WITHHELD: Final = (Disclosure.NOT_MENTIONED, Disclosure.REFUSED)


@dataclass(frozen=True, slots=True)
class Undisclosed:
    """Name a fee that the quotation does not show, and its likely cost over the horizon."""

    label: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class UnknownFee:
    """Name a fee that is outside every sum, and what is not known of it."""

    line: CostLine
    gap: Gap

    @property
    def label(self) -> str:
        """What the fee is called."""
        return self.line.label


@dataclass(frozen=True)
class VendorCosts:
    """Hold what one vendor costs over the horizon, VAT included unless said otherwise.

    What differs between the scenarios is held for each of them.

    Attributes:
        priced: whether any fee counts; without one every figure is zero and means nothing.
        missing: the fees that are outside every sum; each figure is short of them.
        flows: the payments month by month.
        by_nature: likely cost of fixed, variable and possible fees.
        by_year: likely cost of each year, one-off fees included; the last may be shorter.
        once: likely cost of the fees that fall due once.
        recurring: likely cost of all other fees.
        per_unit: likely cost of the whole service per unit of each volume, by driver.
        undisclosed: the fees with an amount that the vendor did not quote.
        not_mentioned: what the fees are called for which the vendor gives no price or no word.
        omitted: catalogue keys that another vendor lists and this one has no line for.
        hidden_ratio: undisclosed cost ÷ quoted cost; None if nothing is quoted.
        too_cheap: whether the cost is more than 30 % below the median of all that are complete.
        within_budget: whether the equivalent monthly cost fits; None if that is not known.
    """

    vendor: str
    priced: bool
    missing: tuple[UnknownFee, ...]
    flows: Mapping[Scenario, CashFlow]
    tco: Mapping[Scenario, Decimal]
    npv: Mapping[Scenario, Decimal]
    monthly_equivalent: Mapping[Scenario, Decimal]
    net_of_vat: Mapping[Scenario, Decimal]
    by_nature: Mapping[Nature, Decimal]
    by_year: tuple[Decimal, ...]
    once: Decimal
    recurring: Decimal
    per_unit: Mapping[str, Decimal]
    undisclosed: Mapping[Scenario, tuple[Undisclosed, ...]]
    not_mentioned: tuple[str, ...]
    omitted: tuple[str, ...]
    hidden_ratio: Mapping[Scenario, Decimal | None]
    too_cheap: Mapping[Scenario, bool]
    within_budget: Mapping[Scenario, bool | None]

    @property
    def complete(self) -> bool:
        """Whether every fee that is named is known, so that the total can be compared."""
        return self.priced and not self.missing

    @property
    def at_least(self) -> bool:
        """Whether what is not known can only add to the total: no discount is among it."""
        return not any(each.line.credit for each in self.missing)

    @property
    def sign(self) -> str:
        """What stands before a total as short as can be: nothing, at least, or about."""
        if self.complete:
            return ""
        return "≥ " if self.at_least else "≈ "

    def hidden(self, scenario: Scenario) -> Decimal:
        """Return the cost of all fees that the vendor did not quote."""
        return _total(self.flows[scenario], _hidden(self.flows[scenario]))


@dataclass(frozen=True)
class CostReport:
    """Hold the costs of all vendors, in the order of the assessment."""

    currency: str
    horizon_months: int
    discount_rate: Decimal
    vendors: Mapping[str, VendorCosts]

    def comparable(self, scenario: Scenario = Scenario.LIKELY) -> tuple[VendorCosts, ...]:
        """Return the vendors whose total is complete, from the cheapest on."""
        found = (costs for costs in self.vendors.values() if costs.complete)
        return tuple(sorted(found, key=lambda costs: costs.tco[scenario]))


def cost_report(assessment: Assessment) -> CostReport:
    """Return what every vendor costs and what its quotation leaves out.

    Raises:
        InputError: the horizon or the discount rate makes no sense.
    """
    flows = {
        vendor.key: {each: cash_flow(assessment, vendor.key, each) for each in Scenario}
        for vendor in assessment.vendors
    }
    usual = {each: _usual_cost([flow[each] for flow in flows.values()]) for each in Scenario}
    return CostReport(
        currency=assessment.currency,
        horizon_months=assessment.horizon_months,
        discount_rate=assessment.discount_rate,
        vendors={key: _vendor_costs(assessment, key, each, usual) for key, each in flows.items()},
    )


def _vendor_costs(
    assessment: Assessment,
    vendor: str,
    flows: Mapping[Scenario, CashFlow],
    usual: Mapping[Scenario, Decimal | None],
) -> VendorCosts:
    likely = flows[Scenario.LIKELY]
    once = _total(likely, [flow for flow in likely.lines if flow.line.billing is Billing.ONCE])
    omitted = _omitted(assessment, vendor)
    missing = _missing(flows)
    complete = likely.priced and not missing
    return VendorCosts(
        vendor=vendor,
        priced=likely.priced,
        missing=missing,
        flows=flows,
        tco={each: flow.total for each, flow in flows.items()},
        npv={each: flow.npv for each, flow in flows.items()},
        monthly_equivalent={each: flow.monthly_equivalent for each, flow in flows.items()},
        net_of_vat={each: flow.net_total for each, flow in flows.items()},
        by_nature={nature: _total(likely, _of_nature(likely, nature)) for nature in Nature},
        by_year=likely.by_year,
        once=once,
        recurring=likely.total - once,
        per_unit=_per_unit(assessment, likely) if complete else {},
        undisclosed={each: _undisclosed(flow) for each, flow in flows.items()},
        not_mentioned=_not_mentioned(assessment, vendor, omitted),
        omitted=tuple(omitted),
        hidden_ratio={each: _hidden_ratio(flow) for each, flow in flows.items()},
        too_cheap={
            each: complete and _is_too_cheap(flow, usual[each]) for each, flow in flows.items()
        },
        within_budget={
            each: _fits(assessment, flow) if complete else None for each, flow in flows.items()
        },
    )


def _missing(flows: Mapping[Scenario, CashFlow]) -> tuple[UnknownFee, ...]:
    """Return the fees that do not count in one scenario or another, in the user's order."""
    gaps = {flow.line: flow.gap for each in flows.values() for flow in each.missing}
    lines = flows[Scenario.LIKELY].lines
    return tuple(UnknownFee(flow.line, gap) for flow in lines if (gap := gaps.get(flow.line)))


def _total(flow: CashFlow, lines: list[LineFlow]) -> Decimal:
    return round_money(sum((each.total for each in lines), Decimal(0)), flow.currency)


def _of_nature(flow: CashFlow, nature: Nature) -> list[LineFlow]:
    return [each for each in flow.lines if each.line.nature is nature]


def _hidden(flow: CashFlow) -> list[LineFlow]:
    return [
        each
        for each in flow.lines
        if each.gap is None
        and not each.line.credit  # a discount that nobody put down hides no cost
        and each.line.disclosure is not Disclosure.QUOTED
    ]


def _undisclosed(flow: CashFlow) -> tuple[Undisclosed, ...]:
    return tuple(Undisclosed(each.line.label, _total(flow, [each])) for each in _hidden(flow))


def _hidden_ratio(flow: CashFlow) -> Decimal | None:
    hidden = _total(flow, _hidden(flow))
    quoted = flow.total - hidden
    return _divided(hidden, quoted, digits=4) if quoted > 0 else None


def _per_unit(assessment: Assessment, flow: CashFlow) -> Mapping[str, Decimal]:
    """Spread the whole cost over each volume, with two digits more than the currency has.

    A voucher costs little: its price needs the finer digits to be compared.
    """
    digits = currency_digits(flow.currency) + 2
    return {
        driver.key: _divided(flow.total, driver.likely * flow.horizon_months, digits=digits)
        for driver in assessment.drivers
        if driver.likely > 0
    }


def _divided(part: Decimal, whole: Decimal, *, digits: int) -> Decimal:
    with localcontext(WIDE):
        return (part / whole).quantize(Decimal(1).scaleb(-digits))


def _usual_cost(flows: list[CashFlow]) -> Decimal | None:
    costs = [flow.total for flow in flows if flow.complete]
    return median(costs) if len(costs) >= _USUAL_NEEDS else None


def _is_too_cheap(flow: CashFlow, usual: Decimal | None) -> bool:
    return usual is not None and flow.total < usual * (1 - _TOO_CHEAP)


def _fits(assessment: Assessment, flow: CashFlow) -> bool | None:
    if assessment.budget_monthly is None:
        return None
    return flow.monthly_equivalent <= assessment.budget_monthly


def _omitted(assessment: Assessment, vendor: str) -> dict[str, str]:
    """Return catalogue key and label of what another vendor lists and this one does not."""
    own = {line.catalogue for line in assessment.lines_of(vendor)}
    found: dict[str, str] = {}
    for line in assessment.cost_lines:
        if line.catalogue and line.catalogue not in own:
            found.setdefault(line.catalogue, line.label)
    return found


def _not_mentioned(
    assessment: Assessment, vendor: str, omitted: Mapping[str, str]
) -> tuple[str, ...]:
    withheld = [line.label for line in assessment.lines_of(vendor) if _is_withheld(line)]
    return tuple(dict.fromkeys([*withheld, *omitted.values()]))


def _is_withheld(line: CostLine) -> bool:
    return line.amount is None and line.disclosure in _WITHHELD
