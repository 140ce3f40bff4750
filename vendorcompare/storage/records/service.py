"""Promises and timed contacts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from vendorcompare.core.assessment import Commitment, Contact
from vendorcompare.storage import schema
from vendorcompare.storage.records.base import Values, plain_values, record_of, rows_of
from vendorcompare.storage.store import Transaction


def service(transaction: Transaction) -> dict[str, Any]:
    """Read the promises and the contact log."""
    return {
        "commitments": tuple(
            record_of(Commitment, row) for row in rows_of(transaction, schema.commitment)
        ),
        "contacts": tuple(_contact(row) for row in rows_of(transaction, schema.contact)),
    }


def _contact(row: Any) -> Contact:
    return Contact(
        key=row.key,
        vendor=row.vendor,
        channel=row.channel,
        raised=datetime.fromisoformat(row.raised),
        first_reply=_moment(row.first_reply),
        started=_moment(row.started),
        resolved=_moment(row.resolved),
        reopened=_moment(row.reopened),
        contacts=row.contacts,
        topic=row.topic,
        urgent=bool(row.urgent),
        satisfied=None if row.satisfied is None else bool(row.satisfied),
    )


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


def commitment_values(commitment: Commitment) -> Values:
    """Return the columns of a promise."""
    return plain_values(commitment)


def contact_values(contact: Contact) -> Values:
    """Return the columns of a contact."""
    moments = ("first_reply", "started", "resolved", "reopened")
    written = {name: getattr(contact, name) for name in moments}
    return {
        **plain_values(contact),
        "raised": contact.raised.isoformat(),
        **{name: at.isoformat() if at else None for name, at in written.items()},
        "urgent": int(contact.urgent),
        "satisfied": None if contact.satisfied is None else int(contact.satisfied),
    }
