"""What no assessment can say is refused in a document and in a table, with its place."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from vendorcompare.document.document import Document
from vendorcompare.document.exchange import export_json, import_json
from vendorcompare.document.exchange.merging.refusals import WrongEntries
from vendorcompare.document.exchange.tables.answers import Answers
from vendorcompare.document.exchange.tables.importing import import_table

HEAD = {"format": "vendorcompare.assessment", "version": 1}
VENDOR = {"vendors": [{"key": "a", "name": "甲"}]}


def criterion(**entries: Any) -> dict[str, Any]:
    given = {"key": "c", "name": "c", "measure": "rating", **entries}
    return {"dimensions": [{"key": "d", "name": "d", "criteria": [given]}]}


def contact(**moments: str) -> dict[str, Any]:
    call = {"vendor": "a", "channel": "phone", "raised": "2026-03-02T09:00+08:00", **moments}
    return {**VENDOR, "contacts": [call]}


def fee(**entries: Any) -> dict[str, Any]:
    return {**VENDOR, "costs": [{"vendor": "a", "label": "记账", "amount": "100", **entries}]}


def volume(**figures: Any) -> dict[str, Any]:
    return {"drivers": [{"key": "v", **figures}]}


CRITERION = "dimensions[0].criteria[0]"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (volume(low=200, likely=100, high=60), "drivers[0].low"),
        (volume(low=60, likely=100, high=90), "drivers[0].high"),
        (volume(low=60, high=200), "drivers[0].likely"),
        (volume(low=1e-320), "drivers[0].low"),
        (criterion(must_have=True), f"{CRITERION}.must_have"),
        (criterion(must_have={"at_least": 4, "at_most": 3}), f"{CRITERION}.must_have"),
        (criterion(scale=[1, 1e308]), f"{CRITERION}.scale"),
        (criterion(weight=1e308), f"{CRITERION}.weight"),
        (criterion(weight=1e-320), f"{CRITERION}.weight"),
        (criterion(measure="number", anchors=[[0, 0], [1e308, 1]]), f"{CRITERION}.anchors"),
        (criterion(levels={"6": "beyond"}), f"{CRITERION}.levels"),
        (criterion(measured_by="mood"), f"{CRITERION}.measured_by"),
        (criterion(name=" \n "), f"{CRITERION}.name"),
        ({"vendors": [{"key": "a", "name": "\t "}]}, "vendors[0].name"),
        ({"vendors": [{"key": "a", "name": "长" * 201}]}, "vendors[0].name"),
        ({"vendors": [{"key": "a", "name": "A", "stage": "soon"}]}, "vendors[0].stage"),
        ({"evaluators": [{"key": "e", "name": ""}]}, "evaluators[0].name"),
        ({"evaluators": [{"key": "e", "name": "E", "weight": 1e300}]}, "evaluators[0].weight"),
        (contact(first_reply="2026-03-02T08:59+08:00"), "contacts[0].first_reply"),
        (contact(resolved="2026-03-02T00:00"), "contacts[0].resolved"),
        (fee(first_month=13, last_month=12), "costs[0].last_month"),
        (fee(free_months=601), "costs[0].free_months"),
        (fee(amount=1e-320), "costs[0].amount"),
        ({"assessment": {"title": "长" * 201}}, "assessment.title"),
    ],
)
def test_a_document_that_makes_no_sense(
    empty: Document, content: dict[str, Any], place: str
) -> None:
    with pytest.raises(WrongEntries) as refused:
        import_json(empty, json.dumps({**HEAD, **content}))
    assert [problem.partition(": ")[0] for problem in refused.value.problems] == [place]
    assert not empty.is_modified


def test_a_change_is_held_against_what_it_leaves(empty: Document) -> None:
    import_json(empty, json.dumps({**HEAD, **volume(low=60, likely=100, high=200)}))
    with pytest.raises(WrongEntries, match="drivers"):
        import_json(empty, json.dumps({**HEAD, **volume(high=90)}))
    import_json(empty, json.dumps({**HEAD, **criterion(measure="boolean", must_have=True)}))
    with pytest.raises(WrongEntries, match="must_have"):
        import_json(empty, json.dumps({**HEAD, **criterion(measure="rating")}))


@pytest.mark.parametrize(
    ("figures", "known"),
    [
        ({"likely": 100}, (100, 100, 100)),
        ({"likely": 0, "high": 100}, (0, 0, 100)),
        ({"low": 60, "likely": 100}, (60, 100, 100)),
        ({"high": 50}, (50, 50, 50)),
    ],
)
def test_a_volume_of_which_less_is_known(
    empty: Document, figures: dict[str, int], known: tuple[int, int, int]
) -> None:
    import_json(empty, json.dumps({**HEAD, **volume(**figures)}))
    (found,) = empty.assessment.drivers
    assert [found.low, found.likely, found.high] == list(map(Decimal, known))


@pytest.mark.parametrize(
    "content",
    [
        fee(vat_included=False),
        fee(vat_rate="0", vat_included=False),
        fee(amount=None),
        criterion(measure="text", must_have=True),
        criterion(measured_by="first_reply.median.phone"),
        {"vendors": [{"key": "a", "name": "甲\n乙\t 丙", "stage": "候选"}]},
        contact(first_reply="2026-03-02T01:00Z"),
        volume(low=0, likely=0, high=0),
    ],
)
def test_the_edge_of_sense_comes_back_as_it_went(empty: Document, content: dict[str, Any]) -> None:
    import_json(empty, json.dumps({**HEAD, **content}))
    written, again = export_json(empty), Document.create()
    import_json(again, written)
    assert export_json(again) == written
    again.close()


def test_words_for_a_stage_and_the_lines_of_a_name_are_understood(empty: Document) -> None:
    content = {"vendors": [{"key": "a", "name": " 甲\n乙\t丙 ", "stage": "候选"}]}
    import_json(empty, json.dumps({**HEAD, **content}))
    (vendor,) = empty.assessment.vendors
    assert (vendor.name, vendor.stage) == ("甲 乙 丙", "shortlist")


@pytest.mark.parametrize(
    ("kind", "table", "row"),
    [
        ("vendors", "name,stage\n乙,soon\n", 2),
        ("vendors", f"name\n丙\n{'长' * 201}\n", 3),
        (
            "contacts",
            "vendor,channel,raised,resolved\n甲,phone,2026-03-02 09:00,2026-03-01 09:00\n",
            2,
        ),
        ("costs", "vendor,label,amount,billing,first_month,last_month\n甲,记账,100,月付,5,4\n", 2),
    ],
)
def test_a_table_that_makes_no_sense(empty: Document, kind: str, table: str, row: int) -> None:
    import_json(empty, json.dumps({**HEAD, **VENDOR}))
    with pytest.raises(WrongEntries) as refused:
        import_table(empty, table.encode(), Answers(kind))
    (problem,) = refused.value.problems
    assert str(row) in problem.partition(":")[0]
