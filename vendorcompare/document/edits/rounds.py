"""Rounds: the selection, then each review, with a rubric and weights of its own."""

from __future__ import annotations

from datetime import date
from typing import Final

from vendorcompare.core.rounds import Round, RoundKind
from vendorcompare.document.document import Document
from vendorcompare.document.edits.keys import new_key
from vendorcompare.i18n import N_
from vendorcompare.storage import records, schema
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import Storable

#: What a round says before anybody scores in it, each table after those that it refers to.
_OPENING: Final = (
    schema.dimension,
    schema.criterion,
    schema.level,
    schema.weight_set,
    schema.weight,
    schema.judgement,
)


def begin_round(
    document: Document,
    name: str = "",
    *,
    kind: RoundKind = RoundKind.REVIEW,
    held_on: date | None = None,
) -> str:
    """Begin a round, which is the one that is being decided from then on; return its key.

    It starts from the rubric, the levels and the weights of the round before it. What is changed
    in them afterwards leaves that one as it was.
    """
    begun = Round(new_key("r"), name, kind, held_on)
    with document.change(N_("Begin round")) as recorder:
        records.ROUND.append(recorder, begun)
        copy_opening(recorder, document.assessment.rounds[-1].key, begun.key)
        put_present(recorder, begun.key)
    return begun.key


def copy_opening(recorder: Recorder, source: Storable, target: Storable) -> None:
    """Give a round the rubric, the levels and the weights of another."""
    for table in _OPENING:
        rows = recorder.rows(table).items()
        copied = {(target, *key[1:]): row for key, row in rows if key[0] == source}
        recorder.add_all(table, copied)


def put_present(recorder: Recorder, key: str) -> None:
    """Mark a round as the one that is being decided."""
    for (other,) in recorder.keys(schema.round_, present=1):
        if other != key:
            recorder.put(schema.round_, other, present=0)
    recorder.put(schema.round_, key, present=1)
