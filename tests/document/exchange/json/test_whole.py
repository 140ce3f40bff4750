"""A document in which everything is said, and nothing as usual."""

from __future__ import annotations

import base64
import json
from decimal import Decimal
from typing import Any

from tests.document.samples import assert_same
from vendorcompare.core.assessment import Billing, CostLine, Disclosure, Invoice, Nature
from vendorcompare.core.rounds import RoundKind
from vendorcompare.core.rubric import Access, Criterion, Direction, Measure, MustHave
from vendorcompare.core.service import Commitment
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import export_json, import_json

CRITERION: dict[str, Any] = {
    "key": "c1",
    "name": {"zh": "态度", "en": "Manner"},
    "weight": 2.5,
    "measure": "number",
    "scale": [0, 10],
    "levels": {"0": "bad", "7.5": {"zh": "好", "en": "good"}},
    "direction": "lower",
    "unit": {"zh": "次", "en": "times"},
    "anchors": [[0, 1], [4.5, 0.25], [9, 0]],
    "must_have": {"at_least": 1, "at_most": 8.5},
    "measured_by": "first_reply.median.phone",
    "hint": "Ask",
    "evidence": ["E1", "E2"],
    "access": "ask",
    "same_as": ["c2"],
    "source": "001:D1.1",
}
OTHER: dict[str, Any] = {
    "key": "c2", "name": "Licence", "weight": 0, "measure": "boolean", "must_have": True,
}  # fmt: skip
DIMENSION: dict[str, Any] = {
    "key": "d1", "name": "Reply", "weight": 3, "criteria": [CRITERION, OTHER],
    "hint": "All", "group": {"zh": "甲", "en": "A"}, "source": "001:D1",
}  # fmt: skip
VENDOR: dict[str, Any] = {
    "key": "a", "name": "甲", "credit_code": "x", "stage": "finalist", "contact": "Li",
    "phone": "1", "address": "2", "website": "3", "licence": "4", "founded": "5", "staff": "6",
    "pros": "7", "cons": "8", "note": "9",
}  # fmt: skip
COST: dict[str, Any] = {
    "key": "f1", "vendor": "a", "label": "Fee", "nature": "possible", "billing": "per_event",
    "amount": "12.50", "driver": "visits", "included_quantity": 2, "first_month": 3,
    "last_month": 9, "free_months": 2, "credit": True, "escalation": "0.03", "vat_rate": "0.06",
    "vat_included": False, "invoice": "special", "disclosure": "refused", "catalogue": "outdoor",
    "unread": {"first_month": "soon"},
}  # fmt: skip
PLAIN_COST: dict[str, Any] = {
    "key": "f2", "vendor": "b", "label": "Other", "nature": "fixed", "billing": "monthly",
    "amount": None, "driver": None, "included_quantity": None, "first_month": 1,
    "last_month": None, "escalation": "0", "vat_rate": "0", "vat_included": True,
    "invoice": "ordinary", "disclosure": "quoted", "catalogue": None,
}  # fmt: skip
CONTACT: dict[str, Any] = {
    "key": "t1", "vendor": "a", "channel": "phone", "raised": "2026-03-02T09:00+08:00",
    "first_reply": "2026-03-02T09:03:20+08:00", "started": "2026-03-02T10:00+08:00",
    "resolved": "2026-03-03T10:00+08:00", "reopened": "2026-03-04T10:00+08:00", "contacts": 3,
    "topic": "VAT", "urgent": True, "satisfied": False,
}  # fmt: skip
ROUND: dict[str, Any] = {
    "key": "2027", "name": "Review", "kind": "review", "held_on": "2027-05-06", "present": True,
    "dimensions": [{**DIMENSION, "criteria": [{**OTHER, "weight": 2}]}],
    "weight_sets": {"boss": {"d1": 4}},
    "weight_set_keys": {"boss": "w2"},
}  # fmt: skip
WHOLE: dict[str, Any] = {
    "format": "vendorcompare.assessment",
    "version": 1,
    "assessment": {
        "title": "Title", "buyer": "Buyer", "currency": "HKD", "horizon_months": 24,
        "discount_rate": "0.04", "start": "2026-02-03", "buyer_recovers_vat": True,
        "budget_monthly": "800.5", "template": "001", "note": "Note",
    },
    "dimensions": [DIMENSION],
    "weight_sets": {"accountant": {"d1": 5, "c1": 0.5}},
    "weight_set_keys": {"accountant": "w1"},
    "vendors": [VENDOR, {"key": "b", "name": "乙", "credit_code": "", "stage": ""}],
    "evaluators": [{"key": "e1", "name": "Lin", "weight": 2.5}],
    "rounds": [{"key": "selection", "name": "First", "kind": "selection", "held_on": None}, ROUND],
    "scores": [
        {"vendor": "a", "criterion": "c1", "evaluator": "e1", "value": 4.5, "state": "scored",
         "evidence": "claimed", "note": "seen", "round": "selection"},
        {"vendor": "a", "criterion": "c2", "evaluator": None, "value": None,
         "state": "not_applicable", "evidence": None, "note": "", "round": "selection"},
        {"vendor": "b", "criterion": "c2", "evaluator": "e1", "value": 1, "state": "scored",
         "evidence": "documented", "note": "", "round": "2027"},
    ],
    "consensus": [
        {"vendor": "a", "criterion": "c1", "value": 4, "note": "agreed"},
        {"vendor": "b", "criterion": "c1", "value": None, "state": "not_applicable", "note": ""},
        {"vendor": "a", "criterion": "c2", "value": 1, "note": "", "round": "2027"},
    ],
    "drivers": [
        {"key": "visits", "low": 1, "likely": 2.5, "high": 4, "name": "Visits"},
        {"key": "staff", "low": 0, "likely": 0, "high": 0},
    ],
    "costs": [COST, PLAIN_COST],
    "commitments": [
        {"key": "p1", "vendor": "a", "channel": "phone", "within_minutes": 5, "share": 0.9},
    ],
    "contacts": [CONTACT],
    "sheet": {
        "language": "both", "paper": "letter", "final": True, "left_out": ["costs"],
        "left_out_vendors": ["b"], "prepared_by": "A", "reviewed_by": "B", "approved_by": "C",
    },
    "attachments": [
        {"key": "a1", "name": "x.txt", "media_type": "text/plain", "vendor": "a",
         "criterion": "c1", "note": "n", "content": base64.b64encode(b"abc").decode("ascii")},
        {"key": "a2", "name": "y.txt", "media_type": "", "content": ""},
    ],
}  # fmt: skip


def test_everything_that_is_said_comes_back(empty: Document) -> None:
    import_json(empty, json.dumps(WHOLE))
    assert json.loads(export_json(empty)) == WHOLE
    before = empty.assessment
    import_json(empty, json.dumps(WHOLE))
    assert_same(empty.assessment, before)


def test_what_is_said_is_what_the_assessment_holds(empty: Document) -> None:
    import_json(empty, json.dumps(WHOLE))
    given = empty.assessment
    assert given.round.kind is RoundKind.REVIEW
    assert given.round.rubric.criterion("c2").must_have == MustHave()
    first = given.in_round("selection")
    assert first.rubric.criterion("c1") == Criterion(
        "c1", Text("态度", "Manner"), Measure.NUMBER, 2.5, Direction.LOWER, (0.0, 10.0),
        Text("次", "times"), ((0.0, 1.0), (4.5, 0.25), (9.0, 0.0)),
        ((0.0, Text.same("bad")), (7.5, Text("好", "good"))), MustHave(1.0, 8.5),
        "first_reply.median.phone", Text.same("Ask"), ("E1", "E2"), Access.ASK, ("c2",),
        "001:D1.1",
    )  # fmt: skip
    assert given.cost_lines[0] == CostLine(
        "f1", "a", "Fee", Nature.POSSIBLE, Billing.PER_EVENT, Decimal("12.50"), "visits",
        Decimal(2), 3, 9, 2, True, Decimal("0.03"), Decimal("0.06"), False, Invoice.SPECIAL,
        Disclosure.REFUSED, "outdoor", (("first_month", "soon"),),
    )  # fmt: skip
    assert given.commitments == (Commitment("p1", "a", "phone", 5.0, 0.9),)


def test_what_is_not_said_stays_as_it_is(empty: Document) -> None:
    import_json(empty, json.dumps(WHOLE))
    before = empty.assessment
    bare = {
        "vendors": [{"key": "a"}], "evaluators": [{"key": "e1"}], "drivers": [{"key": "visits"}],
        "costs": [{"key": "f1", "vendor": "a"}], "dimensions": [{"key": "d1"}],
        "rounds": [{"key": "2027"}], "contacts": [
            {"key": "t1", "vendor": "a", "channel": "phone", "raised": "2026-03-02T09:00+08:00"}
        ],
        "scores": [{"vendor": "a", "criterion": "c1", "evaluator": "e1"}],
        "consensus": [{"vendor": "a", "criterion": "c1"}],
        "assessment": {}, "sheet": {},
    }  # fmt: skip
    import_json(empty, json.dumps({"format": WHOLE["format"], "version": 1, **bare}))
    assert_same(empty.assessment, before)
