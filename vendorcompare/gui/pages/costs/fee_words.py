"""What kinds of fees are called, and how what people type for them is understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final, TypeVar

from vendorcompare.core.errors import InputError
from vendorcompare.gui.fields.numbers import amount_of
from vendorcompare.i18n import LANGUAGES, N_, _, translator

Kind = TypeVar("Kind", bound=StrEnum)

YES_NO: Final = (N_("Yes"), N_("No"))

_YES: Final = frozenset({"yes", "y", "true", "1", "是", "含", "对", "✓", "√"})
_NO: Final = frozenset({"no", "n", "false", "0", "否", "不含", "不", "✗", "×"})
_MONTH: Final = re.compile(r"[0-9]{1,3}", re.ASCII)
_LONGEST: Final = 600
_PERCENT: Final = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4})?", re.ASCII)
_CURRENCY: Final = "¥￥$€£元 "


def word(words: Mapping[StrEnum, str], kind: StrEnum) -> str:
    """Return what a kind is called in the language of the interface."""
    return _(words[kind])


def kind_of(words: Mapping[StrEnum, str], text: str) -> StrEnum:
    """Understand a kind by its name in either language, its code, or a clear beginning of one."""
    typed = folded(text)
    names = {kind: _names(words, kind) for kind in words}
    for matches in (str.__eq__, str.startswith):
        found = [kind for kind, known in names.items() if any(matches(n, typed) for n in known)]
        if typed and len(found) == 1:
            return found[0]
    raise InputError(
        _('"{text}" is none of the choices.').format(text=text.strip()),
        hint=_("Choose one of: {names}.").format(names=_(", ").join(map(_, words.values()))),
    )


def yes_of(text: str) -> bool:
    """Understand yes or no."""
    typed = folded(text)
    if typed in _YES or typed == folded(_("Yes")):
        return True
    if typed in _NO or typed == folded(_("No")):
        return False
    raise InputError(
        _('"{text}" is neither yes nor no.').format(text=text.strip()), hint=_("Type yes or no.")
    )


def yes_word(yes: bool) -> str:
    """Say yes or no."""
    return _(YES_NO[0] if yes else YES_NO[1])


def money_of(text: str) -> Decimal | None:
    """Read an amount with or without the sign of its currency; None for nothing typed."""
    plain = unicodedata.normalize("NFKC", text).strip(_CURRENCY)
    return amount_of(plain)


def quantity_of(text: str) -> Decimal:
    """Read a volume; nothing typed is none."""
    return amount_of(text) or Decimal(0)


def percent_of(text: str) -> Decimal:
    """Read a percentage, 6 or 6% for 0.06; nothing typed is none."""
    plain = folded(text).removesuffix("%").strip()
    if not plain:
        return Decimal(0)
    if not _PERCENT.fullmatch(plain) or Decimal(plain) > 1000:
        raise InputError(
            _('"{text}" is not a percentage.').format(text=text.strip()),
            hint=_("Type a number such as 6 or 6%."),
        )
    return Decimal(plain) / 100


def month_of(text: str) -> int | None:
    """Read a month, counted from 1 at the start; None for nothing typed."""
    plain = folded(text)
    if not plain:
        return None
    if not _MONTH.fullmatch(plain) or not 1 <= int(plain) <= _LONGEST:
        raise InputError(
            _('"{text}" is not a month.').format(text=text.strip()),
            hint=_("Months count from 1 at the start: type 13 for the second year."),
        )
    return int(plain)


def folded(text: str) -> str:
    """Return a text without differences of width, case and outer space."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _names(words: Mapping[StrEnum, str], kind: StrEnum) -> set[str]:
    spoken = {translator(language)(words[kind]) for language in LANGUAGES}
    return {folded(name) for name in {*spoken, words[kind], kind.value}}
