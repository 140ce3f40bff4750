"""What the dialog of an import calls encodings, kinds of tables and columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vendorcompare.i18n import N_

#: What a table can hold, by kind.
KINDS: Final[Mapping[str, str]] = {
    "scores": N_("Scores"),
    "vendors": N_("Vendors"),
    "costs": N_("Fees"),
    "contacts": N_("Contacts"),
}
#: The encodings that can be chosen, and what people call them.
ENCODINGS: Final[Mapping[str, str]] = {
    "utf-8": "UTF-8",
    "gb18030": N_("Simplified Chinese (GB18030)"),
    "big5": N_("Traditional Chinese (Big5)"),
    "cp1252": N_("Western European (Windows-1252)"),
    "utf-16": "UTF-16",
}
SEPARATORS: Final[Mapping[str, str]] = {
    ",": N_("Comma"),
    ";": N_("Semicolon"),
    "\t": N_("Tab"),
}
#: What a column was taken for.
FIELDS: Final[Mapping[str | None, str]] = {
    "vendor": N_("Vendor"),
    "criterion": N_("Criterion"),
    "evaluator": N_("Evaluator"),
    "value": N_("Score"),
    "state": N_("Whether scored"),
    "evidence": N_("Evidence"),
    "note": N_("Note"),
    "round": N_("Round"),
    "vendor_key": N_("Key of the vendor"),
    "criterion_key": N_("Key of the criterion"),
    "evaluator_key": N_("Key of the evaluator"),
    "round_key": N_("Key of the round"),
    "key": N_("Key"),
    "name": N_("Vendor"),
    "stage": N_("Stage"),
    "credit_code": N_("Credit code"),
    "contact": N_("Contact"),
    "phone": N_("Phone"),
    "address": N_("Address"),
    "website": N_("Website"),
    "licence": N_("Licence number"),
    "founded": N_("Founded"),
    "staff": N_("Staff"),
    "pros": N_("Speaks for"),
    "cons": N_("Speaks against"),
    "label": N_("Fee"),
    "amount": N_("Amount"),
    "billing": N_("Billed"),
    "nature": N_("Kind"),
    "driver": N_("Volume"),
    "included_quantity": N_("Included units"),
    "disclosure": N_("Disclosure"),
    "credit": N_("Taken off"),
    "first_month": N_("From month"),
    "last_month": N_("To month"),
    "free_months": N_("Free months"),
    "escalation": N_("Yearly step"),
    "vat_rate": N_("VAT"),
    "vat_included": N_("VAT included"),
    "invoice": N_("Invoice"),
    "catalogue": N_("Usual extra"),
    "channel": N_("Channel"),
    "raised": N_("Raised"),
    "first_reply": N_("First reply"),
    "started": N_("Work began"),
    "resolved": N_("Resolved"),
    "reopened": N_("Raised again"),
    "contacts": N_("Times in touch"),
    "topic": N_("Topic"),
    "urgent": N_("Urgent"),
    "satisfied": N_("Satisfied"),
    "remark": N_("Not imported"),
    "": N_("Not read"),
    None: N_("Not known"),
}
