"""A new kind of thing is a table, a record of the core, and a description for each direction.

Here it is a meeting with a vendor, which may have followed from a contact of the log. Nothing else
knows of it, and yet it is read, written, undone, logged, sealed, compared and exchanged.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import Field

from tests.document.samples import assert_same, example
from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.core.parts import Part
from vendorcompare.core.text import Text
from vendorcompare.document.document import Changes, Document
from vendorcompare.document.edits import vendors
from vendorcompare.document.exchange import (
    Answers,
    export_json,
    import_json,
    import_table,
    json_schema,
    kinds,
    kinds_of_tables,
    preview_table,
)
from vendorcompare.document.exchange.records import LISTED
from vendorcompare.document.exchange.records.fields import BothWords, Key, Moment, Money, Words
from vendorcompare.document.exchange.records.listed import AsTable, Listed
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.document.exchange.records.strings import figure, whole
from vendorcompare.i18n import N_
from vendorcompare.storage import change_log, replay, schema, snapshot, words
from vendorcompare.storage.contents import contents_of
from vendorcompare.storage.records import KEPT, Entity
from vendorcompare.storage.rows import from_json
from vendorcompare.storage.schema._base import (
    bilingual,
    entity,
    integer,
    maybe_text,
    references,
    text,
)
from vendorcompare.storage.sqlite import database, seal

HEAD = {"format": "vendorcompare.assessment", "version": 1}


@dataclass(frozen=True, slots=True)
class Meeting:
    """Hold what a table of the core's would."""

    key: str
    vendor: str
    topic: str
    held: datetime | None = None
    cost: Decimal | None = None
    people: int = 2
    place: Text = Text()
    contact: str | None = None


@dataclass(frozen=True)
class Larger(Assessment):
    """Hold an assessment with one field more."""

    meetings: tuple[Meeting, ...] = ()


class MeetingRecord(Entry):
    """Say of a meeting what a document can."""

    stands_for = Meeting

    vendor: Key
    topic: Words
    held: Moment = None
    cost: Money | None = None
    people: Annotated[int, Field(ge=1), figure(whole)] = 2
    place: BothWords = Text()
    contact: Key | None = None


FULL = Meeting(
    "m1", "a", "Kickoff", datetime(2026, 5, 4, 9, 30, tzinfo=UTC), Decimal("80.50"), 5,
    Text("大厅", "hall"), "t1",
)  # fmt: skip
WRITTEN: dict[str, Any] = {
    "key": "m1", "vendor": "a", "topic": "Kickoff",
    "held": "2026-05-04T09:30+00:00", "cost": "80.50",
    "people": 5, "place": {"zh": "大厅", "en": "hall"}, "contact": "t1",
}  # fmt: skip


@pytest.fixture
def meeting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Entity[Meeting]]:
    """Add the table and the two descriptions, for as long as the test lasts."""
    table = entity(
        "meeting",
        text("vendor"),
        text("topic"),
        maybe_text("held"),
        maybe_text("cost"),
        integer("people", 2),
        *bilingual("place"),
        maybe_text("contact"),
        references("vendor"),
        references("contact"),
    )
    kept = Entity(table, Part.SERVICE, N_("meetings"), Meeting, field="meetings")
    listed = Listed(
        "meetings",
        kept,
        MeetingRecord,
        label=lambda meeting: meeting.topic,
        prefix="m",
        identity=lambda meeting: (meeting.vendor, folded(meeting.topic)),
        table=AsTable(("vendor", "topic"), {"主题": "topic", "供应商": "vendor", "人数": "people"}),
    )
    monkeypatch.setitem(KEPT, "meeting", kept)
    monkeypatch.setitem(LISTED, "meetings", listed)
    monkeypatch.setattr(snapshot, "Assessment", Larger)
    yield kept
    schema.metadata.remove(table)


@pytest.fixture
def document(meeting: Entity[Meeting]) -> Iterator[Document]:
    """Give a document with a contact and a meeting that followed from it."""
    made = example()
    contact = {"key": "t1", "vendor": "a", "channel": "phone", "raised": "2026-05-01T10:00"}
    import_json(made, json.dumps({**HEAD, "contacts": [contact]}))
    with made.change(N_("Add meeting")) as recorder:
        meeting.append(recorder, FULL)
    yield made
    made.close()


def meetings(document: Document) -> tuple[Meeting, ...]:
    given = document.assessment
    assert isinstance(given, Larger)
    return given.meetings


def content_hash(document: Document) -> str:
    with document.frozen() as view:
        return view.content_hash()


def test_it_is_read_undone_and_redone(document: Document, meeting: Entity[Meeting]) -> None:
    told: list[Changes] = []
    document.changed.connect(told.append)
    assert meetings(document) == (FULL,)
    with document.change(N_("Edit meeting")) as recorder:
        meeting.put(recorder, replace(FULL, cost=None, people=7))
        meeting.append(recorder, Meeting("m2", "b", "Review"))
    assert meetings(document) == (replace(FULL, cost=None, people=7), Meeting("m2", "b", "Review"))
    document.undo()
    assert meetings(document) == (FULL,)
    document.redo()
    assert len(meetings(document)) == 2
    assert [(each.kind, each.parts) for each in told] == [
        (kind, frozenset({Part.SERVICE})) for kind in ("do", "undo", "redo")
    ]
    with document.frozen() as view, view.reading() as transaction:
        assert_same(document.assessment, snapshot.load(transaction))


def test_it_goes_with_its_vendor_and_forgets_its_contact(document: Document) -> None:
    with document.change(N_("Delete contact")) as recorder:
        recorder.delete(schema.contact, "t1")
    assert meetings(document) == (replace(FULL, contact=None),)
    document.undo()
    assert meetings(document) == (FULL,)
    vendors.delete_vendors(document, ["a"])
    assert meetings(document) == ()
    document.undo()
    assert meetings(document) == (FULL,)


def test_it_is_logged_sealed_and_compared(document: Document, meeting: Entity[Meeting]) -> None:
    before = content_hash(document)
    with document.frozen() as view, view.reading() as transaction:
        log = change_log.entries(transaction)
        (added,) = from_json(log[-1].rows)
        assert (added.table, added.key) == ("meeting", ("m1",))
        assert replay.unexplained(transaction, log) == []
        assert "meeting" in seal.digests(database.driver_of(transaction), transaction.assessment_id)
        assert list(contents_of(transaction).rows["meeting"]) == [(1, "m1")]
    with document.change(N_("Edit meeting")) as recorder:
        meeting.put(recorder, replace(FULL, people=9))
    assert content_hash(document) != before
    document.undo()
    assert content_hash(document) == before
    assert words.listed(["meeting"]) == "meetings"


def test_it_goes_out_as_json_and_comes_back(document: Document) -> None:
    written = json.loads(export_json(document))
    assert written["meetings"] == [WRITTEN]
    assert "meetings" in json_schema()["properties"]
    other = Document.create()
    try:
        report = import_json(other, json.dumps(written))
        assert report.added["meetings"] == 1
        assert meetings(other) == (FULL,)
        assert json.loads(export_json(other)) == written
    finally:
        other.close()


def test_it_is_matched_by_key_else_by_what_it_is_called(document: Document) -> None:
    renamed = {"key": "m1", "vendor": "a", "topic": "Start"}
    report = import_json(document, json.dumps({**HEAD, "meetings": [renamed]}))
    assert meetings(document) == (replace(FULL, topic="Start"),)
    assert [(row.label, row.was) for row in report.rows] == [("甲 · Start", "甲 · Kickoff")]
    unkeyed = [{"vendor": "a", "topic": "START", "people": 3}, {"vendor": "b", "topic": "start"}]
    report = import_json(document, json.dumps({**HEAD, "meetings": unkeyed}))
    assert (report.changed["meetings"], report.added["meetings"]) == (1, 1)
    assert [each.people for each in meetings(document)] == [3, 2]
    assert kinds()["meetings"] == "meetings"


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ({"vendor": "nobody", "topic": "x"}, r"meetings\[0\]\.vendor: there is no vendor"),
        ({"vendor": "a", "topic": "x", "contact": "t9"}, r"meetings\[0\]\.contact: there is no"),
        ({"vendor": "a", "topic": "x", "people": 0}, r"meetings\[0\]\.people"),
        ({"vendor": "a", "topic": "x", "mood": 1}, r"meetings\[0\]\.mood"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(
    document: Document, entry: dict[str, Any], place: str
) -> None:
    with pytest.raises(InputError, match=place):
        import_json(document, json.dumps({**HEAD, "meetings": [entry]}))
    assert meetings(document) == (FULL,)


def test_it_comes_from_a_table_too(document: Document) -> None:
    table = "供应商,主题,人数,cost\n甲,Kickoff,6,\n甲,Review,,￥1200\n".encode("gb18030")
    assert "meetings" in kinds_of_tables()
    preview = preview_table(document.assessment, table, Answers("meetings"))
    assert not preview.problems
    assert [row.label for row in preview.rows] == ["甲 · Kickoff", "甲 · Review"]
    import_table(document, table, Answers("meetings"))
    first, second = meetings(document)
    assert first == replace(FULL, people=6)
    assert (second.topic, second.cost, second.people) == ("Review", Decimal(1200), 2)


def test_nothing_of_it_is_left_where_it_is_not_described() -> None:
    assert "meeting" not in KEPT
    assert "meeting" not in schema.metadata.tables
    assert "meetings" not in json_schema()["properties"]
    made = example()
    try:
        assert type(made.assessment) is Assessment
        assert "meetings" not in json.loads(export_json(made))
    finally:
        made.close()
