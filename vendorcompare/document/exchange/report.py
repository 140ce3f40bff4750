"""What an import did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from vendorcompare.i18n import N_

#: What the kinds of things that can be imported are called.
KINDS: Final[Mapping[str, str]] = {
    "assessment": N_("assessment"),
    "dimensions": N_("dimensions"),
    "criteria": N_("criteria"),
    "weight_sets": N_("weight sets"),
    "vendors": N_("vendors"),
    "evaluators": N_("evaluators"),
    "rounds": N_("rounds"),
    "scores": N_("scores"),
    "consensus": N_("agreed scores"),
    "drivers": N_("volumes"),
    "costs": N_("fees"),
    "commitments": N_("commitments"),
    "contacts": N_("contacts"),
    "attachments": N_("attachments"),
    "sheet": N_("choices for the sheet"),
}


@dataclass(frozen=True)
class ImportReport:
    """Count what was added, what was changed and what was there already, by kind."""

    added: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of things that the import held."""
        return tuple(k for k in KINDS if self.added[k] or self.changed[k] or self.skipped[k])

    def count(self, kind: str, *, existed: bool, changed: bool) -> None:
        """Note what became of one thing."""
        counter = self.skipped if not changed else self.changed if existed else self.added
        counter[kind] += 1
