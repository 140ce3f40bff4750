"""What edits refuse, in which words, and that nothing is changed then."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from vendorcompare.core.assessment import CostLine, Driver
from vendorcompare.core.errors import InputError
from vendorcompare.core.scores import UNNAMED, Cell, Score, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits import (
    costs,
    measuring,
    project,
    rubric,
    scores,
    vendors,
    weighing,
)

D = Decimal


def _fee(document: Document, **said: object) -> None:
    known = CostLine("", "a", "Fee", first_month=3)
    costs.put_cost_lines(document, [CostLine("", "a", "Good"), replace(known, **said)])  # type: ignore[arg-type]


def _score(document: Document, criterion: str, value: float | None) -> None:
    cell = Cell(UNNAMED, "b", criterion)
    scores.set_scores(document, {cell: Score(value, State.SCORED)})


def _agreed(document: Document, criterion: str, value: float) -> None:
    scores.set_agreed_scores(document, {("b", criterion): Score(value, State.SCORED)})


def _scale(document: Document, low: float, high: float) -> None:
    criterion = document.assessment.rubric.criterion("c1")
    measuring.measure_anew(document, replace(criterion, scale=(low, high)))


_REFUSED: list[tuple[Callable[[Document], object], str]] = [
    (lambda d: _fee(d, amount=D("-0.01")), "A fee cannot be below zero. "
     "Type the amount of a discount without a sign, and choose Yes under Taken off."),
    (lambda d: _fee(d, amount=D("NaN")), "A fee must be an amount of money. Type a number."),
    (lambda d: _fee(d, amount=D("Infinity")), "A fee must be an amount of money. Type a number."),
    (lambda d: _fee(d, first_month=0), "Months count from 1. Type 1 for the first month."),
    (lambda d: _fee(d, last_month=2), "A fee cannot end before it starts. "
     "Type a last month that is not before the first one."),
    (lambda d: _fee(d, free_months=-1), "Free months cannot be below zero. Type 0 for none."),
    (lambda d: _fee(d, driver="visits"), 'There is no volume called "visits". '
     "Choose one of the volumes of the assessment, or add it first."),
    *(
        (lambda d, volume=volume: costs.put_drivers(d, [volume]),
         "A volume cannot be negative. Type 0 or more.")
        for volume in (
            Driver("", D(-1), D(2), D(3)), Driver("", D(1), D(-1), D(3)),
            Driver("", D(1), D(2), D(-1)),
        )
    ),
    (lambda d: costs.delete_drivers(d, ["vouchers"]), 'The volume is used by the fee "超量". '
     "Choose another volume for that fee first."),
    (lambda d: _score(d, "c1", None),
     "A score must be a number. Type a number, or leave it blank."),
    (lambda d: _score(d, "c1", math.inf),
     "A score must be a number. Type a number, or leave it blank."),
    (lambda d: _score(d, "c1", 0.5),
     "0.5 is outside 1 to 5. Type a score within the scale of the criterion."),
    (lambda d: _score(d, "c1", 5.5),
     "5.5 is outside 1 to 5. Type a score within the scale of the criterion."),
    (lambda d: _score(d, "c3", 2),
     "2 is outside 0 to 1. Type a score within the scale of the criterion."),
    (lambda d: _score(d, "c3", -1),
     "-1 is outside 0 to 1. Type a score within the scale of the criterion."),
    (lambda d: _score(d, "c2", -0.5), "-0.5 is below 0. Type 0 or more."),
    (lambda d: _agreed(d, "c1", 6),
     "6 is outside 1 to 5. Type a score within the scale of the criterion."),
    *(
        (lambda d, low=low: _scale(d, low, 3.0),
         "The scale must ascend. Give the lowest level first, then a higher one.")
        for low in (3.0, 4.0)
    ),
    (lambda d: rubric.set_weights(d, {"c1": -1}),
     "A weight cannot be -1. Type 0 or a larger number; only the proportions count."),
    (lambda d: rubric.set_weights(d, {"c1": math.inf}),
     "inf is too large a number. Type at most 1,000,000,000,000."),
    (lambda d: rubric.set_weights(d, {"c1": math.nan}),
     "A figure must be a number. Type a number."),
    (lambda d: weighing.spread(d, []),
     "All weights are zero, so there is nothing to spread. Make them equal first."),
    (lambda d: project.describe(d, horizon_months=0),
     "The horizon must be between 1 and 600 months. Type 36 for three years."),
    (lambda d: project.describe(d, horizon_months=601),
     "The horizon must be between 1 and 600 months. Type 36 for three years."),
    (lambda d: project.describe(d, currency="yuan"), '"yuan" is not the code of a currency. '
     "Type the three letters of its code, such as CNY, HKD or USD."),
    (lambda d: project.attach(d, "a.txt", "text/plain", b"x", vendor="gone"),
     'The vendor that "a.txt" was to be attached to is not there any more. '
     "Attach it to another vendor."),
    (lambda d: vendors.describe_vendor(d, "a", "name", " \t"),
     "A vendor needs a name. Type a name, or delete the vendor instead."),
]  # fmt: skip


def test_what_does_not_fit_changes_nothing(document: Document) -> None:
    before = document.assessment
    for edit, sentences in _REFUSED:
        with pytest.raises(InputError) as refused:
            edit(document)
        assert refused.value.sentences == sentences
        assert not document.history.can_undo, sentences
    assert document.assessment is before


def test_what_just_fits_is_taken(document: Document) -> None:
    _fee(document, amount=D(0), first_month=1, last_month=1, free_months=0)
    _fee(document, first_month=3, last_month=3, driver="vouchers")
    costs.put_drivers(document, [Driver("", D(0), D(0), D(0))])
    for criterion, values in {"c1": (1, 5), "c2": (0, 1e9), "c3": (0, 1)}.items():
        for value in values:
            _score(document, criterion, value)
            assert document.assessment.score(Cell(UNNAMED, "b", criterion)).value == value
    _scale(document, 1.0, 1.5)
    rubric.set_weights(document, {"c1": 0, "d1": 1e6})
    for months in (1, 600):
        project.describe(document, horizon_months=months, currency=" hkd ")
        assert document.assessment.horizon_months == months
    assert document.assessment.currency == "HKD"
    vendors.describe_vendor(document, "a", "note", " ")


def test_a_file_may_be_as_large_as_it_is_said(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert project.LARGEST_ATTACHMENT == 50 * 2**20
    monkeypatch.setattr(project, "LARGEST_ATTACHMENT", 3)
    project.attach(document, "a.txt", "text/plain", b"123")
    with pytest.raises(InputError) as refused:
        project.attach(document, "b.txt", "text/plain", b"1234")
    assert refused.value.sentences == (
        '"b.txt" is larger than 50 MB. Attach a smaller file, such as the pages that matter.'
    )
