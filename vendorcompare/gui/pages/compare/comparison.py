"""What the comparison shows, as plain rows made from an evaluation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.findings import standing_findings
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.series import SeriesStyle, style_of
from vendorcompare.core.standing import Standing
from vendorcompare.gui.charts.ranking_model import RankingRow
from vendorcompare.gui.look.said import said
from vendorcompare.i18n import Language, _, language, shown

_CHANGES_LISTED: Final = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """Tell how many points a dimension speaks for the first of two vendors.

    Attributes:
        points: positive for the first, negative for the second.
        first: points that the dimension brings to the first.
        second: points that it brings to the second.
    """

    key: str
    name: str
    points: float
    first: float
    second: float


def missing_step(evaluation: Evaluation) -> str:
    """Return the page on which something must be done before there is anything to compare."""
    assessment = evaluation.prepared.assessment
    if not assessment.rubric.criteria:
        return "rubric"
    if not assessment.vendors:
        return "vendors"
    return "" if evaluation.prepared.table.scored.any() else "scores"


def dimension_names(evaluation: Evaluation) -> list[tuple[str, str]]:
    """Return key and name of the dimensions, in the order of the rubric."""
    rubric = evaluation.prepared.assessment.rubric
    return [(d.key, said(d.name) or d.key) for d in rubric.dimensions]


def style(evaluation: Evaluation, vendor: str) -> SeriesStyle:
    """Return how a vendor is drawn."""
    return style_of(evaluation.prepared.assessment.vendor_position[vendor])


def ranking_rows(evaluation: Evaluation) -> list[RankingRow]:
    """Return the vendors from the best to the excluded."""
    position = evaluation.prepared.assessment.vendor_position
    rows = []
    for standing in evaluation.rows:
        fullest, *shorter = remarks(evaluation, standing)
        rows.append(
            RankingRow(  # in the order of the fields; with their names this takes twice as long
                standing.vendor,
                standing.name,
                style_of(position[standing.vendor]),
                standing.rank,
                standing.score,
                standing.low,
                standing.high,
                standing.contributions,
                fullest,
                tuple(shorter),
            )
        )
    return rows


def remarks(evaluation: Evaluation, standing: Standing) -> tuple[str, ...]:
    """Say what the place of a vendor rests on, or why it has none, in ever fewer words."""
    found = standing_findings(evaluation, standing)
    said = [shown(each.remark(language())) for each in found]
    basis = []
    if standing.score is not None and not standing.excluded_by:
        coverage = formats.hundredths(standing.coverage)
        basis = [_basis(coverage, formats.hundredths(standing.tested_share), language())]
    if not found:
        return tuple(basis)
    short = [shown(words) for each in found if (words := each.short(language()))]
    return tuple(map(_("; ").join, ([*said, *basis], said, short or said)))


def rivals(evaluation: Evaluation, chosen: str) -> tuple[Standing, Standing] | None:
    """Return the leader and whom to compare it with: the chosen vendor, else the second.

    None where fewer than two vendors have a score.
    """
    scored = [standing for standing in evaluation.rows if standing.score is not None]
    ranked = [standing for standing in scored if standing.rank is not None] or scored
    if len(scored) < 2 or not ranked:
        return None
    leader = ranked[0]
    others = [standing for standing in scored if standing is not leader]
    second = next((other for other in others if other.vendor == chosen), others[0])
    return leader, second


def differences(evaluation: Evaluation, first: Standing, second: Standing) -> list[Difference]:
    """Return what speaks for either of two vendors, the weightiest first."""
    found = [
        Difference(
            key,
            name,
            first.contributions[key] - second.contributions[key],
            first.contributions[key],
            second.contributions[key],
        )
        for key, name in dimension_names(evaluation)
    ]
    return sorted(found, key=_weightiest_first)


def _weightiest_first(difference: Difference) -> float:
    return -abs(difference.points)


@lru_cache(maxsize=1000)  # a slider asks for dozens at every step, and few of them are new
def _basis(coverage: int, tested: int, _language: Language) -> str:
    return _("{coverage}% scored, {tested}% tested").format(coverage=coverage, tested=tested)


def trial_sentence(tried: Evaluation, saved: Evaluation, moved: Mapping[str, float]) -> str:
    """Say which weights are only tried, as shares of the whole."""
    before, after = saved.dimension_weights, tried.dimension_weights
    changes = [
        _("{dimension} {before:.0f} → {after:.0f}%").format(
            dimension=name, before=100 * before[key], after=100 * after[key]
        )
        for key, name in dimension_names(tried)
        if key in moved
    ]
    listed = _joined(changes[:_CHANGES_LISTED])
    if len(changes) > _CHANGES_LISTED:
        return _("Trying weights, not saved: {changes} and more").format(changes=listed)
    return _("Trying weights, not saved: {changes}").format(changes=listed)


def _joined(names: Sequence[str]) -> str:
    text, *rest = names
    for name in rest:
        text = _("{names}, {next}").format(names=text, next=name)
    return text
