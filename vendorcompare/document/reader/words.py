"""Words from a small list: yes and no, kinds of fees, of invoices, of disclosure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from vendorcompare.core import fee_terms
from vendorcompare.core.assessment import Disclosure, Invoice, Nature
from vendorcompare.core.errors import InputError
from vendorcompare.core.stages import STAGES
from vendorcompare.document.reader.characters import plain
from vendorcompare.document.reader.numbers import whole_number_of
from vendorcompare.document.reader.results import Kind, ambiguous, begun, short
from vendorcompare.i18n import _


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_YES: Final = _set(
    "yes y true t ok 1 是 对 有 能 可 可以 会 含 包含 包括 已含 已包含 支持 已 已有 具备 "
    "提供 符合 满足 同意 好 行 正确 真 √ ✓ ✔ ☑ ✅ ● ○ included"
)
_NO: Final = _set(
    "no n false f 0 否 不 不是 错 无 没有 没 不能 不可 不可以 不会 不含 不包含 不包括 "
    "未含 不支持 未 未有 不具备 不提供 不符合 不满足 不同意 不行 假 × ✗ ✘ ✕ ✖ ☒ ❌ ╳ "
    "excluded"
)
#: A cross of letters marks a choice in one house and rules it out in another.
_CROSS: Final = frozenset({"x"})

_INVOICES: Final[Mapping[Invoice, str]] = {
    Invoice.SPECIAL: (
        "专票 专用发票 增值税专用发票 专用 增专 增值税专票 可开专票 开专票 提供专票 "
        "电子专票 special specialvat specialinvoice specialvatinvoice vatspecialinvoice"
    ),
    Invoice.ORDINARY: (
        "普票 普通发票 增值税普通发票 普通 增普 增值税普票 可开普票 开普票 提供普票 "
        "电子普票 ordinary general ordinaryinvoice ordinaryvatinvoice generalvatinvoice "
        "normal"
    ),
    Invoice.NONE: (
        "无票 不开票 不开发票 无发票 没有发票 不提供发票 不含票 无 没有 收据 仅收据 none "
        "noinvoice no receipt receiptonly"
    ),
}
_NATURES: Final[Mapping[Nature, str]] = {
    Nature.FIXED: ("固定 固定费用 必收 必交 基本 基础 fixed regular"),
    Nature.VARIABLE: ("变动 按量 浮动 随量 随用量 可变 variable"),
    Nature.POSSIBLE: ("可能 可能发生 或有 可能发生 偶发 有时 视情况 possible contingent optional"),
}
_DISCLOSURES: Final[Mapping[Disclosure, str]] = {
    Disclosure.QUOTED: ("已报价 已报 报价 报了 写明 列明 明示 quoted stated"),
    Disclosure.ON_REQUEST: (
        "问后才说 面议 待询 询问后报 问了才说 问才说 另议 电议 待定 询价 追问后告知 onrequest "
        "asked negotiable"
    ),
    Disclosure.NOT_MENTIONED: ("未提 未提及 没提 没有提到 没说 未说明 notmentioned unmentioned"),
    Disclosure.REFUSED: ("拒绝 拒绝说明 不肯说 拒答 拒不报价 不报价 拒绝告知 refused declined"),
}
_STAGES: Final[Mapping[str, str]] = {
    "longlist": "初选 长名单",
    "shortlist": "候选 短名单",
    "finalist": "入围 决选",
    "chosen": "已选定 选定 中选",
    "dropped": "落选 淘汰 已淘汰 放弃",
}
_GROSS: Final = _set(
    "withvat 含税 含 含税价 价税合计 已含税 是 税后 included incl gross vatincluded inclusive 包税"
)
_NET: Final = _set(
    "withoutvat 不含税 不含 未税 未含税 税前 否 不含税价 另加税 税另计 excluded excl net "
    "vatexcluded exclusive plusvat +vat"
)

_PERIODS: Final[Mapping[str, int]] = {
    **dict.fromkeys(("月", "个月", "month", "months", "mo"), 1),
    **dict.fromkeys(("季", "个季度", "季度", "quarter", "quarters"), 3),
    **dict.fromkeys(("年", "year", "years"), 12),
}
_GIVEN: Final = re.compile(
    r"(?:(?:.*?(?:赠送|加赠|再送|另送|赠|送|免费|免收|免|减免|get)|前|首|头|first|plus|\+)\s*"
    r"(?P<n>\d+|[一二两三四五六七八九十]+|半|首)?\s*(?P<unit>个月|月|个季度|季度|季|年|months?|mo|quarters?|years?)"
    r"(?:的?(?:服务|服务费|月费|代理费|费用))?\s*(?P<after>免费|免收|免|赠送|不收费|free)?"
    r"|(?P<m>\d+)\s*(?P<word>months?|quarters?|years?)\s*(?:free|for free|free of charge))"
)
_FREE_FROM: Final = ("前", "首", "头", "first")


def yes_of(text: str) -> bool | None:
    """Read yes or no, None for nothing typed.

    Raises:
        Ambiguous: the letter x, which marks a choice as well as rules it out.
        InputError: it is neither.
    """
    words = plain(text).rstrip(".!")
    if not words:
        return None
    found = _yes(words)
    if found is not None:
        return found
    if words in _CROSS:
        raise ambiguous(text, ("√", "×"))
    raise InputError(
        _('"{text}" is neither yes nor no.').format(text=short(text)), hint=_("Type yes or no.")
    )


def _yes(words: str) -> bool | None:
    own = {plain(_("Yes")): True, plain(_("No")): False}
    if words in own:
        return own[words]
    return True if words in _YES else False if words in _NO else None


def vat_included_of(text: str) -> bool | None:
    """Read whether VAT is in a price, None for nothing typed."""
    words = plain(text).replace(" ", "")
    if not words:
        return None
    if words in _GROSS or words in _NET:
        return words in _GROSS
    try:
        return yes_of(text)
    except InputError:
        choices = (_("with VAT"), _("without VAT"))
        refused = ambiguous if "税" in words else _none_of
        raise refused(text, choices) from None


def invoice_of(text: str) -> Invoice | None:
    """Read which invoice is issued, None for nothing typed."""
    found = _listed(text, _INVOICES, fee_terms.INVOICES)
    return None if found is None else Invoice(found)


def nature_of(text: str) -> Nature | None:
    """Read whether a fee is fixed, variable or only possible, None for nothing typed."""
    found = _listed(text, _NATURES, fee_terms.NATURES)
    return None if found is None else Nature(found)


def disclosure_of(text: str) -> Disclosure | None:
    """Read how openly a fee was named, None for nothing typed."""
    found = _listed(text, _DISCLOSURES, fee_terms.DISCLOSURES)
    return None if found is None else Disclosure(found)


def stage_of(text: str) -> str:
    """Read how far a vendor has come, "" for nothing typed."""
    words = plain(text).replace(" ", "")
    for stage, known in _STAGES.items():
        if words == stage or words in known.split():
            return stage
    if words:
        raise _none_of(text, map(_, STAGES.values()))
    return ""


def free_months_of(text: str) -> int | None:
    """Read how many months are given free, as in 赠送3个月; None for nothing typed."""
    words = plain(text)
    if not words:
        return None
    found = _GIVEN.fullmatch(words)
    months = _months(found) if found is not None else None
    if months is None and words.isdecimal():
        months = whole_number_of(words)
    if months is None:
        raise InputError(
            _('"{text}" is no number of free months.').format(text=short(text)),
            hint=_("Type a number of months, such as 3, or nothing where none are free."),
        )
    return months


def _months(found: re.Match[str]) -> int | None:
    if found["m"]:
        return int(found["m"]) * _PERIODS[found["word"]]
    starts = any(found[0].startswith(word) for word in _FREE_FROM)
    if starts and not found["after"]:
        return None  # the first three months: of what is not said
    size = _PERIODS[found["unit"]]
    if found["n"] == "半":
        return size // 2 or None
    if found["n"] in (None, "首"):
        return size
    number = whole_number_of(found["n"])
    return None if number is None else number * size


def _listed(text: str, kinds: Mapping[Kind, str], names: Mapping[StrEnum, str]) -> StrEnum | None:
    """Return the kind that a word names, in either language or by its code."""
    words = plain(text).replace(" ", "")
    if not words:
        return None
    for kind, known in kinds.items():
        if words == kind.value or words in known.split():
            return kind
    meant = [k for k, known in kinds.items() if _holds(words, known)]
    if len(meant) > 1:
        raise ambiguous(text, (_(names[kind]) for kind in meant))
    begins = begun(names, plain(text))
    if begins is None:
        raise _none_of(text, map(_, names.values()))
    return begins


def _holds(words: str, known: str) -> bool:
    return any(name in words for name in known.split() if len(name) > 1)


def _none_of(text: str, offered: Iterable[str]) -> InputError:
    return InputError(
        _('"{text}" is none of the choices.').format(text=short(text)),
        hint=_("Choose one of: {names}.").format(names=_(", ").join(offered)),
    )
