"""Scores and what was agreed on, which the core holds as arrays and in no list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import numpy as np

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import (
    EVIDENCE_NAMES,
    SELECTION,
    STATE_NAMES,
    UNNAMED,
    Cell,
    Evidence,
    Score,
    State,
)
from vendorcompare.document.exchange.records.fields import (
    EvaluatorKey,
    Key,
    RawScore,
    Words,
    written_number,
)
from vendorcompare.document.exchange.records.record import Entries, Record

_STATES: Final = {name: state for state, name in STATE_NAMES.items()}
_GRADES: Final = {name: grade for grade, name in EVIDENCE_NAMES.items()}


class ScoreRecord(Record):
    """Hold what one evaluator gave one vendor for one criterion."""

    vendor: Key
    criterion: Key
    evaluator: EvaluatorKey | None = None
    value: RawScore = None
    state: Literal["scored", "not_applicable", "unknown"] | None = None
    evidence: Literal["claimed", "documented", "tested"] | None = None
    note: Words = ""
    round: Key = SELECTION

    @property
    def place(self) -> tuple[str, str, str, str]:
        """The round, evaluator, vendor and criterion of the score."""
        return self.round, self.evaluator or UNNAMED, self.vendor, self.criterion

    def score(self, before: Score, criterion: Criterion) -> Score:
        """Return the score as it will be; what is not named stays as it was."""
        score, named = before, self.model_fields_set
        if "value" in named or "state" in named:
            state = State.SCORED if self.value is not None else State.UNKNOWN
            score = score._replace(
                state=_STATES[self.state] if self.state else state, value=None, text=""
            )
            if isinstance(self.value, str):
                score = score._replace(text=self.value)
            elif criterion.measure is not Measure.TEXT:
                score = score._replace(value=self.value)
        if "evidence" in named:
            grade = _GRADES[self.evidence] if self.evidence else Evidence.NONE
            score = score._replace(evidence=grade)
        return score._replace(note=self.note) if "note" in named else score


class ConsensusRecord(Record):
    """Hold the score that the evaluators agreed on."""

    vendor: Key
    criterion: Key
    value: RawScore = None
    state: Literal["scored", "not_applicable", "unknown"] | None = None
    note: Words = ""
    round: Key = SELECTION

    @property
    def place(self) -> tuple[str, str, str]:
        """The round, vendor and criterion of the agreed score."""
        return self.round, self.vendor, self.criterion

    def score(self, before: Score) -> Score:
        """Return the agreed score as it will be; what is not named stays as it was."""
        score, named = before, self.model_fields_set
        if "value" in named or "state" in named:
            state = State.SCORED if self.value is not None else State.UNKNOWN
            value = None if self.value is None else float(self.value)
            score = score._replace(value=value, state=_STATES[self.state] if self.state else state)
        return score._replace(note=self.note) if "note" in named else score


def said_of(score: Score) -> Entries:
    """Return what the entries of a score say of it, whoever gave it to whom."""
    return {
        "value": (score.text or None) if score.value is None else written_number(score.value),
        "state": STATE_NAMES[score.state],
        "evidence": EVIDENCE_NAMES.get(score.evidence),
        "note": score.note,
    }


def written_scores(assessment: Assessment) -> Iterator[Entries]:
    """Give the scores of the round that is being decided by vendor, criterion and evaluator."""
    arrays = assessment.scores
    held = (arrays.states != 0) | (arrays.evidence != 0)
    for cell in (*arrays.notes, *arrays.texts):
        held[assessment.place(cell)] = True
    for vendor, criterion, evaluator in np.argwhere(held.transpose(1, 2, 0)).tolist():
        cell = Cell(
            assessment.evaluators[evaluator].key,
            assessment.vendors[vendor].key,
            assessment.rubric.criteria[criterion].key,
        )
        yield {
            "vendor": cell.vendor,
            "criterion": cell.criterion,
            "evaluator": None if cell.evaluator == UNNAMED else cell.evaluator,
            **said_of(assessment.score(cell)),
            "round": assessment.round.key,
        }


def written_agreed(assessment: Assessment) -> Iterator[Entries]:
    """Give what was agreed in the round that is being decided by vendor and criterion."""
    for vendor in assessment.vendors:
        for criterion in assessment.rubric.criteria:
            score = assessment.agreed_score(vendor.key, criterion.key)
            if score == Score():
                continue
            said = said_of(score)
            is_usual = assessment.round.key == SELECTION
            yield {
                "vendor": vendor.key,
                "criterion": criterion.key,
                "value": said["value"],
                **({"state": said["state"]} if score.state is State.NOT_APPLICABLE else {}),
                "note": score.note,
                **({} if is_usual else {"round": assessment.round.key}),
            }
