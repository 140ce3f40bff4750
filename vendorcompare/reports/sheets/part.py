"""What sheets are made of, and what can be chosen for them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.i18n import N_


class NoPartChosen(InputError):
    """Report that all parts are left out of a sheet, or that the others have nothing to say."""


class SheetPart(StrEnum):
    """Name the parts that sheets are made of."""

    SUMMARY = "summary"
    RANKING = "ranking"
    RADAR = "radar"
    MATRIX = "matrix"
    EVALUATORS = "evaluators"
    COSTS = "costs"
    FEES = "fees"
    METHOD = "method"
    SCALES = "scales"
    NOTES = "notes"
    ATTACHMENTS = "attachments"
    SIGNATURES = "signatures"

    @property
    def label(self) -> str:
        """What the part is called, to be translated."""
        return _TITLES[self]


class Choice(StrEnum):
    """Name what can be chosen for a sheet beside its parts, language and paper."""

    VENDORS = "vendors"
    STATUS = "status"
    SIGNERS = "signers"


_TITLES: Final = {
    SheetPart.SUMMARY: N_("Summary"),
    SheetPart.RANKING: N_("Ranking"),
    SheetPart.RADAR: N_("Dimensions and radar"),
    SheetPart.MATRIX: N_("Scores"),
    SheetPart.EVALUATORS: N_("Where evaluators differ"),
    SheetPart.COSTS: N_("Costs"),
    SheetPart.FEES: N_("Fees line by line"),
    SheetPart.METHOD: N_("Method and weights"),
    SheetPart.SCALES: N_("Levels and value functions"),
    SheetPart.NOTES: N_("Notes"),
    SheetPart.ATTACHMENTS: N_("Attachments"),
    SheetPart.SIGNATURES: N_("Signatures"),
}
