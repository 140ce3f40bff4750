"""The ranking: who comes first, by how much, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.consensus import AgreedScores, agree
from vendorcompare.core.errors import UnscorableError
from vendorcompare.core.must_haves import MustHaves, judge
from vendorcompare.core.scores import Flags, Floats, Positions
from vendorcompare.core.scoring import Missing, ValueTable, WeightedSum, weighted_sum
from vendorcompare.core.standing import Figures, Standing
from vendorcompare.core.values import ValueFunctions
from vendorcompare.core.verdict import Verdict, decide
from vendorcompare.core.weights import DEFAULT, Shares, WeightTree, named_weights

__all__ = [
    "Evaluation",
    "Prepared",
    "Standing",
    "competition_ranks",
    "evaluate",
    "prepare",
]

#: Scores that differ by less, relative to their size, are the same score.
TIE_TOLERANCE: Final = 1e-9


def competition_ranks(scores: Floats, eligible: Sequence[bool]) -> tuple[int | None, ...]:
    """Return the rank of each score, the highest first; ties share the lower number: 1, 2, 2, 4.

    None for NaN and for what is not eligible. A tie is measured from its highest score, so
    that a chain of almost equal scores does not melt into one.
    """
    rankable = np.flatnonzero(~np.isnan(scores) & np.asarray(eligible, dtype=np.bool_))
    order = rankable[np.argsort(-scores[rankable], kind="stable")]
    ranks: list[int | None] = [None] * len(scores)
    rank, lowest_of_tie = 0, np.inf
    for place, (vendor, score) in enumerate(
        zip(order.tolist(), scores[order].tolist(), strict=True), start=1
    ):
        if score < lowest_of_tie:
            rank, lowest_of_tie = place, score - TIE_TOLERANCE * abs(score)
        ranks[vendor] = rank
    return tuple(ranks)


@dataclass(frozen=True, eq=False)
class Prepared:
    """Hold what depends on the scores alone, so that other weights cost next to nothing."""

    assessment: Assessment
    agreed: AgreedScores
    table: ValueTable
    must_haves: MustHaves
    tree: WeightTree

    def evaluate(
        self,
        overrides: Mapping[str, float] | None = None,
        missing: Missing = Missing.RENORMALISE,
    ) -> Evaluation:
        """Rank the vendors by the rubric's weights, some of them replaced.

        `overrides` gives a new weight by key of a dimension or criterion. InputError if the
        weights make no sense. A criterion that cannot be computed counts as not scored.
        """
        shares = self.tree.shares(overrides)
        sums = weighted_sum(
            self.table,
            shares.criteria,
            self.assessment.rubric.spans,
            missing,
            within=shares.within,
        )
        return Evaluation(self, missing, shares, sums)

    def renewed(self, assessment: Assessment) -> Prepared:
        """Return the same of another assessment, in little time where only scores differ.

        No vendor's values depend on another's: whoever was scored anew is computed anew.
        """
        was = self.assessment
        is_alike = (
            assessment.rubric is was.rubric
            and assessment.vendors is was.vendors
            and assessment.evaluators is was.evaluators
            and assessment.scores.values.shape == was.scores.values.shape
        )
        if not is_alike:
            return prepare(assessment)
        changed = assessment.scores.vendors_unlike(was.scores)
        if 2 * len(changed) > len(assessment.vendors):
            return prepare(assessment)
        fresh = agree(_narrowed(assessment, changed))
        agreed = self.agreed.with_vendors(changed, fresh)
        return Prepared(
            assessment=assessment,
            agreed=agreed,
            table=self.table.with_vendors(changed, ValueTable.of(self.table.functions, fresh)),
            must_haves=judge(assessment, agreed),
            tree=self.tree,
        )

    @cached_property
    def eligible(self) -> tuple[bool, ...]:
        """Whether each vendor may be chosen: it fails no must-have."""
        return tuple((~self.must_haves.excluded).tolist())

    @cached_property
    def apart(self) -> Flags:
        """Where evaluators are far apart and have agreed on nothing, (vendors, criteria)."""
        arrays = self.assessment.scores
        return np.asarray(self.agreed.divided & np.isnan(arrays.agreed) & ~arrays.agreed_excused)

    @cached_property
    def dimension_position(self) -> Mapping[str, int]:
        """The column of each dimension key in the arrays of an evaluation."""
        return {d.key: i for i, d in enumerate(self.assessment.rubric.dimensions)}


@dataclass(frozen=True, eq=False)
class Evaluation:
    """Hold a ranking; arrays are in the order of the assessment, scores from 0 to 100.

    Only the scores are computed at once, all else when it is first asked for.
    """

    prepared: Prepared
    missing: Missing
    shares: Shares
    sums: WeightedSum

    @cached_property
    def scores(self) -> Floats:
        """Score of each vendor, excluded ones too; NaN where nothing is scored; (vendors,)."""
        return self.sums.score * 100

    @cached_property
    def lows(self) -> Floats:
        """Score of each vendor if everything missing turned out worst, (vendors,)."""
        return self.sums.low * 100

    @cached_property
    def highs(self) -> Floats:
        """Score of each vendor if everything missing turned out best, (vendors,)."""
        return self.sums.high * 100

    @property
    def coverage(self) -> Floats:
        """Share of each vendor's weight that is scored, 0 to 1; (vendors,)."""
        return self.sums.coverage

    @property
    def tested_share(self) -> Floats:
        """Share of each vendor's scored weight that rests on tests, 0 to 1; (vendors,)."""
        return self.sums.tested_share

    @cached_property
    def dimension_scores(self) -> Floats:
        """Score of each vendor in each dimension alone, NaN for none; (vendors, dimensions)."""
        return self.sums.dimensions * 100

    @cached_property
    def contributions(self) -> Floats:
        """Points that each dimension brings to each score; (vendors, dimensions)."""
        return self.sums.contributions * 100

    @cached_property
    def ranks(self) -> tuple[int | None, ...]:
        """Rank of each vendor, None where it is excluded or has nothing scored."""
        return competition_ranks(self.scores, self.prepared.eligible)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Positions of the vendors as they are listed.

        By rank; then those with nothing scored; then those excluded. Otherwise as entered.
        """
        after = len(self.ranks) + 1
        keys = [
            after + (not eligible) if rank is None else rank
            for rank, eligible in zip(self.ranks, self.prepared.eligible, strict=True)
        ]
        return tuple(sorted(range(len(keys)), key=keys.__getitem__))

    @cached_property
    def rows(self) -> tuple[Standing, ...]:
        """Where every vendor stands, in the order of `order`."""
        vendors, must_haves = self.prepared.assessment.vendors, self.prepared.must_haves
        position = self.prepared.dimension_position
        made = list(
            map(  # in the order of the fields; with keywords this takes three times as long
                Standing,
                [vendor.key for vendor in vendors],
                [vendor.name for vendor in vendors],
                self.ranks,
                _optional(self.scores),
                _optional(self.lows),
                _optional(self.highs),
                self.coverage.tolist(),
                self.sums.applicable.tolist(),
                self.tested_share.tolist(),
                must_haves.all_failed,
                must_haves.all_undecided,
                [Figures(position, row) for row in self.dimension_scores],
                [Figures(position, row) for row in self.contributions],
            )
        )
        return tuple(made[vendor] for vendor in self.order)

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Share of each criterion in the whole, by key."""
        return dict(
            zip(
                self.prepared.assessment.rubric.position, self.shares.criteria.tolist(), strict=True
            )
        )

    @cached_property
    def dimension_weights(self) -> Mapping[str, float]:
        """Share of each dimension in the whole, by key."""
        return dict(
            zip(self.prepared.dimension_position, self.shares.dimensions.tolist(), strict=True)
        )

    @cached_property
    def verdict(self) -> Verdict:
        """What the ranking allows to be said."""
        rubric = self.prepared.assessment.rubric
        names = {criterion.key: criterion.name for criterion in rubric.criteria}
        weightless = bool(rubric.criteria) and not self.shares.criteria.any()
        return decide(self.rows, names, tuple(self.problems), weightless=weightless)

    @cached_property
    def problems(self) -> Mapping[str, UnscorableError]:
        """Why criteria that have weight cannot be computed, by their key."""
        criteria = self.prepared.assessment.rubric.criteria
        return {
            criteria[column].key: error
            for column, error in self.prepared.table.functions.unscorable.items()
            if self.shares.criteria[column] > 0
        }

    def standing(self, vendor: str) -> Standing:
        """Return where the vendor with a key stands; KeyError if there is none."""
        place = self._place[self.prepared.assessment.vendor_position[vendor]]
        return self.rows[place]

    @cached_property
    def _place(self) -> Mapping[int, int]:
        return {vendor: place for place, vendor in enumerate(self.order)}


def prepare(assessment: Assessment) -> Prepared:
    """Do the part of a ranking that depends on the scores alone.

    A criterion that cannot be computed counts as not scored; `Evaluation.problems` names it.
    """
    agreed = agree(assessment)
    return Prepared(
        assessment=assessment,
        agreed=agreed,
        table=ValueTable.of(ValueFunctions.of(assessment.rubric.criteria), agreed),
        must_haves=judge(assessment, agreed),
        tree=WeightTree(assessment.rubric),
    )


def _narrowed(assessment: Assessment, vendors: Positions) -> Assessment:
    """Leave only the vendors at some positions, in the round that is being decided."""
    key = assessment.round.key
    return replace(
        assessment,
        vendors=tuple(assessment.vendors[place] for place in vendors),
        scores_by_round={key: assessment.scores.of_vendors(vendors)},
    )


def evaluate(
    assessment: Assessment,
    *,
    weights: str = DEFAULT,
    missing: Missing = Missing.RENORMALISE,
    overrides: Mapping[str, float] | None = None,
) -> Evaluation:
    """Rank the vendors of an assessment by a named weight set, some weights replaced.

    InputError if there is no such set or a weight is no number of zero or more.
    """
    chosen = {**named_weights(assessment, weights), **(overrides or {})}
    return prepare(assessment).evaluate(chosen, missing)


def _optional(figures: Floats) -> list[float | None]:
    """Return an array as a list in which None stands for NaN."""
    return [None if figure != figure else figure for figure in figures.tolist()]
