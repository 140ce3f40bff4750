"""Assessments to test with."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.scores import ScoreArrays
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import import_json

EXAMPLE: dict[str, Any] = {
    "format": "vendorcompare.assessment",
    "version": 1,
    "assessment": {
        "title": "选代账",
        "buyer": "云帆",
        "currency": "CNY",
        "horizon_months": 36,
        "discount_rate": "0.05",
        "start": "2026-01-01",
        "buyer_recovers_vat": False,
        "budget_monthly": "800",
    },
    "dimensions": [
        {
            "key": "d1",
            "name": {"zh": "响应", "en": "Response"},
            "weight": 3,
            "criteria": [
                {
                    "key": "c1",
                    "name": {"zh": "态度", "en": "Manner"},
                    "weight": 1,
                    "measure": "rating",
                    "scale": [1, 5],
                    "levels": {"1": {"zh": "差", "en": "poor"}},
                },
                {
                    "key": "c2",
                    "measure": "duration",
                    "direction": "lower",
                    "unit": "min",
                    "anchors": [[2, 1.0], [60, 0.0]],
                    "must_have": {"at_most": 60},
                    "measured_by": "first_reply.median.phone",
                },
                {"key": "c3", "measure": "boolean", "must_have": True},
                {"key": "c4", "measure": "text"},
            ],
        }
    ],
    "weight_sets": {"accountant": {"d1": 5}},
    "vendors": [{"key": "a", "name": "甲", "credit_code": "", "stage": "shortlist"}, {"key": "b"}],
    "evaluators": [{"key": "e1", "name": "Lin", "weight": 1}],
    "rounds": [{"key": "2027"}],
    "scores": [
        {
            "vendor": "a",
            "criterion": "c1",
            "evaluator": "e1",
            "value": 4,
            "state": "scored",
            "evidence": "tested",
            "note": "…",
            "round": "selection",
        },
        {"vendor": "a", "criterion": "c2", "evaluator": None, "value": 3.5},
        {"vendor": "b", "criterion": "c3", "evaluator": None, "value": True, "round": "2027"},
        {"vendor": "b", "criterion": "c4", "evaluator": None, "value": "in words"},
        {"vendor": "b", "criterion": "c1", "evaluator": None, "state": "not_applicable"},
    ],
    "consensus": [{"vendor": "a", "criterion": "c1", "value": 4, "note": "agreed"}],
    "drivers": [{"key": "vouchers", "low": 60, "likely": 100, "high": 200}],
    "costs": [
        {
            "vendor": "a",
            "label": "月费",
            "nature": "fixed",
            "billing": "monthly",
            "amount": "200.00",
            "driver": None,
            "included_quantity": 0,
            "first_month": 1,
            "last_month": None,
            "escalation": "0",
            "vat_rate": "0.01",
            "vat_included": True,
            "invoice": "special",
            "disclosure": "quoted",
            "catalogue": None,
        },
        {
            "vendor": "a",
            "label": "超量",
            "nature": "variable",
            "billing": "per_unit",
            "amount": 3,
            "driver": "vouchers",
        },
    ],
    "commitments": [{"vendor": "a", "channel": "phone", "within_minutes": 5, "share": 0.9}],
    "contacts": [
        {
            "vendor": "a",
            "channel": "phone",
            "raised": "2026-03-02T09:00+08:00",
            "first_reply": "2026-03-02T09:03:20+08:00",
            "started": None,
            "satisfied": True,
        }
    ],
}


def example() -> Document:
    """Return a document with a little of everything, and nothing to undo."""
    made = Document.create()
    import_json(made, json.dumps(EXAMPLE))
    made.history.forget()
    return made


def assert_same(one: Assessment, other: Assessment) -> None:
    """Compare assessments, arrays included."""
    assert replace(one, scores_by_round={}) == replace(other, scores_by_round={})
    assert one.scores_by_round.keys() == other.scores_by_round.keys()
    for key, arrays in one.scores_by_round.items():
        _assert_same_scores(arrays, other.scores_by_round[key])


def _assert_same_scores(one: ScoreArrays, other: ScoreArrays) -> None:
    for name in ("values", "states", "evidence", "agreed", "agreed_excused"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    for name in ("notes", "texts", "agreed_notes"):
        assert getattr(one, name) == getattr(other, name)
