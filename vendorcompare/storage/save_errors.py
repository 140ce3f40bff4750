"""Why a file could not be read or written, in sentences a user can act on."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from vendorcompare.core.errors import DocumentError, SaveFailed
from vendorcompare.i18n import N_, _

_ELSEWHERE: Final = N_("Save it in another place; this file can be tried again later.")
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DENIED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ESTALE, errno.ENXIO})
_BAD_NAME: Final = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})


@contextmanager
def explained(target: Path, needed: int = 0) -> Iterator[None]:
    """Turn whatever goes wrong while saving into a sentence.

    Raises:
        SaveFailed: for every failure of the system or the database.
    """
    try:
        yield
    except OSError as error:
        raise from_system(error, target, needed) from error
    except sqlite3.Error as error:
        raise from_database(error, target, needed) from error


def save_failed(target: Path, why: str, hint: str = "") -> SaveFailed:
    """Say that a file was not written, first of all that nothing is lost."""
    safe = _('Your changes are safe on this computer; "{name}" could not be saved.').format(
        name=target.name
    )
    message = _("{first} {second}").format(first=safe, second=why)  # two sentences
    return SaveFailed(message, hint=hint or _(_ELSEWHERE))


def from_system(error: OSError, target: Path, needed: int) -> SaveFailed:
    """Explain why the system did not write a file."""
    folder = target.parent
    if error.errno in _FULL:
        return save_failed(target, disk_full(folder, needed), _full_hint())
    if error.errno in _GONE:
        why = _("The folder {folder} is not there any more; was a disk or share removed?")
        hint = _("Connect it again and save once more, or save in another place.")
        return save_failed(target, why.format(folder=folder), hint)
    if error.errno in _DENIED:
        why = _("This account may not write in the folder {folder}.")
        return save_failed(target, why.format(folder=folder), _("Save it in a folder of your own."))
    if error.errno in _BAD_NAME:
        why = _("The name is too long for this disk, or has a character it does not know.")
        return save_failed(target, why, _("Save it under a shorter, simpler name."))
    reason = error.strerror or type(error).__name__
    return save_failed(target, _("The system says: {reason}.").format(reason=reason))


def from_database(error: sqlite3.Error, target: Path, needed: int) -> SaveFailed:
    """Explain why the database engine did not write a file."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name == "SQLITE_FULL":
        return save_failed(target, disk_full(target.parent, needed), _full_hint())
    if name.startswith("SQLITE_IOERR"):
        free = shutil.disk_usage(target.parent).free if target.parent.is_dir() else 0
        if free < needed:
            return save_failed(target, disk_full(target.parent, needed), _full_hint())
        why = _("The disk at {folder} does not take the data; it may be full, damaged or removed.")
        return save_failed(target, why.format(folder=target.parent))
    return save_failed(target, _("The database says: {reason}.").format(reason=error))


def disk_full(folder: Path, needed: int) -> str:
    """Say which disk is full, and how much is missing."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        free = 0
    return _("The disk at {folder} is full: {needed} needed, {free} free.").format(
        folder=folder, needed=megabytes(needed), free=megabytes(free)
    )


def no_working_copy(error: OSError) -> DocumentError:
    """Say that the application's own folder cannot be written."""
    is_full = error.errno in _FULL
    why = _("the disk is full") if is_full else error.strerror or type(error).__name__
    return DocumentError(
        _("The folder {folder} of VendorCompare cannot be written: {reason}.").format(
            folder=error.filename or "", reason=why
        ),
        hint=_("Free some space on this computer, or set VENDORCOMPARE_HOME to another folder."),
    )


def open_failed(error: OSError, path: Path) -> DocumentError:
    """Explain why a file could not be read."""
    if isinstance(error, FileNotFoundError):
        return DocumentError(
            _("There is no file {path}.").format(path=path),
            hint=_("Check the name, and whether the disk or share is connected."),
        )
    if isinstance(error, IsADirectoryError):
        return DocumentError(
            _("{path} is a folder, not a file.").format(path=path),
            hint=_("Choose a file that ends in .vcmp."),
        )
    if isinstance(error, PermissionError):
        return DocumentError(
            _("This account may not read {path}.").format(path=path),
            hint=_("Ask its owner for permission to read it, or for a copy."),
        )
    if error.errno in _FULL:
        return DocumentError(
            _("There is no room on this computer for a working copy of {path}.").format(path=path),
            hint=_("Free some space on this computer, then open it again."),
        )
    return DocumentError(
        _("{path} could not be read: {reason}.").format(
            path=path, reason=error.strerror or type(error).__name__
        ),
        hint=_("Copy the file to this computer and open the copy."),
    )


def megabytes(size: int) -> str:
    """Write a size for people."""
    return f"{size / 1_000_000:.1f} MB"


def _full_hint() -> str:
    return _("Free some space there and save once more, or save in another place.")
