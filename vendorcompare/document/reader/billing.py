"""How often a fee falls due, as quotations say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vendorcompare.core.assessment import Billing
from vendorcompare.core.errors import InputError
from vendorcompare.core.fee_terms import BILLINGS
from vendorcompare.document.reader import currencies
from vendorcompare.document.reader.characters import plain
from vendorcompare.document.reader.results import NOT_KNOWN, ambiguous, begun, short
from vendorcompare.i18n import _
from vendorcompare.patterns import Pattern

#: Once in all, or each time: "once" itself is the first.
_ONE_TIME: Final = frozenset({"一次", "1次", "一次费用", "1 time"})
_PAID: Final = (
    r"(?:付|结|缴|交|支付|付款|缴纳|缴费|收|收取|收费|计|计费|计收|结算|预付|预缴|预收|费"
    r"|一付|一结|一缴|一交|一收|一次付清)?"
)
_EACH: Final = (
    rf"(?:{currencies.ANY})?\s*"
    r"(?:每隔|每一|每满|每|按|/|一|1|per|a|an|every|each|the)?\s*个?\s*"
)
#: Once in each period, as in 一次/年 and 每年一次.
_TIME: Final = r"(?:[一1]次|once)"
_ENGLISH: Final = r"(?:billed|paid|charged|payable|due)?\s*"
_IN_ADVANCE: Final = r"\s*(?:,?\s*in advance|upfront|prepaid|先付|提前支付|起付)?"


def _period(names: str) -> Pattern:
    return Pattern(
        rf"{_ENGLISH}(?:{_TIME}\s*)?{_EACH}(?:{names})(?:/次|/?{_TIME})?{_PAID}{_IN_ADVANCE}"
    )


_UNITS: Final = (
    r"张|单|笔|人|户|份|票|页|条|家|席|坐席|座席|位|本|套|台|件|名|份额|凭证|张凭证|张发票"
    r"|发票|订单|员工|用户|账号|账套|会话|units?|items?|pcs?|piece|vouchers?|invoices?|employees?|users?|seats?|head|person"
    r"|documents?|transactions?|orders?|accounts?|contacts?"
)
_QUARTER: Final = r"季|季度|季费|(?:三|3)个?月|quarters?|quarterly|qtr|(?:three|3) months"
_HALF_YEAR: Final = (
    r"半年|半年度|(?:六|6)个?月|half[- ]?year|half[- ]?yearly|half[- ]?a[- ]?year"
    r"|semi-?annual(?:ly)?|(?:six|6) months|twice a year"
)
_YEAR: Final = (
    r"年|年度|周年|(?:十二|12)个?月|years?|yearly|yr|annum|annual|annually|(?:twelve|12) months"
)
_ONCE: Final = (
    r"一次性|单笔|仅一次|只收一次|一次付清|全款|once|once only|one[- ]?off|one[- ]?time|single"
    r"|lump sum|non-recurring"
)
_EVENT: Final = (
    r"(?:每|按|/|每一|/每)\s*单?(?:次|趟|回)|单次|次|趟|per event"
    r"|(?:per|each|every|/|a)\s*(?:visit|event|time|call|occurrence|case|trip|incident|filing)"
)
_UNIT: Final = (
    rf"(?:每|按|/|每一|per|each|a)\s*(?:{_UNITS}|单位)|按量|按用量|按数量|按单量|单价|each|apiece"
    r"|(?:每|/)\s*个"
)
_OF_A_MONTH: Final = r"(?:\s*(?:/|每|per|a)\s*(?:月|month|mo))?"
_MONEY: Final = rf"(?:{currencies.ANY})?\s*"

_PATTERNS: Final[Mapping[Billing, Pattern]] = {
    Billing.MONTHLY: _period("月|月度|months?|monthly|mo|mth"),
    Billing.QUARTERLY: _period(_QUARTER),
    Billing.HALF_YEARLY: _period(_HALF_YEAR),
    Billing.YEARLY: _period(_YEAR),
    Billing.ONCE: Pattern(rf"(?:{_ONCE}){_PAID}(?:费用|付清| fee| payment)?"),
    Billing.PER_EVENT: Pattern(rf"{_MONEY}(?:{_EVENT})(?:数)?{_PAID}"),
    Billing.PER_UNIT: Pattern(rf"{_MONEY}(?:{_UNIT})(?:数|量)?\s*{_PAID}{_OF_A_MONTH}"),
    Billing.HOURLY: _period("小时|钟头|工时|时|hours?|hourly|hr|h"),
}
_PER_ANNUM: Final = Pattern(r"p\.?\s?a\.?")
_PER_MONTH: Final = Pattern(r"p\.?\s?m\.?")
_OR: Final = Pattern(r"\s*(?:或者|或|、|/|,|;|\bor\b)\s*")


def billing_of(text: str) -> Billing | None:
    """Read how a fee is billed, None for nothing typed.

    Raises:
        Ambiguous: the text names several kinds, as in 月付或年付, or one that has two meanings.
        InputError: it is no kind of billing that is known.
    """
    words = plain(text).rstrip(".。")
    if not words:
        return None
    found = _known(words)
    if found is not None:
        return found
    if words in _ONE_TIME:
        raise ambiguous(text, (_("Once"), _("Per event")))
    parts = [part for part in _OR.split(words) if part]
    if len(parts) > 1 and all(_known(part) is not None for part in parts):
        raise ambiguous(text, parts)
    begins = begun(BILLINGS, words)
    if begins is not None:
        return Billing(begins)
    raise InputError(
        _("How often the fee falls due is not said.")
        if words in NOT_KNOWN
        else _('"{text}" is no kind of billing.').format(text=short(text)),
        hint=_(
            "Type once, monthly, quarterly, half-yearly, yearly, per event, per unit or hourly."
        ),
    )


def _known(words: str) -> Billing | None:
    if _PER_ANNUM.fullmatch(words):
        return Billing.YEARLY
    if _PER_MONTH.fullmatch(words):
        return Billing.MONTHLY
    if words in set(Billing):
        return Billing(words)
    return next((kind for kind, form in _PATTERNS.items() if form.fullmatch(words)), None)
