"""What a vendor is paid month by month, and what that is worth today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cached_property, lru_cache

from vendorcompare.core.assessment import Assessment, CostLine, Driver, Invoice, Scenario
from vendorcompare.core.errors import InputError
from vendorcompare.core.money import WIDE, round_money, split_vat
from vendorcompare.core.payments import YEAR, Gap, gap_of, payments
from vendorcompare.i18n import _


@dataclass(frozen=True, slots=True)
class LineFlow:
    """Hold what one fee costs in each month, VAT included.

    Attributes:
        gap: what is not known of the fee; it is then outside every sum, and its months are zero.
    """

    line: CostLine
    months: tuple[Decimal, ...]
    gap: Gap | None = None

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
    def missing(self) -> tuple[LineFlow, ...]:
        """The fees that cannot be counted, so that all sums are short of them."""
        return tuple(flow for flow in self.lines if flow.gap is not None)

    @cached_property
    def priced(self) -> bool:
        """Whether any fee counts; without one every figure is zero and means nothing."""
        return len(self.missing) < len(self.lines)

    @property
    def complete(self) -> bool:
        """Whether every fee counts, and there is one."""
        return bool(self.lines) and not self.missing

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
        line, rate = flow.line, flow.line.vat_rate
        if not self.recovers_vat or line.invoice is not Invoice.SPECIAL or rate is None:
            return flow.months
        nets = {paid: split_vat(paid, rate, self.currency)[0] for paid in set(flow.months)}
        return tuple(nets[paid] for paid in flow.months)

    def _by_month(self, rows: list[tuple[Decimal, ...]]) -> tuple[Decimal, ...]:
        nothing = round_money(Decimal(0), self.currency)
        if not rows:
            return (nothing,) * self.horizon_months
        return tuple(sum(column, nothing) for column in zip(*rows, strict=True))

    def _sum(self, amounts: tuple[Decimal, ...]) -> Decimal:
        return round_money(sum(amounts, Decimal(0)), self.currency)


def cash_flow(assessment: Assessment, vendor: str, scenario: Scenario) -> CashFlow:
    """Return what one vendor is paid in one scenario; a fee with a gap is outside of it.

    Raises:
        InputError: the horizon or the discount rate makes no sense.
    """
    require_terms(assessment)
    return _cash_flow(
        vendor,
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
    lines = tuple(_line_flow(fee, drivers, scenario, months, currency) for fee in fees)
    return CashFlow(
        vendor=vendor,
        scenario=scenario,
        currency=currency,
        horizon_months=months,
        discount_rate=discount_rate,
        recovers_vat=recovers_vat,
        lines=lines,
    )


def _line_flow(
    fee: CostLine, drivers: Mapping[str, Driver], scenario: Scenario, months: int, currency: str
) -> LineFlow:
    gap = gap_of(fee, drivers)
    if gap is None:
        try:
            return LineFlow(fee, payments(fee, drivers, scenario, months, currency))
        except InputError:
            gap = Gap.UNUSABLE
    return LineFlow(fee, (round_money(Decimal(0), currency),) * months, gap)


def require_terms(assessment: Assessment) -> None:
    """Raise InputError unless horizon and discount rate allow costs to be computed."""
    if assessment.horizon_months < 1:
        raise InputError(
            _("Costs need a horizon of at least one month."),
            hint=_("Enter a horizon such as 36 months."),
        )
    if assessment.discount_rate <= -1:
        raise InputError(
            _("The discount rate must be above −100%."), hint=_("Enter a rate such as 5%.")
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
