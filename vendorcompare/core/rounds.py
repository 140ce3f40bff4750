"""Rounds: what is asked in each, and the opinions on how much it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from vendorcompare.core.rubric import Rubric
from vendorcompare.core.scores import SELECTION


@dataclass(frozen=True, slots=True)
class WeightSet:
    """Hold a named opinion on weights; what it does not name keeps the rubric's weight.

    Attributes:
        weights: new weight by key of a dimension or criterion.
    """

    name: str
    weights: Mapping[str, float] = field(default_factory=dict)
    key: str = ""


class RoundKind(StrEnum):
    """Tell the choice of a vendor from a look back at how it does."""

    SELECTION = "selection"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Round:
    """Hold one evaluation in time: the selection, then each review.

    Attributes:
        held_on: the day on which it was held, None if that is not known.
        rubric: what is asked in this round; another one's stays as it was.
        weight_sets: the opinions on its weights.
    """

    key: str = SELECTION
    name: str = ""
    kind: RoundKind = RoundKind.SELECTION
    held_on: date | None = None
    rubric: Rubric = Rubric()
    weight_sets: tuple[WeightSet, ...] = ()
