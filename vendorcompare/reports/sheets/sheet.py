"""What a sheet is: which parts it has, what can be chosen for it, and who lays it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vendorcompare.i18n import _
from vendorcompare.reports.sheets.part import Choice, NoPartChosen, SheetPart

if TYPE_CHECKING:
    from vendorcompare.reports.layout.flow import Flow
    from vendorcompare.reports.sheets.content import Content


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
    parts: tuple[SheetPart, ...]
    options: frozenset[Choice]
    lay_out: Callable[[Content], Flow]

    def chosen(self, left_out: tuple[str, ...]) -> tuple[SheetPart, ...]:
        """Return the parts that are printed; NoPartChosen if there are none."""
        parts = tuple(part for part in self.parts if part.value not in left_out)
        if not parts:
            raise NoPartChosen(
                _("No part is chosen for the sheet."), hint=_("Choose at least one part.")
            )
        return parts
