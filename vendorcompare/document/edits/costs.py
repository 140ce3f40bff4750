"""Fees and the volumes that multiply them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from vendorcompare.core import sense
from vendorcompare.core.assessment import Assessment, CostLine, Disclosure, Driver
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.document.document import Document
from vendorcompare.document.edits.records import delete_all, put_all
from vendorcompare.i18n import N_, _
from vendorcompare.storage import records


def put_cost_lines(document: Document, lines: Sequence[CostLine], message: str = "") -> list[str]:
    """Replace fees and add those that have no key yet, as one step; return all keys."""
    for line in lines:
        _check(document, line)
    return put_all(document, records.COST_LINE, lines, "f", message or N_("Edit fee"))


def replace_cost_lines(
    document: Document, lines: Sequence[CostLine], gone: Sequence[str], message: str
) -> None:
    """Write some fees and delete others, as one step."""
    with document.change(message):
        put_cost_lines(document, lines)
        delete_cost_lines(document, gone)


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


def delete_cost_lines(document: Document, keys: Iterable[str]) -> int:
    """Delete fees; return how many."""
    return delete_all(document, records.COST_LINE, keys, N_("Delete fee"))


def put_drivers(document: Document, drivers: Sequence[Driver]) -> list[str]:
    """Replace volumes and add those that have no key yet, as one step; return all keys."""
    for driver in drivers:
        sense.require(sense.in_volume(driver))
    return put_all(document, records.DRIVER, drivers, "volume", N_("Edit volume"))


def delete_drivers(document: Document, keys: Iterable[str]) -> int:
    """Delete volumes and return how many; a fee that multiplies one stops the deletion."""
    wanted = set(keys)
    users = [line.label for line in document.assessment.cost_lines if line.driver in wanted]
    if users:
        raise InputError(
            _('The volume is used by the fee "{label}".').format(label=users[0]),
            hint=_("Choose another volume for that fee first."),
        )
    return delete_all(document, records.DRIVER, wanted, N_("Delete volume"))


def _check(document: Document, line: CostLine) -> None:
    sense.require(sense.in_fee(line))
    if line.driver is not None:
        known = {driver.key for driver in document.assessment.drivers}
        if line.driver not in known:
            raise InputError(
                _('There is no volume called "{key}".').format(key=line.driver),
                hint=_("Choose one of the volumes of the assessment, or add it first."),
            )
