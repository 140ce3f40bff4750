"""Value functions: what a raw score is worth, from 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from vendorcompare.core.errors import UnscorableError
from vendorcompare.core.rubric import Criterion, Direction, Measure
from vendorcompare.core.scores import Flags, Floats
from vendorcompare.i18n import _, language

Points = tuple[tuple[float, float], ...]

_FULL_PERCENTAGE: Final = (0.0, 100.0)
_NO_AND_YES: Final = (0.0, 1.0)


@dataclass(frozen=True, eq=False)
class ValueFunctions:
    """Hold what turns the scores of a rubric into values; typing a score changes none of it.

    Attributes:
        counting: which criteria can count at all, (criteria,).
        columns: the criteria that share a function, by its corners.
        unscorable: why criteria that have no value function have none, by their column; their
            scores count as missing.
    """

    counting: Flags
    columns: Mapping[Points, Sequence[int]]
    unscorable: Mapping[int, UnscorableError]

    @classmethod
    def of(cls, criteria: Sequence[Criterion]) -> ValueFunctions:
        """Work out the functions of the criteria of a rubric."""
        columns: dict[Points, list[int]] = {}
        unscorable = {}
        for column, criterion in enumerate(criteria):
            if not counts(criterion):
                continue
            try:
                columns.setdefault(value_points(criterion), []).append(column)
            except UnscorableError as error:
                unscorable[column] = error
        counting = np.array([counts(criterion) for criterion in criteria], dtype=np.bool_)
        return cls(counting, columns, unscorable)

    def values(self, raw: Floats) -> Floats:
        """Return what raw scores are worth, NaN where there is none; (vendors, criteria)."""
        values = np.full(raw.shape, np.nan)
        for points, columns in self.columns.items():  # many share one, and a call
            values[:, columns] = interpolated(points, raw[:, columns])
        return values


def counts(criterion: Criterion) -> bool:
    """Tell whether a criterion can count at all; words never do."""
    return criterion.measure is not Measure.TEXT


def value_points(criterion: Criterion) -> Points:
    """Return the corners of the value function of a criterion, in ascending raw score.

    Between the corners the function is linear, outside it is level. Anchors already say which
    way is better, so the direction only turns the functions that a measure has by itself.
    UnscorableError if the criterion has no value function or a wrong one.
    """
    if counts(criterion) and criterion.anchors:
        return _checked(criterion)
    low, high = _ends(criterion)
    if not (math.isfinite(low) and math.isfinite(high) and low < high):
        raise UnscorableError(
            _('The scale of "{criterion}" does not ascend.').format(criterion=_name(criterion)),
            hint=_("Give the lowest level first, then a higher one."),
        )
    worst, best = (1.0, 0.0) if criterion.direction is Direction.LOWER else (0.0, 1.0)
    return ((low, worst), (high, best))


def values_of(criterion: Criterion, raw: Floats) -> Floats:
    """Return what raw scores of a criterion are worth, 0 to 1; NaN stays NaN.

    UnscorableError if the criterion has no value function.
    """
    return interpolated(value_points(criterion), raw)


def interpolated(points: Points, raw: Floats) -> Floats:
    """Return where raw scores lie on the lines between corners; NaN stays NaN."""
    scores, values = zip(*points, strict=True)
    return np.asarray(np.interp(raw, scores, values), dtype=np.float64)


def _ends(criterion: Criterion) -> tuple[float, float]:
    """Return the raw scores at both ends of the function that a measure has by itself."""
    match criterion.measure:
        case Measure.RATING:
            return criterion.scale
        case Measure.PERCENTAGE:
            return _FULL_PERCENTAGE
        case Measure.BOOLEAN:
            return _NO_AND_YES
        case Measure.TEXT:
            raise UnscorableError(
                _('"{criterion}" is answered in words and earns no points.').format(
                    criterion=_name(criterion)
                ),
                hint=_("Choose another measure if it is to count."),
            )
    raise UnscorableError(
        _('"{criterion}" has no anchors, so its figures are worth nothing yet.').format(
            criterion=_name(criterion)
        ),
        hint=_("Say which figure earns 0 points and which earns 100."),
    )


def _checked(criterion: Criterion) -> Points:
    """Return the anchors of a criterion; UnscorableError if they make no function."""
    anchors = criterion.anchors
    if len(anchors) < 2:
        raise _wrong_anchors(criterion, _("there is only one"))
    if not all(math.isfinite(score) for score, _value in anchors):
        raise _wrong_anchors(criterion, _("a figure is missing"))
    if not all(left < right for (left, _v), (right, _w) in pairwise(anchors)):
        raise _wrong_anchors(criterion, _("their figures do not ascend"))
    if not all(0.0 <= value <= 1.0 for _score, value in anchors):
        raise _wrong_anchors(criterion, _("a value is not between 0 and 1"))
    return anchors


def _wrong_anchors(criterion: Criterion, reason: str) -> UnscorableError:
    return UnscorableError(
        _('The anchors of "{criterion}" cannot be used: {reason}.').format(
            criterion=_name(criterion), reason=reason
        ),
        hint=_("Give at least two figures in ascending order, each with a value from 0 to 1."),
    )


def _name(criterion: Criterion) -> str:
    return criterion.name.get(language()) or criterion.key
