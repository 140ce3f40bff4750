"""Who scored what in which round, and what it rests on."""

from __future__ import annotations

from vendorcompare.storage.schema._base import (
    content,
    entity,
    integer,
    maybe_number,
    number,
    owned,
    references,
    references_in_round,
    text,
)

evaluator = entity("evaluator", text("name"), number("weight", 1))

#: Named with an underscore because Python has a function of the table's name.
#: `present` marks the one that is being decided; where none is marked, it is the first.
round_ = entity("round", text("name"), text("held_on"), text("kind"), integer("present"))

score = owned(
    "score",
    text("round", key=True),
    text("evaluator", key=True),
    text("vendor", key=True),
    text("criterion", key=True),
    maybe_number("value"),
    integer("state"),
    integer("evidence"),
    text("note"),
    text("text"),
    references("round"),
    references("evaluator"),
    references("vendor"),
    references_in_round("criterion"),
)

agreed_score = owned(
    "agreed_score",
    text("round", key=True),
    text("vendor", key=True),
    text("criterion", key=True),
    maybe_number("value"),
    integer("state"),
    text("note"),
    references("round"),
    references("vendor"),
    references_in_round("criterion"),
)

#: A file kept as evidence; `vendor` and `criterion` are "" where it belongs to all. It belongs to
#: the criterion of this key in every round.
attachment = entity(
    "attachment",
    text("name"),
    text("media_type"),
    integer("size"),
    text("sha256"),
    text("vendor"),
    text("criterion"),
    text("note"),
    content("content"),
)

#: What somebody saw, read or was told, in support of a score.
evidence = entity(
    "evidence",
    text("round"),
    text("vendor"),
    text("criterion"),
    text("kind"),
    text("seen_on"),
    text("person"),
    text("note"),
    references("vendor"),
    references_in_round("criterion"),
)

#: One pairwise comparison of weights by an evaluator.
judgement = owned(
    "judgement",
    text("round", key=True),
    text("weight_set", key=True),
    text("evaluator", key=True),
    text("first", key=True),
    text("second", key=True),
    number("ratio", 1),
    references_in_round("weight_set"),
    references("evaluator"),
)
