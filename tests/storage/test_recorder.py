"""Whatever was written can be taken back by its records, and made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.documents import fill
from vendorcompare.storage import schema
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.rows import RowChange, inverted, merged
from vendorcompare.storage.sqlite import database, seal
from vendorcompare.storage.store import Store, Transaction

Step = Callable[[Recorder], None]

KEYS = st.sampled_from(["a", "b", "c", "new"])
CRITERIA = st.sampled_from(["c1", "c2", "c5"])
TEXTS = st.sampled_from(["", "x", "不同", "=1+1"])
NUMBERS = st.sampled_from([None, 0.0, 1.5, 5.0])


def put_vendor(key: str, name: str) -> Step:
    return lambda recorder: recorder.put(schema.vendor, key, name=name)


def put_criterion(key: str, dimension: str, weight: float | None) -> Step:
    def step(recorder: Recorder) -> None:
        recorder.put(schema.dimension, "selection", dimension)
        place = ("selection", key)
        recorder.put(schema.criterion, *place, dimension=dimension, weight=weight or 1.0)

    return step


def put_score(vendor: str, criterion: str, value: float | None) -> Step:
    def step(recorder: Recorder) -> None:
        asked = recorder.row(schema.criterion, "selection", criterion)
        if asked and recorder.row(schema.vendor, vendor):
            recorder.put(schema.score, "selection", "li", vendor, criterion, value=value)

    return step


def put_fee(key: str, vendor: str, amount: str) -> Step:
    def step(recorder: Recorder) -> None:
        if recorder.row(schema.vendor, vendor):
            recorder.put(schema.cost_line, key, vendor=vendor, amount=amount)

    return step


def delete(table: Any, *key: str) -> Step:
    return lambda recorder: recorder.delete(table, *key)


DIMENSIONS = st.sampled_from(["platform", "service", "other"])
STEPS = st.lists(
    st.one_of(
        st.builds(put_vendor, KEYS, TEXTS),
        st.builds(put_criterion, CRITERIA, DIMENSIONS, NUMBERS),
        st.builds(put_score, KEYS, CRITERIA, NUMBERS),
        st.builds(put_fee, st.sampled_from(["l1", "l9"]), KEYS, TEXTS),
        st.builds(delete, st.just(schema.vendor), KEYS),
        st.builds(delete, st.just(schema.criterion), st.just("selection"), CRITERIA),
        st.builds(delete, st.just(schema.dimension), st.just("selection"), DIMENSIONS),
        st.builds(delete, st.just(schema.weight_set), st.just("selection"), st.just("cfo")),
        st.builds(delete, st.just(schema.driver), st.just("vouchers")),
        st.builds(delete, st.just(schema.attachment), st.just("f1")),
    ),
    max_size=12,
)
many = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VENDORCOMPARE_HOME", str(tmp_path_factory.mktemp("home")))
        copy = WorkingCopy.create()
        with copy.store.begin() as transaction:
            fill(transaction)
        yield copy.store
        copy.close()


@pytest.fixture
def transaction(store: Store) -> Iterator[Transaction]:
    """Give a transaction that is never committed."""
    with store.engine.connect() as connection:
        yield Transaction(connection, store.assessment_id)


def content(transaction: Transaction) -> dict[str, str]:
    return seal.digests(database.driver_of(transaction), 1)


def make(transaction: Transaction, steps: list[Step]) -> list[RowChange]:
    recorder = Recorder(transaction)
    for step in steps:
        step(recorder)
    return recorder.changes


@many
@given(steps=STEPS)
def test_undo_gives_back_every_row_and_redo_makes_them_again(
    transaction: Transaction, steps: list[Step]
) -> None:
    before = content(transaction)
    with transaction.connection.begin_nested() as savepoint:
        changes = make(transaction, steps)
        after = content(transaction)
        assert (after == before) == (not merged(changes, ()))
        Recorder(transaction).replay(inverted(changes))
        assert content(transaction) == before
        Recorder(transaction).replay(changes)
        assert content(transaction) == after
        assert not transaction.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        savepoint.rollback()
    assert content(transaction) == before


@many
@given(earlier=STEPS, later=STEPS)
def test_two_steps_merged_do_what_both_did(
    transaction: Transaction, earlier: list[Step], later: list[Step]
) -> None:
    before = content(transaction)
    with transaction.connection.begin_nested() as savepoint:
        first, second = make(transaction, earlier), make(transaction, later)
        after = content(transaction)
        both = merged(first, second)
        Recorder(transaction).replay(inverted(both))
        assert content(transaction) == before
        Recorder(transaction).replay(both)
        assert content(transaction) == after
        assert not transaction.connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        assert merged(both, ()) == both
        assert merged(both, inverted(both)) == ()
        savepoint.rollback()


def test_deleting_a_dimension_records_all_that_went_with_it(transaction: Transaction) -> None:
    with transaction.connection.begin_nested() as savepoint:
        changes = make(transaction, [delete(schema.dimension, "selection", "platform")])
        deleted: dict[str, int] = {}
        for change in changes:
            assert change.before is not None
            assert change.after is None
            deleted[change.table] = deleted.get(change.table, 0) + 1
        assert deleted == {
            "score": 12, "agreed_score": 1, "level": 3, "evidence": 1, "criterion": 2,
            "dimension": 1,
        }  # fmt: skip
        assert changes[-1].table == "dimension"
        savepoint.rollback()


def test_writing_what_is_there_records_nothing(transaction: Transaction) -> None:
    assert make(transaction, [put_vendor("c", "R&D <Labs>")]) == []
    assert make(transaction, [delete(schema.vendor, "nobody")]) == []
