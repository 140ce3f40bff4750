from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.contents import UID
from tests.storage.documents import edit, sample
from vendorcompare.core.errors import SaveFailed
from vendorcompare.storage import backups, files
from vendorcompare.storage.working_copy import WorkingCopy

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def kept_at(source: Path, moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a version as if it were another time."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return moment

    with monkeypatch.context() as patch:
        patch.setattr(backups, "datetime", Clock)
        backups.keep("u", source)


def test_every_save_keeps_the_version_before(tmp_path: Path) -> None:
    target = sample(tmp_path / "a.vcmp")
    copy = WorkingCopy.open(target)
    versions: list[bytes] = []
    for n in range(3):
        edit(copy, str(n))
        versions.insert(0, target.read_bytes())
        copy.publish(target)
    copy.close()
    assert [backup.path.read_bytes() for backup in backups.backups(UID)] == versions
    assert all(backup.size == backup.path.stat().st_size for backup in backups.backups(UID))
    made = [backup.made_at for backup in backups.backups(UID)]
    assert made == sorted(made, reverse=True)


def test_the_same_version_is_kept_once(tmp_path: Path) -> None:
    source = sample(tmp_path / "a.vcmp")
    assert backups.keep("u", source) == backups.keep("u", source) == files.sha256_of(source)
    assert len(backups.backups("u")) == 1


def test_what_a_killed_save_left_is_swept_later(tmp_path: Path, home: Path) -> None:
    source = sample(tmp_path / "a.vcmp")
    backups.keep("u", source)
    old, new = (home / "backups" / "u" / name for name in ("old.part", "new.part"))
    old.touch()
    new.touch()
    os.utime(old, (1, 1))
    backups.keep("u", source)
    assert (old.exists(), new.exists()) == (False, True)


def test_older_versions_are_thinned_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.vcmp"
    moments = [NOW - timedelta(hours=12 * n) for n in range(370)]
    for n, moment in enumerate(reversed(moments)):
        source.write_text(str(n), "utf-8")
        kept_at(source, moment, monkeypatch)
    kept = [backup.made_at for backup in backups.backups("u")]
    assert kept[:10] == moments[:10]
    days = {moment.date() for moment in kept}
    assert {NOW.date() - timedelta(days=n) for n in range(7)} <= days
    assert {(moment.year, moment.month) for moment in kept} == {(2026, n) for n in range(6, 12)}
    assert len(kept) <= 10 + 7 + 4 + 6


def test_the_total_size_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "_MOST_BYTES", 2500)
    source = tmp_path / "a.vcmp"
    for n in range(6):
        source.write_bytes(bytes([n]) * 1000)
        kept_at(source, NOW + timedelta(minutes=n), monkeypatch)
    assert len(backups.backups("u")) == 2
    source.write_bytes(bytes(9999))
    backups.keep("u", source)
    assert [backup.size for backup in backups.backups("u")] == [9999]


def test_a_backup_that_cannot_be_made_prevents_the_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = sample(tmp_path / "a.vcmp")
    before = target.read_bytes()
    copy = WorkingCopy.open(target)
    edit(copy, "One")
    copy_in_earnest = files.copy

    def spoilt(source: Path, onto: Path) -> str:
        copy_in_earnest(source, onto)
        return "another"

    with monkeypatch.context() as patch:
        patch.setattr(files, "copy", spoilt)
        with pytest.raises(SaveFailed, match=r"kept as a backup first.*read back"):
            copy.publish(target)
    assert target.read_bytes() == before
    assert backups.backups(UID) == []
    copy.close()
