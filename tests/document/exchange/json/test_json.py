from __future__ import annotations

import copy
import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from tests.document.samples import EXAMPLE, assert_same
from vendorcompare import i18n
from vendorcompare.core.assessment import Attachment, SheetSettings
from vendorcompare.core.errors import InputError, UserError
from vendorcompare.core.rounds import Round
from vendorcompare.core.rubric import Criterion, Dimension, MustHave
from vendorcompare.core.scores import UNNAMED, Cell, Evidence, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits import project, scores, vendors
from vendorcompare.document.exchange import (
    export_file,
    export_json,
    import_file,
    import_json,
    json_schema,
)
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.project import SheetRecord
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.document.exchange.records.rubric import CriterionRecord, DimensionRecord
from vendorcompare.storage.validation import Strict

HEAD = {"format": "vendorcompare.assessment", "version": 1}


def changed(path: str, value: Any) -> str:
    """Write the example with one entry replaced, such as `vendors.0.key`."""
    content = copy.deepcopy(EXAMPLE)
    place: Any = content
    *parents, last = path.split(".")
    for part in parents:
        place = place[int(part)] if isinstance(place, list) else place[part]
    place[int(last) if isinstance(place, list) else last] = value
    return json.dumps(content)


def test_the_example_of_the_contract_is_understood(document: Document) -> None:
    a = document.assessment
    assert (a.title, str(a.budget_monthly), str(a.start)) == ("选代账", "800", "2026-01-01")
    assert a.rubric.criterion("c1").name.en == "Manner"
    assert a.rubric.criterion("c2").name.en == "c2"  # without a name it is called by its key
    assert a.rubric.criterion("c2").must_have == MustHave(at_most=60)
    assert a.rubric.criterion("c3").must_have == MustHave()
    assert a.score(Cell("e1", "a", "c1"))[:3] == (4, State.SCORED, Evidence.TESTED)
    assert a.score(Cell(UNNAMED, "a", "c2")).value == 3.5
    assert a.score(Cell(UNNAMED, "b", "c1")).state is State.NOT_APPLICABLE
    assert a.score(Cell(UNNAMED, "b", "c4")).text == "in words"
    assert [r.key for r in a.rounds] == ["selection", "2027"]
    assert a.cost_lines[1].driver == "vouchers"
    assert a.weight_sets[0].weights == {"d1": 5}


def test_an_export_names_its_records_as_the_contract_does(document: Document) -> None:
    content = json.loads(export_json(document))
    assert list(content)[:6] == [
        "format", "version", "assessment", "dimensions", "weight_sets", "vendors"
    ]  # fmt: skip
    for name in ("assessment", "drivers", "weight_sets", "consensus"):
        assert content[name] == EXAMPLE[name]
    for name in ("costs", "commitments"):
        key = content[name][0]["key"]
        assert content[name][0] == {"key": key, **EXAMPLE[name][0]}
    assert content["costs"][1]["amount"] == "3"
    assert content["dimensions"][0]["criteria"][0] == EXAMPLE["dimensions"][0]["criteria"][0]
    assert content["scores"][0] == EXAMPLE["scores"][0]
    assert content["scores"][1]["evaluator"] is None
    assert content["evaluators"] == EXAMPLE["evaluators"]
    assert content["contacts"][0]["raised"] == "2026-03-02T09:00+08:00"
    assert content["contacts"][0]["first_reply"] == "2026-03-02T09:03:20+08:00"


def test_an_export_comes_back_byte_for_byte(document: Document) -> None:
    project.attach(document, "a.txt", "text/plain", b"\x00\xff", vendor="a", criterion="c1")
    project.choose_sheet(
        document, language="both", left_out=["costs"], final=True, left_out_vendors=["v"]
    )
    vendors.describe_vendor(document, "a", "pros", "quick\nand kind")
    vendors.describe_evaluator(document, UNNAMED, name="nobody", weight=0.5)
    scores.set_note(document, Cell(UNNAMED, "b", "c2"), "only a note")
    text = export_json(document)
    other = Document.create()
    try:
        import_json(other, text)
        assert export_json(other) == text
        again = import_json(other, text)
        assert not again.added
        assert not again.changed
        assert export_json(other) == text
    finally:
        other.close()


def test_importing_is_one_step_that_can_be_undone(empty: Document) -> None:
    before = empty.assessment
    report = import_json(empty, json.dumps(EXAMPLE))
    assert (report.added["vendors"], report.added["scores"]) == (2, 5)
    assert report.kinds[0] == "assessment"
    empty.undo()
    assert_same(empty.assessment, before)


def test_a_part_changes_only_what_it_names(document: Document) -> None:
    report = import_json(
        document,
        json.dumps(
            {
                **HEAD,
                "vendors": [{"key": "a", "phone": "1"}, {"key": "c", "name": "丙"}],
                "scores": [
                    {"vendor": "a", "criterion": "c1", "evaluator": "e1", "note": "new"},
                    {"vendor": "b", "criterion": "c3", "round": "2027", "state": "unknown"},
                    {"vendor": "c", "criterion": "c3", "state": "unknown"},
                ],
                "costs": [{"vendor": "a", "label": "月费", "amount": "210"}],
                "dimensions": [{"key": "d1", "criteria": [{"key": "c1", "weight": 2}]}],
                "consensus": [{"vendor": "a", "criterion": "c1", "value": None, "note": ""}],
            }
        ),
    )
    a = document.assessment
    assert (a.vendor("a").name, a.vendor("a").phone) == ("甲", "1")
    assert a.score(Cell("e1", "a", "c1"))[:4] == (4, State.SCORED, Evidence.TESTED, "new")
    assert not a.scores_by_round["2027"].states.any()
    assert [str(line.amount) for line in a.cost_lines] == ["210", "3"]
    assert a.rubric.criterion("c1").weight == 2
    assert a.rubric.criterion("c1").levels
    assert (report.added["vendors"], report.changed["vendors"]) == (1, 1)
    assert (report.changed["scores"], report.skipped["scores"]) == (2, 1)
    assert report.changed["consensus"] == 1


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("bogus", 1, "bogus"),
        ("dimensions.0.criteria.1.measure", "ratng", "dimensions[0].criteria[1].measure"),
        ("dimensions.0.criteria.1.key", "c1", "dimensions[0].criteria[1].key"),
        ("dimensions.0.criteria.1.anchors", [[2, 1.0], [2, 0]], "criteria[1].anchors"),
        ("dimensions.0.criteria.1.anchors", [[2, 1.5], [3, 0]], "criteria[1].anchors"),
        ("dimensions.0.criteria.1.anchors", [[2, "1"]], "criteria[1].anchors[0][1]"),
        ("dimensions.0.criteria.0.scale", [5, 1], "criteria[0].scale"),
        ("dimensions.0.criteria.0.levels", {"one": "x"}, "criteria[0].levels"),
        ("dimensions.0.criteria.0.levels", {"1": "x", "1.0": "y"}, "criteria[0].levels"),
        ("dimensions.0.criteria.1.must_have", {"at_least": 3, "at_most": 2}, "must_have"),
        ("dimensions.0.criteria.1.must_have", 3, "criteria[1].must_have"),
        ("dimensions.0.weight", -1, "dimensions[0].weight"),
        ("dimensions.0.weight", True, "dimensions[0].weight"),
        ("dimensions.0.name", {"zh": "a", "fr": "b"}, "dimensions[0].name"),
        ("dimensions.0.name", ["a"], "dimensions[0].name"),
        ("vendors.0.key", "", "vendors[0].key"),
        ("vendors.0.name", 5, "vendors[0].name"),
        ("vendors.0.name", "half \ud800", "vendors[0].name"),
        ("vendors.0.name", "nul \0", "vendors[0].name"),
        ("vendors", {"key": "a"}, "vendors"),
        ("scores.0.vendor", "z", "scores[0].vendor"),
        ("scores.0.criterion", "z", "scores[0].criterion"),
        ("scores.0.evaluator", "z", "scores[0].evaluator"),
        ("scores.0.value", 6, "scores[0].value"),
        ("scores.0.value", "four", "scores[0].value"),
        ("scores.0.value", float("nan"), "scores[0].value"),
        ("scores.0.value", None, "scores[0].value"),
        ("scores.0.value", [4], "scores[0].value"),
        ("scores.0.state", "unknown", "scores[0].value"),
        ("scores.0.state", "guessed", "scores[0].state"),
        ("scores.1", {"vendor": "a", "criterion": "c2", "state": "scored"}, "scores[1].value"),
        ("scores.1", EXAMPLE["scores"][0], "scores[1]"),
        ("scores.3.value", 4, "scores[3].value"),
        ("scores.2.value", 2, "scores[2].value"),
        ("consensus.0.value", 9, "consensus[0].value"),
        ("consensus.0.value", "x", "consensus[0].value"),
        ("weight_sets", {"x": {"zz": 1}}, "weight_sets.x.zz"),
        ("weight_sets", {"x": {"d1": -1}}, "weight_sets.x.d1"),
        ("costs.0.amount", "1_000", "costs[0].amount"),
        ("costs.0.amount", "1e3", "costs[0].amount"),
        ("costs.0.amount", 1e300, "costs[0].amount"),
        ("costs.0.amount", True, "costs[0].amount"),
        ("costs.0.driver", "z", "costs[0].driver"),
        ("costs.0.first_month", 0, "costs[0].first_month"),
        ("costs.0.last_month", 0, "costs[0].last_month"),
        ("costs.1.included_quantity", -1, "costs[1].included_quantity"),
        ("costs.0.escalation", "-1", "costs[0].escalation"),
        ("costs.0.escalation", 5, "costs[0].escalation"),
        ("assessment.discount_rate", "5", "assessment.discount_rate"),
        ("drivers.0.low", "x", "drivers[0].low"),
        ("commitments.0.share", 1.5, "commitments[0].share"),
        ("commitments.0.vendor", "z", "commitments[0].vendor"),
        ("contacts.0.raised", "yesterday", "contacts[0].raised"),
        ("contacts.0.raised", "2026-02-30T09:00", "contacts[0].raised"),
        ("contacts.0.raised", None, "contacts[0].raised"),
        ("assessment.start", "2026-13-01", "assessment.start"),
        ("assessment.horizon_months", 0, "assessment.horizon_months"),
        ("assessment.horizon_months", 36.5, "assessment.horizon_months"),
        ("attachments", [{"name": "a", "content": "?"}], "attachments[0].content"),
        ("attachments", [{"name": "a", "content": "", "vendor": "z"}], "attachments[0].vendor"),
        ("attachments", [{"name": "a", "content": "", "criterion": "z"}], "attachments[0]"),
    ],
)
def test_a_mistake_is_located_and_nothing_imported(
    empty: Document, path: str, value: Any, place: str
) -> None:
    before = empty.assessment
    with pytest.raises(InputError) as caught:
        import_json(empty, changed(path, value))
    assert place in caught.value.message
    assert caught.value.hint
    assert empty.assessment is before


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "file is empty"),
        ("\ufeff\n", "file is empty"),
        ("{", "not JSON"),
        ("[]", "not an assessment"),
        ('{"format": "other"}', "not an assessment"),
        (json.dumps({**HEAD, "version": 2}), "version 2"),
        (json.dumps({**HEAD, "version": "1"}), "version"),
        (json.dumps({"format": HEAD["format"]}), "version: is missing"),
        ('{"format": "vendorcompare.assessment", "version": 1, "version": 1}', "twice"),
        ('{"format": "vendorcompare.assessment", "version": 1e999}', "finite"),
        ('{"format": "vendorcompare.assessment", "version": 1%s}' % ("0" * 30), "too large"),
        ('{"format": "vendorcompare.assessment", "version": 1%s}' % ("0" * 9000), "too large"),
        ("[" * 50 + "]" * 50, "deeply"),
        ("[" * 200_000 + "]" * 200_000, "deeply"),
    ],
)
def test_text_that_is_no_document(empty: Document, text: str, part: str) -> None:
    with pytest.raises(InputError, match=part):
        import_json(empty, text)


def test_many_mistakes_are_counted_and_the_first_few_listed(empty: Document) -> None:
    wrong = [{"key": f"v{i}", "nme": "x"} for i in range(9)]
    with pytest.raises(InputError, match=r"9 mistakes.*vendors\[0\]\.nme.*and 4 more"):
        import_json(empty, json.dumps({**HEAD, "vendors": wrong}))


def test_mistakes_are_told_in_chinese(empty: Document) -> None:
    i18n.set_language("zh")
    with pytest.raises(InputError, match=r"vendors\[0\]\.name: [^a-z]+"):
        import_json(empty, changed("vendors.0.name", 5))


def test_files_are_known_by_their_endings(document: Document, tmp_path: Path) -> None:
    for name in ("a.json", "a.csv"):
        export_file(document, tmp_path / name)
        assert not import_file(document, tmp_path / name).changed
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv", "a.json"]
    (tmp_path / "wide.json").write_text(export_json(document), "utf-16")
    assert not import_file(document, tmp_path / "wide.json").changed
    (tmp_path / "odd.json").write_bytes(b"\xff{}")
    for wrong in ("none.json", "odd.json", "a.docx"):
        with pytest.raises(UserError):
            import_file(document, tmp_path / wrong)
    for wrong in ("a.docx", "none/a.json"):
        with pytest.raises(UserError):
            export_file(document, tmp_path / wrong)


@pytest.mark.parametrize(
    ("core", "record"),
    [
        *((each.entity.kind, each.record) for each in LISTED.values()),
        (SheetSettings, SheetRecord),
        (Criterion, CriterionRecord),
        (Dimension, DimensionRecord),
    ],
)
def test_nothing_that_the_core_holds_is_forgotten(core: type, record: type[Strict]) -> None:
    elsewhere = {Attachment: {"size", "sha256"}, Round: {"rubric"}}.get(core, set[str]())
    assert {field.name for field in fields(core)} - elsewhere <= set(record.model_fields)
    if issubclass(record, Entry):
        assert record.stands_for is core


def test_the_schema_names_every_record() -> None:
    schema = json_schema()
    assert schema["additionalProperties"] is False
    assert {"dimensions", "scores", "costs", "contacts"} <= schema["properties"].keys()
    assert schema["required"] == ["format", "version"]


def test_what_is_not_known_of_a_fee_comes_back(document: Document) -> None:
    fee = {
        "vendor": "b", "label": "外勤", "billing": "per_event", "amount": "100.00",
        "included_quantity": None, "free_months": 3, "credit": True,
        "unread": {"driver": "按次", "vat_rate": "?"},
    }  # fmt: skip
    import_json(document, json.dumps({**HEAD, "costs": [fee]}))
    line = document.assessment.lines_of("b")[-1]
    assert (line.included_quantity, line.free_months, line.credit) == (None, 3, True)
    assert line.unread == (("driver", "按次"), ("vat_rate", "?"))
    written = json.loads(export_json(document))["costs"][-1]
    assert fee.items() <= written.items()


def test_a_fee_below_zero_is_no_discount(document: Document) -> None:
    fee = {"vendor": "a", "label": "优惠", "amount": "-50"}
    with pytest.raises(InputError, match=r"costs\[0\]\.amount"):
        import_json(document, json.dumps({**HEAD, "costs": [fee]}))
