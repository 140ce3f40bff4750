from __future__ import annotations

import json
from typing import Any

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.scores import State
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import Outcome, export_json, import_json
from vendorcompare.document.exchange.merging.refusals import WrongEntries
from vendorcompare.document.exchange.merging.report import ImportRow

HEAD = {"format": "vendorcompare.assessment", "version": 1}


def part(**lists: Any) -> str:
    return json.dumps({**HEAD, **lists})


def test_a_fee_that_was_renamed_in_its_export_stays_one_fee(document: Document) -> None:
    content = json.loads(export_json(document))
    content["costs"][0]["label"] = "基础月费"
    report = import_json(document, json.dumps(content))
    assert [line.label for line in document.assessment.cost_lines] == ["基础月费", "超量"]
    assert report.added["costs"] == 0
    assert ImportRow("costs", Outcome.CHANGED, "甲 · 基础月费", "甲 · 月费") in report.rows


@pytest.mark.parametrize("label", ["月费", " 月 费 ", "月\u200b费"])
def test_a_fee_without_a_key_is_matched_by_vendor_and_label(document: Document, label: str) -> None:
    import_json(document, part(costs=[{"vendor": "a", "label": label, "amount": "9"}]))
    assert [str(line.amount) for line in document.assessment.cost_lines] == ["9", "3"]


def test_a_key_that_is_not_there_adds_a_fee_that_keeps_it(document: Document) -> None:
    fee = {"key": "mine", "vendor": "a", "label": "月费", "amount": "9"}
    report = import_json(document, part(costs=[fee]))
    assert [line.key for line in document.assessment.cost_lines][2:] == ["mine"]
    assert report.added["costs"] == 1


@pytest.mark.parametrize(
    ("costs", "place"),
    [
        ([{"key": "x", "vendor": "a"}, {"key": "x", "vendor": "a"}], r"costs\[1\].key"),
        ([{"vendor": "a", "label": "月费"}, {"vendor": "a", "label": "月费"}], r"costs\[1\]"),
    ],
)
def test_what_is_matched_twice_is_refused_with_its_place(
    document: Document, costs: list[dict[str, Any]], place: str
) -> None:
    with pytest.raises(InputError, match=place):
        import_json(document, part(costs=costs))


def test_a_label_that_several_fees_have_needs_a_key(document: Document) -> None:
    twice = [{"key": key, "vendor": "b", "label": "外勤", "amount": "1"} for key in ("x", "y")]
    import_json(document, part(costs=twice))
    with pytest.raises(InputError, match=r"costs\[0\].*外勤"):
        import_json(document, part(costs=[{"vendor": "b", "label": "外勤", "amount": "2"}]))


def test_a_weight_set_that_was_renamed_stays_one_set(document: Document) -> None:
    key = document.assessment.weight_sets[0].key
    renamed = part(weight_sets={"会计": {"d1": 4}}, weight_set_keys={"会计": key})
    import_json(document, renamed)
    (only,) = document.assessment.weight_sets
    assert (only.name, only.key, only.weights) == ("会计", key, {"d1": 4})
    with pytest.raises(InputError, match=r"weight_set_keys\.会计"):
        import_json(document, part(weight_sets={"别的": {}}, weight_set_keys={"会计": key}))


@pytest.mark.parametrize(
    ("lists", "places"),
    [
        (
            {"dimensions": [{"key": "d9", "criteria": [
                {"key": "z", "measure": "number", "anchors": [[60, 0], [2, 1]]}]}]},
            ["dimensions[0].criteria[0].anchors"],
        ),
        ({"dimensions": [{"key": "d1", "weight": 0}]}, ["dimensions:"]),
        (
            {"dimensions": [{"key": "d9", "criteria": [{"key": "z", "weight": 0}]}],
             "costs": [{"vendor": "a", "label": "按张", "billing": "per_unit", "amount": "3"}]},
            ["dimensions[0].criteria:", "costs[0].driver"],
        ),
        ({"weight_sets": {"x": {"d1": 0}}}, ["weight_sets.x"]),
        ({"assessment": {"currency": "RMB"}}, ["assessment.currency"]),
    ],
)  # fmt: skip
def test_what_cannot_be_computed_is_named_with_its_place(
    document: Document, lists: dict[str, Any], places: list[str]
) -> None:
    before = document.assessment
    with pytest.raises(InputError) as raised:
        import_json(document, part(**lists))
    assert all(place in raised.value.message for place in places)
    assert document.assessment is before


def test_that_a_criterion_does_not_apply_can_be_agreed(document: Document) -> None:
    agreed = {"vendor": "a", "criterion": "c1", "value": None, "state": "not_applicable"}
    import_json(document, part(consensus=[agreed]))
    assert document.assessment.agreed_score("a", "c1").state is State.NOT_APPLICABLE
    text = export_json(document)
    assert json.loads(text)["consensus"][0]["state"] == "not_applicable"
    other = Document.create()
    try:
        import_json(other, text)
        assert export_json(other) == text
    finally:
        other.close()


def test_one_go_finds_all_mistakes(document: Document) -> None:
    costs = [
        {"vendor": "nobody", "label": "月费", "amount": "1"},
        {"vendor": "a", "label": "外勤", "amount": "1e3"},
        {"vendor": "a", "label": "按张", "billing": "per_unit", "amount": "3"},
    ]
    wrong = part(costs=costs, scores=[{"vendor": "a", "criterion": "c1", "value": 9}])
    with pytest.raises(WrongEntries) as raised:
        import_json(document, wrong)
    places = [problem.partition(":")[0] for problem in raised.value.problems]
    assert places == [
        "costs[1].amount", "scores[0].value", "costs[0].vendor", "costs[2].driver"
    ]  # fmt: skip


def test_a_mistake_in_the_rubric_is_not_told_again_of_its_scores(document: Document) -> None:
    dimensions = [{"key": "d1", "criteria": [{"key": "c1", "measure": "ratng"}]}]
    scores = [{"vendor": "a", "criterion": "c1", "value": 77}, {"vendor": "z", "criterion": "c1"}]
    with pytest.raises(WrongEntries) as raised:
        import_json(document, part(dimensions=dimensions, scores=scores))
    places = [problem.partition(":")[0] for problem in raised.value.problems]
    assert places == ["dimensions[0].criteria[0].measure", "scores[1].vendor"]
