"""A disk that fails at any moment of a save: the old version stays, and nothing is lost."""

from __future__ import annotations

import errno
import resource
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import DatabaseError

from tests.storage.documents import edit, sample, vendors, vendors_in
from vendorcompare import files
from vendorcompare.core.errors import SaveFailed
from vendorcompare.storage import schema
from vendorcompare.storage.file import backups, publish, save_errors
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.recorder import Recorder
from vendorcompare.storage.sqlite import gate, whole

#: Everything by which a save touches the disk, but for SQLite itself.
OPERATIONS: tuple[tuple[Any, str], ...] = (
    (files, "copy"), (files, "sync"), (files, "sync_folder"), (files, "replace"),
    (files, "sha256_of"), (files, "put"), (publish, "_create"), (whole, "write_sealed"),
    (whole, "_verify"), (publish, "_stamp"), (backups, "_thin"),
)  # fmt: skip


class FailingDisk:
    """Count the operations of a save, and fail from one of them on."""

    def __init__(self, first: int, last: float) -> None:
        self.first, self.last, self.count = first, last, 0

    def wrapped(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            if self.first <= self.count <= self.last:
                raise OSError(errno.ENOSPC, "No space left on device")
            return operation(*arguments, **named)

        return run

    @contextmanager
    def at_work(self) -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            for owner, name in OPERATIONS:
                patch.setattr(owner, name, self.wrapped(getattr(owner, name)))
            yield


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[WorkingCopy]:
    opened = WorkingCopy.open(sample(tmp_path / "a.vcmp"))
    edit(opened, "Mine")
    yield opened
    opened.close()


def refusal(copy: WorkingCopy, target: Path) -> str:
    """Save, and return what the user is told if it fails."""
    try:
        copy.publish(target)
    except SaveFailed as error:
        return f"{error.message} {error.hint}"
    return ""


def check_nothing_is_lost(copy: WorkingCopy, target: Path, before: bytes) -> None:
    """See that a failed save left an old or a new file and a usable working copy."""
    assert not list(target.parent.glob(".*"))
    assert target.read_bytes() == before or "Mine" in vendors_in(target)
    assert gate.admit(target).read_only == ""
    assert "Mine" in vendors(copy)


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_failure_at_any_operation_leaves_old_or_new(
    copy: WorkingCopy, tmp_path: Path, for_ever: bool
) -> None:
    target = tmp_path / "a.vcmp"
    failures = 0
    for first in range(1, 99):
        before = target.read_bytes()
        disk = FailingDisk(first, float("inf") if for_ever else first)
        with disk.at_work():
            failures += "could not be saved" in refusal(copy, target)
        check_nothing_is_lost(copy, target, before)
        if disk.count < first:
            break
        copy.publish(target, overwrite_changed=True)  # space was made: it works again
        edit(copy, "Mine again")
    assert failures >= 12


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


def test_a_full_disk_is_told_at_every_level(copy: WorkingCopy, tmp_path: Path) -> None:
    target = tmp_path / "a.vcmp"
    before = target.read_bytes()
    whole = len(before)
    told = 0
    for level in range(0, whole + 8192, whole // 40):
        with largest_file(level):
            told += "could not be saved" in refusal(copy, target)
        check_nothing_is_lost(copy, target, before)
    assert told > 35
    assert "Mine" in vendors_in(target)


def test_an_edit_on_a_full_disk_fails_whole(copy: WorkingCopy) -> None:
    failed = 0
    for level in range(4096, 400_000, 9000):
        before = vendors(copy)
        try:
            with largest_file(level), copy.store.begin() as transaction:
                recorder = Recorder(transaction)
                recorder.put(schema.vendor, f"v{level}", name="half", note="x" * 60_000)
                recorder.put(schema.vendor, f"w{level}", name="half")
        except DatabaseError as error:
            failed += "xxxx" not in str(error)
            before_and_now = before, vendors(copy)
        else:
            before_and_now = [*before, "half", "half"], vendors(copy)
        assert sorted(before_and_now[0]) == sorted(before_and_now[1])
    assert failed > 5
    edit(copy, "After")
    assert "After" in vendors(copy)


def test_the_message_says_where_and_how_much(tmp_path: Path) -> None:
    error = save_errors.from_system(OSError(errno.ENOSPC, ""), tmp_path / "a.vcmp", 3_400_000)
    assert str(tmp_path) in error.message
    assert "3.4 MB needed" in error.message
    assert "MB free" in error.message


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EROFS, "may not write"),
        (errno.ENODEV, "is not there"),
        (errno.ESTALE, "is not there"),
        (errno.EIO, "system says"),
    ],
)
def test_each_failure_has_its_sentence(tmp_path: Path, number: int, says: str) -> None:
    error = save_errors.from_system(OSError(number, "strange"), tmp_path / "a.vcmp", 0)
    assert says in error.message
    assert error.hint


def test_control_a_save_in_place_would_lose_the_old_version(
    copy: WorkingCopy, tmp_path: Path
) -> None:
    target = tmp_path / "a.vcmp"
    content = target.read_bytes()
    with pytest.raises(OSError, match="too large"), largest_file(40_000):
        target.write_bytes(content)
    with pytest.raises(Exception, match="malformed"):
        check_nothing_is_lost(copy, target, content)
