"""Files and folders that cannot be read or written, and output that nobody takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.powers import without_power
from vendorcompare import paths

TEMPLATE = ("--template", "bookkeeping-communication")
SOURCE = paths.resource("samples", "bookkeeping.json")


def told(command: Command, *words: str | Path) -> str:
    """Return the two lines that say why a command failed."""
    ran = command(*words)
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 2
    return ran.err


@pytest.mark.parametrize("words", [("new", "FILE", *TEMPLATE), ("import", "FILE", SOURCE)])
def test_a_missing_folder_is_named_and_nothing_is_promised(
    command: Command, tmp_path: Path, home: Path, words: tuple[str | Path, ...]
) -> None:
    file = tmp_path / "none" / "a.vcmp"
    said = told(command, *(file if word == "FILE" else word for word in words))
    assert f"The folder {file.parent} is not there" in said
    assert "safe" not in said
    assert list((home / "sessions").iterdir()) in ([], [home / "sessions" / ".lock"])


def test_a_write_protected_file_is_refused(command: Command, sample: Path, tmp_path: Path) -> None:
    sheet, table = tmp_path / "a.pdf", tmp_path / "a.csv"
    for path in (sheet, table):
        path.write_bytes(b"signed")
        path.chmod(0o444)
    source = tmp_path / "more.json"
    source.write_text(
        '{"format": "vendorcompare.assessment", "version": 1, "assessment": {"title": "New"}}'
    )
    sample.chmod(0o444)
    before = sample.read_bytes()
    for words in (
        ("import", sample, source),
        ("report", sample, sheet),
        ("export", sample, table),
    ):
        said = told(command, *words)
        assert "write-protected" in said
        assert "another name" in said
    assert sample.read_bytes() == before
    assert sheet.read_bytes() == table.read_bytes() == b"signed"


def run(*words: str | Path, home: Path, stdout: object = subprocess.PIPE) -> tuple[int, str]:
    """Run the program as the system does; return its status and what it said of errors."""
    command = [sys.executable, "-m", "vendorcompare", *map(str, words)]
    variables = {**os.environ, "VENDORCOMPARE_HOME": str(home), "LANGUAGE": "en"}
    ran = subprocess.run(  # type: ignore[call-overload]
        command, env=variables, stdout=stdout, stderr=subprocess.PIPE, check=False, timeout=60
    )
    return ran.returncode, ran.stderr.decode(errors="replace")


@contextmanager
def closed(path: Path, mode: int = 0) -> Iterator[Path]:
    before = path.stat().st_mode
    path.chmod(mode)
    try:
        yield path
    finally:
        path.chmod(before)


posix_only = pytest.mark.skipif(os.name != "posix", reason="rights are other ones on Windows")


@posix_only
def test_reading_needs_no_home(
    command: Command, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("VENDORCOMPARE_HOME", str(home))
    with closed(home, 0o555):
        for words in (
            ("rank", sample), ("costs", sample), ("check", sample),
            ("report", sample, tmp_path / "a.pdf"), ("export", sample, tmp_path / "a.json"),
        ):  # fmt: skip
            ran = without_power(partial(command, *words))
            assert (ran.status, ran.err) == (0, "")
        ran = without_power(partial(command, "new", tmp_path / "b.vcmp", *TEMPLATE))
        assert ran.status == 1
        assert "Set VENDORCOMPARE_HOME" in ran.err
    assert not (tmp_path / "b.vcmp").exists()


@posix_only
def test_what_may_not_be_read_is_a_problem_and_no_wrong_usage(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    with closed(sample), closed(folder):
        for words, says in (
            (("rank", sample), "may not read"),
            (("check", sample), "may not read"),
            (("import", sample, SOURCE), "may not read"),
            (("rank", folder / "a.vcmp"), "may not read"),
            (("import", folder / "a.vcmp", SOURCE), "may not read"),
            (("new", folder / "a.vcmp", *TEMPLATE), "may not write in the folder"),
            (("templates", "--bogus"), "no option"),
        ):
            ran = without_power(partial(command, *words))
            assert (ran.status, ran.out) == (2 if "--bogus" in words else 1, "")
            assert says in ran.err
            assert len(ran.err.splitlines()) == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
@pytest.mark.parametrize("words", [("schema",), ("--version",), ("--help",), ("rank", "SAMPLE")])
def test_output_that_finds_no_room_is_said(
    sample: Path, home: Path, words: tuple[str, ...]
) -> None:
    given = [sample if word == "SAMPLE" else word for word in words]
    with Path("/dev/full").open("w") as full:
        status, error = run(*given, home=home, stdout=full)
    assert status == 1
    first, second = error.splitlines()
    assert "could not be written: the disk is full" in first
    assert second.startswith("hint: ")


@posix_only
@pytest.mark.parametrize("words", [("schema",), ("--version",), ("--help",), ("rank", "SAMPLE")])
def test_a_pipe_that_nobody_reads_ends_quietly(
    sample: Path, home: Path, words: tuple[str, ...]
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    given = [sample if word == "SAMPLE" else word for word in words]
    status, error = run(*given, home=home, stdout=writer)
    os.close(writer)
    assert (status, error) == (1, "")


@posix_only
def test_a_file_amid_the_folders_is_called_one(command: Command, sample: Path) -> None:
    said = told(command, "new", sample / "a.vcmp", *TEMPLATE)
    assert "what should be a folder is a file" in said


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text there")
def test_a_name_that_is_no_text_is_refused(home: Path, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xd5\xcb.vcmp")  # as a Chinese system without UTF-8 has it
    status, error = run("new", file, *TEMPLATE, home=home)
    assert status == 1
    assert "has a character it does not know" in error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("closed_streams", [">&-", "2>&-", ">&- 2>&-"])
def test_streams_that_were_closed_before_are_no_bug(
    sample: Path, home: Path, closed_streams: str
) -> None:
    script = f'{sys.executable} -m vendorcompare rank "{sample}" {closed_streams}'
    variables = {**os.environ, "VENDORCOMPARE_HOME": str(home)}
    ran = subprocess.run(script, shell=True, env=variables, check=False, timeout=60)
    assert ran.returncode == 0
    assert not (home / "logs").exists()
