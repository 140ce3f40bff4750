"""How readers are told what is usual in a text, and how they say what they do not know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Final, TypeVar

from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.characters import plain
from vendorcompare.i18n import LANGUAGES, _, translator

Kind = TypeVar("Kind", bound=StrEnum)

_LONGEST: Final = 40


class Shares(Enum):
    """What a number below one means where percentages are expected."""

    ASK = auto()
    PER_CENT = auto()
    FRACTIONS = auto()


class Points(Enum):
    """Which sign stands before the decimals: always the point, the comma, or perhaps either."""

    POINT = auto()
    COMMA = auto()
    ASK = auto()


@dataclass(frozen=True, slots=True)
class Habits:
    """Say how whoever wrote a text writes figures.

    Attributes:
        currency: code of the currency that amounts are in; any other is not taken.
    """

    points: Points = Points.POINT
    shares: Shares = Shares.ASK
    currency: str = ""


USUAL: Final = Habits()


class Ambiguous(InputError):
    """Report what can mean several things.

    Attributes:
        choices: what can be typed instead, one text for each meaning.
    """

    def __init__(self, message: str, choices: Iterable[str]) -> None:
        self.choices = tuple(dict.fromkeys(choices))
        super().__init__(message, hint=_("Type {choices}.").format(choices=_either(self.choices)))


#: What is written where nobody knows.
NOT_KNOWN: Final = frozenset({"?", "未知", "不知道", "不详", "待定", "not known", "unknown", "tbd"})


def ambiguous(text: str, choices: Iterable[str]) -> Ambiguous:
    """Return the refusal of a text that can mean several things."""
    return Ambiguous(_('"{text}" can be read in several ways.').format(text=short(text)), choices)


def inexact(text: str, choices: Iterable[str]) -> Ambiguous:
    """Return the refusal of a text that names no single figure, with the figures it may mean."""
    return Ambiguous(_('"{text}" is not one exact figure.').format(text=short(text)), choices)


def short(text: str) -> str:
    """Return a text in one line of a length that fits into a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}..."


def begun(names: Mapping[Kind, str], words: str) -> Kind | None:
    """Return the only kind whose name in either language begins so, if one does."""
    found = [
        kind
        for kind, name in names.items()
        if any(plain(translator(each)(name)).startswith(words) for each in LANGUAGES)
    ]
    return found[0] if len(found) == 1 else None


def _either(choices: tuple[str, ...]) -> str:
    quoted = [_('"{choice}"').format(choice=choice) for choice in choices]
    if len(quoted) == 1:
        return quoted[0]
    return _("{some} or {last}").format(some=_(", ").join(quoted[:-1]), last=quoted[-1])
