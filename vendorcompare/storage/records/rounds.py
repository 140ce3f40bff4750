"""The rounds with what each asks and how much it weighs, which is no plain list of records."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

from vendorcompare.core.parts import Part
from vendorcompare.core.rounds import Round, WeightSet
from vendorcompare.core.rubric import Criterion, Dimension, MustHave, Rubric
from vendorcompare.core.text import Text
from vendorcompare.i18n import N_
from vendorcompare.storage import schema
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.records.base import rows_of
from vendorcompare.storage.records.codecs import Codec, single
from vendorcompare.storage.records.spec import Entity, Kept
from vendorcompare.storage.rows import Storable
from vendorcompare.storage.store import Transaction


def _rounds(transaction: Transaction) -> Mapping[str, Any]:
    """Read the rounds, and which of them is being decided."""
    rubrics, weight_sets = _rubrics(transaction), _weight_sets(transaction)
    rows = rows_of(transaction, schema.round_)
    return {
        "rounds": tuple(
            ROUND.record(row, rubric=rubrics[row.key], weight_sets=tuple(weight_sets[row.key]))
            for row in rows
        ),
        "round_key": next((row.key for row in rows if row.present), ""),
    }


def _rubrics(transaction: Transaction) -> Mapping[str, Rubric]:
    """Read the evaluation tree of each round."""
    levels: dict[tuple[str, str], list[tuple[float, Text]]] = defaultdict(list)
    for row in rows_of(transaction, schema.level):
        level = row.level, Text(row.anchor_zh, row.anchor_en)
        levels[row.round, row.criterion].append(level)
    criteria: dict[tuple[str, str], list[Criterion]] = defaultdict(list)
    for row in rows_of(transaction, schema.criterion):
        own = tuple(sorted(levels[row.round, row.key], key=_level))
        criteria[row.round, row.dimension].append(CRITERION.record(row, levels=own))
    dimensions: dict[str, list[Dimension]] = defaultdict(list)
    for row in rows_of(transaction, schema.dimension):
        own_criteria = tuple(criteria[row.round, row.key])
        dimensions[row.round].append(DIMENSION.record(row, criteria=own_criteria))
    found = {key: Rubric(tuple(own)) for key, own in dimensions.items()}
    return defaultdict(Rubric, found)


def _weight_sets(transaction: Transaction) -> Mapping[str, list[WeightSet]]:
    """Read the named opinions on the weights of each round."""
    weights: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for row in rows_of(transaction, schema.weight):
        weights[row.round, row.weight_set][row.target] = row.weight
    found: dict[str, list[WeightSet]] = defaultdict(list)
    for row in rows_of(transaction, schema.weight_set):
        found[row.round].append(WeightSet(row.name, weights[row.round, row.key], row.key))
    return found


def _level(pair: tuple[float, Text]) -> float:
    return pair[0]


def _must_have(kept: str, at_least: float | None, at_most: float | None) -> MustHave | None:
    return MustHave(at_least, at_most) if kept else None


def _limits(must_have: MustHave | None) -> tuple[Storable, ...]:
    return ("yes", must_have.at_least, must_have.at_most) if must_have else ("", None, None)


ROUND: Final = Entity(
    schema.round_,
    Part.ROUNDS,
    N_("rounds"),
    Round,
    field="rounds",
    read=_rounds,
    without=frozenset({"rubric", "weight_sets"}),
)
DIMENSION: Final = Entity(
    schema.dimension,
    Part.RUBRIC,
    N_("dimensions"),
    Dimension,
    read=_rounds,
    without=frozenset({"criteria"}),
)
#: The dimension stands beside the record, the levels have rows of their own.
CRITERION: Final = Entity(
    schema.criterion,
    Part.RUBRIC,
    N_("criteria"),
    Criterion,
    read=_rounds,
    without=frozenset({"levels"}),
    scale=Codec(lambda low, high: (low, high), tuple, ("{}_low", "{}_high")),
    anchors=single(
        lambda kept: tuple((float(raw), float(value)) for raw, value in json.loads(kept or "[]")),
        lambda anchors: json.dumps(anchors) if anchors else "",
    ),
    must_have=Codec(_must_have, _limits, ("{}", "at_least", "at_most")),
)
LEVEL: Final = Kept(schema.level, Part.RUBRIC, N_("levels of the scales"), read=_rounds)


WEIGHT_SET: Final = Kept(schema.weight_set, Part.WEIGHT_SETS, N_("sets of weights"), read=_rounds)
WEIGHT: Final = Kept(schema.weight, Part.WEIGHT_SETS, N_("weights"), read=_rounds)


def put_level(recorder: Recorder, place: tuple[str, str], level: float, anchor: Text) -> None:
    """Write what earns a level of a criterion, named by its round and its key."""
    recorder.put(schema.level, *place, level, anchor_zh=anchor.zh, anchor_en=anchor.en)
