"""What an interchange document says of each round, and what the round will ask."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.rounds import Round
from vendorcompare.core.rubric import Criterion, Dimension, Rubric
from vendorcompare.document.exchange.records.interchange import InterchangeDocument
from vendorcompare.document.exchange.records.rounds import ROUNDS, RoundRecord
from vendorcompare.document.exchange.records.rubric import RubricRecord


@dataclass(frozen=True, slots=True)
class RoundPart:
    """Hold what a document says of one round.

    Attributes:
        where: the place of its rubric and weights in the document.
        brought: its rubric and weights as the document has them.
        record: what the document says of the round itself, None if nothing.
        there: the round as it is, None if it is new.
        starts_from: the key of the round that a new one takes its rubric and weights from, None
            where it brings its own.
        rubric: what it will ask; the order of the criteria in a dimension can be another.
    """

    key: str
    where: tuple[str | int, ...]
    brought: RubricRecord
    record: RoundRecord | None
    there: Round | None
    starts_from: str | None
    rubric: Rubric


def round_parts(incoming: InterchangeDocument, assessment: Assessment) -> list[RoundPart]:
    """Return what a document says of each round that there will be, in their order."""
    records: dict[str, tuple[tuple[str | int, ...], RoundRecord]] = {
        str(record.key): ((ROUNDS.name, i), record)
        for i, record in enumerate(incoming.entries(ROUNDS))
        if isinstance(record, RoundRecord)
    }
    known = {each.key: each for each in assessment.rounds}
    parts: list[RoundPart] = []
    for key in (*known, *(key for key in records if key not in known)):
        where, record = records.get(key, ((), None))
        brought: RubricRecord = incoming if not parts else record or RubricRecord()
        there, starts_from, before = known.get(key), None, Rubric()
        if there is not None:
            before = there.rubric
        elif not brought.dimensions:
            starts_from, before = parts[-1].key, parts[-1].rubric
        parts.append(
            RoundPart(
                key,
                where if parts else (),
                brought,
                record,
                there,
                starts_from,
                _changed(before, brought),
            )
        )
    return parts


def _changed(before: Rubric, brought: RubricRecord) -> Rubric:
    dimensions: dict[str, Dimension] = {d.key: d for d in before.dimensions}
    criteria: dict[str, Criterion] = {c.key: c for c in before.criteria}
    home = {c.key: d.key for d in before.dimensions for c in d.criteria}
    for record in brought.dimensions:
        dimensions[record.key] = record.core(dimensions.get(record.key))
        for each in record.criteria:
            criteria[each.key] = each.core(criteria.get(each.key))
            home[each.key] = record.key
    return Rubric(
        tuple(
            replace(d, criteria=tuple(criteria[c] for c, owner in home.items() if owner == key))
            for key, d in dimensions.items()
        )
    )
