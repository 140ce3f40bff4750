"""What a sheet says: the assessment, what was computed from it, and the words for both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

from vendorcompare.core.assessment import Assessment, Vendor
from vendorcompare.core.consensus import AgreedScores
from vendorcompare.core.cost_answer import CostAnswer, cost_answer
from vendorcompare.core.costs import CostReport, cost_report
from vendorcompare.core.ranking import Evaluation, Standing, evaluate
from vendorcompare.core.rubric import Criterion
from vendorcompare.core.scores import Cell, Floats, Score
from vendorcompare.core.series import SeriesStyle, style_of
from vendorcompare.reports.layout.wording import Phrase, Wording
from vendorcompare.reports.sheets.options import LANGUAGES_OF, SheetOptions
from vendorcompare.reports.sheets.prices import Prices

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


@dataclass(frozen=True, eq=False)
class Content:
    """Hold everything the parts of a sheet draw from; each is another, whatever it holds.

    A sheet may show some of the vendors; what is computed always speaks of all of them.

    Attributes:
        sheet_title: what the sheet is called, to be translated.
        parts: keys of the parts that are chosen.
    """

    assessment: Assessment
    options: SheetOptions
    sheet_title: str
    parts: frozenset[str]

    @cached_property
    def words(self) -> Wording:
        """The languages of the sheet."""
        return Wording(LANGUAGES_OF[self.options.language])

    def prints(self, part: str) -> bool:
        """Tell whether a part is printed."""
        return part in self.parts

    @cached_property
    def evaluation(self) -> Evaluation:
        """The ranking of all vendors."""
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
    def prices(self) -> Prices:
        """What all vendors cost, and how that is written."""
        return Prices(cost_report(self.assessment), self.words)

    @property
    def costs(self) -> CostReport:
        """What all vendors cost."""
        return self.prices.report

    @cached_property
    def cost_answer(self) -> CostAnswer:
        """Who is the cheapest of all vendors."""
        return cost_answer(self.evaluation.prepared, self.costs)

    @cached_property
    def priced(self) -> bool:
        """Whether any vendor on the sheet has a price."""
        return any(self.costs.vendors[vendor.key].priced for vendor in self.vendors)

    @cached_property
    def title(self) -> Phrase:
        """What the sheet is called."""
        return self.words.plain(self.assessment.title) or self.words(self.sheet_title)

    @cached_property
    def annotated(self) -> frozenset[tuple[str, str]]:
        """The vendor and criterion of every score that something is written about."""
        scores = self.assessment.scores
        written = (*scores.notes, *scores.texts)
        return frozenset({*scores.agreed_notes, *((c.vendor, c.criterion) for c in written)})

    @cached_property
    def rows(self) -> tuple[Standing, ...]:
        """Where the vendors on the sheet stand among all of them, in the order of the ranking."""
        wanted = set(self.options.vendors)
        rows = self.evaluation.rows
        return tuple(row for row in rows if row.vendor in wanted) if wanted else rows

    @cached_property
    def vendors(self) -> tuple[Vendor, ...]:
        """The vendors on the sheet, in the order of the ranking."""
        return tuple(self.assessment.vendor(row.vendor) for row in self.rows)

    @property
    def count(self) -> Phrase:
        """How many vendors there are, and how many of them are on the sheet."""
        shown, total = len(self.vendors), len(self.assessment.vendors)
        if shown < total:
            return self.words("{shown} of {total} vendors shown", shown=shown, total=total)
        return self.words.plural("{number} vendor", "{number} vendors", total)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How each vendor on the sheet stands, by key."""
        return {row.vendor: row for row in self.rows}

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
        return style_of(self.assessment.vendor_position[vendor])

    def name(self, vendor: str) -> Phrase:
        """Return the name of a vendor."""
        return self.words.plain(self.assessment.vendor(vendor).name or vendor)

    def criterion(self, key: str) -> Phrase:
        """Return the name of a criterion."""
        return self.criterion_name(self.assessment.rubric.criterion(key))

    def criterion_name(self, criterion: Criterion) -> Phrase:
        """Return the name of a criterion, or its key where it has none."""
        return self.words.text(criterion.name) or self.words.plain(criterion.key)

    def driver(self, key: str) -> Phrase:
        """Return the name of a volume, or its key where it has none."""
        names = {driver.key: driver.name for driver in self.assessment.drivers}
        return self.words.text(names[key]) or self.words.plain(key)

    def score(self, evaluator: str, vendor: str, criterion: str) -> Score:
        """Return what one evaluator gave one vendor for one criterion."""
        return self.assessment.score(Cell(evaluator, vendor, criterion))


def balanced(vendors: Sequence[Vendor], most: int) -> list[tuple[Vendor, ...]]:
    """Split vendors into blocks whose sizes differ by one at most."""
    count = -(-len(vendors) // most)
    ends = [round(i * len(vendors) / count) for i in range(count + 1)] if count else [0]
    return [tuple(vendors[a:b]) for a, b in pairwise(ends)]
