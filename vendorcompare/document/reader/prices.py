"""Prices as quotations give them: an amount with its currency, its billing and what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from vendorcompare.core.assessment import Billing
from vendorcompare.core.errors import InputError
from vendorcompare.document.reader import currencies
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.characters import has_pieces, plain
from vendorcompare.document.reader.numbers import NUMERAL, number_of, written
from vendorcompare.document.reader.results import (
    USUAL,
    Ambiguous,
    Habits,
    ambiguous,
    inexact,
    short,
)
from vendorcompare.i18n import _
from vendorcompare.patterns import Pattern


class PriceNote(Enum):
    """What a quotation says beside an amount, or instead of one."""

    FREE = auto()
    INCLUDED = auto()
    NEGOTIABLE = auto()
    FROM = auto()


@dataclass(frozen=True, slots=True)
class Price:
    """Hold what a text says of a price.

    Attributes:
        amount: None where none is named; never negative, a credit is marked as such.
        currency: code of the currency that is named, "" where none is.
        billing: None where it is not named.
        remark: FREE and INCLUDED cost nothing; NEGOTIABLE has no amount; with FROM the amount is
            the least that will be charged.
        credit: whether the amount is taken off.
        vat_included: None where nothing is said of VAT.
    """

    amount: Decimal | None = None
    currency: str = ""
    billing: Billing | None = None
    remark: PriceNote | None = None
    credit: bool = False
    vat_included: bool | None = None


_FREE: Final = frozenset(
    {"免费", "不收", "不收费", "免", "免收", "全免", "零", "不要钱", "不另收费", "不另外收费",
     "不额外收费", "不再收费", "无费用",
     "0费用", "不收取", "不收取费用", "赠送", "送", "免费赠送", "free", "free of charge",
     "no charge", "no fee", "complimentary", "waived", "gratis", "n/c"}
)  # fmt: skip
_INCLUDED: Final = frozenset(
    {"含", "已含", "包含", "包括", "内含", "已包含", "含在内", "包含在内", "在套餐内", "套餐内",
     "套餐内包含", "包", "included", "incl", "incl.", "inclusive", "in package", "in the fee"}
)  # fmt: skip
_WITHIN: Final = Pattern(
    r"(?:已|均|都)?(?:包含|含|包)在.{0,10}?(?:费|价|价格|套餐|报价)(?:用)?[之以]?[内里中]?"
)
_NEGOTIABLE: Final = frozenset(
    {"面议", "另议", "电议", "议价", "价格面议", "费用面议", "待定", "另计", "另算", "另行收费",
     "另收费", "另行计算", "按实际", "按实际情况", "实报实销", "视情况", "视情况而定", "协商",
     "双方协商", "详谈", "详询", "询价", "咨询", "单独报价", "另行报价", "按需报价", "暂无",
     "未定", "未报", "未报价", "不确定", "negotiable", "on request", "on application", "poa",
     "tbd", "tba", "to be agreed", "ask", "price on request", "by agreement", "at cost", "quote",
     "upon request", "varies"}
)  # fmt: skip
#: Either there is no such fee, or nothing was said of it.
_NOTHING: Final = frozenset({"无", "没有", "none", "nil", "-", "--", "/", "n/a", "na", "x", "×"})

_VAT: Final = Pattern(
    r"[\s(,;\[]*(?P<net>不含税|未含税|未税|税前|不带税"
    r"|excl?\.?(?:uding)?\s*(?:vat|tax)|\+\s*vat|plus vat|net of vat)?"
    r"(?P<gross>含税价?|价税合计|税后|带税|incl?\.?(?:uding)?\s*(?:vat|tax))?[\s),;\]]*"
)
_FROM: Final = Pattern(
    r"(?:起步价|最低|至少|不低于|from|starting at|starts at|≥)\s*(.+)"
    r"|(.+?)\s*(?:起步|起收|起|以上|\+)(\s*(?:/|每|per\b).*)?"
)
_CREDIT: Final = Pattern(
    r"(?:优惠券?|立减|减免|减|返现|返还|返|抵扣|折让|折扣|扣减|便宜|让利"
    r"|discount|less|rebate|credit|minus)"
    r"\s*(?:of)?\s*(.+)|(.+?)\s*(?:优惠|减免|折|discount|off|rebate|credit)"
)
_FIGURES: Final = r"\d[\d.,]*"
_NUMBER: Final = rf"{_FIGURES}(?:\s*(?:百万|千万|万|千|百|亿|w(?![a-z])|k(?![a-z])))?"
_SPLIT: Final = Pattern(rf"(?P<before>\D*?)(?P<number>[-+]?{_NUMBER})(?P<after>.*)", re.ASCII)
_IN_NUMERALS: Final = Pattern(
    rf"(?P<before>.*?)(?P<number>{NUMERAL.pattern})(?P<after>(?:{currencies.ANY}).*)"
)
_BEFORE: Final = Pattern(rf"(?P<rest>.*?)\s*(?P<named>{currencies.ANY})?\s*[:]?")
_AFTER: Final = Pattern(rf"\s*(?P<named>{currencies.ANY})?(?![a-z])\s*(?P<rest>.*)")
_SPAN: Final = Pattern(
    rf"\D*(?P<low>{_NUMBER})\s*(?:元|¥|块)?\s*(?:-|~|至|到|\bto\b)\s*(?P<high>¥?\s*{_NUMBER}.*)",
    re.ASCII,
)
_ABOUT: Final = Pattern(r"(?:约|大约|大概|近|≈|~|about|approx\.?|ca\.)\s*(.+)")
_OFF: Final = Pattern(r".*[\d一二三四五六七八九]\s*折.*|.*\d\s*%.*")


def price_of(text: str, habits: Habits = USUAL) -> Price | None:
    """Read what a text says of a price, None for nothing typed.

    Raises:
        Ambiguous: it names a currency that amounts here are not in, or no single amount.
        InputError: it is no price.
    """
    words = plain(text)
    if not words:
        return None
    if words in _FREE:
        return Price(Decimal(0), remark=PriceNote.FREE)
    if words in _INCLUDED or _WITHIN.fullmatch(words):
        return Price(Decimal(0), remark=PriceNote.INCLUDED)
    if words in _NEGOTIABLE:
        return Price(remark=PriceNote.NEGOTIABLE)
    if words in _NOTHING:
        raise ambiguous(text, (_("free"), _("negotiable")))
    if has_pieces(text):
        raise _no_amount(text)
    if words.startswith("-") and words[1:2].isdigit():
        raise ambiguous(text, (words[1:], _("less {amount}").format(amount=words[1:])))
    span = _SPAN.fullmatch(words)
    if span is not None:
        raise inexact(text, (_lower_end(span["low"], span["high"]), span["high"]))
    return _said(text, words, habits)


def amount_of(text: str, habits: Habits = USUAL) -> Decimal | None:
    """Read an amount with or without the sign of its currency, None for nothing typed.

    Nothing may stand beside it: no billing, no remark. A word such as 免费 is zero.
    """
    price = price_of(text, habits)
    if price is None:
        return None
    if price.amount is None or price.remark is PriceNote.FROM or price.credit or price.billing:
        raise _no_amount(text)
    return price.amount


def _said(text: str, words: str, habits: Habits) -> Price:
    """Read an amount with what stands before and behind it."""
    words, vat = _without_vat(words)
    least = _FROM.fullmatch(words)
    if least is not None:
        price = _bare(text, least[1] or least[2] + (least[3] or ""), habits)
        return replace(price, remark=PriceNote.FROM, vat_included=vat)
    about = _ABOUT.fullmatch(words)
    if about is not None:
        raise inexact(text, (about[1],))
    credit = _CREDIT.fullmatch(words)
    if credit is not None:
        if _OFF.fullmatch(words):
            raise InputError(
                _('"{text}" is a share, not an amount.').format(text=short(text)),
                hint=_("Work out how much is taken off and type that amount."),
            )
        price = _bare(text, credit[1] or credit[2], habits)
        return replace(price, credit=True, vat_included=vat)
    return replace(_bare(text, words, habits), vat_included=vat)


def _without_vat(words: str) -> tuple[str, bool | None]:
    for place in (_VAT.match(words), *(m for m in _VAT.finditer(words) if m.end() == len(words))):
        if place is not None and (place["net"] or place["gross"]):
            rest = (words[: place.start()] + words[place.end() :]).strip()
            return rest, bool(place["gross"])
    return words, None


def _bare(text: str, words: str, habits: Habits) -> Price:
    found = _SPLIT.fullmatch(words) or _IN_NUMERALS.fullmatch(words)
    if found is None and NUMERAL.fullmatch(words):
        found = re.fullmatch(r"(?P<before>)(?P<number>.*)(?P<after>)", words)
    if found is None or found["number"].startswith(("-", "+")):
        raise _no_amount(text)
    before, after = _BEFORE.fullmatch(found["before"]), _AFTER.fullmatch(found["after"])
    if before is None or after is None:  # letters right behind the digits, as in 1e3
        raise _no_amount(text)
    amount = _amount(text, found["number"], habits)
    named = [name for name in (before["named"], after["named"]) if name]
    said = (_billing(text, found["number"], each["rest"]) for each in (before, after))
    billing = [each for each in said if each]
    if len(set(billing)) > 1:
        raise _no_amount(text)
    return Price(amount, _currency(text, amount, named, habits), next(iter(billing), None))


def _amount(text: str, number: str, habits: Habits) -> Decimal:
    try:
        amount = number_of(number, habits)
    except Ambiguous as several:
        raise ambiguous(text, several.choices) from None
    except InputError:
        amount = None
    if amount is None:
        raise _no_amount(text)
    return amount


def _billing(text: str, number: str, words: str) -> Billing | None:
    try:
        return billing_of(words.strip(" :-"))
    except Ambiguous as several:
        raise ambiguous(text, [f"{number} {choice}" for choice in several.choices]) from None
    except InputError:
        raise _no_amount(text) from None


def _currency(text: str, amount: Decimal, named: list[str], habits: Habits) -> str:
    """Return the currency that signs and words name; any but the usual one is not taken."""
    if not named:
        return ""
    meant = set.intersection(*(set(currencies.MEANINGS[name]) for name in named))
    if not habits.currency:
        found = [code for code in currencies.MEANINGS[named[0]] if code in meant]
        return found[0] if len(meant) == 1 or "CNY" in meant else ""
    if habits.currency in meant:
        return habits.currency
    raise Ambiguous(
        _('"{text}" is not in {currency}.').format(text=short(text), currency=habits.currency)
        + " "
        + _("Another currency needs a rate: type what it comes to."),
        (f"{habits.currency} {written(amount)}",),
    )


def _lower_end(low: str, high: str) -> str:
    """Write the lower end as the higher one: 1万元/月 of 1-2万元/月."""
    return re.sub(_FIGURES if low[-1].isdigit() else _NUMBER, low, high, count=1)


def _no_amount(text: str) -> InputError:
    return InputError(
        _('"{text}" is not an amount.').format(text=short(text)),
        hint=_("Type a number such as 800 or 1,250.50."),
    )
