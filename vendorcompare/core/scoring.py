"""The weighted sum, its limits, and what it rests on.

A weight slider asks for a new sum at every step. What depends on the scores alone is laid
out once in a `ValueTable`, so that a step costs one product of a matrix with the weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

import numpy as np

from vendorcompare.core.consensus import AgreedScores
from vendorcompare.core.scores import Evidence, Flags, Floats, Positions, State, placed
from vendorcompare.core.values import ValueFunctions


class Missing(StrEnum):
    """What a score that is still missing stands for."""

    RENORMALISE = "renormalise"
    WORST = "worst"
    BEST = "best"
    NEUTRAL = "neutral"


#: The value that fills a gap; a gap is left out of the sum where there is none.
FILL: Final[Mapping[Missing, float]] = {
    Missing.WORST: 0.0,
    Missing.BEST: 1.0,
    Missing.NEUTRAL: 0.5,
}


@dataclass(frozen=True, eq=False)
class ValueTable:
    """Hold what every score is worth; arrays are (vendors, criteria) unless said otherwise.

    Attributes:
        values: 0 to 1, NaN where there is none.
        scored: where there is a value.
        applicable: where a value counts or would count if there were one.
        tested: where the value rests on a test of one's own.
        functions: what turned the scores into values.
    """

    values: Floats
    scored: Flags
    applicable: Flags
    tested: Flags
    functions: ValueFunctions

    @classmethod
    def of(cls, functions: ValueFunctions, agreed: AgreedScores) -> ValueTable:
        """Turn agreed scores into values."""
        values = functions.values(agreed.values)
        scored = ~np.isnan(values)
        return cls(
            values=values,
            scored=scored,
            applicable=(agreed.states != State.NOT_APPLICABLE) & functions.counting,
            tested=scored & (agreed.evidence == Evidence.TESTED),
            functions=functions,
        )

    def with_vendors(self, vendors: Positions, fresh: ValueTable) -> ValueTable:
        """Return the table with the vendors at some positions in place of what was there."""
        return replace(
            self,
            values=placed(self.values, vendors, fresh.values),
            scored=placed(self.scored, vendors, fresh.scored),
            applicable=placed(self.applicable, vendors, fresh.applicable),
            tested=placed(self.tested, vendors, fresh.tested),
        )

    @property
    def filled(self) -> Floats:
        """The values, 0 where there is none."""
        return np.asarray(self.layers[0])

    @cached_property
    def layers(self) -> Floats:
        """Filled values, 1 where scored, 1 where missing; (3, vendors, criteria)."""
        layers = np.zeros((3, *self.values.shape))
        np.copyto(layers[0], self.values, where=self.scored)
        layers[1] = self.scored
        layers[2] = self.applicable & ~self.scored
        return layers

    @cached_property
    def tests(self) -> Floats:
        """1 where tested, else 0; (vendors, criteria)."""
        return self.tested.astype(np.float64)


@dataclass(frozen=True, eq=False)
class WeightedSum:
    """Hold the scores of all vendors under one set of weights, as fractions of 1.

    Attributes:
        score: the weighted mean; NaN where nothing is scored, unless gaps are filled;
            this and the next three are (vendors,).
        low: the score if every missing one turned out worst; NaN where nothing applies.
        high: the score if every missing one turned out best; NaN where nothing applies.
        coverage: share of the applicable weight that is scored; 0 where nothing applies.
        applicable: share of the whole weight that applies; 0 where there is no weight.
    """

    score: Floats
    low: Floats
    high: Floats
    coverage: Floats
    applicable: Floats
    _table: ValueTable
    _weights: Floats
    _within: Floats
    _spans: tuple[slice, ...]
    _fill: float | None

    @cached_property
    def tested_share(self) -> Floats:
        """Share of the scored weight that rests on tests, (vendors,); 0 where none is scored."""
        scored = self._table.layers[1] @ self._weights
        return _share(self._table.tests @ self._weights, scored)

    @cached_property
    def dimensions(self) -> Floats:
        """Score of each vendor in each dimension alone, (vendors, dimensions).

        NaN where nothing is scored, unless gaps are filled. A dimension without weight has a
        score too if the weights within it are known.
        """
        earned, scored, missing = self._by_dimension
        return _score(earned, scored, missing, self._fill)

    @cached_property
    def contributions(self) -> Floats:
        """Points that each dimension brings to the score, (vendors, dimensions).

        They sum to the score; all are 0 where there is none.
        """
        earned, scored, missing = self._by_dimension * self._scale
        if self._fill is not None:
            earned, scored = earned + self._fill * missing, scored + missing
        return _share(earned, scored.sum(axis=1, keepdims=True))

    @cached_property
    def _by_dimension(self) -> Floats:
        """Weighted values, scored and missing weight, (3, vendors, dimensions)."""
        kinds, vendors, criteria = self._table.layers.shape
        layers = self._table.layers.reshape(kinds * vendors, criteria)
        sums = np.empty((kinds * vendors, len(self._spans)))
        for dimension, span in enumerate(self._spans):
            # One product with a matrix would do, but those wait for other threads when the
            # machine is busy, which a weight slider can feel.
            sums[:, dimension] = layers[:, span] @ self._within[span]
        return _capped(sums.reshape(kinds, vendors, len(self._spans)))

    @cached_property
    def _scale(self) -> Floats:
        """What the weights within a dimension are to be multiplied with, (dimensions,)."""
        parts = [(self._weights[span].sum(), self._within[span].sum()) for span in self._spans]
        whole, own = np.array(parts, dtype=np.float64).reshape(-1, 2).T
        return _share(whole, own)


def weighted_sum(
    table: ValueTable,
    weights: Floats,
    spans: Sequence[slice],
    missing: Missing = Missing.RENORMALISE,
    *,
    within: Floats | None = None,
) -> WeightedSum:
    """Add up the values of each vendor by weight.

    `weights` are the shares of the criteria in the whole, (criteria,); `within` are those in
    their dimensions, needed only to score dimensions that have no weight.
    Leaving gaps out and removing what does not apply from the base follow GB/T 27922-2011:
    points earned / points applicable.
    """
    fill = FILL.get(missing)
    earned, scored, gaps = _capped(table.layers @ weights)
    whole = np.full_like(scored, weights[table.functions.counting].sum())
    low, high = _score(earned, scored, gaps, 0.0), _score(earned, scored, gaps, 1.0)
    return WeightedSum(
        score=np.clip(_score(earned, scored, gaps, fill), low, high),
        low=low,
        high=high,
        coverage=_share(scored, scored + gaps),
        applicable=_share(np.minimum(scored + gaps, whole), whole),
        _table=table,
        _weights=weights,
        _within=weights if within is None else within,
        _spans=tuple(spans),
        _fill=fill,
    )


def _capped(sums: Floats) -> Floats:
    """Keep rounding errors from making more than 100 % of the scored weight."""
    np.minimum(sums[0], sums[1], out=sums[0])
    return sums


def _score(earned: Floats, scored: Floats, missing: Floats, fill: float | None) -> Floats:
    """Return the score from weighted values, scored and missing weight; NaN for no weight."""
    with np.errstate(invalid="ignore"):
        if fill is None:
            return earned / scored
        return (earned + fill * missing) / (scored + missing)


def _share(part: Floats, whole: Floats) -> Floats:
    """Return part / whole, 0 where the whole is nothing."""
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
