"""The interchange document of an assessment: the same bytes for the same content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

import numpy as np

from vendorcompare.core.assessment import Assessment, Round
from vendorcompare.core.rubric import Criterion, Dimension, Direction, Measure, MustHave
from vendorcompare.core.scores import EVIDENCE_NAMES, STATE_NAMES, UNNAMED, Cell
from vendorcompare.core.text import Text
from vendorcompare.document.exchange.fields import written_number, written_text
from vendorcompare.document.exchange.interchange import FORMAT, VERSION
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.listed import Source
from vendorcompare.document.exchange.records.project import AssessmentRecord, SheetRecord
from vendorcompare.document.exchange.records.record import Entries, said
from vendorcompare.document.exchange.scores import score_in

_USUAL_SCALE: Final = Criterion("", Text()).scale


def export_json(source: Source) -> str:
    """Write the whole assessment, attachments included, as an interchange document."""
    return json.dumps(_content(source), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _content(source: Source) -> Entries:
    assessment = source.assessment
    lists = {name: listed.entries(source) for name, listed in LISTED.items()}
    optional = {name for name, listed in LISTED.items() if listed.is_optional}
    return {
        "format": FORMAT,
        "version": VERSION,
        "assessment": AssessmentRecord.written(assessment),
        "dimensions": [_dimension(d) for d in assessment.rubric.dimensions],
        "weight_sets": _weight_sets(assessment),
        **{name: entries for name, entries in lists.items() if entries or name not in optional},
        "scores": list(_scores(assessment)),
        "consensus": list(_consensus(assessment)),
        **said({
            "weight_set_keys": {each.name: each.key for each in assessment.weight_sets},
            "sheet": SheetRecord.written(assessment.sheet_settings),
        }),
    }  # fmt: skip


def _dimension(dimension: Dimension) -> Entries:
    optional = {
        "hint": written_text(dimension.hint),
        "group": written_text(dimension.group),
        "source": dimension.source,
    }
    return {
        "key": dimension.key,
        "name": written_text(dimension.name),
        "weight": written_number(dimension.weight),
        "criteria": [_criterion(criterion) for criterion in dimension.criteria],
        **said(optional),
    }


def _criterion(criterion: Criterion) -> Entries:
    scale = [written_number(end) for end in criterion.scale]
    is_scaled = (
        criterion.measure is Measure.RATING or criterion.scale != Criterion("", Text()).scale
    )
    optional = {
        "scale": scale if is_scaled else None,
        "levels": {str(written_number(k)): written_text(text) for k, text in criterion.levels},
        "direction": criterion.direction if criterion.direction is Direction.LOWER else None,
        "unit": written_text(criterion.unit),
        "anchors": [[written_number(x), written_number(v)] for x, v in criterion.anchors],
        "must_have": _must_have(criterion.must_have) if criterion.must_have else None,
        "measured_by": criterion.measured_by,
        "hint": written_text(criterion.hint),
        "evidence": list(criterion.evidence),
        "access": criterion.access,
        "same_as": list(criterion.same_as),
        "source": criterion.source,
    }
    return {
        "key": criterion.key,
        "name": written_text(criterion.name),
        "weight": written_number(criterion.weight),
        "measure": criterion.measure,
        **said(optional),
    }


def _must_have(must_have: MustHave) -> bool | Entries:
    limits = {"at_least": must_have.at_least, "at_most": must_have.at_most}
    return {k: written_number(v) for k, v in limits.items() if v is not None} or True


def _weight_sets(assessment: Assessment) -> Entries:
    """Write the weights in the order of the rubric, without those of what was deleted."""
    rubric = assessment.rubric
    order = [d.key for d in rubric.dimensions] + list(rubric.position)
    return {
        each.name: {
            key: written_number(each.weights[key])
            for key in dict.fromkeys(order)
            if key in each.weights
        }
        for each in assessment.weight_sets
    }


def _scores(assessment: Assessment) -> Iterator[Entries]:
    for round_ in assessment.rounds:
        yield from scores_of_round(assessment, round_.key)


def scores_of_round(assessment: Assessment, round_: str) -> Iterator[Entries]:
    """Give the scores of a round by vendor, criterion and evaluator."""
    sheet = assessment.sheets[round_]
    noted = np.zeros(sheet.states.shape, dtype=np.bool_)
    for cell in (*sheet.notes, *sheet.texts):
        noted[_place(assessment, cell)] = True
    held = (sheet.states != 0) | (sheet.evidence != 0) | noted
    for vendor, criterion, evaluator in np.argwhere(held.transpose(1, 2, 0)).tolist():
        yield _score(assessment, round_, (evaluator, vendor, criterion))


def _place(assessment: Assessment, cell: Cell) -> tuple[int, int, int]:
    return (
        assessment.evaluator_position[cell.evaluator],
        assessment.vendor_position[cell.vendor],
        assessment.rubric.position[cell.criterion],
    )


def _score(assessment: Assessment, round_: str, place: tuple[int, int, int]) -> Entries:
    cell = Cell(
        assessment.evaluators[place[0]].key,
        assessment.vendors[place[1]].key,
        assessment.rubric.criteria[place[2]].key,
    )
    score = score_in(assessment, round_, place)
    sheet = assessment.sheets[round_]
    text = sheet.texts.get(cell)
    return {
        "vendor": cell.vendor,
        "criterion": cell.criterion,
        "evaluator": None if cell.evaluator == UNNAMED else cell.evaluator,
        "value": text if score.value is None else written_number(score.value),
        "state": STATE_NAMES[score.state],
        "evidence": EVIDENCE_NAMES.get(score.evidence),
        "note": sheet.notes.get(cell, ""),
        "round": round_,
    }


def consensus_of_round(assessment: Assessment, round_: str) -> Iterator[Entries]:
    """Give what was agreed in a round by vendor and criterion."""
    agreed = _consensus(assessment)
    return (entries for entries in agreed if entries.get("round", Round().key) == round_)


def _consensus(assessment: Assessment) -> Iterator[Entries]:
    default = Round().key
    for round_ in assessment.rounds:
        sheet = assessment.sheets[round_.key]
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
                        **({"round": round_.key} if round_.key != default else {}),
                    }
