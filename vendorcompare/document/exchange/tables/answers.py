"""How a table is to be read where its text does not decide, and what is asked then."""

from __future__ import annotations

from dataclasses import dataclass

from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.results import Ambiguous, Habits, Points, Shares
from vendorcompare.i18n import _


@dataclass(frozen=True, slots=True)
class Answers:
    """Say how a table is to be read, where its text does not decide.

    Attributes:
        kind: what the table holds, scores or one of `kinds_of_tables`; "" to find it out.
        encoding, separator: "" to find them from the text.
        evaluator: key of the evaluator who gave the scores that name none.
        shares: what a number below one means in a percentage.
        points: which sign stands before decimals; None to find it from the separator.
    """

    kind: str = ""
    encoding: str = ""
    separator: str = ""
    evaluator: str = ""
    shares: Shares = Shares.ASK
    points: Points | None = None

    def habits(self, separator: str, currency: str) -> Habits:
        """Return how figures are written in a table.

        Who parts cells by semicolons may write decimals with a comma.
        """
        points = self.points or (Points.ASK if separator == ";" else Points.POINT)
        return Habits(points, self.shares, currency)


@dataclass(frozen=True, slots=True)
class Question:
    """Ask how figures are meant, with the first that can mean several things.

    Attributes:
        text, criterion: what is written, and the key of the criterion that it is for.
        meanings: for each answer the figure that the text would stand for.
    """

    text: str
    criterion: str
    meanings: tuple[tuple[Shares | Points, str], ...]

    @property
    def is_about_shares(self) -> bool:
        """Whether a percentage may be a share of one; else a number is a thousand or one."""
        return isinstance(self.meanings[0][0], Shares)


class Unanswered(InputError):
    """Report a row that can be read once a question is answered.

    Attributes:
        question: None where it is only asked who gave the score.
        choices: what the cell may mean.
    """

    def __init__(
        self, message: str, question: Question | None = None, choices: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.question = question
        self.choices = choices


def said(asked: Ambiguous) -> str:
    """Say what can mean several things, and what to type instead."""
    return _("{message} {hint}").format(message=asked.message, hint=asked.hint)
