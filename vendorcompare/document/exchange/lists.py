"""The lists of an interchange document that have nothing to do with scores."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from vendorcompare.core.assessment import Attachment, Commitment, Contact, CostLine, Driver
from vendorcompare.core.text import Text
from vendorcompare.document.exchange.fields import (
    written_decimal,
    written_moment,
    written_number,
    written_text,
)

Entries = dict[str, Any]


def said(entries: Mapping[str, Any]) -> Entries:
    """Leave out the entries that say nothing."""
    return {name: value for name, value in entries.items() if value not in ("", [], {}, None)}


def commitment(promise: Commitment) -> Entries:
    """Write a promise."""
    return {
        "key": promise.key,
        "vendor": promise.vendor,
        "channel": promise.channel,
        "within_minutes": written_number(promise.within_minutes),
        "share": written_number(promise.share),
    }


def driver(volume: Driver) -> Entries:
    """Write a volume; one that is called by its key needs no name."""
    name = "" if volume.name == Text.same(volume.key) else written_text(volume.name)
    return {
        "key": volume.key,
        "low": written_number(volume.low),
        "likely": written_number(volume.likely),
        "high": written_number(volume.high),
        **said({"name": name}),
    }


def cost(line: CostLine) -> Entries:
    """Write a fee."""
    return {
        "key": line.key,
        "vendor": line.vendor,
        "label": line.label,
        "nature": line.nature,
        "billing": line.billing,
        "amount": None if line.amount is None else written_decimal(line.amount),
        "driver": line.driver or None,
        "included_quantity": (
            None if line.included_quantity is None else written_number(line.included_quantity)
        ),
        "first_month": line.first_month,
        "last_month": line.last_month,
        "escalation": written_decimal(line.escalation),
        "vat_rate": written_decimal(line.vat_rate),
        "vat_included": line.vat_included,
        "invoice": line.invoice,
        "disclosure": line.disclosure,
        "catalogue": line.catalogue or None,
        **({"free_months": line.free_months} if line.free_months else {}),
        **({"credit": True} if line.credit else {}),
        **said({"unread": dict(line.unread)}),
    }


def contact(timed: Contact) -> Entries:
    """Write a timed contact."""
    return {
        "key": timed.key,
        "vendor": timed.vendor,
        "channel": timed.channel,
        "raised": written_moment(timed.raised),
        "first_reply": written_moment(timed.first_reply),
        "started": written_moment(timed.started),
        "resolved": written_moment(timed.resolved),
        "reopened": written_moment(timed.reopened),
        "contacts": timed.contacts,
        "topic": timed.topic,
        "urgent": timed.urgent,
        "satisfied": timed.satisfied,
    }


def attachment(kept: Attachment, content: bytes) -> Entries:
    """Write a file with its bytes."""
    return {
        "key": kept.key,
        "name": kept.name,
        "media_type": kept.media_type,
        **said({k: getattr(kept, k) for k in ("vendor", "criterion", "note")}),
        "content": base64.b64encode(content).decode("ascii"),
    }
