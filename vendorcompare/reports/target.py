"""Writing a sheet so that a file is either the old one or the whole new one."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from vendorcompare.core.errors import UserError
from vendorcompare.i18n import _


def write_to(target: Path | BinaryIO, write: Callable[[BinaryIO], None]) -> None:
    """Write to a stream, or replace a file in one step.

    Raises:
        UserError: the file cannot be written; what stood there is untouched.
    """
    if not isinstance(target, Path):
        write(target)
        return
    try:
        _replace(target, write)
    except OSError as error:
        raise UserError(
            _('"{name}" could not be written: {reason}.').format(
                name=target.name, reason=error.strerror or type(error).__name__
            ),
            hint=_("Choose another folder, or close the program that has the file open."),
        ) from error


def _replace(target: Path, write: Callable[[BinaryIO], None]) -> None:
    # A link is followed, so that the file it points to is replaced and not the link.
    final = target.resolve()
    made = final.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with made.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            made.chmod(final.stat().st_mode & 0o777)
        made.replace(final)
    except BaseException:
        with contextlib.suppress(OSError):
            made.unlink()
        raise
