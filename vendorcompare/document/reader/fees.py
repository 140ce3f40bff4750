"""What people write into the cells of a fee."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Invoice,
    Nature,
)
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded, tidied
from vendorcompare.core.sense import in_months, require
from vendorcompare.core.text import Text
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.characters import plain
from vendorcompare.document.reader.days import month_of
from vendorcompare.document.reader.numbers import not_a_number, number_of, written
from vendorcompare.document.reader.prices import Price, PriceNote, price_of
from vendorcompare.document.reader.results import NOT_KNOWN, USUAL, Habits, inexact, short
from vendorcompare.document.reader.shares import rate_of, tax_of
from vendorcompare.document.reader.words import (
    disclosure_of,
    free_months_of,
    invoice_of,
    nature_of,
    vat_included_of,
    yes_of,
)
from vendorcompare.i18n import LANGUAGES, _
from vendorcompare.storage.library.catalogues import usual_fees

#: Takes a text into one field of a fee.
Taker = Callable[[Assessment, CostLine, str, Habits], CostLine]

#: The service itself, which no extra is called after.
_MAIN_SERVICE: Final = re.compile(
    r"(?:记账|代账|做账|bookkeeping)(?:报税|服务|[年月季]?费用?|套餐|fee|service)*$"
)
_IN_BRACKETS: Final = re.compile(r"[(\[][^)\]]*[)\]]")
#: Stands around what a volume counts.
_BESIDE_NOUN: Final = re.compile(
    r"^(?:每月|每年|月均|年均|numberof|monthly)|(?:数量|数|量|permonth|amonth|s)$"
)
#: Billings that leave open what is counted.
_ANY_UNIT: Final = frozenset(
    map(folded, ("per unit", "per_unit", "按量", "按用量", "按数量", "按单量"))
)
_MONTHS: Final = {
    Billing.MONTHLY: 1,
    Billing.QUARTERLY: 3,
    Billing.HALF_YEARLY: 6,
    Billing.YEARLY: 12,
}


def with_cell(
    given: Assessment, fee: CostLine, field: str, text: str, habits: Habits | None = None
) -> CostLine:
    """Return a fee with what was written into one of its cells; emptied it is as usual.

    A price such as 200元/月 also says how it is billed and whether VAT is in it. `habits` are
    those of a table that writes figures in its own way.

    Raises:
        Ambiguous: the text can mean several things.
        InputError: it does not fit.
    """
    return _TAKERS[field](given, fee, text, habits or habits_of(given)).without_unread(field)


def with_payment(
    given: Assessment,
    fee: CostLine,
    field: str,
    text: str,
    cells: Mapping[str, str],
    habits: Habits | None = None,
) -> CostLine:
    """Return a fee with one of its cells, where the others may say something of payment too.

    200元/月 that is paid by the year is 2,400 a year.
    """
    if field != "billing":
        return with_cell(given, fee, field, text, habits)
    said = billing_said(cells.get("amount", ""), habits or habits_of(given))
    paid = billing_of(text)
    if said is None or paid is None or said is paid:
        return with_cell(given, fee, field, text, habits)
    if fee.amount is None or fee.amount == 0:
        return fee
    if said.by_volume and paid is Billing.PER_EVENT:
        return fee  # 5元/张, paid as it comes up
    if said not in _MONTHS or paid not in _MONTHS or _MONTHS[paid] < _MONTHS[said]:
        raise InputError(_("The price is billed in another way than it is paid."))
    return replace(fee, billing=paid, amount=fee.amount * (_MONTHS[paid] // _MONTHS[said]))


def billing_said(text: str, habits: Habits) -> Billing | None:
    """Return how often a price falls due that says so itself, as 200元/月 does."""
    try:
        price = price_of(text, habits)
    except InputError:
        return None
    return None if price is None else price.billing


def quantity_of(text: str, habits: Habits = USUAL) -> Decimal:
    """Read a volume; nothing typed is none."""
    number = number_of(text, habits)
    if number is not None and number < 0:
        raise not_a_number(text)
    return number or Decimal(0)


def habits_of(given: Assessment) -> Habits:
    """Return how figures are written in an assessment."""
    return Habits(currency=given.currency)


def with_price(fee: CostLine, price: Price | None, text: str) -> CostLine:
    """Return a fee with a price and all that is said beside it."""
    if price is None:
        return replace(fee, amount=None)
    if price.remark is PriceNote.FROM:
        raise inexact(text, (written(price.amount),))
    if price.remark is PriceNote.NEGOTIABLE:
        return replace(fee, amount=None, disclosure=Disclosure.ON_REQUEST)
    said = {"billing": price.billing, "vat_included": price.vat_included}
    known = {field: value for field, value in said.items() if value is not None}
    credit = price.credit or fee.credit
    return replace(fee, amount=price.amount, credit=credit, **known)  # type: ignore[arg-type]


def driver_of(drivers: Sequence[Driver], text: str) -> str | None:
    """Return the key of the volume that a text names, None for nothing typed."""
    if not folded(text):
        return None
    for driver in drivers:
        if folded(text) in _names(driver.key, driver.name):
            return driver.key
    raise InputError(
        _('There is no volume called "{key}".').format(key=short(text)),
        hint=_("Choose one of the volumes of the assessment, or add it first."),
    )


def extra_named(label: str) -> str | None:
    """Return the key of the usual extra that a fee is called after, None for any other fee."""
    name = folded(label)
    if _MAIN_SERVICE.search(_IN_BRACKETS.sub("", name)):
        return None
    found = {each.key: len(word) for each in usual_fees() for word in each.words if word in name}
    return max(found, key=found.__getitem__, default=None)


def _label(given: Assessment, fee: CostLine, text: str, _habits: Habits) -> CostLine:
    label = tidied(text)
    if not label and fee.key:
        raise InputError(
            _("A fee needs a name."), hint=_("To delete the fee, select its row and press Delete.")
        )
    return replace(fee, label=label, catalogue=fee.catalogue if fee.key else extra_named(label))


def _amount(given: Assessment, fee: CostLine, text: str, habits: Habits) -> CostLine:
    priced = with_price(fee, price_of(text, habits), text)
    return _by_volume(priced, given.drivers, text)


def _billing(given: Assessment, fee: CostLine, text: str, _habits: Habits) -> CostLine:
    billed = replace(fee, billing=billing_of(text) or Billing.MONTHLY)
    return _by_volume(billed, given.drivers, text)


def _by_volume(fee: CostLine, drivers: Sequence[Driver], text: str) -> CostLine:
    """Let a fee by volume vary, and multiply the volume that is named or clearly meant.

    A visit is no voucher: where what is counted is named, only a volume of it will do.
    """
    if not fee.billing.by_volume:
        return fee
    if fee.nature is Nature.FIXED:
        fee = replace(fee, nature=Nature.VARIABLE)
    if fee.driver is not None:
        return fee
    said = folded(f"{text} {fee.label}")
    meant = [each for each in drivers if any(noun in said for noun in _nouns(each))]
    if not meant and len(drivers) == 1 and folded(text) in _ANY_UNIT:
        meant = list(drivers)
    return replace(fee, driver=meant[0].key) if len(meant) == 1 else fee


def _nouns(driver: Driver) -> set[str]:
    """Return what a volume counts: 凭证 of 每月凭证数."""
    names = (driver.name.get(language) for language in LANGUAGES)
    nouns = (_BESIDE_NOUN.sub("", folded(name)) for name in names)
    return {noun for noun in nouns if len(noun) > 1}


def _dated(fee: CostLine) -> CostLine:
    require(in_months(fee))
    return fee


def _catalogue(given: Assessment, fee: CostLine, text: str, _habits: Habits) -> CostLine:
    typed = folded(text)
    if not typed:
        return replace(fee, catalogue=None)
    for each in usual_fees():
        if typed in _names(each.key, each.name):
            return replace(fee, catalogue=each.key)
    if fee.catalogue and typed == folded(fee.catalogue):
        return fee
    raise InputError(
        _('"{text}" is none of the usual extras.').format(text=short(text)),
        hint=_("Choose one from the list, or leave the cell empty."),
    )


def _credit(given: Assessment, fee: CostLine, text: str, _habits: Habits) -> CostLine:
    return replace(fee, credit=bool(yes_of(text)))


def _vat_included(given: Assessment, fee: CostLine, text: str, _habits: Habits) -> CostLine:
    found = vat_included_of(text)
    return replace(fee, vat_included=True if found is None else found)


def _names(key: str, name: Text) -> set[str]:
    words: Iterable[str] = (key, *(name.get(language) for language in LANGUAGES))
    return set(map(folded, words))


_TAKERS: Final[Mapping[str, Taker]] = {
    "label": _label,
    "amount": _amount,
    "billing": _billing,
    "driver": lambda given, fee, text, habits: replace(fee, driver=driver_of(given.drivers, text)),
    "included_quantity": lambda given, fee, text, habits: replace(
        fee, included_quantity=None if plain(text) in NOT_KNOWN else quantity_of(text, habits)
    ),
    "free_months": lambda given, fee, text, habits: replace(
        fee, free_months=free_months_of(text) or 0
    ),
    "nature": lambda given, fee, text, habits: replace(fee, nature=nature_of(text) or Nature.FIXED),
    "disclosure": lambda given, fee, text, habits: replace(
        fee, disclosure=disclosure_of(text) or Disclosure.QUOTED
    ),
    "first_month": lambda given, fee, text, habits: _dated(
        replace(fee, first_month=month_of(text) or 1)
    ),
    "last_month": lambda given, fee, text, habits: _dated(replace(fee, last_month=month_of(text))),
    "escalation": lambda given, fee, text, habits: replace(
        fee, escalation=rate_of(text, habits) or Decimal(0)
    ),
    "vat_rate": lambda given, fee, text, habits: replace(fee, vat_rate=tax_of(text, habits)),
    "vat_included": _vat_included,
    "credit": _credit,
    "invoice": lambda given, fee, text, habits: replace(
        fee, invoice=invoice_of(text) or Invoice.ORDINARY
    ),
    "catalogue": _catalogue,
}
