"""What the evaluators say together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from vendorcompare.core.assessment import Assessment, Evaluator
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import (
    UNNAMED,
    Codes,
    Flags,
    Floats,
    Positions,
    State,
    placed,
)
from vendorcompare.core.values import counts
from vendorcompare.i18n import _

#: From how many steps of the scale on a spread means that evaluators saw different things.
DIVIDED_FROM: Final = 0.65

_ROUNDING: Final = 1e-9


@dataclass(frozen=True, eq=False)
class AgreedScores:
    """Hold one score for each vendor and criterion; all arrays are (vendors, criteria).

    Attributes:
        values: raw scores, the agreed one or else the weighted mean; NaN where there is none.
        states: `State` codes; an agreed "does not apply" outweighs every score.
        evidence: the strongest `Evidence` among those who scored.
        spread: standard deviation among those who scored, NaN for fewer than two.
        divided: where the evaluators are so far apart that they should talk.
    """

    values: Floats
    states: Codes
    evidence: Codes
    spread: Floats
    divided: Flags

    def with_vendors(self, vendors: Positions, fresh: AgreedScores) -> AgreedScores:
        """Return the scores with those of the vendors at some positions in place of theirs."""
        return AgreedScores(
            values=placed(self.values, vendors, fresh.values),
            states=placed(self.states, vendors, fresh.states),
            evidence=placed(self.evidence, vendors, fresh.evidence),
            spread=placed(self.spread, vendors, fresh.spread),
            divided=placed(self.divided, vendors, fresh.divided),
        )


def agree(assessment: Assessment) -> AgreedScores:
    """Bring the evaluators' scores together.

    An evaluator of weight 0 is not heard, and neither is a score that nobody signed where
    somebody who is named has answered. InputError if a weight is negative or no number.
    """
    arrays = assessment.scores
    weights = evaluator_weights(assessment.evaluators)
    heard = weights > 0
    numbers, states = arrays.values[heard], arrays.states[heard]
    evidence = arrays.evidence[heard]
    silenced = unheard(assessment)
    if silenced.any():
        nobody = np.flatnonzero([e.key == UNNAMED for e in assessment.evaluators if e.weight > 0])
        states, evidence = states.copy(), evidence.copy()
        states[nobody] = np.where(silenced, State.UNKNOWN, states[nobody])
        evidence[nobody] = np.where(silenced, 0, evidence[nobody])
    in_words = np.array([not counts(c) for c in assessment.rubric.criteria], dtype=np.bool_)
    given = (states == State.SCORED) & np.isfinite(numbers)
    agreed = np.isfinite(arrays.agreed)
    mean = _weighted_mean(numbers, given, weights[heard])
    values = np.where(agreed, arrays.agreed, np.where(arrays.agreed_excused, np.nan, mean))
    answered = given | ((states == State.SCORED) & in_words)
    spread = _spread(numbers, given)
    steps = np.array([_divided_from(c) for c in assessment.rubric.criteria], dtype=np.float64)
    return AgreedScores(
        values=values,
        states=np.where(
            arrays.agreed_excused & ~agreed,
            np.uint8(State.NOT_APPLICABLE),
            _states(agreed | answered.any(axis=0), states),
        ),
        evidence=np.where(answered, evidence, 0).max(axis=0, initial=0),
        spread=spread,
        divided=np.nan_to_num(spread) >= steps,
    )


def unheard(assessment: Assessment) -> Flags:
    """Return where a score without a name is not heard, (vendors, criteria).

    It is no voice of its own beside those of people: where one of them answered, it is only
    shown. An answer of whoever has no weight is none.
    """
    arrays = assessment.scores
    unsigned = np.array([e.key == UNNAMED for e in assessment.evaluators], dtype=np.bool_)
    if unsigned.all() or not unsigned.any():
        return np.zeros(arrays.states.shape[1:], dtype=np.bool_)
    named = ~unsigned & np.array([e.weight > 0 for e in assessment.evaluators], dtype=np.bool_)
    answered = arrays.states != State.UNKNOWN
    return np.asarray(answered[unsigned].any(axis=0) & answered[named].any(axis=0))


class Votes(NamedTuple):
    """Count who said yes and who said no."""

    yes: int
    no: int


def votes(assessment: Assessment, vendor: str, criterion: str) -> Votes:
    """Count the answers to a yes/no question, of those who are heard."""
    place = assessment.vendor_position[vendor], assessment.rubric.position[criterion]
    silenced = unheard(assessment)[place]
    answers = [
        float(assessment.scores.values[layer][place])
        for layer, evaluator in enumerate(assessment.evaluators)
        if evaluator.weight > 0
        and not (silenced and evaluator.key == UNNAMED)
        and assessment.scores.states[layer][place] == State.SCORED
    ]
    return Votes(sum(answer == 1 for answer in answers), sum(answer == 0 for answer in answers))


def evaluator_weights(evaluators: Sequence[Evaluator]) -> Floats:
    """Return how much each evaluator is heard; InputError if a weight makes no sense."""
    for evaluator in evaluators:
        if not (math.isfinite(evaluator.weight) and evaluator.weight >= 0):
            raise InputError(
                _('The weight of the evaluator "{name}" is not a number of zero or more.').format(
                    name=evaluator.name or evaluator.key
                ),
                hint=_("Enter 1 for a normal voice, 0 for no voice."),
            )
    return np.array([evaluator.weight for evaluator in evaluators], dtype=np.float64)


def _weighted_mean(numbers: Floats, given: Flags, weights: Floats) -> Floats:
    """Return the mean over evaluators, NaN where nobody scored."""
    if len(numbers) == 1:  # as in most files, and half the time that a typed score takes
        return np.where(given[0], numbers[0], np.nan)
    heard = weights[:, np.newaxis, np.newaxis] * given
    total = heard.sum(axis=0)
    points = (heard * np.where(given, numbers, 0.0)).sum(axis=0)
    mean = np.divide(points, total, out=np.full(total.shape, np.nan), where=total > 0)
    return np.where(total > 0, _between(numbers, given, mean), np.nan)


def _spread(numbers: Floats, given: Flags) -> Floats:
    """Return the population standard deviation over evaluators, NaN for fewer than two."""
    if len(numbers) == 1:
        return np.full(numbers.shape[1:], np.nan)
    count = given.sum(axis=0)
    several = count > 1
    divisor = np.maximum(count, 1)
    mean = _between(numbers, given, np.where(given, numbers, 0.0).sum(axis=0) / divisor)
    squares = np.where(given, numbers - mean, 0.0) ** 2
    return np.where(several, np.sqrt(squares.sum(axis=0) / divisor), np.nan)


def _between(numbers: Floats, given: Flags, mean: Floats) -> Floats:
    """Return a mean within what was given: equal scores come out not even a rounding error apart.

    Must-haves look at the last digit, and whoever agrees must not seem to differ.
    """
    lowest = np.where(given, numbers, np.inf).min(axis=0, initial=np.inf)
    highest = np.where(given, numbers, -np.inf).max(axis=0, initial=-np.inf)
    return np.asarray(np.minimum(np.maximum(mean, lowest), highest), dtype=np.float64)


def _states(scored: Flags, states: Codes) -> Codes:
    """Return the state of each cell: a score outweighs "does not apply", which outweighs none."""
    excused = (states == State.NOT_APPLICABLE).any(axis=0)
    unscored = np.where(excused, State.NOT_APPLICABLE, State.UNKNOWN)
    return np.where(scored, State.SCORED, unscored).astype(np.uint8)


def _divided_from(criterion: Criterion) -> float:
    """Return the spread from which on evaluators are divided over a criterion."""
    match criterion.measure:
        case Measure.RATING:
            return DIVIDED_FROM - _ROUNDING
        case Measure.BOOLEAN:
            return _ROUNDING
    return math.inf
