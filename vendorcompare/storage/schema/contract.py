"""What was said, written and delivered; the decision; the work that follows."""

from __future__ import annotations

from vendorcompare.storage.schema._base import (
    bilingual,
    entity,
    maybe_integer,
    references,
    text,
)

clause = entity(
    "clause",
    text("vendor"),
    *bilingual("name"),
    text("said"),
    text("written"),
    text("delivered"),
    text("my_position"),
    text("their_position"),
    text("bottom_line"),
    text("note"),
    references("vendor"),
)

decision = entity(
    "decision",
    text("vendor"),
    text("decided_on"),
    text("decided_by"),
    text("reasons"),
    text("dissent"),
    text("conditions"),
)

#: A step of the communication or training plan.
plan_item = entity(
    "plan_item",
    text("kind"),
    text("name"),
    text("frequency"),
    text("channel"),
    text("participants"),
    text("note"),
)

#: What is to be improved, by whom and until when, and whether it was measured again.
action = entity(
    "action",
    text("round"),
    text("vendor"),
    text("criterion"),
    text("problem"),
    text("plan"),
    text("owner"),
    text("due_on"),
    text("done_on"),
    text("measured_on"),
    references("round"),
    references("vendor"),
)

risk = entity(
    "risk",
    text("vendor"),
    text("name"),
    maybe_integer("likelihood"),
    maybe_integer("impact"),
    text("control"),
    text("owner"),
    text("review_on"),
    references("vendor"),
)
