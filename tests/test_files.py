"""Writing a user's file: whole or not at all, and only where it may be."""

from __future__ import annotations

import ast
import errno
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from build_assets import ROOT
from vendorcompare import failures, files
from vendorcompare.core.errors import UserError

#: Who opens a file to write it himself, and why that is safe.
WRITERS = {
    "vendorcompare/files.py": {"copy", "stream_to", "write"},  # the one atomic write
    "vendorcompare/gui/pages/attachments.py": {"_mark_as_foreign", "put", "save_as"},  # parts of it
    "vendorcompare/storage/file/backups.py": {"_link", "_note"},  # part of it
    "vendorcompare/storage/file/publish.py": {"_create"},  # part of it
    "vendorcompare/storage/file/session.py": {"note"},  # part of it
    "vendorcompare/cli/app.py": {"_nowhere"},  # the device that swallows everything
    "vendorcompare/gui/help/crash.py": {"install"},  # a log, which only grows
}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    files.write(target, b"old")
    target.chmod(0o640)
    files.write(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "a.csv", tmp_path / "link.csv"
    target.write_bytes(b"old")
    link.symlink_to(target)
    files.write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_what_fails_half_way_leaves_the_old_file_and_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")

    def fill() -> None:
        with files.stream_to(target) as stream:
            stream.write(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(UserError, match="is full") as raised:
        fill()
    assert raised.value.hint
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a.csv"]


def test_a_stream_is_written_to_as_it_is() -> None:
    target = io.BytesIO()
    with files.stream_to(target) as stream:
        stream.write(b"x")
    assert target.getvalue() == b"x"


def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"signed")
    target.chmod(0o444)
    with pytest.raises(UserError, match="write-protected") as raised:
        files.write(target, b"new")
    assert "another name" in raised.value.hint
    assert target.read_bytes() == b"signed"
    assert names(tmp_path) == ["a.csv"]


def test_a_file_that_this_account_may_not_write_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"somebody's")
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != target)
    with pytest.raises(UserError, match="write-protected"):
        files.write(target, b"new")
    assert target.read_bytes() == b"somebody's"


def test_content_is_on_the_disk_before_the_name_and_the_name_before_we_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    target = tmp_path / "a.csv"
    for name in ("sync", "replace", "sync_folder"):
        done = getattr(files, name)

        def step(*paths: Path, name: str = name, done: Callable[..., None] = done) -> None:
            steps.append(f"{name} {'folder' if paths[-1] == tmp_path else paths[0].suffix[:7]}")
            done(*paths)

        monkeypatch.setattr(files, name, step)
    files.write(target, b"x")
    assert steps == ["sync .saving", "replace .saving", "sync_folder folder"]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none/a.csv", "is not there"),
        ("folder", "a folder of that name"),
        ("pipe", "a device or a pipe"),
        (f"{'长' * 100}.csv", "name is too long"),
        ("a\0b", "character it does not know"),
    ],
)
def test_where_no_file_can_be_is_said(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match=says):
        files.write(tmp_path / name, b"x")
    assert names(tmp_path) == ["folder", "pipe"]


def test_what_a_killed_process_left_is_swept_when_it_is_old(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    old, new = files.beside(target, "1"), files.beside(target, "2")
    for part in (old, new):
        part.touch()
    os.utime(old, (1, 1))
    files.write(target, b"x")
    assert names(tmp_path) == [new.name, "a.csv"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.ENOENT, errno.EROFS, errno.EINVAL, 9999])
def test_every_failure_says_why_and_what_to_do(tmp_path: Path, number: int) -> None:
    why, hint = failures.reason(OSError(number, "strange"), tmp_path / "a.csv")
    assert why
    assert hint


def test_nobody_else_writes_files() -> None:
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "vendorcompare").rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef) and any(map(_writes, ast.walk(function))):
                found.setdefault(path.relative_to(ROOT).as_posix(), set()).add(function.name)
    assert found == WRITERS


def _writes(node: ast.AST) -> bool:
    """Say whether a call opens a file for writing, or moves one over another."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    called, words = node.func.attr, [a.value for a in node.args if isinstance(a, ast.Constant)]
    opens = called == "open" and any(set(str(word)) & set("wxa") for word in words)
    return opens or called in {"write_bytes", "write_text", "copyfile", "copy2"}
