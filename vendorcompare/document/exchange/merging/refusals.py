"""Why an import was refused as a whole: all its mistakes, each with its place."""

from __future__ import annotations

from collections.abc import Sequence

from vendorcompare.core.errors import InputError
from vendorcompare.i18n import _, ngettext
from vendorcompare.storage.validation import at, listed, place


class WrongEntries(InputError):
    """Report entries of an import that do not fit.

    Attributes:
        problems: all of them, each with its place; the message names the first few.
    """

    def __init__(self, problems: list[str]) -> None:
        count = len(problems)
        super().__init__(
            ngettext(
                "Nothing was imported, because of {count} mistake: {problems}",
                "Nothing was imported, because of {count} mistakes: {problems}",
                count,
            ).format(count=count, problems=listed(problems)),
            hint=_("Mend the entries named and import the file again."),
        )
        self.problems = tuple(problems)


class UnnamedScores(WrongEntries):
    """Report scores of nobody where evaluators have names."""

    def __init__(self, places: Sequence[int]) -> None:
        problem = _("it is not said who gave the score")
        super().__init__([at(place(("scores", i)), problem) for i in places])
        self.hint = _("Name the evaluator of each score, then import it again.")
