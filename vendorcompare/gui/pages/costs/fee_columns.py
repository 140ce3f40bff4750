"""The fields of a fee, as columns of a grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Final

from vendorcompare.core import fee_terms, formats
from vendorcompare.core.assessment import Assessment, CostLine, Driver
from vendorcompare.document.reader.fees import with_cell
from vendorcompare.document.reader.numbers import written
from vendorcompare.gui.grid.record_model import Column
from vendorcompare.gui.pages.costs import fee_words as words
from vendorcompare.gui.pages.costs.fee_words import word
from vendorcompare.i18n import N_, _, language
from vendorcompare.storage.library.catalogues import usual_fees

FeeColumn = Column[CostLine]
Given = Callable[[], Assessment]

#: Places of the columns that others refer to.
LABEL: Final = 0
AMOUNT: Final = 1
DRIVER: Final = 3
QUANTITY: Final = 4
VAT: Final = 12


def fee_columns(given: Given) -> tuple[FeeColumn, ...]:
    """Return the columns; `given` tells the assessment, whose volumes can be chosen."""
    return (
        FeeColumn(N_("Fee"), lambda f: f.label, lambda f: f.label, _taken(given, "label"),
                  "label"),
        _figure(given, N_("Amount"), "amount", _amount, _typed_amount,
                N_("Price per period or per unit; leave it empty where the vendor gave none")),
        _kind(given, N_("Billed"), "billing", fee_terms.BILLINGS),
        _driver_column(given),
        _figure(given, N_("Included units"), "included_quantity",
                _quantity,
                lambda f: written(f.included_quantity or None),
                N_("Volume per month that costs nothing extra")),
        _kind(given, N_("Kind"), "nature", fee_terms.NATURES),
        _kind(given, N_("Disclosure"), "disclosure", fee_terms.DISCLOSURES),
        _yes_no(given, N_("Taken off"), "credit", N_("Yes for a discount: it makes the bill less")),
        _figure(given, N_("From month"), "first_month",
                lambda f: str(f.first_month), lambda f: str(f.first_month)),
        _figure(given, N_("To month"), "last_month", _last_month, _last_month,
                N_("Empty: to the end")),
        _figure(given, N_("Free months"), "free_months", _free_months, _free_months,
                N_("Months at the start that are not paid")),
        _percent(given, N_("Yearly step"), "escalation",
                 N_("By how much the price rises after every twelve months")),
        _percent(given, N_("VAT"), "vat_rate", N_("Rate of the value-added tax")),
        _yes_no(given, N_("VAT included"), "vat_included"),
        _kind(given, N_("Invoice"), "invoice", fee_terms.INVOICES,
              N_("Only a special VAT invoice lets the buyer deduct the tax")),
        FeeColumn(N_("Usual extra"), _extra, _extra, _taken(given, "catalogue"), "catalogue",
                  lambda: [each.name.get(language()) for each in usual_fees()],
                  explained=N_("Which of the usual extras this fee answers")),
    )  # fmt: skip


def volume_name(driver: Driver) -> str:
    """Return what a volume is called."""
    return driver.name.get(language()) or driver.key


def _taken(given: Given, field: str) -> Callable[[CostLine, str], CostLine]:
    return lambda fee, text: with_cell(given(), fee, field, text)


def _figure(
    given: Given,
    head: str,
    field: str,
    shown: Callable[[CostLine], str],
    typed: Callable[[CostLine], str],
    explained: str = "",
) -> FeeColumn:
    return FeeColumn(
        head, shown, typed, _taken(given, field), field, is_figure=True, explained=explained
    )


def _percent(given: Given, head: str, field: str, explained: str) -> FeeColumn:
    def shown(fee: CostLine) -> str:
        rate: Decimal | None = getattr(fee, field)
        is_usual = rate is None or (field == "escalation" and not rate)
        return "" if rate is None or is_usual else f"{written(rate * 100)}%"

    return _figure(given, head, field, shown, shown, explained)


def _kind(
    given: Given, head: str, field: str, names: Mapping[StrEnum, str], explained: str = ""
) -> FeeColumn:
    """Return a column in which a kind is chosen; emptied it is the usual kind."""

    def shown(fee: CostLine) -> str:
        return word(names, getattr(fee, field))

    choices = lambda: [_(name) for name in names.values()]  # noqa: E731
    return FeeColumn(head, shown, shown, _taken(given, field), field, choices, explained=explained)


def _yes_no(given: Given, head: str, field: str, explained: str = "") -> FeeColumn:
    def shown(fee: CostLine) -> str:
        return words.yes_word(getattr(fee, field))

    choices = lambda: [_(each) for each in words.YES_NO]  # noqa: E731
    return FeeColumn(head, shown, shown, _taken(given, field), field, choices, explained=explained)


def _driver_column(given: Given) -> FeeColumn:
    def name_of(fee: CostLine) -> str:
        found = (volume_name(d) for d in given().drivers if d.key == fee.driver)
        return next(found, "")

    def shown(fee: CostLine) -> str:
        return name_of(fee) if fee.billing.by_volume else ""

    def choices() -> Sequence[str]:
        return [volume_name(driver) for driver in given().drivers]

    return FeeColumn(
        N_("Volume"), shown, name_of, _taken(given, "driver"), "driver", choices,
        explained=N_("What a fee per unit, event or hour is multiplied by"),
    )  # fmt: skip


def _amount(fee: CostLine) -> str:
    """Write a price; a credit is taken off."""
    sign = "−" if fee.credit else ""
    return "" if fee.amount is None else f"{sign}{fee.amount:,f}"


def _typed_amount(fee: CostLine) -> str:
    amount = written(fee.amount)
    return _("less {amount}").format(amount=amount) if fee.credit and amount else amount


def _quantity(fee: CostLine) -> str:
    if fee.included_quantity is None:
        return _("not known")
    return formats.quantity(fee.included_quantity) if fee.included_quantity else ""


def _free_months(fee: CostLine) -> str:
    return str(fee.free_months or "")


def _last_month(fee: CostLine) -> str:
    return str(fee.last_month or "")


def _extra(fee: CostLine) -> str:
    found = (each.name.get(language()) for each in usual_fees() if each.key == fee.catalogue)
    return next(found, fee.catalogue or "")
