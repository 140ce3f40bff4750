"""Files kept as evidence."""

from __future__ import annotations

import base64
import binascii
import hashlib
from typing import Annotated, Final

from pydantic import AfterValidator

from vendorcompare.core.assessment import Attachment
from vendorcompare.core.names import folded
from vendorcompare.document.edits.project import LARGEST_ATTACHMENT
from vendorcompare.document.exchange.records.fields import Words
from vendorcompare.document.exchange.records.listed import Listed, Source
from vendorcompare.document.exchange.records.record import Entries, Entry, said
from vendorcompare.i18n import _
from vendorcompare.storage import records
from vendorcompare.storage.rows import Storable


def _checked_content(content: str) -> str:
    try:
        size = len(base64.b64decode(content, validate=True))
    except (binascii.Error, ValueError):
        raise ValueError(_("must be base64")) from None
    if size > LARGEST_ATTACHMENT:
        raise ValueError(_("is larger than 50 MB"))
    return content


class AttachmentRecord(Entry):
    """Hold a file kept as evidence."""

    stands_for = Attachment

    name: Words
    media_type: Words = ""
    vendor: Words = ""
    criterion: Words = ""
    note: Words = ""
    content: Annotated[str, AfterValidator(_checked_content)]

    def core(self, base: Attachment | None, key: str) -> Attachment:
        """Return what is known of the file, new or changed."""
        content = base64.b64decode(self.content)
        size, sha256 = len(content), hashlib.sha256(content).hexdigest()
        there = Attachment(key, self.name, "", size, sha256) if base is None else base
        return self.onto(there, size=size, sha256=sha256)

    def beside(self) -> dict[str, Storable]:
        """Return the bytes of the file."""
        return {"content": base64.b64decode(self.content)}


class _Attachments(Listed):
    """Describe the list of files, which are written with their bytes."""

    def entry(self, source: Source, kept: Attachment) -> Entries:
        """Return what stands for a file."""
        content = source.attachment(kept.key)
        return {
            "key": kept.key,
            "name": kept.name,
            "media_type": kept.media_type,
            **said({name: getattr(kept, name) for name in ("vendor", "criterion", "note")}),
            "content": base64.b64encode(content).decode("ascii"),
        }


ATTACHMENTS: Final = _Attachments(
    "attachments",
    records.ATTACHMENT,
    AttachmentRecord,
    label=lambda file: file.name,
    prefix="a",
    identity=lambda file: (file.vendor, file.criterion, folded(file.name)),
    is_optional=True,
    loosely={"vendor": "vendor", "criterion": "criterion"},
)
