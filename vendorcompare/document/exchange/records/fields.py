"""The single values of an interchange document: texts, amounts, moments, keys."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)

from vendorcompare.core.errors import InputError
from vendorcompare.core.names import tidied, tidied_text
from vendorcompare.core.sense import wrong_figure
from vendorcompare.core.text import Text
from vendorcompare.document.exchange.records import strings
from vendorcompare.document.reader import days
from vendorcompare.i18n import _
from vendorcompare.storage.validation import A_LIST, Pair

#: Digits before and after the point that any amount may have.
_DECIMAL: Final = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,12})?", re.ASCII)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,6})?)?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?",
    re.ASCII,
)
_LARGEST: Final = Decimal(10) ** 15
_SMALLEST: Final = Decimal(10) ** -12

Found = TypeVar("Found")


def decimal_of(written: Any) -> Decimal:
    """Read an exact number: a string of plain digits, or a JSON number."""
    if isinstance(written, str) and _DECIMAL.fullmatch(written):
        return Decimal(written)
    if isinstance(written, int | float) and not isinstance(written, bool):
        number = Decimal(repr(written))
        if number.is_finite() and (not number or _SMALLEST <= abs(number) < _LARGEST):
            return number
    raise ValueError(_('must be an exact number such as "200.00"'))


def written_decimal(number: Decimal) -> str:
    """Write an exact number in plain digits."""
    return format(number, "f")


def written_number(number: float | Decimal) -> int | float | str:
    """Write a number as JSON does, whole numbers without a point."""
    whole = int(number)
    if whole == number and abs(whole) < _LARGEST:
        return whole
    plain = float(number)
    if isinstance(number, float) or Decimal(repr(plain)) == number:
        return plain
    return written_decimal(number)


def text_of(written: Any) -> Text:
    """Read a text: one string for both languages, or an object with zh and en."""
    if isinstance(written, str):
        return Text.same(written)
    if isinstance(written, dict) and written and set(written) <= {"zh", "en"}:
        words = (written.get("zh", ""), written.get("en", ""))
        if all(isinstance(word, str) for word in words):
            return Text(*words)
    raise ValueError(_("must be text, or an object with zh and en"))


def name_of(written: Any) -> Text:
    """Read what something is called."""
    return tidied_text(text_of(written))


def written_text(text: Text) -> str | dict[str, str]:
    """Write a text as briefly as it can be read back."""
    return text.zh if text.zh == text.en else {"zh": text.zh, "en": text.en}


def date_of(written: Any) -> date | None:
    """Read a day."""
    if written is None or written == "":
        return None
    if isinstance(written, str) and _DATE.fullmatch(written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            pass
    elif isinstance(written, str):
        return _said(days.day_of, written)
    raise ValueError(_("must be a day such as 2026-01-31"))


def moment_of(written: Any) -> datetime | None:
    """Read a moment; None where there was none."""
    if written is None or written == "":
        return None
    if isinstance(written, str) and _MOMENT.fullmatch(written):
        try:
            return datetime.fromisoformat(written)
        except ValueError:
            pass
    elif isinstance(written, str):
        return _said(days.moment_of, written)
    raise ValueError(_("must be a moment such as 2026-03-02T09:00+08:00"))


def written_moment(moment: datetime | None) -> str | None:
    """Write a moment, without the seconds where they are zero."""
    if moment is None:
        return None
    return moment.isoformat(timespec="auto" if moment.second or moment.microsecond else "minutes")


def score_of(written: Any) -> float | str | None:
    """Read a raw score: a number, yes or no, or words."""
    if written is None or isinstance(written, str):
        return written
    if isinstance(written, int | float):
        number = float(written)
        if math.isfinite(number):
            return number
    raise ValueError(_("must be a finite number, true, false or text"))


def _said(read: Callable[[str], Found], written: str) -> Found:
    """Read what people write, for whom an error is written too."""
    try:
        return read(written)
    except InputError as error:
        raise ValueError(error.sentences) from None


def _not_null(written: Any) -> Any:
    """Read null where there is nothing to say as no words."""
    return "" if written is None else written


def _computable(number: float) -> float:
    """Refuse a number that sums would lose, or that would swallow all others."""
    error = wrong_figure(number)
    if error is not None:
        raise ValueError(error.sentences)
    return number


def _at_least(
    low: int, *, above: bool = False, high: int | None = None
) -> Callable[[Any], Decimal]:
    def read(written: Any) -> Decimal:
        number = decimal_of(written)
        if high is not None and number > high:
            raise ValueError(_("must be a share of one, such as 0.06 or 6%"))
        if number < low or (above and number == low):
            sentence = _("must be more than {limit}") if above else _("must be at least {limit}")
            raise ValueError(sentence.format(limit=low))
        return number

    return read


_EXACT: Final[dict[str, Any]] = {
    "anyOf": [{"type": "string", "pattern": f"^{_DECIMAL.pattern}$"}, {"type": "number"}]
}

Key = Annotated[str, StringConstraints(pattern=r"^\S(.*\S)?$", max_length=200)]
#: A key that is kept in a list of several.
Code = Annotated[str, StringConstraints(pattern=r"^\S+$", max_length=200)]
Codes = Annotated[tuple[Code, ...], A_LIST]
#: The key of an evaluator; "" is the one nobody named.
EvaluatorKey = Annotated[str, StringConstraints(pattern=r"^(\S(.*\S)?)?$", max_length=200)]
Words = Annotated[str, BeforeValidator(_not_null)]
#: What something is called, in one line.
Name = Annotated[str, BeforeValidator(_not_null), AfterValidator(tidied)]
_EITHER: Final = WithJsonSchema(
    {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
                "minProperties": 1,
                "additionalProperties": False,
            },
        ]
    }
)
BothWords = Annotated[Text, PlainValidator(text_of), _EITHER]
BothNames = Annotated[Text, PlainValidator(name_of), _EITHER]
Volume = Annotated[
    Decimal,
    PlainValidator(_at_least(0)),
    strings.figure(strings.number_of),
    WithJsonSchema(_EXACT),
]
Money = Annotated[
    Decimal, PlainValidator(_at_least(0)), strings.figure(strings.amount), WithJsonSchema(_EXACT)
]
Rate = Annotated[
    Decimal,
    PlainValidator(_at_least(-1, above=True, high=1)),
    strings.figure(strings.share),
    WithJsonSchema(_EXACT),
]
#: A rate of VAT, which no country has above the price itself.
Tax = Annotated[
    Decimal,
    PlainValidator(_at_least(0, high=1)),
    strings.figure(strings.share),
    WithJsonSchema(_EXACT),
]
Share = Annotated[float, Field(ge=0, le=1), strings.figure(strings.float_share)]
Figure = Annotated[float, AfterValidator(_computable)]
Minutes = Annotated[Figure, Field(ge=0), strings.figure(strings.minutes)]
Day = Annotated[
    date | None,
    PlainValidator(date_of),
    WithJsonSchema({"type": ["string", "null"], "format": "date"}),
]
Moment = Annotated[
    datetime | None,
    PlainValidator(moment_of),
    WithJsonSchema({"type": ["string", "null"], "format": "date-time"}),
]
RawScore = Annotated[
    float | str | None,
    PlainValidator(score_of),
    WithJsonSchema({"type": ["number", "boolean", "string", "null"]}),
]
Weight = Annotated[Figure, Field(ge=0), strings.figure(strings.plain_number)]
Anchors = Annotated[tuple[Pair, ...], A_LIST]
