"""What the costs say, in words."""

from __future__ import annotations

from typing import Final, NamedTuple

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.cost_answer import CostAnswer
from vendorcompare.core.findings import Finding, Kind, cost_findings
from vendorcompare.document.reader.numbers import written
from vendorcompare.gui.look.fact_list import kind_of
from vendorcompare.gui.pages.costs.cost_rows import CostRow
from vendorcompare.gui.pages.listed import vendors_listed
from vendorcompare.i18n import _, language, ngettext, shown

_FEW: Final = 2


class Fact(NamedTuple):
    """Say one thing about a vendor, and how bad it is: good, warning, bad or nothing of these."""

    kind: str
    words: str
    short: str


def fact(finding: Finding) -> Fact:
    """Return what was found as a line of the page."""
    return Fact(
        kind_of(finding.severity),
        shown(finding.sentence(language())),
        shown(finding.short(language())),
    )


def reservations(answer: CostAnswer) -> list[Fact]:
    """Say what speaks against taking the headline at its word."""
    found = (*answer.caveats, *answer.rivals)
    unpriced = [finding.subject for finding in found if finding.kind is Kind.UNPRICED]
    if len(unpriced) > _FEW:  # a line for each would bury what is to be known
        found = tuple(finding for finding in found if finding.kind is not Kind.UNPRICED)
    said = [fact(finding) for finding in found]
    if len(unpriced) > _FEW:
        words = _("No prices entered yet: {names}.").format(names=vendors_listed(unpriced))
        said.append(Fact("", shown(words), ""))
    return said + [Fact("warning", shown(words), "") for words in answer.turned(language())]


def facts(row: CostRow, given: Assessment) -> list[Fact]:
    """Say what is to be known about the costs of a vendor."""
    return [fact(finding) for finding in cost_findings(given, row.costs, row.scenario)]


def worst(row: CostRow, given: Assessment) -> str:
    """Return how bad the worst is that is to be known about a vendor."""
    kinds = {fact.kind for fact in facts(row, given)}
    return next((kind for kind in ("bad", "warning") if kind in kinds), "")


def assumptions(given: Assessment) -> str:
    """Say what the figures rest on."""
    said = [
        ngettext("{count} month", "{count} months", given.horizon_months).format(
            count=given.horizon_months
        ),
        _("discounted at {rate}% a year").format(rate=written(given.discount_rate * 100)),
        _("buyer reclaims VAT") if given.buyer_recovers_vat else _("VAT is not reclaimed"),
    ]
    if given.budget_monthly is None:
        said.append(_("no budget"))
    else:
        budget = formats.whole(given.budget_monthly)
        currency = formats.currency(given.currency, language())
        said.append(
            _("budget {currency} {budget} a month").format(currency=currency, budget=budget)
        )
    return _(" · ").join(said)
