"""What can be at the place where a document is saved: nothing is replaced unseen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.documents import edit, sample, vendors_in
from vendorcompare import files
from vendorcompare.core.errors import DocumentError, DocumentInUse, SaveFailed, TargetChanged
from vendorcompare.storage import change_log
from vendorcompare.storage.file import backups, publish
from vendorcompare.storage.file.reading import reading
from vendorcompare.storage.file.working_copy import WorkingCopy

OTHER = b"somebody else's version"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    return sample(folder / "a.vcmp")


@pytest.fixture
def copy(target: Path) -> Iterator[WorkingCopy]:
    opened = WorkingCopy.open(target)
    edit(opened, "Mine")
    yield opened
    opened.close()


def overwrite(target: Path) -> None:
    target.write_bytes(OTHER)


def overwrite_with_same_size_and_time(target: Path) -> None:
    found = target.stat()
    target.write_bytes(bytes(found.st_size))
    os.utime(target, ns=(found.st_atime_ns, found.st_mtime_ns))


def replace(target: Path) -> None:
    target.with_suffix(".new").write_bytes(OTHER)
    target.with_suffix(".new").replace(target)


def rename(target: Path) -> None:
    target.rename(target.with_suffix(".old"))


def rename_and_replace(target: Path) -> None:
    rename(target)
    overwrite(target)


def append(target: Path) -> None:
    with target.open("ab") as file:
        file.write(b"\0")


CHANGES = (
    overwrite, overwrite_with_same_size_and_time, replace, rename, rename_and_replace, append,
    Path.unlink,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_changed_target_is_not_replaced_unasked(
    copy: WorkingCopy, target: Path, change: Callable[[Path], object]
) -> None:
    change(target)
    before = {path: path.read_bytes() for path in target.parent.iterdir()}
    with pytest.raises(TargetChanged):
        copy.publish(target)
    assert {path: path.read_bytes() for path in target.parent.iterdir()} == before
    assert copy.saved_number == 2
    theirs = before.get(target)
    copy.publish(target, overwrite_changed=True)
    assert "Mine" in vendors_in(target)
    kept = [backup.path.read_bytes() for backup in backups.backups(target)]
    assert kept == ([] if theirs is None else [theirs])


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_target_that_changes_during_the_save_is_not_replaced(
    copy: WorkingCopy,
    target: Path,
    change: Callable[[Path], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sync = files.sync

    def sync_meanwhile(path: Path) -> None:
        if path.parent == target.parent:
            change(target)
        sync(path)

    with monkeypatch.context() as patch:
        patch.setattr(files, "sync", sync_meanwhile)
        with pytest.raises(TargetChanged):
            copy.publish(target)
    assert not target.exists() or target.read_bytes() != b""
    assert not list(target.parent.glob(".*"))
    assert "Mine" in _vendors_after_saving_elsewhere(copy, target)


def _vendors_after_saving_elsewhere(copy: WorkingCopy, target: Path) -> list[str]:
    copy.publish(target.with_name("elsewhere.vcmp"))
    return vendors_in(target.with_name("elsewhere.vcmp"))


def test_a_change_between_backup_and_replacement_is_noticed(
    copy: WorkingCopy, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = backups.keep

    def keep_then_change(source: Path, **named: str) -> str:
        kept = keep(source, **named)
        replace(target)
        return kept

    monkeypatch.setattr(backups, "keep", keep_then_change)
    with pytest.raises(TargetChanged):
        copy.publish(target)
    assert target.read_bytes() == OTHER


def test_control_without_the_comparison_the_other_version_is_gone(
    copy: WorkingCopy, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    overwrite(target)
    monkeypatch.setattr(publish, "_keep_old", lambda order, becoming: None)
    copy.publish(target)
    assert OTHER not in [backup.path.read_bytes() for backup in backups.backups(target)]
    assert target.read_bytes() != OTHER


def test_saving_over_another_file_has_to_be_meant(copy: WorkingCopy, target: Path) -> None:
    other = target.with_name("other.vcmp")
    other.write_bytes(OTHER)
    with pytest.raises(TargetChanged, match="already"):
        copy.publish(other)
    assert other.read_bytes() == OTHER
    copy.publish(other, overwrite_changed=True)
    (kept,) = backups.backups(other)
    assert (kept.path.read_bytes(), kept.uid) == (OTHER, backups.FOREIGN)
    assert backups.backups(target) == []
    assert copy.path == other


def test_a_copy_leaves_the_document_with_its_file(copy: WorkingCopy, target: Path) -> None:
    before = target.read_bytes()
    copy.publish_copy(target.with_name("b.vcmp"))
    assert (copy.path, copy.saved_number) == (target, 2)
    assert target.read_bytes() == before
    assert "Mine" in vendors_in(target.with_name("b.vcmp"))
    with pytest.raises(DocumentInUse):
        copy.publish_copy(target)


def test_a_file_that_another_window_has_open_is_not_replaced(
    copy: WorkingCopy, target: Path
) -> None:
    other = WorkingCopy.open(sample(target.with_name("b.vcmp")))
    with pytest.raises(DocumentInUse):
        copy.publish(target.with_name("b.vcmp"), overwrite_changed=True)
    other.close()


def refused(copy: WorkingCopy, target: Path) -> str:
    """Return why a save fails, which must leave nothing behind and lose nothing."""
    before = sorted(target.parent.iterdir()) if target.parent.is_dir() else []
    with pytest.raises(SaveFailed, match="could not be saved") as raised:
        copy.publish(target, overwrite_changed=True)
    assert raised.value.hint
    assert before == (sorted(target.parent.iterdir()) if target.parent.is_dir() else [])
    assert "Mine" in _vendors_after_saving_elsewhere(copy, copy.path or target)
    return raised.value.message


def test_a_folder_is_no_target(copy: WorkingCopy, target: Path) -> None:
    (target.parent / "d.vcmp").mkdir()
    assert "a folder of that name" in refused(copy, target.parent / "d.vcmp")


def test_a_folder_that_is_gone_is_named(copy: WorkingCopy, target: Path) -> None:
    assert "is not there" in refused(copy, target.parent / "stick" / "a.vcmp")


def test_a_file_is_no_folder(copy: WorkingCopy, target: Path) -> None:
    assert "what should be a folder is a file" in refused(copy, target / "a.vcmp")


def test_a_name_can_be_too_long(copy: WorkingCopy, target: Path) -> None:
    assert "name is too long" in refused(copy, target.parent / f"{'长' * 100}.vcmp")


def test_the_longest_name_can_be_saved(copy: WorkingCopy, target: Path) -> None:
    longest = target.parent / f"{'长' * 83}.vcmp"
    copy.publish(longest)
    assert "Mine" in vendors_in(longest)


def test_another_programs_log_beside_the_target_is_respected(
    copy: WorkingCopy, target: Path
) -> None:
    log = target.with_name("a.vcmp-wal")
    log.write_bytes(OTHER)
    assert "a.vcmp-wal" in refused(copy, target)
    assert log.read_bytes() == OTHER


@pytest.mark.parametrize("error", [PermissionError(13, "denied"), OSError(30, "read-only")])
def test_a_folder_nobody_may_write_is_named(
    copy: WorkingCopy, target: Path, error: OSError, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_arguments: object) -> int:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(publish, "_create", denied)
        with pytest.raises(SaveFailed, match="may not write in the folder"):
            copy.publish(target)
    copy.publish(target)


def test_a_file_that_is_held_for_a_moment_is_waited_for(
    copy: WorkingCopy, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    replace_in_earnest = Path.replace

    def held(path: Path, onto: Path) -> Path:
        if onto == target:
            tries.append(onto)
            if len(tries) < 4:
                raise PermissionError(13, "in use")
        return replace_in_earnest(path, onto)

    monkeypatch.setattr(files, "_RETRY_AFTER", (0.0,) * 5)
    monkeypatch.setattr(Path, "replace", held)
    copy.publish(target)
    assert len(tries) == 4
    assert copy.saved_number == 3


def test_a_file_that_stays_held_is_told_after_six_tries(
    copy: WorkingCopy, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = target.read_bytes()

    def held(path: Path, onto: Path) -> Path:
        if onto != target:
            return path.rename(onto)
        raise PermissionError(13, "in use")

    monkeypatch.setattr(files, "_RETRY_AFTER", (0.0,) * 5)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(SaveFailed):
        copy.publish(target)
    assert target.read_bytes() == before
    assert not list(target.parent.glob(".*"))


def test_what_reads_back_otherwise_is_not_saved(
    copy: WorkingCopy, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, before = files.put, target.read_bytes()

    def put_and_lose_a_bit(part: Path, onto: Path) -> None:
        put(part, onto)
        spoilt = bytearray(onto.read_bytes())
        spoilt[-1] ^= 1
        onto.write_bytes(spoilt)

    with monkeypatch.context() as patch:
        patch.setattr(files, "put", put_and_lose_a_bit)
        with pytest.raises(SaveFailed, match="read back as it was written"):
            copy.publish(target)
    assert copy.saved_number == 2
    assert backups.backups(target)[0].path.read_bytes() == before
    copy.publish(target, overwrite_changed=True)
    assert "Mine" in vendors_in(target)


def test_a_write_protected_file_is_not_replaced(copy: WorkingCopy, target: Path) -> None:
    signed = target.with_name("signed.vcmp")
    signed.write_bytes(OTHER)
    for path in (signed, target):
        path.chmod(0o444)
    with closing(WorkingCopy.open(Path(shutil.copy(target, target.with_name("c.vcmp"))))) as other:
        assert "write-protected" in other.notice
    before = target.read_bytes()
    with pytest.raises(SaveFailed, match="write-protected"):
        copy.publish(target)
    for _ in range(2):
        with pytest.raises(SaveFailed, match="write-protected"):
            copy.publish_copy(signed)
        assert "write-protected" in refused(copy, signed)
    assert (signed.read_bytes(), target.read_bytes()) == (OTHER, before)
    assert backups.backups(signed) == backups.backups(target) == []


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link_and_the_mode_stays(copy: WorkingCopy, target: Path) -> None:
    link = target.with_name("link.vcmp")
    link.symlink_to(target)
    target.chmod(0o640)
    copy.publish(link)
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    with reading(link) as transaction:
        assert change_log.last_number(transaction) == 3


@pytest.mark.parametrize("name", ["missing.vcmp", "", "a\0b", "x" * 300])
def test_what_cannot_be_opened_is_explained(tmp_path: Path, name: str) -> None:
    with pytest.raises(DocumentError) as raised:
        WorkingCopy.open(tmp_path / name)
    assert raised.value.hint


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.vcmp")
    with pytest.raises(DocumentError, match="not a file"):
        WorkingCopy.open(tmp_path / "pipe.vcmp")


def test_orphans_of_dead_saves_are_swept(copy: WorkingCopy, target: Path) -> None:
    dead, alive, unknown, old = (
        target.with_name(f".a.vcmp.saving-{owner}")
        for owner in ("dead", copy._session.id, "unknown", "old")
    )
    (copy._session.folder.parent / "dead").mkdir()
    for path in (dead, alive, unknown, old):
        path.write_bytes(b"")
    os.utime(old, (1, 1))
    shutil.copyfile(dead, target.with_name(".b.vcmp.saving-dead"))
    publish.sweep(target, own="me")
    assert sorted(path.name for path in target.parent.glob(".*")) == sorted(
        [alive.name, unknown.name, ".b.vcmp.saving-dead"]
    )
