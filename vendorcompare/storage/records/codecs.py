"""How a value of the core is kept in columns, by its type.

Columns hold what SQL knows everywhere: text, numbers and bytes. Decimals, dates and choices are
kept as text.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, Final, NamedTuple, get_args, get_origin

from vendorcompare.core.text import Text
from vendorcompare.storage.rows import Storable


class Codec(NamedTuple):
    """Say how a value is kept.

    Attributes:
        read: makes the value out of what its columns hold.
        write: gives what they hold.
        columns: their names, with {} for that of the field.
    """

    read: Callable[..., Any]
    write: Callable[[Any], tuple[Storable, ...]]
    columns: tuple[str, ...] = ("{}",)


def single(read: Callable[[Any], Any], write: Callable[[Any], Storable]) -> Codec:
    """Make the codec of a value that is kept in one column."""
    return Codec(read, lambda value: (write(value),))


_MOST_DIGITS: Final = 40
#: What is kept as it is.
PLAIN: Final = single(lambda kept: kept, lambda value: value)
_KNOWN: Final = {
    str: PLAIN,
    int: PLAIN,
    float: PLAIN,
    bool: single(bool, int),
    date: single(date.fromisoformat, date.isoformat),
    datetime: single(datetime.fromisoformat, datetime.isoformat),
    Text: Codec(Text, lambda text: (text.zh, text.en), ("{}_zh", "{}_en")),
    tuple[str, ...]: single(lambda kept: tuple(kept.split()), " ".join),
}


def codec_of(hint: Any, default: Any, *, nullable: bool) -> Codec:
    """Return how a value of a type is kept; KeyError if the type has no way of its own.

    `default` is what a decimal is that was left blank.
    """
    if isinstance(hint, UnionType):
        (kind,) = (each for each in get_args(hint) if each is not type(None))
        return _maybe(kind, codec_of(kind, default, nullable=nullable), None if nullable else "")
    if hint is Decimal:
        usual = default if isinstance(default, Decimal) else Decimal(0)
        return single(lambda kept: _number(kept) if kept else usual, str)
    if get_origin(hint) is None and issubclass(hint, StrEnum):
        known = {choice.value: choice for choice in hint}
        return single(lambda kept: known.get(kept) or hint(kept), lambda choice: choice.value)
    return _KNOWN[hint]


def _number(kept: str) -> Decimal:
    """Read a decimal; ValueError for one with which nothing can be computed."""
    found = Decimal(kept)
    if not found.is_finite() or abs(found.adjusted()) > _MOST_DIGITS:
        raise ValueError(kept)
    return found


def _maybe(kind: type, codec: Codec, absent: Storable) -> Codec:
    """Return how a value is kept that may be absent; a blank says nothing, unless it is text."""
    blanks = (None,) if kind is str else (None, "")
    return single(
        lambda kept: None if kept in blanks else codec.read(kept),
        lambda value: absent if value is None else codec.write(value)[0],
    )
