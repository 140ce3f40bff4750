"""Bring imported scores into an assessment, whatever kind of file they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import (
    EVIDENCE_NAMES,
    STATE_NAMES,
    Evidence,
    Score,
    ScoreArrays,
    State,
)
from vendorcompare.document.edits.scores import BLANK
from vendorcompare.document.exchange.merging import Merger
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.storage import schema
from vendorcompare.storage.rows import Key, Row

_STATES = {name: state for state, name in STATE_NAMES.items()}
_NO_AGREEMENT: Final[Row] = {"value": None, "state": int(State.UNKNOWN), "note": ""}
_GRADES = {name: grade for grade, name in EVIDENCE_NAMES.items()}


def merge_scores(
    merger: Merger, incoming: Iterable[ScoreRecord], criteria: Mapping[str, Mapping[str, Criterion]]
) -> None:
    """Write scores; a record that names only a note leaves the score as it is.

    `criteria` are those of each round, by key.
    """
    merger.allow_nobody()
    there = merger.recorder.rows(schema.score)
    added: dict[Key, Row] = {}
    for record in incoming:
        before = there.get(record.place)
        score = _score(record, before, criteria[record.round][record.criterion])
        is_new = before is None and score != BLANK
        if is_new:
            added[record.place] = _values(score)
        changed = is_new or (before is not None and _change(merger, record, before, score))
        label = merger.cell_label(record)
        merger.report.note("scores", label, existed=before is not None, changed=changed)
    merger.recorder.add_all(schema.score, added)


def _change(merger: Merger, record: ScoreRecord, before: Row, score: Score) -> bool:
    """Write a score in place of another, and tell whether they differ."""
    if score == BLANK:
        merger.recorder.delete(schema.score, *record.place)
        return True
    after = _values(score)
    if after == before:
        return False
    merger.recorder.put(schema.score, *record.place, **after)
    return True


def merge_consensus(merger: Merger, incoming: Iterable[ConsensusRecord]) -> None:
    """Write agreed scores; one without value and note is taken back."""
    for record in incoming:
        label = merger.cell_label(record)
        before = merger.recorder.row(schema.agreed_score, *record.place)
        after = {**_NO_AGREEMENT, **(before or {}), **_agreed(record)}
        if after == _NO_AGREEMENT:
            merger.recorder.delete(schema.agreed_score, *record.place)
            merger.report.note("consensus", label, existed=True, changed=before is not None)
        else:
            merger.put("consensus", label, schema.agreed_score, *record.place, **after)


def _agreed(record: ConsensusRecord) -> dict[str, Any]:
    """Return the columns that an agreed score names."""
    named = record.model_fields_set
    given: dict[str, Any] = {"note": record.note} if "note" in named else {}
    if "value" in named or "state" in named:
        state = State.SCORED if record.value is not None else State.UNKNOWN
        if record.state is not None:
            state = _STATES[record.state]
        given |= {"value": record.value, "state": int(state)}
    return given


def score_in_row(row: Row | None) -> Score:
    """Return the score that a row holds; a blank where there is none."""
    if row is None:
        return BLANK
    value = row["value"]
    return Score(
        value=None if value is None else float(value),
        state=State(int(row["state"] or 0)),
        evidence=Evidence(int(row["evidence"] or 0)),
        note=str(row["note"]),
        text=str(row["text"]),
    )


def _score(record: ScoreRecord, before: Row | None, criterion: Criterion) -> Score:
    score = score_in_row(before)
    named = record.model_fields_set
    if "value" in named or "state" in named:
        state = State.SCORED if record.value is not None else State.UNKNOWN
        score = score._replace(
            state=_STATES[record.state] if record.state else state, value=None, text=""
        )
        if isinstance(record.value, str):
            score = score._replace(text=record.value)
        elif criterion.measure is not Measure.TEXT:
            score = score._replace(value=record.value)
    if "evidence" in named:
        grade = _GRADES[record.evidence] if record.evidence else Evidence.NONE
        score = score._replace(evidence=grade)
    return score._replace(note=record.note) if "note" in named else score


def _values(score: Score) -> dict[str, float | int | str | None]:
    return {
        "value": score.value,
        "state": int(score.state),
        "evidence": int(score.evidence),
        "note": score.note,
        "text": score.text,
    }


def score_in(sheet: ScoreArrays, place: tuple[int, int, int]) -> Score:
    """Return a score by its place in the arrays, without its words."""
    value = float(sheet.values[place])
    return Score(
        value=None if value != value else value,
        state=State(int(sheet.states[place])),
        evidence=Evidence(int(sheet.evidence[place])),
    )
