"""How a table is to be read, and what becomes of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vendorcompare.document.reader.results import Points, Shares


class Outcome(StrEnum):
    """What becomes of one row."""

    ADDED = "added"
    CHANGED = "changed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Answers:
    """Say how a table is to be read, where its text does not decide.

    Attributes:
        encoding, separator: "" to find them from the text.
        evaluator: key of the evaluator who gave the scores that name none.
        shares: what a number below one means in a percentage.
        points: which sign stands before decimals; None to find it from the separator.
    """

    encoding: str = ""
    separator: str = ""
    evaluator: str = ""
    shares: Shares = Shares.ASK
    points: Points | None = None
