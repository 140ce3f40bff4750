"""Whether two names are the same, however they were typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final, NamedTuple

from vendorcompare.core.text import Text

_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
#: Control characters, ends of lines, and halves of characters.
_BREAKS: Final = frozenset({"Cc", "Zl", "Zp", "Cs"})
#: What companies are called besides their names, longest first.
_KINDS: Final = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|责任公司|公司|事务所|工作室"
    r"|co\.?,?ltd\.?|ltd\.?|llc|inc\.?|limited)$"
)
#: What many of them do, and what stands behind a place: words that tell no two of them apart.
_TRADES: Final = re.compile(
    r"(?:代理记账|会计|财税|财务|税务|记账|代账|企业|商务|信息|科技|咨询|顾问|管理|服务|集团)+$"
)
_AREAS: Final = re.compile("[省市区县]")
_MARKS: Final = re.compile(r"[\s\W_]+")
#: What counts in a name: figures, numerals, a letter that stands alone.
_COUNTERS: Final = re.compile(r"\d+|[一二三四五六七八九十甲乙丙丁]|(?<![^\W\d_])[a-z](?![^\W\d_])")
_ALIKE: Final = 0.85
_SHORTEST: Final = 4


def tidied(name: str) -> str:
    """Return a name as it is kept: in one line, without marks that cannot be seen."""
    seen = (" " if unicodedata.category(c) in _BREAKS else c for c in _INVISIBLE.sub("", name))
    return " ".join("".join(seen).split())


def tidied_text(name: Text) -> Text:
    """Return a name in both languages as it is kept."""
    return Text(tidied(name.zh), tidied(name.en))


def folded(name: str) -> str:
    """Return a name without differences of width, case, spaces and marks that cannot be seen."""
    seen = unicodedata.normalize("NFKC", _INVISIBLE.sub("", name))
    return "".join(seen.casefold().split())


def near(name: str, names: Iterable[str]) -> list[str]:
    """Return the names that may mean the same as one, but are not written the same.

    They differ in marks, in what kind of company it is, or in a letter or two; "Vendor 1" and
    "Vendor 2" differ in what they count, and are two.
    """
    own = _parts(name)
    return [each for each in names if own.core and _alike(own, _parts(each))]


class _Parts(NamedTuple):
    """Take a name apart.

    Attributes:
        core: what is left without marks and the kind of company.
        stem: what is left of that without trade and kinds of places, if anything is.
        counted: what tells apart vendors that are numbered.
    """

    folded: str
    core: str
    stem: str
    counted: tuple[str, ...]


@lru_cache(maxsize=4096)
def _parts(name: str) -> _Parts:
    plain = folded(name)
    core = _MARKS.sub("", _KINDS.sub("", plain))
    stem = _AREAS.sub("", _TRADES.sub("", core)) or core
    spaced = unicodedata.normalize("NFKC", name).casefold()
    counted = tuple(each.lstrip("0") for each in _COUNTERS.findall(spaced))
    return _Parts(plain, core, stem, counted)


def _alike(one: _Parts, other: _Parts) -> bool:
    if one.folded == other.folded or one.counted != other.counted:
        return False
    if one.stem == other.stem:
        return True
    shorter, longer = sorted((one.core, other.core), key=len)
    if len(shorter) < _SHORTEST:
        return False
    if longer.startswith(shorter):
        return True
    matcher = SequenceMatcher(None, one.core, other.core, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
