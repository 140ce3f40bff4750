"""Which tests could notice a change: those that ran its line, the quick ones first."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import coverage
import pytest

from tests.mutants import PACKAGES

#: The tests that use what is changed without a window.
TESTS: Final = ("tests/core", "tests/document", "tests/storage", "tests/cli")

#: The seconds of tests for one mutant. More than enough for all that run a line of arithmetic;
#: a line that everything runs is tried by the tests of its own module and the quickest others.
SECONDS: Final = 20.0

_TIMES: Final = "times.json"
_LINES: Final = "lines.coverage"


class Recorder:
    """A plug-in of pytest: note which test runs which lines, and how long it takes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seconds: dict[str, float] = defaultdict(float)
        self._coverage = coverage.Coverage(
            data_file=folder / _LINES, include=[f"vendorcompare/{each}/*" for each in PACKAGES]
        )

    def pytest_sessionstart(self) -> None:
        self._coverage.start()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> object:
        self._coverage.switch_context(item.nodeid)
        return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] += report.duration

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        self._coverage.save()
        (self._folder / _TIMES).write_text(json.dumps(self._seconds), "utf-8")


@dataclass(frozen=True)
class Tests:
    """What each test takes, and which tests run each line of each file."""

    seconds: dict[str, float]
    lines: dict[str, dict[int, list[str]]]

    def for_line(self, path: Path, line: int) -> list[str]:
        """Return the tests to run for a change of a line, in order.

        What runs when a module is imported is run by all tests of the module; where it is
        nothing but tables, by those of its package.
        """
        of_file = self.lines.get(path.as_posix(), {})
        package = f"tests/{path.parts[1]}/"
        found = {test for test in of_file.get(line, ()) if test}
        if not found or "" in of_file.get(line, ()):
            found = {test for tests in of_file.values() for test in tests if test}
        if not found:
            found = {test for test in self.seconds if test.startswith(package)}
        mirror = f"test_{path.stem.strip('_')}.py"
        ordered = sorted(
            found,
            key=lambda test: (mirror not in test, not test.startswith(package), self.seconds[test]),
        )
        chosen: list[str] = []
        left = SECONDS
        for test in ordered:
            left -= self.seconds[test] + 0.01
            if left < 0:
                break
            chosen.append(test)
        return chosen


def recorded(root: Path, folder: Path) -> Tests:
    """Run all tests once to see what each runs, or read it where that was seen already."""
    state = _state(root)
    if not (folder / state).exists():
        command = [sys.executable, "-m", "tests.mutants.choosing", str(folder)]
        subprocess.run(command, cwd=root, check=True)
        (folder / state).touch()
    data = coverage.CoverageData(str(folder / _LINES))
    data.read()
    lines = {
        Path(file).relative_to(root).as_posix(): data.contexts_by_lineno(file)
        for file in data.measured_files()
    }
    seconds = json.loads((folder / _TIMES).read_text("utf-8"))
    return Tests(defaultdict(float, seconds), lines)


def _state(root: Path) -> str:
    """Return a name for what the code and its tests are now."""
    found = hashlib.sha256()
    for top in ("vendorcompare", "tests"):
        for path in sorted((root / top).rglob("*.py")):
            found.update(path.read_bytes())
    return f"{found.hexdigest()}.recorded"


def main() -> int:
    """Run the tests under the recorder."""
    return pytest.main(
        ["-q", "-x", "-p", "no:cacheprovider", *TESTS], [Recorder(Path(sys.argv[1]))]
    )


if __name__ == "__main__":
    sys.exit(main())
