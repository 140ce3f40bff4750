"""Whether a file is whole, and whether what is computed from it adds up."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Final

import numpy as np

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.costs import VendorCosts, cost_report
from vendorcompare.core.errors import (
    DocumentDamaged,
    DocumentHostile,
    InputError,
    NotADocument,
    UserError,
)
from vendorcompare.core.ranking import Evaluation, evaluate
from vendorcompare.core.scores import Score, State
from vendorcompare.document.edits import scores as score_edits
from vendorcompare.document.viewing import View, viewing
from vendorcompare.i18n import _, language
from vendorcompare.storage import words

_ROUNDING: Final = 1e-9


class Examined(StrEnum):
    """What was examined."""

    STRUCTURE = "structure"
    LOG = "log"
    REFERENCES = "references"
    ARITHMETIC = "arithmetic"


@dataclass(frozen=True, slots=True)
class Fault:
    """Tell of something that is not as it should be.

    Attributes:
        is_damage: whether content was lost or changed, and not only entered oddly.
    """

    area: Examined
    message: str
    is_damage: bool


@dataclass(frozen=True, slots=True)
class Examination:
    """Hold what was found.

    Attributes:
        is_complete: whether the content could be read, so that all areas were examined.
    """

    findings: tuple[Fault, ...]
    is_complete: bool = True

    @property
    def is_damaged(self) -> bool:
        """Whether content was lost or changed."""
        return any(finding.is_damage for finding in self.findings)


def check_file(path: Path) -> Examination:
    """Examine a file without writing anything.

    Raises:
        UserError: there is no such file, or it may not be read.
    """
    try:
        with viewing(path) as view:
            return Examination(_checked(view))
    except (DocumentDamaged, DocumentHostile, NotADocument) as error:
        found = (Fault(Examined.STRUCTURE, error.message, is_damage=True),)
    try:
        with viewing(path, damaged=True) as view:
            return Examination(found + _checked(view))
    except UserError:
        return Examination(found, is_complete=False)


def _checked(view: View) -> tuple[Fault, ...]:
    return (
        *(Fault(Examined.LOG, text, is_damage=True) for text in _wrong_log(view)),
        *(Fault(Examined.REFERENCES, text, is_damage=True) for text in _broken_attachments(view)),
        *(Fault(Examined.REFERENCES, text, is_damage=False) for text in _odd(view.assessment)),
        *_arithmetic(view.assessment),
    )


def _wrong_log(view: View) -> Iterator[str]:
    """Find where the change log was cut or altered, and what was changed without it."""
    if breaks := view.log_breaks():
        yield _("The change log was cut or altered before entry {number}.").format(number=breaks[0])
    if unlogged := view.unlogged():
        yield _("The change log does not lead to what the file holds: {tables}.").format(
            tables=words.listed(unlogged)
        )


def _broken_attachments(view: View) -> Iterator[str]:
    for name in view.changed_attachments():
        yield _('The attachment "{name}" is not what was attached.').format(name=name)


def _odd(assessment: Assessment) -> Iterator[str]:
    """Find what points to nothing, and scores that their criterion no longer allows."""
    for round_ in assessment.rounds:
        nodes = {d.key for d in round_.rubric.dimensions} | set(round_.rubric.position)
        for weight_set in round_.weight_sets:
            for key in weight_set.weights.keys() - nodes:
                yield _('The weight set "{name}" weighs "{key}", which is not there.').format(
                    name=weight_set.name, key=key
                )
    criteria = {key for round_ in assessment.rounds for key in round_.rubric.position}
    for attachment in assessment.attachments:
        gone = {attachment.criterion} - criteria - {""}
        gone |= {attachment.vendor} - set(assessment.vendor_position) - {""}
        for key in sorted(gone):
            yield _('The attachment "{name}" belongs to "{key}", which is not there.').format(
                name=attachment.name, key=key
            )
    for round_ in assessment.rounds:
        yield from _odd_scores(assessment.in_round(round_.key))


def _odd_scores(assessment: Assessment) -> Iterator[str]:
    arrays = assessment.scores
    for place in np.argwhere(arrays.states == State.SCORED).tolist():
        criterion = assessment.rubric.criteria[place[2]]
        value = float(arrays.values[tuple(place)])
        try:
            score_edits.check(criterion, Score(value, State.SCORED))
        except InputError as error:
            yield _("{vendor}, {criterion}: {problem}").format(
                vendor=assessment.vendors[place[1]].name,
                criterion=criterion.name.get(language()),
                problem=error.message,
            )


def _arithmetic(assessment: Assessment) -> Iterator[Fault]:
    for round_ in assessment.rounds:
        yield from _wrong_ranking(assessment.in_round(round_.key))
    try:
        for key, costs in cost_report(assessment).vendors.items():
            if not _adds_up(costs):
                text = _("The costs of {vendor} do not add up.")
                message = text.format(vendor=assessment.vendor(key).name)
                yield Fault(Examined.ARITHMETIC, message, is_damage=True)
    except InputError as error:
        yield Fault(Examined.ARITHMETIC, error.message, is_damage=False)


def _wrong_ranking(assessment: Assessment) -> Iterator[Fault]:
    """Find what cannot be computed in a round, and what does not add up."""
    try:
        evaluation = evaluate(assessment)
        for problem in evaluation.problems.values():
            yield Fault(Examined.ARITHMETIC, problem.message, is_damage=False)
        for text in wrong_sums(evaluation):
            yield Fault(Examined.ARITHMETIC, text, is_damage=True)
    except InputError as error:
        yield Fault(Examined.ARITHMETIC, error.message, is_damage=False)


def wrong_sums(evaluation: Evaluation) -> Iterator[str]:
    """Say which weights, contributions and ranks of an evaluation do not add up."""
    weights = evaluation.weights.values()
    if any(weights) and not math.isclose(math.fsum(weights), 1.0, abs_tol=_ROUNDING):
        yield _("The weights do not add up to 100%.")
    scored = [row for row in evaluation.rows if row.score is not None]
    for row in scored:
        total = math.fsum(row.contributions.values())
        if not math.isclose(total, row.score or 0.0, abs_tol=1e-6):
            yield _("The contributions to the score of {vendor} do not add up.").format(
                vendor=row.name
            )
    ranked = [row for row in scored if row.rank is not None]
    for row in ranked:
        better = sum((other.score or 0) > (row.score or 0) * (1 + _ROUNDING) for other in ranked)
        if row.rank != better + 1:
            yield _("The rank of {vendor} does not follow from the scores.").format(vendor=row.name)


def _adds_up(costs: VendorCosts) -> bool:
    for scenario, flow in costs.flows.items():
        total = sum(flow.gross, Decimal(0))
        if total != costs.tco[scenario] or sum(flow.by_year, Decimal(0)) != total:
            return False
    likely = sum(costs.by_nature.values(), Decimal(0))
    return likely == sum(costs.by_year, Decimal(0)) == costs.once + costs.recurring
