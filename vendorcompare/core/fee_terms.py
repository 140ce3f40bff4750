"""What the kinds of fees are called, on screen and on paper alike; to be translated."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from vendorcompare.core.assessment import Billing, Disclosure, Invoice, Nature
from vendorcompare.i18n import N_

NATURES: Final[Mapping[StrEnum, str]] = {
    Nature.FIXED: N_("Fixed"),
    Nature.VARIABLE: N_("Variable"),
    Nature.POSSIBLE: N_("Possible"),
}
BILLINGS: Final[Mapping[StrEnum, str]] = {
    Billing.ONCE: N_("Once"),
    Billing.MONTHLY: N_("Monthly"),
    Billing.QUARTERLY: N_("Quarterly"),
    Billing.HALF_YEARLY: N_("Half-yearly"),
    Billing.YEARLY: N_("Yearly"),
    Billing.PER_UNIT: N_("Per unit"),
    Billing.PER_EVENT: N_("Per event"),
    Billing.HOURLY: N_("Hourly"),
}
DISCLOSURES: Final[Mapping[StrEnum, str]] = {
    Disclosure.QUOTED: N_("Quoted"),
    Disclosure.ON_REQUEST: N_("On request"),
    Disclosure.NOT_MENTIONED: N_("Not mentioned"),
    Disclosure.REFUSED: N_("Refused"),
}
INVOICES: Final[Mapping[StrEnum, str]] = {
    Invoice.SPECIAL: N_("Special VAT"),
    Invoice.ORDINARY: N_("Ordinary"),
    Invoice.NONE: N_("No invoice"),
}
