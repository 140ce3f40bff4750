"""Files of format 1.0 open for ever; the figures were added up by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from tests.storage.contents import ROWS, UID
from tests.storage.documents import edit, sample
from vendorcompare.storage import schema
from vendorcompare.storage.file.backups import backups
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.file.working_copy import WorkingCopy
from vendorcompare.storage.sqlite import database
from vendorcompare.storage.sqlite.seal import content_hash


def check_totals(connection: Connection) -> None:
    def total(query: object) -> object:
        return connection.execute(select(query)).scalar_one()  # type: ignore[call-overload]

    score, fee = schema.score.c, schema.cost_line.c
    assert total(func.count(score.criterion)) == 24
    assert total(func.count(score.value)) == 23
    assert total(func.sum(score.value)) == 77.0
    assert connection.execute(
        select(score.vendor, func.sum(score.value)).group_by(score.vendor)
    ).all() == [("a", 26.5), ("b", 29.0), ("c", 21.5)]
    amounts = connection.execute(select(fee.amount).order_by(fee.key)).scalars().all()
    assert amounts == ["1200.00", "0.35", "88", None]
    assert total(schema.attachment.c.content) == b"%PDF-1.4\x00\xff\n\x1a"
    assert total(schema.assessment.c.title) == "2026 年代理记账与财务软件选型"
    assert total(func.max(schema.change.c.number)) == 2


def test_every_table_but_the_seal_is_in_the_fixture() -> None:
    written = {*ROWS, "assessment", "identity", "seal"}
    assert written == set(schema.metadata.tables)


def test_a_file_of_format_1_0_opens_saves_and_opens_again(tmp_path: Path) -> None:
    path = sample(tmp_path / "采购 2026.vcmp")
    copy = WorkingCopy.open(path)
    assert (copy.read_only, copy.notice, copy.upgraded_from) == ("", "", None)
    assert (copy.identity.uid, copy.saved_number, copy.path) == (UID, 2, path)
    with copy.store.begin() as transaction:
        check_totals(transaction.connection)
        before = content_hash(database.driver_of(transaction), 1)
    copy.publish(path)
    copy.close()
    assert [kept.uid for kept in backups(path)] == [UID]
    with reading(path) as transaction:
        check_totals(transaction.connection)
        assert content_hash(database.driver_of(transaction), 1) == before


@pytest.mark.parametrize("edits", [0, 1])
def test_closing_without_saving_leaves_the_file_as_it_was(tmp_path: Path, edits: int) -> None:
    path = sample(tmp_path / "a.vcmp")
    before = path.read_bytes(), path.stat().st_mtime_ns
    copy = WorkingCopy.open(path)
    for _ in range(edits):
        edit(copy, "X")
    copy.close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [found.name for found in tmp_path.iterdir()] == ["a.vcmp"]
