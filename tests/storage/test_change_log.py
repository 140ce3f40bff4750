"""Every entry stands for all before it, so that cuts are noticed and copies know each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.documents import edit, sample, tampered
from vendorcompare import i18n
from vendorcompare.storage import change_log, replay, schema
from vendorcompare.storage.change_log import Label, LogEntry, LogHead, breaks, common_ancestor
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.recorder import Recorder

Log = tuple[LogEntry, ...]


@pytest.fixture
def copy() -> Iterator[WorkingCopy]:
    with closing(WorkingCopy.create()) as created:
        yield created


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Give a file in which three vendors were added, one after the other."""
    return made(tmp_path / "a.vcmp")


def made(path: Path) -> Path:
    with closing(WorkingCopy.create()) as copy:
        for name in ("One", "Two", "Three"):
            edit(copy, name)
        copy.publish(path)
    return path


def log_of(path: Path) -> Log:
    with reading(path) as transaction:
        return change_log.entries(transaction)


def added(path: Path, *names: str) -> Log:
    """Add vendors to a file and return its log."""
    with closing(WorkingCopy.open(path)) as copy:
        for name in names:
            edit(copy, name)
        copy.publish(path)
    return log_of(path)


def copied(file: Path, name: str) -> Path:
    path = file.with_name(name)
    path.write_bytes(file.read_bytes())
    return path


def test_the_fixture_of_format_1_0_hangs_together_for_ever(tmp_path: Path) -> None:
    first, second = log = log_of(sample(tmp_path / "a.vcmp"))
    assert breaks(log) == []
    assert (first.parent, second.parent) == ("", first.seal)
    assert second.concerns == first.id
    assert second.label.words == "Set 2 scores"
    i18n.set_language("zh")
    assert second.label.words == "设置2个评分"


def test_an_entry_names_the_seal_of_the_one_before(file: Path) -> None:
    log = log_of(file)
    assert [entry.number for entry in log] == [1, 2, 3]
    assert [entry.parent for entry in log] == ["", log[0].seal, log[1].seal]
    assert len({entry.id for entry in log}) == 3
    with reading(file) as transaction:
        assert change_log.head(transaction) == LogHead(3, log[2].id, log[2].seal)
        assert change_log.last_entry(transaction) == log[2]


def test_two_copies_find_the_last_step_that_they_share(file: Path) -> None:
    before = log_of(file)
    added(file, "Mine", "Mine too")
    other = copied(file, "b.vcmp")
    mine, theirs = added(file, "Four"), added(other, "Five", "Six")
    assert common_ancestor(mine, theirs) == common_ancestor(theirs, mine) == mine[4]
    assert common_ancestor(before, theirs) == before[2]
    assert common_ancestor(mine, mine) == mine[-1]


def test_what_began_apart_has_nothing_in_common(file: Path, tmp_path: Path) -> None:
    assert common_ancestor(log_of(file), log_of(made(tmp_path / "b.vcmp"))) is None
    assert common_ancestor(log_of(file), ()) is None


def altered(log: Log, place: int, **fields: Any) -> Log:
    return (*log[:place], log[place]._replace(**fields), *log[place + 1 :])


@pytest.mark.parametrize(
    ("spoil", "noticed"),
    [
        (lambda log: log[1:], [2]),
        (lambda log: (log[0], log[2]), [3]),
        (lambda log: (log[1], log[0], log[2]), [2, 1, 3]),
        (lambda log: altered(log, 0, actor="somebody else"), [2]),
        (lambda log: altered(log, 1, rows="[]"), [3]),
        (lambda log: altered(log, 1, number=7), [3]),
        (lambda log: altered(log, 1, arguments='{"count": 3}'), [3]),
        (lambda log: altered(log, 0, message="Add ", arguments="vendor"), [2]),
    ],
)
def test_a_log_that_was_cut_or_altered_is_noticed(
    file: Path, spoil: Callable[[Log], Log], noticed: list[int]
) -> None:
    assert breaks(log_of(file)) == []
    assert breaks(spoil(log_of(file))) == noticed


def test_an_altered_entry_is_no_common_ancestor(file: Path) -> None:
    log = log_of(file)
    assert common_ancestor(log, altered(log, 1, at="2020-01-01")) == log[0]


def test_what_the_log_does_not_explain_is_named(file: Path) -> None:
    with reading(file) as transaction:
        log = change_log.entries(transaction)
        assert replay.unexplained(transaction, log) == []
        assert replay.unexplained(transaction, log[:2]) == ["vendor"]


@pytest.mark.parametrize(
    ("spoil", "tables"),
    [
        ("DELETE FROM change WHERE number = 3", ["vendor"]),
        ("DELETE FROM change", ["vendor"]),
        ("DELETE FROM vendor WHERE name = 'Two'", ["vendor"]),
        ("UPDATE vendor SET name = 'Zwei' WHERE name = 'Two'", ["vendor"]),
        ("INSERT INTO evaluator (assessment_id, key) VALUES (1, 'ghost')", ["evaluator"]),
        ("UPDATE change SET rows = '[[1, 2]]' WHERE number = 1", ["change"]),
        ("UPDATE change SET rows = 'nothing' WHERE number = 1", ["change"]),
        ("""UPDATE change SET rows = '[["vendor", [[]], null, {}]]'""", ["change"]),
        ("""UPDATE change SET rows = '[["vendor", ["x"], null, 5]]'""", ["change"]),
        ("UPDATE change SET rows = replace(hex(zeroblob(50000)), '0', '[')", ["change"]),
    ],
)
def test_what_was_changed_without_the_log_is_named(
    file: Path, spoil: str, tables: list[str]
) -> None:
    tampered(file, lambda c: c.execute(spoil))
    with reading(file) as transaction:
        assert replay.unexplained(transaction, change_log.entries(transaction)) == tables


def test_bytes_are_named_by_their_hash_and_not_kept_in_the_log(copy: WorkingCopy) -> None:
    content = b"x" * 100_000
    with copy.store.begin() as transaction:
        recorder = Recorder(transaction)
        recorder.put(schema.attachment, "f", name="quote", content=content)
        change_log.append(transaction, LogHead(), "do", Label("Attach file", {}), recorder.changes)
        (entry,) = change_log.entries(transaction)
        assert len(entry.rows) < 1000
        assert replay.unexplained(transaction, (entry,)) == []
        recorder.put(schema.attachment, "f", content=b"y")
        assert replay.unexplained(transaction, (entry,)) == ["attachment"]


@pytest.mark.parametrize("arguments", ["", "[]", "5", "nonsense", '{"a": 1', "[" * 100_000])
def test_arguments_that_cannot_be_read_are_left_out(copy: WorkingCopy, arguments: str) -> None:
    entry = LogEntry(1, "a", "", "", "do", "Set {count} scores", arguments, "", "[]", "")
    assert entry.label == Label("Set {count} scores", {})


TEXTS = st.text(max_size=4)


@given(one=st.tuples(*[TEXTS] * 4), other=st.tuples(*[TEXTS] * 4))
def test_no_two_entries_share_a_seal(
    one: tuple[str, str, str, str], other: tuple[str, str, str, str]
) -> None:
    first, second = (
        LogEntry(1, "", "", "", "do", message, arguments, "", rows, parent)
        for message, arguments, rows, parent in (one, other)
    )
    assert (first.seal == second.seal) == (one == other)


def test_a_document_without_steps_has_an_empty_log(copy: WorkingCopy) -> None:
    with copy.store.begin() as transaction:
        assert change_log.head(transaction) == LogHead()
        assert change_log.last_entry(transaction) is None
