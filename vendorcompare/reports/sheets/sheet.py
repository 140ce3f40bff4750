"""What a sheet is: which parts it has, and what can be chosen for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from vendorcompare.core.errors import InputError
from vendorcompare.i18n import _
from vendorcompare.reports.sheets.part import SheetPart


class NoPartChosen(InputError):
    """Report that all parts are left out of a sheet, or that the others have nothing to say."""


class Choice(StrEnum):
    """Name what can be chosen for some sheets beside their parts, language and paper."""

    VENDORS = "vendors"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Describe a sheet, without what it takes to draw it.

    Attributes:
        title: what it is called, to be translated.
        made_of: imports the parts and returns them in the order in which they are printed.
        options: what can be chosen for it.
    """

    key: str
    title: str
    made_of: Callable[[], tuple[SheetPart, ...]]
    options: frozenset[Choice] = frozenset()

    @property
    def parts(self) -> tuple[SheetPart, ...]:
        """The parts in the order in which they are printed."""
        return self.made_of()

    def chosen(self, left_out: tuple[str, ...]) -> tuple[SheetPart, ...]:
        """Return the parts that are printed; NoPartChosen if there are none."""
        parts = tuple(part for part in self.parts if part.key not in left_out)
        if not parts:
            raise NoPartChosen(
                _("No part is chosen for the sheet."), hint=_("Choose at least one part.")
            )
        return parts
