"""Measured service: promises, timed contacts, surveys."""

from __future__ import annotations

from vendorcompare.storage.schema._base import (
    entity,
    integer,
    maybe_integer,
    maybe_number,
    maybe_text,
    number,
    references,
    text,
)

commitment = entity(
    "commitment",
    text("vendor"),
    text("channel"),
    number("within_minutes"),
    number("share"),
    references("vendor"),
)

contact = entity(
    "contact",
    text("vendor"),
    text("channel"),
    text("raised"),
    maybe_text("first_reply"),
    maybe_text("started"),
    maybe_text("resolved"),
    maybe_text("reopened"),
    integer("contacts", 1),
    text("topic"),
    integer("urgent"),
    maybe_integer("satisfied"),
    references("vendor"),
)

survey = entity(
    "survey",
    text("vendor"),
    text("kind"),
    text("held_on"),
    maybe_number("answer"),
    text("note"),
    references("vendor"),
)
