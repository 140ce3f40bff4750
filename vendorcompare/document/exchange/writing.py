"""The interchange document of an assessment: the same bytes for the same content."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.scores import EVIDENCE_NAMES, SELECTION, STATE_NAMES, UNNAMED, Cell
from vendorcompare.document.exchange.fields import written_number
from vendorcompare.document.exchange.interchange import FORMAT, VERSION
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.listed import Source
from vendorcompare.document.exchange.records.project import AssessmentRecord, SheetRecord
from vendorcompare.document.exchange.records.record import Entries, said
from vendorcompare.document.exchange.records.rubric import RubricRecord
from vendorcompare.document.exchange.scores import score_in


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
        "scores": list(_scores(assessment)),
        "consensus": list(_consensus(assessment)),
        **said({
            "weight_set_keys": keys,
            "sheet": SheetRecord.written(assessment.sheet_settings),
        }),
    }  # fmt: skip


def _scores(assessment: Assessment) -> Iterator[Entries]:
    for round_ in assessment.rounds:
        yield from scores_of_round(assessment.in_round(round_.key))


def scores_of_round(assessment: Assessment) -> Iterator[Entries]:
    """Give the scores of the round that is being decided by vendor, criterion and evaluator."""
    sheet = assessment.scores
    noted = np.zeros(sheet.states.shape, dtype=np.bool_)
    for cell in (*sheet.notes, *sheet.texts):
        noted[_place(assessment, cell)] = True
    held = (sheet.states != 0) | (sheet.evidence != 0) | noted
    for vendor, criterion, evaluator in np.argwhere(held.transpose(1, 2, 0)).tolist():
        yield _score(assessment, (evaluator, vendor, criterion))


def _place(assessment: Assessment, cell: Cell) -> tuple[int, int, int]:
    return (
        assessment.evaluator_position[cell.evaluator],
        assessment.vendor_position[cell.vendor],
        assessment.rubric.position[cell.criterion],
    )


def _score(assessment: Assessment, place: tuple[int, int, int]) -> Entries:
    cell = Cell(
        assessment.evaluators[place[0]].key,
        assessment.vendors[place[1]].key,
        assessment.rubric.criteria[place[2]].key,
    )
    sheet = assessment.scores
    score = score_in(sheet, place)
    text = sheet.texts.get(cell)
    return {
        "vendor": cell.vendor,
        "criterion": cell.criterion,
        "evaluator": None if cell.evaluator == UNNAMED else cell.evaluator,
        "value": text if score.value is None else written_number(score.value),
        "state": STATE_NAMES[score.state],
        "evidence": EVIDENCE_NAMES.get(score.evidence),
        "note": sheet.notes.get(cell, ""),
        "round": assessment.round.key,
    }


def _consensus(assessment: Assessment) -> Iterator[Entries]:
    for round_ in assessment.rounds:
        yield from consensus_of_round(assessment.in_round(round_.key))


def consensus_of_round(assessment: Assessment) -> Iterator[Entries]:
    """Give what was agreed in the round that is being decided by vendor and criterion."""
    sheet, key = assessment.scores, assessment.round.key
    for v, vendor in enumerate(assessment.vendors):
        for c, criterion in enumerate(assessment.rubric.criteria):
            value = float(sheet.agreed[v, c])
            note = sheet.agreed_notes.get((vendor.key, criterion.key), "")
            excused = bool(sheet.agreed_excused[v, c])
            if value == value or note or excused:
                yield {
                    "vendor": vendor.key,
                    "criterion": criterion.key,
                    "value": None if value != value else written_number(value),
                    **({"state": "not_applicable"} if excused else {}),
                    "note": note,
                    **({"round": key} if key != SELECTION else {}),
                }
