"""A disk that takes its time: what writes to it waits until the test lets it go on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from vendorcompare import files, paths
from vendorcompare.storage.sqlite import whole

_PATIENCE = 60.0  # seconds, after which a test has failed


class SlowDisk:
    """Hold what reaches a point of its way to the disk.

    Attributes:
        reached: set when something waits.
        times: how often something came here.
        error: what the disk answers in the end, if it does not do as it is told.
    """

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.times = 0
        self.error: Exception | None = None
        self._free = threading.Event()

    def wait_until_reached(self) -> None:
        assert self.reached.wait(_PATIENCE)

    def go_on(self) -> None:
        self._free.set()

    def hold(self) -> None:
        self.times += 1
        self.reached.set()
        assert self._free.wait(_PATIENCE)
        if self.error is not None:
            raise self.error


@contextmanager
def slow_disk() -> Iterator[SlowDisk]:
    """Hold every file at the moment before it takes its place, when all is written beside it."""
    put = files.put

    def held(disk: SlowDisk, part: Path, target: Path) -> None:
        if paths.sessions_folder() not in target.parents:
            disk.hold()
        put(part, target)

    with _holding(files, "put", held) as disk:
        yield disk


@contextmanager
def slow_start() -> Iterator[SlowDisk]:
    """Hold every save before it reads the document."""
    write = whole.write_sealed

    def held(disk: SlowDisk, *arguments: Any) -> int:
        disk.hold()
        return write(*arguments)

    with _holding(whole, "write_sealed", held) as disk:
        yield disk


@contextmanager
def _holding(owner: Any, name: str, held: Callable[..., Any]) -> Iterator[SlowDisk]:
    disk = SlowDisk()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, lambda *arguments: held(disk, *arguments))
        try:
            yield disk
        finally:
            disk.go_on()
