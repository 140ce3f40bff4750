"""The same characters, however an input method or a program writes them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

#: Written above or below the line, or as one piece: NFKC would make another number of them.
_PIECES: Final = ("<super>", "<sub>", "<fraction>", "<circle>", "<compat> 0028")

_SIGNS: Final[Mapping[int, str]] = {
    **dict.fromkeys(map(ord, "−–—‐‑﹣"), "-"),
    **dict.fromkeys(map(ord, "〜～∼"), "~"),
    ord("￥"): "¥",
    ord("⁄"): "/",
    ord("∕"): "/",
    ord("′"): "'",
    ord("″"): '"',
}
#: Zero-width marks, and the byte-order mark in the middle of a text.
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_STOP_BETWEEN_DIGITS: Final = re.compile(r"(?<=\d)。(?=\d)")

#: Traditional forms of what is written beside figures, and of the kinds of billing.
_TRADITIONAL: Final = str.maketrans(
    (
        "貳叁參陸萬億兩點時個鐘當無沒對錯專減贈送費優惠談議詢價單號間內間圓塊錢幣開發票稅每結繳預週後達這"
        "從種類實際處戶張筆條頁檔憑證員運輸與並約範圍報帳賬務務電話領證書據續簽訂計頭禮長響應復動隨視況詳"
        "協雙讓還確銷獨滿會歐韓鎊門紙"
    ),
    (
        "贰叁叁陆万亿两点时个钟当无没对错专减赠送费优惠谈议询价单号间内间圆块钱币开发票税每结缴预周后达这"
        "从种类实际处户张笔条页档凭证员运输与并约范围报账账务务电话领证书据续签订计头礼长响应复动随视况详"
        "协双让还确销独满会欧韩镑门纸"
    ),
)


def plain(text: str) -> str:
    """Return a text with the usual width, signs and spaces, in small letters."""
    seen = _INVISIBLE.sub("", text).translate(_SIGNS)
    folded = unicodedata.normalize("NFKC", seen).translate(_SIGNS)
    one_line = " ".join(folded.split()).casefold()
    return _STOP_BETWEEN_DIGITS.sub(".", one_line).translate(_TRADITIONAL)


def has_pieces(text: str) -> bool:
    """Tell whether a text holds figures that are not written on the line, as in 3² or ½."""
    return any(unicodedata.decomposition(c).startswith(_PIECES) for c in text)
