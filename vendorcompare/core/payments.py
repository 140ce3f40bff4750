"""When a fee falls due and what is then paid, or why that cannot be known."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from enum import StrEnum, auto
from typing import Final

from vendorcompare.core.assessment import Billing, CostLine, Driver, Scenario
from vendorcompare.core.errors import InputError
from vendorcompare.core.money import WIDE, add_vat, round_money
from vendorcompare.i18n import N_, _

YEAR: Final = 12

#: Months from one payment to the next; a fee that falls due once has no next one.
_STEP: Final = {Billing.QUARTERLY: 3, Billing.HALF_YEARLY: 6, Billing.YEARLY: YEAR}


class Gap(StrEnum):
    """What must be known of a fee before it can be counted."""

    UNREAD = auto()
    AMOUNT = auto()
    VOLUME = auto()
    INCLUDED = auto()
    VAT = auto()
    UNUSABLE = auto()


def gap_of(line: CostLine, drivers: Mapping[str, Driver]) -> Gap | None:
    """Return what is not known of a fee, None where it can be counted."""
    if line.unread:
        return Gap.UNREAD
    if line.amount is None:
        return Gap.AMOUNT
    if line.amount == 0:
        return None  # nothing is nothing, whatever it is multiplied by
    if line.billing.by_volume:
        driver = drivers.get(line.driver or "")
        if driver is None or not (driver.low or driver.likely or driver.high):
            return Gap.VOLUME
        if line.included_quantity is None:
            return Gap.INCLUDED
    if not line.vat_included and line.vat_rate is None:
        return Gap.VAT
    return None


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

    A credit costs less than nothing. A fee is paid at the start of its period. The price
    steps up after every twelve months of the horizon, whenever the fee itself begins.

    Raises:
        InputError: something of the fee is not known, or makes no sense.
    """
    gap = gap_of(line, drivers)
    if gap is not None:
        raise _missing(gap, line, vendor_name or line.vendor, line.driver in drivers)
    quantity = _quantity(line, drivers, scenario)
    months = [round_money(Decimal(0), currency)] * horizon_months
    prices: dict[int, Decimal] = {}  # a price holds for a year: round it once, not every month
    for month in due_months(line, horizon_months, vendor_name=vendor_name):
        year = (month - 1) // YEAR
        if year not in prices:
            prices[year] = _payment(line, quantity, year, currency)
        months[month - 1] = prices[year]
    return tuple(months)


def due_months(line: CostLine, horizon_months: int, *, vendor_name: str = "") -> range:
    """Return the months in which a fee is paid, counted from 1.

    A period that starts in time is paid in full, even if the fee or the horizon ends within it.
    Free months come once, before the first payment; a fee that falls due once has none.

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
        return range(line.first_month, min(last, line.first_month) + 1)
    return range(line.first_month + line.free_months, last + 1, _STEP.get(line.billing, 1))


def signed_amount(line: CostLine) -> Decimal:
    """Return the amount of a fee as it enters a sum: a credit is taken off."""
    amount = line.amount or Decimal(0)
    return -amount if line.credit else amount


def _missing(gap: Gap, line: CostLine, vendor_name: str, has_volume: bool) -> InputError:
    about, hint = _MISSING[gap]
    if gap is Gap.VOLUME and line.driver:
        about, hint = _NO_FIGURES if has_volume else _NO_SUCH_VOLUME
    cells = _(", ").join(text for _field, text in line.unread)
    values = {"line": line.label, "vendor": vendor_name, "driver": line.driver, "cells": cells}
    return InputError(_(about).format(**values), hint=_(hint))


_NO_SUCH_VOLUME: Final = (
    N_('"{line}" of {vendor} multiplies "{driver}", which is not a volume.'),
    N_("Add this volume to the needs, or choose another one for the fee."),
)
_NO_FIGURES: Final = (
    N_('"{line}" of {vendor} multiplies a volume of which no figures are known.'),
    N_("Enter how much of it there is in a month."),
)
_MISSING: Final = {
    Gap.UNREAD: (
        N_('"{line}" of {vendor} does not count, because "{cells}" was not understood.'),
        N_("Correct the marked cells."),
    ),
    Gap.AMOUNT: (
        N_('The amount of "{line}" of {vendor} is not known.'),
        N_("Ask the vendor for the price. Enter 0 for a fee that is included."),
    ),
    Gap.VOLUME: (
        N_('"{line}" of {vendor} is charged by volume, but no volume is chosen.'),
        N_("Choose the volume that this fee multiplies, or another kind of billing."),
    ),
    Gap.INCLUDED: (
        N_('It is not known how much of "{line}" of {vendor} is free every month.'),
        N_("Enter the included units, 0 where every unit is charged."),
    ),
    Gap.VAT: (
        N_('"{line}" of {vendor} has VAT on top, but its rate is not known.'),
        N_("Enter the rate of VAT, 0 where none is charged."),
    ),
}


def _quantity(line: CostLine, drivers: Mapping[str, Driver], scenario: Scenario) -> Decimal:
    if not line.billing.by_volume:
        return Decimal(1)
    if not line.amount:
        return Decimal(0)
    assert line.driver is not None
    assert line.included_quantity is not None
    return max(Decimal(0), drivers[line.driver].volume(scenario) - line.included_quantity)


def _payment(line: CostLine, quantity: Decimal, year: int, currency: str) -> Decimal:
    with localcontext(WIDE):
        price = signed_amount(line) * quantity * (1 + line.escalation) ** year
        if line.vat_included or line.vat_rate is None:
            return round_money(price, currency)
        return add_vat(price, line.vat_rate, currency)
