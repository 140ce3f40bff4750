"""The rubric and the opinions on its weights, which each round has of its own."""

from __future__ import annotations

from sqlalchemy import Column, Float

from vendorcompare.storage.schema._base import (
    bilingual,
    entity_in_round,
    maybe_number,
    number,
    owned,
    references_in_round,
    text,
)

dimension = entity_in_round(
    "dimension",
    *bilingual("name"),
    *bilingual("hint"),
    *bilingual("group"),
    number("weight", 1),
    text("source"),
)

criterion = entity_in_round(
    "criterion",
    text("dimension"),
    *bilingual("name"),
    *bilingual("hint"),
    *bilingual("unit"),
    text("measure"),
    text("direction"),
    number("weight", 1),
    number("scale_low", 1),
    number("scale_high", 5),
    text("anchors"),
    text("must_have"),
    maybe_number("at_least"),
    maybe_number("at_most"),
    text("measured_by"),
    text("evidence"),
    text("access"),
    text("same_as"),
    text("source"),
    references_in_round("dimension"),
)

level = owned(
    "level",
    text("round", key=True),
    text("criterion", key=True),
    Column("level", Float, primary_key=True, autoincrement=False),
    *bilingual("anchor"),
    references_in_round("criterion"),
)

weight_set = entity_in_round("weight_set", text("name"))

#: The weight that a set gives a dimension or criterion, named by its key.
weight = owned(
    "weight",
    text("round", key=True),
    text("weight_set", key=True),
    text("target", key=True),
    number("weight", 1),
    references_in_round("weight_set"),
)
