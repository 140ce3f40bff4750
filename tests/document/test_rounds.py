"""Each round has a rubric of its own: a review leaves what was chosen as it was."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.document.samples import assert_same
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.ranking import evaluate
from vendorcompare.core.rounds import RoundKind
from vendorcompare.core.rubric import Measure
from vendorcompare.core.scores import Cell, Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import measuring, project, rubric, scores
from vendorcompare.document.edits.rounds import begin_round
from vendorcompare.document.exchange import (
    export_crosstab,
    export_json,
    export_scores_csv,
    import_json,
    import_table,
)
from vendorcompare.storage import change_log, replay, schema

CELL = Cell("e1", "a", "c1")
DAY = date(2027, 6, 30)


@pytest.fixture
def review(document: Document) -> str:
    """Give the key of a review that was just begun, after the round that was there before."""
    return begin_round(document, "2027 H1", held_on=DAY)


def answers(assessment: Assessment, round_: str) -> list[tuple[str, float | None, int | None]]:
    """Return what a round says of each vendor."""
    rows = evaluate(assessment.in_round(round_)).rows
    return [(row.name, row.score, row.rank) for row in rows]


def test_a_round_starts_from_the_rubric_and_the_weights_of_the_one_before(
    document: Document,
) -> None:
    before = document.assessment
    key = begin_round(document, "2027 H1", held_on=DAY)
    made = document.assessment
    assert made.round is made.rounds[-1]
    assert (made.round.key, made.round.name, made.round.kind, made.round.held_on) == (
        key, "2027 H1", RoundKind.REVIEW, DAY,
    )  # fmt: skip
    assert made.rubric == before.rubric
    assert made.rubric.criterion("c1").levels
    assert made.weight_sets == before.weight_sets
    assert not made.scores.states.any()
    assert made.rounds[:-1] == before.rounds
    assert document.history.undo_label == "Begin round"
    document.undo()
    assert_same(document.assessment, before)
    assert document.assessment.rounds == before.rounds
    document.redo()
    assert document.assessment.round.key == key


def test_changing_the_rubric_of_a_review_leaves_the_selection_as_it_was(
    document: Document, review: str
) -> None:
    before = document.assessment
    was = answers(before, "selection")
    rubric.set_weights(document, {"d1": 9, "c2": 7})
    rubric.describe_criterion(
        document, replace(before.rubric.criterion("c1"), scale=(1, 10), levels=((1.0, Text("差")),))
    )
    rubric.delete_criteria(document, ["c2"])
    rubric.describe_dimension(document, replace(before.rubric.dimensions[0], name=Text("新")))
    rubric.add_dimension(document, "Trust")
    after = document.assessment
    assert after.rubric != before.rubric
    assert after.rounds[0] == before.rounds[0]
    assert answers(after, "selection") == was
    assert any(score is not None for _name, score, _rank in was)


def test_what_is_scored_belongs_to_the_round_that_is_decided(
    document: Document, review: str
) -> None:
    before = document.assessment.in_round("selection").score(CELL)
    scores.set_score(document, CELL, Score(1, State.SCORED))
    scores.set_agreed_scores(document, {("a", "c1"): Score(2, State.SCORED)})
    made = document.assessment
    assert made.score(CELL).value == 1
    assert made.agreed_score("a", "c1").value == 2
    assert made.in_round("selection").score(CELL) == before
    assert made.in_round("selection").agreed_score("a", "c1").value != 2


@pytest.mark.parametrize("way", ["criteria", "dimension"])
def test_deleting_in_a_round_deletes_the_scores_of_that_round_only(
    document: Document, review: str, way: str
) -> None:
    scores.set_score(document, CELL, Score(1, State.SCORED))
    before = document.assessment
    kept = before.scores_by_round["selection"].states.sum()
    if way == "criteria":
        rubric.delete_criteria(document, ["c1"])
    else:
        rubric.delete_dimension(document, "d1")
    made = document.assessment
    assert "c1" not in made.rubric.position
    assert not made.scores.states.any()
    assert made.in_round("selection").score(CELL) == before.in_round("selection").score(CELL)
    assert made.scores_by_round["selection"].states.sum() == kept
    assert made.rounds[0] == before.rounds[0]
    document.undo()
    assert_same(document.assessment, before)


def test_a_file_stays_until_no_round_has_its_criterion(document: Document) -> None:
    with document.change("Leave one round") as recorder:
        recorder.delete(schema.round_, "2027")
    project.attach(document, "a.txt", "text/plain", b"x", vendor="a", criterion="c1")
    begin_round(document)
    rubric.delete_criteria(document, ["c1"])
    assert [each.name for each in document.assessment.attachments] == ["a.txt"]
    with document.change("Go back") as recorder:
        recorder.delete(schema.round_, document.assessment.round.key)
    rubric.delete_criteria(document, ["c1"])
    assert document.assessment.attachments == ()


def test_another_measure_in_a_review_clears_nothing_elsewhere(
    document: Document, review: str
) -> None:
    scores.set_score(document, CELL, Score(4, State.SCORED))
    manner = document.assessment.rubric.criterion("c1")
    changed = measuring.with_measure(manner, Measure.BOOLEAN)
    assert measuring.scores_of(document.assessment, ["c1"]) == 1
    assert measuring.measure_anew(document, changed) == 1
    made = document.assessment
    assert made.score(CELL).state is State.UNKNOWN
    assert made.in_round("selection").score(CELL).value == 4
    assert made.in_round("selection").rubric.criterion("c1").measure is Measure.RATING


def test_moving_in_a_round_keeps_the_order_of_the_others(document: Document, review: str) -> None:
    before = document.assessment.rounds[0]
    added = rubric.add_dimension(document, "Trust")
    rubric.move_dimension(document, added, 0)
    rubric.move_criterion(document, "c1", 9)
    made = document.assessment.rubric
    assert [each.key for each in made.dimensions] == [added, "d1"]
    assert made.criteria[-1].key == "c1"
    assert before.rubric.criteria[0].key == "c1"
    assert document.assessment.rounds[0] == before


def test_all_that_a_round_holds_is_in_the_log(document: Document, review: str) -> None:
    rubric.delete_criteria(document, ["c1"])
    document.undo()
    with document.frozen() as view, view.reading() as transaction:
        assert replay.unexplained(transaction, change_log.entries(transaction)) == []


def exported(document: Document) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export_json(document))
    return found


def test_a_review_comes_back_as_it_went(document: Document, review: str) -> None:
    rubric.set_weights(document, {"d1": 9})
    rubric.delete_criteria(document, ["c2"])
    scores.set_score(document, CELL, Score(2, State.SCORED))
    written = export_json(document)
    content = json.loads(written)
    first, *_between, last = content["rounds"]
    assert first == {"key": "selection", "name": "", "kind": "selection", "held_on": None}
    assert (last["key"], last["kind"], last["held_on"]) == (review, "review", "2027-06-30")
    assert last["present"] is True
    assert last["dimensions"][0]["weight"] == 9
    assert content["dimensions"][0]["weight"] == 3
    with closing(Document.create()) as other:
        import_json(other, written)
        assert export_json(other) == written
        assert other.assessment.round == document.assessment.round
        assert answers(other.assessment, "selection") == answers(document.assessment, "selection")
        report = import_json(other, written)
        assert not report.added
        assert not report.changed


def part(**lists: Any) -> str:
    return json.dumps({"format": "vendorcompare.assessment", "version": 1, **lists})


def test_a_round_without_a_rubric_starts_from_the_one_before(document: Document) -> None:
    before = document.assessment
    dimension = {"key": "d1", "weight": 5}
    import_json(
        document,
        part(
            dimensions=[dimension],
            rounds=[{"key": "r", "name": "Half", "weight_sets": {"accountant": {"d1": 8}}}],
            scores=[
                {"vendor": "a", "criterion": "c1", "evaluator": "e1", "value": 1, "round": "r"}
            ],
        ),
    )
    made = document.assessment.in_round("r")
    assert made.round.kind is RoundKind.REVIEW
    assert made.rubric == before.rounds[-1].rubric
    assert [each.weights for each in made.weight_sets] == [{"d1": 8}]
    assert made.score(CELL).value == 1
    assert document.assessment.rubric.dimensions[0].weight == 5
    assert document.assessment.weight_sets == before.weight_sets
    assert document.assessment.round.key == "selection"


def test_a_rubric_of_a_round_changes_that_round_only(document: Document, review: str) -> None:
    before = document.assessment
    import_json(
        document,
        part(rounds=[{"key": review, "dimensions": [{"key": "d1", "weight": 8}]}]),
    )
    made = document.assessment
    assert made.rubric.dimensions[0].weight == 8
    assert made.rubric.dimensions[0].criteria == before.rubric.dimensions[0].criteria
    assert made.round.name == "2027 H1"
    assert made.rounds[:-1] == before.rounds[:-1]


@pytest.mark.parametrize(
    ("lists", "message"),
    [
        (
            {"scores": [{"vendor": "a", "criterion": "c1", "evaluator": "e1", "round": "x"}]},
            r'scores\[0\]\.round: there is no round "x"',
        ),
        (
            {"consensus": [{"vendor": "a", "criterion": "c1", "value": 1, "round": "x"}]},
            r'consensus\[0\]\.round: there is no round "x"',
        ),
        (
            {
                "rounds": [{"key": "r", "dimensions": [{"key": "d"}]}],
                "scores": [
                    {"vendor": "a", "criterion": "c1", "evaluator": "e1", "round": "r", "value": 1}
                ],
            },
            r'scores\[0\]\.criterion: there is no criterion "c1"',
        ),
        (
            {"rounds": [{"key": "r", "present": True}, {"key": "s", "present": True}]},
            r"rounds\[1\]\.present: only one round",
        ),
        (
            {"rounds": [{"key": "selection", "dimensions": [{"key": "d"}]}]},
            r"rounds\[0\]: the first round has its dimensions and weights at the top",
        ),
        (
            {"rounds": [{"key": "r", "weight_sets": {"owner": {"gone": 1}}}]},
            r'rounds\[0\]\.weight_sets\.owner\.gone: there is no dimension or criterion "gone"',
        ),
        (
            {"rounds": [{"key": "r", "dimensions": [{"key": "d"}, {"key": "d"}]}]},
            r'rounds\[0\]\.dimensions\[1\]\.key: the key "d" is used twice',
        ),
        (
            {
                "rounds": [
                    {
                        "key": "r",
                        "dimensions": [{"key": "d", "criteria": [{"key": "c", "weight": 0}]}],
                    }
                ]
            },
            r"rounds\[0\]\.dimensions\[0\]\.criteria: all weights in this dimension are zero",
        ),
        ({"rounds": [{"key": "r", "kind": "test"}]}, r"rounds\[0\]\.kind: must be one of"),
        ({"rounds": [{"key": "r", "held_on": "soon"}]}, r"rounds\[0\]\.held_on"),
    ],
)
def test_what_is_wrong_with_rounds_is_named(
    document: Document, lists: dict[str, Any], message: str
) -> None:
    before = export_json(document)
    with pytest.raises(InputError, match=message):
        import_json(document, part(**lists))
    assert export_json(document) == before


def test_a_table_says_which_round_it_means(document: Document, review: str) -> None:
    table = (
        "vendor,criterion,evaluator,value,轮次\n"
        "甲,c1,Lin,2,2027 H1\n甲,c1,Lin,3,selection\n乙,c1,Lin,5,\n"
    )
    names = {"b": "乙"}
    with document.change("Name") as recorder:
        for key, name in names.items():
            recorder.put(schema.vendor, key, name=name)
    import_table(document, table.encode())
    made = document.assessment
    assert made.score(CELL).value == 2
    assert made.score(Cell("e1", "b", "c1")).value == 5
    assert made.in_round("selection").score(CELL).value == 3
    assert made.in_round("selection").score(Cell("e1", "b", "c1")).value != 5
    with pytest.raises(InputError, match='row 2: there is no round "later"'):
        import_table(document, b"vendor,criterion,evaluator,value,round\na,c1,e1,2,later\n")


@pytest.mark.parametrize("export", [export_scores_csv, export_crosstab])
def test_tables_of_a_round_are_read_into_it(document: Document, review: str, export: Any) -> None:
    scores.set_score(document, CELL, Score(2, State.SCORED))
    scores.set_agreed_scores(document, {("a", "c1"): Score(3, State.SCORED)})
    written = export(document.assessment)
    before = document.assessment
    scores.set_score(document, CELL, scores.BLANK)
    scores.set_agreed_scores(document, {("a", "c1"): scores.BLANK})
    begin_round(document)
    import_table(document, written)
    made = document.assessment
    assert_same(made.in_round(review), made.in_round(review))
    assert made.in_round(review).score(CELL) == before.score(CELL)
    assert made.in_round(review).agreed_score("a", "c1") == before.agreed_score("a", "c1")
    assert not made.scores.states.any()
