"""Text where an interchange document expects figures."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from vendorcompare.core.assessment import Billing, Disclosure, Invoice
from vendorcompare.core.errors import InputError
from vendorcompare.core.scores import UNNAMED, Cell, State
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import UnnamedScores, export_json, import_json


def part(**lists: Any) -> str:
    return json.dumps({"format": "vendorcompare.assessment", "version": 1, **lists})


def rubric(**criterion: Any) -> list[dict[str, Any]]:
    return [{"key": "x", "criteria": [{"key": "x1", "weight": 1, **criterion}]}]


@pytest.mark.parametrize(
    ("criterion", "text", "value"),
    [
        ({"measure": "duration", "unit": "min", "anchors": [[0, 1], [60, 0]]}, "5分钟", 5),
        ({"measure": "duration", "unit": "min", "anchors": [[0, 1], [60, 0]]}, "半小时", 30),
        ({"measure": "percentage"}, "90％", 90),
        ({"measure": "number", "anchors": [[0, 1], [9000, 0]]}, "1,200", 1200),
        ({"measure": "money", "unit": "元", "anchors": [[0, 1], [20000, 0]]}, "1.2万", 12000),
        ({"measure": "boolean"}, "√", 1),
        ({"measure": "rating", "scale": [1, 5]}, "４", 4),
    ],
)
def test_a_score_in_words_is_its_figure(
    document: Document, criterion: dict[str, Any], text: str, value: float
) -> None:
    score = {"vendor": "a", "criterion": "x1", "evaluator": "e1", "value": text}
    agreed = {"vendor": "b", "criterion": "x1", "value": text}
    import_json(document, part(dimensions=rubric(**criterion), scores=[score], consensus=[agreed]))
    assert document.assessment.score(Cell("e1", "a", "x1"))[:2] == (value, State.SCORED)
    assert document.assessment.agreed_score("b", "x1").value == value


def test_what_does_not_apply_may_be_said_in_words(document: Document) -> None:
    score = {"vendor": "a", "criterion": "c2", "evaluator": "e1", "value": "不适用"}
    import_json(document, part(scores=[score]))
    assert document.assessment.score(Cell("e1", "a", "c2")).state is State.NOT_APPLICABLE


def test_a_share_or_a_percentage_is_not_guessed(document: Document) -> None:
    score = {"vendor": "a", "criterion": "x1", "evaluator": "e1", "value": "0.9"}
    text = part(dimensions=rubric(measure="percentage"), scores=[score])
    with pytest.raises(InputError, match=r"scores\[0\].*90%"):
        import_json(document, text)


def test_a_price_says_how_it_is_paid(document: Document) -> None:
    fees = [
        {"vendor": "a", "label": "代账", "amount": "￥1,200元/年", "invoice": "专票"},
        {"vendor": "a", "label": "注销", "amount": "面议"},
        {"vendor": "a", "label": "变更", "amount": "免费", "billing": "一次性"},
        {
            "vendor": "a",
            "label": "工商",
            "amount": "300元/年",
            "billing": "yearly",
            "vat_rate": "6%",
        },
    ]
    import_json(document, part(costs=fees))
    lines = {line.label: line for line in document.assessment.lines_of("a")}
    assert (lines["代账"].amount, lines["代账"].billing) == (Decimal(1200), Billing.YEARLY)
    assert lines["代账"].invoice is Invoice.SPECIAL
    assert (lines["注销"].amount, lines["注销"].disclosure) == (None, Disclosure.ON_REQUEST)
    assert (lines["变更"].amount, lines["变更"].billing) == (Decimal(0), Billing.ONCE)
    assert lines["工商"].vat_rate == Decimal("0.06")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("amount", "$100"),
        ("amount", "200元/月起"),
        ("amount", "200-300"),
        ("vat_rate", "6"),
        ("billing", "有时"),
        ("included_quantity", "几张"),
    ],
)
def test_what_is_no_figure_is_refused_at_its_place(
    document: Document, field: str, text: str
) -> None:
    before = export_json(document)
    with pytest.raises(InputError, match=rf"costs\[0\]\.{field}"):
        import_json(document, part(costs=[{"vendor": "a", "label": "外勤", field: text}]))
    assert export_json(document) == before


def test_a_price_that_is_paid_otherwise_is_refused(document: Document) -> None:
    fee = {"vendor": "a", "label": "外勤", "amount": "200元/月", "billing": "yearly"}
    with pytest.raises(InputError, match=r"costs\[0\]"):
        import_json(document, part(costs=[fee]))


def test_figures_of_the_whole_may_be_in_words(document: Document) -> None:
    wanted = {
        "horizon_months": "24",
        "discount_rate": "4%",
        "start": "2026年12月1日",
        "budget_monthly": "1,200元",
        "buyer_recovers_vat": "是",
    }
    promise = {"vendor": "a", "channel": "phone", "within_minutes": "半小时", "share": "90%"}
    import_json(document, part(assessment=wanted, commitments=[promise]))
    given = document.assessment
    assert (given.horizon_months, given.discount_rate) == (24, Decimal("0.04"))
    assert (str(given.start), given.budget_monthly) == ("2026-12-01", Decimal(1200))
    assert given.buyer_recovers_vat
    assert (given.commitments[-1].within_minutes, given.commitments[-1].share) == (30, 0.9)


def test_nobody_votes_unnamed_where_others_have_names(document: Document) -> None:
    scores = [{"vendor": "b", "criterion": "c2", "value": 5}]
    before = export_json(document)
    with pytest.raises(UnnamedScores, match=r"scores\[0\]"):
        import_json(document, part(scores=scores))
    assert export_json(document) == before
    import_json(document, part(scores=scores), "e1")
    assert document.assessment.score(Cell("e1", "b", "c2")).value == 5
    assert document.assessment.score(Cell(UNNAMED, "b", "c2")).state is State.UNKNOWN


def test_a_first_document_has_scores_of_nobody_only_where_it_says_so(empty: Document) -> None:
    score = {"vendor": "a", "criterion": "x1", "value": 4}
    first = {"dimensions": rubric(measure="rating"), "vendors": [{"key": "a"}]}
    people = [{"key": "e1", "name": "Lin"}]
    with pytest.raises(UnnamedScores, match=r"scores\[0\]"):
        import_json(empty, part(**first, evaluators=people, scores=[score]))
    assert not empty.assessment.vendors
    import_json(empty, part(**first, evaluators=people, scores=[{**score, "evaluator": None}]))
    assert empty.assessment.score(Cell(UNNAMED, "a", "x1")).value == 4


def test_where_nobody_has_a_name_no_score_needs_one(empty: Document) -> None:
    score = {"vendor": "a", "criterion": "x1", "value": 4}
    import_json(
        empty, part(dimensions=rubric(measure="rating"), vendors=[{"key": "a"}], scores=[score])
    )
    assert empty.assessment.score(Cell(UNNAMED, "a", "x1")).value == 4


def test_an_export_of_what_was_never_said_changes_nothing() -> None:
    document = Document.create()
    try:
        report = import_json(document, export_json(document))
        assert not document.is_modified
        assert (report.added.total(), report.changed.total()) == (0, 0)
    finally:
        document.close()
