"""The assessment itself, what the buyer needs, settings, the change log and the seal."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from vendorcompare.storage.schema._base import (
    bilingual,
    entity,
    integer,
    maybe_text,
    metadata,
    owned,
    text,
)

assessment = Table(
    "assessment",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    text("title"),
    text("buyer"),
    text("currency"),
    integer("horizon_months", 36),
    text("discount_rate"),
    maybe_text("start"),
    integer("buyer_recovers_vat"),
    maybe_text("budget_monthly"),
    text("template"),
    text("note"),
)

#: What tells one file from another, and which of them were copied from one. It is no part of
#: what users edit, print or undo: a copy has other ids and the same content.
identity = owned(
    "identity",
    Column("uid", Text, nullable=False, unique=True),
    Column("origin", Text, nullable=False),
)

need = entity(
    "need",
    text("kind"),
    *bilingual("name"),
    text("target"),
    text("own_ability"),
    integer("outsourced"),
    text("note"),
)

#: Choices that belong to the document, such as those for the printed sheet; values are JSON.
setting = owned("setting", text("name", key=True), text("value"))

#: Who changed what and when, step by step; never altered afterwards. `storage.change_log.Entry`
#: says what the columns hold.
change = owned(
    "change",
    Column("number", Integer, primary_key=True, autoincrement=False),
    text("id"),
    text("at"),
    text("actor"),
    text("kind"),
    text("message"),
    text("arguments"),
    text("concerns"),
    text("rows"),
    text("parent"),
)

#: The SHA-256 over all rows of each other table, written when the file is saved.
seal = owned("seal", text("name", key=True), text("sha256"))
