"""Measure two things in turn and say how they compare."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

_BYTECODE = "PYTHONDONTWRITEBYTECODE"
ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one line of the table: what was measured, the figure, and what it should be."""

    what: str
    figure: str
    goal: str
    met: bool


class Process(NamedTuple):
    """Hold what the operating system says of a finished process."""

    wall: float
    cpu: float
    peak_mib: float
    output: str


def at_most(what: str, figure: float, goal: float, unit: str = "×") -> Row:
    """Make a line for a figure that has an upper limit."""
    return Row(what, f"{figure:.2f} {unit}", f"≤ {goal:g} {unit}", figure <= goal)


def paired(
    first: Callable[[], object],
    second: Callable[[], object],
    rounds: int,
    clock: Callable[[], float] = time.process_time,
) -> tuple[list[float], list[float]]:
    """Run two things in turn and return the seconds each took in every round."""
    taken: tuple[list[float], list[float]] = ([], [])
    running = gc.isenabled()
    gc.disable()
    try:
        for work in (first, second):
            work()
        for _round in range(rounds):
            for work, seconds in zip((first, second), taken, strict=True):
                gc.collect()
                start = clock()
                work()
                seconds.append(clock() - start)
    finally:
        if running:
            gc.enable()
    return taken


@contextmanager
def at_rest() -> Iterator[None]:
    """Have the collector pass over what is there already, as the application does."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def ratio(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the median of the ratios round by round."""
    return statistics.median(a / b for a, b in zip(first, second, strict=True))


def percentile(values: Sequence[float], share: float) -> float:
    """Return a percentile, linearly between the values (as numpy's default and Excel's INC)."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def process(arguments: Sequence[str], **environment: str) -> Process:
    """Run Python with arguments and return what it took; it must succeed.

    Compiled bytecode is kept whatever the environment says, as it is where users run it.
    """
    start = time.perf_counter()
    command = [sys.executable, *arguments]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment, _BYTECODE: ""},
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        output = child.stdout.read() if child.stdout else ""
        _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if child.returncode:
        raise RuntimeError(f"{arguments[0]} ended with {child.returncode}")
    return Process(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output)
