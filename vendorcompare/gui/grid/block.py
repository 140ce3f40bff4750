"""A rectangle of cells."""

from __future__ import annotations

from typing import NamedTuple


class Block(NamedTuple):
    """Name a rectangle of cells; both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


def repeated(pasted: int, selected: int) -> int:
    """Return how many rows or columns are filled: the selection, if the block fits in evenly."""
    return selected if selected > pasted and selected % pasted == 0 else pasted
