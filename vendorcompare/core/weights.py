"""How much each criterion and each dimension counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Dimension, Rubric
from vendorcompare.core.scores import Floats
from vendorcompare.core.values import counts
from vendorcompare.i18n import _, language

#: The weights that the rubric itself gives.
DEFAULT: Final = "default"


@dataclass(frozen=True, eq=False, slots=True)
class Shares:
    """Hold normalised weights; where nothing counts they are all 0.

    Attributes:
        criteria: share of each criterion in the whole, (criteria,), sum 1.
        dimensions: share of each dimension in the whole, (dimensions,), sum 1.
        within: share of each criterion in its dimension, (criteria,), sum 1 for each dimension
            in which something counts, even if the dimension itself has no weight.
    """

    criteria: Floats
    dimensions: Floats
    within: Floats


@dataclass(frozen=True, eq=False)
class WeightTree:
    """Hold the weights of a rubric as arrays, ready to be normalised again and again."""

    rubric: Rubric

    def shares(self, overrides: Mapping[str, float] | None = None) -> Shares:
        """Return the normalised weights, some of them replaced.

        Weights are normalised among siblings at both levels. Words take no share, nor does a
        dimension in which nothing counts. A key that the rubric lacks is ignored.
        All are zero where nothing weighs. InputError if a weight is negative or no number.
        """
        criteria, dimensions = self._criteria, self._dimensions
        if overrides:
            criteria = _replaced(criteria, self.rubric.position, overrides)
            dimensions = _replaced(dimensions, self._position, overrides)
        self._check(criteria, dimensions)
        counted = _of_largest(criteria * self._counting)
        totals = np.bincount(self.owner, counted, minlength=len(dimensions))
        divisors = np.where(totals > 0, totals, 1.0)
        within = counted / divisors[self.owner]
        shares = _of_largest(dimensions * (totals > 0))
        total = shares.sum()
        if total > 0:
            shares = shares / total
        return Shares(within * shares[self.owner], shares, within)

    @cached_property
    def owner(self) -> npt.NDArray[np.intp]:
        """The position of each criterion's dimension."""
        sizes = [len(dimension.criteria) for dimension in self.rubric.dimensions]
        return np.repeat(np.arange(len(sizes), dtype=np.intp), sizes)

    @cached_property
    def _criteria(self) -> Floats:
        return np.array([c.weight for c in self.rubric.criteria], dtype=np.float64)

    @cached_property
    def _dimensions(self) -> Floats:
        return np.array([d.weight for d in self.rubric.dimensions], dtype=np.float64)

    @cached_property
    def _counting(self) -> npt.NDArray[np.bool_]:
        return np.array([counts(c) for c in self.rubric.criteria], dtype=np.bool_)

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {dimension.key: i for i, dimension in enumerate(self.rubric.dimensions)}

    def _check(self, criteria: Floats, dimensions: Floats) -> None:
        """Refuse weights that are no weights."""
        weights = np.concatenate((dimensions, criteria))
        wrong = ~(np.isfinite(weights) & (weights >= 0))
        if wrong.any():
            items: tuple[Dimension | Criterion, ...]
            items = (*self.rubric.dimensions, *self.rubric.criteria)
            item = items[int(wrong.argmax())]
            raise InputError(
                _('The weight of "{name}" is not a number of zero or more.').format(
                    name=item.name.get(language()) or item.key
                ),
                hint=_("Enter 0 for what does not count, and more for what counts more."),
            )


def named_weights(assessment: Assessment, name: str) -> Mapping[str, float]:
    """Return what a weight set changes; "default" changes nothing.

    InputError if there is no set of that name.
    """
    if name == DEFAULT:
        return {}
    for weight_set in assessment.weight_sets:
        if weight_set.name == name:
            return weight_set.weights
    names = _(", ").join((DEFAULT, *(weight_set.name for weight_set in assessment.weight_sets)))
    raise InputError(
        _('There is no weight set "{name}".').format(name=name),
        hint=_("Choose one of: {names}.").format(names=names),
    )


def _replaced(
    weights: Floats, position: Mapping[str, int], overrides: Mapping[str, float]
) -> Floats:
    replaced = weights.copy()
    for key, weight in overrides.items():
        if key in position:
            replaced[position[key]] = weight
    return replaced


def _of_largest(weights: Floats) -> Floats:
    """Return weights relative to the largest one, so that no sum of them overflows."""
    largest = weights.max(initial=0.0)
    return weights / largest if largest > 0 else weights
