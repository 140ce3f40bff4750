"""The comparison sheet: all vendors side by side, with an answer on the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vendorcompare.i18n import N_
from vendorcompare.reports.sheets.sheet import Choice, Sheet

if TYPE_CHECKING:
    from vendorcompare.reports.sheets.part import SheetPart


def _parts() -> tuple[SheetPart, ...]:
    from vendorcompare.reports.sheets.parts import (
        attachments,
        costs,
        evaluators,
        fees,
        matrix,
        method,
        notes,
        radar,
        ranking,
        scales,
        signatures,
        summary,
    )

    return (
        summary.PART,
        ranking.PART,
        radar.PART,
        matrix.PART,
        evaluators.PART,
        costs.PART,
        fees.PART,
        method.PART,
        notes.PART,
        attachments.PART,
        signatures.PART,
        scales.PART,
    )


SHEET: Final = Sheet(
    key="comparison",
    title=N_("Vendor comparison"),
    made_of=_parts,
    options=frozenset({Choice.VENDORS}),
)
