"""Earlier versions of a document, kept before a save replaces them.

They lie in the application's own folder, by the document's id: a stick that is lost or a
folder that is synchronised away does not take them along.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from vendorcompare import paths
from vendorcompare.storage import files

_STAMP: Final = "%Y%m%dT%H%M%S.%fZ"
_RECENT: Final = 10
_MOST_BYTES: Final = 1_000_000_000
_ORPHAN_SECONDS: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Backup:
    """Hold one earlier version."""

    path: Path
    made_at: datetime
    size: int


def backups(uid: str) -> list[Backup]:
    """Return the earlier versions of a document, the newest first."""
    found = []
    for path in paths.backups_folder().joinpath(uid).glob("*.vcmp"):
        made_at = _made_at(path)
        if made_at is not None:
            with suppress(FileNotFoundError):  # another process thins them out too
                found.append(Backup(path, made_at, path.stat().st_size))
    return sorted(found, key=lambda backup: backup.path.name, reverse=True)


def keep(uid: str, source: Path) -> str:
    """Keep a copy of a file, thin out older ones, and return the SHA-256 of what was kept.

    Raises:
        OSError: if the copy cannot be made, or does not read back as written.
    """
    folder = paths.backups_folder() / uid
    folder.mkdir(exist_ok=True, mode=0o700)
    now = datetime.now(UTC)
    _sweep(folder, now)
    part = folder / f"{uuid.uuid4().hex}.part"  # a copy of the document may be saved meanwhile
    with files.removed_on_failure(part):
        sha256 = files.copy(source, part)
        files.sync(part)
        if files.sha256_of(part) != sha256:
            raise OSError(0, "the backup does not read back as written")
    newest = next(iter(backups(uid)), None)
    if newest is not None and newest.path.stem.endswith(sha256[:16]):
        part.unlink()
        return sha256
    files.replace(part, folder / f"{now.strftime(_STAMP)}-{sha256[:16]}.vcmp")
    files.sync_folder(folder)
    _thin(uid, now)
    return sha256


def _sweep(folder: Path, now: datetime) -> None:
    """Remove what saves left that were killed, but not what one may be writing now."""
    for part in folder.glob("*.part"):
        with suppress(FileNotFoundError):
            if now.timestamp() - part.stat().st_mtime > _ORPHAN_SECONDS:
                part.unlink()


def _thin(uid: str, now: datetime) -> None:
    """Remove what is neither recent nor the last of its day, week or month."""
    found = backups(uid)
    kept = set(found[:_RECENT])
    for period, most in _PERIODS:
        newest_of: dict[str, Backup] = {}
        for backup in found:
            newest_of.setdefault(period(backup.made_at), backup)
        kept.update(list(newest_of.values())[:most])
    size = 0
    for backup in found:
        size += backup.size if backup in kept else 0
        if backup not in kept or (size > _MOST_BYTES and backup is not found[0]):
            backup.path.unlink(missing_ok=True)


def _made_at(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.stem.partition("-")[0], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None


#: How many days, weeks and months back the last version of each is kept.
_PERIODS: Final[tuple[tuple[Callable[[datetime], str], int], ...]] = (
    (lambda made_at: made_at.strftime("%Y-%m-%d"), 7),
    (lambda made_at: made_at.strftime("%G-W%V"), 4),
    (lambda made_at: made_at.strftime("%Y-%m"), 6),
)
