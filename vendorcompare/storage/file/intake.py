"""Taking a private copy of the user's file, which is read once and never opened by SQLite."""

from __future__ import annotations

import stat
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vendorcompare import files
from vendorcompare.core.errors import DocumentDamaged, DocumentError, DocumentHostile
from vendorcompare.i18n import _
from vendorcompare.storage.file.save_errors import open_failed
from vendorcompare.storage.sqlite import gate
from vendorcompare.storage.sqlite.database import logs_beside

_ATTEMPTS: Final = 4
_PAUSE: Final = 0.25
#: The end of a journal that names a further file, which SQLite would open and delete.
_NAMES_A_FILE: Final = bytes.fromhex("d9d505f920a163d7")


@dataclass(frozen=True, slots=True)
class Intake:
    """Hold what was taken.

    Attributes:
        sha256: the bytes of the user's file.
        notice: what the user should know about it, "" if nothing.
    """

    sha256: str
    notice: str = ""


def take(path: Path, copy: Path) -> Intake:
    """Copy a file, together with the logs that another program left beside it.

    Raises:
        DocumentError: if the file cannot be read, or changes all the while.
    """
    try:
        return _take(path, copy)
    except OSError as error:
        raise open_failed(error, path) from error


def _take(path: Path, copy: Path) -> Intake:
    for attempt in range(_ATTEMPTS):
        if attempt:
            time.sleep(_PAUSE)
        before = _state(path)
        _refuse_unreadable(path)
        sha256 = files.copy(path, copy)
        logs = logs_beside(path)
        for log in logs:
            beside = copy.with_name(copy.name + log.name.removeprefix(path.name))
            files.copy(log, beside)
            _refuse_naming(beside)
        if _state(path) == before:
            return Intake(sha256, _notice(path, logs))
        for taken in copy.parent.glob(f"{copy.name}*"):
            taken.unlink()
    raise DocumentDamaged(
        _('"{name}" is being written by another program at this moment.').format(name=path.name),
        hint=_("Wait until it has been synchronised or copied, then open it again."),
    )


def _state(path: Path) -> tuple[tuple[int, int, int], ...]:
    """Return what changes when a file or a log beside it is written."""
    found = [path.stat(), *(log.stat() for log in logs_beside(path))]
    return tuple((one.st_ino, one.st_size, one.st_mtime_ns) for one in found)


def _refuse_unreadable(path: Path) -> None:
    """Refuse what is no file, such as a pipe that never ends, and what is far too large."""
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(path)
    if not stat.S_ISREG(found.st_mode):
        raise DocumentError(
            _("{path} is not a file but a device or a pipe.").format(path=path),
            hint=_("Choose a file that ends in .vcmp."),
        )
    if found.st_size > gate.LARGEST:
        raise gate.too_large(found.st_size)


def _refuse_naming(log: Path) -> None:
    """Refuse a journal by which the recovery of SQLite would reach another file."""
    if log.name.endswith("-journal") and _NAMES_A_FILE in log.read_bytes()[-8:]:
        raise DocumentHostile(
            _("The journal beside the file names other files, which no assessment does."),
            hint=_("Do not use it. Ask whoever sent it how it was made."),
        )


def _notice(path: Path, logs: list[Path]) -> str:
    if not logs:
        protected = _("The file is write-protected: what you change is saved under another name.")
        return protected if files.is_protected(path) else ""
    return _(
        "Another program left {logs} beside the file; what they hold was read too. Save under "
        "another name: nothing beside the original is touched."
    ).format(logs=_(", ").join(log.name for log in logs))
