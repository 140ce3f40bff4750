"""Who gave which vendor what, as arrays.

The arrays have the shape (evaluators, vendors, criteria) in the order of the
assessment. NaN is "not scored"; it never stands for zero.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Final, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]
Positions = npt.NDArray[np.intp]

Kind = TypeVar("Kind", bound=np.generic)


class State(IntEnum):
    """Tell a score from a blank, and a blank from "does not apply"."""

    UNKNOWN = 0
    SCORED = 1
    NOT_APPLICABLE = 2


class Evidence(IntEnum):
    """Grade what a score rests on, from nothing to seen with one's own eyes."""

    NONE = 0
    CLAIMED = 1
    DOCUMENTED = 2
    TESTED = 3


def placed(
    array: npt.NDArray[Kind], rows: Positions, fresh: npt.NDArray[Kind]
) -> npt.NDArray[Kind]:
    """Return an array with some of its rows replaced; the array itself if they are the same."""
    if array[rows].tobytes() == fresh.tobytes():
        return array
    changed = array.copy()
    changed[rows] = fresh
    return changed


#: How states and grades are called in files and answers.
STATE_NAMES: Final = {state: state.name.lower() for state in State}
EVIDENCE_NAMES: Final = {grade: grade.name.lower() for grade in Evidence if grade}

#: The evaluator of scores that nobody signed.
UNNAMED: Final = ""

#: The round that every assessment starts with.
SELECTION: Final = "selection"


class Cell(NamedTuple):
    """Name one score by keys."""

    evaluator: str
    vendor: str
    criterion: str


class Score(NamedTuple):
    """Hold one score with what it rests on.

    Attributes:
        value: the raw score; None unless the state is SCORED, or for a text.
        text: the answer to a criterion that is measured in words.
    """

    value: float | None = None
    state: State = State.UNKNOWN
    evidence: Evidence = Evidence.NONE
    note: str = ""
    text: str = ""


@dataclass(frozen=True)
class ScoreArrays:
    """Hold all scores of one round.

    Attributes:
        values: raw scores, NaN where there is none; shape (evaluators, vendors, criteria).
        states: `State` codes, same shape.
        evidence: `Evidence` codes, same shape.
        notes: the note of each cell that has one.
        texts: the words of each cell whose criterion is measured in words.
        agreed: the agreed scores, NaN where none is recorded; shape (vendors, criteria).
        agreed_excused: where it was agreed that the criterion does not apply, same shape.
        agreed_notes: the note of each agreed score that has one, by (vendor, criterion).
    """

    values: Floats
    states: Codes
    evidence: Codes
    agreed: Floats
    agreed_excused: Flags
    notes: Mapping[Cell, str] = field(default_factory=dict)
    texts: Mapping[Cell, str] = field(default_factory=dict)
    agreed_notes: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def empty(cls, evaluators: int, vendors: int, criteria: int) -> ScoreArrays:
        """Make arrays in which nothing is scored."""
        shape = (evaluators, vendors, criteria)
        return cls(
            values=np.full(shape, np.nan),
            states=np.zeros(shape, np.uint8),
            evidence=np.zeros(shape, np.uint8),
            agreed=np.full((vendors, criteria), np.nan),
            agreed_excused=np.zeros((vendors, criteria), np.bool_),
        )

    def of_vendors(self, vendors: Positions) -> ScoreArrays:
        """Return the scores of the vendors at some positions; the words stay as they are."""
        return replace(
            self,
            values=self.values[:, vendors],
            states=self.states[:, vendors],
            evidence=self.evidence[:, vendors],
            agreed=self.agreed[vendors],
            agreed_excused=self.agreed_excused[vendors],
        )

    def vendors_unlike(self, other: ScoreArrays) -> Positions:
        """Return where vendors have other scores than in arrays of the same shape."""
        layered = (
            (_bits(self.values) != _bits(other.values))
            | (self.states != other.states)
            | (self.evidence != other.evidence)
        )
        agreed = _bits(self.agreed) != _bits(other.agreed)
        agreed |= self.agreed_excused != other.agreed_excused
        return np.flatnonzero(layered.any(axis=(0, 2)) | agreed.any(axis=1))


def _bits(values: Floats) -> npt.NDArray[np.int64]:
    """Return numbers as something in which a blank equals a blank."""
    return values.view(np.int64)
