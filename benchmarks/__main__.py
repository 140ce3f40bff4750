"""Print every figure with its goal: `python -m benchmarks [name ...]`."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.measure import Row

_HELPERS = {"__init__", "__main__", "measure", "example", "first_paint"}


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all; 1 if a figure misses its goal."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    missed = False
    for name in names or [name for name in found if name not in _HELPERS]:
        print(f"\n{name}")
        for row in import_module(f"benchmarks.{name}").rows():
            print(_line(row))
            missed = missed or not row.met
    return int(missed)


def _line(row: Row) -> str:
    return f"  {row.what:<52} {row.figure:>12}   {row.goal:<12} {'' if row.met else 'MISSED'}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
