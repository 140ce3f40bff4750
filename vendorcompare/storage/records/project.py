"""The assessment's own row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from vendorcompare.core.assessment import Assessment
from vendorcompare.storage import schema
from vendorcompare.storage.records.base import Values, maybe
from vendorcompare.storage.store import Transaction, is_owned


def project(transaction: Transaction) -> dict[str, Any]:
    """Read the buyer, the horizon and the rest of the assessment's own row."""
    own, identity = schema.assessment, schema.identity
    row = transaction.execute(select(own).where(is_owned(own))).one()
    origin = select(identity.c.origin).where(is_owned(identity))
    return {
        "origin": transaction.execute(origin).scalar_one(),
        "title": row.title,
        "buyer": row.buyer,
        "currency": row.currency or "CNY",
        "horizon_months": row.horizon_months,
        "discount_rate": Decimal(row.discount_rate or "0.05"),
        "start": date.fromisoformat(row.start) if row.start else None,
        "buyer_recovers_vat": bool(row.buyer_recovers_vat),
        "budget_monthly": Decimal(row.budget_monthly) if row.budget_monthly else None,
        "template": row.template,
        "note": row.note,
    }


def project_values(assessment: Assessment) -> Values:
    """Return the columns of the assessment's own row."""
    return {
        "title": assessment.title,
        "buyer": assessment.buyer,
        "currency": assessment.currency,
        "horizon_months": assessment.horizon_months,
        "discount_rate": str(assessment.discount_rate),
        "start": assessment.start.isoformat() if assessment.start else None,
        "buyer_recovers_vat": int(assessment.buyer_recovers_vat),
        "budget_monthly": maybe(assessment.budget_monthly),
        "template": assessment.template,
        "note": assessment.note,
    }
