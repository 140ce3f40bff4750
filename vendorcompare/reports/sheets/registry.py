"""Every sheet there is. Whoever offers sheets, or writes one, takes it from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorcompare.i18n import N_
from vendorcompare.reports.sheets.part import Choice, Part
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
        Part.SUMMARY,
        Part.RANKING,
        Part.RADAR,
        Part.MATRIX,
        Part.EVALUATORS,
        Part.COSTS,
        Part.FEES,
        Part.METHOD,
        Part.NOTES,
        Part.ATTACHMENTS,
        Part.SIGNATURES,
        Part.SCALES,
    ),
    options=frozenset(Choice),
    lay_out=_comparison,
)

#: The sheets by key, in the order in which they are offered.
SHEETS: Final = {sheet.key: sheet for sheet in (COMPARISON,)}
