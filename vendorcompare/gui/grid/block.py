"""A rectangle of cells."""

from __future__ import annotations

from typing import NamedTuple


class Block(NamedTuple):
    """Name a rectangle of cells; both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int
