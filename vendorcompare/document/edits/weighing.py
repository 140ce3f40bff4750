"""Weights of one level of the rubric at a time."""

from __future__ import annotations

import math
from collections.abc import Sequence

from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Rubric
from vendorcompare.document.document import Document
from vendorcompare.document.edits.rubric import set_weights
from vendorcompare.i18n import N_, _


def make_equal(document: Document, keys: Sequence[str]) -> None:
    """Give siblings the same weight; what has none stays out, unless none has any."""
    weights = weights_of(document.assessment.rubric)
    counted = [key for key in keys if weights[key] > 0] or list(keys)
    with document.change(N_("Make weights equal")):
        set_weights(document, dict.fromkeys(counted, 1.0))


def spread(document: Document, keys: Sequence[str], total: float = 100.0) -> None:
    """Scale the weights of siblings so that they add up, keeping their proportions."""
    weights = weights_of(document.assessment.rubric)
    present = math.fsum(weights[key] for key in keys)
    if present <= 0:
        raise InputError(
            _("All weights are zero, so there is nothing to spread."),
            hint=_("Make them equal first."),
        )
    scaled = {key: round(weights[key] * total / present, 9) for key in keys}
    with document.change(N_("Spread weights to 100")):
        set_weights(document, scaled)


def weights_of(rubric: Rubric) -> dict[str, float]:
    """Return the weight of every dimension and criterion by key."""
    weights = {dimension.key: dimension.weight for dimension in rubric.dimensions}
    return weights | {criterion.key: criterion.weight for criterion in rubric.criteria}
