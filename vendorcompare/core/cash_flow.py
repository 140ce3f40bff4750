"""What a vendor is paid month by month, and what that is worth today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cached_property, lru_cache
from typing import Final

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Driver,
    Invoice,
    Scenario,
)
from vendorcompare.core.errors import InputError
from vendorcompare.core.money import WIDE, add_vat, round_money, split_vat
from vendorcompare.i18n import _

YEAR: Final = 12

#: Months from one payment to the next; a fee that falls due once has no next one.
_STEP: Final = {Billing.QUARTERLY: 3, Billing.YEARLY: 12}

_BY_VOLUME: Final = (Billing.PER_UNIT, Billing.HOURLY)


@dataclass(frozen=True, slots=True)
class LineFlow:
    """Hold what one fee costs in each month, VAT included."""

    line: CostLine
    months: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        """The cost of the fee over the whole horizon."""
        return sum(self.months, Decimal(0))


@dataclass(frozen=True)
class CashFlow:
    """Hold the payments to one vendor in one scenario; all months have VAT included.

    Attributes:
        discount_rate: per year, 0.05 for five per cent.
        recovers_vat: whether the buyer deducts the VAT of special invoices.
    """

    vendor: str
    scenario: Scenario
    currency: str
    horizon_months: int
    discount_rate: Decimal
    recovers_vat: bool
    lines: tuple[LineFlow, ...]

    @cached_property
    def gross(self) -> tuple[Decimal, ...]:
        """What is paid in each month."""
        return self._by_month([flow.months for flow in self.lines])

    @cached_property
    def net(self) -> tuple[Decimal, ...]:
        """What each month costs after the buyer has deducted the VAT it can recover."""
        return self._by_month([self._net(flow) for flow in self.lines])

    @cached_property
    def total(self) -> Decimal:
        """The cost over the whole horizon, VAT included."""
        return self._sum(self.gross)

    @cached_property
    def net_total(self) -> Decimal:
        """The cost over the whole horizon without recoverable VAT."""
        return self._sum(self.net)

    @cached_property
    def by_year(self) -> tuple[Decimal, ...]:
        """The cost of each year from the start of the horizon; the last may be shorter."""
        starts = range(0, self.horizon_months, YEAR)
        return tuple(self._sum(self.gross[start : start + YEAR]) for start in starts)

    @cached_property
    def npv(self) -> Decimal:
        """What all payments are worth on the first day."""
        return round_money(self._present_value, self.currency)

    @cached_property
    def monthly_equivalent(self) -> Decimal:
        """The level amount at the start of each month that is worth as much as all payments."""
        with localcontext(WIDE):
            # The factors add up to the closed form (1 − (1+i)^−N) ÷ i × (1+i), and to N at i = 0.
            annuity = sum(discount_factors(self.discount_rate, self.horizon_months))
            return round_money(self._present_value / annuity, self.currency)

    @cached_property
    def _present_value(self) -> Decimal:
        factors = discount_factors(self.discount_rate, self.horizon_months)
        with localcontext(WIDE):
            return sum(
                (paid * factor for paid, factor in zip(self.gross, factors, strict=True)),
                Decimal(0),
            )

    def _net(self, flow: LineFlow) -> tuple[Decimal, ...]:
        line = flow.line
        if not self.recovers_vat or line.invoice is not Invoice.SPECIAL:
            return flow.months
        nets = {paid: split_vat(paid, line.vat_rate, self.currency)[0] for paid in set(flow.months)}
        return tuple(nets[paid] for paid in flow.months)

    def _by_month(self, rows: list[tuple[Decimal, ...]]) -> tuple[Decimal, ...]:
        nothing = round_money(Decimal(0), self.currency)
        if not rows:
            return (nothing,) * self.horizon_months
        return tuple(sum(column, nothing) for column in zip(*rows, strict=True))

    def _sum(self, amounts: tuple[Decimal, ...]) -> Decimal:
        return round_money(sum(amounts, Decimal(0)), self.currency)


def cash_flow(assessment: Assessment, vendor: str, scenario: Scenario) -> CashFlow:
    """Return what one vendor is paid in one scenario.

    Raises:
        InputError: a fee lacks the volume it multiplies, or the horizon, the discount rate or a
            first month makes no sense.
    """
    require_terms(assessment)
    return _cash_flow(
        vendor,
        assessment.vendor(vendor).name,
        scenario,
        assessment.lines_of(vendor),
        assessment.drivers,
        assessment.horizon_months,
        assessment.currency,
        assessment.discount_rate,
        assessment.buyer_recovers_vat,
    )


@lru_cache(maxsize=512)
def _cash_flow(
    vendor: str,
    name: str,
    scenario: Scenario,
    fees: tuple[CostLine, ...],
    volumes: tuple[Driver, ...],
    months: int,
    currency: str,
    discount_rate: Decimal,
    recovers_vat: bool,
) -> CashFlow:
    """Return what `cash_flow` returns; after a change of one fee most vendors cost the same."""
    drivers = {driver.key: driver for driver in volumes}
    lines = tuple(
        LineFlow(fee, payments(fee, drivers, scenario, months, currency, vendor_name=name))
        for fee in fees
    )
    return CashFlow(
        vendor=vendor,
        scenario=scenario,
        currency=currency,
        horizon_months=months,
        discount_rate=discount_rate,
        recovers_vat=recovers_vat,
        lines=lines,
    )


def payments(
    line: CostLine,
    drivers: Mapping[str, Driver],
    scenario: Scenario,
    horizon_months: int,
    currency: str,
    *,
    vendor_name: str = "",
) -> tuple[Decimal, ...]:
    """Return what a fee costs in each month of the horizon, VAT included.

    A fee is paid at the start of its period. The price steps up after every twelve months of
    the horizon, whenever the fee itself begins. A fee without an amount costs nothing known.

    Raises:
        InputError: the fee lacks the volume it multiplies, or starts before the first month.
    """
    months = [round_money(Decimal(0), currency)] * horizon_months
    if line.amount is None:
        return tuple(months)
    quantity = _quantity(line, drivers, scenario, vendor_name or line.vendor)
    due = due_months(line, horizon_months, vendor_name=vendor_name)
    prices: dict[int, Decimal] = {}  # a price holds for a year: round it once, not every month
    for month in due:
        year = (month - 1) // YEAR
        if year not in prices:
            prices[year] = _payment(line, quantity, year, currency)
        months[month - 1] = prices[year]
    return tuple(months)


def due_months(line: CostLine, horizon_months: int, *, vendor_name: str = "") -> range:
    """Return the months in which a fee is paid, counted from 1.

    A period that starts in time is paid in full, even if the fee or the horizon ends within it.

    Raises:
        InputError: the fee starts before the first month.
    """
    if line.first_month < 1:
        raise InputError(
            _('"{line}" of {vendor} starts in month {month}, but months count from 1.').format(
                line=line.label, vendor=vendor_name or line.vendor, month=line.first_month
            ),
            hint=_("Enter 1 for a fee that is due from the start."),
        )
    last = horizon_months if line.last_month is None else min(line.last_month, horizon_months)
    if line.billing is Billing.ONCE:
        last = min(last, line.first_month)
    return range(line.first_month, last + 1, _STEP.get(line.billing, 1))


def driver_of(line: CostLine, drivers: Mapping[str, Driver], vendor_name: str) -> Driver | None:
    """Return the volume that a fee multiplies, None for a fee that multiplies none.

    Raises:
        InputError: the fee is charged by volume, but names none or one that does not exist.
    """
    if line.billing not in _BY_VOLUME:
        return None
    if not line.driver:
        raise InputError(
            _('"{line}" of {vendor} is charged by volume, but no volume is chosen.').format(
                line=line.label, vendor=vendor_name
            ),
            hint=_("Choose the volume that this fee multiplies, or another kind of billing."),
        )
    if line.driver not in drivers:
        raise InputError(
            _('"{line}" of {vendor} multiplies "{driver}", which is not a volume.').format(
                line=line.label, vendor=vendor_name, driver=line.driver
            ),
            hint=_("Add this volume to the needs, or choose another one for the fee."),
        )
    return drivers[line.driver]


def require_terms(assessment: Assessment) -> None:
    """Raise InputError unless horizon and discount rate allow costs to be computed."""
    if assessment.horizon_months < 1:
        raise InputError(
            _("Costs need a horizon of at least one month."),
            hint=_("Enter a horizon such as 36 months."),
        )
    if assessment.discount_rate <= -1:
        raise InputError(
            _("The discount rate must be above −100 %."), hint=_("Enter a rate such as 5 %.")
        )


@lru_cache(maxsize=32)
def discount_factors(rate: Decimal, months: int) -> tuple[Decimal, ...]:
    """Return what one unit paid at the start of each month is worth on the first day.

    The monthly rate is the one that compounds to the yearly rate: (1 + i)^(1/12) − 1.
    """
    with localcontext(WIDE):
        step = (1 + rate) ** (Decimal(-1) / YEAR)
        factors = [Decimal(1)]
        while len(factors) < months:
            factors.append(factors[-1] * step)
        return tuple(factors)


def _quantity(
    line: CostLine, drivers: Mapping[str, Driver], scenario: Scenario, vendor_name: str
) -> Decimal:
    driver = driver_of(line, drivers, vendor_name)
    if driver is None:
        return Decimal(1)
    return max(Decimal(0), driver.volume(scenario) - line.included_quantity)


def _payment(line: CostLine, quantity: Decimal, year: int, currency: str) -> Decimal:
    assert line.amount is not None
    with localcontext(WIDE):
        price = line.amount * quantity * (1 + line.escalation) ** year
        if line.vat_included:
            return round_money(price, currency)
        return add_vat(price, line.vat_rate, currency)
