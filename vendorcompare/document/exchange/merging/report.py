"""What an import did, or would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from vendorcompare.document.exchange.records import LISTED
from vendorcompare.i18n import N_
from vendorcompare.storage.records import CRITERION, DIMENSION, KEPT


class Outcome(StrEnum):
    """What becomes of one thing that an import brings."""

    ADDED = "added"
    CHANGED = "changed"
    SKIPPED = "skipped"


def kinds() -> Mapping[str, str]:
    """Return what the kinds of things that can be imported are called, to be translated."""
    return {
        "assessment": N_("assessment"),
        "dimensions": DIMENSION.words,
        "criteria": CRITERION.words,
        "weight_sets": N_("weight sets"),
        **{listed.name: listed.entity.words for listed in LISTED.values()},
        "scores": KEPT["score"].words,
        "consensus": KEPT["agreed_score"].words,
        "sheet": N_("choices for the sheet"),
    }


class ImportRow(NamedTuple):
    """Tell what becomes of one thing.

    Attributes:
        kind: one of `kinds`.
        label: what it is called, and whose it is.
        was: what the thing it was matched with is called so far, where that differs.
    """

    kind: str
    outcome: Outcome
    label: str
    was: str = ""

    @property
    def is_new_vendor(self) -> bool:
        """Whether it is a vendor who was not there."""
        return self.kind == "vendors" and self.outcome is Outcome.ADDED


@dataclass(frozen=True)
class ImportReport:
    """List what is added, what is changed and what was there already."""

    rows: list[ImportRow] = field(default_factory=list)
    _counts: dict[Outcome, Counter[str]] = field(
        default_factory=lambda: {outcome: Counter() for outcome in Outcome}
    )

    @property
    def added(self) -> Counter[str]:
        """How many things were added, by kind."""
        return self._counts[Outcome.ADDED]

    @property
    def changed(self) -> Counter[str]:
        """How many things were changed, by kind."""
        return self._counts[Outcome.CHANGED]

    @property
    def skipped(self) -> Counter[str]:
        """How many things were there already as they are, by kind."""
        return self._counts[Outcome.SKIPPED]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of things that the import held."""
        return tuple(k for k in kinds() if self.added[k] or self.changed[k] or self.skipped[k])

    def note(self, kind: str, label: str, *, existed: bool, changed: bool, was: str = "") -> None:
        """Note what became of one thing."""
        happened = Outcome.CHANGED if existed else Outcome.ADDED
        outcome = happened if changed else Outcome.SKIPPED
        self._counts[outcome][kind] += 1
        self.rows.append(ImportRow(kind, outcome, label, was if was != label else ""))
