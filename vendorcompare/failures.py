"""Why the system did not write a file, in sentences a user can act on."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Final, NamedTuple

from vendorcompare.i18n import N_, _

_ELSEWHERE: Final = N_("Save it in another place; this file can be tried again later.")
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DENIED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE: Final = frozenset({errno.ENOENT, errno.ENODEV, errno.ESTALE, errno.ENXIO})
_BAD_NAME: Final = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})


#: What the system says in English, wherever it runs.
_SAID: Final = {
    errno.ENOENT: N_("it is not there"),
    errno.ENOTDIR: N_("what should be a folder is a file"),
    errno.EISDIR: N_("it is a folder"),
    errno.EEXIST: N_("a file of this name is in the way"),
    errno.EACCES: N_("this account may not do that"),
    errno.EPERM: N_("this account may not do that"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("it is a link that leads back to itself"),
    errno.EIO: N_("the disk does not answer as it should"),
}


class Reason(NamedTuple):
    """Hold a sentence that says why, and one that says what to do."""

    why: str
    hint: str


class Refused(OSError):
    """Report a file that is not replaced although the system would let it be."""

    def __init__(self, why: str, hint: str = "") -> None:
        super().__init__(errno.EPERM, why)
        self.reason = Reason(why, hint or _(_ELSEWHERE))


def reason(error: OSError | ValueError | RuntimeError, target: Path, needed: int = 0) -> Reason:
    """Explain why a file was not written; `needed` are the bytes that it would have had."""
    if isinstance(error, Refused):
        return error.reason
    number = error.errno if isinstance(error, OSError) else errno.EINVAL
    folder = target.parent
    if number in FULL:
        return disk_full(folder, needed)
    if number in _GONE:
        return Reason(
            _("The folder {folder} is not there; was a disk or share removed?").format(
                folder=folder
            ),
            _("Make it or connect it and save once more, or save in another place."),
        )
    if number in _DENIED:
        return Reason(
            _("This account may not write in the folder {folder}.").format(folder=folder),
            _("Save it in a folder of your own."),
        )
    if number in _BAD_NAME:
        return Reason(
            _("The name is too long for this disk, or has a character it does not know."),
            _("Save it under a shorter, simpler name."),
        )
    says = said(error) if isinstance(error, OSError) else str(error) or type(error).__name__
    return Reason(_("The system says: {reason}.").format(reason=says), _(_ELSEWHERE))


def said(error: OSError) -> str:
    """Say why the system refused something, in part of a sentence; our own words stay."""
    number = error.errno or 0
    if number in FULL:
        return _("the disk is full")
    if number in _SAID and error.strerror in (None, os.strerror(number)):
        return _(_SAID[number])
    return error.strerror or type(error).__name__


def disk_full(folder: Path, needed: int = 0) -> Reason:
    """Say which disk is full, and how much is missing where that is known."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        free = 0
    if needed:
        why = _("The disk at {folder} is full: {needed} needed, {free} free.").format(
            folder=folder, needed=megabytes(needed), free=megabytes(free)
        )
    else:
        why = _("The disk at {folder} is full.").format(folder=folder)
    return Reason(why, _("Free some space there and save once more, or save in another place."))


def elsewhere(why: str) -> Reason:
    """Advise to save in another place, where nothing better is known."""
    return Reason(why, _(_ELSEWHERE))


def megabytes(size: int) -> str:
    """Write a size for people."""
    return f"{size / 1_000_000:.1f} MB"
