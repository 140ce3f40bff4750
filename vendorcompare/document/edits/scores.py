"""Scoring: give, clear, paste, fill."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from vendorcompare.core import sense
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import Cell, Evidence, Score, State
from vendorcompare.document.document import Document
from vendorcompare.i18n import N_, _
from vendorcompare.storage import schema
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import Row

BLANK = Score()
_NEXT_TO_NOTHING: Final = 1e-6
NOT_APPLICABLE = Score(state=State.NOT_APPLICABLE)


def set_score(document: Document, cell: Cell, score: Score) -> None:
    """Give one vendor a score for one criterion, keeping its note and evidence grade."""
    set_scores(document, {cell: score})


def set_scores(document: Document, scores: Mapping[Cell, Score], message: str = "") -> None:
    """Give many scores in one step; the notes and the evidence of the cells are kept.

    A blank clears the cell with its evidence, because a grade without a score says nothing;
    a note stays until it is deleted itself. InputError names the first score that does not
    fit, and then nothing is changed.
    """
    for cell, score in scores.items():
        check(document.assessment.rubric.criterion(cell.criterion), score)
    with document.change(message or _message(len(scores)), count=len(scores)) as recorder:
        for cell, score in scores.items():
            _put(recorder, document.assessment, cell, score)


def set_note(document: Document, cell: Cell, note: str) -> None:
    """Write down what a score rests on or why it is missing."""
    with document.change(N_("Edit note"), merge=("note", cell)) as recorder:
        old = document.assessment.score(cell)
        _put_row(recorder, document.assessment, cell, old._replace(note=note))


def set_evidence(document: Document, cells: list[Cell], grade: Evidence) -> None:
    """Grade the evidence of scores; cells without a score are left alone."""
    with document.change(N_("Set evidence grade")) as recorder:
        for cell in cells:
            old = document.assessment.score(cell)
            if old.state is State.SCORED:
                _put_row(recorder, document.assessment, cell, old._replace(evidence=grade))


def set_agreed_scores(
    document: Document, scores: Mapping[tuple[str, str], Score], message: str = ""
) -> None:
    """Record many agreed scores by (vendor, criterion) in one step; their notes are kept.

    That a criterion does not apply can be agreed like a score. InputError names the first
    score that does not fit, and then nothing is changed.
    """
    for (_vendor, criterion), score in scores.items():
        check(document.assessment.rubric.criterion(criterion), score)
    notes = document.assessment.scores.agreed_notes
    with document.change(message or N_("Set agreed score")) as recorder:
        for place, score in scores.items():
            note = score.note or notes.get(place, "")
            _put_agreed(recorder, document.assessment, place, score._replace(note=note))


def set_agreed_note(document: Document, vendor: str, criterion: str, note: str) -> None:
    """Write down why the evaluators agreed as they did."""
    assessment, place = document.assessment, (vendor, criterion)
    agreed = assessment.agreed_score(vendor, criterion)
    with document.change(N_("Edit note"), merge=("agreed note", *place)) as recorder:
        _put_agreed(recorder, assessment, place, agreed._replace(note=note))


def check(criterion: Criterion, score: Score) -> None:
    """Raise InputError if a score does not fit how its criterion is measured."""
    if score.state is not State.SCORED or criterion.measure is Measure.TEXT:
        return
    value = score.value
    if value is None or not math.isfinite(value):
        raise InputError(
            _("A score must be a number."), hint=_("Type a number, or leave it blank.")
        )
    low, high = allowed(criterion)
    wrong = sense.wrong_figure(value)
    if wrong is not None:
        raise wrong
    if value < low and math.isinf(high):
        raise InputError(
            _("{value} is below {low}.").format(value=_said(value), low=_said(low)),
            hint=_("Type {low} or more.").format(low=_said(low)),
        )
    if not low <= value <= high:
        raise InputError(
            _("{value} is outside {low} to {high}.").format(
                value=_said(value), low=_said(low), high=_said(high)
            ),
            hint=_("Type a score within the scale of the criterion."),
        )


def allowed(criterion: Criterion) -> tuple[float, float]:
    """Return the lowest and the highest score that a criterion can be given."""
    match criterion.measure:
        case Measure.RATING:
            return criterion.scale
        case Measure.BOOLEAN:
            return 0.0, 1.0
        case Measure.PERCENTAGE:
            return 0.0, 100.0
        case Measure.DURATION:
            return 0.0, math.inf
    return -math.inf, math.inf


def _said(value: float) -> str:
    """Write a figure in digits; one next to nothing is said to be nothing."""
    return f"{value if abs(value) >= _NEXT_TO_NOTHING else 0:.12g}"


def columns_of(score: Score) -> dict[str, float | int | str | None]:
    """Return the columns in which a score is kept."""
    return {
        "value": score.value,
        "state": int(score.state),
        "evidence": int(score.evidence),
        "note": score.note,
        "text": score.text,
    }


def score_in(row: Row | None) -> Score:
    """Return the score that a row holds, be it given or agreed; a blank where there is none."""
    if row is None:
        return BLANK
    value = row["value"]
    return Score(
        value=None if value is None else float(value),
        state=State(int(row["state"] or 0)),
        evidence=Evidence(int(row.get("evidence") or 0)),
        note=str(row["note"]),
        text=str(row.get("text", "")),
    )


def _put(recorder: Recorder, assessment: Assessment, cell: Cell, score: Score) -> None:
    old = assessment.score(cell)
    evidence = old.evidence if score.state is State.SCORED else Evidence.NONE
    kept = score._replace(note=score.note or old.note, evidence=score.evidence or evidence)
    _put_row(recorder, assessment, cell, kept)


def _put_agreed(
    recorder: Recorder,
    assessment: Assessment,
    place: tuple[str, str],
    score: Score,
) -> None:
    key = (assessment.round.key, *place)
    if score.state is State.UNKNOWN and not score.note:
        recorder.delete(schema.agreed_score, *key)
    else:
        recorder.put(
            schema.agreed_score, *key, value=score.value, state=int(score.state), note=score.note
        )


def _put_row(recorder: Recorder, assessment: Assessment, cell: Cell, score: Score) -> None:
    key = (assessment.round.key, *cell)
    if score == BLANK:
        recorder.delete(schema.score, *key)
        return
    recorder.put(schema.score, *key, **columns_of(score))


def _message(count: int) -> str:
    return N_("Set score") if count == 1 else N_("Set {count} scores")
