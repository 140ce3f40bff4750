"""Lengths of time, in minutes or in whichever unit is wanted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.core.text import Text
from vendorcompare.document.reader.characters import has_pieces, plain
from vendorcompare.document.reader.numbers import NUMERAL, number_of
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

_DAY: Final = 1440.0
_UNITS: Final[Mapping[str, float]] = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "秒", "秒钟", '"'), 1 / 60),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "分", "分钟", "'"), 1.0),
    **dict.fromkeys(("刻", "刻钟"), 15.0),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 60.0),
    **dict.fromkeys(("时", "小时", "个小时", "钟头", "个钟头", "个钟"), 60.0),
    **dict.fromkeys(("d", "day", "days", "天", "日", "个自然日", "自然日", "calendar days"), _DAY),
    **dict.fromkeys(("w", "wk", "week", "weeks"), 7 * _DAY),
    **dict.fromkeys(("周", "星期", "个星期", "礼拜", "个礼拜"), 7 * _DAY),
}  # fmt: skip
_WORKING_DAY: Final = 8
#: In which somebody works: how many such hours. How long they last on the clock depends.
_WORKING: Final[Mapping[str, int]] = {
    **dict.fromkeys(("个工作日", "工作日", "工作天", "个工作天", "working days", "working day",
                     "business days", "business day", "workdays", "workday"), _WORKING_DAY),
    **dict.fromkeys(("个工作小时", "工作小时", "个工时", "工时", "working hours", "working hour",
                     "business hours"), 1),
}  # fmt: skip
#: What a number without a unit means after one with this many minutes, as in 1h30.
_NEXT: Final = {_DAY: 60.0, 60.0: 1.0, 1.0: 1 / 60}

_PIECE: Final = Pattern(
    rf"(?:([0-9]{{1,9}}(?:\.[0-9]{{1,9}})?)|({NUMERAL.pattern})|(半))\s*"
    r"(['\"]|[^\W\d_零一二两三四五六七八九十半]*)\s*(半)?\s*",
)
_HALF: Final = Pattern(rf"(\d+|{NUMERAL.pattern})个半(?=小时|钟头)")
_WITHIN: Final = Pattern(
    r"^(?:在|于|within|under|less than|up to|max\.?|<=?|≤|不超过|最多|最长|最快|承诺)?\s*(.+?)\s*"
    r"(?:之内|以内|内|内回复|内响应|内答复|内到场|or less|max\.?)?$"
)
_DIGITS: Final = Pattern("[0-9.,]+")
_AT_ONCE: Final = frozenset(
    {"秒回", "立即", "立刻", "马上", "随时", "即时", "实时", "immediately", "instantly", "at once"}
)
_SAME_DAY: Final = frozenset({"当天", "当日", "同日", "今天", "same day", "same-day", "the day"})
_NEXT_DAY: Final = frozenset(
    {"次日", "第二天", "隔天", "隔日", "翌日", "明天", "next day", "t+1", "next-day"}
)
_ABOUT: Final = Pattern(
    r"(?:约|大约|大概|差不多|近|~|≈|about|around|approx\.?)\s*(.+)|(.+?)\s*(?:左右|上下|以上|多)"
)
_SPAN: Final = Pattern(
    r"(.*?\d\D*?|[一二两三四五六七八九十]+\D*?)\s*(?:-|~|至|到|\bto\b)\s*(.+)", re.ASCII
)


def duration_of(text: str, unit: Text, habits: Habits = USUAL) -> float | None:
    """Read a length of time in a unit; a number alone is in that unit already.

    Raises:
        Ambiguous: a working day, a same day or an about-so-long: how long is to be said.
        InputError: it is no time.
    """
    words = plain(text)
    if not words:
        return None
    if has_pieces(text):
        raise _no_time(text)
    own = unit_minutes(unit)
    words = _HALF.sub(_halved, _WITHIN.sub(r"\1", words))
    bare = _number(words, habits)
    if bare is not None and not words.endswith("w"):  # 3w are weeks here, not 30,000
        return bare
    if own is None:
        return _in_other_unit(text, words, unit, habits)
    minutes = _minutes(words)
    if minutes is None:
        raise _unclear(text, words) or _no_time(text)
    return round(minutes / own, 9)


def unit_minutes(unit: Text) -> float | None:
    """Return how many minutes a unit has, None for one that is no time or depends."""
    return _UNITS.get(plain(unit.en)) or _UNITS.get(plain(unit.zh))


def _in_other_unit(text: str, words: str, unit: Text, habits: Habits) -> float:
    for name in (plain(unit.en), plain(unit.zh)):
        number = _number(words.removesuffix(name).rstrip("个 "), habits)
        if words.endswith(name) and number is not None:
            return number
    raise _no_time(text)


def _number(words: str, habits: Habits) -> float | None:
    try:
        found = number_of(words, habits)
    except InputError as error:
        if isinstance(error, Ambiguous) and _DIGITS.fullmatch(words):
            raise
        return None
    return None if found is None or found < 0 else float(found)


def _minutes(words: str) -> float | None:
    """Add up pieces such as 1h, 30 and 20秒, from the longer unit to the shorter."""
    total, last, place = 0.0, 0.0, 0
    while place < len(words):
        piece = _PIECE.match(words, place)
        if piece is None:
            return None
        number = _piece_number(piece)
        size = _UNITS.get(piece[4]) if piece[4] else _NEXT.get(last)
        if number is None or size is None or (last and size >= last):
            return None
        total += (number + (0.5 if piece[5] else 0)) * size
        last, place = size, piece.end()
    return total


def _halved(found: re.Match[str]) -> str:
    """Write 一个半小时 as 1.5小时."""
    number = _number(found[1], USUAL)
    return found[0] if number is None else f"{number + 0.5:f}"


def _piece_number(piece: re.Match[str]) -> float | None:
    return 0.5 if piece[3] else _number(piece[1] or piece[2], USUAL)


def _unclear(text: str, words: str) -> InputError | None:
    """Return the refusal of a time that names no single length, with those it may mean."""
    if words in _AT_ONCE:
        return inexact(text, (_minutes_said(1), _minutes_said(5)))
    if words in _SAME_DAY:
        return ambiguous(text, (_hours_said(_WORKING_DAY), _hours_said(24)))
    if words in _NEXT_DAY:
        return ambiguous(text, (_hours_said(24), _hours_said(48)))
    for name, size in _WORKING.items():
        number = _number(words.removesuffix(name).strip(), USUAL) if words.endswith(name) else None
        if number is None:
            continue
        in_days = (_days_said(number),) if size == _WORKING_DAY else ()
        return ambiguous(text, (*in_days, _hours_said(number * size)))
    span = _SPAN.fullmatch(words)
    if span is not None:
        unit_words = "" if _minutes(span[1]) is not None else _unit_words(span[2])
        return inexact(text, (span[1] + unit_words, span[2]))
    about = _ABOUT.fullmatch(words)
    return None if about is None else inexact(text, (about[1] or about[2],))


def _minutes_said(number: float) -> str:
    return _("{number:g} min").format(number=number)


def _hours_said(number: float) -> str:
    return _("{number:g} h").format(number=number)


def _days_said(number: float) -> str:
    return _("{number:g} d").format(number=number)


def _unit_words(words: str) -> str:
    return re.sub(rf"^(?:[\d.]+|{NUMERAL.pattern})\s*", "", words)


def _no_time(text: str) -> InputError:
    return InputError(
        _('"{text}" is not a time.').format(text=short(text)),
        hint=_("Type a time such as 90 min, 1h30 or 2 小时, or N/A."),
    )
