"""Whether a ranking can be computed from the rubric that an import would leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vendorcompare.core.rubric import Rubric
from vendorcompare.core.values import counts
from vendorcompare.core.weights import WeightTree
from vendorcompare.document.exchange.merging.round_parts import RoundPart
from vendorcompare.i18n import _


def uncomputable(part: RoundPart) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Give the place, and a sentence, for all weights of a round that decide nothing.

    Only what the import itself brings is looked at.
    """
    rubric, brought = part.rubric, part.brought
    for i, record in enumerate(brought.dimensions):
        own = rubric.dimensions[_position(rubric, record.key)]
        if own.criteria and not any(criterion.weight for criterion in own.criteria):
            problem = _("all weights in this dimension are zero, so nothing in it counts")
            yield (*part.where, "dimensions", i, "criteria"), problem
    if brought.dimensions and (problem := _problem(rubric, {})):
        yield (*part.where, "dimensions"), problem
    for name, weights in brought.weight_sets.items():
        if problem := _problem(rubric, weights):
            yield (*part.where, "weight_sets", name), problem


def _problem(rubric: Rubric, overrides: Mapping[str, float]) -> str:
    if not any(map(counts, rubric.criteria)) or WeightTree(rubric).shares(overrides).criteria.any():
        return ""
    return _("all weights are zero, so nothing decides between the vendors")


def _position(rubric: Rubric, key: str) -> int:
    return next(i for i, dimension in enumerate(rubric.dimensions) if dimension.key == key)
