"""Why the leader, and not the vendor that the user looks at."""

from __future__ import annotations

from vendorcompare.core import formats
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.standing import Standing
from vendorcompare.gui.look.steady_label import SteadyLabel
from vendorcompare.gui.pages.compare.comparison import (
    Difference,
    differences,
    remarks,
    rivals,
    style,
)
from vendorcompare.gui.pages.compare.difference_bars import DifferenceBars, DifferenceRow
from vendorcompare.i18n import _


class Why:
    """Fill a question, its answer in words, and the bars that prove it."""

    def __init__(self, title: SteadyLabel, text: SteadyLabel, bars: DifferenceBars) -> None:
        self._title, self._text, self._bars = title, text, bars

    def show_evaluation(self, evaluation: Evaluation, vendor: str) -> None:
        """Compare the leader with a vendor, or with whoever comes next."""
        pair = rivals(evaluation, vendor)
        self._bars.setVisible(pair is not None)
        if pair is None:
            self._title.set_text(_("Why this vendor and not another?"))
            self._text.set_text(_("Score a second vendor to see what tells them apart."))
            return
        first, second = pair
        question = (
            _("What tells {first} and {second} apart?")
            if _is_even(first, second)
            else _("Why {first} and not {second}?")
        )
        self._title.set_text(question.format(first=first.name, second=second.name))
        self._text.set_text(_answer(evaluation, first, second))
        self._bars.set_pair(
            style(evaluation, first.vendor),
            style(evaluation, second.vendor),
            [_row(first, second, found) for found in differences(evaluation, first, second)],
        )


def _is_even(first: Standing, second: Standing) -> bool:
    """Tell whether two scores are written the same."""
    return formats.points(first.score) == formats.points(second.score)


def _answer(evaluation: Evaluation, first: Standing, second: Standing) -> str:
    """Say the difference, and what rules the second one out."""
    ahead = (first.score or 0.0) - (second.score or 0.0)
    if _is_even(first, second):
        words = _("Both have the same score. The bars of {first} point to the right.")
    elif ahead > 0:
        words = _("{first} is {points:.1f} points ahead. Its bars point to the right.")
    else:
        words = _("{first} is {points:.1f} points behind. Its bars point to the right.")
    text = words.format(points=abs(ahead), first=first.name)
    if second.excluded_by:
        return _("{name}: {reason}. {rest}").format(
            name=second.name, reason=remarks(evaluation, second)[0], rest=text
        )
    return text


def _row(first: Standing, second: Standing, found: Difference) -> DifferenceRow:
    sentence = _("{dimension}: {first} {first_points:.1f}, {second} {second_points:.1f} points")
    return DifferenceRow(
        name=found.name,
        points=found.points,
        sentence=sentence.format(
            dimension=found.name,
            first=first.name,
            first_points=found.first,
            second=second.name,
            second_points=found.second,
        ),
    )
