"""Nothing opens a file that SQLite has open: closing it would drop SQLite's locks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.documents import edit, sample
from vendorcompare.storage.file.leftovers import leftovers
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.file.working_copy import WorkingCopy

DESCRIPTORS = Path("/proc/self/fd")
_watching: list[list[str]] = []


def _on_open(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and _watching and isinstance(arguments[0], str | bytes | os.PathLike):
        path = os.path.realpath(os.fsdecode(arguments[0]))
        held = {os.path.realpath(found) for found in DESCRIPTORS.iterdir()}
        if path in held and _is_database(path):
            _watching[-1].append(path)


def _is_database(path: str) -> bool:
    name = Path(path).name
    return name == "document.vcmp" or ".saving-" in name


@pytest.fixture(scope="module", autouse=True)
def hook() -> None:
    sys.addaudithook(_on_open)  # it cannot be taken away, but it sleeps


@pytest.fixture
def opened() -> Iterator[list[str]]:
    """Collect the databases that were opened while SQLite had them open."""
    _watching.append([])
    yield _watching[-1]
    _watching.pop()


def test_no_step_opens_what_sqlite_has_open(tmp_path: Path, opened: list[str]) -> None:
    target = sample(tmp_path / "a.vcmp")
    copy = WorkingCopy.open(target)
    edit(copy, "One")
    copy.publish(target)
    copy.publish(tmp_path / "b.vcmp")
    copy.publish_copy(tmp_path / "c.vcmp")
    leftovers()
    with reading(target) as transaction:
        transaction.connection.exec_driver_sql("SELECT 1")
    edit(copy, "Two")
    copy._disconnect()
    copy._session.abandon()
    WorkingCopy.recover(leftovers()[0]).close()
    WorkingCopy.create().close()
    assert opened == []


def test_control_opening_the_working_copy_is_noticed(tmp_path: Path, opened: list[str]) -> None:
    copy = WorkingCopy.open(sample(tmp_path / "a.vcmp"))
    copy._session.document.read_bytes()
    assert opened == [str(copy._session.document)]
    copy.close()
