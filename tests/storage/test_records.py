"""Every table is described once, and a record comes back from its row as it went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from sqlalchemy import insert, select

from vendorcompare.core.assessment import (
    Assessment,
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
from vendorcompare.core.parts import Part
from vendorcompare.core.rounds import Round, RoundKind
from vendorcompare.core.rubric import (
    Access,
    Criterion,
    Dimension,
    Direction,
    Measure,
    MustHave,
    Tier,
)
from vendorcompare.core.scores import SELECTION
from vendorcompare.core.service import Commitment, Contact
from vendorcompare.core.text import Text
from vendorcompare.storage import records, schema, snapshot
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.records import KEPT, Entity
from vendorcompare.storage.store import Transaction

MOMENT = datetime(2026, 3, 2, 9, 0, 30, tzinfo=UTC)
FULL: dict[str, tuple[Entity[Any], Any]] = {
    "vendor": (records.VENDOR, Vendor("v", "甲", **dict.fromkeys(Vendor.__slots__[2:], "字"))),
    "evaluator": (records.EVALUATOR, Evaluator("e", "Li", 0.5)),
    "round": (records.ROUND, Round("r", "Review", RoundKind.REVIEW, date(2026, 6, 30))),
    "driver": (
        records.DRIVER,
        Driver("d", Decimal("0.10"), Decimal(2), Decimal("3e5"), Text("凭证", "vouchers")),
    ),
    "fee": (
        records.COST_LINE,
        CostLine(
            "f", "v", "Fee", Nature.POSSIBLE, Billing.PER_UNIT, Decimal("1.10"), "d",
            Decimal("0.0"), 2, 9, 1, True, Decimal("0.05"), Decimal("0.06"), False, Invoice.SPECIAL,
            Disclosure.REFUSED, "extra", (("amount", "面议"), ("billing", "?")),
        ),
    ),
    "bare fee": (records.COST_LINE, CostLine("g", "v", "", included_quantity=None)),
    "commitment": (records.COMMITMENT, Commitment("p", "v", "phone", 5.5, 0.9)),
    "contact": (
        records.CONTACT,
        Contact("t", "v", "phone", MOMENT, MOMENT, MOMENT, MOMENT, MOMENT, 3, "VAT", True, False),
    ),
    "bare contact": (records.CONTACT, Contact("u", "v", "", MOMENT)),
    "attachment": (records.ATTACHMENT, Attachment("a", "a.pdf", "", 3, "ff", "v", "c", "n")),
}  # fmt: skip
CRITERION = Criterion(
    "c", Text("准", "on time"), Measure.DURATION, 2.5, Direction.LOWER, (0, 9), Text("天", "d"),
    ((0.0, 1.0), (5.0, 0.25)), ((1.0, Text("弱", "weak")), (5.0, Text("强", "strong"))),
    MustHave(None, 3.0), "reply.p90.phone", Text("h"), ("log", "visit"), list(Access)[-1],
    ("x", "y"), "001:D1.1",
)  # fmt: skip


@pytest.fixture
def transaction() -> Iterator[Transaction]:
    copy = WorkingCopy.create()
    with copy.store.begin() as transaction:
        yield transaction
    copy.close()


def test_every_table_is_described() -> None:
    assert KEPT.keys() == schema.metadata.tables.keys()
    assert all(kept.table is schema.metadata.tables[name] for name, kept in KEPT.items())
    assert {kept.part for kept in KEPT.values()} == set(Part)


def test_every_field_of_the_assessment_is_read(transaction: Transaction) -> None:
    read = [kept.read for kept in KEPT.values() if kept.read is not None]
    found = [field for each in dict.fromkeys(read) for field in each(transaction)]
    assert sorted([*found, "scores_by_round"]) == sorted(field.name for field in fields(Assessment))


@pytest.mark.parametrize("name", FULL)
def test_a_record_comes_back_as_it_went(transaction: Transaction, name: str) -> None:
    entity, record = FULL[name]
    recorder = Recorder(transaction)
    if entity is not records.VENDOR:
        records.VENDOR.put(recorder, Vendor("v", ""))
    if entity is records.COST_LINE:
        records.DRIVER.put(recorder, Driver("d", Decimal(1), Decimal(1), Decimal(1)))
    beside = {"content": b"%PDF"} if entity is records.ATTACHMENT else {}
    entity.append(recorder, record, **beside)
    assert getattr(snapshot.load(transaction), entity.field)[-1] == record


def test_a_rubric_comes_back_as_it_went(transaction: Transaction) -> None:
    recorder = Recorder(transaction)
    dimension = Dimension("d", Text("维"), 3.0, (CRITERION,), Text("h"), Text("", "g"), "001:D1")
    records.DIMENSION.append(recorder, dimension, SELECTION)
    records.CRITERION.append(recorder, CRITERION, SELECTION, dimension="d")
    for level, anchor in reversed(CRITERION.levels):
        records.put_level(recorder, (SELECTION, "c"), level, anchor)
    assert snapshot.load(transaction).rubric.dimensions == (dimension,)


def test_the_assessment_itself_comes_back_as_it_went(transaction: Transaction) -> None:
    before = snapshot.load(transaction)
    assert (before.currency, before.discount_rate, before.budget_monthly) == (
        "CNY", Decimal("0.05"), None,
    )  # fmt: skip
    wanted = Assessment(
        before.origin, "标题", "Buyer", "EUR", 12, Decimal("0.030"), date(2026, 2, 28), True,
        Decimal("900.5"), "001", "note", evaluators=before.evaluators,
        scores_by_round=before.scores_by_round,
    )  # fmt: skip
    recorder = Recorder(transaction)
    records.PROJECT.put(recorder, wanted)
    records.put_sheet_choice(recorder, "left_out_vendors", ("v",))
    found = snapshot.load(transaction)
    assert (found.title, found.start, found.discount_rate) == (
        "标题",
        wanted.start,
        Decimal("0.03"),
    )
    assert records.PROJECT.values(found) == records.PROJECT.values(wanted)
    assert found.sheet_settings.left_out_vendors == ("v",)
    kept = transaction.execute(select(schema.setting.c.name, schema.setting.c.value)).all()
    assert kept == [("sheet.left_out_vendors", '["v"]')]


def test_the_parts_of_a_step_are_those_of_its_tables(transaction: Transaction) -> None:
    recorder = Recorder(transaction)
    records.VENDOR.put(recorder, Vendor("v", "A"))
    records.COMMITMENT.put(recorder, Commitment("p", "v", "phone", 5, 1))
    assert records.parts_of(recorder.changes) == {Part.VENDORS, Part.SERVICE}
    recorder.changes.clear()
    recorder.delete(schema.commitment, "p")
    assert records.parts_of(recorder.changes) == {Part.SERVICE}
    assert records.parts_of([]) == frozenset()


def test_a_new_assessment_says_what_an_empty_one_says(transaction: Transaction) -> None:
    found = snapshot.load(transaction)
    assert found.scores.values.shape == (1, 0, 0)
    assert (found.rounds[0].key, found.evaluators[0].key) == ("selection", "")
    nothing: dict[str, Any] = {"origin": "", "scores_by_round": {}}
    assert replace(found, **nothing) == Assessment()


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        (Nature, "fixed variable possible"),
        (Billing, "once monthly quarterly half_yearly yearly per_unit per_event hourly"),
        (Disclosure, "quoted on_request not_mentioned refused"),
        (Invoice, "special ordinary none"),
        (RoundKind, "selection review"),
        (Measure, "rating boolean number duration percentage money text"),
        (Direction, "higher lower"),
        (Access, "observe ask infer"),
        (Tier, "quick standard full"),
    ],
)
def test_a_choice_is_kept_in_words_that_never_change(choices: type[StrEnum], words: str) -> None:
    assert [choice.value for choice in choices] == words.split()


def test_records_come_in_the_order_of_the_user(transaction: Transaction) -> None:
    recorder = Recorder(transaction)
    for key in "zam":
        records.VENDOR.append(recorder, Vendor(key, key.upper()))
    assert [vendor.key for vendor in snapshot.load(transaction).vendors] == ["z", "a", "m"]
    records.VENDOR.put(recorder, Vendor("b", "B"), position=0)  # beside z, so that the key decides
    assert [vendor.key for vendor in snapshot.load(transaction).vendors] == ["b", "z", "a", "m"]


@pytest.mark.parametrize(
    ("entity", "record", "row"),
    [
        (records.VENDOR, Vendor("v", ""), {"key": "v"}),
        (records.EVALUATOR, Evaluator("e"), {"key": "e"}),
        (records.ATTACHMENT, Attachment("a", "", "", 0, ""), {"key": "a", "content": b""}),
        (
            records.CONTACT,
            Contact("t", "v", "", MOMENT),
            {"key": "t", "vendor": "v", "raised": MOMENT.isoformat(), "contacts": 1},
        ),
        (
            records.DRIVER,
            Driver("d", Decimal(0), Decimal(0), Decimal(0)),
            {"key": "d", "low": "0", "likely": "0", "high": "0"},
        ),
    ],
)
def test_what_a_row_leaves_out_is_what_the_record_has_by_default(
    transaction: Transaction, entity: Entity[Any], record: object, row: dict[str, Any]
) -> None:
    if "vendor" in row:
        records.VENDOR.put(Recorder(transaction), Vendor("v", ""))
    owner = {"assessment_id": transaction.assessment_id, "position": 9}
    transaction.connection.execute(insert(entity.table), {**owner, **row})
    assert getattr(snapshot.load(transaction), entity.field)[-1] == record


def test_a_blank_column_is_what_the_record_has_by_default(transaction: Transaction) -> None:
    owner = {"assessment_id": transaction.assessment_id}
    transaction.connection.execute(insert(schema.vendor), {**owner, "key": "v"})
    given = {**owner, "key": "f", "vendor": "v", "nature": "fixed", "billing": "once"}
    blank = {"invoice": "none", "disclosure": "quoted", "amount": "", "vat_rate": ""}
    transaction.connection.execute(insert(schema.cost_line), {**given, **blank})
    (line,) = snapshot.load(transaction).cost_lines
    assert (line.amount, line.vat_rate, line.unread) == (None, None, ())
