"""Whether two names are the same, however they were typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Final

_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
#: What companies are called besides their names, longest first.
_KINDS: Final = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|责任公司|公司|事务所|工作室"
    r"|co\.?,?ltd\.?|ltd\.?|llc|inc\.?|limited)$"
)
_MARKS: Final = re.compile(r"[\s\W_]+")
_ALIKE: Final = 0.85
_SHORTEST: Final = 4


def folded(name: str) -> str:
    """Return a name without differences of width, case, spaces and marks that cannot be seen."""
    seen = unicodedata.normalize("NFKC", _INVISIBLE.sub("", name))
    return "".join(seen.casefold().split())


def near(name: str, names: Iterable[str]) -> list[str]:
    """Return the names that may mean the same as one, but are not written the same.

    They differ in marks, in what kind of company it is, or in a letter or two.
    """
    own, core = folded(name), _core(name)
    if not core:
        return []
    others = [each for each in names if folded(each) != own]
    return [each for each in others if _alike(core, _core(each))]


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _SHORTEST:
        return False
    if longer.startswith(shorter):
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _core(name: str) -> str:
    """Return what is particular to a name."""
    return _MARKS.sub("", _KINDS.sub("", folded(name)))
