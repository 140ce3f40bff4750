"""Fees, the volumes that multiply them, and the bills that came."""

from __future__ import annotations

from vendorcompare.storage.schema._base import (
    bilingual,
    entity,
    integer,
    maybe_integer,
    maybe_text,
    references,
    text,
)

driver = entity("driver", *bilingual("name"), text("low"), text("likely"), text("high"))

cost_line = entity(
    "cost_line",
    text("vendor"),
    text("label"),
    text("nature"),
    text("billing"),
    maybe_text("amount"),
    maybe_text("driver"),
    maybe_text("included_quantity"),
    integer("first_month", 1),
    maybe_integer("last_month"),
    integer("free_months"),
    integer("credit"),
    text("escalation"),
    text("vat_rate"),
    integer("vat_included", 1),
    text("invoice"),
    text("disclosure"),
    maybe_text("catalogue"),
    text("unread"),
    references("vendor"),
    references("driver"),
)

bill = entity(
    "bill",
    text("vendor"),
    text("month"),
    text("label"),
    text("amount"),
    text("note"),
    references("vendor"),
)
