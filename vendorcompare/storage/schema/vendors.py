"""The vendors and what their clients say."""

from __future__ import annotations

from vendorcompare.storage.schema._base import entity, maybe_integer, references, text

vendor = entity(
    "vendor",
    text("name"),
    text("credit_code"),
    text("stage"),
    text("contact"),
    text("phone"),
    text("address"),
    text("website"),
    text("licence"),
    text("founded"),
    text("staff"),
    text("pros"),
    text("cons"),
    text("note"),
)

#: One interview with a client of the vendor, present or gone.
reference = entity(
    "reference",
    text("vendor"),
    text("client"),
    text("relation"),
    text("held_on"),
    maybe_integer("recommends"),
    maybe_integer("would_renew"),
    text("reason_for_leaving"),
    text("note"),
    references("vendor"),
)
