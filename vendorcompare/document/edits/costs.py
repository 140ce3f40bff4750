"""Fees and the volumes that multiply them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from vendorcompare.core.assessment import Assessment, CostLine, Disclosure, Driver
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.document.document import Document
from vendorcompare.document.edits.keys import new_key
from vendorcompare.i18n import N_, _
from vendorcompare.storage import records, schema


def add_cost_line(document: Document, line: CostLine) -> str:
    """Add a fee after the last one and return its key."""
    line = replace(line, key=line.key or new_key("f"))
    _check(document, line)
    with document.change(N_("Add fee")) as recorder:
        records.COST_LINE.append(recorder, line)
    return line.key


def change_cost_line(document: Document, line: CostLine) -> None:
    """Replace a fee."""
    _check(document, line)
    with document.change(N_("Edit fee"), merge=("cost_line", line.key)) as recorder:
        records.COST_LINE.put(recorder, line)


def put_cost_lines(document: Document, lines: Sequence[CostLine], message: str = "") -> list[str]:
    """Replace fees and add those that have no key yet, as one step; return all keys."""
    keyed = [replace(line, key=line.key or new_key("f")) for line in lines]
    for line in keyed:
        _check(document, line)
    with document.change(message or N_("Edit fee")) as recorder:
        place = recorder.next_position(schema.cost_line)
        for line, given in zip(keyed, lines, strict=True):
            if given.key:
                records.COST_LINE.put(recorder, line)
            else:
                records.COST_LINE.put(recorder, line, position=place)
                place += 1
    return [line.key for line in keyed]


def replace_cost_lines(
    document: Document, lines: Sequence[CostLine], gone: Sequence[str], message: str
) -> None:
    """Write some fees and delete others, as one step."""
    with document.change(message):
        put_cost_lines(document, lines)
        delete_cost_lines(document, list(gone))


def add_for_every_vendor(document: Document, line: CostLine) -> list[str]:
    """Ask every vendor for a fee that has none of the same name yet; return the new keys.

    What one vendor charges says nothing of another: price, free volume and taxes stay open.
    """
    given = document.assessment
    have = {folded(each.vendor + each.label) for each in given.cost_lines}
    wanted = [
        asked_of(given, line, vendor.key)
        for vendor in given.vendors
        if folded(vendor.key + line.label) not in have
    ]
    return put_cost_lines(document, wanted, N_("Add fee for every vendor"))


def asked_of(given: Assessment, line: CostLine, vendor: str) -> CostLine:
    """Return the fee of one vendor as a question to another."""
    return with_usual_taxes(
        given,
        CostLine(
            "", vendor, line.label, line.nature, line.billing,
            driver=line.driver, catalogue=line.catalogue,
            included_quantity=None if line.billing.by_volume else Decimal(0),
            disclosure=Disclosure.NOT_MENTIONED,
        ),
    )  # fmt: skip


def with_usual_taxes(given: Assessment, line: CostLine) -> CostLine:
    """Return a new fee with the VAT and the invoice that its vendor's last fee has."""
    known = given.lines_of(line.vendor)
    if not known:
        return line
    last = known[-1]
    return replace(
        line, vat_rate=last.vat_rate, vat_included=last.vat_included, invoice=last.invoice
    )


def spread_taxes(document: Document, line: CostLine) -> int:
    """Give all fees of a vendor the VAT and the invoice of one of them; return how many differ."""
    taxes = {
        "vat_rate": line.vat_rate,
        "vat_included": line.vat_included,
        "invoice": line.invoice,
    }
    lines = document.assessment.lines_of(line.vendor)
    wanted = [replace(each, **taxes) for each in lines]  # type: ignore[arg-type]
    differing = [new for new, old in zip(wanted, lines, strict=True) if new != old]
    put_cost_lines(document, differing, N_("Same VAT and invoice for a vendor"))
    return len(differing)


def duplicate_cost_lines(document: Document, keys: Iterable[str]) -> list[str]:
    """Add a copy of each fee at the end of its vendor's; return the new keys."""
    wanted = set(keys)
    copies = [
        replace(line, key="") for line in document.assessment.cost_lines if line.key in wanted
    ]
    return put_cost_lines(document, copies, N_("Duplicate fee"))


def delete_cost_lines(document: Document, keys: list[str]) -> None:
    """Delete fees."""
    with document.change(N_("Delete fee")) as recorder:
        for key in keys:
            recorder.delete(schema.cost_line, key)


def add_driver(document: Document, driver: Driver) -> str:
    """Add a volume and return its key."""
    driver = replace(driver, key=driver.key or new_key("volume"))
    _check_volume(driver)
    with document.change(N_("Add volume")) as recorder:
        records.DRIVER.append(recorder, driver)
    return driver.key


def change_driver(document: Document, driver: Driver) -> None:
    """Replace a volume."""
    _check_volume(driver)
    with document.change(N_("Edit volume"), merge=("driver", driver.key)) as recorder:
        records.DRIVER.put(recorder, driver)


def put_drivers(document: Document, drivers: Sequence[Driver]) -> list[str]:
    """Replace volumes and add those that have no key yet, as one step; return all keys."""
    with document.change(N_("Edit volume")):
        keys = []
        for driver in drivers:
            if driver.key:
                change_driver(document, driver)
            keys.append(driver.key or add_driver(document, driver))
    return keys


def delete_driver(document: Document, key: str) -> None:
    """Delete a volume; a fee that multiplies it stops the deletion."""
    users = [line.label for line in document.assessment.cost_lines if line.driver == key]
    if users:
        raise InputError(
            _('The volume is used by the fee "{label}".').format(label=users[0]),
            hint=_("Choose another volume for that fee first."),
        )
    with document.change(N_("Delete volume")) as recorder:
        recorder.delete(schema.driver, key)


def check_amount(line: CostLine) -> None:
    """Raise InputError unless the amount of a fee, if known, is a number of zero or more."""
    if line.amount is None:
        return
    if not line.amount.is_finite():
        raise InputError(_("A fee must be an amount of money."), hint=_("Type a number."))
    if line.amount < 0:
        raise InputError(
            _("A fee cannot be below zero."),
            hint=_("Type the amount of a discount without a sign, and choose Yes under Taken off."),
        )


def check_months(line: CostLine) -> None:
    """Raise InputError unless a fee starts at the start or later, and does not end before."""
    if line.first_month < 1:
        raise InputError(_("Months count from 1."), hint=_("Type 1 for the first month."))
    if line.last_month is not None and line.last_month < line.first_month:
        raise InputError(
            _("A fee cannot end before it starts."),
            hint=_("Type a last month that is not before the first one."),
        )
    if line.free_months < 0:
        raise InputError(_("Free months cannot be below zero."), hint=_("Type 0 for none."))


def _check_volume(driver: Driver) -> None:
    if min(driver.low, driver.likely, driver.high) < 0:
        raise InputError(_("A volume cannot be negative."), hint=_("Type 0 or more."))


def _check(document: Document, line: CostLine) -> None:
    check_amount(line)
    check_months(line)
    if line.driver is not None:
        known = {driver.key for driver in document.assessment.drivers}
        if line.driver not in known:
            raise InputError(
                _('There is no volume called "{key}".').format(key=line.driver),
                hint=_("Choose one of the volumes of the assessment, or add it first."),
            )
