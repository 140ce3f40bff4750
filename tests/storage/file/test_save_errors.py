"""Why a save failed, in words that say what to do."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from vendorcompare.storage.file import save_errors

HUGE = 10**18  # bytes, more than any disk has


def of_database(name: str, words: str = "what SQLite says") -> sqlite3.Error:
    error = sqlite3.OperationalError(words)
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "needed", "says"),
    [
        ("SQLITE_FULL", 3_000_000, "is full: 3.0 MB needed, "),
        ("SQLITE_IOERR_WRITE", HUGE, "is full: 1000000000000.0 MB needed, "),
        ("SQLITE_IOERR_WRITE", 1, "does not take the data"),
        ("SQLITE_BUSY", 1, "The database says: what SQLite says."),
        ("", 1, "The database says: what SQLite says."),
    ],
)
def test_what_the_database_says(tmp_path: Path, name: str, needed: int, says: str) -> None:
    failed = save_errors.from_database(of_database(name), tmp_path / "a.vcmp", needed)
    assert failed.message.startswith('"a.vcmp" could not be saved. ')
    assert says in failed.message
    assert failed.hint


def test_a_folder_that_is_gone_has_no_room(tmp_path: Path) -> None:
    target = tmp_path / "gone" / "a.vcmp"
    failed = save_errors.from_database(of_database("SQLITE_IOERR"), target, 1)
    assert f"The disk at {target.parent} is full: 0.0 MB needed, 0.0 MB free." in failed.message


@pytest.mark.parametrize(
    ("code", "says", "hint"),
    [
        (errno.ENOSPC, "the disk is full", "Free some space"),
        (errno.EACCES, "not yours", "Set VENDORCOMPARE_HOME"),
    ],
)
def test_our_own_folder(code: int, says: str, hint: str) -> None:
    error = save_errors.no_working_copy(OSError(code, "not yours", "/home/me/data"))
    assert error.message == f"The folder /home/me/data of VendorCompare cannot be written: {says}."
    assert error.hint.startswith(hint)
