from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.documents import FIXTURE, sample
from vendorcompare.storage.sqlite import file_header


def test_the_application_id_spells_our_suffix() -> None:
    assert file_header.APPLICATION_ID.to_bytes(4) == b"VCMP"


def test_the_header_of_a_saved_file_says_who_and_which_version() -> None:
    header = file_header.header_of(FIXTURE)
    assert header is not None
    assert header.application_id == file_header.APPLICATION_ID
    assert header.version == (1, 0)
    assert header.size == FIXTURE.stat().st_size
    assert header.rolls_back


@pytest.mark.parametrize("version", [(0, 0), (1, 0), (1, 7), (2, 65535), (300, 1)])
def test_versions_survive_the_header(tmp_path: Path, version: tuple[int, int]) -> None:
    path = sample(tmp_path / "a.vcmp")
    with closing(sqlite3.connect(path)) as connection:
        file_header.stamp(connection, version)
    header = file_header.header_of(path)
    assert header is not None
    assert header.version == version


@pytest.mark.parametrize("start", [b"", b"SQLite format 3\x00", b"PK\x03\x04" + bytes(200)])
def test_what_is_no_database_has_no_header(start: bytes) -> None:
    assert file_header.parsed(start) is None
