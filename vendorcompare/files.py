"""Moving bytes so that a crash, a full disk or a pulled stick leaves one whole version.

Whoever writes a file of the user's does it here: beside the file that is there, durably, and
then in its place in one step. Saving a document adds a backup and checks of its own.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from vendorcompare import failures
from vendorcompare.core.errors import UserError
from vendorcompare.failures import Refused
from vendorcompare.i18n import _

_CHUNK: Final = 1 << 20
#: Virus scanners and sync clients hold a file for moments; together about three seconds.
_RETRY_AFTER: Final = (0.1, 0.2, 0.5, 1.0, 1.2)
#: What a killed process left is told from what another one writes now by its age alone.
_ORPHAN_SECONDS: Final = 3600.0
_NAME_SHOWN: Final = 40


def write(target: Path, content: bytes) -> None:
    """Write a user's file, whole or not at all.

    Raises:
        UserError: it cannot be written; what stood there is untouched.
    """
    with replacing(target) as part:
        part.write_bytes(content)


@contextmanager
def stream_to(target: Path | BinaryIO) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes a user's file; a stream is written to as it is.

    Raises:
        UserError: it cannot be written; what stood there is untouched.
    """
    if not isinstance(target, Path):
        yield target
        return
    with replacing(target) as part, part.open("xb") as stream:
        yield stream


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give the name of a file to fill, which takes the place of a user's file at the end.

    Raises:
        UserError: it cannot be written; what stood there is untouched.
    """
    try:
        # A link is followed, so that the file it points to is replaced and not the link.
        final = target.resolve()
        sweep(final)
        with replaced(final) as part:
            yield part
    except (OSError, ValueError, RuntimeError) as error:
        why, hint = failures.reason(error, target)
        message = _('"{name}" could not be written. {why}').format(name=target.name, why=why)
        raise UserError(message, hint=hint) from error


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """Do the same for a file of the application's own, and leave errors as they are."""
    refuse_unusable(target)
    part = beside(target, secrets.token_hex(8))
    try:
        yield part
        sync(part)
        put(part, target)
    finally:
        with suppress(OSError):  # what a pulled stick keeps is swept later
            part.unlink(missing_ok=True)


def put(part: Path, target: Path) -> None:
    """Let a file that is on the disk take the place of another, with its rights, in one step."""
    refuse_unusable(target)
    with suppress(FileNotFoundError):
        shutil.copymode(target, part)
    replace(part, target)
    sync_folder(target.parent)


def refuse_unusable(target: Path) -> None:
    """Refuse a target whose place no file may take.

    The system lets a write-protected file be replaced, since that changes only its folder.

    Raises:
        Refused: it is a folder, a device or a pipe, or it is write-protected.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise Refused(_("There is a folder of that name."), _("Save it under another name."))
    if not stat.S_ISREG(mode):
        raise Refused(_("It is not a file but a device or a pipe."))
    if is_protected(target):
        raise Refused(
            _("The file there is write-protected and is not replaced."),
            _("Save it under another name, or first take the protection off the file."),
        )


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, whether it is there or not."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.normcase(one.absolute()) == os.path.normcase(other.absolute())


def is_protected(path: Path) -> bool:
    """Say whether somebody took care that a file stays as it is."""
    anybody = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH  # an administrator may write regardless
    return not path.stat().st_mode & anybody or not os.access(path, os.W_OK)


def beside(target: Path, owner: str) -> Path:
    """Name the temporary file in which an owner prepares what will take a target's place."""
    return target.with_name(f"{_beginning(target)}{owner}")


def sweep(target: Path, is_orphan: Callable[[Path, str], bool] | None = None) -> None:
    """Remove temporary files beside a target that were left by processes that were killed."""
    is_orphan = is_orphan or is_old
    name = _beginning(target)
    try:
        for found in target.parent.iterdir():
            owner = found.name.removeprefix(name).partition("-")[0]
            if found.name.startswith(name) and is_orphan(found, owner):
                found.unlink(missing_ok=True)
    except OSError:  # who writes there will say why the folder cannot be used
        return


def is_old(found: Path, _owner: str = "") -> bool:
    """Say whether a temporary file is older than any that is being written now."""
    return time.time() - found.stat().st_mtime > _ORPHAN_SECONDS


def _beginning(target: Path) -> str:
    return f".{target.name[:_NAME_SHOWN]}.saving-"


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, which must not be open in SQLite.

    On POSIX, closing a file drops all locks that the process holds on it, SQLite's too.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy(source: Path, target: Path) -> str:
    """Copy a file's bytes in one pass and return their SHA-256."""
    digest = hashlib.sha256()
    with source.open("rb") as reader, target.open("xb") as writer:
        while chunk := reader.read(_CHUNK):
            digest.update(chunk)
            writer.write(chunk)
    return digest.hexdigest()


def sync(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can say so."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:  # some network file systems know no such thing, and need none
        pass
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Put a file in the place of another in one step, with patience for who holds it."""
    for pause in _RETRY_AFTER:
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    source.replace(target)


def remove_folder(folder: Path) -> None:
    """Remove a folder as far as it can be removed."""
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def removed_on_failure(path: Path) -> Iterator[None]:
    """Leave no file behind when what fills it fails."""
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise
