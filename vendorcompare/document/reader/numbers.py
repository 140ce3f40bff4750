"""Numbers: with digits of any width, grouped or not, in myriads, in Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.characters import has_pieces, plain
from vendorcompare.document.reader.results import USUAL, Habits, Points, ambiguous, inexact, short
from vendorcompare.i18n import _

_POINT: Final = re.compile(r"(\d{1,15}|[1-9]\d{0,2}(,\d{3}){1,5})?(\.\d{1,12})?", re.ASCII)
_COMMA: Final = re.compile(r"(\d{1,15}|[1-9]\d{0,2}(\.\d{3}){1,5})?(,\d{1,12})?", re.ASCII)
_GROUP_OR_DECIMALS: Final = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)

_SCALES: Final[Mapping[str, int]] = {
    **{"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "百": 100},
    **{"亿": 100_000_000, "百万": 1_000_000, "千万": 10_000_000},
}
_SCALED: Final = re.compile(r"(.*?[\d.])\s*(百万|千万|万|w|千|k|百|亿)", re.ASCII)
_DIGITS: Final = "零一二三四五六七八九"
_UNITS: Final[Mapping[str, int]] = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_OTHER_SIGNS: Final = "〇两壹贰叁肆伍陆柒捌玖拾佰仟"
_USUAL_SIGNS: Final = str.maketrans(_OTHER_SIGNS, "零二一二三四五六七八九十百千")
_NUMERAL: Final = "".join((_DIGITS, *_UNITS, _OTHER_SIGNS))
_ONE_TO_NINE: Final = f"[{_DIGITS[1:]}]"
_BELOW_MYRIAD: Final = re.compile(
    "零?".join((*(f"(?:({_ONE_TO_NINE}){unit})?" for unit in "千百十"), f"({_ONE_TO_NINE})?"))
)
#: Where 三百五 leaves open whether fifty or five is meant.
_LOOSE_END: Final = re.compile(f"[百千万亿](?={_ONE_TO_NINE}$)")
NUMERAL: Final = re.compile(f"[{_NUMERAL}]+")

_RANGE: Final = re.compile(r"(.*?\d\D*?)\s*(?:-|~|至|到|\bto\b)\s*(\d.*)", re.ASCII)
_ABOUT: Final = re.compile(
    r"(?:约|大约|大概|差不多|近|~|≈|ca?\.|about|around|approx\.?|至少|不少于|最少|>=?|≥|不低于"
    r"|at least|from|超过|over|more than|最多|不超过|<=?|≤|不高于|up to|at most)\s*(\d.*)"
    r"|(.*\d\D*?)\s*(?:左右|上下|以上|多|起|\+|or more|以内|以下|内|or less)",
    re.ASCII,
)


def number_of(text: str, habits: Habits = USUAL) -> Decimal | None:
    """Read an exact number, None for nothing typed; InputError for anything else."""
    written = plain(text)
    if not written:
        return None
    if has_pieces(text):
        raise not_a_number(text)
    sign = -1 if written.startswith("-") else 1
    found = _unsigned(text, written.removeprefix("-").removeprefix("+").strip(), habits)
    if found is None:
        raise _vague(text, written) or not_a_number(text)
    return sign * found


def whole_number_of(text: str) -> int | None:
    """Read a whole number, None for nothing typed."""
    found = number_of(text)
    if found is not None and found != int(found):
        raise InputError(
            _('"{text}" is not a whole number.').format(text=short(text)),
            hint=_("Type a number without decimals, such as 12."),
        )
    return None if found is None else int(found)


def written(number: Decimal | None) -> str:
    """Write a number so that it is read again, without needless zeros."""
    if number is None:
        return ""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def not_a_number(text: str) -> InputError:
    """Return the refusal of what is no number."""
    return InputError(
        _('"{text}" is not a number.').format(text=short(text)),
        hint=_("Type a number such as 12 or 1,200.50."),
    )


def _unsigned(text: str, written_: str, habits: Habits) -> Decimal | None:
    if written_ and NUMERAL.fullmatch(written_):
        return _numeral(text, written_)
    scale = _SCALED.fullmatch(written_)
    if scale is not None:
        found = _digits(text, scale[1], habits)
        return None if found is None else (found * _SCALES[scale[2]]).normalize() + 0
    return _digits(text, written_, habits)


def _digits(text: str, written_: str, habits: Habits) -> Decimal | None:
    """Read digits with a point and groups, in the way in which they are written here."""
    if not any(c.isdigit() for c in written_):
        return None
    if habits.points is Points.ASK and _GROUP_OR_DECIMALS.fullmatch(written_):
        raise _thousand_or_one(text, written_)
    by_point = _POINT.fullmatch(written_) is not None
    by_comma = habits.points is not Points.POINT and _COMMA.fullmatch(written_) is not None
    if by_comma and (habits.points is Points.COMMA or not by_point):
        return Decimal(written_.replace(".", "").replace(",", "."))
    return Decimal(written_.replace(",", "")) if by_point else None


def _thousand_or_one(text: str, written_: str) -> InputError:
    digits = re.sub(r"[.,]", "", written_)
    decimals = written(Decimal(written_.replace(",", "."))).replace(".", ",")
    longer = f"{decimals}0" if len(decimals) == len(written_) else decimals  # not three digits
    return ambiguous(text, (digits, longer))


def _numeral(text: str, written_: str) -> Decimal | None:
    """Read Chinese numerals, 二〇二六 digit by digit; 三百五 is asked, another row is none."""
    numeral = written_.translate(_USUAL_SIGNS)
    if len(numeral) == 4 and set(numeral) <= set(_DIGITS):
        return Decimal("".join(str(_DIGITS.index(digit)) for digit in numeral))
    value = _value(numeral)
    loose = _LOOSE_END.search(numeral)
    if value is not None and loose is not None:
        tens = value % 10 * _UNITS[loose[0]] // 10
        raise ambiguous(text, (str(value - value % 10 + tens), str(value)))
    return None if value is None else Decimal(value)


def _value(numeral: str) -> int | None:
    """Add up a numeral: what stands before 亿 and before 万, and what is below them."""
    for sign in "亿万":
        before, parted, behind = numeral.rpartition(sign)
        if parted:
            high, low = _value(before), _value(behind)
            if not high or low is None or high >= _UNITS[sign]:
                return None
            return high * _UNITS[sign] + low
    found = _BELOW_MYRIAD.fullmatch(f"一{numeral}" if numeral.startswith("十") else numeral)
    if found is None:
        return None
    parts = zip((1000, 100, 10, 1), found.groups(default="零"), strict=True)
    return sum(unit * _DIGITS.index(digit) for unit, digit in parts)


def _vague(text: str, written_: str) -> InputError | None:
    """Return the refusal of about, at least and from-to, with the figures that are named."""
    span = _RANGE.fullmatch(written_)
    if span is not None:
        return inexact(text, (span[1], span[2]))
    about = _ABOUT.fullmatch(written_)
    return None if about is None else inexact(text, ((about[1] or about[2]).strip(),))
