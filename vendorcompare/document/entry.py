"""What people type as a score, and what a score looks like when it is typed again.

Strict on purpose: what is not understood is refused with a sentence, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.edits.scores import BLANK, NOT_APPLICABLE, allowed, check
from vendorcompare.i18n import N_, _

YES: Final = frozenset({"y", "yes", "true", "1", "是", "对", "✓", "✔", "√"})
NO: Final = frozenset({"n", "no", "false", "0", "否", "错", "✗", "✘", "×"})
_EXCUSED: Final = frozenset({"n/a", "na", "n.a.", "/", "不适用"})

#: Minutes in the units that a duration may be typed in.
_UNITS: Final[Mapping[str, float]] = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "秒", "秒钟"), 1 / 60),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "分", "分钟"), 1.0),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "时", "小时", "个小时"), 60.0),
    **dict.fromkeys(("d", "day", "days", "天", "日"), 1440.0),
}
#: What a number without a unit means after one with this many minutes, as in 1h30.
_NEXT: Final = {1440.0: 60.0, 60.0: 1.0, 1.0: 1 / 60}
_MYRIAD: Final = "万"

# Chinese input methods give full-width digits, signs and stops.
_SIGNS: Final = {"　": " ", "。": ".", "−": "-", "–": "-", "￥": "¥", "\u00a0": " "}
_NARROW: Final[Mapping[int, int]] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord(wide): ord(narrow) for wide, narrow in _SIGNS.items()},
}
_NUMBER: Final = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d{1,15})?(\.\d{1,12})?", re.ASCII)
_PIECE: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*([^\W\d_]*)\s*")
_CURRENCY: Final = "¥$€£ "

_KINDS: Final = {
    Measure.RATING: N_("a rating"),
    Measure.BOOLEAN: N_("yes or no"),
    Measure.NUMBER: N_("a number"),
    Measure.DURATION: N_("a time"),
    Measure.PERCENTAGE: N_("a percentage"),
    Measure.MONEY: N_("an amount"),
}


def read_score(criterion: Criterion, typed: str) -> Score:
    """Understand what was typed for a criterion; InputError says what is wrong and what fits.

    Nothing typed is a blank, which is neither zero nor "does not apply".
    """
    words = typed.strip()
    text = words.translate(_NARROW).strip().lower()
    if not text:
        return BLANK
    if text in _EXCUSED:
        return NOT_APPLICABLE
    if criterion.measure is Measure.TEXT:
        return Score(state=State.SCORED, text=words)
    value = _value(criterion, text)
    if value is None:
        raise InputError(
            _('"{typed}" is not {kind}.').format(
                typed=_short(words), kind=_(_KINDS[criterion.measure])
            ),
            hint=expected(criterion),
        )
    score = Score(value, State.SCORED)
    check(criterion, score)
    return score


def typed_score(criterion: Criterion, score: Score) -> str:
    """Return what has to be typed to get a score again, exactly."""
    match score.state:
        case State.UNKNOWN:
            return ""
        case State.NOT_APPLICABLE:
            return _("N/A")
    if criterion.measure is Measure.TEXT:
        return score.text
    if criterion.measure is Measure.BOOLEAN and score.value in (0, 1):
        return _("yes") if score.value else _("no")
    return plain_number(score.value or 0.0)


def plain_number(value: float) -> str:
    """Write a number with all its digits and no grouping."""
    return f"{value:.12g}" if abs(value) < 1e12 else f"{value:f}".rstrip("0").rstrip(".")


def expected(criterion: Criterion) -> str:
    """Say what can be typed for a criterion."""
    if criterion.measure is Measure.BOOLEAN:
        return _("Type yes or no (y, n, 1, 0, 是, 否), or N/A.")
    if criterion.measure is Measure.DURATION:
        return _("Type a time such as 90 min, 1h30 or 2 小时, or N/A.")
    low, high = allowed(criterion)
    if criterion.measure in (Measure.RATING, Measure.PERCENTAGE):
        return _("Type a number from {low:g} to {high:g}, or N/A.").format(low=low, high=high)
    return _("Type a number such as 12 or 1,200.50, or N/A.")


def _value(criterion: Criterion, text: str) -> float | None:
    """Return the raw score that a text stands for, None where it stands for none."""
    match criterion.measure:
        case Measure.BOOLEAN:
            return 1.0 if text in YES else 0.0 if text in NO else None
        case Measure.DURATION:
            return _duration(criterion.unit, text)
        case Measure.PERCENTAGE:
            return _number(text.removesuffix("%").rstrip())
        case Measure.RATING:
            return _number(text.removesuffix("分").rstrip())
    bare = text.strip(_CURRENCY).removesuffix("元").strip()
    for unit in (criterion.unit.zh, criterion.unit.en):
        bare = bare.removesuffix(unit.lower()).rstrip() if unit else bare
    if bare.endswith(_MYRIAD):
        number = _number(bare.removesuffix(_MYRIAD).rstrip())
        return None if number is None else round(number * 10_000, 6)
    return _number(bare)


def _number(text: str) -> float | None:
    if not _NUMBER.fullmatch(text) or not any(c.isdigit() for c in text):
        return None
    return float(text.replace(",", ""))


def _duration(unit: Text, text: str) -> float | None:
    """Return a time in the unit of its criterion; a number alone is in that unit already."""
    bare = _number(text)
    if bare is not None:
        return bare
    own = _UNITS.get(unit.en.lower()) or _UNITS.get(unit.zh)
    if own is None:
        shown = {unit.en.lower(), unit.zh} - {""}
        return next(
            (_number(text.removesuffix(u).rstrip()) for u in shown if text.endswith(u)), None
        )
    minutes = _minutes(text)
    return None if minutes is None else round(minutes / own, 9)


def _minutes(text: str) -> float | None:
    """Add up pieces such as 1h, 30 and 20秒, from the longer unit to the shorter."""
    total, last, place = 0.0, 0.0, 0
    while place < len(text):
        piece = _PIECE.match(text, place)
        if piece is None:
            return None
        number, unit = float(piece[1]), piece[2]
        size = _UNITS.get(unit) if unit else _NEXT.get(last)
        if size is None or (last and size >= last):
            return None
        total, last, place = total + number * size, size, piece.end()
    return total


def _short(typed: str) -> str:
    line = " ".join(typed.split())
    return line if len(line) <= 40 else f"{line[:39]}..."
