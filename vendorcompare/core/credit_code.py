"""The unified social credit code of Chinese organisations: GB 32100-2015.

Eighteen characters: who registers, what kind, the region (6), the organisation code (9,
GB 11714), and a check character. Nothing is looked up; a code that agrees with itself may
still belong to nobody.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from stdnum.cn import uscc

from vendorcompare.i18n import N_, _

LENGTH: Final = 18

#: The letters I, O, S, V and Z are left out, because they are taken for digits or others.
_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"

_ORGANISATION: Final = slice(8, 17)
_ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)

#: Whom the first two characters speak of, as far as a vendor can be it.
_KINDS: Final = {
    "91": N_("enterprise"),
    "92": N_("sole proprietor"),
    "93": N_("farmers' cooperative"),
}


class CodeFit(StrEnum):
    """How a code stands."""

    NONE = "none"
    SHORT = "short"
    WRONG = "wrong"
    DOUBTFUL = "doubtful"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Checked:
    """Hold a code as it should be written, how it stands, and why in the user's language."""

    code: str
    verdict: CodeFit
    message: str = ""


def normalised(text: str) -> str:
    """Return a code in capitals and half-width characters, without blanks and hyphens."""
    narrow = unicodedata.normalize("NFKC", text).upper()
    return "".join(c for c in narrow if not c.isspace() and c not in "-–—")


def check_character(first: str) -> str:
    """Return the character that belongs at the end of the first seventeen."""
    return uscc.calc_check_digit(first)


def organisation_agrees(code: str) -> bool:
    """Tell whether the organisation code within a code ends as GB 11714 wants it."""
    part = code[_ORGANISATION]
    body, last = part[:-1], part[-1]
    total = sum(int(c, 36) * w for c, w in zip(body, _ORGANISATION_WEIGHTS, strict=True))
    wanted = -total % 11
    return last == ("X" if wanted == 10 else str(wanted))


def check(text: str) -> Checked:
    """Say how a code stands that was typed or pasted."""
    code = normalised(text)
    if not code:
        return Checked("", CodeFit.NONE)
    strange = next((c for c in code if c not in _ALPHABET), "")
    if strange:
        return Checked(code, CodeFit.WRONG, _strange(strange))
    if len(code) < LENGTH:
        return Checked(
            code,
            CodeFit.SHORT,
            _("{count} of {length} characters").format(count=len(code), length=LENGTH),
        )
    if len(code) > LENGTH:
        words = _("A credit code has {length} characters; this one has {count}.")
        return Checked(code, CodeFit.WRONG, words.format(count=len(code), length=LENGTH))
    return _whole(code)


def _whole(code: str) -> Checked:
    if code[-1] != check_character(code[:-1]):
        words = _("A character is wrong: the check character does not fit. Compare the licence.")
        return Checked(code, CodeFit.WRONG, words)
    if not organisation_agrees(code):
        words = _(
            "The code fits, but the organisation code within it (characters 9 to 17) does not."
        )
        return Checked(code, CodeFit.DOUBTFUL, words)
    kind = _KINDS.get(code[:2], "")
    if kind:
        return Checked(code, CodeFit.RIGHT, _("The code fits: {kind}.").format(kind=_(kind)))
    return Checked(code, CodeFit.RIGHT, _("The code fits."))


def _strange(character: str) -> str:
    meant = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}.get(character)
    if meant:
        words = _('"{character}" is not used in credit codes. Is it "{meant}"?')
        return words.format(character=character, meant=meant)
    return _('"{character}" is not used in credit codes.').format(character=character)
