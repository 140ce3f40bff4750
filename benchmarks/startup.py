"""From the start of the process to the first window, and on to a document."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from pathlib import Path

from benchmarks.measure import Process, Row, at_most, process, ratio
from vendorcompare import paths

_ROUNDS = 12
_OPENED = 5


def rows() -> list[Row]:
    """Measure the start page against an empty window, and the way to the sample."""
    runs = [(_shown("start"), _shown("bare")) for _round in range(_ROUNDS)][1:]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "some.vcmp"
        shutil.copy(paths.resource("samples", "bookkeeping.vcmp"), file)
        ways = {
            "sample ready to edit, clicked at once": ("sample",),
            "a file ready to edit, chosen at once": ("file", str(file)),
            "sample ready to edit, clicked after a second": ("later",),
        }
        opened = [row for what, way in ways.items() for row in _opened(what, way)]
    ours, bare = zip(*runs, strict=True)
    return [
        at_most("start page / bare window, wall", ratio(_wall(ours), _wall(bare)), 1.6),
        at_most("start page / bare window, CPU", ratio(_cpu(ours), _cpu(bare)), 1.6),
        at_most("memory when it is painted", max(run.peak_mib for run in ours), 120, "MiB"),
        *opened,
    ]


def _opened(what: str, way: tuple[str, ...]) -> list[Row]:
    """Measure a way to the scores; CPU too, as other programs make the clock run faster."""
    runs = [map(float, _shown(*way).output.split()) for _round in range(_OPENED)]
    wall, cpu = map(statistics.median, zip(*runs, strict=True))
    return [at_most(what, wall, 0.8, "s"), at_most(f"{what}, CPU", cpu, 0.8, "s")]


def _shown(*what: str) -> Process:
    """Run one way in a home of its own: nothing is left there that would be offered again.

    Whoever worked there looked at the scores last, so that a document begins with them.
    """
    with tempfile.TemporaryDirectory() as home:
        Path(home, "settings.ini").write_text("[window]\npage=scores\n", "utf-8")
        return process(["-m", "benchmarks.first_paint", *what], VENDORCOMPARE_HOME=home)


def _wall(runs: tuple[Process, ...]) -> list[float]:
    return [run.wall for run in runs]


def _cpu(runs: tuple[Process, ...]) -> list[float]:
    return [run.cpu for run in runs]
