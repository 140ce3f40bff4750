"""Scores between rows and arrays; the only bulk there is, so it is read without objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from sqlalchemy import bindparam, case, select

from vendorcompare.collecting import undisturbed
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.scores import Cell, Evidence, ScoreArrays, State
from vendorcompare.storage import schema
from vendorcompare.storage.rows import RowChange
from vendorcompare.storage.store import Transaction, is_owned

#: State, grade of evidence and whether there are words travel as one number: fewer columns
#: are fewer Python objects, and the words are asked for only where there are any.
_STATES: Final = 16
_GRADES: Final = 2

#: Rows converted at a time: few enough to stay in the processor's cache.
_BATCH: Final = 2048

_score, _agreed = schema.score.c, schema.agreed_score.c
_IS_WORDED: Final = (_score.note != "") | (_score.text != "")
_SCORES: Final = select(
    _score.evaluator,
    _score.vendor,
    _score.criterion,
    _score.value,
    _score.state * _STATES + _score.evidence * _GRADES + case((_IS_WORDED, 1), else_=0),
).where(is_owned(schema.score), _score.round == bindparam("in_round"))
_WORDS: Final = select(
    _score.evaluator, _score.vendor, _score.criterion, _score.note, _score.text
).where(is_owned(schema.score), _score.round == bindparam("in_round"), _IS_WORDED)
_AGREED: Final = select(
    _agreed.vendor, _agreed.criterion, _agreed.value, _agreed.state, _agreed.note
).where(is_owned(schema.agreed_score), _agreed.round == bindparam("in_round"))


def load(transaction: Transaction, assessment: Assessment) -> dict[str, ScoreArrays]:
    """Read the scores of all rounds into arrays in the order of the assessment."""
    with undisturbed():
        return {
            round_.key: _read(transaction, assessment.in_round(round_.key))
            for round_ in assessment.rounds
        }


def patched(assessment: Assessment, changes: Iterable[RowChange]) -> dict[str, ScoreArrays]:
    """Return the scores of all rounds with some cells changed."""
    found = dict(assessment.scores_by_round)
    changes = tuple(changes)
    for key in {str(c.key[0]) for c in changes if c.table in {"score", "agreed_score"}}:
        mine = [c for c in changes if c.key[0] == key]
        scores = [c for c in mine if c.table == "score"]
        agreed = [c for c in mine if c.table == "agreed_score"]
        seen = assessment.in_round(key)
        arrays = _with_scores(seen, found[key], scores) if scores else found[key]
        found[key] = _with_agreed(seen, arrays, agreed) if agreed else arrays
    return found


def _read(transaction: Transaction, assessment: Assessment) -> ScoreArrays:
    """Read the scores of the round in which the assessment is seen."""
    arrays = _empty(assessment)
    chosen = {"in_round": assessment.round.key}
    notes, texts = {}, {}
    if _fill_scores(transaction.run(_SCORES, chosen), assessment, arrays):
        for evaluator, vendor, criterion, note, text in transaction.run(_WORDS, chosen):
            cell = Cell(evaluator, vendor, criterion)
            if note:
                notes[cell] = note
            if text:
                texts[cell] = text
    agreed_notes = {}
    for vendor, criterion, value, state, note in transaction.run(_AGREED, chosen):
        place = assessment.vendor_position[vendor], assessment.rubric.position[criterion]
        arrays.agreed[place] = np.nan if value is None else value
        arrays.agreed_excused[place] = state == State.NOT_APPLICABLE
        if note:
            agreed_notes[vendor, criterion] = note
    return replace(arrays, notes=notes, texts=texts, agreed_notes=agreed_notes)


def _empty(assessment: Assessment) -> ScoreArrays:
    return ScoreArrays.empty(
        len(assessment.evaluators), len(assessment.vendors), len(assessment.rubric.criteria)
    )


def _fill_scores(cursor: Any, assessment: Assessment, arrays: ScoreArrays) -> bool:
    """Fill arrays and tell whether any of their cells has words."""
    worded = False
    while fetched := cursor.fetchmany(_BATCH):
        evaluators, vendors, criteria, values, codes = zip(*fetched, strict=True)
        place = (
            _positions(evaluators, assessment.evaluator_position),
            _positions(vendors, assessment.vendor_position),
            _positions(criteria, assessment.rubric.position),
        )
        arrays.values[place] = np.array(values, dtype=np.float64)
        states, rest = np.divmod(np.array(codes, dtype=np.uint8), _STATES)
        arrays.states[place] = states
        arrays.evidence[place], words = np.divmod(rest, _GRADES)
        worded = worded or bool(words.any())
    if arrays.states.max(initial=0) > max(State) or arrays.evidence.max(initial=0) > max(Evidence):
        raise ValueError("a state or a grade that no score has")
    return worded


def _positions(keys: tuple[str, ...], position: Mapping[str, int]) -> npt.NDArray[np.intp]:
    if len(position) == 1:
        return np.zeros(len(keys), dtype=np.intp)
    return np.fromiter(map(position.__getitem__, keys), dtype=np.intp, count=len(keys))


def _with_scores(
    assessment: Assessment, arrays: ScoreArrays, changes: list[RowChange]
) -> ScoreArrays:
    values, states = arrays.values.copy(), arrays.states.copy()
    evidence = arrays.evidence.copy()
    notes, texts = dict(arrays.notes), dict(arrays.texts)
    for change in changes:
        _round, evaluator, vendor, criterion = map(str, change.key)
        cell = Cell(evaluator, vendor, criterion)
        place = (
            assessment.evaluator_position[evaluator],
            assessment.vendor_position[vendor],
            assessment.rubric.position[criterion],
        )
        row: Mapping[str, Any] = change.after or {}
        value = row.get("value")
        values[place] = np.nan if value is None else value
        states[place] = row.get("state", 0)
        evidence[place] = row.get("evidence", 0)
        _keep(notes, cell, row.get("note"))
        _keep(texts, cell, row.get("text"))
    return replace(
        arrays, values=values, states=states, evidence=evidence, notes=notes, texts=texts
    )


def _with_agreed(
    assessment: Assessment, arrays: ScoreArrays, changes: list[RowChange]
) -> ScoreArrays:
    agreed, excused = arrays.agreed.copy(), arrays.agreed_excused.copy()
    notes = dict(arrays.agreed_notes)
    for change in changes:
        _round, vendor, criterion = map(str, change.key)
        row = change.after or {}
        value: Any = row.get("value")
        place = assessment.vendor_position[vendor], assessment.rubric.position[criterion]
        agreed[place] = np.nan if value is None else value
        excused[place] = row.get("state") == State.NOT_APPLICABLE
        _keep(notes, (vendor, criterion), row.get("note"))
    return replace(arrays, agreed=agreed, agreed_excused=excused, agreed_notes=notes)


def _keep(words: dict[Any, str], place: Any, new: Any) -> None:
    if new:
        words[place] = new
    else:
        words.pop(place, None)
