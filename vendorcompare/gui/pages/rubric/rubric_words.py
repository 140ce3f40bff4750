"""The rubric in words: measures, tiers, weights, what is missing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.errors import InputError, UserError
from vendorcompare.core.rubric import Criterion, Direction, Measure, Rubric, Tier
from vendorcompare.core.values import counts, value_points
from vendorcompare.document.reader.numbers import number_of as exact_number_of
from vendorcompare.i18n import N_, _, ngettext

MEASURES: Final[Mapping[Measure, str]] = {
    Measure.RATING: N_("Rating"),
    Measure.BOOLEAN: N_("Yes/no"),
    Measure.NUMBER: N_("Number"),
    Measure.DURATION: N_("Duration"),
    Measure.PERCENTAGE: N_("Percentage"),
    Measure.MONEY: N_("Money"),
    Measure.TEXT: N_("Words"),
}
_DIRECTIONS: Final[Mapping[Direction, str]] = {
    Direction.HIGHER: N_("Higher is better"),
    Direction.LOWER: N_("Lower is better"),
}
_ANSWERS: Final[Mapping[Direction, str]] = {
    Direction.HIGHER: N_("Yes is better"),
    Direction.LOWER: N_("No is better"),
}
TIERS: Final[Mapping[Tier, str]] = {
    Tier.QUICK: N_("Quick"),
    Tier.STANDARD: N_("Standard"),
    Tier.FULL: N_("Full"),
}


def directions_of(measure: Measure) -> Mapping[Direction, str]:
    """Return how people say which way is better."""
    return _ANSWERS if measure is Measure.BOOLEAN else _DIRECTIONS


def number_of(text: str) -> float | None:
    """Read a number, None for nothing typed."""
    number = exact_number_of(text)
    return None if number is None else float(number)


def weight_of(text: str) -> float:
    """Read a weight; nothing typed is no weight."""
    weight = number_of(text)
    if weight is None:
        return 0.0
    if weight < 0:
        raise InputError(
            _("A weight cannot be {weight:g}.").format(weight=weight),
            hint=_("Type 0 or a larger number; only the proportions count."),
        )
    return weight


def typed_number(value: float | None) -> str:
    """Write a number as it is typed."""
    return "" if value is None else formats.number(value).replace("−", "-").replace(",", "")


def shares_of(rubric: Rubric) -> dict[str, float]:
    """Return the share of each dimension and criterion in the whole, from 0 to 1.

    Words take no share, nor does a dimension in which nothing counts.
    """
    within = {
        dimension.key: {c.key: c.weight if counts(c) else 0.0 for c in dimension.criteria}
        for dimension in rubric.dimensions
    }
    totals = {key: math.fsum(weights.values()) for key, weights in within.items()}
    weighty = {d.key: d.weight if totals[d.key] > 0 else 0.0 for d in rubric.dimensions}
    whole = math.fsum(weighty.values())
    shares = {key: weight / whole if whole > 0 else 0.0 for key, weight in weighty.items()}
    for key, weights in within.items():
        for criterion, weight in weights.items():
            shares[criterion] = shares[key] * weight / totals[key] if totals[key] > 0 else 0.0
    return shares


def missing_words(criterion: Criterion) -> str:
    """Say what keeps a criterion from being worth anything, or nothing."""
    if not counts(criterion):
        return _("An answer in words is printed, but earns no points.")
    try:
        value_points(criterion)
    except UserError as error:
        return error.sentences
    return ""


def needs_attention(criterion: Criterion) -> bool:
    """Tell whether a criterion that has weight cannot be turned into a value."""
    return counts(criterion) and bool(missing_words(criterion))


def wrong_limits(low: float | None, high: float | None) -> str:
    """Say what is wrong with the limits of a must-have, or nothing."""
    if low is None and high is None:
        return _("Type the least or the most that is accepted.")
    if low is not None and high is not None and low > high:
        return _("Nothing lies between these limits.")
    return ""


def cleared_words(count: int) -> str:
    """Say how many scores no longer fitted."""
    words = ngettext(
        "{count} score did not fit any more and was cleared; its note is still there.",
        "{count} scores did not fit any more and were cleared; their notes are still there.",
        count,
    )
    return words.format(count=count)
