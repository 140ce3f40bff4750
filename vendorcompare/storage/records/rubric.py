"""The evaluation tree and the opinions on its weights, which are no plain lists of records."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from vendorcompare.core.assessment import WeightSet
from vendorcompare.core.parts import Part
from vendorcompare.core.rubric import Criterion, Dimension, MustHave
from vendorcompare.core.rubric import Rubric as CoreRubric
from vendorcompare.core.text import Text
from vendorcompare.i18n import N_
from vendorcompare.storage import schema
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.records.base import rows_of
from vendorcompare.storage.records.codecs import Codec, single
from vendorcompare.storage.records.spec import Entity, Kept
from vendorcompare.storage.rows import Storable
from vendorcompare.storage.store import Transaction


def _rubric(transaction: Transaction) -> Mapping[str, Any]:
    """Read the evaluation tree."""
    levels: dict[str, list[tuple[float, Text]]] = defaultdict(list)
    for row in rows_of(transaction, schema.level):
        levels[row.criterion].append((row.level, Text(row.anchor_zh, row.anchor_en)))
    criteria: dict[str, list[Criterion]] = defaultdict(list)
    for row in rows_of(transaction, schema.criterion):
        own = tuple(sorted(levels[row.key], key=_level))
        criteria[row.dimension].append(CRITERION.record(row, levels=own))
    dimensions = tuple(
        DIMENSION.record(row, criteria=tuple(criteria[row.key]))
        for row in rows_of(transaction, schema.dimension)
    )
    return {"rubric": CoreRubric(dimensions)}


def _level(pair: tuple[float, Text]) -> float:
    return pair[0]


def _must_have(kept: str, at_least: float | None, at_most: float | None) -> MustHave | None:
    return MustHave(at_least, at_most) if kept else None


def _limits(must_have: MustHave | None) -> tuple[Storable, ...]:
    return ("yes", must_have.at_least, must_have.at_most) if must_have else ("", None, None)


DIMENSION: Final = Entity(
    schema.dimension,
    Part.RUBRIC,
    N_("dimensions"),
    Dimension,
    read=_rubric,
    without=frozenset({"criteria"}),
)
#: The dimension stands beside the record, the levels have rows of their own.
CRITERION: Final = Entity(
    schema.criterion,
    Part.RUBRIC,
    N_("criteria"),
    Criterion,
    read=_rubric,
    without=frozenset({"levels"}),
    scale=Codec(lambda low, high: (low, high), tuple, ("{}_low", "{}_high")),
    anchors=single(
        lambda kept: tuple((raw, value) for raw, value in json.loads(kept or "[]")),
        lambda anchors: json.dumps(anchors) if anchors else "",
    ),
    must_have=Codec(_must_have, _limits, ("{}", "at_least", "at_most")),
)
LEVEL: Final = Kept(schema.level, Part.RUBRIC, N_("levels of the scales"), read=_rubric)


def put_level(recorder: Recorder, criterion: str, level: float, anchor: Text) -> None:
    """Write what earns a level of a criterion."""
    recorder.put(schema.level, criterion, level, anchor_zh=anchor.zh, anchor_en=anchor.en)


def _weight_sets(transaction: Transaction) -> Mapping[str, Any]:
    """Read the named opinions on weights."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows_of(transaction, schema.weight):
        weights[row.weight_set][row.target] = row.weight
    sets = rows_of(transaction, schema.weight_set)
    return {"weight_sets": tuple(WeightSet(row.name, weights[row.key], row.key) for row in sets)}


WEIGHT_SET: Final = Kept(
    schema.weight_set, Part.WEIGHT_SETS, N_("sets of weights"), read=_weight_sets
)
WEIGHT: Final = Kept(schema.weight, Part.WEIGHT_SETS, N_("weights"), read=_weight_sets)
