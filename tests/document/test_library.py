"""Criteria from the library, measured anew, weighed together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Measure, MustHave, Tier
from vendorcompare.core.scores import UNNAMED, Cell, Score, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits import (
    library,
    measuring,
    project,
    rubric,
    scores,
    vendors,
    weighing,
)
from vendorcompare.storage import schema
from vendorcompare.storage.library.templates import templates

CELL = Cell(UNNAMED, "a", "c1")


def weights(document: Document) -> dict[str, float]:
    return weighing.weights_of(document.assessment.rubric)


def test_a_template_fills_an_empty_assessment(empty: Document) -> None:
    first = templates()[0]
    library.start_from_template(empty, first, Tier.QUICK)
    assert empty.assessment.template == first.id
    assert empty.assessment.rubric == first.at(Tier.QUICK)
    assert empty.assessment.title
    assert empty.assessment.drivers
    empty.undo()
    assert not empty.assessment.rubric.criteria
    assert not empty.assessment.title


def test_criteria_of_two_templates_live_together(empty: Document) -> None:
    """Both templates call a dimension d1 and a criterion d1.1."""
    one, other = templates()[:2]
    picks = [(t, t.rubric.criterion("d1.1")) for t in (one, other)]
    first, second = library.add_from_library(empty, picks)
    found = empty.assessment.rubric
    assert first == "d1.1" != second
    assert [d.name for d in found.dimensions] == [t.rubric.dimensions[0].name for t in (one, other)]
    assert found.criterion(second).source == other.rubric.criterion("d1.1").source
    assert library.add_from_library(empty, picks) == []
    assert empty.history.undo_label == "Add from library"


def test_a_criterion_finds_its_dimension_and_its_likes(empty: Document) -> None:
    template = templates()[0]
    pairs = [c for c in template.rubric.criteria if c.same_as]
    criterion, like = pairs[0], template.rubric.criterion(pairs[0].same_as[0])
    library.add_from_library(empty, [(template, like)])
    (key,) = library.add_from_library(empty, [(template, criterion)])
    assert empty.assessment.rubric.criterion(key).same_as == (like.key,)
    sibling = next(
        c for c in template.rubric.dimension_of(criterion.key).criteria if c != criterion
    )
    before = len(empty.assessment.rubric.dimensions)
    library.add_from_library(empty, [(template, sibling)])
    assert len(empty.assessment.rubric.dimensions) == before


def test_copies_have_keys_of_their_own(document: Document) -> None:
    key = library.duplicate_criterion(document, "c1")
    copy = document.assessment.rubric.criterion(key)
    assert (copy.name.zh, copy.name.en) == ("态度（副本）", "Manner (copy)")
    assert copy.levels == document.assessment.rubric.criterion("c1").levels
    twin = library.duplicate_dimension(document, "d1")
    assert [d.key for d in document.assessment.rubric.dimensions] == ["d1", twin]
    assert len(document.assessment.rubric.position) == 10


def test_another_measure_clears_what_no_longer_fits(document: Document) -> None:
    scores.set_score(document, CELL, Score(4, State.SCORED))
    scores.set_note(document, CELL, "seen")
    before = document.assessment
    count = measuring.scores_of(before, ["c1"])
    wanted = measuring.with_measure(before.rubric.criterion("c1"), Measure.PERCENTAGE)
    cleared = measuring.measure_anew(document, wanted)
    assert (count, cleared) == (3, 2)  # what does not apply stays so
    assert document.assessment.score(CELL) == Score(note="seen")
    assert document.assessment.scores.agreed[0, 0] != document.assessment.scores.agreed[0, 0]
    document.undo()
    assert document.assessment.score(CELL).value == 4
    assert document.assessment.rubric.criterion("c1").measure is Measure.RATING


def test_a_figure_stays_a_figure(document: Document) -> None:
    old = document.assessment.rubric.criterion("c2")
    wanted = measuring.with_measure(old, Measure.PERCENTAGE)
    assert wanted.anchors == old.anchors
    assert measuring.measure_anew(document, wanted) == 0
    assert document.assessment.score(Cell(UNNAMED, "a", "c2")).value == 3.5
    rated = measuring.with_measure(old, Measure.RATING)
    assert (rated.anchors, rated.must_have) == ((), None)
    assert measuring.with_measure(old, Measure.BOOLEAN).must_have == MustHave()


def test_a_narrower_scale_clears_what_is_outside(document: Document) -> None:
    scores.set_score(document, CELL, Score(2, State.SCORED))
    old = document.assessment.rubric.criterion("c1")
    with pytest.raises(InputError, match="ascend"):
        measuring.measure_anew(document, replace(old, scale=(3, 3)))
    assert measuring.measure_anew(document, replace(old, scale=(1, 3))) == 1
    assert document.assessment.score(CELL).value == 2


def test_weights_of_a_level(document: Document) -> None:
    keys = ["c1", "c2", "c3", "c4"]
    rubric.set_weights(document, {"c1": 3, "c2": 1, "c3": 0, "c4": 0})
    weighing.spread(document, keys)
    assert [weights(document)[key] for key in keys] == [75, 25, 0, 0]
    weighing.make_equal(document, keys)
    assert [weights(document)[key] for key in keys] == [1, 1, 0, 0]
    rubric.set_weights(document, dict.fromkeys(keys, 0.0))
    with pytest.raises(InputError):
        weighing.spread(document, keys)
    weighing.make_equal(document, keys)
    assert set(weights(document).values()) == {1, 3}


def test_a_criterion_moves_to_another_dimension(document: Document) -> None:
    other = rubric.add_dimension(document, "新")
    rubric.move_criterion(document, "c1", 0, other)
    assert [c.key for c in document.assessment.rubric.criteria] == ["c2", "c3", "c4", "c1"]
    assert document.assessment.score(Cell("e1", "a", "c1")).value == 4
    document.undo()
    assert document.assessment.rubric.dimension_of("c1").key == "d1"


def test_nothing_dangles_after_a_deletion(document: Document) -> None:
    with document.change("Leave one round") as recorder:
        recorder.delete(schema.round_, "2027")
    project.attach(document, "a.txt", "text/plain", b"x", vendor="a", criterion="c1")
    rubric.delete_dimension(document, "d1")
    assert not document.assessment.attachments
    assert not document.assessment.weight_sets[0].weights
    document.undo()
    assert document.assessment.weight_sets[0].weights == {"d1": 5}
    assert document.assessment.attachments


def test_a_list_of_vendors_is_one_step(document: Document) -> None:
    keys = vendors.add_vendors(document, ["丙", " ", "丁"])
    assert [document.assessment.vendor(key).name for key in keys] == ["丙", "丁"]
    document.undo()
    assert len(document.assessment.vendors) == 2
    with pytest.raises(InputError, match="name"):
        vendors.describe_vendor(document, "a", "name", " ")
