"""Put a changed file in place, run tests on it in a process of their own, take it away again."""

from __future__ import annotations

import gc
import importlib
import os
import resource
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Final

import pytest

from tests.mutants import checking

#: What is loaded once, before a process is made for each mutant. Nothing of ours is among it.
_LOADED_ONCE: Final = (
    "PySide6.QtTest", "PySide6.QtWidgets", "_hypothesis_pytestplugin", "hypothesis", "numpy",
    "numpy_financial", "pydantic", "pymcdm", "reportlab.platypus", "rich.console", "sqlalchemy",
    "stdnum", "typer",
)  # fmt: skip

#: What the tests of the last mutant said.
SAID: Final = Path("build", "mutants.txt")

#: Assertions stay as they are written: nobody reads why one fails, and pytest would not rewrite
#: what is loaded already.
_HOW: Final = ("-q", "-x", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist")

#: Seconds of the processor that tests may take more than they did, before they hang.
_PATIENCE: Final = 30


class Outcome(StrEnum):
    """What came of a mutant; one is refused by the type checker, after no test noticed it."""

    KILLED = "killed"
    SURVIVED = "survived"
    HANGS = "hangs"
    REFUSED = "refused"
    UNTESTED = "untested"


def load() -> None:
    """Import what every test needs, once."""
    SAID.parent.mkdir(exist_ok=True)
    for name in _LOADED_ONCE:
        importlib.import_module(name)
    gc.freeze()  # pytest collects ten times at its end, which takes as long as many a test


def outcome(path: Path, text: str, tests: list[str], seconds: float) -> Outcome:
    """Run tests while a file has another text; the seconds are what they take by themselves."""
    with _in_place(path, text):
        found = _tested(tests, seconds)
        if found in (Outcome.SURVIVED, Outcome.UNTESTED) and checking.is_refused():
            return Outcome.REFUSED
    return found


def _tested(tests: list[str], seconds: float) -> Outcome:
    if not tests:
        return Outcome.UNTESTED
    child = os.fork()
    if child == 0:
        _run(tests, int(3 * seconds) + _PATIENCE)
    _pid, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return Outcome.HANGS
    return Outcome.SURVIVED if os.WEXITSTATUS(status) == 0 else Outcome.KILLED


def _run(tests: list[str], seconds: int) -> None:
    """Be the process of one mutant: run its tests and end."""
    status: int = pytest.ExitCode.INTERNAL_ERROR
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        told = os.open(SAID, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        for stream in range(3):
            os.dup2(told, stream)
        status = pytest.main([*_HOW, *tests])
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


@contextmanager
def _in_place(path: Path, text: str) -> Iterator[None]:
    """Let a file have another text; its time tells Python that what it compiled is of no use."""
    before, times = path.read_bytes(), path.stat()
    path.write_text(text, "utf-8")
    os.utime(path, (times.st_atime, times.st_mtime + 10_000))
    try:
        yield
    finally:
        path.write_bytes(before)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
