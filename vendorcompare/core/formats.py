"""How figures are written, on screen and on paper: the same figure always looks the same."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from vendorcompare.i18n import Language

NOTHING: Final = "—"

_ROUNDING: Final = 1e-9


def points(value: float | None) -> str:
    """Write a value or score from 0 to 100."""
    return NOTHING if value is None or value != value else f"{value:.1f}"


def interval(low: float | None, high: float | None) -> str:
    """Write what the missing scores still allow."""
    if low is None or high is None:
        return NOTHING
    return f"{points(low)}–{points(high)}"


def hundredths(value: float) -> int:
    """Return a share of one in hundredths, rounded down: 100 is said only of what is complete."""
    return math.floor(value * 100 + _ROUNDING)


def share(value: float) -> str:
    """Write a share of one in whole per cent."""
    whole = hundredths(value)
    return "<1%" if not whole and value > _ROUNDING else f"{whole}%"


def share_at_most(value: float) -> str:
    """Write a share of one in whole per cent, rounded up: of what is lost nothing is left out."""
    return f"{math.ceil(value * 100 - _ROUNDING)}%"


def percent(value: float | Decimal) -> str:
    """Write a share of one with its tenths, without the sign that stands in the head."""
    return f"{value * 100:.1f}"


def rate(value: Decimal) -> str:
    """Write a yearly rate as it was typed."""
    return f"{number(float(value * 100))}%"


def number(value: float) -> str:
    """Write a raw score without digits it does not need: two, or three that count below one."""
    rounded = f"{value:.2f}" if abs(value) >= 1 else f"{value:.3g}"
    plain = Decimal(rounded).normalize()
    return f"{plain:,f}".replace("-", "−")


def money(amount: Decimal | None) -> str:
    """Write an amount with the digits it has."""
    return NOTHING if amount is None else f"{amount:,f}".replace("-", "−")


def whole(amount: Decimal) -> str:
    """Write an amount without what is less than one of its currency."""
    return f"{amount:,.0f}".replace("-", "−")


def currency(code: str, language: Language) -> str:
    """Write what amounts are in, as a reader of the language calls it."""
    return IN_CHINESE.get(code, code) if language == "zh" else code


def currency_name(code: str, language: Language) -> str:
    """Name a currency where it stands alone: 人民币（元）, where beside an amount 元 would do."""
    word = currency(code, language)
    return f"人民币（{word}）" if code == "CNY" and word != code else word


def quantity(amount: Decimal) -> str:
    """Write a volume without digits it does not need."""
    return f"{amount.normalize():,f}".replace("-", "−")


def size(count: int) -> str:
    """Write how large a file is, in thousands or millions of bytes."""
    return f"{count / 1e6:,.1f} MB" if count >= 1e6 else f"{max(count / 1e3, 0.1):,.1f} kB"


def day(moment: date, language: Language) -> str:
    """Write a date."""
    if language == "zh":
        return f"{moment.year}年{moment.month}月{moment.day}日"
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def instant(moment: datetime) -> str:
    """Write a date and time with its distance from Greenwich."""
    offset = moment.utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    sign = "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"{moment:%Y-%m-%d %H:%M} UTC{sign}{hours:02}:{rest:02}"


IN_CHINESE: Final = {
    "CNY": "元",
    "HKD": "港元",
    "MOP": "澳门元",
    "TWD": "新台币",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "KRW": "韩元",
    "SGD": "新加坡元",
    "AUD": "澳元",
    "CAD": "加元",
    "CHF": "瑞士法郎",
}
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
