"""Earlier versions: of a place and an id, never thrown away once promised."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.storage.contents import UID
from tests.storage.documents import edit, sample, tampered, vendors_in
from vendorcompare import files
from vendorcompare.core.errors import SaveFailed
from vendorcompare.storage.file import backups
from vendorcompare.storage.file.working_copy import WorkingCopy

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
OTHER_UID = "11111111-2222-4333-8444-555555555555"


def kept_at(
    source: Path, moment: datetime, monkeypatch: pytest.MonkeyPatch, session: str = "s"
) -> None:
    """Keep a version as if it were another time."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return moment

    with monkeypatch.context() as patch:
        patch.setattr(backups, "datetime", Clock)
        backups.keep(source, session=session)


def contents(target: Path) -> list[str]:
    return [backup.path.read_text("utf-8") for backup in backups.backups(target)]


def save_another(path: Path, name: str) -> None:
    """Open a file, add a vendor and save it."""
    copy = WorkingCopy.open(path)
    edit(copy, name)
    copy.publish(path)
    copy.close()


def test_every_save_keeps_the_version_before(tmp_path: Path) -> None:
    target = sample(tmp_path / "a.vcmp")
    copy = WorkingCopy.open(target)
    versions: list[bytes] = []
    for n in range(3):
        edit(copy, str(n))
        versions.insert(0, target.read_bytes())
        copy.publish(target)
    copy.close()
    found = backups.backups(target)
    assert [backup.path.read_bytes() for backup in found] == versions
    assert all(backup.size == backup.path.stat().st_size for backup in found)
    assert {backup.uid for backup in found} == {UID}
    made = [backup.made_at for backup in found]
    assert made == sorted(made, reverse=True)


def test_a_copied_file_has_versions_of_its_own(tmp_path: Path) -> None:
    original = sample(tmp_path / "a.vcmp")
    copied = sample(tmp_path / "b.vcmp")
    save_another(original, "Of the original")
    for n in range(12):
        save_another(copied, f"Of the copy {n}")
    (kept,) = backups.backups(original)
    assert kept.path.read_bytes() == sample(tmp_path / "c.vcmp").read_bytes()
    save_another(original, "Again")
    assert len(backups.backups(original)) == 2
    assert not any(
        "Of the copy" in name
        for backup in backups.backups(original)
        for name in vendors_in(backup.path)
    )


def test_another_assessment_at_the_same_place_is_told_apart(tmp_path: Path) -> None:
    target = sample(tmp_path / "a.vcmp")
    save_another(target, "One")
    tampered(target, lambda c: c.execute("UPDATE identity SET uid = ?", (OTHER_UID,)))
    save_another(target, "Two")
    target.write_bytes(b"no assessment at all")
    backups.keep(target, session="s")
    assert {backup.uid for backup in backups.backups(target)} == {backups.FOREIGN, OTHER_UID, UID}
    assert [backup.uid for backup in backups.backups(target, UID)] == [UID]


def test_assessments_that_lay_here_long_ago_are_given_up(tmp_path: Path) -> None:
    target = tmp_path / "latest.vcmp"
    for n in range(14):
        new = WorkingCopy.create()
        edit(new, str(n))
        new.publish(target, overwrite_changed=True)
        new.close()
    found = backups.backups(target)
    assert [vendors_in(backup.path) for backup in found] == [[str(n)] for n in range(12, 2, -1)]
    assert len({backup.uid for backup in found}) == 10


def test_assessments_that_lay_here_in_this_session_stay(tmp_path: Path) -> None:
    target = tmp_path / "latest.vcmp"
    for n in range(14):
        new = WorkingCopy.create()
        new.publish(tmp_path / f"{n}.vcmp")
        new.close()
        shutil.copyfile(tmp_path / f"{n}.vcmp", target)
        backups.keep(target, session="this")
    assert len({backup.uid for backup in backups.backups(target)}) == 14


@pytest.mark.parametrize("folder", ["", "elsewhere"])
def test_versions_follow_a_file_that_was_moved(tmp_path: Path, folder: str) -> None:
    target = sample(tmp_path / "a.vcmp")
    save_another(target, "One")
    save_another(target, "Two")
    before = [backup.path.read_bytes() for backup in backups.backups(target)]
    (tmp_path / folder).mkdir(exist_ok=True)
    moved = target.rename(tmp_path / folder / "renamed.vcmp")
    save_another(moved, "Three")
    found = backups.backups(moved, UID)
    assert [backup.path.read_bytes() for backup in found][1:] == before
    assert len(backups.backups(target)) == 2  # a stick may come back
    moved.rename(target)
    save_another(target, "Four")
    assert [backup.number for backup in backups.backups(target)] == [4, 3, 2, 1]


def test_a_file_moved_and_edited_elsewhere_is_followed_if_there_is_no_doubt(
    tmp_path: Path,
) -> None:
    target = sample(tmp_path / "a.vcmp")
    save_another(target, "One")
    target.unlink()
    arrived = sample(tmp_path / "b.vcmp")
    WorkingCopy.open(arrived).close()
    assert len(backups.backups(arrived)) == 1
    save_another(arrived, "Two")
    arrived.unlink()
    WorkingCopy.open(sample(tmp_path / "c.vcmp")).close()
    assert backups.backups(tmp_path / "c.vcmp") == []  # from a or from b?


def test_a_file_with_versions_of_its_own_takes_no_others_on_a_guess(tmp_path: Path) -> None:
    original, copied = sample(tmp_path / "a.vcmp"), sample(tmp_path / "b.vcmp")
    save_another(original, "Of the original")
    save_another(copied, "Of the copy")
    original.unlink()
    WorkingCopy.open(copied).close()
    assert len(backups.backups(copied)) == 1


def test_the_same_name_in_another_folder_is_another_place(tmp_path: Path) -> None:
    original = sample(tmp_path / "a.vcmp")
    save_another(original, "One")
    (tmp_path / "elsewhere").mkdir()
    copied = sample(tmp_path / "elsewhere" / "a.vcmp")
    WorkingCopy.open(copied).close()
    assert backups.backups(copied) == []


def test_versions_are_copied_where_a_disk_knows_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = sample(tmp_path / "a.vcmp")
    save_another(target, "One")
    (before,) = backups.backups(target)
    moved = target.rename(tmp_path / "b.vcmp")

    def unknown(*_arguments: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unknown)
    WorkingCopy.open(moved).close()
    (found,) = backups.backups(moved)
    assert found.path.read_bytes() == before.path.read_bytes()
    assert found.path.stat().st_ino != before.path.stat().st_ino


def test_nothing_follows_from_a_file_that_is_still_there(tmp_path: Path) -> None:
    target = sample(tmp_path / "a.vcmp")
    save_another(target, "One")
    copied = Path(shutil.copyfile(target, tmp_path / "b.vcmp"))
    WorkingCopy.open(copied).close()
    assert backups.backups(copied) == []


def test_the_same_version_is_kept_once(tmp_path: Path) -> None:
    source = sample(tmp_path / "a.vcmp")
    for _ in range(2):
        assert backups.keep(source, session="s") == files.sha256_of(source)
    assert len(backups.backups(source)) == 1


def test_the_newest_stays_though_an_earlier_session_kept_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.vcmp"
    for n, content in enumerate(("older", "newest", "newest")):
        source.write_text(content, "utf-8")
        if n == 2:
            monkeypatch.setattr(backups, "_MOST_BYTES", 1)
        backups.keep(source, session=str(n))
    assert contents(source) == ["newest"]


def test_what_a_killed_save_left_is_swept_later(tmp_path: Path) -> None:
    source = sample(tmp_path / "a.vcmp")
    backups.keep(source, session="s")
    place = backups.backups(source)[0].path.parent.parent
    old, new = (place / name for name in ("old.part", "new.part"))
    old.touch()
    new.touch()
    os.utime(old, (1, 1))
    backups.keep(source, session="s")
    assert (old.exists(), new.exists()) == (False, True)


def test_older_versions_are_thinned_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "a.vcmp"
    moments = [NOW - timedelta(hours=12 * n) for n in range(370)]
    for n, moment in enumerate(reversed(moments)):
        source.write_text(str(n), "utf-8")
        kept_at(source, moment, monkeypatch, session=str(n))
    kept = [backup.made_at for backup in backups.backups(source)]
    assert kept[:10] == moments[:10]
    days = {moment.date() for moment in kept}
    assert {NOW.date() - timedelta(days=n) for n in range(7)} <= days
    assert {(moment.year, moment.month) for moment in kept} == {(2026, n) for n in range(6, 12)}
    assert len(kept) <= 10 + 7 + 4 + 6


def test_what_was_kept_in_this_session_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.vcmp"
    monkeypatch.setattr(backups, "_MOST_BYTES", 10)
    for n in range(40):
        source.write_text(f"version {n}", "utf-8")
        kept_at(source, NOW + timedelta(minutes=n), monkeypatch)
    assert contents(source) == [f"version {n}" for n in reversed(range(40))]
    source.write_text("of the next session", "utf-8")
    kept_at(source, NOW + timedelta(days=1), monkeypatch, session="another")
    assert contents(source) == ["of the next session"]


def test_a_clock_that_was_set_back_takes_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.vcmp"
    for n in range(60):
        source.write_text(str(n), "utf-8")
        kept_at(source, NOW + timedelta(hours=n), monkeypatch, session=str(n))
    for n in range(2):
        source.write_text(f"promised {n}", "utf-8")
        kept_at(source, NOW - timedelta(days=900 * (n + 1)), monkeypatch, session=f"late {n}")
        assert contents(source)[0] == f"promised {n}"
    assert contents(source)[1] == "promised 0"


def test_the_total_size_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "_MOST_BYTES", 2500)
    source = tmp_path / "a.vcmp"
    for n in range(6):
        source.write_bytes(bytes([n]) * 1000)
        kept_at(source, NOW + timedelta(minutes=n), monkeypatch, session=str(n))
    assert len(backups.backups(source)) == 2
    source.write_bytes(bytes(9999))
    backups.keep(source, session="last")
    assert [backup.size for backup in backups.backups(source)] == [9999]


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
    assert backups.backups(target) == []
    copy.close()
