"""What became of a block of cells that was pasted or filled, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from vendorcompare.i18n import _, ngettext


class RefusedCell(NamedTuple):
    """Say which cell was not understood, and why.

    Attributes:
        at: by what the row and the field of the cell are known.
        place: what row and column are called.
        text: what was written.
    """

    at: tuple[str, str]
    place: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class BlockOutcome:
    """Say what became of a block that was pasted or filled.

    Attributes:
        clipped: whether some of it lay outside the grid.
    """

    done: int = 0
    bad: tuple[RefusedCell, ...] = ()
    clipped: bool = False


def outcome_words(outcome: BlockOutcome) -> str:
    """Say how much of a block was left out, or nothing if all of it fitted."""
    parts = []
    if outcome.bad:
        parts.append(
            ngettext(
                "{count} cell was not understood. It is listed beside the table.",
                "{count} cells were not understood. They are listed beside the table.",
                len(outcome.bad),
            ).format(count=len(outcome.bad))
        )
    if outcome.clipped:
        parts.append(_("What reached beyond the grid was left out."))
    return "\n".join(parts)
