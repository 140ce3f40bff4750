"""Who has a document open, and what is left of sessions that died."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.storage.crashing import another
from tests.storage.documents import edit, sample, vendors, vendors_in
from vendorcompare import files
from vendorcompare.core.errors import DocumentDamaged, DocumentError, DocumentInUse, TargetChanged
from vendorcompare.storage.file import leftovers, session
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.file.working_copy import WorkingCopy


def die(copy: WorkingCopy) -> Path:
    """Let go of a document as a dying process does, and return its folder."""
    copy._disconnect()
    copy._session.abandon()
    return copy._session.folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return sample(tmp_path / "a.vcmp")


def test_a_new_document_has_what_every_assessment_has() -> None:
    copy = WorkingCopy.create()
    assert (copy.path, copy.read_only, copy.saved_number) == (None, "", 0)
    with copy.store.begin() as transaction:
        for query, rows in (
            ("SELECT id FROM assessment", [(1,)]),
            ("SELECT assessment_id, uid, origin FROM identity", [(1, *copy.identity)]),
            ("SELECT key, kind FROM round", [("selection", "selection")]),
            ("SELECT key, name FROM evaluator", [("", "")]),
        ):
            assert [tuple(row) for row in transaction.connection.exec_driver_sql(query)] == rows
    copy.close()
    assert session.folders() == []


def test_another_process_keeps_the_document_until_it_dies(target: Path) -> None:
    with another("wait", target) as process:
        with pytest.raises(
            DocumentInUse, match=r"\"a.vcmp\" is already open .* since 20"
        ) as raised:
            WorkingCopy.open(target)
        assert "close it there" in raised.value.hint
        with reading(target) as transaction:
            assert transaction.connection.exec_driver_sql("SELECT 1").scalar() == 1
        process.kill()
        WorkingCopy.open(target).close()


def test_the_same_process_opens_a_document_once(target: Path) -> None:
    copy = WorkingCopy.open(target)
    with pytest.raises(DocumentInUse):
        WorkingCopy.open(target.parent / "." / "a.vcmp")
    link = target.with_name("link.vcmp")
    link.symlink_to(target)
    with pytest.raises(DocumentInUse):
        WorkingCopy.open(link)
    WorkingCopy.open(sample(target.with_name("b.vcmp"))).close()
    copy.close()
    WorkingCopy.open(target).close()


def test_what_was_edited_is_offered_and_recovered(target: Path) -> None:
    copy = WorkingCopy.open(target)
    edit(copy, "One")
    edit(copy, "Two")
    assert leftovers.leftovers() == []  # it is alive
    die(copy)
    (found,) = leftovers.leftovers()
    assert (found.target, found.edits, found.target_changed) == (target, 2, False)
    assert found.title == "2026 年代理记账与财务软件选型"
    assert found.opened_at <= found.edited_at
    copy = WorkingCopy.recover(found)
    assert leftovers.leftovers() == []
    assert {"One", "Two"} <= set(vendors(copy))
    assert (copy.path, copy.saved_number) == (target, 2)
    with pytest.raises(DocumentInUse):
        WorkingCopy.recover(found)
    copy.publish(target)
    copy.close()
    assert "Two" in vendors_in(target)
    assert session.folders() == []


def test_edits_of_a_file_that_was_opened_again_wait_for_it(target: Path) -> None:
    copy = WorkingCopy.open(target)
    edit(copy, "Left")
    die(copy)
    (found,) = leftovers.leftovers()
    again = WorkingCopy.open(target)
    with pytest.raises(DocumentInUse, match="already open"):
        WorkingCopy.recover(found)
    with pytest.raises(DocumentInUse):
        leftovers.discard(found)
    assert [left.edits for left in leftovers.leftovers()] == [1]
    again.close()
    copy = WorkingCopy.recover(found)
    assert "Left" in vendors(copy)
    copy.close()


def test_a_document_never_saved_is_offered_too(tmp_path: Path) -> None:
    copy = WorkingCopy.create()
    edit(copy, "One")
    die(copy)
    (found,) = leftovers.leftovers()
    assert (found.target, found.edits) == (None, 1)
    copy = WorkingCopy.recover(found)
    with pytest.raises(DocumentInUse):  # which no file can tell
        WorkingCopy.recover(found)
    copy.publish(tmp_path / "new.vcmp")
    copy.close()
    assert vendors_in(tmp_path / "new.vcmp") == ["One"]


def test_a_target_that_changed_since_is_told_and_not_replaced(target: Path) -> None:
    copy = WorkingCopy.open(target)
    edit(copy, "One")
    die(copy)
    target.write_bytes(b"somebody else's")
    (found,) = leftovers.leftovers()
    assert found.target_changed
    copy = WorkingCopy.recover(found)
    with pytest.raises(TargetChanged):
        copy.publish(target)
    copy.close()


def test_sessions_without_edits_are_swept_away(target: Path, home: Path) -> None:
    die(WorkingCopy.create())
    die(WorkingCopy.open(target))
    saved = WorkingCopy.open(sample(target.with_name("b.vcmp")))
    edit(saved, "One")
    saved.publish(target.with_name("b.vcmp"))
    die(saved)
    (home / "sessions" / "empty").mkdir()
    half = home / "sessions" / "half"
    half.mkdir()
    (half / "document.vcmp").write_bytes(b"")
    opening = session.Session.begin(target)
    shutil.copyfile(target, opening.document)
    opening.abandon()
    reader = session.Session.begin_reading()
    shutil.copyfile(target, reader.document)
    reader.abandon()
    assert leftovers.leftovers() == []
    assert session.folders() == []


def test_a_save_killed_after_the_replacement_counts_as_saved(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = WorkingCopy.open(target)
    edit(copy, "One")
    with monkeypatch.context() as patch:
        patch.setattr(WorkingCopy, "_settle_as", lambda *_arguments: None)
        copy.publish(target.with_name("b.vcmp"))
    edit(copy, "Two")
    die(copy)
    (found,) = leftovers.leftovers()
    assert found.edits == 1
    copy = WorkingCopy.recover(found)
    assert (copy.path, copy.saved_number) == (target.with_name("b.vcmp"), 3)
    copy.publish(target.with_name("b.vcmp"))
    copy.close()


def test_an_unreadable_working_copy_is_offered_and_never_thrown_away(target: Path) -> None:
    copy = WorkingCopy.open(target)
    edit(copy, "One")
    folder = die(copy)
    for path in folder.glob("document.vcmp*"):
        path.write_bytes(b"garbage" * 1000)
    (found,) = leftovers.leftovers()
    assert (found.edits, found.title) == (0, "")
    with pytest.raises(Exception, match="not a VendorCompare"):
        WorkingCopy.recover(found)
    assert [again.folder for again in leftovers.leftovers()] == [folder]
    leftovers.discard(found)
    assert leftovers.leftovers() == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"target": 1}', '{"unknown": 1}'])
def test_a_broken_note_loses_no_edits(target: Path, content: str) -> None:
    copy = WorkingCopy.open(target)
    edit(copy, "One")
    folder = die(copy)
    (folder / "session.json").write_text(content, "utf-8")
    (found,) = leftovers.leftovers()
    copy = WorkingCopy.recover(found)
    assert "One" in vendors(copy)
    copy.close()


def test_the_note_tells_what_a_later_process_must_know(target: Path) -> None:
    copy = WorkingCopy.open(target)
    kept = json.loads((copy._session.folder / "session.json").read_bytes())
    assert kept["target"] == str(target)
    assert kept["sha256"] == files.sha256_of(target)
    assert kept["saved_number"] == 2
    assert kept["application"]
    copy.close()


def test_a_copy_that_is_read_cannot_be_written(target: Path) -> None:
    before = target.read_bytes()
    spoilt = target.with_name("b.vcmp")
    spoilt.write_bytes(before.replace("诚信代理".encode(), "失信代理".encode()))
    with pytest.raises(DocumentDamaged, match="seal: vendors"), reading(spoilt):
        pass
    with reading(spoilt, damaged=True) as transaction:
        names = transaction.connection.exec_driver_sql("SELECT name FROM vendor").scalars().all()
    assert "失信代理记账有限公司" in names
    assert session.folders() == []
    assert target.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="every account of Windows has a home")
def test_an_account_without_a_home_gets_no_folder_where_it_stands(
    target: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VENDORCOMPARE_HOME")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    with reading(target) as transaction:
        assert transaction.connection.exec_driver_sql("SELECT count(*) FROM score").scalar() == 24
    with pytest.raises(DocumentError, match="no home folder"):
        WorkingCopy.open(target)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("home", ["a file", "no folder may be made here"])
def test_reading_needs_no_folder_of_the_application(
    target: Path, home: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    folder = tmp_path / "file" if home == "a file" else Path("/proc/1/none")
    monkeypatch.setenv("VENDORCOMPARE_HOME", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    with reading(target) as transaction:
        assert transaction.connection.exec_driver_sql("SELECT count(*) FROM score").scalar() == 24
        assert len(list((tmp_path / "temporary").iterdir())) == 1
    assert list((tmp_path / "temporary").iterdir()) == []
    with pytest.raises(DocumentError, match="cannot be written"):
        WorkingCopy.open(target)
