"""Make a new assessment out of what the user asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from vendorcompare.i18n import Language

if TYPE_CHECKING:
    from vendorcompare.core.rubric import Tier
    from vendorcompare.document.document import Document


@dataclass(frozen=True, slots=True)
class Wishes:
    """Hold the answers of the dialog for a new assessment."""

    template: str
    tier: Tier
    language: Language
    title: str = ""
    buyer: str = ""
    currency: str = "CNY"
    horizon_months: int = 36
    budget_monthly: Decimal | None = None
    buyer_recovers_vat: bool = False
    vendors: Sequence[str] = ()
    paper: str = "a4"


def create(wishes: Wishes) -> Document:
    """Create the document, without a history that would take it apart again."""
    from vendorcompare.document import creation
    from vendorcompare.document.edits import project, vendors

    document = creation.create_from_template(
        wishes.template,
        wishes.tier,
        title=wishes.title,
        buyer=wishes.buyer,
        currency=wishes.currency,
        horizon_months=wishes.horizon_months,
        language=wishes.language,
    )
    project.describe(
        document,
        budget_monthly=wishes.budget_monthly,
        buyer_recovers_vat=wishes.buyer_recovers_vat,
    )
    project.choose_sheet(document, paper=wishes.paper)
    for name in wishes.vendors:
        vendors.add_vendor(document, name)
    document.history.forget()
    document.history.mark_dirty()  # what was typed here is worth asking about
    return document


def without_repeats(names: Sequence[str]) -> tuple[str, ...]:
    """Return names in their order, each once, without those that are empty."""
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
