"""Which assessment a file is of."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from vendorcompare.storage.identity import Identity
from vendorcompare.storage.sqlite.content import Held, held_in

OWN, ROOT = "5b0f6b0e-2c1d-4f5e-9a8b-7c6d5e4f3a2b", "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize(
    ("assessments", "identities", "is_one"),
    [
        ([1], [(1, OWN, ROOT)], True),
        ([7], [(7, OWN, OWN)], True),
        ([], [(1, OWN, ROOT)], False),
        ([1, 2], [(1, OWN, ROOT)], False),
        ([1], [], False),
        ([1], [(1, OWN, ROOT), (1, ROOT, ROOT)], False),
        ([1], [(2, OWN, ROOT)], False),
        ([1], [(1, "../../elsewhere", ROOT)], False),
        ([1], [(1, OWN, "")], False),
        ([1], [(1, OWN.upper(), ROOT)], False),
    ],
)
def test_a_file_is_one_assessment_with_ids_that_can_name_a_folder(
    assessments: list[int], identities: list[tuple[int, str, str]], is_one: bool
) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE assessment (id)")
        connection.execute("CREATE TABLE identity (assessment_id, uid, origin)")
        connection.executemany("INSERT INTO assessment VALUES (?)", [(n,) for n in assessments])
        connection.executemany("INSERT INTO identity VALUES (?, ?, ?)", identities)
        found = held_in(connection)
    wanted = Held(identities[0][0], Identity(*identities[0][1:])) if is_one else None
    assert found == wanted
