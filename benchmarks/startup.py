"""From the start of the process to the first window, and on to a document."""

from __future__ import annotations

import statistics
import tempfile

from benchmarks.measure import Process, Row, at_most, process, ratio

_ROUNDS = 9


def rows() -> list[Row]:
    """Measure the start page against an empty window, and the way to the sample."""
    with tempfile.TemporaryDirectory() as home:
        runs = [(_shown("start", home), _shown("bare", home)) for _round in range(_ROUNDS)][1:]
        opened = [float(_shown("sample", home).output) for _round in range(3)]
    ours, bare = zip(*runs, strict=True)
    return [
        at_most("start page / bare window, wall", ratio(_wall(ours), _wall(bare)), 1.6),
        at_most("memory when it is painted", max(run.peak_mib for run in ours), 120, "MiB"),
        at_most("sample opened and ready to edit", statistics.median(opened), 1, "s"),
    ]


def _shown(what: str, home: str) -> Process:
    return process(["-m", "benchmarks.first_paint", what], VENDORCOMPARE_HOME=home)


def _wall(runs: tuple[Process, ...]) -> list[float]:
    return [run.wall for run in runs]
