"""Promises and timed contacts."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from vendorcompare.core.names import folded
from vendorcompare.core.sense import in_commitment, in_contact
from vendorcompare.core.service import Commitment, Contact
from vendorcompare.document.exchange.records import headings
from vendorcompare.document.exchange.records.fields import Key, Minutes, Moment, Share, Words
from vendorcompare.document.exchange.records.listed import AsTable, Listed
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.document.exchange.records.strings import choice, figure, whole
from vendorcompare.document.reader.words import yes_of
from vendorcompare.i18n import _
from vendorcompare.storage import records

_YES: Final = choice(None, yes_of)


def _present(moment: datetime | None) -> datetime:
    if moment is None:
        raise ValueError(_("is missing"))
    return moment


class CommitmentRecord(Entry):
    """Describe a promise."""

    stands_for = Commitment

    vendor: Key
    channel: Words
    within_minutes: Minutes
    share: Share


class ContactRecord(Entry):
    """Describe one timed call, message or ticket."""

    stands_for = Contact

    vendor: Key
    channel: Words
    raised: Annotated[Moment, AfterValidator(_present)]
    first_reply: Moment = None
    started: Moment = None
    resolved: Moment = None
    reopened: Moment = None
    contacts: Annotated[int, Field(ge=0), figure(whole)] = 1
    topic: Words = ""
    urgent: Annotated[bool, _YES] = False
    satisfied: Annotated[bool, _YES] | None = None


COMMITMENTS: Final = Listed(
    "commitments",
    records.COMMITMENT,
    CommitmentRecord,
    label=lambda promise: promise.channel,
    prefix="p",
    called="channel",
    identity=lambda promise: (promise.vendor, folded(promise.channel)),
    senseless=in_commitment,
)
CONTACTS: Final = Listed(
    "contacts",
    records.CONTACT,
    ContactRecord,
    label=lambda contact: contact.topic or contact.channel,
    prefix="t",
    called="channel",
    identity=lambda contact: (contact.vendor, folded(contact.channel), contact.raised),
    senseless=in_contact,
    table=AsTable(("vendor", "channel", "raised"), headings.CONTACTS),
)
