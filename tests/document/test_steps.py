"""Every edit is one step: it has a name, and one undo takes back all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from tests.document.samples import assert_same
from vendorcompare.core.assessment import CostLine, Driver
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import UNNAMED, Cell, Evidence, Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import (
    costs,
    library,
    measuring,
    project,
    rounds,
    rubric,
    scores,
    vendors,
    weighing,
)

D = Decimal
CELL = Cell("e1", "a", "c1")
OTHER = Cell(UNNAMED, "b", "c2")
FOUR, FIVE = (Score(value, State.SCORED) for value in (4.0, 5.0))


def _first_fee(document: Document) -> CostLine:
    return document.assessment.cost_lines[0]


def _dimensions(document: Document) -> list[str]:
    return [dimension.key for dimension in document.assessment.rubric.dimensions]


_STEPS: dict[str, list[Callable[[Document], object]]] = {
    "Edit fee": [
        lambda d: costs.put_cost_lines(d, [replace(_first_fee(d), label="New", amount=D(5))]),
        lambda d: costs.put_cost_lines(d, [CostLine("", "b", "One"), CostLine("", "b", "Two")]),
    ],
    "Answer": [
        lambda d: costs.replace_cost_lines(
            d, [CostLine("", "b", "One")], [_first_fee(d).key], "Answer"
        ),
        lambda d: costs.put_cost_lines(d, [CostLine("", "b", "One")], "Answer"),
    ],
    "Add fee for every vendor": [lambda d: costs.add_for_every_vendor(d, _first_fee(d))],
    "Same VAT and invoice for a vendor": [lambda d: costs.spread_taxes(d, _first_fee(d))],
    "Duplicate fee": [lambda d: costs.duplicate_cost_lines(d, [_first_fee(d).key])],
    "Delete fee": [lambda d: costs.delete_cost_lines(d, [_first_fee(d).key])],
    "Edit volume": [
        lambda d: costs.put_drivers(d, [Driver("vouchers", D(1), D(2), D(3))]),
        lambda d: costs.put_drivers(d, [Driver("", D(1), D(2), D(3))]),
    ],
    "Add dimension": [lambda d: rubric.add_dimension(d, "New")],
    "Add criterion": [lambda d: rubric.add_criterion(d, "d1", Criterion("", Text.same("New")))],
    "Edit dimension": [
        lambda d: rubric.describe_dimension(
            d, replace(d.assessment.rubric.dimensions[0], weight=9.0)
        ),
    ],
    "Edit criterion": [
        lambda d: rubric.describe_criterion(
            d, replace(d.assessment.rubric.criterion("c1"), levels=((2.0, Text.same("fair")),))
        ),
    ],
    "Delete dimension": [lambda d: rubric.delete_dimension(d, "d1")],
    "Delete criterion": [lambda d: rubric.delete_criteria(d, ["c1", "c2"])],
    "Move dimension": [lambda d: rubric.move_dimension(d, _dimensions(d)[1], 0)],
    "Move criterion": [lambda d: rubric.move_criterion(d, "c1", 3)],
    "Set weights": [lambda d: rubric.set_weights(d, {"c1": 7, "d1": 8})],
    "Make weights equal": [lambda d: weighing.make_equal(d, _dimensions(d))],
    "Spread weights to 100": [lambda d: weighing.spread(d, ["c1", "c2"])],
    "Change measure": [
        lambda d: measuring.measure_anew(
            d, measuring.with_measure(d.assessment.rubric.criterion("c1"), Measure.NUMBER)
        ),
    ],
    "Duplicate criterion": [lambda d: library.duplicate_criterion(d, "c1")],
    "Duplicate dimension": [lambda d: library.duplicate_dimension(d, "d1")],
    "Edit assessment": [lambda d: project.describe(d, title="New", buyer="Other")],
    "Edit sheet": [lambda d: project.choose_sheet(d, language="both", paper="letter")],
    "Attach file": [lambda d: project.attach(d, "a.txt", "text/plain", b"x", vendor="a")],
    "Remove attachment": [lambda d: project.detach(d, d.assessment.attachments[0].key)],
    "Begin round": [lambda d: rounds.begin_round(d, "2028")],
    "Set score": [lambda d: scores.set_score(d, CELL, FIVE)],
    "Set 2 scores": [lambda d: scores.set_scores(d, {CELL: FIVE, OTHER: FOUR})],
    "Paste": [
        lambda d: scores.set_scores(d, {CELL: FIVE}, "Paste"),
        lambda d: scores.set_agreed_scores(d, {("b", "c1"): FIVE}, "Paste"),
    ],
    "Edit note": [
        lambda d: scores.set_note(d, CELL, "New"),
        lambda d: scores.set_agreed_note(d, "a", "c1", "New"),
    ],
    "Set evidence grade": [lambda d: scores.set_evidence(d, [CELL], Evidence.CLAIMED)],
    "Set agreed score": [lambda d: scores.set_agreed_scores(d, {("b", "c1"): FIVE})],
    "Add vendor": [lambda d: vendors.add_vendor(d, "New")],
    "Add vendors": [lambda d: vendors.add_vendors(d, ["New", "Other"])],
    "Edit vendor": [lambda d: vendors.describe_vendor(d, "a", "phone", "1")],
    "Delete vendor": [lambda d: vendors.delete_vendors(d, ["a"])],
    "Move vendor": [
        lambda d: vendors.move_vendors(d, ["a"], 1),
    ],
    "Add evaluator": [lambda d: vendors.add_evaluator(d, "New")],
    "Name the evaluator": [lambda d: vendors.sign_scores(d, "New")],
    "Edit evaluator": [lambda d: vendors.describe_evaluator(d, "e1", name="New", weight=2.0)],
    "Delete evaluator": [lambda d: vendors.delete_evaluator(d, "e1")],
}


def test_an_edit_is_one_step_with_a_name(document: Document) -> None:
    project.attach(document, "a.txt", "text/plain", b"x")
    rubric.add_dimension(document, "Second")
    document.history.forget()
    before = document.assessment
    for label, edits in _STEPS.items():
        for edit in edits:
            edit(document)
            assert document.history.undo_label == label
            document.undo()
            assert not document.history.can_undo, label
            assert_same(document.assessment, before)


def _criterion(document: Document, name: str) -> None:
    old = document.assessment.rubric.criterion("c1")
    rubric.describe_criterion(document, replace(old, name=Text.same(name)))


def _dimension(document: Document, name: str) -> None:
    old = document.assessment.rubric.dimensions[0]
    rubric.describe_dimension(document, replace(old, name=Text.same(name)))


def _measure(document: Document, name: str) -> None:
    old = document.assessment.rubric.criterion("c1")
    measuring.measure_anew(document, replace(old, scale=(1.0, 6.0 + len(name))))


#: Fields into which something is typed letter by letter.
_FIELDS: list[Callable[[Document, str], object]] = [
    lambda d, text: project.describe(d, title=text),
    lambda d, text: project.describe(d, buyer=text),
    lambda d, text: project.choose_sheet(d, prepared_by=text),
    lambda d, text: project.choose_sheet(d, reviewed_by=text),
    lambda d, text: vendors.describe_vendor(d, "a", "phone", text),
    lambda d, text: vendors.describe_vendor(d, "a", "note", text),
    lambda d, text: vendors.describe_vendor(d, "b", "note", text),
    lambda d, text: vendors.describe_evaluator(d, "e1", name=text),
    lambda d, text: vendors.describe_evaluator(d, UNNAMED, name=text),
    lambda d, text: scores.set_note(d, CELL, text),
    lambda d, text: scores.set_note(d, OTHER, text),
    lambda d, text: scores.set_agreed_note(d, "a", "c1", text),
    lambda d, text: scores.set_agreed_note(d, "b", "c1", text),
    lambda d, text: rubric.set_weights(d, {"c1": len(text)}, merge="slider"),
    lambda d, text: rubric.set_weights(d, {"c1": 5 + len(text)}, merge="other slider"),
    _criterion,
    _dimension,
    _measure,
]


def test_letters_typed_into_one_field_are_one_step(document: Document) -> None:
    for typed in _FIELDS:
        typed(document, "N")
        typed(document, "New")
    for _field in _FIELDS:
        document.undo()
    assert not document.history.can_undo


def test_weights_that_are_set_without_a_slider_are_steps_of_their_own(document: Document) -> None:
    rubric.set_weights(document, {"c1": 5})
    rubric.set_weights(document, {"c1": 6})
    document.undo()
    assert document.assessment.rubric.criterion("c1").weight == 5
