"""Must-haves: conditions that a vendor meets, fails, or has not shown to meet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Final

import numpy as np

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.consensus import AgreedScores
from vendorcompare.core.rubric import Criterion, Measure, MustHave
from vendorcompare.core.scores import Codes, Flags, Floats, State
from vendorcompare.core.sense import must_have_needs_limit

_ROUNDING: Final = 1e-9


class Passed(IntEnum):
    """How a vendor stands with a must-have; what is not known never passes."""

    PASS = 0
    FAIL = 1
    UNKNOWN = 2


@dataclass(frozen=True, eq=False)
class MustHaves:
    """Hold how every vendor stands with every must-have.

    Attributes:
        criteria: keys of the criteria that carry a must-have, in the rubric's order.
        codes: `Passed` codes, (vendors, must-haves).
    """

    criteria: tuple[str, ...]
    codes: Codes

    def failed(self, vendor: int) -> tuple[str, ...]:
        """Return the criteria whose must-have the vendor at a position fails."""
        return self.all_failed[vendor]

    def undecided(self, vendor: int) -> tuple[str, ...]:
        """Return the criteria of which nobody knows yet whether the vendor meets them."""
        return self.all_undecided[vendor]

    @cached_property
    def excluded(self) -> Flags:
        """Where a vendor fails at least one must-have, (vendors,)."""
        return np.asarray((self.codes == Passed.FAIL).any(axis=1))

    @cached_property
    def all_failed(self) -> tuple[tuple[str, ...], ...]:
        """What every vendor fails, in the order of the assessment."""
        return self._keys(Passed.FAIL)

    @cached_property
    def all_undecided(self) -> tuple[tuple[str, ...], ...]:
        """What nobody knows of every vendor, in the order of the assessment."""
        return self._keys(Passed.UNKNOWN)

    def _keys(self, code: Passed) -> tuple[tuple[str, ...], ...]:
        return tuple(
            tuple(key for key, found in zip(self.criteria, row, strict=True) if found == code)
            for row in self.codes.tolist()
        )


def judge(assessment: Assessment, agreed: AgreedScores) -> MustHaves:
    """Hold the agreed scores against the must-haves of the rubric.

    What does not apply to a vendor cannot exclude it. A yes/no on which evaluators disagree
    is not known yet, and neither is an answer in words.
    """
    columns = [i for i, c in enumerate(assessment.rubric.criteria) if c.must_have is not None]
    carriers = [assessment.rubric.criteria[column] for column in columns]
    codes = np.full((len(assessment.vendors), len(columns)), Passed.UNKNOWN, np.uint8)
    for place, (column, criterion) in enumerate(zip(columns, carriers, strict=True)):
        codes[:, place] = judged(criterion, agreed.values[:, column])
        codes[agreed.states[:, column] == State.NOT_APPLICABLE, place] = Passed.PASS
    return MustHaves(tuple(criterion.key for criterion in carriers), codes)


def judged(criterion: Criterion, scores: Floats) -> Codes:
    """Return a `Passed` code for each raw score of a criterion with a must-have."""
    lowest, highest = _limits(criterion)
    above = scores >= lowest - _ROUNDING * max(1.0, abs(lowest))
    below = scores <= highest + _ROUNDING * max(1.0, abs(highest))
    unknown = np.isnan(scores)
    if criterion.measure is Measure.BOOLEAN:
        unknown |= (scores > 0) & (scores < 1)
    if not can_be_failed(criterion):
        unknown |= True
    codes = np.where(above & below, Passed.PASS, Passed.FAIL)
    return np.where(unknown, Passed.UNKNOWN, codes).astype(np.uint8)


def can_be_failed(criterion: Criterion) -> bool:
    """Tell whether a must-have says what it asks for; one without a limit cannot be confirmed."""
    must = criterion.must_have or MustHave()
    return not must_have_needs_limit(criterion.measure) or must != MustHave()


def _limits(criterion: Criterion) -> tuple[float, float]:
    """Return between which raw scores a criterion meets its must-have."""
    must = criterion.must_have or MustHave()
    at_least, at_most = must.at_least, must.at_most
    if criterion.measure is Measure.BOOLEAN and at_least is None and at_most is None:
        at_least = 1.0
    return (
        -np.inf if at_least is None else at_least,
        np.inf if at_most is None else at_most,
    )
