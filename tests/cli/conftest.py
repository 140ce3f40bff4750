"""The command line, run in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from vendorcompare.cli.app import run
from vendorcompare.document.sample import open_sample


@dataclass
class Ran:
    """Hold what a command printed and returned."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Window:
    """Stand in for the window."""

    shown: list[list[Path]] = field(default_factory=list)

    def __call__(self, files: list[Path]) -> int:
        self.shown.append(files)
        return 0


Command = Callable[..., Ran]


@pytest.fixture
def window() -> Window:
    return Window()


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str], window: Window, monkeypatch: pytest.MonkeyPatch
) -> Command:
    monkeypatch.setenv("LANGUAGE", "en")

    def execute(*words: str | Path) -> Ran:
        capsys.readouterr()
        status = run([str(word) for word in words], window)
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return execute


@cache
def saved_sample() -> bytes:
    """Return the sample as a file; to make it takes longer than most commands."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sample.vcmp"
        document = open_sample()
        document.save(file)
        document.close()
        return file.read_bytes()


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    file = tmp_path / "sample.vcmp"
    file.write_bytes(saved_sample())
    return file
