"""`kill -9` at any moment: no promised edit is lost, no step is half there."""

from __future__ import annotations

import random
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.storage.crashing import KEYS, Another, Mode, another
from tests.storage.documents import sample
from vendorcompare.core.errors import UserError
from vendorcompare.storage import change_log, schema
from vendorcompare.storage.file import session
from vendorcompare.storage.file.leftovers import leftovers
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.sqlite import gate

ROUNDS = 3
AT_ONCE = 4
LONGEST = 0.25


@dataclass
class Victim:
    """Hold a process that edits, and what it promised before it was killed."""

    target: Path
    process: Another
    edited: int = 2
    saved: int = 2

    def listen(self) -> None:
        """Take down all promises up to its death."""
        for line in self.process.said:
            word, _space, number = line.decode().partition(" ")
            self.edited = int(number) if word == "edited" else self.edited
            self.saved = int(number) if word == "saved" else self.saved


@contextmanager
def victims(mode: Mode, targets: list[Path], *, lying: bool = False) -> Iterator[list[Victim]]:
    """Start processes that edit or save, and kill each at a moment nobody chose."""
    with ExitStack() as stack:
        started = [
            Victim(target, stack.enter_context(another(mode, target, lying=lying)))
            for target in targets
        ]
        listeners = [threading.Thread(target=victim.listen) for victim in started]
        for listener in listeners:
            listener.start()
        try:
            yield started
        finally:
            alive = 0
            for victim in random.sample(started, len(started)):
                time.sleep(random.uniform(0, LONGEST / len(started) * 2))
                alive += victim.process.process.is_alive()
                victim.process.kill()
            for listener in listeners:
                listener.join()
            assert alive == len(started), "one died of something else than the kill"


def state(copy: WorkingCopy) -> tuple[int, set[str]]:
    """Return the last step, and what the rows say it was."""
    with copy.store.begin() as transaction:
        notes = select(schema.vendor.c.note).where(schema.vendor.c.key.in_(KEYS))
        return change_log.last_number(transaction), set(transaction.execute(notes).scalars())


def lost_edits(targets: list[Path], *, lying: bool = False) -> int:
    """Kill editors of several documents, recover each, and count the promises not kept."""
    with victims("edit", targets, lying=lying) as killed:
        time.sleep(0.1)
    lost = 0
    offered = {leftover.target: leftover for leftover in leftovers()}
    for victim in killed:
        if victim.edited == 2 and victim.target not in offered:
            continue
        leftover = offered[victim.target]
        copy = WorkingCopy.recover(leftover)
        number, notes = state(copy)
        assert notes == {str(number)}
        assert leftover.edits == number - copy.saved_number
        assert not leftover.target_changed
        lost += max(0, victim.edited - number)
        copy.publish(victim.target)
        copy.close()
    return lost


@pytest.fixture
def targets(tmp_path: Path) -> list[Path]:
    return [sample(tmp_path / f"文件 {n}.vcmp") for n in range(AT_ONCE)]


def test_no_promised_edit_is_lost(targets: list[Path]) -> None:
    for _round in range(ROUNDS):
        assert lost_edits(targets) == 0
    assert session.folders() == []


def test_control_promises_made_too_early_are_noticed(targets: list[Path]) -> None:
    assert any(lost_edits(targets, lying=True) for _round in range(3))


def copied(victim: Victim, copy: Path) -> str:
    """Copy a document as a sync client would, and say what is wrong with the copy."""
    promised = victim.saved
    shutil.copyfile(victim.target, copy)
    try:
        gate.admit(copy)
    except UserError as error:
        return error.message
    with closing(sqlite3.connect(copy)) as connection:
        (number,) = connection.execute("SELECT max(number) FROM change").fetchone()
    return f"{number} is older than {promised}" if number < promised else ""


def broken_copies(targets: list[Path], copy: Path, *, lying: bool = False) -> list[str]:
    """Kill savers of several documents while they are copied, and list what went wrong."""
    with victims("save", targets, lying=lying) as killed:
        wrong = [copied(victim, copy) for victim in killed for _time in range(2)]
    wrong += [copied(victim, copy) for victim in killed]
    return [problem for problem in wrong if problem]


def test_a_killed_save_leaves_a_whole_document(targets: list[Path], tmp_path: Path) -> None:
    for _round in range(ROUNDS - 1):
        assert broken_copies(targets, tmp_path / "copy") == []
        for leftover in leftovers():
            copy = WorkingCopy.recover(leftover)
            assert not leftover.target_changed
            number, notes = state(copy)
            assert notes == {str(number)}
            copy.publish(targets[0].parent / str(leftover.target))
            copy.close()
        names = {path.name for path in tmp_path.iterdir()} - {"copy"}
        assert names == {target.name for target in targets}
    assert session.folders() == []


def test_control_a_save_in_place_breaks_copies(targets: list[Path], tmp_path: Path) -> None:
    assert any(broken_copies(targets, tmp_path / "copy", lying=True) for _round in range(3))
