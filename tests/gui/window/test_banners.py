"""What the window says above the page about the file that was opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from vendorcompare.gui.assembly import Assembly


def test_a_log_that_another_program_left_beside_the_file_is_named(
    application: Assembly, file: Path
) -> None:
    file.with_name(f"{file.name}-wal").write_bytes(bytes(32))
    before = file.read_bytes()
    application.documents.open(file)
    assert application.workspace.document is not None
    assert f"{file.name}-wal" in application.window.notices.text()
    assert file.read_bytes() == before


def test_a_file_whose_scores_were_changed_outside_says_why_it_is_read_only(
    application: Assembly, file: Path
) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE vendor SET name = 'Somebody else'")
    connection.close()
    application.documents.open(file)
    document = application.workspace.document
    assert document is not None
    assert document.read_only
    assert document.read_only in application.window.notices.text()
