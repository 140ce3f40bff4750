"""The rubric: dimensions, criteria, anchors and weights."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from dataclasses import replace

from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Dimension, Rubric
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.edits.order import move
from vendorcompare.i18n import N_, _
from vendorcompare.storage import records, schema
from vendorcompare.storage.recorder import Recorder


def add_dimension(document: Document, name: str) -> str:
    """Add a dimension after the last one and return its key."""
    dimension = Dimension(new_key("d"), Text.same(name))
    with document.change(N_("Add dimension")) as recorder:
        put_dimension(recorder, dimension, recorder.next_position(schema.dimension))
    return dimension.key


def add_criterion(document: Document, dimension: str, criterion: Criterion) -> str:
    """Add a criterion at the end of a dimension and return its key.

    A criterion without a key, or whose key is taken, gets one of its own.
    """
    taken = document.assessment.rubric.position
    if not criterion.key or criterion.key in taken:
        criterion = replace(criterion, key=new_key("c"))
    with document.change(N_("Add criterion")) as recorder:
        put_criterion(recorder, criterion, dimension, recorder.next_position(schema.criterion))
    return criterion.key


def describe_dimension(document: Document, dimension: Dimension) -> None:
    """Replace what a dimension says of itself; its criteria stay as they are."""
    with document.change(N_("Edit dimension"), merge=("dimension", dimension.key)) as recorder:
        records.DIMENSION.put(recorder, dimension)


def describe_criterion(document: Document, criterion: Criterion) -> None:
    """Replace what a criterion says of itself, levels included."""
    with document.change(N_("Edit criterion"), merge=("criterion", criterion.key)) as recorder:
        records.CRITERION.put(recorder, criterion)
        put_levels(recorder, criterion)


def delete_dimension(document: Document, key: str) -> None:
    """Delete a dimension with its criteria and everything that is said of them."""
    with document.change(N_("Delete dimension")) as recorder:
        for (criterion,) in recorder.keys(schema.criterion, dimension=key):
            _delete_criterion(recorder, str(criterion))
        _forget_weights(recorder, key)
        recorder.delete(schema.dimension, key)


def delete_criteria(document: Document, keys: list[str]) -> None:
    """Delete criteria with their scores, their evidence and what weight sets say of them."""
    with document.change(N_("Delete criterion")) as recorder:
        for key in keys:
            _delete_criterion(recorder, key)


def move_dimension(document: Document, key: str, place: int) -> None:
    """Move a dimension to another place in the order."""
    with document.change(N_("Move dimension")) as recorder:
        move(recorder, schema.dimension, key, place)


def move_criterion(document: Document, key: str, place: int, dimension: str = "") -> None:
    """Move a criterion to another place within its dimension, or in another one."""
    rubric = document.assessment.rubric
    target = dimension or rubric.dimension_of(key).key
    ordered: list[str] = []
    for each in rubric.dimensions:
        members = [criterion.key for criterion in each.criteria if criterion.key != key]
        if each.key == target:
            members.insert(max(0, min(place, len(members))), key)
        ordered += members
    with document.change(N_("Move criterion")) as recorder:
        recorder.put(schema.criterion, key, dimension=target)
        for position, criterion in enumerate(ordered):
            recorder.put(schema.criterion, criterion, position=position)


def set_weights(
    document: Document, weights: Mapping[str, float], *, merge: Hashable = None
) -> None:
    """Give dimensions or criteria, named by their keys, new weights in one step.

    `merge` marks one drag of a slider, whose positions are undone together.
    """
    for weight in weights.values():
        if not (math.isfinite(weight) and weight >= 0):
            raise InputError(
                _("A weight cannot be {weight:g}.").format(weight=weight),
                hint=_("Type 0 or a larger number; only the proportions count."),
            )
    dimensions = {d.key for d in document.assessment.rubric.dimensions}
    with document.change(N_("Set weights"), merge=merge) as recorder:
        for key, weight in weights.items():
            table = schema.dimension if key in dimensions else schema.criterion
            recorder.put(table, key, weight=weight)


def put_rubric(recorder: Recorder, rubric: Rubric) -> None:
    """Write a whole rubric after whatever is there."""
    first = recorder.next_position(schema.dimension)
    position = recorder.next_position(schema.criterion)
    for place, dimension in enumerate(rubric.dimensions, first):
        put_dimension(recorder, dimension, place)
        for criterion in dimension.criteria:
            put_criterion(recorder, criterion, dimension.key, position)
            position += 1


def put_dimension(recorder: Recorder, dimension: Dimension, position: int) -> None:
    """Write a dimension without its criteria."""
    records.DIMENSION.put(recorder, dimension, position=position)


def put_criterion(recorder: Recorder, criterion: Criterion, dimension: str, position: int) -> None:
    """Write a criterion with its levels."""
    records.CRITERION.put(recorder, criterion, position=position, dimension=dimension)
    put_levels(recorder, criterion)


def put_levels(recorder: Recorder, criterion: Criterion) -> None:
    """Write what earns each level of a criterion, in place of what was there."""
    kept = {level for level, _anchor in criterion.levels}
    for key in recorder.keys(schema.level, criterion=criterion.key):
        if key[1] not in kept:
            recorder.delete(schema.level, *key)
    for level, anchor in criterion.levels:
        records.put_level(recorder, criterion.key, level, anchor)


def _delete_criterion(recorder: Recorder, key: str) -> None:
    for attachment in recorder.keys(schema.attachment, criterion=key):
        recorder.delete(schema.attachment, *attachment)
    _forget_weights(recorder, key)
    recorder.delete(schema.criterion, key)


def _forget_weights(recorder: Recorder, key: str) -> None:
    for weight in recorder.keys(schema.weight, target=key):
        recorder.delete(schema.weight, *weight)
