"""Rows in, frozen core objects out.

A change refreshes only the part of the assessment that its rows belong to, so that typing
a score into a large file costs a copy of an array and not a reading of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.parts import Part
from vendorcompare.core.sense import LONGEST_HORIZON
from vendorcompare.i18n import _
from vendorcompare.storage import schema, score_arrays
from vendorcompare.storage.damage import damaged, explained
from vendorcompare.storage.records import KEPT, parts_of
from vendorcompare.storage.rows import RowChange
from vendorcompare.storage.store import Transaction

#: Parts that decide the shape and the order of the score arrays.
_SHAPING: Final = frozenset({Part.RUBRIC, Part.VENDORS, Part.EVALUATORS, Part.ROUNDS})


def load(transaction: Transaction) -> Assessment:
    """Read the whole assessment.

    Raises:
        DocumentDamaged: the rows hold what no assessment says, such as a kind of fee there is not.
    """
    assessment = Assessment(**_fields(transaction, KEPT))
    if not assessment.rounds:
        raise damaged(_("it holds no round"))
    if not 1 <= assessment.horizon_months <= LONGEST_HORIZON:
        raise damaged(_("its horizon is not between 1 and 600 months"))
    with explained(KEPT[schema.score.name].words):
        return replace(assessment, scores_by_round=score_arrays.load(transaction, assessment))


def refresh(
    assessment: Assessment, transaction: Transaction, changes: Iterable[RowChange]
) -> Assessment:
    """Return the assessment as it is after changes, reading only what they touch."""
    changes = tuple(changes)
    parts = parts_of(changes)
    fresh = replace(assessment, **_fields(transaction, {change.table for change in changes}))
    if parts & _SHAPING and _shape(assessment) != _shape(fresh):
        return replace(fresh, scores_by_round=score_arrays.load(transaction, fresh))
    if Part.SCORES in parts:
        fresh = _placed(assessment, fresh)
        fresh = replace(fresh, scores_by_round=score_arrays.patched(fresh, changes))
    return _placed(assessment, fresh)


def _fields(transaction: Transaction, tables: Iterable[str]) -> dict[str, Any]:
    """Read the fields of the assessment that come from some tables, those of several once."""
    found: dict[str, Any] = {}
    readers = {KEPT[table].read: table for table in tables}
    for read, table in readers.items():
        with explained(KEPT[table].words):
            found |= read(transaction) if read else {}
    return found


def _placed(before: Assessment, after: Assessment) -> Assessment:
    """Keep the positions of the keys, which a typed score would else work out anew."""
    for name in ("vendor_position", "evaluator_position"):
        if name in before.__dict__:
            after.__dict__[name] = before.__dict__[name]
    return after


def _shape(assessment: Assessment) -> tuple[tuple[str, ...], ...]:
    return (
        tuple(assessment.vendor_position),
        tuple(assessment.evaluator_position),
        *((round_.key, *round_.rubric.position) for round_ in assessment.rounds),
    )
