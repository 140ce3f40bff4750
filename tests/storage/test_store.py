"""Two assessments in one database: what is done to one leaves the other as it was."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import numpy as np
import pytest

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.rubric import Criterion, Dimension
from vendorcompare.core.text import Text
from vendorcompare.storage import beginning, change_log, identity, records, schema, snapshot
from vendorcompare.storage.change_log import Label
from vendorcompare.storage.contents import Contents, contents_of
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import inverted
from vendorcompare.storage.sqlite import content, database, seal
from vendorcompare.storage.store import Store, Transaction

ROUND = "selection"
CELL = (ROUND, "li", "a", "c1")
CONTENT = b"%PDF"


@dataclass(frozen=True)
class Seen:
    """Hold all that there is of an assessment."""

    contents: Contents
    digests: dict[str, str]
    log: int
    assessment: Assessment

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Seen)
            and (self.contents, self.digests, self.log)
            == (other.contents, other.digests, other.log)
            and np.array_equal(self.assessment.scores.values, other.assessment.scores.values, True)
        )


def fill(transaction: Transaction) -> None:
    """Put in a rubric, two vendors, scores and a file."""
    recorder = Recorder(transaction)
    for key in ("platform", "service"):
        records.DIMENSION.append(recorder, Dimension(key, Text()), ROUND)
    for key, dimension in (("c1", "platform"), ("c2", "service")):
        asked = Criterion(key, Text.same(key))
        records.CRITERION.append(recorder, asked, ROUND, dimension=dimension)
        records.put_level(recorder, (ROUND, key), 1.0, Text("弱"))
    recorder.append(schema.evaluator, "li", name="Li")
    for vendor in ("a", "b"):
        recorder.append(schema.vendor, vendor, name=vendor)
        for criterion in ("c1", "c2"):
            recorder.put(schema.score, "selection", "li", vendor, criterion, value=3.0, state=1)
    recorder.put(schema.agreed_score, "selection", "b", "c1", value=2.0, state=1)
    sha256 = hashlib.sha256(CONTENT).hexdigest()
    recorder.append(schema.attachment, "f1", size=len(CONTENT), sha256=sha256, content=CONTENT)


def seen(store: Store) -> Seen:
    with store.begin() as transaction:
        return Seen(
            contents_of(transaction),
            seal.digests(database.driver_of(transaction), transaction.assessment_id),
            change_log.last_number(transaction),
            snapshot.load(transaction),
        )


@pytest.fixture
def stores() -> Iterator[tuple[Store, Store]]:
    """Give two assessments with the same keys and nearly the same content."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as driver:
        driver.execute("PRAGMA foreign_keys=ON")
        engine = database.engine_on(driver)
        with engine.begin() as connection:
            schema.metadata.create_all(connection)
        one, other = Store(engine, 1), Store(engine, 2)
        for store in (one, other):
            with store.begin() as transaction:
                beginning.begin(transaction, identity.fresh())
                fill(transaction)
                name = f"Vendor of {store.assessment_id}"
                Recorder(transaction).put(schema.vendor, "a", name=name)
        yield one, other
        one.close()
        other.close()
        assert not driver.execute("PRAGMA foreign_key_check").fetchall()
        engine.dispose()


def edit(transaction: Transaction) -> Recorder:
    """Do a little of everything that can be done to rows."""
    recorder = Recorder(transaction)
    recorder.put(schema.assessment, title="Changed")
    recorder.put(schema.score, *CELL, value=1.0, note="seen")
    recorder.put(schema.vendor, "a", name="Changed")
    recorder.append(schema.vendor, "new", name="New")
    recorder.delete(schema.dimension, ROUND, "platform")
    recorder.add_all(schema.need, {("n8",): {"kind": "must"}, ("n9",): {}})
    head = change_log.head(transaction)
    change_log.append(transaction, head, "do", Label("Edit", {}), recorder.changes)
    return recorder


def test_each_is_read_by_itself(stores: tuple[Store, Store]) -> None:
    for store in stores:
        assert seen(store).assessment.vendors[0].name == f"Vendor of {store.assessment_id}"
    with stores[1].begin() as transaction:
        recorder = Recorder(transaction)
        names = [row["name"] for row in recorder.rows(schema.vendor).values()]
        assert names == ["Vendor of 2", "b"]
        recorder.put(schema.attachment, "f1", content=b"other")
    with stores[0].begin() as transaction:
        assert records.attachment_content(transaction, "f1") == CONTENT


@pytest.mark.parametrize("edited", [0, 1])
def test_an_edit_and_its_undo_leave_the_other_as_it_was(
    stores: tuple[Store, Store], edited: int
) -> None:
    store, other = stores[edited], stores[1 - edited]
    before, beside = seen(store), seen(other)
    with store.begin() as transaction:
        changes = edit(transaction).changes
        fresh = snapshot.refresh(before.assessment, transaction, changes)
    after = seen(store)
    assert after != before
    assert fresh.title == after.assessment.title == "Changed"
    assert fresh.vendors == after.assessment.vendors
    assert after.log == before.log + 1
    assert seen(other) == beside
    with store.begin() as transaction:
        Recorder(transaction).replay(inverted(changes))
    undone = seen(store)
    assert undone.contents == before.contents
    assert seen(other) == beside
    with store.begin() as transaction:
        Recorder(transaction).replay(changes)
    assert seen(store).contents == after.contents
    assert seen(other) == beside


@pytest.mark.parametrize("edited", [0, 1])
def test_each_has_a_seal_of_its_own(stores: tuple[Store, Store], edited: int) -> None:
    for store in stores:
        with store.begin() as transaction:
            seal.write(database.driver_of(transaction), transaction.assessment_id)
    with stores[edited].begin() as transaction:
        edit(transaction)
        driver = database.driver_of(transaction)
        assert "vendor" in seal.verify(driver, stores[edited].assessment_id)
        assert seal.verify(driver, stores[1 - edited].assessment_id) == ()
        assert content.changed_attachments(driver, stores[1 - edited].assessment_id) == []
        seal.write(driver, stores[edited].assessment_id)
        for store in stores:
            assert seal.verify(driver, store.assessment_id) == ()


def test_a_file_with_two_assessments_is_none(stores: tuple[Store, Store]) -> None:
    with stores[0].begin() as transaction:
        assert content.held_in(database.driver_of(transaction)) is None
    with pytest.raises(Exception, match="Multiple rows"):
        Store.only(stores[0].engine)
