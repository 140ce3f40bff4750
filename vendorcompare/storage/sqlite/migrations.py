"""The ladder from every released format to the present one.

A file is migrated in its working copy; the user's file changes only with the next save.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine

from vendorcompare.core.errors import DocumentDamaged
from vendorcompare.i18n import _
from vendorcompare.storage import words
from vendorcompare.storage.sqlite import file_header
from vendorcompare.storage.sqlite.file_header import as_text, user_version_of, version_of
from vendorcompare.storage.sqlite.seal import quoted


@dataclass(frozen=True, slots=True)
class Migration:
    """Lead from the version before to one version; `apply` runs in the common transaction."""

    to: tuple[int, int]
    apply: Callable[[Connection], None]


#: In rising order. 1.0 is the first format, so that nothing leads to it.
MIGRATIONS: Final[tuple[Migration, ...]] = ()


def migrate(
    engine: Engine,
    migrations: Sequence[Migration] | None = None,
    target: tuple[int, int] | None = None,
) -> tuple[int, int] | None:
    """Bring a database up to a version and return the one it had, None if it was there.

    The version is the present one, and the steps are those of the ladder, unless told otherwise.

    All steps and the new version number are one transaction: an interruption at any point
    leaves the database as it was.

    Raises:
        DocumentDamaged: if rows were lost or point nowhere afterwards.
    """
    migrations = MIGRATIONS if migrations is None else migrations
    target = target or file_header.FORMAT
    with engine.begin() as connection:
        found = version_of(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if found >= target:
            return None
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        before = _counts(connection)
        for migration in migrations:
            if found < migration.to <= target:
                migration.apply(connection)
        connection.exec_driver_sql(f"PRAGMA user_version={user_version_of(target)}")
        _check(connection, found, target, before)
    return found


def _counts(connection: Connection) -> dict[str, int]:
    """Count the rows of each table."""
    names = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).scalars()
    return {
        name: connection.exec_driver_sql(f"SELECT count(*) FROM {quoted(name)}").scalar_one()
        for name in list(names)
    }


def _check(
    connection: Connection,
    found: tuple[int, int],
    target: tuple[int, int],
    before: dict[str, int],
) -> None:
    """Refuse the result of a ladder that lost rows or left them pointing nowhere."""
    after = _counts(connection)
    wrong = {name for name, rows in before.items() if after.get(name) != rows}
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    wrong |= {row[0] for row in orphans}
    if wrong:
        raise DocumentDamaged(
            _("The file of version {old} could not be brought to version {new}: {tables}.").format(
                old=as_text(found), new=as_text(target), tables=words.listed(sorted(wrong))
            ),
            hint=_("The file is unchanged. Please report this, it is a fault of the application."),
        )
