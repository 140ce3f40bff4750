"""The interchange document of an assessment: the same bytes for the same content."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from vendorcompare.core.assessment import Assessment
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.interchange import FORMAT, VERSION
from vendorcompare.document.exchange.records.listed import Source
from vendorcompare.document.exchange.records.project import AssessmentRecord, SheetRecord
from vendorcompare.document.exchange.records.record import Entries, said
from vendorcompare.document.exchange.records.rubric import RubricRecord
from vendorcompare.document.exchange.records.scores import written_agreed, written_scores


def export_json(source: Source) -> str:
    """Write the whole assessment, attachments included, as an interchange document."""
    return json.dumps(_content(source), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _content(source: Source) -> Entries:
    assessment = source.assessment
    lists = {name: listed.entries(source) for name, listed in LISTED.items()}
    first = RubricRecord.written_of(assessment.rounds[0])
    keys = first.pop("weight_set_keys", {})
    optional = {name for name, listed in LISTED.items() if listed.is_optional}
    return {
        "format": FORMAT,
        "version": VERSION,
        "assessment": AssessmentRecord.written(assessment),
        **first,
        **{name: entries for name, entries in lists.items() if entries or name not in optional},
        "scores": list(_by_round(assessment, written_scores)),
        "consensus": list(_by_round(assessment, written_agreed)),
        **said({
            "weight_set_keys": keys,
            "sheet": SheetRecord.written(assessment.sheet_settings),
        }),
    }  # fmt: skip


def _by_round(
    assessment: Assessment, written: Callable[[Assessment], Iterator[Entries]]
) -> Iterator[Entries]:
    for round_ in assessment.rounds:
        yield from written(assessment.in_round(round_.key))
