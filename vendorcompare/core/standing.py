"""Where one vendor stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from vendorcompare.core.scores import Floats

Figure = TypeVar("Figure", float, float | None)


class Figures(Mapping[str, Figure]):
    """Show one row of an array as a mapping, without copying it; NaN reads as None.

    Hundreds of these are made at every step of a weight slider, and few are ever read.
    """

    __slots__ = ("_position", "_row")

    def __init__(self, position: Mapping[str, int], row: Floats) -> None:
        self._position = position
        self._row = row

    def __getitem__(self, key: str) -> Figure:
        figure = float(self._row[self._position[key]])
        return None if figure != figure else figure  # type: ignore[return-value]  # as promised

    def __iter__(self) -> Iterator[str]:
        return iter(self._position)

    def __len__(self) -> int:
        return len(self._position)

    def __repr__(self) -> str:
        return repr(dict(self))


class Standing(NamedTuple):
    """Describe where one vendor stands.

    Attributes:
        vendor: key of the vendor.
        rank: from 1, ties sharing the lower number; None where it cannot be ranked.
        score: 0 to 100; None where nothing is scored.
        low: the score if everything missing turned out worst; None where nothing applies.
        high: the score if everything missing turned out best; None where nothing applies.
        coverage: share of the applicable weight that is scored, 0 to 1.
        applicable: share of the whole weight that applies to the vendor, 0 to 1.
        tested_share: share of the scored weight that rests on tests, 0 to 1.
        excluded_by: keys of the criteria whose must-have it fails.
        undecided: keys of the criteria of whose must-have nobody knows.
        dimensions: score in each dimension alone, 0 to 100; None where nothing is scored.
        contributions: points that each dimension brings to the score; they sum to it.
    """

    vendor: str
    name: str
    rank: int | None
    score: float | None
    low: float | None
    high: float | None
    coverage: float
    applicable: float
    tested_share: float
    excluded_by: tuple[str, ...]
    undecided: tuple[str, ...]
    dimensions: Mapping[str, float | None]
    contributions: Mapping[str, float]
