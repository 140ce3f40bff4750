"""Single lines that nothing noticed when they were broken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from vendorcompare.core.ranking import Evaluation, Standing, evaluate
from vendorcompare.core.scores import Cell, Evidence, Score, State
from vendorcompare.document.checking import wrong_sums
from vendorcompare.document.document import Document
from vendorcompare.document.edits import measuring, rubric, scores
from vendorcompare.storage import schema

CELL = Cell("e1", "a", "c1")


def test_evidence_goes_from_memory_with_its_row(document: Document) -> None:
    assert document.assessment.score(CELL).evidence is Evidence.TESTED
    with document.change("Clear") as recorder:
        recorder.delete(schema.score, "selection", *CELL)
    assert document.assessment.score(CELL) == Score()


def test_evidence_that_is_given_with_a_score_replaces_the_old(document: Document) -> None:
    given = Score(2, State.SCORED, Evidence.CLAIMED)
    scores.set_scores(document, {CELL: given})
    assert document.assessment.score(CELL)[:3] == given[:3]


def test_weights_of_what_is_deleted_go_from_every_set(document: Document) -> None:
    with document.change("Weigh") as recorder:
        key = recorder.keys(schema.weight_set, round="selection")[0]
        recorder.put(schema.weight, *key, "c1", weight=3)
    assert document.assessment.weight_sets[0].weights == {"d1": 5, "c1": 3}
    rubric.delete_criteria(document, ["c1"])
    assert document.assessment.weight_sets[0].weights == {"d1": 5}
    rubric.delete_dimension(document, "d1")
    assert document.assessment.weight_sets[0].weights == {}


def test_an_agreed_score_off_a_new_scale_is_cleared(document: Document) -> None:
    criterion = document.assessment.rubric.criterion("c1")
    measuring.measure_anew(document, replace(criterion, scale=(1, 3)))
    assert document.assessment.agreed_score("a", "c1").value is None


def _wrong_rank(row: Standing) -> Standing:
    return row._replace(rank=(row.rank or 0) + 1)


def _wrong_sum(row: Standing) -> Standing:
    return row._replace(contributions=dict.fromkeys(row.contributions, 1.0))


@pytest.mark.parametrize(
    ("spoil", "said"), [(_wrong_rank, "The rank of"), (_wrong_sum, "The contributions to")]
)
def test_what_does_not_add_up_is_found(
    document: Document, spoil: Callable[[Standing], Standing], said: str
) -> None:
    evaluation: Evaluation = evaluate(document.assessment)
    assert list(wrong_sums(evaluation)) == []
    evaluation.__dict__["rows"] = tuple(map(spoil, evaluation.rows))
    assert all(text.startswith(said) for text in wrong_sums(evaluation))
    assert list(wrong_sums(evaluation))
