"""Percentages and yearly rates."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.characters import plain
from vendorcompare.document.reader.numbers import number_of, written
from vendorcompare.document.reader.results import (
    NOT_KNOWN,
    USUAL,
    Ambiguous,
    Habits,
    Shares,
    ambiguous,
    short,
)
from vendorcompare.i18n import _

_SIGNED: Final = re.compile(
    r"(?P<of>百分之)(?P<a>.+)|(?P<b>.+?)\s*(?:%|per\s?cent|pct|个百分点|个点|percent)"
)
_PER_MILLE: Final = re.compile(r"千分之(.+)|(.+?)\s*‰")
_TENTHS: Final = re.compile(r"(.+?)成")
_UNTAXED: Final = frozenset(
    {"免税", "免征", "免征增值税", "零税率", "exempt", "tax-free", "zero-rated"}
)


def percent_of(text: str, habits: Habits = USUAL) -> Decimal | None:
    """Read a percentage as its number, 90 for 90%; None for nothing typed.

    Raises:
        Ambiguous: a number below one without a sign may be a share of one.
        InputError: it is no percentage.
    """
    words = plain(text)
    if not words:
        return None
    signed = _SIGNED.fullmatch(words)
    if signed is not None:
        return _number(text, signed["a"] or signed["b"], habits)
    mille = _PER_MILLE.fullmatch(words)
    if mille is not None:
        return _number(text, mille[1] or mille[2], habits) / 10
    tenths = _TENTHS.fullmatch(words)
    if tenths is not None:
        return _number(text, tenths[1], habits) * 10
    number = _number(text, words, habits)
    if habits.shares is Shares.FRACTIONS:
        return number * 100
    if habits.shares is Shares.ASK and _may_be_a_share(number):
        raise ambiguous(text, (f"{written(number)}%", f"{written(number * 100)}%"))
    return number


def rate_of(text: str, habits: Habits = USUAL) -> Decimal | None:
    """Read a rate in per cent as a share of one: 5 or 5% for 0.05; None for nothing typed."""
    number = percent_of(text, habits)
    if number is None:
        return None
    if not 0 <= number <= 100:
        raise InputError(
            _('"{text}" is not a rate from 0 to 100 per cent.').format(text=short(text)),
            hint=_("Type a number such as 5."),
        )
    return number / 100


def tax_of(text: str, habits: Habits = USUAL) -> Decimal | None:
    """Read a rate of VAT, None for nothing typed and for what nobody knows; 免税 is none."""
    words = plain(text)
    if words in _UNTAXED:
        return Decimal(0)
    return None if words in NOT_KNOWN else rate_of(text, habits)


def typed_rate(rate: Decimal) -> str:
    """Write a share of one in per cent so that it is read again."""
    number = rate * 100
    return written(number) + ("%" if 0 < abs(number) < 1 else "")


def _may_be_a_share(number: Decimal) -> bool:
    """Tell whether a number may be a share of one: 0.06 and 1.00, but not 0 or 1."""
    return 0 < abs(number) < 1 or (abs(number) == 1 and number.as_tuple().exponent != 0)


def _number(text: str, words: str, habits: Habits) -> Decimal:
    try:
        found = number_of(words, habits)
    except Ambiguous:
        raise
    except InputError:
        found = None
    if found is None:
        raise InputError(
            _('"{text}" is not a percentage.').format(text=short(text)),
            hint=_("Type a number such as 6 or 6%."),
        )
    return found
