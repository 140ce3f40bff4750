"""What people type as a score, and what a score looks like when it is typed again."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from vendorcompare.core.assessment import Billing
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.edits.scores import BLANK, NOT_APPLICABLE, allowed, check
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.characters import plain
from vendorcompare.document.reader.numbers import number_of, written
from vendorcompare.document.reader.prices import PriceNote, price_of
from vendorcompare.document.reader.results import (
    USUAL,
    Ambiguous,
    Habits,
    ambiguous,
    inexact,
    short,
)
from vendorcompare.document.reader.shares import percent_of
from vendorcompare.document.reader.times import duration_of
from vendorcompare.document.reader.words import yes_of
from vendorcompare.i18n import N_, _

_EXCUSED: Final = frozenset({"n/a", "na", "n.a.", "/", "不适用", "#n/a", "not applicable"})
_STARS: Final = re.compile(r"(★{1,10})(☆{0,10})")
_OF: Final = re.compile(r"(.+?)\s*(?:/|of|out of)\s*(\d+)\s*分?")
_PER_CENT: Final = "%"

_KINDS: Final = {
    Measure.RATING: N_("a rating"),
    Measure.BOOLEAN: N_("yes or no"),
    Measure.NUMBER: N_("a number"),
    Measure.DURATION: N_("a time"),
    Measure.PERCENTAGE: N_("a percentage"),
    Measure.MONEY: N_("an amount"),
}


def read_score(criterion: Criterion, typed: str, habits: Habits = USUAL) -> Score:
    """Understand what was typed for a criterion.

    Nothing typed is a blank, which is neither zero nor "does not apply".

    Raises:
        Ambiguous: it can mean several scores.
        InputError: it is none, or one that the criterion does not allow.
    """
    words = plain(typed)
    if not words:
        return BLANK
    if words in _EXCUSED:
        return NOT_APPLICABLE
    if criterion.measure is Measure.TEXT:
        return Score(state=State.SCORED, text=typed.strip())
    score = Score(_value(criterion, typed, habits), State.SCORED)
    check(criterion, score)
    return score


def typed_score(criterion: Criterion, score: Score) -> str:
    """Return what has to be typed to get a score again, exactly."""
    match score.state:
        case State.UNKNOWN:
            return ""
        case State.NOT_APPLICABLE:
            return _("N/A")
    if criterion.measure is Measure.TEXT:
        return score.text
    value = score.value or 0.0
    if criterion.measure is Measure.BOOLEAN and value in (0, 1):
        return _("yes") if value else _("no")
    may_be_a_share = _is_share(criterion) and 0 < abs(value) < 1
    return plain_number(value) + (_PER_CENT if may_be_a_share else "")


def plain_number(value: float) -> str:
    """Write a number with all its digits and no grouping."""
    return f"{value:.12g}" if abs(value) < 1e12 else f"{value:f}".rstrip("0").rstrip(".")


def expected(criterion: Criterion) -> str:
    """Say what can be typed for a criterion."""
    if criterion.measure is Measure.BOOLEAN:
        return _("Type yes or no (y, n, 1, 0, 是, 否), or N/A.")
    if criterion.measure is Measure.DURATION:
        return _("Type a time such as 90 min, 1h30 or 2 小时, or N/A.")
    low, high = allowed(criterion)
    if criterion.measure in (Measure.RATING, Measure.PERCENTAGE):
        return _("Type a number from {low:g} to {high:g}, or N/A.").format(low=low, high=high)
    return _("Type a number such as 12 or 1,200.50, or N/A.")


def _value(criterion: Criterion, typed: str, habits: Habits) -> float:
    """Return the raw score that a text stands for."""
    try:
        value = _read(criterion, typed, habits)
    except Ambiguous:
        raise
    except InputError:
        value = None
    if value is None:
        raise InputError(
            _('"{typed}" is not {kind}.').format(
                typed=short(typed), kind=_(_KINDS[criterion.measure])
            ),
            hint=expected(criterion),
        )
    return float(value)


def _read(criterion: Criterion, typed: str, habits: Habits) -> float | Decimal | None:
    match criterion.measure:
        case Measure.BOOLEAN:
            return yes_of(typed)
        case Measure.DURATION:
            return duration_of(typed, criterion.unit, habits)
        case Measure.RATING:
            return _rating(criterion, typed, habits)
        case Measure.MONEY:
            return _amount(criterion.unit, typed, habits)
    if _is_share(criterion):
        return percent_of(typed, habits)
    return number_of(_without_unit(criterion.unit, typed), habits)


def _is_share(criterion: Criterion) -> bool:
    in_per_cent = _PER_CENT in (plain(criterion.unit.zh), plain(criterion.unit.en))
    return criterion.measure is Measure.PERCENTAGE or (
        criterion.measure is Measure.NUMBER and in_per_cent
    )


def _rating(criterion: Criterion, typed: str, habits: Habits) -> float | Decimal | None:
    words = plain(typed).removesuffix("分").removesuffix("points").rstrip()
    stars = _STARS.fullmatch(words)
    highest = allowed(criterion)[1]
    if stars is not None:
        full = len(stars[1]) + len(stars[2])
        if stars[2] and full != highest:
            raise inexact(typed, (str(len(stars[1])),))
        return float(len(stars[1]))
    out_of = _OF.fullmatch(words)
    if out_of is not None:
        if float(out_of[2]) != highest:
            raise inexact(typed, (out_of[1],))
        words = out_of[1]
    return number_of(words if words != plain(typed) else typed, habits)


def _amount(unit: Text, typed: str, habits: Habits) -> Decimal | None:
    """Return an amount of money in the unit of a criterion, whose period it must have."""
    bare = _without_unit(unit, typed)
    if plain(bare).startswith("-"):
        return number_of(bare, habits)
    price = price_of(bare, habits)
    if price is None or price.amount is None:
        return None
    if price.remark is PriceNote.FROM:
        raise inexact(typed, (written(price.amount),))
    if price.billing is not None and price.billing is not _period(unit):
        raise ambiguous(typed, (written(price.amount),))
    return -price.amount if price.credit else price.amount


def _period(unit: Text) -> Billing | None:
    for words in (unit.zh, unit.en):
        try:
            price = price_of(f"1 {words}")
        except InputError:
            continue
        if price is not None and price.billing is not None:
            return price.billing
    try:
        return billing_of(unit.zh)
    except InputError:
        return None


def _without_unit(unit: Text, typed: str) -> str:
    """Take the unit of a criterion away behind a number."""
    words = plain(typed)
    for name in sorted({plain(unit.zh), plain(unit.en)} - {""}, key=len, reverse=True):
        if words.endswith(name) and words != name:
            return words.removesuffix(name).rstrip("个 ") if name != _PER_CENT else typed
    return typed
