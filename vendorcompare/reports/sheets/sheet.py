"""What a sheet is: which parts it has, what can be chosen for it, and who lays it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from vendorcompare.core.errors import InputError
from vendorcompare.i18n import N_, _

if TYPE_CHECKING:
    from vendorcompare.reports.layout.flow import Flow
    from vendorcompare.reports.sheets.content import Content


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """Describe a sheet.

    Attributes:
        title: what it is called, to be translated.
        parts: in the order in which they are printed.
        options: what can be chosen for it.
        lay_out: puts what the content says on pages; it imports what is heavy when called.
    """

    key: str
    title: str
    parts: tuple[Part, ...]
    options: frozenset[Choice]
    lay_out: Callable[[Content], Flow]

    def chosen(self, left_out: tuple[str, ...]) -> tuple[Part, ...]:
        """Return the parts that are printed; NoPartChosen if there are none."""
        parts = tuple(part for part in self.parts if part.value not in left_out)
        if not parts:
            raise NoPartChosen(
                _("No part is chosen for the sheet."), hint=_("Choose at least one part.")
            )
        return parts


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
