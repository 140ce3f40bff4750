"""The rubric of the round that is being decided: dimensions, criteria, anchors and weights."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace

from vendorcompare.core import sense
from vendorcompare.core.names import tidied_text
from vendorcompare.core.rubric import Criterion, Dimension, Rubric
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.edits.order import move
from vendorcompare.i18n import N_
from vendorcompare.storage import records, schema
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import Storable


def add_dimension(document: Document, name: str) -> str:
    """Add a dimension after the last one and return its key."""
    dimension = Dimension(new_key("d"), tidied_text(Text.same(name)))
    sense.require(sense.in_dimension(dimension))
    with document.change(N_("Add dimension")) as recorder:
        position = recorder.next_position(schema.dimension)
        put_dimension(recorder, document.assessment.round.key, dimension, position)
    return dimension.key


def add_criterion(document: Document, dimension: str, criterion: Criterion) -> str:
    """Add a criterion at the end of a dimension and return its key.

    A criterion without a key, or whose key is taken, gets one of its own.
    """
    taken = document.assessment.rubric.position
    if not criterion.key or criterion.key in taken:
        criterion = replace(criterion, key=new_key("c"))
    criterion = replace(criterion, name=tidied_text(criterion.name))
    sense.require(sense.in_criterion(criterion))
    with document.change(N_("Add criterion")) as recorder:
        put_criterion(
            recorder,
            document.assessment.round.key,
            criterion,
            dimension,
            recorder.next_position(schema.criterion),
        )
    return criterion.key


def describe_dimension(document: Document, dimension: Dimension) -> None:
    """Replace what a dimension says of itself; its criteria stay as they are."""
    dimension = replace(dimension, name=tidied_text(dimension.name))
    sense.require(sense.in_dimension(dimension))
    with document.change(N_("Edit dimension"), merge=("dimension", dimension.key)) as recorder:
        records.DIMENSION.put(recorder, dimension, document.assessment.round.key)


def describe_criterion(document: Document, criterion: Criterion) -> None:
    """Replace what a criterion says of itself, levels included."""
    criterion = replace(criterion, name=tidied_text(criterion.name))
    sense.require(sense.in_criterion(criterion))
    with document.change(N_("Edit criterion"), merge=("criterion", criterion.key)) as recorder:
        records.CRITERION.put(recorder, criterion, document.assessment.round.key)
        put_levels(recorder, document.assessment.round.key, criterion)


def delete_dimension(document: Document, key: str) -> None:
    """Delete a dimension with its criteria and everything that is said of them."""
    round_ = document.assessment.round.key
    with document.change(N_("Delete dimension")) as recorder:
        for criterion in recorder.keys(schema.criterion, round=round_, dimension=key):
            _delete_criterion(recorder, *criterion)
        _forget_weights(recorder, round_, key)
        recorder.delete(schema.dimension, round_, key)


def delete_criteria(document: Document, keys: list[str]) -> None:
    """Delete criteria with their scores, their evidence and what weight sets say of them.

    What another round says of criteria with the same keys stays as it is.
    """
    with document.change(N_("Delete criterion")) as recorder:
        for key in keys:
            _delete_criterion(recorder, document.assessment.round.key, key)


def move_dimension(document: Document, key: str, place: int) -> None:
    """Move a dimension to another place in the order."""
    round_ = document.assessment.round.key
    with document.change(N_("Move dimension")) as recorder:
        move(recorder, schema.dimension, (round_, key), place, round=round_)


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
    round_ = document.assessment.round.key
    with document.change(N_("Move criterion")) as recorder:
        recorder.put(schema.criterion, round_, key, dimension=target)
        for position, criterion in enumerate(ordered):
            recorder.put(schema.criterion, round_, criterion, position=position)


def set_weights(
    document: Document, weights: Mapping[str, float], *, merge: Hashable = None
) -> None:
    """Give dimensions or criteria, named by their keys, new weights in one step.

    `merge` marks one drag of a slider, whose positions are undone together.
    """
    sense.require((key, wrong) for key, w in weights.items() if (wrong := sense.wrong_weight(w)))
    given = document.assessment
    dimensions = {d.key for d in given.rubric.dimensions}
    with document.change(N_("Set weights"), merge=merge) as recorder:
        for key, weight in weights.items():
            table = schema.dimension if key in dimensions else schema.criterion
            recorder.put(table, given.round.key, key, weight=weight)


def put_rubric(recorder: Recorder, round_: str, rubric: Rubric) -> None:
    """Write a whole rubric after whatever the round has."""
    first = recorder.next_position(schema.dimension)
    position = recorder.next_position(schema.criterion)
    for place, dimension in enumerate(rubric.dimensions, first):
        put_dimension(recorder, round_, dimension, place)
        for criterion in dimension.criteria:
            put_criterion(recorder, round_, criterion, dimension.key, position)
            position += 1


def put_dimension(recorder: Recorder, round_: str, dimension: Dimension, position: int) -> None:
    """Write a dimension without its criteria."""
    records.DIMENSION.put(recorder, dimension, round_, position=position)


def put_criterion(
    recorder: Recorder, round_: str, criterion: Criterion, dimension: str, position: int
) -> None:
    """Write a criterion with its levels."""
    records.CRITERION.put(recorder, criterion, round_, position=position, dimension=dimension)
    put_levels(recorder, round_, criterion)


def put_levels(recorder: Recorder, round_: str, criterion: Criterion) -> None:
    """Write what earns each level of a criterion, in place of what was there."""
    kept = {level for level, _anchor in criterion.levels}
    for key in recorder.keys(schema.level, round=round_, criterion=criterion.key):
        if key[-1] not in kept:
            recorder.delete(schema.level, *key)
    for level, anchor in criterion.levels:
        records.put_level(recorder, (round_, criterion.key), level, anchor)


def _delete_criterion(recorder: Recorder, round_: Storable, key: Storable) -> None:
    """Delete a criterion of a round, and its attachments unless another round has it too."""
    if len(recorder.keys(schema.criterion, key=key)) == 1:
        for attachment in recorder.keys(schema.attachment, criterion=key):
            recorder.delete(schema.attachment, *attachment)
    _forget_weights(recorder, round_, key)
    recorder.delete(schema.criterion, round_, key)


def _forget_weights(recorder: Recorder, round_: Storable, key: Storable) -> None:
    for weight in recorder.keys(schema.weight, round=round_, target=key):
        recorder.delete(schema.weight, *weight)
