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

#: The codes of all currencies in use (ISO 4217).
CURRENCIES: Final = frozenset(
    """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
    CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF
    KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
    MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split()  # noqa: SIM905 - one a line would fill pages
)

#: Wide enough that no intermediate figure is rounded in a place that could be seen.
WIDE: Final = Context(prec=50, rounding=ROUND_HALF_UP)


def check_currency(code: str) -> str:
    """Return the code of a currency in capitals; InputError if there is no such currency."""
    known = code.strip().upper()
    if known not in CURRENCIES:
        raise InputError(
            _('"{code}" is not the code of a currency.').format(code=code),
            hint=_("Type the three letters of its code, such as CNY, HKD or USD."),
        )
    return known


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
            _("A VAT rate cannot be below zero."), hint=_("Enter a rate such as 1% or 6%.")
        )
