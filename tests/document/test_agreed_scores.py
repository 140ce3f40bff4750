"""Scores that the evaluators agreed on."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion
from vendorcompare.core.scores import Cell, Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import rubric, scores, vendors


@pytest.fixture
def document() -> Iterator[Document]:
    made = Document.create()
    dimension = rubric.add_dimension(made, "Reach")
    rubric.add_criterion(made, dimension, Criterion("c", Text.same("Courtesy")))
    for _number in range(2):
        vendors.add_vendor(made, "Acme")
    made.history.forget()
    yield made
    made.close()


def test_many_are_recorded_and_taken_back_in_one_step(document: Document) -> None:
    places = [(vendor.key, "c") for vendor in document.assessment.vendors]
    scores.set_agreed_scores(document, dict.fromkeys(places, Score(4, State.SCORED)), "Paste")
    assert document.assessment.scores.agreed.tolist() == [[4], [4]]
    assert document.history.undo_label == "Paste"
    document.undo()
    assert np.isnan(document.assessment.scores.agreed).all()


def test_one_that_does_not_fit_refuses_all(document: Document) -> None:
    first, second = ((vendor.key, "c") for vendor in document.assessment.vendors)
    with pytest.raises(InputError):
        scores.set_agreed_scores(
            document, {first: Score(4, State.SCORED), second: Score(9, State.SCORED)}
        )
    assert not document.history.can_undo


def test_a_note_outlives_its_score_and_goes_with_its_own_deletion(document: Document) -> None:
    vendor = document.assessment.vendors[0].key
    scores.set_agreed_scores(document, {(vendor, "c"): Score(3, State.SCORED)})
    scores.set_agreed_note(document, vendor, "c", "after the visit")
    scores.set_agreed_scores(document, {(vendor, "c"): scores.BLANK})
    held = document.assessment.scores
    assert np.isnan(held.agreed[0, 0])
    assert held.agreed_notes == {(vendor, "c"): "after the visit"}
    scores.set_agreed_note(document, vendor, "c", "")
    assert document.assessment.scores.agreed_notes == {}


def test_a_time_below_zero_is_refused_without_an_endless_scale(document: Document) -> None:
    vendor = document.assessment.vendors[0].key
    with pytest.raises(InputError, match="outside 1 to 5"):
        scores.set_score(document, Cell("", vendor, "c"), Score(0.0, State.SCORED))
