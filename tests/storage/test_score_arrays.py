"""A step changes the scores in memory to what reading them anew would give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.rubric import Criterion, Dimension
from vendorcompare.core.scores import SELECTION, Cell, Evidence, Score, ScoreArrays, State
from vendorcompare.core.text import Text
from vendorcompare.storage import records, schema, score_arrays, snapshot
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.store import Transaction

VENDORS, CRITERIA, PEOPLE, ROUNDS = "vw", "ab", ("", "li"), (SELECTION, "later")
VALUES = st.none() | st.sampled_from([1.0, 4.5])
WORDS = st.sampled_from(["", "seen", "演示"])
SCORES = st.tuples(
    st.sampled_from(ROUNDS), st.sampled_from(PEOPLE), st.sampled_from(VENDORS),
    st.sampled_from(CRITERIA),
    st.none() | st.fixed_dictionaries({
        "value": VALUES, "state": st.sampled_from(State), "evidence": st.integers(0, 3),
        "note": WORDS, "text": WORDS,
    }),
)  # fmt: skip
AGREED = st.tuples(
    st.sampled_from(ROUNDS), st.sampled_from(VENDORS), st.sampled_from(CRITERIA),
    st.none() | st.fixed_dictionaries(
        {"value": VALUES, "state": st.sampled_from(State), "note": WORDS}
    ),
)  # fmt: skip


@pytest.fixture
def transaction() -> Iterator[Transaction]:
    copy = WorkingCopy.create()
    with copy.store.begin() as transaction:
        recorder = Recorder(transaction)
        recorder.put(schema.round_, "later", name="Later", kind="review", position=1)
        recorder.put(schema.evaluator, "li", name="Li", weight=1, position=1)
        for place, key in enumerate(VENDORS):
            recorder.put(schema.vendor, key, name=key, position=place)
        for key in ROUNDS:
            dimension = Dimension("d", Text.same("D"))
            records.DIMENSION.append(recorder, dimension, key)
            for each in CRITERIA:
                criterion = Criterion(each, Text.same(each))
                records.CRITERION.append(recorder, criterion, key, dimension="d")
        yield transaction
    copy.close()


def alike(one: ScoreArrays, other: ScoreArrays) -> bool:
    """Compare all there is in the scores of a round; a blank is like a blank."""
    pairs = [(getattr(one, each.name), getattr(other, each.name)) for each in fields(ScoreArrays)]
    return all(
        np.array_equal(a, b, equal_nan=a.dtype.kind == "f") and a.dtype == b.dtype
        if isinstance(a, np.ndarray)
        else a == b
        for a, b in pairs
    )


def write(recorder: Recorder, scores: list[Any]) -> None:
    """Write scores and agreed scores; one without columns is taken away."""
    for *key, row in scores:
        table = schema.score if len(key) == 4 else schema.agreed_score
        if row is None:
            recorder.delete(table, *key)
        else:
            recorder.put(table, *key, **row)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=st.lists(SCORES | AGREED, max_size=8), step=st.lists(SCORES | AGREED, max_size=8))
def test_a_step_in_memory_is_what_is_read_afterwards(
    transaction: Transaction,
    before: list[Any],
    step: list[Any],
) -> None:
    write(Recorder(transaction), before)
    assessment = snapshot.load(transaction)
    recorder = Recorder(transaction)
    write(recorder, step)
    in_memory = score_arrays.patched(assessment, recorder.changes)
    read = snapshot.load(transaction).scores_by_round
    assert in_memory.keys() == read.keys() == set(ROUNDS)
    assert all(alike(in_memory[key], read[key]) for key in ROUNDS)


def scored(transaction: Transaction) -> Assessment:
    write(Recorder(transaction), [
        (SELECTION, "li", "w", "b", {"value": 4.5, "state": 1, "evidence": 3, "note": "seen"}),
        (SELECTION, "", "v", "a", {"value": None, "state": 2, "evidence": 0, "text": "no"}),
        ("later", "li", "v", "b", {"value": 2.0, "state": 1, "evidence": 1}),
        (SELECTION, "v", "b", {"value": 3.0, "state": 1, "note": "talked over"}),
        (SELECTION, "w", "a", {"value": None, "state": 2}),
    ])  # fmt: skip
    return snapshot.load(transaction)


def test_scores_are_read_into_their_cells(transaction: Transaction) -> None:
    found = scored(transaction)
    cells = {
        Cell(who, vendor, criterion): found.score(Cell(who, vendor, criterion))
        for who in PEOPLE for vendor in VENDORS for criterion in CRITERIA
    }  # fmt: skip
    assert {cell: score for cell, score in cells.items() if score != Score()} == {
        Cell("li", "w", "b"): Score(4.5, State.SCORED, Evidence.TESTED, "seen"),
        Cell("", "v", "a"): Score(None, State.NOT_APPLICABLE, text="no"),
    }
    assert found.agreed_score("v", "b") == Score(3.0, State.SCORED, note="talked over")
    assert found.agreed_score("w", "a") == Score(None, State.NOT_APPLICABLE)
    assert found.in_round("later").score(Cell("li", "v", "b")).value == 2
    assert found.in_round("later").agreed_score("v", "b") == Score()


def test_a_step_leaves_the_scores_before_it_as_they_were(transaction: Transaction) -> None:
    found = scored(transaction)
    kept = replace(found.scores, values=found.scores.values.copy(), notes=dict(found.scores.notes))
    recorder = Recorder(transaction)
    write(recorder, [(SELECTION, "li", "w", "b", None), (SELECTION, "v", "b", None)])
    changed = score_arrays.patched(found, recorder.changes)
    assert alike(found.scores, kept)
    assert not alike(changed[SELECTION], kept)
    assert changed["later"] is found.scores_by_round["later"]
