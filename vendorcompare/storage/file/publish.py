"""Saving: a whole, sealed and verified file takes the place of the old one in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from vendorcompare import files, paths
from vendorcompare.core.errors import TargetChanged
from vendorcompare.failures import Refused, said
from vendorcompare.i18n import _
from vendorcompare.storage.file import backups, save_errors, session
from vendorcompare.storage.sqlite.database import logs_beside

#: The share that is done, as far as can be told beforehand.
_WRITTEN, _SYNCED = 0.6, 0.8

Report = Callable[[float], object]


def unreported(_share: float) -> None:
    """Tell nobody how much is done."""


@dataclass(frozen=True, slots=True)
class Published:
    """Hold what was written: the bytes, and the last change in them."""

    sha256: str
    number: int


@dataclass(frozen=True, slots=True)
class Order:
    """Say what to write where.

    Attributes:
        write: fills a temporary file and returns the number of the last change in it.
        needed: the bytes that the disk may need, with a reserve for what it adds.
        target: the user's file, without symbolic links.
        session: who writes, which names the temporary file.
        expected: the SHA-256 that the target must have, None if it must not be there.
        overwrite: whether whatever is there may be replaced, after a backup.
        report: is told the share that is done, and may raise to give the save up.
    """

    write: Callable[[Path], int]
    needed: int
    target: Path
    session: str
    expected: str | None
    overwrite: bool
    report: Report = unreported


@contextmanager
def prepared(order: Order) -> Iterator[tuple[Path, Published]]:
    """Write, seal and verify a temporary file beside the target; it is gone afterwards.

    Raises:
        SaveFailed: if it cannot be written.
    """
    _refuse_unusable(order.target)
    sweep(order.target, own=order.session)
    part = files.beside(order.target, order.session)
    try:
        with save_errors.explained(order.target, order.needed):
            _create(part)
            order.report(0)
            number = order.write(part)
            order.report(_WRITTEN)
            files.sync(part)
            published = Published(files.sha256_of(part), number)
        order.report(_SYNCED)
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
            _keep_old(order, published.sha256)
        elif order.expected is not None and not order.overwrite:
            raise _gone(target)
        if _stamp(target) != before:
            raise _changed(target)
        files.put(part, target)
        if files.sha256_of(target) != published.sha256:
            raise save_errors.save_failed(
                target, _("It does not read back as it was written; the disk may be failing.")
            )


def sweep(target: Path, *, own: str) -> None:
    """Remove temporary files that saves of this target left when they were killed."""

    def is_orphan(found: Path, owner: str) -> bool:
        if owner == own:
            return True
        folder = paths.sessions_folder() / owner
        if owner and folder.is_dir():
            return not session.is_alive(folder)
        return files.is_old(found)

    files.sweep(target, is_orphan)


def write_again(version: Path, part: Path) -> int:
    """Write an earlier version once more, if it is still what was kept."""
    part.unlink()
    if not version.exists():
        raise Refused(_("The earlier version is not kept any more."), _("Choose another version."))
    if not backups.is_kept_as(version, files.copy(version, part)):
        raise Refused(
            _("The earlier version that was kept is damaged."), _("Choose another version.")
        )
    return 0


def needed(working_copy: Path) -> int:
    """Return the bytes that a save may need, with a reserve for what the disk adds."""
    logs = sum(log.stat().st_size for log in logs_beside(working_copy))
    return (working_copy.stat().st_size + logs) * 11 // 10 + 100_000


def _create(part: Path) -> None:
    """Make the empty file, because the system says better than SQLite why it cannot."""
    with part.open("xb"):
        pass


def _keep_old(order: Order, becoming: str) -> None:
    """Keep the version that is about to be replaced, and see that it is the one expected."""
    if not order.overwrite and files.sha256_of(order.target) != order.expected:
        raise _changed(order.target) if order.expected else _exists(order.target)
    try:
        kept = backups.keep(order.target, session=order.session, becoming=becoming)
    except OSError as error:
        why = _("The version there could not be kept as a backup first: {reason}.")
        raise save_errors.save_failed(order.target, why.format(reason=said(error))) from error
    if not order.overwrite and kept != order.expected:
        raise _changed(order.target)


def _refuse_unusable(target: Path) -> None:
    """Refuse a target that no file can take the place of.

    Raises:
        SaveFailed: if it is a folder, or another program's log would be read into the new file.
    """
    with save_errors.explained(target):
        target.parent.stat()
        files.refuse_unusable(target)
        if logs := logs_beside(target):
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
