"""Databases that another program left with a log beside them."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.storage.documents import sample
from vendorcompare import files
from vendorcompare.core.errors import DocumentDamaged, DocumentHostile, SaveFailed
from vendorcompare.storage.file import intake
from vendorcompare.storage.file.working_copy import WorkingCopy


def with_log(path: Path, mode: str) -> Path:
    """Copy a document while a program is writing it, together with its log."""
    busy = sample(path.with_name("busy"))
    connection = sqlite3.connect(busy, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode={mode}")
    connection.execute("PRAGMA cache_spill=1")
    connection.execute("PRAGMA cache_size=1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE vendor SET name = 'From the log'")
    connection.execute("UPDATE attachment SET content = zeroblob(100000)")
    if mode == "WAL":
        connection.execute("COMMIT")
    suffix = "-wal" if mode == "WAL" else "-journal"
    shutil.copyfile(busy, path)
    shutil.copyfile(f"{busy}{suffix}", f"{path}{suffix}")
    connection.close()
    busy.unlink()
    return path


@pytest.mark.parametrize(
    ("mode", "name"), [("WAL", "From the log"), ("DELETE", "诚信代理记账有限公司")]
)
def test_file_and_log_are_read_as_one_and_left_alone(tmp_path: Path, mode: str, name: str) -> None:
    path = with_log(tmp_path / "a.vcmp", mode)
    before = {found: found.read_bytes() for found in tmp_path.iterdir()}
    assert len(before) == 2
    copy = WorkingCopy.open(path)
    assert "beside the file" in copy.notice
    with copy.store.begin() as transaction:
        query = "SELECT name FROM vendor WHERE key = 'a'"
        assert transaction.connection.exec_driver_sql(query).scalar() == name
    with pytest.raises(SaveFailed):  # what was written by another program has no seal, or a log
        copy.publish(path)
    copy.close()
    assert {found: found.read_bytes() for found in tmp_path.iterdir()} == before


def test_a_journal_that_would_delete_another_file_is_refused(tmp_path: Path) -> None:
    path = with_log(tmp_path / "a.vcmp", "DELETE")
    victim = tmp_path / "precious.txt"
    victim.write_text("precious", "utf-8")
    name = str(victim).encode()
    with (tmp_path / "a.vcmp-journal").open("ab") as journal:
        journal.write(b"\0\0\0\1" + name + len(name).to_bytes(4) + sum(name).to_bytes(4))
        journal.write(bytes.fromhex("d9d505f920a163d7"))
    with pytest.raises(DocumentHostile, match="names other files"):
        WorkingCopy.open(path)
    assert victim.read_text("utf-8") == "precious"


def test_a_file_that_is_being_written_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = sample(tmp_path / "a.vcmp")
    copy_in_earnest, times = files.copy, []

    def copy_while_written(source: Path, target: Path) -> str:
        times.append(source)
        found = copy_in_earnest(source, target)
        if len(times) <= busy:
            with path.open("ab") as file:
                file.write(b"\0")
        return found

    monkeypatch.setattr(intake, "_PAUSE", 0.0)
    monkeypatch.setattr(files, "copy", copy_while_written)
    busy = 2
    WorkingCopy.open(path).close()
    assert len(times) == 3
    busy, times[:] = 99, []
    with pytest.raises(DocumentDamaged) as caught:
        WorkingCopy.open(path)
    assert caught.value.message == '"a.vcmp" is being written by another program at this moment.'
