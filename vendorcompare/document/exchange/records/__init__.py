"""What the interchange document says of each thing, and its lists."""

from __future__ import annotations

from typing import Final

from vendorcompare.document.exchange.records.costs import COSTS, DRIVERS
from vendorcompare.document.exchange.records.evidence import ATTACHMENTS
from vendorcompare.document.exchange.records.listed import Listed
from vendorcompare.document.exchange.records.people import EVALUATORS, VENDORS
from vendorcompare.document.exchange.records.rounds import ROUNDS
from vendorcompare.document.exchange.records.service import COMMITMENTS, CONTACTS

#: The lists of records by their names, each after those that it refers to.
LISTED: Final[dict[str, Listed]] = {
    listed.name: listed
    for listed in (
        VENDORS, EVALUATORS, ROUNDS, DRIVERS, COSTS, COMMITMENTS, CONTACTS, ATTACHMENTS,
    )
}  # fmt: skip
