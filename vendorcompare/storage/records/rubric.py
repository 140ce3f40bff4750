"""The evaluation tree and the opinions on its weights."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from vendorcompare.core.assessment import WeightSet
from vendorcompare.core.rubric import Access, Criterion, Dimension, Direction, Measure, MustHave
from vendorcompare.core.rubric import Rubric as CoreRubric
from vendorcompare.core.text import Text
from vendorcompare.storage import schema
from vendorcompare.storage.records.base import Values, rows_of, text_of, text_values
from vendorcompare.storage.store import Transaction


def rubric(transaction: Transaction) -> dict[str, Any]:
    """Read the evaluation tree."""
    levels: dict[str, list[tuple[float, Text]]] = defaultdict(list)
    for row in rows_of(transaction, schema.level):
        levels[row.criterion].append((row.level, text_of(row, "anchor")))
    criteria: dict[str, list[Criterion]] = defaultdict(list)
    for row in rows_of(transaction, schema.criterion):
        criteria[row.dimension].append(_criterion(row, tuple(sorted(levels[row.key], key=_level))))
    dimensions = tuple(
        Dimension(
            key=row.key,
            name=text_of(row, "name"),
            weight=row.weight,
            criteria=tuple(criteria[row.key]),
            hint=text_of(row, "hint"),
            group=text_of(row, "group"),
            source=row.source,
        )
        for row in rows_of(transaction, schema.dimension)
    )
    return {"rubric": CoreRubric(dimensions)}


def _level(pair: tuple[float, Text]) -> float:
    return pair[0]


def _criterion(row: Any, levels: tuple[tuple[float, Text], ...]) -> Criterion:
    return Criterion(
        key=row.key,
        name=text_of(row, "name"),
        measure=Measure(row.measure),
        weight=row.weight,
        direction=Direction(row.direction),
        scale=(row.scale_low, row.scale_high),
        unit=text_of(row, "unit"),
        anchors=tuple((raw, value) for raw, value in json.loads(row.anchors or "[]")),
        levels=levels,
        must_have=MustHave(row.at_least, row.at_most) if row.must_have else None,
        measured_by=row.measured_by,
        hint=text_of(row, "hint"),
        evidence=tuple(row.evidence.split()),
        access=Access(row.access) if row.access else None,
        same_as=tuple(row.same_as.split()),
        source=row.source,
    )


def dimension_values(dimension: Dimension) -> Values:
    """Return the columns of a dimension."""
    return {
        **text_values("name", dimension.name),
        **text_values("hint", dimension.hint),
        **text_values("group", dimension.group),
        "weight": dimension.weight,
        "source": dimension.source,
    }


def criterion_values(criterion: Criterion, dimension: str) -> Values:
    """Return the columns of a criterion; its levels have rows of their own."""
    must_have = criterion.must_have
    return {
        "dimension": dimension,
        **text_values("name", criterion.name),
        **text_values("hint", criterion.hint),
        **text_values("unit", criterion.unit),
        "measure": criterion.measure.value,
        "direction": criterion.direction.value,
        "weight": criterion.weight,
        "scale_low": criterion.scale[0],
        "scale_high": criterion.scale[1],
        "anchors": json.dumps(criterion.anchors) if criterion.anchors else "",
        "must_have": "yes" if must_have else "",
        "at_least": must_have.at_least if must_have else None,
        "at_most": must_have.at_most if must_have else None,
        "measured_by": criterion.measured_by,
        "evidence": " ".join(criterion.evidence),
        "access": criterion.access.value if criterion.access else "",
        "same_as": " ".join(criterion.same_as),
        "source": criterion.source,
    }


def weight_sets(transaction: Transaction) -> dict[str, Any]:
    """Read the named opinions on weights."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows_of(transaction, schema.weight):
        weights[row.weight_set][row.target] = row.weight
    return {
        "weight_sets": tuple(
            WeightSet(row.name, weights[row.key], row.key)
            for row in rows_of(transaction, schema.weight_set)
        )
    }
