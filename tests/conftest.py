"""What every test starts with: fresh forms, no display, a home of its own, English."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import build_assets
from vendorcompare import i18n

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # read when the application object is made

# A busy machine is no failure; the timeout of pytest ends what hangs.
settings.register_profile("vendorcompare", deadline=None)
# With `make mutants` the same few examples for each mutant: it is the mutant that differs.
settings.register_profile("mutants", deadline=None, max_examples=20, derandomize=True)
settings.load_profile(os.environ.get("VENDORCOMPARE_TESTS", "vendorcompare"))


class LogWatch(logging.Handler):
    """Collect warnings and errors, and tell those nobody expected."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._records.append(record)

    def expect(self, part: str) -> None:
        """Allow, and demand, a record whose message contains the given text."""
        self._expected.append(part)

    def problems(self) -> list[str]:
        """Return the unexpected records and the expectations that were not met."""
        messages = [record.getMessage() for record in self._records]
        unexpected = [
            f"logged: {record.levelname} {record.name}: {message}"
            for record, message in zip(self._records, messages, strict=True)
            if not any(part in message for part in self._expected)
        ]
        missed = [
            f"not logged: {part}"
            for part in self._expected
            if not any(part in message for message in messages)
        ]
        return unexpected + missed


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # once, before xdist starts its workers
        build_assets.compile_forms()
        build_assets.compile_catalogues()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a data folder that no user and no other test has."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("VENDORCOMPARE_HOME", str(folder))
    return folder


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Start in English, and leave nothing else behind."""
    i18n.set_language("en")
    yield
    i18n.set_language("en")


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[LogWatch]:
    """Fail the test on a warning or error in the log that it did not announce.

    A test that provokes one asks for this fixture and says `expect_log.expect("part of it")`.
    """
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    problems = watch.problems()
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)
