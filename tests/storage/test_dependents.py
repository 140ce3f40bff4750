"""A row that goes takes along what cannot be without it, and empties what can.

The tables are made up: a plan has a key of two columns, a task belongs to a plan, must have an
owner, and may have a helper.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import ForeignKeyConstraint, Table

from vendorcompare.storage import schema
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import inverted, merged
from vendorcompare.storage.schema._base import entity, maybe_text, owned, references, text
from vendorcompare.storage.sqlite import database, seal
from vendorcompare.storage.store import Store, Transaction


class Tables:
    """Hold the made-up tables, which stand beside the real ones."""

    def __init__(self) -> None:
        self.person = entity(
            "person", maybe_text("manager"), maybe_text("mentor"),
            references("person", "manager"), references("person", "mentor"),
        )  # fmt: skip
        self.plan = owned("plan", text("round", key=True), text("key", key=True), text("place"))
        self.task = entity(
            "task",
            maybe_text("round"),
            maybe_text("plan"),
            text("owner"),
            maybe_text("helper"),
            ForeignKeyConstraint(
                ["assessment_id", "round", "plan"],
                ["plan.assessment_id", "plan.round", "plan.key"],
            ),
            references("person", "owner"),
            references("person", "helper"),
        )
        self.step = owned(
            "step",
            # not in the order of the key that is meant, nor right behind the assessment's id
            text("title", key=True),
            text("plan"),
            text("round"),
            ForeignKeyConstraint(
                ["assessment_id", "plan", "round"],
                ["plan.assessment_id", "plan.key", "plan.round"],
            ),
        )

    @property
    def all(self) -> tuple[Table, ...]:
        return self.step, self.task, self.plan, self.person


@pytest.fixture
def tables() -> Iterator[Tables]:
    made = Tables()
    yield made
    for table in made.all:
        schema.metadata.remove(table)


@pytest.fixture
def transaction(tables: Tables) -> Iterator[Transaction]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as driver:
        driver.execute("PRAGMA foreign_keys=ON")
        engine = database.engine_on(driver)
        with closing(Store(engine, 1)) as store, store.begin() as transaction:
            schema.metadata.create_all(transaction.connection)
            Recorder(transaction).put(schema.assessment)
            yield transaction
            assert not driver.execute("PRAGMA foreign_key_check").fetchall()
        engine.dispose()


def filled(transaction: Transaction, tables: Tables) -> None:
    recorder = Recorder(transaction)
    for person in ("ann", "bo"):
        recorder.put(tables.person, person)
    for round_ in ("first", "second"):
        recorder.put(tables.plan, round_, "kickoff")
        recorder.put(tables.step, f"invite {round_}", round=round_, plan="kickoff")
        recorder.put(
            tables.task, f"hall {round_}", round=round_, plan="kickoff", owner="ann", helper="bo"
        )
    recorder.put(tables.task, "both", owner="bo", helper="bo")


def test_a_key_of_several_columns_is_compared_column_by_column(
    transaction: Transaction, tables: Tables
) -> None:
    filled(transaction, tables)
    recorder = Recorder(transaction)
    recorder.delete(tables.plan, "first", "kickoff")
    assert recorder.keys(tables.step) == [("invite second",)]
    first = recorder.row(tables.task, "hall first")
    assert first is not None
    assert (first["round"], first["plan"], first["owner"]) == (None, None, "ann")
    second = recorder.row(tables.task, "hall second")
    assert second is not None
    assert (second["round"], second["plan"]) == ("second", "kickoff")


def test_what_may_be_without_a_row_is_emptied_and_the_rest_goes(
    transaction: Transaction, tables: Tables
) -> None:
    filled(transaction, tables)
    recorder = Recorder(transaction)
    recorder.delete(tables.person, "bo")
    assert recorder.keys(tables.task) == [("hall first",), ("hall second",)]
    assert {row["helper"] for row in recorder.rows(tables.task).values()} == {None}
    assert [(change.table, change.key) for change in recorder.changes if change.after is None] == [
        ("task", ("both",)),
        ("person", ("bo",)),
    ]
    emptied = [c for c in recorder.changes if c.after is not None]
    assert [(c.before["helper"], c.after["helper"]) for c in emptied if c.before and c.after] == [
        ("bo", None),
        ("bo", None),
    ]


@pytest.mark.parametrize("person", ["ann", "bo"])
def test_undo_brings_back_what_went_and_what_was_emptied(
    transaction: Transaction, tables: Tables, person: str
) -> None:
    filled(transaction, tables)
    Recorder(transaction).put(tables.person, "bo", manager="ann", mentor="bo")
    before = seal.digests(database.driver_of(transaction), 1)
    recorder = Recorder(transaction)
    recorder.delete(tables.person, person)
    after = seal.digests(database.driver_of(transaction), 1)
    for changes in (recorder.changes, merged(recorder.changes, ())):
        Recorder(transaction).replay(inverted(changes))
        assert seal.digests(database.driver_of(transaction), 1) == before
        Recorder(transaction).replay(changes)
        assert seal.digests(database.driver_of(transaction), 1) == after


def test_a_row_may_refer_to_itself(transaction: Transaction, tables: Tables) -> None:
    recorder = Recorder(transaction)
    recorder.put(tables.person, "ann")
    recorder.put(tables.person, "ann", manager="ann", mentor="ann")
    recorder.delete(tables.person, "ann")
    assert recorder.keys(tables.person) == []
    recorder.replay(inverted(recorder.changes))
    assert recorder.keys(tables.person) == []
