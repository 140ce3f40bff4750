"""Moving bytes so that a crash, a full disk or a pulled stick leaves one whole version."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_CHUNK: Final = 1 << 20
#: Virus scanners and sync clients hold a file for moments; together about three seconds.
_RETRY_AFTER: Final = (0.1, 0.2, 0.5, 1.0, 1.2)


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


def write_atomically(path: Path, content: bytes) -> None:
    """Write a small file so that it is either the old or the new one."""
    part = path.with_name(f"{path.name}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    replace(part, path)
    sync_folder(path.parent)


def siblings(path: Path) -> list[Path]:
    """Return the logs that another program left beside a database, and may still need."""
    logs = (path.with_name(path.name + suffix) for suffix in ("-wal", "-journal"))
    return [log for log in logs if _has_content(log)]


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:  # not there, or of a name longer than a file can have
        return False


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
