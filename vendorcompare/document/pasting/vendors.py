"""A copied list of vendors: their names, without what stands above them."""

from __future__ import annotations

from collections.abc import Sequence

from vendorcompare.core.names import folded
from vendorcompare.document.exchange.records.headings import VENDORS

_HEADS = frozenset(folded(head) for head, field in VENDORS.items() if field == "name")


def without_head(names: Sequence[str]) -> list[str]:
    """Return the names of a list; what heads a column of vendors is the name of none."""
    has_head = len(names) > 1 and folded(names[0]) in _HEADS
    return list(names[1:] if has_head else names)
