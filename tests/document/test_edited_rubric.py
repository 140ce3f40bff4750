"""What an edit of the rubric leaves behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.document.samples import assert_same
from vendorcompare.core.rubric import Criterion, Measure, MustHave, Rubric
from vendorcompare.core.scores import UNNAMED, Cell, Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import (
    library,
    measuring,
    project,
    rubric,
    scores,
    weighing,
)
from vendorcompare.storage import schema


def _rubric(document: Document) -> Rubric:
    return document.assessment.rubric


def test_a_criterion_is_described_with_its_levels(document: Document) -> None:
    before = document.assessment
    old = before.rubric.criterion("c1")
    levels = ((1.0, Text("差", "poor")), (3.0, Text.same("fair")), (5.0, Text.same("good")))
    new = replace(
        old, name=Text("礼貌", "Courtesy"), weight=4.0, hint=Text.same("Ask"), levels=levels
    )
    rubric.describe_criterion(document, new)
    assert _rubric(document).criterion("c1") == new
    fewer = replace(new, levels=levels[1:])
    rubric.describe_criterion(document, fewer)
    assert _rubric(document).criterion("c1") == fewer
    dimension = replace(_rubric(document).dimensions[0], name=Text.same("All"), weight=7.0)
    rubric.describe_dimension(document, dimension)
    assert _rubric(document).dimensions == (dimension,)
    document.undo()
    document.undo()
    document.undo()
    assert_same(document.assessment, before)


def test_criteria_keep_the_order_that_they_are_given(document: Document) -> None:
    second = rubric.add_dimension(document, "Second")
    third = rubric.add_dimension(document, "Third")
    new = rubric.add_criterion(document, second, Criterion("", Text.same("New"), weight=2.0))
    assert [d.key for d in _rubric(document).dimensions] == ["d1", second, third]
    assert _rubric(document).dimensions[1].criteria == (
        Criterion(new, Text.same("New"), weight=2.0),
    )
    for place, order in {
        0: "c3 c1 c2 c4",
        9: "c1 c2 c4 c3",
        -5: "c3 c1 c2 c4",
        1: "c1 c3 c2 c4",
    }.items():
        rubric.move_criterion(document, "c3", place)
        assert [c.key for c in _rubric(document).dimensions[0].criteria] == order.split(), place
    for place, moved in {
        0: [third, "d1", second],
        9: ["d1", second, third],
        1: ["d1", third, second],
    }.items():
        rubric.move_dimension(document, third, place)
        assert [d.key for d in _rubric(document).dimensions] == moved, place
    rubric.move_criterion(document, "c2", 1, second)
    assert [c.key for d in _rubric(document).dimensions for c in d.criteria] == [
        "c1", "c3", "c4", new, "c2",
    ]  # fmt: skip


def test_deleting_criteria_leaves_the_others_alone(document: Document) -> None:
    for criterion in ("c1", "c2", ""):
        project.attach(document, f"{criterion}.txt", "text/plain", b"x", criterion=criterion)
    with document.change("Leave one round") as recorder:
        recorder.delete(schema.round_, "2027")
    rubric.delete_criteria(document, ["c1"])
    assert [c.key for c in _rubric(document).criteria] == ["c2", "c3", "c4"]
    assert [each.name for each in document.assessment.attachments] == ["c2.txt", ".txt"]
    assert document.assessment.score(Cell(UNNAMED, "a", "c2")).value == 3.5
    rubric.delete_dimension(document, "d1")
    assert _rubric(document) == Rubric()
    assert [each.name for each in document.assessment.attachments] == [".txt"]


def test_weights_are_made_equal_or_spread(document: Document) -> None:
    keys = ["c1", "c2", "c3"]
    rubric.set_weights(document, {"c1": 1, "c2": 2, "c3": 0, "c4": 9, "d1": 5})
    weighing.spread(document, keys, 50)
    weights = weighing.weights_of(_rubric(document))
    assert weights == {"d1": 5, "c1": 16.666666667, "c2": 33.333333333, "c3": 0, "c4": 9}
    weighing.make_equal(document, keys)
    assert weighing.weights_of(_rubric(document)) == {"d1": 5, "c1": 1, "c2": 1, "c3": 0, "c4": 9}


@pytest.mark.parametrize("measure", Measure)
def test_a_measure_keeps_what_still_makes_sense(measure: Measure) -> None:
    for old in Measure:
        criterion = Criterion(
            "c", Text.same("c"), old, anchors=((0.0, 0.0), (1.0, 1.0)), unit=Text.same("h"),
            measured_by="first_reply.median.phone", must_have=MustHave(at_most=5.0),
        )  # fmt: skip
        found = measuring.with_measure(criterion, measure)
        if measure is old or {measure, old} <= measuring.FIGURES:
            assert found == replace(criterion, measure=measure)
        else:
            must = MustHave() if measure is Measure.BOOLEAN else None
            assert found == Criterion("c", Text.same("c"), measure, must_have=must)
    bare = Criterion("c", Text(), Measure.TEXT)
    assert measuring.with_measure(bare, Measure.BOOLEAN).must_have is None


def test_scores_that_fit_a_new_scale_stay_with_all_that_is_said_of_them(document: Document) -> None:
    cells = [Cell(UNNAMED, "a", "c1"), Cell("e1", "b", "c1")]
    scores.set_scores(
        document, {cells[0]: Score(2, State.SCORED), cells[1]: Score(3, State.SCORED)}
    )
    scores.set_agreed_scores(
        document, {("a", "c1"): Score(5, State.SCORED), ("b", "c1"): Score(3, State.SCORED)}
    )
    scores.set_note(document, cells[1], "kept")
    assert measuring.scores_of(document.assessment, ["c1", "c2"]) == 5
    assert measuring.scores_of(document.assessment, []) == 0
    narrow = replace(_rubric(document).criterion("c1"), scale=(1.0, 2.0), levels=())
    assert measuring.measure_anew(document, narrow) == 2
    assert _rubric(document).criterion("c1") == narrow
    assert document.assessment.score(cells[0]) == Score(2, State.SCORED)
    assert document.assessment.score(cells[1]) == Score(note="kept")
    assert document.assessment.score(Cell("e1", "a", "c1")) == Score(note="…")
    assert document.assessment.agreed_score("a", "c1") == Score()
    assert document.assessment.agreed_score("b", "c1") == Score()


def test_a_dimension_and_a_criterion_are_copied_whole(document: Document) -> None:
    original = replace(_rubric(document).criterion("c1"), source="library", name=Text("", "Manner"))
    rubric.describe_criterion(document, original)
    copy = library.duplicate_criterion(document, "c1")
    assert _rubric(document).criterion(copy) == replace(
        original, key=copy, source="", name=Text("", "Manner (copy)")
    )
    rubric.describe_criterion(document, replace(original, name=Text.same("Same")))
    same = library.duplicate_criterion(document, "c1")
    assert _rubric(document).criterion(same).name == Text.same("Same (copy)")
    rubric.describe_criterion(document, replace(original, name=Text("态度", "")))
    chinese = library.duplicate_criterion(document, "c1")
    assert _rubric(document).criterion(chinese).name == Text("态度（副本）", "")
    first = _rubric(document).dimensions[0]
    twin = library.duplicate_dimension(document, "d1")
    copied = _rubric(document).dimensions[1]
    assert replace(copied, criteria=()) == replace(
        first, key=twin, name=Text("响应（副本）", "Response (copy)"), criteria=()
    )
    assert [replace(c, key="", source="") for c in copied.criteria] == [
        replace(c, key="", source="") for c in first.criteria
    ]
    assert {c.source for c in copied.criteria} == {""}


def test_the_same_criterion_is_known_by_its_source_or_its_name() -> None:
    one = Criterion("c", Text("态度", "Manner"), source="library:1")
    assert library.is_same(one, Criterion("x", Text(), source="library:1"))
    assert library.is_same(one, Criterion("x", Text("", " MANNER ")))
    assert library.is_same(one, Criterion("x", Text("态度 ", "Other")))
    assert not library.is_same(one, Criterion("c", Text("响应", "Reply"), source="library:2"))
    assert not library.is_same(Criterion("c", Text()), Criterion("c", Text()))
