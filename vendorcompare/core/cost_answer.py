"""The answer of the costs: who is the cheapest, and what speaks against taking it at its word."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from vendorcompare.core.assessment import Assessment, Scenario
from vendorcompare.core.costs import CostReport, VendorCosts
from vendorcompare.core.findings import Finding, Kind, Severity, amount, cost_findings
from vendorcompare.core.text import Language
from vendorcompare.i18n import N_, translator


@dataclass(frozen=True, slots=True)
class CostAnswer:
    """Hold who is the cheapest of the vendors whose costs are wholly known.

    Attributes:
        first: name of the cheapest vendor, "" where nobody's costs are known.
        second: name of the next one, "" where no other's costs are known.
        cost: of the first over the horizon.
        more: by how much the second is dearer.
        caveats: what is to be known of the first, and who could not be compared.
        turns: who else would be the cheapest in another scenario, by scenario.
    """

    months: int
    currency: str
    first: str = ""
    second: str = ""
    cost: Decimal = Decimal(0)
    more: Decimal = Decimal(0)
    caveats: tuple[Finding, ...] = ()
    turns: tuple[tuple[Scenario, str], ...] = ()

    def sentence(self, language: Language) -> str:
        """Return the answer in one sentence."""
        return translator(language)(self._form).format(
            vendor=self.first, first=self.first, second=self.second, months=self.months,
            currency=self.currency, cost=amount(self.cost), less=amount(self.more),
        )  # fmt: skip

    def turned(self, language: Language) -> tuple[str, ...]:
        """Say who else would be the cheapest with other volumes."""
        words = translator(language)
        return tuple(words(_TURNED[scenario]).format(vendor=name) for scenario, name in self.turns)

    @property
    def _form(self) -> str:
        if not self.first:
            return N_("No vendor has prices that can be added up and compared yet.")
        if not self.second:
            return N_(
                "{vendor} costs {currency} {cost} over {months} months; of no other vendor all"
                " prices are known yet."
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
    assessment: Assessment, report: CostReport, scenario: Scenario = Scenario.LIKELY
) -> CostAnswer:
    """Return the answer for one scenario."""
    ranked = report.comparable(scenario)
    incomplete = tuple(
        finding
        for costs in report.vendors.values()
        for finding in cost_findings(assessment, costs, scenario)
        if finding.kind in (Kind.PRICES_MISSING, Kind.UNREAD)
    )
    if not ranked:
        return CostAnswer(report.horizon_months, report.currency, caveats=incomplete)
    first, *others = ranked
    second = others[0] if others else None
    own = (
        finding
        for finding in cost_findings(assessment, first, scenario)
        if finding.severity is not Severity.GOOD
    )
    return CostAnswer(
        months=report.horizon_months,
        currency=report.currency,
        first=_name(assessment, first),
        second=_name(assessment, second) if second else "",
        cost=first.tco[scenario],
        more=second.tco[scenario] - first.tco[scenario] if second else Decimal(0),
        caveats=(*own, *incomplete),
        turns=tuple(
            (other, _name(assessment, best))
            for other in Scenario
            if other is not scenario
            and (best := report.comparable(other)[0]).tco[other] < first.tco[other]
        ),
    )


def _name(assessment: Assessment, costs: VendorCosts) -> str:
    return assessment.vendor(costs.vendor).name or costs.vendor
