"""How some of many vendors are named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vendorcompare.i18n import _, ngettext

#: How many vendors are named where the others are only counted.
NAMED: Final = 3


def vendors_listed(names: Sequence[str]) -> str:
    """Name the first of some vendors, and say how many more there are."""
    text, more = _(", ").join(names[:NAMED]), len(names) - NAMED
    if more <= 0:
        return text
    words = ngettext("{list} and {count} more vendor", "{list} and {count} more vendors", more)
    return words.format(list=text, count=more)
