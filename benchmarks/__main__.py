"""Print every figure with its goal: `python -m benchmarks [name ...]`."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.measure import Row

_HELPERS = {"__init__", "__main__", "measure", "example", "first_paint"}


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all; 1 if a figure misses its goal.

    Each has a process of its own: what one leaves in memory would slow down the next, and
    count as the memory of the processes that it starts.
    """
    found = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    wanted = names or [name for name in found if name not in _HELPERS]
    if len(wanted) == 1:
        return _run(wanted[0])
    command = [sys.executable, "-m", "benchmarks"]
    return max(subprocess.run([*command, name]).returncode for name in wanted)


def _run(name: str) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"\n{name}")
    rows = list(import_module(f"benchmarks.{name}").rows())
    for row in rows:
        print(_line(row))
    return int(not all(row.met for row in rows))


def _line(row: Row) -> str:
    return f"  {row.what:<52} {row.figure:>12}   {row.goal:<12} {'' if row.met else 'MISSED'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
