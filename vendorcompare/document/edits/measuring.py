"""Another measure or another scale for a criterion that may be scored already.

A score means something only with the measure it was given in: a 4 of 5 is not 4 per cent.
What no longer fits is cleared in the same step, so that one undo brings everything back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import numpy as np

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure, MustHave
from vendorcompare.core.scores import Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits.rubric import describe_criterion
from vendorcompare.document.edits.scores import check
from vendorcompare.i18n import N_, _
from vendorcompare.storage import schema
from vendorcompare.storage.recorder import Recorder

#: Measures whose scores are figures of the world, whatever unit they are in.
FIGURES: Final = frozenset({Measure.NUMBER, Measure.DURATION, Measure.PERCENTAGE, Measure.MONEY})


def with_measure(criterion: Criterion, measure: Measure) -> Criterion:
    """Return a criterion that is measured otherwise, without what no longer makes sense."""
    if measure is criterion.measure:
        return criterion
    if {measure, criterion.measure} <= FIGURES:
        return replace(criterion, measure=measure)
    asked = criterion.must_have is not None and measure is Measure.BOOLEAN
    return replace(
        criterion,
        measure=measure,
        anchors=(),
        unit=Text(),
        measured_by="",
        must_have=MustHave() if asked else None,
    )


def measure_anew(document: Document, criterion: Criterion) -> int:
    """Replace a criterion whose measure or scale differs; return how many scores were cleared.

    Their notes stay. InputError if the scale does not ascend.
    """
    low, high = criterion.scale
    if not low < high:
        raise InputError(
            _("The scale must ascend."), hint=_("Give the lowest level first, then a higher one.")
        )
    before = document.assessment
    old = before.rubric.criterion(criterion.key)
    comparable = old.measure is criterion.measure or {old.measure, criterion.measure} <= FIGURES
    criterion = replace(criterion, levels=_within(criterion))
    with document.change(N_("Change measure"), merge=("measure", criterion.key)) as recorder:
        cleared = _clear(recorder, before, criterion, comparable=comparable)
        describe_criterion(document, criterion)
    return cleared


def _within(criterion: Criterion) -> tuple[tuple[float, Text], ...]:
    """Return the levels that a rating can be given; another measure has none, and keeps them."""
    if criterion.measure is not Measure.RATING:
        return criterion.levels
    low, high = criterion.scale
    return tuple(level for level in criterion.levels if low <= level[0] <= high)


def scores_of(assessment: Assessment, criteria: Iterable[str]) -> int:
    """Count what all evaluators gave for criteria in the round that is being decided."""
    columns = [assessment.rubric.position[key] for key in criteria]
    return int((assessment.scores.states[:, :, columns] != State.UNKNOWN).sum())


def _clear(
    recorder: Recorder, assessment: Assessment, criterion: Criterion, *, comparable: bool
) -> int:
    """Clear the scores of the round that do not fit the criterion any more."""
    round_, arrays = assessment.round.key, assessment.scores
    column = assessment.rubric.position[criterion.key]
    cleared = 0
    for layer, row in np.argwhere(arrays.states[:, :, column] == State.SCORED).tolist():
        if comparable and _fits(criterion, float(arrays.values[layer, row, column])):
            continue
        who, vendor = assessment.evaluators[layer].key, assessment.vendors[row].key
        key = (round_, who, vendor, criterion.key)
        kept = recorder.row(schema.score, *key)
        if kept is not None and kept["note"]:
            recorder.put(
                schema.score, *key, value=None, state=int(State.UNKNOWN), evidence=0, text=""
            )
        else:
            recorder.delete(schema.score, *key)
        cleared += 1
    for (row,) in np.argwhere(~np.isnan(arrays.agreed[:, column])).tolist():
        if not (comparable and _fits(criterion, float(arrays.agreed[row, column]))):
            recorder.delete(schema.agreed_score, round_, assessment.vendors[row].key, criterion.key)
    return cleared


def _fits(criterion: Criterion, value: float) -> bool:
    try:
        check(criterion, Score(value, State.SCORED))
    except InputError:
        return False
    return True
