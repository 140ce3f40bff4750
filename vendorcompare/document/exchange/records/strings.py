"""What text means in an interchange document where a figure or a choice is expected.

Scripts write exact figures. People who fill in such a document by hand write 1,200, 5分钟 or
200元/月, which means the same here as in a cell of a grid; what can mean several things is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeVar

from pydantic import BaseModel, BeforeValidator, ValidationInfo

from vendorcompare.core.assessment import Billing, CostLine
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import STATE_NAMES, State
from vendorcompare.core.text import Text
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.fees import with_price
from vendorcompare.document.reader.numbers import number_of, whole_number_of
from vendorcompare.document.reader.prices import amount_of, price_of
from vendorcompare.document.reader.results import USUAL, Habits
from vendorcompare.document.reader.scores import read_score
from vendorcompare.document.reader.shares import percent_of
from vendorcompare.document.reader.times import duration_of
from vendorcompare.i18n import _

_USUAL: Final = CostLine("", "", "")
_SAID_BESIDE: Final = ("billing", "vat_included", "credit", "disclosure")

Rated = TypeVar("Rated", bound=BaseModel)

_PER_CENT: Final = ("%", "％", "百分之", "个点")


def habits_in(info: ValidationInfo) -> Habits:
    """Return how figures are written in the document that is being read."""
    return info.context if isinstance(info.context, Habits) else USUAL


def figure(read: Callable[[str, Habits], Any]) -> BeforeValidator:
    """Let text stand for a figure as it does in a cell; anything else is left to the field."""

    def understood(written: Any, info: ValidationInfo) -> Any:
        if not isinstance(written, str):
            return written
        try:
            found = read(written, habits_in(info))
        except InputError as error:
            raise ValueError(error.sentences) from None
        return format(found, "f") if isinstance(found, Decimal) else found

    return BeforeValidator(understood)


def choice(kinds: type[StrEnum] | None, read: Callable[[str], Any]) -> BeforeValidator:
    """Let words that people use stand for a choice; unknown ones are left to the field."""

    def understood(written: Any) -> Any:
        if not isinstance(written, str) or (kinds is not None and written in set(kinds)):
            return written
        try:
            found = read(written)
        except InputError:
            return written
        return written if found is None else found

    return BeforeValidator(understood)


def amount(text: str, habits: Habits) -> Decimal | None:
    """Read an amount of money."""
    return amount_of(text, habits)


def share(text: str, habits: Habits) -> Decimal | None:
    """Read a share of one, which may be written in per cent."""
    if any(sign in text for sign in _PER_CENT):
        found = percent_of(text, habits)
        return None if found is None else found / 100
    return number_of(text, habits)


def float_share(text: str, habits: Habits) -> float | None:
    """Read a share that need not be exact."""
    found = share(text, habits)
    return None if found is None else float(found)


def minutes(text: str, habits: Habits) -> float | None:
    """Read a time in minutes."""
    return duration_of(text, Text.same("min"), habits)


def plain_number(text: str, habits: Habits) -> float | None:
    """Read a number that need not be exact."""
    found = number_of(text, habits)
    return None if found is None else float(found)


def whole(text: str, habits: Habits) -> int | None:
    """Read a whole number."""
    return whole_number_of(text)


def priced(entries: Any, habits: Habits) -> Any:
    """Return the entries of a fee with all that its price says: 200元/月 is also how it is paid.

    A price that is none is left to the field of the amount.

    Raises:
        ValueError: the price is billed in another way than is said beside it.
    """
    text = entries.get("amount") if isinstance(entries, dict) else None
    if not isinstance(text, str):
        return entries
    try:
        price = price_of(text, habits)
        line = with_price(_USUAL, price, text)
    except InputError:
        return entries
    if price is not None and price.billing is not None and _differs(entries, price.billing):
        raise ValueError(_("The price is billed in another way than it is paid."))
    said = {name: getattr(line, name) for name in _SAID_BESIDE}
    found = {name: value for name, value in said.items() if value != getattr(_USUAL, name)}
    exact = None if line.amount is None else format(line.amount, "f")
    return {**found, **entries, "amount": exact}


def _differs(entries: Mapping[str, Any], billing: Billing) -> bool:
    """Tell whether a fee says that it is billed in another way."""
    try:
        said = billing_of(str(entries.get("billing", "")))
    except InputError:
        return False  # the field itself refuses it
    return said not in (None, billing)


def scored(record: Rated, criterion: Criterion, habits: Habits) -> Rated:
    """Return a score whose value is the figure that its text stands for.

    Raises:
        InputError: the text is no score of the criterion.
    """
    value = getattr(record, "value", None)
    if not isinstance(value, str) or criterion.measure is Measure.TEXT:
        return record
    score = read_score(criterion, value, habits)
    known: dict[str, Any] = {"value": score.value}
    if score.state is State.NOT_APPLICABLE:
        known["state"] = STATE_NAMES[score.state]
    return record.model_copy(update=known)
