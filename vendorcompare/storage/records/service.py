"""Promises and timed contacts."""

from __future__ import annotations

from typing import Final

from vendorcompare.core.parts import Part
from vendorcompare.core.service import Commitment, Contact
from vendorcompare.i18n import N_
from vendorcompare.storage import schema
from vendorcompare.storage.records.spec import Entity

COMMITMENT: Final = Entity(
    schema.commitment, Part.SERVICE, N_("service commitments"), Commitment, field="commitments"
)
CONTACT: Final = Entity(
    schema.contact, Part.SERVICE, N_("timed contacts"), Contact, field="contacts"
)
