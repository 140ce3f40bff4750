"""Why a file could not be read or written, in sentences a user can act on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vendorcompare import failures
from vendorcompare.core.errors import DocumentError, SaveFailed
from vendorcompare.failures import FULL, Reason
from vendorcompare.i18n import _
from vendorcompare.storage.sqlite import database


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
    except UnicodeEncodeError as error:  # the database takes only names that are text
        raise _failed(target, failures.reason(error, target, needed)) from error
    except database.Error as error:
        raise from_database(error, target, needed) from error


def save_failed(target: Path, why: str, hint: str = "") -> SaveFailed:
    """Say that a file was not written, and why."""
    return _failed(target, Reason(why, hint) if hint else failures.elsewhere(why))


def _failed(target: Path, reason: Reason) -> SaveFailed:
    message = _('"{name}" could not be saved. {why}').format(name=target.name, why=reason.why)
    return SaveFailed(message, hint=reason.hint)


def from_system(error: OSError, target: Path, needed: int) -> SaveFailed:
    """Explain why the system did not write a file."""
    return _failed(target, failures.reason(error, target, needed))


def from_database(error: database.Error, target: Path, needed: int) -> SaveFailed:
    """Explain why the database engine did not write a file."""
    if database.says_full(error):
        return _failed(target, failures.disk_full(target.parent, needed))
    if database.says_unreliable(error):
        free = shutil.disk_usage(target.parent).free if target.parent.is_dir() else 0
        if free < needed:
            return _failed(target, failures.disk_full(target.parent, needed))
        why = _("The disk at {folder} does not take the data; it may be full, damaged or removed.")
        return save_failed(target, why.format(folder=target.parent))
    return save_failed(target, _("The database says: {reason}.").format(reason=error))


def no_working_copy(error: OSError) -> DocumentError:
    """Say that the application's own folder cannot be written."""
    hint = _("Set VENDORCOMPARE_HOME to a folder in which this account may write.")
    if error.errno in FULL:
        hint = _("Free some space on this computer, or set VENDORCOMPARE_HOME to another folder.")
    return DocumentError(
        _("The folder {folder} of VendorCompare cannot be written: {reason}.").format(
            folder=error.filename or "", reason=failures.said(error)
        ),
        hint=hint,
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
    if error.errno in FULL:
        return DocumentError(
            _("There is no room on this computer for a working copy of {path}.").format(path=path),
            hint=_("Free some space on this computer, then open it again."),
        )
    return DocumentError(
        _("{path} could not be read: {reason}.").format(path=path, reason=failures.said(error)),
        hint=_("Copy the file to this computer and open the copy."),
    )
