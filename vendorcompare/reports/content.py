"""What a sheet says: the assessment, what was computed from it, and the words for both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from vendorcompare.core.assessment import Assessment, Vendor
from vendorcompare.core.consensus import AgreedScores
from vendorcompare.core.costs import CostReport, cost_report
from vendorcompare.core.ranking import Evaluation, Standing, evaluate
from vendorcompare.core.rubric import Criterion
from vendorcompare.core.scores import Cell, Floats, Score, ScoreSheet
from vendorcompare.core.series import SeriesStyle, style_of
from vendorcompare.reports.options import LANGUAGES_OF, SheetOptions
from vendorcompare.reports.wording import Phrase, Wording

#: So many vendors stand side by side: all on landscape paper, or block by block on upright one.
MOST_ABREAST: Final = 6
BLOCK: Final = 4


class Block(NamedTuple):
    """Hold vendors that stand side by side.

    Attributes:
        places: their places in the order of the ranking, from 0.
        caption: which of all vendors they are, None where they are all.
    """

    vendors: Sequence[Vendor]
    places: range
    caption: Phrase | None


@dataclass(frozen=True)
class Content:
    """Hold everything the parts of a sheet draw from.

    Attributes:
        assessment: with the vendors of the sheet only.
        whole: with all vendors, which decide colours and what is usual.
    """

    assessment: Assessment
    whole: Assessment
    options: SheetOptions
    words: Wording

    @classmethod
    def of(cls, assessment: Assessment, options: SheetOptions) -> Content:
        """Gather what a sheet says."""
        shown = restricted(assessment, options.vendors) if options.vendors else assessment
        return cls(shown, assessment, options, Wording(LANGUAGES_OF[options.language]))

    @cached_property
    def evaluation(self) -> Evaluation:
        """The ranking of the vendors on the sheet."""
        return evaluate(self.assessment, weights=self.options.weights, missing=self.options.missing)

    @property
    def agreed(self) -> AgreedScores:
        """What the evaluators say together."""
        return self.evaluation.prepared.agreed

    @property
    def values(self) -> Floats:
        """What every score is worth, (vendors, criteria)."""
        return self.evaluation.prepared.table.values

    @cached_property
    def costs(self) -> CostReport:
        """What the vendors cost; compared with all of them, also those not on the sheet."""
        return cost_report(self.whole)

    @cached_property
    def priced(self) -> bool:
        """Whether any vendor on the sheet has a price."""
        return any(self.costs.vendors[vendor.key].priced for vendor in self.vendors)

    @cached_property
    def title(self) -> Phrase:
        """What the sheet is called."""
        return self.words.plain(self.assessment.title) or self.words("Vendor comparison")

    @cached_property
    def annotated(self) -> frozenset[tuple[str, str]]:
        """The vendor and criterion of every score that something is written about."""
        scores = self.assessment.scores
        written = (*scores.notes, *scores.texts)
        return frozenset({*scores.agreed_notes, *((c.vendor, c.criterion) for c in written)})

    @cached_property
    def vendors(self) -> tuple[Vendor, ...]:
        """The vendors in the order of the ranking."""
        return tuple(self.assessment.vendor(row.vendor) for row in self.evaluation.rows)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How each vendor stands, by key."""
        return {row.vendor: row for row in self.evaluation.rows}

    def blocks(self) -> Iterator[Block]:
        """Return the vendors in blocks of nearly equal size that fit side by side."""
        total, first = len(self.vendors), 0
        for vendors in balanced(self.vendors, MOST_ABREAST if total <= MOST_ABREAST else BLOCK):
            places = range(first, first + len(vendors))
            first = places.stop
            caption = self.words(
                "Vendors {first}–{last} of {total}",
                first=places.start + 1,
                last=places.stop,
                total=total,
            )
            yield Block(vendors, places, caption if len(vendors) < total else None)

    def style(self, vendor: str) -> SeriesStyle:
        """Return how a vendor looks in every chart."""
        return style_of(self.whole.vendor_position[vendor])

    def name(self, vendor: str) -> Phrase:
        """Return the name of a vendor."""
        return self.words.plain(self.assessment.vendor(vendor).name or vendor)

    def criterion(self, key: str) -> Phrase:
        """Return the name of a criterion."""
        return self.criterion_name(self.assessment.rubric.criterion(key))

    def criterion_name(self, criterion: Criterion) -> Phrase:
        """Return the name of a criterion, or its key where it has none."""
        return self.words.text(criterion.name) or self.words.plain(criterion.key)

    def score(self, evaluator: str, vendor: str, criterion: str) -> Score:
        """Return what one evaluator gave one vendor for one criterion."""
        return self.assessment.score(Cell(evaluator, vendor, criterion))


def balanced(vendors: Sequence[Vendor], most: int) -> list[tuple[Vendor, ...]]:
    """Split vendors into blocks whose sizes differ by one at most."""
    count = -(-len(vendors) // most)
    ends = [round(i * len(vendors) / count) for i in range(count + 1)] if count else [0]
    return [tuple(vendors[a:b]) for a, b in pairwise(ends)]


def restricted(assessment: Assessment, keys: Sequence[str]) -> Assessment:
    """Return the assessment with some of its vendors only, in the order of the document."""
    wanted = set(keys)
    places = [i for i, vendor in enumerate(assessment.vendors) if vendor.key in wanted]
    sheets = {key: _rows(sheet, places) for key, sheet in assessment.sheets.items()}
    return replace(
        assessment,
        vendors=tuple(assessment.vendors[i] for i in places),
        sheets=sheets,
        cost_lines=tuple(line for line in assessment.cost_lines if line.vendor in wanted),
    )


def _rows(sheet: ScoreSheet, places: list[int]) -> ScoreSheet:
    rows = np.array(places, dtype=np.intp)
    return replace(
        sheet,
        values=sheet.values[:, rows],
        states=sheet.states[:, rows],
        evidence=sheet.evidence[:, rows],
        agreed=sheet.agreed[rows],
    )
