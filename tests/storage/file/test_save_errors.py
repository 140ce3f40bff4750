"""What the database says of a disk is told as the system would tell it."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from vendorcompare.core.errors import SaveFailed
from vendorcompare.storage.file import save_errors


def test_a_full_disk_is_called_so_whoever_finds_it(tmp_path: Path) -> None:
    target = tmp_path / "a.vcmp"
    with closing(sqlite3.connect(tmp_path / "full.db")) as connection:
        connection.execute("CREATE TABLE t (content)")
        connection.execute("PRAGMA max_page_count = 4")
        with pytest.raises(SaveFailed) as told, save_errors.explained(target, 10**6):
            connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
    with pytest.raises(SaveFailed) as known, save_errors.explained(target, 10**6):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert (told.value.message, told.value.hint) == (known.value.message, known.value.hint)
