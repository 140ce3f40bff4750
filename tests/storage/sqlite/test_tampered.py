"""Values that no record has, written into a file by something else than the application."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import create_engine, update

from vendorcompare import paths
from vendorcompare.core.errors import DocumentDamaged, UserError
from vendorcompare.document.document import Document
from vendorcompare.document.viewing import viewing
from vendorcompare.storage import schema, snapshot
from vendorcompare.storage.store import Store, Transaction

SAMPLE = paths.resource("samples") / "bookkeeping.vcmp"
#: Columns in which not every text says something.
CHOSEN = [
    ("round", "kind"),
    ("criterion", "measure"),
    ("criterion", "direction"),
    ("criterion", "access"),
    ("cost_line", "nature"),
    ("cost_line", "billing"),
    ("cost_line", "invoice"),
    ("cost_line", "disclosure"),
]


def tampered(folder: Path, *statements: str) -> Path:
    path = folder / "tampered.vcmp"
    shutil.copy(SAMPLE, path)
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def opened(path: Path) -> None:
    document = Document.open(path)
    document.close()


@pytest.mark.parametrize(("table", "column"), CHOSEN)
def test_a_kind_that_there_is_not_is_damage(tmp_path: Path, table: str, column: str) -> None:
    path = tampered(tmp_path, f"UPDATE {table} SET {column} = 'rubbish'")
    with pytest.raises(DocumentDamaged, match="wrong kind"):
        opened(path)
    with pytest.raises(DocumentDamaged), viewing(path, damaged=True):
        pass
    with pytest.raises(DocumentDamaged):  # no session was left behind that holds the file
        opened(path)


def test_no_text_in_any_column_is_a_bug(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tampered(tmp_path)}")
    store = Store.only(engine)
    columns = [c for table in schema.metadata.sorted_tables for c in table.columns]
    for column in (c for c in columns if c.type.python_type is str and not c.primary_key):
        with engine.connect() as connection:  # what is not committed is gone at the end
            connection.execute(update(column.table).values({column: "rubbish"}))
            with suppress(UserError):  # any other error is a bug
                snapshot.load(Transaction(connection, store.assessment_id))
    engine.dispose()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE score SET state = 77",
        "UPDATE score SET evidence = 7",
        "UPDATE cost_line SET amount = 'NaN'",
        "UPDATE cost_line SET amount = '1E+999'",
        "UPDATE cost_line SET vat_rate = 'Infinity'",
        "UPDATE criterion SET anchors = '[1, 2]'",
        "UPDATE assessment SET horizon_months = 100000000000",
        "INSERT INTO setting (assessment_id, name, value)"
        " SELECT id, 'sheet.left_out', '5' FROM assessment",
        "INSERT OR REPLACE INTO setting (assessment_id, name, value)"
        " SELECT id, 'sheet.paper', '\"a9\"' FROM assessment",
    ],
)
def test_a_value_that_no_record_has_is_damage(tmp_path: Path, statement: str) -> None:
    with pytest.raises(DocumentDamaged):
        opened(tampered(tmp_path, statement))


def test_a_file_without_a_round_is_damaged(tmp_path: Path) -> None:
    ours = [table.name for table in schema.metadata.sorted_tables if "round" in table.columns]
    emptied = [f'DELETE FROM "{name}"' for name in (*ours, "round")]
    with pytest.raises(DocumentDamaged):
        opened(tampered(tmp_path, *emptied))


def test_where_no_round_is_marked_the_first_is_decided(tmp_path: Path) -> None:
    document = Document.open(tampered(tmp_path, "UPDATE round SET present = 0"))
    assert document.assessment.round is document.assessment.rounds[0]
    document.close()
