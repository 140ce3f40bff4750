"""What a database is made of, compared with what an assessment of its version is made of.

Every format that there was is recorded in `resources/formats/`, so that an old file is checked
against its own; the ladder of migrations comes after that.
Structures are compared by meaning and not by the text that created them: a migrated file
was made by other statements than a new one, and yet is the same.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from vendorcompare import paths
from vendorcompare.i18n import _
from vendorcompare.storage.sqlite import file_header
from vendorcompare.storage.sqlite.seal import quoted

#: More tables than any minor version could add.
_MOST_OBJECTS: Final = 500
_QUOTED: Final = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|/\*.*?\*/""", re.DOTALL
)
_WORD: Final = re.compile(r"\w+")
#: Words by which a table computes, or does more than hold values.
_FORBIDDEN: Final = frozenset({
    "ALWAYS", "AS", "AUTOINCREMENT", "CHECK", "COLLATE", "CONFLICT", "GENERATED", "ON",
    "SELECT", "STRICT", "TEMP", "TEMPORARY", "USING", "VIRTUAL",
})  # fmt: skip
_LITERAL: Final = re.compile(r"'(?:[^']|'')*'|[-+]?[0-9.]+|NULL")


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold what a table is, each part in words that can be shown.

    Attributes:
        columns: name, type, whether it must have a value, default and place in the key.
        rules: references, unique keys and the way rows are stored.
        computed: columns whose value is computed, which no version has.
    """

    columns: frozenset[tuple[str, str, bool, str | None, int]]
    rules: frozenset[str]
    computed: tuple[str, ...]


def strangers(connection: sqlite3.Connection) -> list[str]:
    """Name what no assessment of any version has: code, and tables that compute."""
    count = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if count > _MOST_OBJECTS:
        return [_("{count} objects").format(count=count)]
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return [shown(f"{row[0]} {row[1]}") for row in found if not _is_plain(*row)]


def shapes(connection: sqlite3.Connection) -> dict[str, Shape]:
    """Describe the tables of a database that has no strangers."""
    found = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    return {name: _shape(connection, name, sql) for name, sql in found.fetchall()}


def record_of(version: tuple[int, int]) -> Path:
    """Name the statements by which a file of a version is made."""
    return paths.resource("formats", f"v{version[0]}_{version[1]}.sql")


@cache
def _recorded(record: Path) -> dict[str, Shape]:
    """Describe the tables that a record makes."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(record.read_text("utf-8"))
        return shapes(connection)


def expected(version: tuple[int, int]) -> dict[str, Shape] | None:
    """Describe the tables of a version, None if there never was one of this number.

    What a later version has is not known here, but that it has all that ours has.
    """
    record = record_of(min(version, file_header.FORMAT))
    return _recorded(record) if record.is_file() else None


def differences(
    found: dict[str, Shape], known: dict[str, Shape], *, later: bool
) -> tuple[list[str], list[str]]:
    """Name what is too much and what is missing.

    A later minor version may have more tables and columns than ours.
    """
    extra = [f"{name}: {rule}" for name, has in found.items() for rule in has.computed]
    if not later:
        extra += [f"table {name}" for name in found.keys() - known.keys()]
    missing = [f"table {name}" for name in known.keys() - found.keys()]
    for name in found.keys() & known.keys():
        has, needs = found[name], known[name]
        missing += _parts(name, needs, has)
        if not later:
            extra += _parts(name, has, needs)
    return sorted(map(shown, extra)), sorted(map(shown, missing))


def shown(name: str) -> str:
    """Make a name from a stranger's file fit to be shown."""
    printable = "".join(c if c.isprintable() else "·" for c in name[:60])
    return printable if len(name) <= 60 else f"{printable}..."


def _parts(table: str, of: Shape, without: Shape) -> Iterator[str]:
    """Name the columns and rules that one shape has and another lacks."""
    for column in of.columns - without.columns:
        yield _("column {name}").format(name=f"{table}.{column[0]}")
    for rule in of.rules - without.rules:
        yield _("rule of {table}: {rule}").format(table=table, rule=rule)


def _is_plain(kind: Any, name: Any, table: Any, sql: Any) -> bool:
    """Say whether an object is a table of values, or the index that SQLite gives it."""
    if kind == "index":
        return sql is None and str(name) == f"sqlite_autoindex_{table}_{str(name)[-1]}"
    if kind != "table" or name != table or not isinstance(sql, str):
        return False
    return not str(name).startswith("sqlite_") and not _words(sql) & _FORBIDDEN


def _words(sql: str) -> set[str]:
    """Return the words of a statement outside quotes and comments, in capitals."""
    return {word.upper() for word in _WORD.findall(_QUOTED.sub(" '' ", sql))}


def _shape(connection: sqlite3.Connection, table: str, sql: str) -> Shape:
    name = quoted(table)
    rows = connection.execute(f"PRAGMA table_xinfo({name})").fetchall()
    rules = {*_references(connection, name), *_unique(connection, name)}
    if "WITHOUT" in _words(sql):
        rules.add("without rowid")
    columns = frozenset((row[1], row[2], bool(row[3]), row[4], row[5]) for row in rows)
    computed = tuple(str(row[1]) for row in rows if row[6] or not _is_literal(row[4]))
    return Shape(columns, frozenset(rules), computed)


def _is_literal(default: str | None) -> bool:
    return default is None or _LITERAL.fullmatch(default) is not None


def _references(connection: sqlite3.Connection, name: str) -> Iterator[str]:
    parts: dict[int, list[tuple[Any, ...]]] = {}
    for row in connection.execute(f"PRAGMA foreign_key_list({name})").fetchall():
        parts.setdefault(row[0], []).append(row)
    for rows in parts.values():
        columns = [f"{row[3]}={row[4]}" for row in sorted(rows, key=lambda row: row[1])]
        target, on_update, on_delete, match = rows[0][2], *rows[0][5:8]
        yield f"{target}({_comma(columns)}) {on_update}/{on_delete}/{match}"


def _unique(connection: sqlite3.Connection, name: str) -> Iterator[str]:
    for _seq, index, unique, origin, partial in connection.execute(
        f"PRAGMA index_list({name})"
    ).fetchall():
        columns = connection.execute(f"PRAGMA index_info({quoted(index)})").fetchall()
        yield f"{origin}{unique}{partial}({_comma(str(row[2]) for row in columns)})"


def _comma(parts: Iterable[str]) -> str:
    return ", ".join(parts)
