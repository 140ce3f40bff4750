"""How amounts are written: what is missing of them, and in which currency they are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from vendorcompare.core import formats
from vendorcompare.core.assessment import Scenario
from vendorcompare.core.costs import CostReport
from vendorcompare.core.text import Text
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.wording import Phrase, Wording


@dataclass(frozen=True)
class Prices:
    """Write what vendors cost."""

    report: CostReport
    words: Wording

    def fee(self, label: str) -> Phrase:
        """Return what a fee is called, in the language of the sheet where it has two names."""
        return self.words.text(Text.parted(label))

    @property
    def currency(self) -> Phrase:
        """What the amounts are in."""
        return self.words.each(partial(formats.currency, self.report.currency))

    def amount(self, vendor: str, amount: Decimal, *, whole: bool = False) -> Phrase:
        """Return an amount that all fees of a vendor make up, as "from" where one is missing.

        Where a discount is missing it may become less, and is only said to be incomplete.
        """
        costs = self.report.vendors[vendor]
        written = self.words.plain(formats.whole(amount) if whole else formats.money(amount))
        if costs.complete:
            return written
        form = N_("from {amount}") if costs.at_least else N_("{amount}, incomplete")
        return self.words(form, amount=written)

    def total(self, vendor: str) -> Phrase:
        """Return the likely cost of a vendor over the horizon."""
        costs = self.report.vendors[vendor]
        if not costs.priced:
            return self.words.plain(formats.NOTHING)
        return self.amount(vendor, costs.tco[Scenario.LIKELY])
