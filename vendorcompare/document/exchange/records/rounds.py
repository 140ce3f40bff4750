"""The rounds; what the first one asks stands at the top of the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Annotated, Final

from pydantic import Field

from vendorcompare.core.rounds import Round, RoundKind
from vendorcompare.core.rubric import Rubric
from vendorcompare.document.exchange.records.fields import Day, Key, Name
from vendorcompare.document.exchange.records.listed import Listed, Source
from vendorcompare.document.exchange.records.record import Entries, Entry, written
from vendorcompare.document.exchange.records.rubric import RubricRecord
from vendorcompare.i18n import N_
from vendorcompare.storage import records
from vendorcompare.storage.rows import Storable

_OWN: Final = ("key", "name", "kind", "held_on")


class RoundRecord(Entry, RubricRecord):
    """Describe an evaluation in time.

    Attributes:
        dimensions: what it asks. The first round has them at the top of the document, and a new
            one that has none starts from those of the round before it.
        present: whether it is the one that is being decided.
    """

    stands_for = Round

    key: Key
    name: Name = ""
    kind: Annotated[RoundKind, Field(strict=False)] = RoundKind.REVIEW
    held_on: Day = None
    present: bool = False

    def core(self, base: Round | None, key: str) -> Round:
        """Return the round, new or changed, without what it asks."""
        base = base or Round(key, kind=RoundKind.REVIEW)
        return self.onto(base, rubric=Rubric(), weight_sets=())

    def beside(self) -> dict[str, Storable]:
        """Return the mark of the round that is being decided."""
        return {"present": 1} if self.present else {}


class _Rounds(Listed):
    """Describe the list of rounds, each but the first with what it asks."""

    def entry(self, source: Source, kept: Round) -> Entries:
        """Return what stands for a round."""
        entries = {name: written(getattr(kept, name)) for name in _OWN}
        if kept is source.assessment.rounds[0]:
            return entries
        if kept is source.assessment.round:
            entries["present"] = True
        return {**entries, **RubricRecord.written_of(kept)}


def _beyond_the_usual(rounds: Sequence[Round]) -> Iterable[Round]:
    bare = [replace(each, rubric=Rubric(), weight_sets=()) for each in rounds]
    return () if bare == [Round()] else rounds


ROUNDS: Final = _Rounds(
    "rounds",
    records.ROUND,
    RoundRecord,
    label=lambda round_: round_.name or round_.key,
    unknown=N_('there is no round "{key}"'),
    written=_beyond_the_usual,
    is_optional=True,
)
