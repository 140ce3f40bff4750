"""Fees and the volumes that multiply them."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from vendorcompare.core.assessment import Billing, CostLine, Disclosure, Driver, Invoice, Nature
from vendorcompare.storage import schema
from vendorcompare.storage.records.base import Values, maybe, rows_of, text_of, text_values
from vendorcompare.storage.store import Transaction


def costs(transaction: Transaction) -> dict[str, Any]:
    """Read the volumes and the fees."""
    return {
        "drivers": tuple(
            Driver(
                key=row.key,
                low=Decimal(row.low or 0),
                likely=Decimal(row.likely or 0),
                high=Decimal(row.high or 0),
                name=text_of(row, "name"),
            )
            for row in rows_of(transaction, schema.driver)
        ),
        "cost_lines": tuple(_cost_line(row) for row in rows_of(transaction, schema.cost_line)),
    }


def _cost_line(row: Any) -> CostLine:
    return CostLine(
        key=row.key,
        vendor=row.vendor,
        label=row.label,
        nature=Nature(row.nature),
        billing=Billing(row.billing),
        amount=_maybe_decimal(row.amount),
        driver=row.driver,
        included_quantity=_maybe_decimal(row.included_quantity),
        first_month=row.first_month,
        last_month=row.last_month,
        free_months=row.free_months,
        credit=bool(row.credit),
        escalation=Decimal(row.escalation or 0),
        vat_rate=Decimal(row.vat_rate or 0),
        vat_included=bool(row.vat_included),
        invoice=Invoice(row.invoice),
        disclosure=Disclosure(row.disclosure),
        catalogue=row.catalogue,
        unread=_unread(row.unread),
    )


def _maybe_decimal(kept: str | None) -> Decimal | None:
    return None if kept is None else Decimal(kept or 0)


def _unread(kept: str) -> tuple[tuple[str, str], ...]:
    """Return field and text of every entry that was not understood; they are kept as JSON."""
    return tuple((str(field), str(text)) for field, text in json.loads(kept or "{}").items())


def driver_values(driver: Driver) -> Values:
    """Return the columns of a volume."""
    return {
        **text_values("name", driver.name),
        "low": str(driver.low),
        "likely": str(driver.likely),
        "high": str(driver.high),
    }


def cost_line_values(line: CostLine) -> Values:
    """Return the columns of a fee."""
    return {
        "vendor": line.vendor,
        "label": line.label,
        "nature": line.nature.value,
        "billing": line.billing.value,
        "amount": maybe(line.amount),
        "driver": line.driver,
        "included_quantity": maybe(line.included_quantity),
        "first_month": line.first_month,
        "last_month": line.last_month,
        "free_months": line.free_months,
        "credit": int(line.credit),
        "escalation": str(line.escalation),
        "vat_rate": str(line.vat_rate),
        "vat_included": int(line.vat_included),
        "invoice": line.invoice.value,
        "disclosure": line.disclosure.value,
        "catalogue": line.catalogue,
        "unread": json.dumps(dict(line.unread), ensure_ascii=False) if line.unread else "",
    }
