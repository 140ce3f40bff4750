"""What the cost of one vendor is made of, in one scenario."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from vendorcompare.core.assessment import Billing, Disclosure, Nature
from vendorcompare.core.cash_flow import CashFlow
from vendorcompare.core.money import round_money


@dataclass(frozen=True, slots=True)
class Share:
    """Hold the cost over the horizon of fees of one nature, and the part that was not quoted."""

    nature: Nature
    amount: Decimal
    outside: Decimal


def cost_shares(flow: CashFlow) -> tuple[Share, ...]:
    """Return what each nature of fees costs, in the order fixed, variable, possible."""
    return tuple(
        Share(nature, _sum(flow, nature, outside=False), _sum(flow, nature, outside=True))
        for nature in Nature
    )


def once_and_recurring(flow: CashFlow) -> tuple[Decimal, Decimal]:
    """Return the cost of the fees that fall due once, and of all others."""
    once = sum(
        (each.total for each in flow.lines if each.line.billing is Billing.ONCE),
        round_money(Decimal(0), flow.currency),
    )
    return once, flow.total - once


def outside_quotation(flow: CashFlow) -> Decimal:
    """Return the cost of the fees that the vendor did not quote by itself."""
    return sum(
        (share.outside for share in cost_shares(flow)), round_money(Decimal(0), flow.currency)
    )


def _sum(flow: CashFlow, nature: Nature, *, outside: bool) -> Decimal:
    return sum(
        (
            each.total
            for each in flow.lines
            if each.line.nature is nature
            and (not outside or not (each.line.disclosure is Disclosure.QUOTED or each.line.credit))
        ),
        round_money(Decimal(0), flow.currency),
    )
