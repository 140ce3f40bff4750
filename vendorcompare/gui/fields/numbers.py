"""Reading the numbers that people type."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.i18n import _

_PLAIN: Final = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?", re.ASCII)
_GROUPED: Final = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]{1,6})?", re.ASCII)
_CURRENCY: Final = re.compile(r"[A-Z]{3}", re.ASCII)


def amount_of(text: str) -> Decimal | None:
    """Read an amount of money, None for nothing typed; full-width digits are digits too."""
    plain = _normal(text)
    if not plain:
        return None
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(",", "")
    if not _PLAIN.fullmatch(plain):
        raise InputError(
            _('"{text}" is not an amount.').format(text=text.strip()),
            hint=_("Type a number such as 800 or 1,250.50."),
        )
    return Decimal(plain)


def rate_of(text: str) -> Decimal:
    """Read a rate in per cent as a share: 5 or 5 % for 0.05."""
    plain = _normal(text).removesuffix("%").strip()
    if not _PLAIN.fullmatch(plain) or Decimal(plain) > 100:
        raise InputError(
            _('"{text}" is not a rate from 0 to 100 per cent.').format(text=text.strip()),
            hint=_("Type a number such as 5."),
        )
    return Decimal(plain) / 100


def day_of(text: str) -> date | None:
    """Read a date, None for nothing typed."""
    plain = _normal(text).replace("/", "-").replace(".", "-")
    if not plain:
        return None
    try:
        year, month, day = (int(part) for part in plain.split("-"))
        return date(year, month, day)
    except ValueError:
        raise InputError(
            _('"{text}" is not a date.').format(text=text.strip()),
            hint=_("Type year, month and day, such as 2027-01-31."),
        ) from None


def currency_of(text: str) -> str:
    """Read the code of a currency."""
    plain = _normal(text).upper()
    if not _CURRENCY.fullmatch(plain):
        raise InputError(
            _('"{text}" is not a currency.').format(text=text.strip()),
            hint=_("Type the three letters of its code, such as CNY or USD."),
        )
    return plain


def written(number: Decimal | None) -> str:
    """Write a number for a field, without needless zeros."""
    if number is None:
        return ""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
