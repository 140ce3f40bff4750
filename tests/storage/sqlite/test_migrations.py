"""The ladder of formats: all of it or nothing, and no row is lost on the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

import record_format
from tests.storage.documents import FIXTURE, sample
from vendorcompare.core.errors import DocumentDamaged
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.sqlite import database, file_header, structure
from vendorcompare.storage.sqlite.migrations import MIGRATIONS, Migration, migrate


def sql(*statements: str) -> Callable[[Connection], None]:
    def apply(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    return apply


LADDER = (
    Migration((1, 1), sql("ALTER TABLE vendor ADD COLUMN rating FLOAT", "CREATE TABLE m (a)")),
    Migration((1, 2), sql("ALTER TABLE vendor ADD COLUMN mood TEXT DEFAULT '' NOT NULL")),
    Migration((2, 0), sql("UPDATE vendor SET mood = 'good'")),
)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return database.engine_on(database.connect(sample(tmp_path / "a.vcmp")))


def version(engine: Engine) -> tuple[int, int]:
    with engine.connect() as connection:
        found: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return file_header.version_of(found)


def shapes(connection: Connection) -> dict[str, structure.Shape]:
    driver: Any = connection.connection.driver_connection
    return structure.shapes(driver)


def moods(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(connection.exec_driver_sql("SELECT mood FROM vendor").scalars())


def test_the_ladder_ends_at_the_present_format() -> None:
    steps = [migration.to for migration in MIGRATIONS]
    assert steps == sorted(steps)
    assert not steps or steps[-1] == file_header.FORMAT


def test_the_oldest_file_and_a_new_one_have_the_same_structure(tmp_path: Path) -> None:
    old = database.engine_on(database.connect(sample(tmp_path / "a.vcmp")))
    migrate(old)
    new = WorkingCopy.create()
    with old.connect() as one, new.store.begin() as other:
        assert shapes(one) == shapes(other.connection)
    old.dispose()
    new.close()
    with closing(sqlite3.connect(f"{FIXTURE.as_uri()}?immutable=1", uri=True)) as connection:
        assert structure.shapes(connection) == structure.expected((1, 0))


def test_the_present_format_is_recorded() -> None:
    recorded = structure.record_of(file_header.FORMAT).read_text("utf-8")
    assert recorded == record_format.statements(), "run make recorded"


def test_the_present_format_is_left_alone(engine: Engine) -> None:
    assert migrate(engine) is None
    assert version(engine) == (1, 0)
    engine.dispose()


def test_all_steps_are_taken_in_order(engine: Engine) -> None:
    assert migrate(engine, LADDER, (2, 0)) == (1, 0)
    assert version(engine) == (2, 0)
    assert moods(engine) == {"good"}
    assert migrate(engine, LADDER, (2, 0)) is None
    engine.dispose()


def test_steps_beyond_the_target_are_not_taken(engine: Engine) -> None:
    assert migrate(engine, LADDER, (1, 2)) == (1, 0)
    assert moods(engine) == {""}
    assert migrate(engine, LADDER, (2, 0)) == (1, 2)
    assert moods(engine) == {"good"}
    engine.dispose()


@pytest.mark.parametrize("step", range(3))
def test_an_interruption_leaves_the_file_as_it_was(engine: Engine, step: int) -> None:
    with engine.connect() as connection:
        before = shapes(connection)

    def fail(connection: Connection) -> None:
        LADDER[step].apply(connection)
        raise KeyboardInterrupt

    broken = (*LADDER[:step], Migration(LADDER[step].to, fail), *LADDER[step + 1 :])
    with pytest.raises(KeyboardInterrupt):
        migrate(engine, broken, (2, 0))
    assert version(engine) == (1, 0)
    with engine.connect() as connection:
        assert shapes(connection) == before
    assert migrate(engine, LADDER, (2, 0)) == (1, 0)  # and it can be tried again
    engine.dispose()


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("DELETE FROM risk", "risks"),
        ("DROP TABLE bill", "bills"),
        ("DELETE FROM score WHERE vendor = 'a'", "scores"),
        ("UPDATE score SET vendor = 'nobody' WHERE vendor = 'a'", "scores"),
    ],
)
def test_a_ladder_that_loses_rows_is_refused(engine: Engine, statement: str, named: str) -> None:
    with pytest.raises(DocumentDamaged, match=named):
        migrate(engine, (Migration((1, 1), sql(statement)),), (1, 1))
    assert version(engine) == (1, 0)
    engine.dispose()
