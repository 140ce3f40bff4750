"""A criterion in words that more than one room says: scores, units, conditions."""

from __future__ import annotations

from vendorcompare.core import formats
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.gui.look.said import said
from vendorcompare.i18n import _


def score_text(criterion: Criterion, value: float) -> str:
    """Write a raw score as the paper does; its unit stands in the head of the row."""
    if criterion.measure is Measure.BOOLEAN and value in (0.0, 1.0):
        return _("yes") if value else _("no")
    return formats.number(value)


def unit_of(criterion: Criterion) -> str:
    """Return the unit that stands in the head of a row."""
    unit = said(criterion.unit)
    if unit:
        return unit
    match criterion.measure:
        case Measure.PERCENTAGE:
            return "%"
        case Measure.BOOLEAN:
            return _("yes/no")
        case Measure.RATING:
            low, high = criterion.scale
            return f"{low:g}–{high:g}"
        case Measure.TEXT:
            return _("words")
    return ""


def with_unit(criterion: Criterion, value: float) -> str:
    """Write a raw score with its unit, for a sentence."""
    text = score_text(criterion, value)
    if criterion.measure in (Measure.BOOLEAN, Measure.RATING):
        return text
    unit = unit_of(criterion)
    return f"{text}{unit}" if unit == "%" else f"{text} {unit}".rstrip()


def must_have_words(criterion: Criterion) -> str:
    """Say what a vendor must meet, or nothing."""
    must = criterion.must_have
    if must is None:
        return ""
    if must.at_least is None and must.at_most is None:
        return _("Must be yes.") if criterion.measure is Measure.BOOLEAN else ""
    if must.at_most is None and must.at_least is not None:
        return _("Must be at least {score}.").format(score=with_unit(criterion, must.at_least))
    if must.at_least is None and must.at_most is not None:
        return _("Must be at most {score}.").format(score=with_unit(criterion, must.at_most))
    return _("Must be between {low} and {high}.").format(
        low=with_unit(criterion, must.at_least or 0.0),
        high=with_unit(criterion, must.at_most or 0.0),
    )
