"""The fields of a fee, as columns of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from vendorcompare.core import fee_terms, formats
from vendorcompare.core.assessment import Assessment, Billing, CostLine, Driver
from vendorcompare.core.errors import InputError
from vendorcompare.document.edits.costs import check_months
from vendorcompare.gui.fields.numbers import written
from vendorcompare.gui.grid.sheet_model import Column
from vendorcompare.gui.pages.costs import fee_words as words
from vendorcompare.gui.pages.costs.fee_words import folded, word
from vendorcompare.i18n import LANGUAGES, N_, _, language
from vendorcompare.storage.catalogues import usual_fees

FeeColumn = Column[CostLine]

#: Places of the columns that others refer to.
LABEL: Final = 0
AMOUNT: Final = 1
DRIVER: Final = 3


def fee_columns(given: Callable[[], Assessment]) -> tuple[FeeColumn, ...]:
    """Return the columns; `given` tells the assessment, whose volumes can be chosen."""
    return (
        FeeColumn(N_("Fee"), lambda f: f.label, lambda f: f.label, _named),
        _figure(N_("Amount"), _amount, lambda f: written(f.amount), _with_amount,
                N_("Price per period or per unit; leave it empty where the vendor gave none")),
        _kind(N_("Billed"), "billing", fee_terms.BILLINGS, Billing.MONTHLY,
              lambda fee: _with_only_volume(fee, given().drivers)),
        _driver_column(given),
        _figure(N_("Included units"), _quantity,
                lambda f: written(f.included_quantity or None),
                lambda f, t: replace(f, included_quantity=words.quantity_of(t)),
                N_("Volume per month that costs nothing extra")),
        _kind(N_("Kind"), "nature", fee_terms.NATURES),
        _kind(N_("Disclosure"), "disclosure", fee_terms.DISCLOSURES),
        _figure(N_("From month"), lambda f: str(f.first_month), lambda f: str(f.first_month),
                lambda f, t: _dated(replace(f, first_month=words.month_of(t) or 1))),
        _figure(N_("To month"), _last_month, _last_month,
                lambda f, t: _dated(replace(f, last_month=words.month_of(t))),
                N_("Empty: to the end")),
        _percent(N_("Yearly step"), "escalation",
                 N_("By how much the price rises after every twelve months")),
        _percent(N_("VAT"), "vat_rate", N_("Rate of the value-added tax")),
        FeeColumn(N_("VAT included"), lambda f: words.yes_word(f.vat_included),
                  lambda f: words.yes_word(f.vat_included),
                  lambda f, t: replace(f, vat_included=words.yes_of(t) if t.strip() else True),
                  lambda: [_(each) for each in words.YES_NO]),
        _kind(N_("Invoice"), "invoice", fee_terms.INVOICES, list(fee_terms.INVOICES)[1],
              explained=N_("Only a special VAT invoice lets the buyer deduct the tax")),
        FeeColumn(N_("Usual extra"), _extra, _extra, _with_extra,
                  lambda: [each.name.get(language()) for each in usual_fees()],
                  explained=N_("Which of the usual extras this fee answers")),
    )  # fmt: skip


def volume_name(driver: Driver) -> str:
    """Return what a volume is called."""
    return driver.name.get(language()) or driver.key


def _figure(
    head: str,
    shown: Callable[[CostLine], str],
    typed: Callable[[CostLine], str],
    changed: Callable[[CostLine, str], CostLine],
    explained: str = "",
) -> FeeColumn:
    return FeeColumn(head, shown, typed, changed, is_figure=True, explained=explained)


def _percent(head: str, field: str, explained: str) -> FeeColumn:
    def shown(fee: CostLine) -> str:
        rate: Decimal = getattr(fee, field)
        return f"{written(rate * 100)}%" if rate else ""

    def changed(fee: CostLine, text: str) -> CostLine:
        values: dict[str, Any] = {field: words.percent_of(text)}
        return replace(fee, **values)

    return _figure(head, shown, shown, changed, explained)


def _kind(
    head: str,
    field: str,
    names: Mapping[StrEnum, str],
    default: StrEnum | None = None,
    then: Callable[[CostLine], CostLine] | None = None,
    explained: str = "",
) -> FeeColumn:
    """Return a column in which a kind is chosen; emptied it is the usual kind."""
    usual = default or next(iter(names))

    def shown(fee: CostLine) -> str:
        return word(names, getattr(fee, field))

    def changed(fee: CostLine, text: str) -> CostLine:
        values: dict[str, Any] = {field: words.kind_of(names, text) if text.strip() else usual}
        made = replace(fee, **values)
        return then(made) if then is not None else made

    choices = lambda: [_(name) for name in names.values()]  # noqa: E731
    return FeeColumn(head, shown, shown, changed, choices, explained=explained)


def _driver_column(given: Callable[[], Assessment]) -> FeeColumn:
    def name_of(fee: CostLine) -> str:
        found = (volume_name(d) for d in given().drivers if d.key == fee.driver)
        return next(found, "")

    def shown(fee: CostLine) -> str:
        return name_of(fee) if fee.billing.by_volume else ""

    def changed(fee: CostLine, text: str) -> CostLine:
        return replace(fee, driver=_driver_of(given().drivers, text))

    def choices() -> Sequence[str]:
        return [volume_name(driver) for driver in given().drivers]

    return FeeColumn(
        N_("Volume"), shown, name_of, changed, choices,
        explained=N_("What a fee per unit or per hour is multiplied by"),
    )  # fmt: skip


def _driver_of(drivers: Sequence[Driver], text: str) -> str | None:
    typed = folded(text)
    if not typed:
        return None
    for driver in drivers:
        if typed in {folded(driver.key), *(folded(driver.name.get(lang)) for lang in LANGUAGES)}:
            return driver.key
    raise InputError(
        _('There is no volume called "{key}".').format(key=text.strip()),
        hint=_("Choose one of the volumes of the assessment, or add it first."),
    )


def _with_only_volume(fee: CostLine, drivers: Sequence[Driver]) -> CostLine:
    """Let a fee by volume multiply the only volume there is: no other can be meant."""
    if fee.billing.by_volume and fee.driver is None and len(drivers) == 1:
        return replace(fee, driver=drivers[0].key)
    return fee


def _named(fee: CostLine, text: str) -> CostLine:
    label = " ".join(text.split())
    if not label and fee.key:
        raise InputError(
            _("A fee needs a name."), hint=_("To delete the fee, select its row and press Delete.")
        )
    return replace(fee, label=label)


def _amount(fee: CostLine) -> str:
    return "" if fee.amount is None else f"{fee.amount:,f}"


def _with_amount(fee: CostLine, text: str) -> CostLine:
    return replace(fee, amount=words.money_of(text))


def _quantity(fee: CostLine) -> str:
    if fee.included_quantity is None:
        return _("not known")
    return formats.quantity(fee.included_quantity) if fee.included_quantity else ""


def _last_month(fee: CostLine) -> str:
    return str(fee.last_month or "")


def _dated(fee: CostLine) -> CostLine:
    check_months(fee)
    return fee


def _extra(fee: CostLine) -> str:
    found = (each.name.get(language()) for each in usual_fees() if each.key == fee.catalogue)
    return next(found, fee.catalogue or "")


def _with_extra(fee: CostLine, text: str) -> CostLine:
    typed = folded(text)
    if not typed:
        return replace(fee, catalogue=None)
    for each in usual_fees():
        if typed in {folded(each.key), *(folded(each.name.get(lang)) for lang in LANGUAGES)}:
            return replace(fee, catalogue=each.key)
    if fee.catalogue and typed == folded(fee.catalogue):
        return fee
    raise InputError(
        _('"{text}" is none of the usual extras.').format(text=text.strip()),
        hint=_("Choose one from the list, or leave the cell empty."),
    )
