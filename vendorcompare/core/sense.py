"""What cannot be in a record, whoever wrote it: a form, a grid, a table or a file.

Each function gives the fields that make no sense, with what is wrong and what to do. The window
refuses the first of them, an import names them all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Final

from vendorcompare.core.assessment import Assessment, CostLine, Driver, Evaluator, Vendor
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Dimension, Measure, MustHave
from vendorcompare.core.service import Commitment, Contact, is_figure_of_the_log
from vendorcompare.core.stages import STAGES
from vendorcompare.core.text import Text
from vendorcompare.i18n import _

#: A field and what is wrong with it.
Wrong = tuple[str, InputError]

LONGEST_NAME: Final = 200
LONGEST_HORIZON: Final = 600
#: Between these every figure can be computed with; what lies outside is a slip of the hand.
_LARGEST: Final = 1e12
_SMALLEST: Final = 1e-9
_LARGEST_AMOUNT: Final = Decimal(10) ** 15
#: The clock of a moment without a time zone.
_HERE: Final = timezone(timedelta(hours=8))
#: Moments of a contact, each with those that it cannot lie before.
_ORDER: Final = {
    "first_reply": ("raised",),
    "started": ("raised",),
    "resolved": ("raised", "started"),
    "reopened": ("raised",),
}


def require(found: Iterable[Wrong]) -> None:
    """Raise the first of what makes no sense."""
    for _field, error in found:
        raise error


def wrong_figure(number: float) -> InputError | None:
    """Return what is wrong with a weight, a score or an anchor, None if it can be computed with."""
    if math.isnan(number):
        return InputError(_("A figure must be a number."), hint=_("Type a number."))
    if abs(number) > _LARGEST:
        return InputError(
            _("{number:g} is too large a number.").format(number=number),
            hint=_("Type at most {most}.").format(most=f"{_LARGEST:,.0f}"),
        )
    if 0 < abs(number) < _SMALLEST:
        return InputError(
            _("{number:g} is too small a number.").format(number=number),
            hint=_("Type 0, or at least {least}.").format(least=f"{_SMALLEST:.9f}"),
        )
    return None


def wrong_amount(amount: Decimal) -> InputError | None:
    """Return what is wrong with an amount or a volume, None if it can be computed with."""
    if not amount.is_finite():
        return InputError(_("A fee must be an amount of money."), hint=_("Type a number."))
    if abs(amount) >= _LARGEST_AMOUNT:
        return InputError(
            _("{number:g} is too large a number.").format(number=amount),
            hint=_("Type at most {most}.").format(most=f"{_LARGEST_AMOUNT - 1:,f}"),
        )
    return None


def wrong_weight(weight: float) -> InputError | None:
    """Return what is wrong with a weight, None if it can be computed with."""
    if weight < 0:
        return InputError(
            _("A weight cannot be {weight:g}.").format(weight=weight),
            hint=_("Type 0 or a larger number; only the proportions count."),
        )
    return wrong_figure(weight)


def wrong_name(name: str | Text) -> InputError | None:
    """Return what is wrong with a name as `tidied` returns it, None if it can be called so."""
    words = (name.zh, name.en) if isinstance(name, Text) else (name,)
    if not any(words):
        return InputError(_("A name is missing."), hint=_("Type a name."))
    if max(map(len, words)) > LONGEST_NAME:
        return InputError(
            _("The name is longer than {count} characters.").format(count=LONGEST_NAME),
            hint=_("Shorten it; there is room for more in the note."),
        )
    return None


def in_assessment(given: Assessment) -> Iterator[Wrong]:
    """Find what makes no sense in what an assessment says of itself."""
    for field, name in (("title", given.title), ("buyer", given.buyer)):
        if name:
            yield from _named(field, wrong_name(name))
    if not 1 <= given.horizon_months <= LONGEST_HORIZON:
        yield (
            "horizon_months",
            InputError(
                _("The horizon must be between 1 and 600 months."),
                hint=_("Type 36 for three years."),
            ),
        )
    if given.budget_monthly is not None:
        yield from _named("budget_monthly", wrong_amount(given.budget_monthly))


def in_vendor(vendor: Vendor) -> Iterator[Wrong]:
    """Find what makes no sense in a vendor."""
    if not vendor.name:
        yield (
            "name",
            InputError(
                _("A vendor needs a name."), hint=_("Type a name, or delete the vendor instead.")
            ),
        )
    else:
        yield from _named("name", wrong_name(vendor.name))
    if vendor.stage and vendor.stage not in STAGES:
        names = _(", ").join(map(_, STAGES.values()))
        yield (
            "stage",
            InputError(
                _('"{text}" is no stage of the selection.').format(text=vendor.stage),
                hint=_("Choose one of: {names}.").format(names=names),
            ),
        )


def in_evaluator(person: Evaluator) -> Iterator[Wrong]:
    """Find what makes no sense in an evaluator; the one nobody named has no name."""
    if person.key or person.name:
        yield from _named("name", wrong_name(person.name))
    yield from _named("weight", wrong_weight(person.weight))


def in_dimension(dimension: Dimension) -> Iterator[Wrong]:
    """Find what makes no sense in a dimension; its criteria are looked at one by one."""
    yield from _named("name", wrong_name(dimension.name))
    yield from _named("weight", wrong_weight(dimension.weight))


def in_criterion(criterion: Criterion) -> Iterator[Wrong]:
    """Find what makes no sense in a criterion; one that earns no points yet is none of it."""
    yield from _named("name", wrong_name(criterion.name))
    yield from _named("weight", wrong_weight(criterion.weight))
    yield from _first("scale", criterion.scale)
    yield from _first("anchors", (raw for raw, _value in criterion.anchors))
    low, high = criterion.scale
    beyond = [level for level, _words in criterion.levels if not low <= level <= high]
    if criterion.measure is Measure.RATING and beyond:
        yield (
            "levels",
            InputError(
                _("Level {level:g} is outside the scale from {low:g} to {high:g}.").format(
                    level=beyond[0], low=low, high=high
                ),
                hint=_("Widen the scale, or leave the level out."),
            ),
        )
    if criterion.must_have is not None:
        yield from _in_limits(criterion.measure, criterion.must_have)
    if criterion.measured_by and not is_figure_of_the_log(criterion.measured_by):
        yield (
            "measured_by",
            InputError(
                _('"{text}" is no figure of the contact log.').format(text=criterion.measured_by),
                hint=_("Write it such as first_reply.median.phone."),
            ),
        )


def _in_limits(measure: Measure, must: MustHave) -> Iterator[Wrong]:
    limits = [limit for limit in (must.at_least, must.at_most) if limit is not None]
    yield from _first("must_have", limits)
    if not limits and must_have_needs_limit(measure):
        yield (
            "must_have",
            InputError(
                _("A must-have without a limit would exclude nobody."),
                hint=_("Say the least or the most that is accepted."),
            ),
        )
    if len(limits) == 2 and limits[0] > limits[1]:
        hint = _("Type a least that is not above the most.")
        yield "must_have", InputError(_("Nothing lies between these limits."), hint=hint)


def must_have_needs_limit(measure: Measure) -> bool:
    """Tell whether a must-have says nothing without a limit; yes/no and words have none."""
    return measure not in (Measure.BOOLEAN, Measure.TEXT)


def in_volume(volume: Driver) -> Iterator[Wrong]:
    """Find what makes no sense in a volume: low ≤ likely ≤ high, none below zero."""
    if volume.name:
        yield from _named("name", wrong_name(volume.name))
    figures = {"low": volume.low, "likely": volume.likely, "high": volume.high}
    for field, figure in figures.items():
        if figure < 0:
            error = InputError(_("A volume cannot be negative."), hint=_("Type 0 or more."))
            yield field, error
        else:
            yield from _named(field, wrong_amount(figure))
    if not volume.low <= volume.likely <= volume.high:
        yield (
            "low" if volume.low > volume.likely else "high",
            InputError(
                _("The likely volume lies between the low and the high one."),
                hint=_("Type the highest figure first, then those below it."),
            ),
        )


def in_fee(fee: CostLine) -> Iterator[Wrong]:
    """Find what makes no sense in a fee, be it understood or not."""
    if fee.label:
        yield from _named("label", wrong_name(fee.label))
    if fee.amount is not None:
        yield from _named("amount", wrong_amount(fee.amount) or _negative(fee.amount))
    if fee.included_quantity is not None:
        yield from _named("included_quantity", wrong_amount(fee.included_quantity))
    yield from in_months(fee)


def _negative(amount: Decimal) -> InputError | None:
    if amount >= 0:
        return None
    return InputError(
        _("A fee cannot be below zero."),
        hint=_("Type the amount of a discount without a sign, and choose Yes under Taken off."),
    )


def in_months(fee: CostLine) -> Iterator[Wrong]:
    """Find what makes no sense in when a fee starts and ends."""
    if not 1 <= fee.first_month <= LONGEST_HORIZON:
        hint = _("Type 1 for the first month.")
        yield "first_month", InputError(_("Months count from 1."), hint=hint)
    if fee.last_month is not None and fee.last_month < fee.first_month:
        yield (
            "last_month",
            InputError(
                _("A fee cannot end before it starts."),
                hint=_("Type a last month that is not before the first one."),
            ),
        )
    if fee.free_months < 0:
        error = InputError(_("Free months cannot be below zero."), hint=_("Type 0 for none."))
        yield "free_months", error
    for field, months in (("last_month", fee.last_month or 1), ("free_months", fee.free_months)):
        if months > LONGEST_HORIZON:
            sentence = _("Nothing is computed beyond {count} months.")
            hint = _("Type at most {most}.").format(most=LONGEST_HORIZON)
            yield field, InputError(sentence.format(count=LONGEST_HORIZON), hint=hint)


def in_contact(contact: Contact) -> Iterator[Wrong]:
    """Find what makes no sense in the moments of a contact."""
    for field, earlier in _ORDER.items():
        moment: datetime | None = getattr(contact, field)
        for other in earlier:
            before: datetime | None = getattr(contact, other)
            if moment is not None and before is not None and _clock(moment) < _clock(before):
                yield (
                    field,
                    InputError(
                        _("{moment} is before {before}.").format(
                            moment=_said(moment), before=_said(before)
                        ),
                        hint=_("A contact is raised first, then replied to, begun and resolved."),
                    ),
                )
                break


def in_commitment(promise: Commitment) -> Iterator[Wrong]:
    """Find what makes no sense in a promise."""
    yield from _named("within_minutes", wrong_figure(promise.within_minutes))


def _clock(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=_HERE)


def _said(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _named(field: str, error: InputError | None) -> Iterator[Wrong]:
    if error is not None:
        yield field, error


def _first(field: str, figures: Iterable[float]) -> Iterator[Wrong]:
    """Give the first figure of a field with which nothing can be computed."""
    error = next(filter(None, map(wrong_figure, figures)), None)
    yield from _named(field, error)
