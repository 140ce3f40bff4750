"""Every sheet there is. Whoever offers sheets, or writes one, takes it from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorcompare.i18n import N_
from vendorcompare.reports.sheets.part import Choice, SheetPart
from vendorcompare.reports.sheets.sheet import Sheet

if TYPE_CHECKING:
    from vendorcompare.reports.layout.flow import Flow
    from vendorcompare.reports.sheets.content import Content


def _comparison(content: Content) -> Flow:
    from vendorcompare.reports.sheets import comparison

    return comparison.lay_out(content)


COMPARISON: Final = Sheet(
    key="comparison",
    title=N_("Vendor comparison"),
    parts=(
        SheetPart.SUMMARY,
        SheetPart.RANKING,
        SheetPart.RADAR,
        SheetPart.MATRIX,
        SheetPart.EVALUATORS,
        SheetPart.COSTS,
        SheetPart.FEES,
        SheetPart.METHOD,
        SheetPart.NOTES,
        SheetPart.ATTACHMENTS,
        SheetPart.SIGNATURES,
        SheetPart.SCALES,
    ),
    options=frozenset(Choice),
    lay_out=_comparison,
)

#: The sheets by key, in the order in which they are offered.
SHEETS: Final = {sheet.key: sheet for sheet in (COMPARISON,)}
