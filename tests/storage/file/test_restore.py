"""An earlier version takes the place of a file as a save does: whole, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.documents import edit, sample, vendors_in
from tests.storage.file.test_failing_disk import FailingDisk, largest_file
from vendorcompare.core.errors import DocumentInUse, SaveFailed
from vendorcompare.storage.file import backups
from vendorcompare.storage.file.restoring import restore
from vendorcompare.storage.file.working_copy import WorkingCopy


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Make a file of which there is one earlier version."""
    folder = tmp_path / "folder"
    folder.mkdir()
    path = sample(folder / "a.vcmp")
    copy = WorkingCopy.open(path)
    edit(copy, "Newer")
    copy.publish(path)
    copy.close()
    return path


def version_of(target: Path) -> Path:
    return backups.backups(target)[-1].path


def test_the_file_comes_back_and_the_newer_one_is_kept(target: Path) -> None:
    newer, earlier = target.read_bytes(), version_of(target).read_bytes()
    restore(version_of(target), target)
    assert target.read_bytes() == earlier
    assert backups.backups(target)[0].path.read_bytes() == newer
    restore(backups.backups(target)[0].path, target)
    assert "Newer" in vendors_in(target)


def test_a_new_name_gets_the_very_bytes(target: Path) -> None:
    restore(version_of(target), target.with_name("b.vcmp"))
    assert target.with_name("b.vcmp").read_bytes() == version_of(target).read_bytes()
    assert "Newer" in vendors_in(target)


def test_a_file_that_is_open_is_not_replaced(target: Path) -> None:
    before = target.read_bytes()
    copy = WorkingCopy.open(target)
    with pytest.raises(DocumentInUse):
        restore(version_of(target), target)
    copy.close()
    assert target.read_bytes() == before


def test_a_full_disk_leaves_the_newer_version_whole(target: Path) -> None:
    before, version = target.read_bytes(), version_of(target)
    told = 0
    for level in range(0, len(before), len(before) // 12):
        with largest_file(level), pytest.raises(SaveFailed, match="full"):
            restore(version, target)
        told += 1
        assert target.read_bytes() == before
        assert [path.name for path in target.parent.iterdir()] == ["a.vcmp"]
    assert told >= 12


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for ever"])
def test_a_failure_at_any_operation_leaves_one_of_the_two(target: Path, for_ever: bool) -> None:
    newer, version = target.read_bytes(), version_of(target)
    earlier = version.read_bytes()
    failed = 0
    for first in range(1, 99):
        disk = FailingDisk(first, float("inf") if for_ever else first)
        with disk.at_work():
            try:
                restore(version, target)
            except SaveFailed:
                failed += 1
        assert target.read_bytes() in {newer, earlier}
        assert [path.name for path in target.parent.iterdir()] == ["a.vcmp"]
        if disk.count < first:
            break
        target.write_bytes(newer)
    assert failed >= 8


@pytest.mark.parametrize("spoil", [lambda p: p.write_bytes(b"x"), Path.unlink])
def test_a_version_that_is_not_what_was_kept_replaces_nothing(target: Path, spoil: object) -> None:
    before, version = target.read_bytes(), version_of(target)
    spoil(version)  # type: ignore[operator]
    with pytest.raises(SaveFailed, match="earlier version") as raised:
        restore(version, target)
    assert "another version" in raised.value.hint
    assert target.read_bytes() == before
