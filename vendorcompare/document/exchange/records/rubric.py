"""The rubric of an interchange document."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field

from vendorcompare.core.rubric import Access, Criterion, Dimension, Direction, Measure
from vendorcompare.core.text import Text
from vendorcompare.document.exchange.fields import Anchors, BothWords, Codes, Key, Weight, Words
from vendorcompare.document.exchange.records.record import Record
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


def _checked_limits(limits: Limits | None) -> Limits | None:
    if limits is None or limits.at_least is None or limits.at_most is None:
        return limits
    if limits.at_least > limits.at_most:
        raise ValueError(_("cannot be met: at_least is above at_most"))
    return limits


def _checked_levels(levels: dict[str, Text]) -> dict[str, Text]:
    if not all(_LEVEL.fullmatch(level) for level in levels):
        raise ValueError(_('must be named by their number, such as "1"'))
    if len({float(level) for level in levels}) < len(levels):
        raise ValueError(_("must name each level once"))
    return levels


class CriterionRecord(Record):
    """Describe one thing that is scored."""

    key: Key
    name: BothWords = Text()
    weight: Weight = 1
    measure: Annotated[Measure, _NAMED] = Measure.RATING
    direction: Annotated[Direction, _NAMED] = Direction.HIGHER
    scale: Annotated[Pair, AfterValidator(_checked_scale)] = (1, 5)
    unit: BothWords = Text()
    anchors: Annotated[Anchors, AfterValidator(_checked_anchors)] = ()
    levels: Annotated[dict[str, BothWords], AfterValidator(_checked_levels)] = {}  # noqa: RUF012 - pydantic copies it
    must_have: Annotated[
        Limits | None,
        AfterValidator(_checked_limits),
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
    name: BothWords = Text()
    weight: Weight = 1
    criteria: Annotated[tuple[CriterionRecord, ...], A_LIST] = ()
    hint: BothWords = Text()
    group: BothWords = Text()
    source: Words = ""

    def core(self, base: Dimension | None) -> Dimension:
        """Return the dimension without its criteria, new or changed."""
        base = base or Dimension(self.key, Text.same(self.key))
        return self.onto(base, criteria=())
