"""What became of a block of cells that was pasted or filled, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from vendorcompare.i18n import _, ngettext

_BAD_SHOWN: Final = 4


class BadCell(NamedTuple):
    """Say which cell was not understood, and why."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Say what became of a block that was pasted or filled.

    Attributes:
        clipped: whether some of it lay outside the grid.
    """

    done: int = 0
    bad: tuple[BadCell, ...] = ()
    clipped: bool = False


def outcome_words(outcome: Outcome) -> str:
    """Say what of a block was left out and why, or nothing if all of it fitted."""
    parts = []
    if outcome.bad:
        count = ngettext(
            "{count} cell was not understood and keeps what it had:",
            "{count} cells were not understood and keep what they had:",
            len(outcome.bad),
        ).format(count=len(outcome.bad))
        listed = [f"{place}: {reason}" for place, reason in outcome.bad[:_BAD_SHOWN]]
        rest = len(outcome.bad) - len(listed)
        if rest:
            more = ngettext("and {count} more", "and {count} more", rest)
            listed.append(more.format(count=rest))
        parts.append("\n".join([count, *listed]))
    if outcome.clipped:
        parts.append(_("What reached beyond the grid was left out."))
    return "\n".join(parts)
