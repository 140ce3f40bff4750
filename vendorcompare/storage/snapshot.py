"""Rows in, frozen core objects out.

A change refreshes only the part of the assessment that its rows belong to, so that typing
a score into a large file costs a copy of an array and not a reading of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final

from vendorcompare.core.assessment import Assessment
from vendorcompare.storage import records, sheets
from vendorcompare.storage.rows import RowChange
from vendorcompare.storage.store import Transaction

#: The parts of an assessment, and the tables each is read from.
_PARTS: Final[tuple[tuple[frozenset[str], Callable[[Transaction], dict[str, Any]]], ...]] = (
    (frozenset({"assessment"}), records.project),
    (frozenset({"dimension", "criterion", "level"}), records.rubric),
    (frozenset({"weight_set", "weight"}), records.weight_sets),
    (frozenset({"vendor"}), records.vendors),
    (frozenset({"evaluator"}), records.evaluators),
    (frozenset({"round"}), records.rounds),
    (frozenset({"driver", "cost_line"}), records.costs),
    (frozenset({"commitment", "contact"}), records.service),
    (frozenset({"attachment"}), records.attachments),
    (frozenset({"setting"}), records.sheet_settings),
)

#: Tables whose rows decide the shape and the order of the score arrays.
_SHAPING: Final = frozenset({"dimension", "criterion", "vendor", "evaluator", "round"})
_SCORES: Final = frozenset({"score", "agreed_score"})


def load(transaction: Transaction) -> Assessment:
    """Read the whole assessment."""
    parts: dict[str, Any] = {}
    for _tables, read in _PARTS:
        parts |= read(transaction)
    assessment = Assessment(**parts)
    return replace(assessment, sheets=sheets.load(transaction, assessment))


def refresh(
    assessment: Assessment, transaction: Transaction, changes: Iterable[RowChange]
) -> Assessment:
    """Return the assessment as it is after changes, reading only what they touch."""
    changes = tuple(changes)
    tables = {change.table for change in changes}
    parts: dict[str, Any] = {}
    for names, read in _PARTS:
        if names & tables:
            parts |= read(transaction)
    fresh = replace(assessment, **parts)
    if _reshaped(assessment, fresh, tables):
        return replace(fresh, sheets=sheets.load(transaction, fresh))
    if tables & _SCORES:
        fresh = _placed(assessment, fresh)
        fresh = replace(fresh, sheets=sheets.patched(fresh, changes))
    return _placed(assessment, fresh)


def _placed(before: Assessment, after: Assessment) -> Assessment:
    """Keep the positions of the keys, which a typed score would else work out anew."""
    for name in ("vendor_position", "evaluator_position"):
        if name in before.__dict__:
            after.__dict__[name] = before.__dict__[name]
    return after


def _reshaped(before: Assessment, after: Assessment, tables: set[str]) -> bool:
    if not tables & _SHAPING:
        return False
    return _shape(before) != _shape(after)


def _shape(assessment: Assessment) -> tuple[tuple[str, ...], ...]:
    return (
        tuple(assessment.rubric.position),
        tuple(assessment.vendor_position),
        tuple(assessment.evaluator_position),
        tuple(round_.key for round_ in assessment.rounds),
    )
