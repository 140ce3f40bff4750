"""Files kept as evidence."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from vendorcompare.core.assessment import Attachment
from vendorcompare.core.parts import Part
from vendorcompare.i18n import N_
from vendorcompare.storage import schema
from vendorcompare.storage.records.spec import Entity
from vendorcompare.storage.store import Transaction, is_owned

#: What is known of the files; their bytes stay in the database until they are asked for.
ATTACHMENT: Final = Entity(
    schema.attachment,
    Part.EVIDENCE,
    N_("attachments"),
    Attachment,
    field="attachments",
)


def attachment_content(transaction: Transaction, key: str) -> bytes:
    """Read the bytes of an attachment; KeyError if there is none."""
    table = schema.attachment
    query = select(table.c.content).where(is_owned(table), table.c.key == key)
    found = transaction.execute(query).first()
    if found is None:
        raise KeyError(key)
    return bytes(found.content)
