"""Saving: a whole, sealed and verified file takes the place of the old one in one step."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vendorcompare import paths
from vendorcompare.core.errors import TargetChanged
from vendorcompare.i18n import _
from vendorcompare.storage import backups, files, identity, save_errors, seal, session

#: An orphan of a machine or session we do not know is left alone for as long as it may be alive.
_FOREIGN_ORPHAN_SECONDS: Final = 3600.0
_NAME_SHOWN: Final = 40


@dataclass(frozen=True, slots=True)
class Published:
    """Hold what was written: the bytes, the document's id and the last change in them."""

    sha256: str
    uid: str
    number: int


@dataclass(frozen=True, slots=True)
class Order:
    """Say what to write where.

    Attributes:
        working_copy: the database to publish.
        target: the user's file, without symbolic links.
        session: who writes, which names the temporary file.
        expected: the SHA-256 that the target must have, None if it must not be there.
        overwrite: whether whatever is there may be replaced, after a backup.
    """

    working_copy: Path
    target: Path
    session: str
    expected: str | None
    overwrite: bool


@contextmanager
def prepared(order: Order) -> Iterator[tuple[Path, Published]]:
    """Write, seal and verify a temporary file beside the target; it is gone afterwards.

    Raises:
        SaveFailed: if it cannot be written.
    """
    _refuse_unusable(order.target)
    sweep(order.target, own=order.session)
    part = order.target.with_name(f".{order.target.name[:_NAME_SHOWN]}.saving-{order.session}")
    needed = _needed(order.working_copy)
    try:
        with save_errors.explained(order.target, needed):
            uid, number = _write(order.working_copy, part)
            files.sync(part)
            published = Published(files.sha256_of(part), uid, number)
        yield part, published
    finally:
        _remove(part)


def put(order: Order, part: Path, published: Published) -> None:
    """Put the prepared file in the place of the target, whose old version is kept.

    Raises:
        TargetChanged: if the target is not what it was when it was opened or last saved.
        SaveFailed: if it cannot be replaced.
    """
    target = order.target
    with save_errors.explained(target, part.stat().st_size):
        before = _stamp(target)
        if before is not None:
            _keep_old(order, published.uid)
            shutil.copymode(target, part)
        elif order.expected is not None and not order.overwrite:
            raise _gone(target)
        if _stamp(target) != before:
            raise _changed(target)
        files.replace(part, target)
        files.sync_folder(target.parent)
        if files.sha256_of(target) != published.sha256:
            raise save_errors.save_failed(
                target, _("It does not read back as it was written; the disk may be failing.")
            )


def sweep(target: Path, *, own: str) -> None:
    """Remove temporary files that saves of this target left when they were killed."""
    name = f".{target.name[:_NAME_SHOWN]}.saving-"
    try:
        for found in target.parent.iterdir():
            owner = found.name.removeprefix(name).partition("-")[0]
            if found.name.startswith(name) and _is_orphan(found, owner, own):
                found.unlink(missing_ok=True)
    except OSError:  # the save itself will say why the folder cannot be used
        return


def _is_orphan(found: Path, owner: str, own: str) -> bool:
    if owner == own:
        return True
    folder = paths.sessions_folder() / owner
    if owner and folder.is_dir():
        return not session.is_alive(folder)
    return time.time() - found.stat().st_mtime > _FOREIGN_ORPHAN_SECONDS


def _write(working_copy: Path, part: Path) -> tuple[str, int]:
    """Write a sealed copy of the database as it is now; return its id and last change.

    The seal is computed from the copy itself, so that edits may go on meanwhile.
    """
    _create(part)
    with closing(sqlite3.connect(working_copy, isolation_level=None)) as connection:
        connection.execute("VACUUM INTO ?", (str(part),))
    with closing(sqlite3.connect(part, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=MEMORY")  # nobody needs a half-written part
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("BEGIN IMMEDIATE")
        seal.write(connection)
        connection.execute("COMMIT")
        uid, number = connection.execute(
            "SELECT uid, (SELECT coalesce(max(number), 0) FROM change) FROM assessment"
        ).fetchone()
    _verify(part)
    return str(uid), int(number)


def _needed(working_copy: Path) -> int:
    """Return the bytes that a save may need, with a reserve for what the disk adds."""
    logs = sum(log.stat().st_size for log in files.siblings(working_copy))
    return (working_copy.stat().st_size + logs) * 11 // 10 + 100_000


def _create(part: Path) -> None:
    """Make the empty file, because the system says better than SQLite why it cannot."""
    with part.open("xb"):
        pass


def _verify(part: Path) -> None:
    """Read the copy again as its next reader will.

    Raises:
        sqlite3.DatabaseError: if it is not whole.
    """
    header = identity.header_of(part)
    if header is None or not header.rolls_back or header.application_id != identity.APPLICATION_ID:
        raise sqlite3.DatabaseError("the copy has a wrong header")
    with closing(sqlite3.connect(f"{part.as_uri()}?immutable=1", uri=True)) as connection:
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the copy is not whole")
        if seal.verify(connection):
            raise sqlite3.DatabaseError("the copy does not match its seal")


def _keep_old(order: Order, uid: str) -> None:
    """Keep the version that is about to be replaced, and see that it is the one expected."""
    if not order.overwrite and files.sha256_of(order.target) != order.expected:
        raise _changed(order.target) if order.expected else _exists(order.target)
    try:
        kept = backups.keep(uid, order.target)
    except OSError as error:
        reason = error.strerror or str(error)
        why = _("The version there could not be kept as a backup first: {reason}.")
        raise save_errors.save_failed(order.target, why.format(reason=reason)) from error
    if not order.overwrite and kept != order.expected:
        raise _changed(order.target)


def _refuse_unusable(target: Path) -> None:
    """Refuse a target that no file can take the place of.

    Raises:
        SaveFailed: if it is a folder, or another program's log would be read into the new file.
    """
    with save_errors.explained(target):
        target.parent.stat()
        if target.is_dir():
            raise save_errors.save_failed(
                target, _("There is a folder of that name."), _("Save it under another name.")
            )
        if target.exists() and not target.is_file():
            raise save_errors.save_failed(target, _("It is not a file but a device or a pipe."))
        if logs := files.siblings(target):
            raise save_errors.save_failed(
                target,
                _("Another program has it open or was interrupted: {logs} lies beside it.").format(
                    logs=_(", ").join(log.name for log in logs)
                ),
                _("Save it under another name; nothing beside the original is touched."),
            )


def _stamp(target: Path) -> tuple[int, int, int] | None:
    """Return what changes when a file is written or replaced, None if it is not there."""
    try:
        found = target.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _changed(target: Path) -> TargetChanged:
    return TargetChanged(
        _('"{name}" was changed by somebody else since it was opened here.').format(
            name=target.name
        ),
        hint=_(
            "Save under another name to keep both, or save once more to replace it; the other "
            "version is then kept as a backup."
        ),
    )


def _exists(target: Path) -> TargetChanged:
    return TargetChanged(
        _('There is a file "{name}" already.').format(name=target.name),
        hint=_("Save under another name, or replace it; it is then kept as a backup."),
    )


def _gone(target: Path) -> TargetChanged:
    return TargetChanged(
        _('"{name}" is no longer where it was; it was moved, renamed or deleted.').format(
            name=target.name
        ),
        hint=_("Save once more to write it there again, or save in another place."),
    )


def _remove(part: Path) -> None:
    """Remove a temporary file and its journal; what a pulled stick keeps is swept later."""
    for path in (part, part.with_name(f"{part.name}-journal")):
        with suppress(OSError):
            path.unlink(missing_ok=True)
