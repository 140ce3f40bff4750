"""Earlier versions of a file, kept before it is replaced.

They belong to a place and an id: to the file at a path, and to the assessment that was in it.
A file that was copied has versions of its own at each place, and an assessment that another one
took the place of is never mixed up with it. They lie in the application's own folder, so that a
stick that is lost or a folder that is synchronised away does not take them along.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from vendorcompare import files, paths
from vendorcompare.storage.sqlite import gate

#: Where what is no assessment is kept, since it has no id.
FOREIGN: Final = "foreign"
_PLACE: Final = "place.json"
_STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
_RECENT: Final = 10
_MOST_BYTES: Final = 1_000_000_000
_SHORT: Final = 16


@dataclass(frozen=True, slots=True)
class Backup:
    """Hold one earlier version.

    Attributes:
        number: its place in the order in which versions were kept, whatever the clock said.
        uid: the id of the assessment in it, FOREIGN if it holds none.
        session: the beginning of the id of the session that kept it.
    """

    path: Path
    number: int
    made_at: datetime
    size: int
    uid: str
    session: str


class Place(NamedTuple):
    """Hold what is known of a place: its path, and the bytes that were last written there."""

    path: str
    sha256: str


def backups(target: Path, uid: str | None = None) -> list[Backup]:
    """Return the earlier versions of a file, the newest first; of all ids unless one is given."""
    found = [one for one in _in_place(_folder(target)) if uid in {None, one.uid}]
    return sorted(found, key=_order, reverse=True)


def keep(source: Path, *, session: str, becoming: str = "") -> str:
    """Keep a copy of a file, thin out older ones, and return the SHA-256 of what was kept.

    `becoming` is the SHA-256 of what takes its place, by which the file is known again after
    it was moved.

    Raises:
        OSError: if the copy cannot be made, or does not read back as written.
    """
    place = _folder(source)
    place.mkdir(exist_ok=True, mode=0o700)
    _sweep(place)
    part = place / f"{uuid.uuid4().hex}.part"  # a copy of the document may be saved meanwhile
    with files.removed_on_failure(part):
        sha256 = files.copy(source, part)
        files.sync(part)
        if files.sha256_of(part) != sha256:
            raise OSError(0, "the backup does not read back as written")
        found = gate.identity_in(part)
        folder = place / (FOREIGN if found is None else found.uid)
        folder.mkdir(exist_ok=True, mode=0o700)
        _put(part, folder, sha256, session)
        _note(place, Place(str(source), becoming))
    _thin(folder, session)
    _thin_ids(place, session)
    return sha256


def is_kept_as(path: Path, sha256: str) -> bool:
    """Say whether the bytes of an earlier version are those that were kept."""
    return f"-{sha256[:_SHORT]}-" in path.name


def follow(target: Path, uid: str, sha256: str) -> None:
    """Take along the earlier versions of a file that was moved or renamed since.

    It came from a place where there is no file any more, and where its very bytes were written
    last; a file that has no versions yet may also come from the only such place of its id.
    They stay at the old place too: it may be a disk that is not connected.
    """
    folder = _folder(target) / uid
    left = [old for old in paths.backups_folder().glob(f"*/{uid}") if _is_left(old.parent)]
    same = [old for old in left if (note := _place(old.parent)) and note.sha256 == sha256]
    for old in same or (left if len(left) == 1 and not folder.exists() else []):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for backup in _in_folder(old):
            _link(backup.path, folder / backup.path.name)


def _put(part: Path, folder: Path, sha256: str, session: str) -> None:
    """Give a copy its name among the others, unless the newest of them is the same."""
    newest = max(_in_folder(folder), key=_order, default=None)
    if newest is not None and is_kept_as(newest.path, sha256):
        part.unlink()
        return
    number = 1 + max((one.number for one in _in_place(folder.parent)), default=0)
    stamp = datetime.now(UTC).strftime(_STAMP)
    name = f"{number:06}-{stamp}-{sha256[:_SHORT]}-{session[:_SHORT]}.vcmp"
    files.replace(part, folder / name)
    files.sync_folder(folder)


def _thin(folder: Path, session: str) -> None:
    """Remove what is neither recent nor the last of its day, week or month.

    The newest, and those kept in this session, stay whatever they are: they were promised.
    """
    found = sorted(_in_folder(folder), key=_order, reverse=True)
    kept = set(found[:_RECENT])
    for period, most in _PERIODS:
        newest_of: dict[str, Backup] = {}
        for backup in found:
            newest_of.setdefault(period(backup.made_at), backup)
        latest = sorted(newest_of.values(), key=lambda backup: backup.made_at, reverse=True)
        kept.update(latest[:most])
    size = 0
    for backup in found:
        size += backup.size if backup in kept else 0
        promised = backup is found[0] or backup.session == session[:_SHORT]
        if not promised and (backup not in kept or size > _MOST_BYTES):
            backup.path.unlink(missing_ok=True)


def _thin_ids(place: Path, session: str) -> None:
    """Give up the assessments that lay here before the last few."""
    newest_of: dict[str, Backup] = {}
    for backup in sorted(_in_place(place), key=_order, reverse=True):
        newest_of.setdefault(backup.uid, backup)
    for backup in list(newest_of.values())[_RECENT:]:
        if backup.session != session[:_SHORT]:
            files.remove_folder(backup.path.parent)


def _sweep(place: Path) -> None:
    """Remove what saves left that were killed, but not what one may be writing now."""
    for part in place.glob("*.part"):
        with suppress(FileNotFoundError):
            if files.is_old(part):
                part.unlink()


def _folder(target: Path) -> Path:
    """Return the folder of a place, which may not be there yet."""
    name = hashlib.sha256(os.path.normcase(target).encode("utf-8", "surrogatepass")).hexdigest()
    return paths.backups_folder() / name[: 2 * _SHORT]


def _in_place(place: Path) -> list[Backup]:
    folders = place.iterdir() if place.is_dir() else ()
    return [one for folder in folders if folder.is_dir() for one in _in_folder(folder)]


def _in_folder(folder: Path) -> list[Backup]:
    found = []
    for path in folder.glob("*.vcmp"):
        with suppress(FileNotFoundError, ValueError):  # another process thins them out too
            found.append(_backup(path))
    return found


def _backup(path: Path) -> Backup:
    """Read what the name of a backup says; ValueError if it is none."""
    number, stamp, _sha256, session = path.stem.split("-")
    made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    return Backup(path, int(number), made_at, path.stat().st_size, path.parent.name, session)


def _order(backup: Backup) -> tuple[int, str]:
    return backup.number, backup.path.name


def _is_left(place: Path) -> bool:
    """Say whether there is no file any more where the versions of a place come from."""
    note = _place(place)
    try:
        return note is not None and not Path(note.path).exists()
    except (OSError, ValueError):
        return False


def _place(folder: Path) -> Place | None:
    try:
        note = json.loads((folder / _PLACE).read_bytes())
        return Place(str(note["path"]), str(note["sha256"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _note(place: Path, known: Place) -> None:
    """Write down what is known of a place.

    It is not synced: a power cut may take the trail of a file that moves, but no version.
    """
    part = place / f"{uuid.uuid4().hex}.part"
    with files.removed_on_failure(part):
        part.write_bytes(json.dumps(known._asdict()).encode())
        files.replace(part, place / _PLACE)


def _link(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where the disk knows no such thing."""
    try:
        os.link(source, target)
    except FileExistsError:  # taken along before
        return
    except OSError:
        with files.replaced(target) as part:
            shutil.copyfile(source, part)


#: How many days, weeks and months back the last version of each is kept.
_PERIODS: Final[tuple[tuple[Callable[[datetime], str], int], ...]] = (
    (lambda made_at: made_at.strftime("%Y-%m-%d"), 7),
    (lambda made_at: made_at.strftime("%G-W%V"), 4),
    (lambda made_at: made_at.strftime("%Y-%m"), 6),
)
