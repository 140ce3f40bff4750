"""Attachments, and the choices for the printed sheet."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from vendorcompare.core.assessment import Attachment, SheetSettings
from vendorcompare.storage import schema
from vendorcompare.storage.records.base import Values, plain_values, record_of, rows_of
from vendorcompare.storage.sqlite.database import ASSESSMENT_ID


def attachments(connection: Connection) -> dict[str, Any]:
    """Read what is known of the attachments, without their bytes."""
    return {
        "attachments": tuple(
            record_of(Attachment, row) for row in rows_of(connection, schema.attachment, "content")
        )
    }


def attachment_content(connection: Connection, key: str) -> bytes:
    """Read the bytes of an attachment; KeyError if there is none."""
    table = schema.attachment
    chosen = (table.c.assessment_id == ASSESSMENT_ID) & (table.c.key == key)
    found = connection.execute(select(table.c.content).where(chosen)).first()
    if found is None:
        raise KeyError(key)
    return bytes(found.content)


def attachment_values(attachment: Attachment, content: bytes) -> Values:
    """Return the columns of an attachment."""
    return {**plain_values(attachment), "content": content}


def sheet_settings(connection: Connection) -> dict[str, Any]:
    """Read the choices for the printed sheet, leaving defaults where none was made."""
    known = set(SheetSettings.__slots__)
    chosen = {
        row.name.removeprefix("sheet."): json.loads(row.value)
        for row in rows_of(connection, schema.setting)
        if row.name.removeprefix("sheet.") in known
    }
    for name in chosen.keys() & {"left_out", "left_out_vendors"}:
        chosen[name] = tuple(chosen[name])
    return {"sheet_settings": SheetSettings(**chosen)}
