"""What kinds of fees are called in the language of the interface."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from vendorcompare.i18n import N_, _

YES_NO: Final = (N_("Yes"), N_("No"))


def word(words: Mapping[StrEnum, str], kind: StrEnum) -> str:
    """Return what a kind is called in the language of the interface."""
    return _(words[kind])


def yes_word(yes: bool) -> str:
    """Say yes or no."""
    return _(YES_NO[0] if yes else YES_NO[1])
