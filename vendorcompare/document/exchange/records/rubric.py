"""The rubric of an interchange document."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field

from vendorcompare.core.rounds import Round
from vendorcompare.core.rubric import Access, Criterion, Dimension, Direction, Measure, MustHave
from vendorcompare.core.text import Text
from vendorcompare.document.exchange.records.fields import (
    Anchors,
    BothNames,
    BothWords,
    Codes,
    Key,
    Weight,
    Words,
    written_number,
    written_text,
)
from vendorcompare.document.exchange.records.record import Entries, Record, said
from vendorcompare.i18n import _
from vendorcompare.storage.validation import A_LIST, Limits, Pair, limits_of

_LEVEL: Final = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?", re.ASCII)
_NAMED: Final = Field(strict=False)


def _checked_scale(scale: Pair) -> Pair:
    if scale[0] >= scale[1]:
        raise ValueError(_("must give the lowest level first, then a higher one"))
    return scale


def _checked_anchors(anchors: Anchors) -> Anchors:
    if anchors and (len(anchors) < 2 or any(a[0] == b[0] for a, b in pairwise(sorted(anchors)))):
        raise ValueError(_("must be at least two pairs with different figures"))
    if any(a[0] > b[0] for a, b in pairwise(anchors)):
        raise ValueError(_("must give the figures in ascending order"))
    if not all(0 <= value <= 1 for _raw, value in anchors):
        raise ValueError(_("must give values from 0 to 1"))
    return anchors


def _checked_levels(levels: dict[str, Text]) -> dict[str, Text]:
    if not all(_LEVEL.fullmatch(level) for level in levels):
        raise ValueError(_('must be named by their number, such as "1"'))
    if len({float(level) for level in levels}) < len(levels):
        raise ValueError(_("must name each level once"))
    return levels


class CriterionRecord(Record):
    """Describe one thing that is scored."""

    key: Key
    name: BothNames = Text()
    weight: Weight = 1
    measure: Annotated[Measure, _NAMED] = Measure.RATING
    direction: Annotated[Direction, _NAMED] = Direction.HIGHER
    scale: Annotated[Pair, AfterValidator(_checked_scale)] = (1, 5)
    unit: BothWords = Text()
    anchors: Annotated[Anchors, AfterValidator(_checked_anchors)] = ()
    levels: Annotated[dict[str, BothWords], AfterValidator(_checked_levels)] = {}  # noqa: RUF012 - pydantic copies it
    must_have: Annotated[
        Limits | None,
        BeforeValidator(limits_of, json_schema_input_type=bool | Limits | None),
    ] = None
    measured_by: Words = ""
    hint: BothWords = Text()
    evidence: Codes = ()
    access: Annotated[Access | None, _NAMED] = None
    same_as: Codes = ()
    source: Words = ""

    def core(self, base: Criterion | None) -> Criterion:
        """Return the criterion, new or changed; one without a name is called by its key."""
        base = base or Criterion(self.key, Text.same(self.key))
        more: dict[str, Any] = {}
        if "levels" in self.model_fields_set:
            more["levels"] = tuple(sorted((float(k), text) for k, text in self.levels.items()))
        if "must_have" in self.model_fields_set:
            more["must_have"] = self.must_have.must_have() if self.must_have else None
        return self.onto(base, **more)


class DimensionRecord(Record):
    """Describe one axis of the evaluation."""

    key: Key
    name: BothNames = Text()
    weight: Weight = 1
    criteria: Annotated[tuple[CriterionRecord, ...], A_LIST] = ()
    hint: BothWords = Text()
    group: BothWords = Text()
    source: Words = ""

    def core(self, base: Dimension | None) -> Dimension:
        """Return the dimension without its criteria, new or changed."""
        base = base or Dimension(self.key, Text.same(self.key))
        return self.onto(base, criteria=())


class RubricRecord(Record):
    """Hold what a round asks and how much it weighs."""

    dimensions: Annotated[tuple[DimensionRecord, ...], A_LIST] = ()
    weight_sets: dict[Key, dict[Key, Weight]] = {}  # noqa: RUF012 - pydantic copies it
    weight_set_keys: dict[Key, Key] = {}  # noqa: RUF012 - pydantic copies it

    @staticmethod
    def written_of(round_: Round) -> Entries:
        """Return the entries that stand for the rubric and the weights of a round."""
        keys = {each.name: each.key for each in round_.weight_sets}
        return {
            "dimensions": [_written_dimension(d) for d in round_.rubric.dimensions],
            "weight_sets": _written_weight_sets(round_),
            **said({"weight_set_keys": keys}),
        }


def _written_dimension(dimension: Dimension) -> Entries:
    optional = {
        "hint": written_text(dimension.hint),
        "group": written_text(dimension.group),
        "source": dimension.source,
    }
    return {
        "key": dimension.key,
        "name": written_text(dimension.name),
        "weight": written_number(dimension.weight),
        "criteria": [_written_criterion(criterion) for criterion in dimension.criteria],
        **said(optional),
    }


def _written_criterion(criterion: Criterion) -> Entries:
    scale = [written_number(end) for end in criterion.scale]
    is_scaled = (
        criterion.measure is Measure.RATING or criterion.scale != Criterion("", Text()).scale
    )
    optional = {
        "scale": scale if is_scaled else None,
        "levels": {str(written_number(k)): written_text(text) for k, text in criterion.levels},
        "direction": criterion.direction if criterion.direction is Direction.LOWER else None,
        "unit": written_text(criterion.unit),
        "anchors": [[written_number(x), written_number(v)] for x, v in criterion.anchors],
        "must_have": _written_limits(criterion.must_have) if criterion.must_have else None,
        "measured_by": criterion.measured_by,
        "hint": written_text(criterion.hint),
        "evidence": list(criterion.evidence),
        "access": criterion.access,
        "same_as": list(criterion.same_as),
        "source": criterion.source,
    }
    return {
        "key": criterion.key,
        "name": written_text(criterion.name),
        "weight": written_number(criterion.weight),
        "measure": criterion.measure,
        **said(optional),
    }


def _written_limits(must_have: MustHave) -> bool | Entries:
    limits = {"at_least": must_have.at_least, "at_most": must_have.at_most}
    return {k: written_number(v) for k, v in limits.items() if v is not None} or True


def _written_weight_sets(round_: Round) -> Entries:
    """Write the weights in the order of the rubric, without those of what was deleted."""
    rubric = round_.rubric
    order = [d.key for d in rubric.dimensions] + list(rubric.position)
    return {
        each.name: {
            key: written_number(each.weights[key])
            for key in dict.fromkeys(order)
            if key in each.weights
        }
        for each in round_.weight_sets
    }
