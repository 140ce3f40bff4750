"""Whether a ranking can be computed from the rubric that an import would leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.rubric import Criterion, Dimension, Rubric
from vendorcompare.core.values import counts
from vendorcompare.core.weights import WeightTree
from vendorcompare.document.exchange.interchange import InterchangeDocument
from vendorcompare.i18n import _
from vendorcompare.storage.validation import at, place


def uncomputable(
    incoming: InterchangeDocument, assessment: Assessment, criteria: Mapping[str, Criterion]
) -> Iterator[str]:
    """Give a sentence, with its place, for all weights that decide nothing.

    Only what the import itself brings is looked at; `criteria` are as they will be, by key.
    """
    rubric = _rubric(incoming, assessment, criteria)
    for i, record in enumerate(incoming.dimensions):
        own = rubric.dimensions[_position(rubric, record.key)]
        if own.criteria and not any(criterion.weight for criterion in own.criteria):
            problem = _("all weights in this dimension are zero, so nothing in it counts")
            yield at(place(("dimensions", i, "criteria")), problem)
    if incoming.dimensions and (problem := _problem(rubric, {})):
        yield at("dimensions", problem)
    for name, weights in incoming.weight_sets.items():
        if problem := _problem(rubric, weights):
            yield at(place(("weight_sets", name)), problem)


def _problem(rubric: Rubric, overrides: Mapping[str, float]) -> str:
    if not any(map(counts, rubric.criteria)) or WeightTree(rubric).shares(overrides).criteria.any():
        return ""
    return _("all weights are zero, so nothing decides between the vendors")


def _position(rubric: Rubric, key: str) -> int:
    return next(i for i, dimension in enumerate(rubric.dimensions) if dimension.key == key)


def _rubric(
    incoming: InterchangeDocument, assessment: Assessment, criteria: Mapping[str, Criterion]
) -> Rubric:
    """Return the rubric as it will be; the order of its criteria does not matter here."""
    dimensions: dict[str, Dimension] = {d.key: d for d in assessment.rubric.dimensions}
    home = {c.key: d.key for d in assessment.rubric.dimensions for c in d.criteria}
    for record in incoming.dimensions:
        dimensions[record.key] = record.core(dimensions.get(record.key))
        home |= {criterion.key: record.key for criterion in record.criteria}
    return Rubric(
        tuple(
            Dimension(
                key=key,
                name=dimension.name,
                weight=dimension.weight,
                criteria=tuple(criteria[each] for each, owner in home.items() if owner == key),
            )
            for key, dimension in dimensions.items()
        )
    )
