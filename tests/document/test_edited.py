"""What an edit leaves behind: the whole assessment as it was, but for what was edited."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

from vendorcompare.core.assessment import (
    Attachment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Evaluator,
    Invoice,
    Nature,
    Vendor,
)
from vendorcompare.core.rounds import Round, RoundKind
from vendorcompare.core.rubric import Criterion
from vendorcompare.core.scores import UNNAMED, Cell, Evidence, Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import (
    costs,
    library,
    project,
    rounds,
    rubric,
    scores,
    vendors,
)

D = Decimal


def test_what_is_new_gets_a_key_that_says_what_it_is(document: Document) -> None:
    made = {
        "f": costs.put_cost_lines(document, [CostLine("", "a", "One")])[0],
        "volume": costs.put_drivers(document, [Driver("", D(1), D(2), D(3))])[0],
        "d": rubric.add_dimension(document, "New"),
        "c": rubric.add_criterion(document, "d1", Criterion("", Text.same("New"))),
        "v": vendors.add_vendor(document, "New"),
        "e": vendors.add_evaluator(document, "New"),
        "r": rounds.begin_round(document, "2028"),
        "a": project.attach(document, "a.txt", "text/plain", b"x"),
    }
    assert {kind: key.rpartition("-")[0] for kind, key in made.items()} == {
        kind: kind for kind in made
    }
    assert library.duplicate_criterion(document, "c1").startswith("c-")
    assert library.duplicate_dimension(document, "d1").startswith("d-")
    assert rubric.add_criterion(document, "d1", Criterion("own", Text.same("New"))) == "own"
    assert rubric.add_criterion(document, "d1", Criterion("c1", Text.same("New"))).startswith("c-")
    assert vendors.sign_scores(document, "New").startswith("e-")


def test_a_fee_is_asked_of_every_other_vendor(document: Document) -> None:
    vendors.add_vendor(document, "丙")
    before = document.assessment
    line = CostLine(
        "k", "a", "Visits", Nature.VARIABLE, Billing.PER_EVENT, D(100), "vouchers", D(5), 3, 9, 2,
        True, D("0.1"), D("0.06"), False, Invoice.SPECIAL, Disclosure.QUOTED, "outdoor",
    )  # fmt: skip
    costs.put_cost_lines(document, [replace(line, key="", vendor="b", label="VISITS ")])
    third = before.vendors[2].key
    added = costs.add_for_every_vendor(document, line)
    lines = {each.key: each for each in document.assessment.cost_lines}
    assert [lines[key].vendor for key in added] == ["a", third]
    asked = CostLine(
        "", "a", "Visits", Nature.VARIABLE, Billing.PER_EVENT, None, "vouchers", None,
        catalogue="outdoor", disclosure=Disclosure.NOT_MENTIONED,
    )  # fmt: skip
    assert lines[added[1]] == replace(asked, key=added[1], vendor=third)
    last = before.lines_of("a")[-1]
    assert lines[added[0]] == replace(
        asked, key=added[0], vat_rate=last.vat_rate, vat_included=last.vat_included,
        invoice=last.invoice,
    )  # fmt: skip
    fixed = costs.asked_of(before, replace(line, billing=Billing.YEARLY), third)
    assert fixed.included_quantity == 0


def test_taxes_are_spread_over_the_fees_of_one_vendor(document: Document) -> None:
    other = costs.put_cost_lines(document, [CostLine("", "b", "Other")])[0]
    first, second = document.assessment.lines_of("a")
    taxed = replace(first, vat_rate=D("0.06"), vat_included=False, invoice=Invoice.NONE)
    costs.put_cost_lines(document, [taxed])
    assert costs.spread_taxes(document, taxed) == 1
    assert costs.spread_taxes(document, taxed) == 0
    assert document.assessment.lines_of("a") == (
        taxed, replace(second, vat_rate=D("0.06"), vat_included=False, invoice=Invoice.NONE),
    )  # fmt: skip
    assert document.assessment.lines_of("b") == (CostLine(other, "b", "Other"),)
    assert costs.with_usual_taxes(document.assessment, CostLine("", "c", "x")) == CostLine(
        "", "c", "x"
    )


def test_fees_and_volumes_that_are_not_there_are_not_deleted(document: Document) -> None:
    first, second = document.assessment.cost_lines
    assert costs.delete_cost_lines(document, [first.key, "gone"]) == 1
    assert document.assessment.cost_lines == (second,)
    key = costs.put_drivers(document, [Driver("", D(1), D(2), D(3), Text.same("New"))])[0]
    assert costs.delete_drivers(document, ["gone", key]) == 1
    assert [driver.key for driver in document.assessment.drivers] == ["vouchers"]


def test_a_file_is_kept_with_what_it_proves(document: Document) -> None:
    key = project.attach(document, "a.txt", "text/plain", b"abc", vendor="a", criterion="c1")
    assert document.assessment.attachments == (
        Attachment(key, "a.txt", "text/plain", 3, hashlib.sha256(b"abc").hexdigest(), "a", "c1"),
    )


def test_a_round_is_begun_and_decided(document: Document) -> None:
    key = rounds.begin_round(document, "2028", held_on=date(2028, 1, 2))
    begun = document.assessment.rounds[-1]
    assert (begun.key, begun.name, begun.kind, begun.held_on) == (
        key, "2028", RoundKind.REVIEW, date(2028, 1, 2),
    )  # fmt: skip
    assert document.assessment.round.key == key
    assert begun.rubric == document.assessment.rounds[-2].rubric
    assert rounds.begin_round(document, kind=RoundKind.SELECTION) == document.assessment.round.key
    last: Round = document.assessment.round
    assert (last.name, last.kind, last.held_on) == ("", RoundKind.SELECTION, None)


def test_scores_keep_what_is_known_of_them(document: Document) -> None:
    cell = Cell("e1", "a", "c1")
    scores.set_score(document, cell, Score(2, State.SCORED))
    assert document.assessment.score(cell) == Score(2, State.SCORED, Evidence.TESTED, "…")
    scores.set_score(document, cell, Score(3, State.SCORED, Evidence.CLAIMED, "new", ""))
    assert document.assessment.score(cell) == Score(3, State.SCORED, Evidence.CLAIMED, "new")
    scores.set_score(document, cell, scores.NOT_APPLICABLE)
    assert document.assessment.score(cell) == Score(None, State.NOT_APPLICABLE, note="new")
    words = Cell("e1", "a", "c4")
    scores.set_score(document, words, Score(None, State.SCORED, text="in words"))
    assert document.assessment.score(words) == Score(None, State.SCORED, text="in words")
    scores.set_score(document, words, scores.BLANK)
    assert document.assessment.score(words) == scores.BLANK


def test_agreed_scores_keep_their_notes(document: Document) -> None:
    given = document.assessment
    assert given.agreed_score("a", "c1") == Score(4, State.SCORED, note="agreed")
    scores.set_agreed_scores(document, {("a", "c1"): Score(5, State.SCORED)})
    assert document.assessment.agreed_score("a", "c1") == Score(5, State.SCORED, note="agreed")
    scores.set_agreed_scores(document, {("a", "c1"): scores.NOT_APPLICABLE._replace(note="none")})
    assert document.assessment.agreed_score("a", "c1") == Score(
        None, State.NOT_APPLICABLE, note="none"
    )
    scores.set_agreed_note(document, "b", "c2", "why")
    assert document.assessment.agreed_score("b", "c2") == Score(note="why")
    scores.set_agreed_note(document, "b", "c2", "")
    assert document.assessment.agreed_score("b", "c2") == Score()


def test_vendors_come_in_the_order_that_they_are_moved_to(document: Document) -> None:
    c, d = vendors.add_vendors(document, [" C ", "", "D"])
    assert document.assessment.vendors[2] == Vendor(c, "C")
    order = ["a", "b", c, d]
    assert list(document.assessment.vendor_position) == order
    for keys, step, expected in (
        (["a", "b"], 1, [c, "a", "b", d]), (["a", "b"], 1, [c, d, "a", "b"]),
        (["b", "a"], -2, ["a", "b", c, d]), ([d], -9, [d, "a", "b", c]), ([d, c], 0, [d, "a", "b",
        c]),
    ):  # fmt: skip
        vendors.move_vendors(document, keys, step)
        assert list(document.assessment.vendor_position) == expected
    vendors.move_vendors(document, [d], 2)
    assert list(document.assessment.vendor_position) == ["a", "b", d, c]
    project.attach(document, "a.txt", "text/plain", b"x", vendor="a")
    project.attach(document, "b.txt", "text/plain", b"x", vendor="b")
    vendors.delete_vendors(document, ["a", c])
    assert list(document.assessment.vendor_position) == ["b", d]
    assert [each.name for each in document.assessment.attachments] == ["b.txt"]


def test_evaluators_are_named_weighed_and_deleted(document: Document) -> None:
    key = vendors.add_evaluator(document, " Wu ")
    assert document.assessment.evaluators[-1] == Evaluator(key, "Wu", 1.0)
    vendors.describe_evaluator(document, key, weight=3.0)
    vendors.describe_evaluator(document, key, name="Wu Li")
    assert document.assessment.evaluators[-1] == Evaluator(key, "Wu Li", 3.0)
    vendors.delete_evaluator(document, UNNAMED)
    vendors.delete_evaluator(document, key)
    assert key not in {each.key for each in document.assessment.evaluators}
    assert UNNAMED in {each.key for each in document.assessment.evaluators}


def test_whoever_signs_takes_over_all_scores_that_nobody_signed(document: Document) -> None:
    before = document.assessment
    vendors.describe_evaluator(document, UNNAMED, weight=2.5)
    key = vendors.sign_scores(document, " Me ")
    after = document.assessment
    assert {each.key: each for each in after.evaluators}[key] == Evaluator(key, "Me", 2.5)
    for round_ in before.rounds:
        for vendor in ("a", "b"):
            for criterion in ("c1", "c2", "c3", "c4"):
                old, new = before.in_round(round_.key), after.in_round(round_.key)
                unsigned = Cell(UNNAMED, vendor, criterion)
                assert new.score(Cell(key, vendor, criterion)) == old.score(unsigned)
                assert new.score(unsigned) == Score()
    assert after.score(Cell("e1", "a", "c1")) == before.score(Cell("e1", "a", "c1"))
