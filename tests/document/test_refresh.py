"""After any edits, what is kept in memory is what a fresh reading gives."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.document.samples import EXAMPLE, assert_same
from vendorcompare.core.assessment import CostLine
from vendorcompare.core.rubric import Criterion
from vendorcompare.core.scores import Cell, Evidence, Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import costs, project, rubric, scores, vendors
from vendorcompare.document.exchange import import_json
from vendorcompare.storage import snapshot

Pick = Callable[[int], int]
Edit = Callable[[Document, Pick], None]


def _cell(document: Document, pick: Pick) -> Cell:
    a = document.assessment
    return Cell(
        a.evaluators[pick(len(a.evaluators))].key,
        a.vendors[pick(len(a.vendors))].key,
        a.rubric.criteria[pick(len(a.rubric.criteria))].key,
    )


def _score(document: Document, pick: Pick) -> None:
    wanted = [Score(1.0, State.SCORED), scores.BLANK, scores.NOT_APPLICABLE]
    scores.set_score(document, _cell(document, pick), wanted[pick(3)])


def _note(document: Document, pick: Pick) -> None:
    scores.set_note(document, _cell(document, pick), "note"[: pick(5)])


def _evidence(document: Document, pick: Pick) -> None:
    scores.set_evidence(document, [_cell(document, pick)], Evidence(pick(4)))


def _agreed(document: Document, pick: Pick) -> None:
    cell = _cell(document, pick)
    score = [Score(1.0, State.SCORED), scores.BLANK][pick(2)]
    scores.set_agreed_scores(document, {(cell.vendor, cell.criterion): score})


def _vendor(document: Document, pick: Pick) -> None:
    keys = [v.key for v in document.assessment.vendors]
    if pick(3) and len(keys) > 1:
        vendors.delete_vendors(document, [keys[pick(len(keys))]])
    else:
        vendors.move_vendors(document, [vendors.add_vendor(document, "new")], -pick(len(keys) + 1))


def _criterion(document: Document, pick: Pick) -> None:
    criteria = document.assessment.rubric.criteria
    if pick(2) and len(criteria) > 1:
        rubric.delete_criteria(document, [criteria[pick(len(criteria))].key])
    else:
        first = document.assessment.rubric.dimensions[0]
        rubric.add_criterion(document, first.key, Criterion("", Text.same("new")))


def _weights(document: Document, pick: Pick) -> None:
    chosen = document.assessment.rubric.criteria[pick(len(document.assessment.rubric.criteria))]
    rubric.set_weights(document, {chosen.key: pick(9)}, merge="slider")
    rubric.describe_criterion(document, replace(chosen, weight=float(pick(9))))


def _cost(document: Document, pick: Pick) -> None:
    vendor = document.assessment.vendors[pick(len(document.assessment.vendors))]
    costs.put_cost_lines(document, [CostLine("", vendor.key, "fee", amount=Decimal(pick(9)))])
    project.describe(document, title=str(pick(9)))


def _back(document: Document, pick: Pick) -> None:
    for _ in range(pick(4)):
        document.undo()
    for _ in range(pick(3)):
        document.redo()


_EDITS = (
    _score, _note, _evidence, _agreed, _vendor, _criterion, _weights, _cost, _back, _back
)  # fmt: skip


_EDIT = st.tuples(st.sampled_from(_EDITS), st.randoms(use_true_random=False))


@settings(max_examples=15)
@given(st.lists(_EDIT, max_size=15))
def test_memory_and_file_agree_after_any_edits(edits: list[tuple[Edit, Random]]) -> None:
    document = Document.create()
    try:
        import_json(document, json.dumps(EXAMPLE))
        start = document.assessment
        document.history.forget()
        for edit, random in edits:
            edit(document, random.randrange)
            with document._copy.store.begin() as transaction:
                assert_same(document.assessment, snapshot.load(transaction))
        while document.history.can_undo:
            document.undo()
        assert_same(document.assessment, start)
    finally:
        document.close()
