"""The way of a vendor through the selection, and what its stages are called; to be translated."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vendorcompare.i18n import N_

#: From the first list to the end; a vendor of which nothing is said is in none.
STAGES: Final[Mapping[str, str]] = {
    "longlist": N_("Longlist"),
    "shortlist": N_("Shortlist"),
    "finalist": N_("Finalist"),
    "chosen": N_("Chosen"),
    "dropped": N_("Dropped"),
}
