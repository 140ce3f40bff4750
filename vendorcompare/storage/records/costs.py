"""Fees and the volumes that multiply them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from vendorcompare.core.assessment import Billing, CostLine, Disclosure, Driver, Invoice, Nature
from vendorcompare.storage import schema
from vendorcompare.storage.records.base import Values, maybe, rows_of, text_of, text_values


def costs(connection: Connection) -> dict[str, Any]:
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
            for row in rows_of(connection, schema.driver)
        ),
        "cost_lines": tuple(_cost_line(row) for row in rows_of(connection, schema.cost_line)),
    }


def _cost_line(row: Any) -> CostLine:
    return CostLine(
        key=row.key,
        vendor=row.vendor,
        label=row.label,
        nature=Nature(row.nature),
        billing=Billing(row.billing),
        amount=None if row.amount is None else Decimal(row.amount),
        driver=row.driver,
        included_quantity=Decimal(row.included_quantity or 0),
        first_month=row.first_month,
        last_month=row.last_month,
        escalation=Decimal(row.escalation or 0),
        vat_rate=Decimal(row.vat_rate or 0),
        vat_included=bool(row.vat_included),
        invoice=Invoice(row.invoice),
        disclosure=Disclosure(row.disclosure),
        catalogue=row.catalogue,
    )


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
        "included_quantity": str(line.included_quantity),
        "first_month": line.first_month,
        "last_month": line.last_month,
        "escalation": str(line.escalation),
        "vat_rate": str(line.vat_rate),
        "vat_included": int(line.vat_included),
        "invoice": line.invoice.value,
        "disclosure": line.disclosure.value,
        "catalogue": line.catalogue,
    }
