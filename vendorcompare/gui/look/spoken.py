"""How readers are told what a picture or a table shows: one way to put things side by side."""

from __future__ import annotations

import math
from collections.abc import Iterable

from vendorcompare.i18n import _


def listed(words: Iterable[str]) -> str:
    """Enumerate what is of one kind; nothing comes of empty words."""
    return _(", ").join(word for word in words if word)


def joined(words: Iterable[str]) -> str:
    """Say one after the other what is of different kinds; nothing comes of empty words."""
    said = ""
    for word in filter(None, words):
        said = _("{said}, {next}").format(said=said, next=word) if said else word
    return said


def points(value: float, digits: int = 0) -> str:
    """Say a score from 0 to 100, or that there is none."""
    return _("not scored") if math.isnan(value) else f"{value:.{digits}f}"


def told(thing: str, words: str) -> str:
    """Say something of a thing."""
    return _("{place}: {words}").format(place=thing, words=words)


def place(row: str, column: str) -> str:
    """Name a cell of a table."""
    return _("{row}, {column}").format(row=row, column=column)


def cell(row: str, column: str, words: str) -> str:
    """Say what stands in a cell of a table."""
    return told(place(row, column), words)
