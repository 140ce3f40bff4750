"""Attachments, and the choices for the printed sheet."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from vendorcompare.core.assessment import Attachment, SheetSettings
from vendorcompare.storage import schema
from vendorcompare.storage.records.base import Values, plain_values, record_of, rows_of
from vendorcompare.storage.store import Transaction, is_owned


def attachments(transaction: Transaction) -> dict[str, Any]:
    """Read what is known of the attachments, without their bytes."""
    return {
        "attachments": tuple(
            record_of(Attachment, row) for row in rows_of(transaction, schema.attachment, "content")
        )
    }


def attachment_content(transaction: Transaction, key: str) -> bytes:
    """Read the bytes of an attachment; KeyError if there is none."""
    table = schema.attachment
    query = select(table.c.content).where(is_owned(table), table.c.key == key)
    found = transaction.execute(query).first()
    if found is None:
        raise KeyError(key)
    return bytes(found.content)


def attachment_values(attachment: Attachment, content: bytes) -> Values:
    """Return the columns of an attachment."""
    return {**plain_values(attachment), "content": content}


def sheet_settings(transaction: Transaction) -> dict[str, Any]:
    """Read the choices for the printed sheet, leaving defaults where none was made."""
    known = set(SheetSettings.__slots__)
    chosen = {
        row.name.removeprefix("sheet."): json.loads(row.value)
        for row in rows_of(transaction, schema.setting)
        if row.name.removeprefix("sheet.") in known
    }
    for name in chosen.keys() & {"left_out", "left_out_vendors"}:
        chosen[name] = tuple(chosen[name])
    return {"sheet_settings": SheetSettings(**chosen)}
