"""The answer of the costs: who is the cheapest, and what speaks against taking it at its word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.core.costs import CostReport, VendorCosts
from vendorcompare.core.findings import (
    NOT_COMPARED,
    Finding,
    Kind,
    Severity,
    cost_findings,
)
from vendorcompare.core.ranking import Prepared
from vendorcompare.core.text import Language
from vendorcompare.i18n import N_, translator


@dataclass(frozen=True, slots=True)
class CostAnswer:
    """Hold who is the cheapest: of the vendors that fail no must-have and whose total is complete.

    Attributes:
        vendor: key of the cheapest vendor, "" where no vendor's costs can be compared.
        first: its name.
        second: name of the next one, "" where no other's costs can be compared.
        cost: of the first over the horizon.
        more: by how much the second is dearer.
        caveats: what is to be known of the costs of the first.
        rivals: who might be cheaper or is, and why it was not compared.
        turns: who else would be the cheapest in another scenario, by scenario.
    """

    months: int
    currency: str
    vendor: str = ""
    first: str = ""
    second: str = ""
    cost: Decimal = Decimal(0)
    more: Decimal = Decimal(0)
    caveats: tuple[Finding, ...] = ()
    rivals: tuple[Finding, ...] = ()
    turns: tuple[tuple[Scenario, str], ...] = ()

    def sentence(self, language: Language) -> str:
        """Return the answer in one sentence."""
        return translator(language)(self._form).format(
            vendor=self.first, first=self.first, second=self.second, months=self.months,
            currency=formats.currency(self.currency, language), cost=formats.whole(self.cost),
            less=formats.whole(self.more),
        )  # fmt: skip

    def turned(self, language: Language) -> tuple[str, ...]:
        """Say who else would be the cheapest with other volumes."""
        words = translator(language)
        return tuple(words(_TURNED[scenario]).format(vendor=name) for scenario, name in self.turns)

    def reservations(self, language: Language) -> tuple[str, ...]:
        """Say all that speaks against taking the sentence at its word."""
        found = (each.sentence(language) for each in (*self.caveats, *self.rivals))
        return (*found, *self.turned(language))

    @property
    def _form(self) -> str:
        if not self.vendor:
            return N_(
                "No vendor that can be chosen has prices that can be added up and compared yet."
            )
        if not self.second:
            return N_(
                "{vendor} costs {currency} {cost} over {months} months; of no other vendor that"
                " can be chosen all prices are known yet."
            )
        if not self.more:
            return N_("{first} and {second} cost the same over {months} months: {currency} {cost}.")
        return N_(
            "{first} is the cheapest over {months} months: {currency} {cost}, which is {less} less"
            " than {second}."
        )


_TURNED = {
    Scenario.LOW: N_("With the low volumes {vendor} would be the cheapest."),
    Scenario.LIKELY: N_("With the likely volumes {vendor} would be the cheapest."),
    Scenario.HIGH: N_("With the high volumes {vendor} would be the cheapest."),
}


def cost_answer(
    prepared: Prepared, report: CostReport, scenario: Scenario = Scenario.LIKELY
) -> CostAnswer:
    """Return the answer for one scenario."""
    assessment = prepared.assessment
    ranked = _compared(prepared, report, scenario)
    first = ranked[0] if ranked else None
    rivals = tuple(_rivals(prepared, report, scenario, first))
    if first is None:
        return CostAnswer(report.horizon_months, report.currency, rivals=rivals)
    second = ranked[1] if len(ranked) > 1 else None
    bests = ((other, _compared(prepared, report, other)[0]) for other in Scenario)
    return CostAnswer(
        months=report.horizon_months,
        currency=report.currency,
        vendor=first.vendor,
        first=_name(assessment, first),
        second=_name(assessment, second) if second else "",
        cost=first.tco[scenario],
        more=second.tco[scenario] - first.tco[scenario] if second else Decimal(0),
        caveats=tuple(
            finding
            for finding in cost_findings(assessment, first, scenario)
            if finding.severity is not Severity.GOOD
        ),
        rivals=rivals,
        turns=tuple(
            (other, _name(assessment, best))
            for other, best in bests
            if other is not scenario and best.tco[other] < first.tco[other]
        ),
    )


def _compared(prepared: Prepared, report: CostReport, scenario: Scenario) -> list[VendorCosts]:
    """Return the vendors that can be chosen and compared, from the cheapest on."""
    failed = _failed(prepared)
    return [costs for costs in report.comparable(scenario) if not failed[costs.vendor]]


def _rivals(
    prepared: Prepared, report: CostReport, scenario: Scenario, first: VendorCosts | None
) -> Iterator[Finding]:
    """Say of each vendor that was not compared and may cost less than the first why it was not."""
    assessment, failed = prepared.assessment, _failed(prepared)
    for costs in report.vendors.values():
        cheaper = first is None or costs.tco[scenario] < first.tco[scenario]
        if failed[costs.vendor]:
            if costs.complete and cheaper:
                names = tuple(assessment.rubric.criterion(k).name for k in failed[costs.vendor])
                figures = {"amount": formats.whole(costs.tco[scenario])}
                about = costs.vendor, _name(assessment, costs)
                yield Finding(Kind.CHEAPER_EXCLUDED, *about, names, figures)
        elif not costs.complete and (cheaper or not costs.at_least):
            for finding in cost_findings(assessment, costs, scenario):
                if finding.kind in NOT_COMPARED:
                    yield finding


def _failed(prepared: Prepared) -> dict[str, tuple[str, ...]]:
    """Return the must-haves that each vendor fails, by its key."""
    keys = (vendor.key for vendor in prepared.assessment.vendors)
    return dict(zip(keys, prepared.must_haves.all_failed, strict=True))


def _name(assessment: Assessment, costs: VendorCosts) -> str:
    return assessment.vendor(costs.vendor).name or costs.vendor
