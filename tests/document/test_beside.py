"""What goes on beside each other: saving, reading and long steps while a document is edited."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.document.samples import assert_same
from tests.slow_disk import slow_disk, slow_start
from vendorcompare.core.errors import DocumentError, SaveFailed
from vendorcompare.document.document import Changes, Document
from vendorcompare.document.edits import project, vendors
from vendorcompare.document.exchange import export_json
from vendorcompare.document.saving import Saving
from vendorcompare.document.viewing import viewing
from vendorcompare.storage import snapshot
from vendorcompare.storage.file.leftovers import leftovers
from vendorcompare.storage.file.reader import ReaderClosed

Beside = Callable[..., Future[Any]]


@pytest.fixture
def beside() -> Iterator[Beside]:
    """Run something on another thread."""
    with ThreadPoolExecutor() as pool:
        yield pool.submit


@pytest.fixture
def saved(document: Document, tmp_path: Path) -> Document:
    document.save(tmp_path / "a.vcmp")
    return document


def rename(document: Document, title: str) -> None:
    project.describe(document, title=title)


def title_in(path: Path) -> str:
    with viewing(path) as file:
        return file.assessment.title


def finish(saving: Saving, written: Future[Any]) -> None:
    written.result()
    saving.finish()


def digest(document: Document) -> str:
    with document.frozen() as frozen:
        return frozen.content_hash()


def test_what_is_done_during_a_save_is_not_in_the_file_and_not_clean(
    saved: Document, beside: Beside, tmp_path: Path
) -> None:
    rename(saved, "Saved")
    saving = saved.begin_save()
    with slow_disk() as disk:
        written = beside(saving.write)
        disk.wait_until_reached()
        rename(saved, "Later")
        assert saved.assessment.title == "Later"
        disk.go_on()
        finish(saving, written)
    assert saved.is_modified
    assert title_in(tmp_path / "a.vcmp") == "Saved"
    saved.undo()
    assert saved.assessment.title == "Saved"
    assert not saved.is_modified


def test_what_is_undone_during_a_save_is_in_the_file_and_redo_leads_to_it(
    saved: Document, beside: Beside, tmp_path: Path
) -> None:
    before = saved.assessment.title
    rename(saved, "Saved")
    saving = saved.begin_save()
    with slow_disk() as disk:
        written = beside(saving.write)
        disk.wait_until_reached()
        saved.undo()
        disk.go_on()
        finish(saving, written)
    assert (saved.assessment.title, title_in(tmp_path / "a.vcmp")) == (before, "Saved")
    assert saved.is_modified
    saved.redo()
    assert not saved.is_modified


def test_what_is_done_before_the_save_reads_the_document_is_in_the_file(
    saved: Document, beside: Beside, tmp_path: Path
) -> None:
    rename(saved, "First")
    saving = saved.begin_save()
    with slow_start() as disk:
        written = beside(saving.write)
        disk.wait_until_reached()
        rename(saved, "Second")
        disk.go_on()
        finish(saving, written)
    assert title_in(tmp_path / "a.vcmp") == "Second"
    assert not saved.is_modified
    saved.undo()
    assert (saved.assessment.title, saved.is_modified) == ("First", True)


def test_a_file_whose_state_no_step_leads_to_any_more_is_not_clean(
    saved: Document, beside: Beside
) -> None:
    rename(saved, "Saved")
    saving = saved.begin_save()
    with slow_disk() as disk:
        written = beside(saving.write)
        disk.wait_until_reached()
        saved.undo()
        vendors.add_vendor(saved, "Another way")
        disk.go_on()
        finish(saving, written)
    assert saved.is_modified
    saved.undo()
    assert saved.is_modified


def test_a_save_that_fails_changes_nothing(saved: Document, beside: Beside, tmp_path: Path) -> None:
    before = (tmp_path / "a.vcmp").read_bytes()
    rename(saved, "Later")
    saving = saved.begin_save()
    with slow_disk() as disk:
        disk.error = OSError(28, "No space left on device")
        written = beside(saving.write)
        disk.go_on()
        with pytest.raises(SaveFailed):
            written.result()
    assert (tmp_path / "a.vcmp").read_bytes() == before
    assert saved.is_modified
    saved.save()
    assert not saved.is_modified


def test_a_save_can_be_given_up(saved: Document, tmp_path: Path) -> None:
    before = (tmp_path / "a.vcmp").read_bytes()
    rename(saved, "Later")

    def stop(_share: float) -> None:
        raise InterruptedError

    told: list[float] = []
    with pytest.raises(SaveFailed):
        saved.begin_save().write(stop)
    assert (tmp_path / "a.vcmp").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.vcmp"]
    saving = saved.begin_save()
    saving.write(told.append)
    saving.finish()
    assert told
    assert told == sorted(told)


def test_the_number_in_the_file_is_that_of_what_it_holds(saved: Document, beside: Beside) -> None:
    rename(saved, "Saved")
    saving = saved.begin_save()
    with slow_disk() as disk:
        written = beside(saving.write)
        disk.wait_until_reached()
        rename(saved, "Lost in a crash")
        disk.go_on()
        finish(saving, written)
    saved._copy._disconnect()
    saved._copy._session.abandon()
    (left,) = leftovers()
    assert left.edits == 1
    recovered = Document.recover(left)
    assert recovered.assessment.title == "Lost in a crash"
    assert recovered.is_modified
    recovered.close()


def test_closing_waits_for_what_is_being_written(
    saved: Document, beside: Beside, tmp_path: Path
) -> None:
    rename(saved, "Copied")
    copy = tmp_path / "copy.vcmp"
    with slow_disk() as disk:
        written = beside(saved.save_copy, copy)
        disk.wait_until_reached()
        closed = beside(saved.close)
        assert not closed.done()
        disk.go_on()
        written.result()
        closed.result()
    assert title_in(copy) == "Copied"


def test_what_is_frozen_stays_as_it_was(saved: Document, beside: Beside) -> None:
    key = project.attach(saved, "quote.pdf", "application/pdf", b"%PDF", vendor="a")
    number, whole = digest(saved), json.loads(export_json(saved))
    with saved.frozen() as frozen:
        rename(saved, "Later")
        project.detach(saved, key)
        assert frozen.attachment(key) == b"%PDF"
        assert beside(frozen.content_hash).result() == number
        assert json.loads(beside(export_json, frozen).result()) == whole
    assert digest(saved) != number


def test_what_is_frozen_ends_with_the_document(document: Document) -> None:
    frozen = document.frozen()
    document.close()
    with pytest.raises(ReaderClosed):
        frozen.content_hash()
    with frozen:
        pass


def test_a_step_made_beside_is_one_step_that_is_told_of_here(
    document: Document, beside: Beside
) -> None:
    here, told = threading.get_ident(), list[tuple[int, Changes]]()
    document.changed.connect(lambda changes: told.append((threading.get_ident(), changes)))
    before = document.assessment

    def add() -> None:
        with document.change_beside("Two vendors"):
            vendors.add_vendor(document, "One")
            vendors.add_vendor(document, "Two")

    beside(add).result()
    assert told == []
    assert document.assessment is before
    document.take_in()
    ((where, changes),) = told
    assert (where, changes.kind, changes.label) == (here, "do", "Two vendors")
    assert [v.name for v in document.assessment.vendors][-2:] == ["One", "Two"]
    document.undo()
    assert_same(document.assessment, before)


@pytest.mark.parametrize("next_step", ["change", "undo", "frozen"])
def test_what_was_committed_beside_comes_before_what_follows(
    document: Document, beside: Beside, next_step: str
) -> None:
    before = document.assessment

    def add() -> None:
        with document.change_beside("One"):
            vendors.add_vendor(document, "One")

    beside(add).result()
    match next_step:
        case "change":
            rename(document, "After")
            document.undo()
            assert document.history.undo_label == "One"
        case "undo":
            document.undo()
            assert_same(document.assessment, before)
        case "frozen":
            with document.frozen() as frozen:
                assert frozen.assessment.vendors[-1].name == "One"
    with document._copy.store.begin() as transaction:
        assert_same(document.assessment, snapshot.load(transaction))


def test_a_step_waits_for_the_one_that_is_made_beside(document: Document, beside: Beside) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def add() -> None:
        with document.change_beside("One"):
            vendors.add_vendor(document, "One")
            begun.set()
            assert go_on.wait(60)

    def rename_later() -> None:
        begun.wait(60)
        threading.Timer(0.05, go_on.set).start()  # while the next line waits for its turn
        rename(document, "After")

    added = beside(add)
    rename_later()
    added.result()
    assert document.assessment.title == "After"
    assert document.assessment.vendors[-1].name == "One"
    document.undo()
    assert document.history.undo_label == "One"


def test_what_is_read_does_not_wait_for_a_step_that_is_made_beside(document: Document) -> None:
    before = document.assessment
    with document.change_beside("One"):
        vendors.add_vendor(document, "One")
        with document.frozen() as frozen:
            assert frozen.assessment is before
            assert len(frozen.content_hash()) == 64
            others = json.loads(export_json(frozen))["vendors"]
    assert "One" not in [vendor["name"] for vendor in others]
    document.take_in()
    with document.frozen() as frozen:
        assert frozen.assessment.vendors[-1].name == "One"


def test_a_step_beside_that_fails_leaves_nothing_behind(document: Document) -> None:
    before = document.assessment
    with suppress(InterruptedError), document.change_beside("One"):
        vendors.add_vendor(document, "One")
        raise InterruptedError
    document.take_in()
    assert document.assessment is before
    assert not document.history.can_undo


def test_nobody_changes_what_may_only_be_read(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document._copy, "read_only", "It is newer.")
    with pytest.raises(DocumentError), document.change_beside("One"):
        raise AssertionError


def test_a_large_file_is_saved_while_it_is_edited(
    saved: Document, beside: Beside, tmp_path: Path
) -> None:
    """Write for long enough that many steps fall into it, at whatever moment."""
    content = hashlib.shake_256(b"quote").digest(4_000_000)
    key = project.attach(saved, "quote.pdf", "application/pdf", content, vendor="a")
    for _round in range(3):
        saving = saved.begin_save()
        written = beside(saving.write)
        while not written.done():
            vendors.add_vendor(saved, f"Vendor {len(saved.assessment.vendors)}")
        finish(saving, written)
        with viewing(tmp_path / "a.vcmp") as file:
            assert file.attachment(key) == content
            in_file = file.assessment.vendors
        assert saved.is_modified == (saved.assessment.vendors != in_file)
        while saved.is_modified:
            saved.undo()
        assert saved.assessment.vendors == in_file
