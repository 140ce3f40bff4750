"""Vendors, evaluators and the rounds in which they meet."""

from __future__ import annotations

from typing import Any

from vendorcompare.core.assessment import Evaluator, Round, Vendor
from vendorcompare.storage import schema
from vendorcompare.storage.records.base import Values, plain_values, record_of, rows_of
from vendorcompare.storage.store import Transaction


def vendors(transaction: Transaction) -> dict[str, Any]:
    """Read the vendors in the user's order."""
    return {"vendors": tuple(record_of(Vendor, row) for row in rows_of(transaction, schema.vendor))}


def vendor_values(vendor: Vendor) -> Values:
    """Return the columns of a vendor."""
    return plain_values(vendor)


def evaluators(transaction: Transaction) -> dict[str, Any]:
    """Read the evaluators."""
    return {
        "evaluators": tuple(
            record_of(Evaluator, row) for row in rows_of(transaction, schema.evaluator)
        )
    }


def evaluator_values(evaluator: Evaluator) -> Values:
    """Return the columns of an evaluator."""
    return plain_values(evaluator)


def rounds(transaction: Transaction) -> dict[str, Any]:
    """Read the rounds in their order."""
    return {"rounds": tuple(Round(r.key, r.name) for r in rows_of(transaction, schema.round_))}
