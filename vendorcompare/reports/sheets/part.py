"""What sheets are made of, and what can be chosen for them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.i18n import N_


class NoPartChosen(InputError):
    """Report that all parts are left out of a sheet, or that the others have nothing to say."""


class Part(StrEnum):
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
    Part.SUMMARY: N_("Summary"),
    Part.RANKING: N_("Ranking"),
    Part.RADAR: N_("Dimensions and radar"),
    Part.MATRIX: N_("Scores"),
    Part.EVALUATORS: N_("Where evaluators differ"),
    Part.COSTS: N_("Costs"),
    Part.FEES: N_("Fees line by line"),
    Part.METHOD: N_("Method and weights"),
    Part.SCALES: N_("Levels and value functions"),
    Part.NOTES: N_("Notes"),
    Part.ATTACHMENTS: N_("Attachments"),
    Part.SIGNATURES: N_("Signatures"),
}
