"""Every sheet there is. Whoever offers sheets, or writes one, takes it from here."""

from __future__ import annotations

from typing import Final

from vendorcompare.reports.sheets import comparison

#: The sheets by key, in the order in which they are offered.
SHEETS: Final = {each.key: each for each in (comparison.SHEET,)}
