"""Amounts of money: digits of a currency, rounding, VAT. Decimal throughout, never float."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation, localcontext
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.i18n import _

#: Digits after the point, where a currency has other than two (ISO 4217).
_CODES: Final = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}
_DIGITS: Final = {code: digits for digits, codes in _CODES.items() for code in codes.split()}

#: Wide enough that no intermediate figure is rounded in a place that could be seen.
WIDE: Final = Context(prec=50, rounding=ROUND_HALF_UP)


def currency_digits(currency: str) -> int:
    """Return how many digits an amount has after the point; two unless known otherwise."""
    return _DIGITS.get(currency.upper(), 2)


def round_money(amount: Decimal, currency: str) -> Decimal:
    """Round an amount half-up to the digits of its currency.

    Raises:
        InputError: the amount is too large to be kept exactly, or is not a number.
    """
    try:
        rounded = amount.quantize(Decimal(1).scaleb(-currency_digits(currency)), context=WIDE)
    except InvalidOperation:
        rounded = Decimal("NaN")
    if rounded.is_nan():
        raise InputError(
            _("The amount {amount} cannot be kept exactly.").format(amount=f"{amount:.6g}"),
            hint=_("Check its digits and those of the volume it is multiplied by."),
        )
    return rounded


def split_vat(gross: Decimal, rate: Decimal, currency: str) -> tuple[Decimal, Decimal]:
    """Split an amount that includes VAT into the net amount and the tax.

    The tax is gross − gross ÷ (1 + rate), rounded half-up; the net amount is what is left, so
    that both always add up (formula of Cai Shui [2016] No. 36, annex 1).

    Raises:
        InputError: the rate is below zero.
    """
    _require_rate(rate)
    with localcontext(WIDE):
        tax = round_money(gross - gross / (1 + rate), currency)
        return gross - tax, tax


def add_vat(net: Decimal, rate: Decimal, currency: str) -> Decimal:
    """Return the amount with VAT on top, rounded half-up.

    Raises:
        InputError: the rate is below zero.
    """
    _require_rate(rate)
    with localcontext(WIDE):
        return round_money(net * (1 + rate), currency)


def _require_rate(rate: Decimal) -> None:
    if rate < 0:
        raise InputError(
            _("A VAT rate cannot be below zero."), hint=_("Enter a rate such as 1 % or 6 %.")
        )
