"""Currencies as people name them: by code, sign or word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from vendorcompare.core.formats import IN_CHINESE
from vendorcompare.core.money import check_currency
from vendorcompare.document.reader.characters import plain
from vendorcompare.document.reader.results import ambiguous, short

_DOLLARS: Final = ("USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MOP")

#: What a word or sign may mean, the likeliest first; beside what we call them in Chinese.
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("人民币", "rmb", "cn¥", "块钱", "块", "元人民币", "元整", "圆整"), ("CNY",)),
    **dict.fromkeys(("¥", "yen"), ("CNY", "JPY")),
    **dict.fromkeys(("元", "圆"), ("CNY", "HKD", "TWD", "MOP")),
    **dict.fromkeys(("us$", "美金", "刀"), ("USD",)),
    **dict.fromkeys(("hk$", "港币", "港纸"), ("HKD",)),
    **dict.fromkeys(("nt$", "台币", "ntd"), ("TWD",)),
    **dict.fromkeys(("s$", "新元"), ("SGD",)),
    **dict.fromkeys(("mop$", "澳门币", "葡币"), ("MOP",)),
    **dict.fromkeys(("€", "euro", "euros"), ("EUR",)),
    **dict.fromkeys(("jp¥", "日圆"), ("JPY",)),
    **{"a$": ("AUD",), "c$": ("CAD",), "£": ("GBP",), "₩": ("KRW",)},
    **dict.fromkeys(("$", "dollar", "dollars"), _DOLLARS),
}  # fmt: skip
#: Whose codes are read beside an amount.
_CODES: Final = (*IN_CHINESE, "NZD", "INR", "MYR", "THB", "VND", "PHP", "IDR")
MEANINGS: Final[Mapping[str, tuple[str, ...]]] = {
    **{name: (code,) for code, name in IN_CHINESE.items()},
    **NAMES,
    **{code.casefold(): (code,) for code in _CODES},
}
#: Any of them, the longest first, so that 元 is not taken out of 美元.
ANY: Final = "|".join(re.escape(name) for name in sorted(MEANINGS, key=len, reverse=True))

_CODE: Final = re.compile(r"[a-z]{3}", re.ASCII)
_EXPLAINED: Final = re.compile(r"\([^()]*\)$")  # 人民币(元)


def currency_of(text: str) -> str:
    """Read the code of a currency: CNY for CNY, RMB, 人民币, ¥ and 元.

    Raises:
        Ambiguous: several currencies have this sign.
        InputError: it is no currency.
    """
    words = _EXPLAINED.sub("", plain(text))
    found = MEANINGS.get(words, ())
    if words in ("元", "圆", "¥"):
        return "CNY"
    if len(found) > 1:
        raise ambiguous(text, found)
    if found:
        return found[0]
    return check_currency(words if _CODE.fullmatch(words) else short(text))
