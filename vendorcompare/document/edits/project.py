"""The assessment itself: buyer, horizon, budget, what the sheet looks like, attachments."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from vendorcompare.core import sense
from vendorcompare.core.assessment import Assessment, Attachment
from vendorcompare.core.errors import InputError
from vendorcompare.core.money import check_currency
from vendorcompare.core.names import tidied
from vendorcompare.document.document import Document
from vendorcompare.document.edits.keys import new_key
from vendorcompare.i18n import N_, _
from vendorcompare.storage import records, schema

#: Larger files make a document that nobody can mail.
LARGEST_ATTACHMENT = 50 * 1024 * 1024


def describe(document: Document, **fields: Any) -> None:
    """Change fields of the assessment's own record, such as title, buyer or discount_rate."""
    fields |= {name: tidied(fields[name]) for name in ("title", "buyer") if name in fields}
    if "currency" in fields:
        fields["currency"] = check_currency(fields["currency"])
    wanted: Assessment = replace(document.assessment, **fields)
    sense.require(sense.in_assessment(wanted))
    with document.change(N_("Edit assessment"), merge=("project", *sorted(fields))) as recorder:
        records.PROJECT.put(recorder, wanted)


def choose_sheet(document: Document, **choices: Any) -> None:
    """Change choices for the printed sheet, such as language, paper or left_out."""
    with document.change(N_("Edit sheet"), merge=("sheet", *sorted(choices))) as recorder:
        for name, value in choices.items():
            records.put_sheet_choice(recorder, name, value)


def attach(
    document: Document,
    name: str,
    media_type: str,
    content: bytes,
    *,
    vendor: str = "",
    criterion: str = "",
) -> str:
    """Keep a file inside the document as evidence and return its key."""
    if len(content) > LARGEST_ATTACHMENT:
        raise InputError(
            _('"{name}" is larger than 50 MB.').format(name=name),
            hint=_("Attach a smaller file, such as the pages that matter."),
        )
    attachment = Attachment(
        key=new_key("a"),
        name=name,
        media_type=media_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        vendor=vendor,
        criterion=criterion,
    )
    with document.change(N_("Attach file")) as recorder:
        if vendor and recorder.row(schema.vendor, vendor) is None:
            raise InputError(
                _('The vendor that "{name}" was to be attached to is not there any more.').format(
                    name=name
                ),
                hint=_("Attach it to another vendor."),
            )
        records.ATTACHMENT.append(recorder, attachment, content=content)
    return attachment.key


def detach(document: Document, key: str) -> None:
    """Remove an attachment."""
    with document.change(N_("Remove attachment")) as recorder:
        recorder.delete(schema.attachment, key)
