from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from vendorcompare.core.assessment import CostLine, Driver
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import UNNAMED, Cell, Evidence, Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import costs, project, rubric, scores, vendors

CELL = Cell(UNNAMED, "a", "c1")


def scored(value: float) -> Score:
    return Score(value, State.SCORED)


def test_a_blank_clears_the_evidence_and_keeps_the_note(document: Document) -> None:
    scores.set_score(document, CELL, scored(3))
    scores.set_evidence(document, [CELL, Cell(UNNAMED, "b", "c2")], Evidence.TESTED)
    scores.set_note(document, CELL, "seen")
    scores.set_score(document, CELL, scored(4))
    assert document.assessment.score(CELL) == (4, State.SCORED, Evidence.TESTED, "seen", "")
    scores.set_score(document, CELL, scores.BLANK)
    assert document.assessment.score(CELL) == (None, State.UNKNOWN, Evidence.NONE, "seen", "")
    scores.set_note(document, CELL, "")
    assert document.assessment.score(CELL) == scores.BLANK


def test_what_has_no_score_is_not_graded(document: Document) -> None:
    excused = Cell(UNNAMED, "b", "c2")
    scores.set_score(document, excused, scores.NOT_APPLICABLE)
    scores.set_evidence(document, [CELL, excused], Evidence.TESTED)
    assert document.assessment.score(CELL) == scores.BLANK
    assert document.assessment.score(excused) == scores.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("criterion", "value"),
    [("c1", 0), ("c1", 6), ("c2", -1), ("c3", 2), ("c1", float("nan")), ("c1", None)],
)
def test_a_score_that_does_not_fit_changes_nothing(
    document: Document, criterion: str, value: float | None
) -> None:
    cell = Cell(UNNAMED, "b", criterion)
    before = document.assessment
    good = {Cell(UNNAMED, "b", "c2"): scored(2), cell: Score(value, State.SCORED)}
    with pytest.raises(InputError):
        scores.set_scores(document, good)
    assert document.assessment is before


def test_many_scores_are_one_step(document: Document) -> None:
    scores.set_scores(document, {CELL: scored(3), Cell("e1", "b", "c1"): scored(5)})
    assert document.history.undo_label == "Set 2 scores"
    scores.set_scores(document, {Cell("e1", "a", "c2"): scores.NOT_APPLICABLE}, "Paste")
    assert document.history.undo_label == "Paste"
    document.undo()
    document.undo()
    assert document.assessment.score(CELL).state is State.UNKNOWN


def test_an_agreed_score_can_be_taken_back(document: Document) -> None:
    scores.set_agreed_scores(document, {("b", "c1"): Score(5, State.SCORED)})
    assert document.assessment.scores.agreed[1, 0] == 5
    scores.set_agreed_scores(document, {("b", "c1"): scores.BLANK})
    assert document.assessment.scores.agreed[1, 0] != document.assessment.scores.agreed[1, 0]
    with pytest.raises(InputError):
        scores.set_agreed_scores(document, {("b", "c1"): Score(9, State.SCORED)})


def test_the_rubric_can_be_built_and_ordered(document: Document) -> None:
    key = rubric.add_dimension(document, "新")
    one = rubric.add_criterion(document, key, Criterion("", Text("一", "One")))
    two = rubric.add_criterion(document, key, Criterion("c1", Text("二", "Two"), Measure.BOOLEAN))
    assert two != "c1"
    rubric.move_criterion(document, two, 0)
    rubric.move_dimension(document, key, 0)
    first = document.assessment.rubric.dimensions[0]
    assert (first.key, [c.key for c in first.criteria]) == (key, [two, one])
    rubric.describe_dimension(document, replace(first, name=Text("旧", "Old")))
    levels = ((1.0, Text("差", "poor")), (5.0, Text("好", "good")))
    rubric.describe_criterion(document, replace(first.criteria[1], levels=levels))
    rubric.describe_criterion(document, replace(first.criteria[1], levels=levels[:1]))
    changed = document.assessment.rubric
    assert changed.dimensions[0].name.en == "Old"
    assert changed.criterion(one).levels == levels[:1]
    rubric.delete_criteria(document, [one])
    rubric.delete_dimension(document, key)
    assert [d.key for d in document.assessment.rubric.dimensions] == ["d1"]


def test_weights_are_set_together(document: Document) -> None:
    rubric.set_weights(document, {"d1": 2, "c1": 0})
    assert document.assessment.rubric.dimensions[0].weight == 2
    assert document.assessment.rubric.criterion("c1").weight == 0
    with pytest.raises(InputError, match="-1"):
        rubric.set_weights(document, {"c1": -1})


def test_vendors_and_evaluators_come_and_go(document: Document) -> None:
    key = vendors.add_vendor(document, " 丙 ")
    vendors.move_vendors(document, [key], -2)
    assert [v.name for v in document.assessment.vendors] == ["丙", "甲", "b"]
    who = vendors.add_evaluator(document, "Zhou")
    vendors.describe_evaluator(document, who, weight=2)
    assert document.assessment.evaluators[-1].weight == 2
    vendors.delete_evaluator(document, who)
    vendors.delete_evaluator(document, UNNAMED)
    assert [e.key for e in document.assessment.evaluators] == [UNNAMED, "e1"]


def test_fees_are_checked(document: Document) -> None:
    line = CostLine("", "a", "Set-up", amount=Decimal(300))
    key = costs.put_cost_lines(document, [line])[0]
    costs.put_cost_lines(document, [replace(line, key=key, amount=Decimal("250.50"))])
    assert document.assessment.cost_lines[-1].amount == Decimal("250.50")
    wrong = [
        replace(line, amount=Decimal("NaN")),
        replace(line, first_month=0),
        replace(line, first_month=5, last_month=4),
        replace(line, driver="none"),
    ]
    for each in wrong:
        with pytest.raises(InputError):
            costs.put_cost_lines(document, [each])
    costs.delete_cost_lines(document, [key])
    assert len(document.assessment.cost_lines) == 2


def test_a_volume_in_use_stays(document: Document) -> None:
    with pytest.raises(InputError, match="超量"):
        costs.delete_drivers(document, ["vouchers"])
    ten = Decimal(10)
    key = costs.put_drivers(document, [Driver("", ten, ten, ten)])[0]
    costs.put_drivers(document, [Driver(key, ten, ten, Decimal(20))])
    with pytest.raises(InputError):
        costs.put_drivers(document, [Driver(key, Decimal(-1), ten, ten)])
    costs.delete_drivers(document, [key])
    assert [d.key for d in document.assessment.drivers] == ["vouchers"]


def test_the_assessment_describes_itself(document: Document) -> None:
    project.describe(document, title="New", horizon_months=12, discount_rate=Decimal("0.03"))
    assert document.assessment.title == "New"
    assert document.assessment.discount_rate == Decimal("0.03")
    with pytest.raises(InputError):
        project.describe(document, horizon_months=0)
    project.choose_sheet(document, language="both", left_out=["costs"])
    assert document.assessment.sheet_settings.left_out == ("costs",)
    project.choose_sheet(document, left_out_vendors=["a", "b"])
    assert document.assessment.sheet_settings.left_out_vendors == ("a", "b")
    document.undo()
    assert not document.assessment.sheet_settings.left_out_vendors


def test_an_attachment_can_be_detached(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    key = project.attach(document, "a.txt", "text/plain", b"x")
    project.detach(document, key)
    assert not document.assessment.attachments
    monkeypatch.setattr(project, "LARGEST_ATTACHMENT", 3)
    with pytest.raises(InputError, match="larger"):
        project.attach(document, "a.txt", "text/plain", b"long")
