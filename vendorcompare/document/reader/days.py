"""Days, moments and months as people write them."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.characters import plain
from vendorcompare.document.reader.numbers import NUMERAL, number_of
from vendorcompare.document.reader.results import ambiguous, short
from vendorcompare.i18n import _
from vendorcompare.patterns import Pattern

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
         "august aug", "september sept sep", "october oct", "november nov", "december dec"), 1)
    for name in names.split()
}  # fmt: skip
_MONTH: Final = "|".join(_MONTHS)
_CHINESE: Final = Pattern(r"(\d{4}|\d{2}) ?年 ?(\d{1,2}) ?月 ?(?:(\d{1,2}) ?[日号]?)?", re.ASCII)
_YEAR_FIRST: Final = Pattern(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_TOGETHER: Final = Pattern(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_YEAR_LAST: Final = Pattern(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_DAY_MONTH: Final = Pattern(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[ -]({_MONTH})\.?,?[ -](\d{{4}})", re.ASCII
)
_MONTH_DAY: Final = Pattern(rf"({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})", re.ASCII)
_MONTH_ONLY: Final = Pattern(r"(\d{4})[-/.](\d{1,2})", re.ASCII)
_TIME: Final = Pattern(
    r"(?P<half>上午|下午|晚上|早上|中午|am|pm)?\s*(?P<h>\d{1,2})\s*(?:[:.点时]\s*(?P<m>\d{1,2})?\s*分?"
    r"(?::(?P<s>\d{2}(?:\.\d{1,6})?))?)\s*(?P<end>am|pm)?\s*(?P<zone>z|[+-]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)
_BEFORE_TIME: Final = Pattern(r"[ t日号]|(?=上午|下午|晚上)")
_LATE: Final = ("下午", "晚上", "pm")
_BESIDE_MONTH: Final = Pattern(r"^(?:第|month|m)|(?:个?月|months?)$")
_YEAR_OF: Final = Pattern(r"第(.+?)年")
_LONGEST: Final = 600


def day_of(text: str) -> date | None:
    """Read a date, None for nothing typed.

    Raises:
        Ambiguous: day and month may be either way round, or the day is missing.
        InputError: it is no date.
    """
    words = plain(text)
    if not words:
        return None
    return _checked(text, words)


def moment_of(text: str) -> datetime | None:
    """Read a date with a time of day, None for nothing typed."""
    words = plain(text)
    if not words:
        return None
    for place in _BEFORE_TIME.finditer(words):
        time = _TIME.fullmatch(words[place.end() :].strip())
        if time is not None:
            return _joined(text, _checked(text, words[: place.start()]), time)
    raise InputError(
        _('"{text}" is not a date with a time of day.').format(text=short(text)),
        hint=_("Type it such as 2027-01-31 09:00."),
    )


def month_of(text: str) -> int | None:
    """Read a month, counted from 1 at the start; None for nothing typed."""
    words = plain(text)
    if not words:
        return None
    year = _YEAR_OF.fullmatch(words)
    found = _whole(_BESIDE_MONTH.sub("", words) if year is None else year[1])
    if year is not None and found is not None:
        found = found * 12 - 11
    if found is None or not 1 <= found <= _LONGEST:
        raise InputError(
            _('"{text}" is not a month.').format(text=short(text)),
            hint=_("Months count from 1 at the start: type 13 for the second year."),
        )
    return found


def _whole(words: str) -> int | None:
    try:
        found = number_of(words)
    except InputError:
        return None
    return None if found is None or found != int(found) else int(found)


def _checked(text: str, words: str) -> date:
    try:
        found = _day(text, _in_digits(words).strip())
    except ValueError:
        found = None
    if found is None:
        raise InputError(
            _('"{text}" is not a date.').format(text=short(text)),
            hint=_("Type year, month and day, such as 2027-01-31."),
        )
    return found


def _in_digits(words: str) -> str:
    """Write 二〇二六年十二月一日 in digits."""
    if "年" not in words:
        return words
    return NUMERAL.sub(lambda found: str(number_of(found[0]) or found[0]), words)


def _day(text: str, words: str) -> date | None:
    chinese = _CHINESE.fullmatch(words)
    if chinese is not None:
        return _from_chinese(text, *chinese.groups())
    for form in (_YEAR_FIRST, _TOGETHER):
        found = form.fullmatch(words)
        if found is not None:
            return date(int(found[1]), int(found[found.re.groups - 1]), int(found[found.re.groups]))
    found = _DAY_MONTH.fullmatch(words)
    if found is not None:
        return date(int(found[3]), _MONTHS[found[2]], int(found[1]))
    found = _MONTH_DAY.fullmatch(words)
    if found is not None:
        return date(int(found[3]), _MONTHS[found[1]], int(found[2]))
    found = _YEAR_LAST.fullmatch(words)
    if found is not None:
        ways = _both_ways(*map(int, found.groups()))
        if len(ways) > 1:
            raise ambiguous(text, ways)
        return date.fromisoformat(ways[0])
    found = _MONTH_ONLY.fullmatch(words)
    if found is not None:
        raise ambiguous(text, _of_month(int(found[1]), int(found[2])))
    return None


def _from_chinese(text: str, year: str, month: str, day: str | None) -> date:
    full = int(year) + (2000 if len(year) == 2 else 0)
    if day is None:
        raise ambiguous(text, _of_month(full, int(month)))
    found = date(full, int(month), int(day))
    if len(year) == 2:
        raise ambiguous(text, (found.isoformat(),))
    return found


def _of_month(year: int, month: int) -> tuple[str, ...]:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return first.isoformat(), date.fromordinal(after.toordinal() - 1).isoformat()


def _both_ways(first: int, second: int, year: int) -> tuple[str, ...]:
    """Return the dates that two numbers make, day first and month first."""
    found = []
    for day, month in ((first, second), (second, first)):
        try:
            found.append(date(year, month, day).isoformat())
        except ValueError:
            continue
    if not found:
        raise ValueError
    return tuple(found)


def _joined(text: str, day: date, time: re.Match[str]) -> datetime:
    hour, half = int(time["h"]), time["half"] or time["end"]
    if half in _LATE and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    zone = (time["zone"] or "").upper()
    stamp = f"{day}T{hour:02}:{int(time['m'] or 0):02}:{time['s'] or '00'}{zone}"
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        raise InputError(
            _('"{text}" is not a date with a time of day.').format(text=short(text)),
            hint=_("Type it such as 2027-01-31 09:00."),
        ) from None
