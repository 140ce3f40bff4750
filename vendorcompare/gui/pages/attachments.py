"""Files kept as evidence: taking them in, and letting them out again safely.

A name in a document is only something to show: it was written by somebody else and may be
a path, a device, or pretend to be a picture.
"""

from __future__ import annotations

import mimetypes
import stat
import sys
import tempfile
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from vendorcompare import files
from vendorcompare.core.errors import InputError
from vendorcompare.document.edits.project import LARGEST_ATTACHMENT
from vendorcompare.i18n import _

#: What is shown by a program that runs nothing of it; all else is only saved.
OPENABLE: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".txt"})
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}
)
_LONGEST: Final = 120
_MARK_OF_THE_WEB: Final = "[ZoneTransfer]\r\nZoneId=3\r\n"


def safe_name(name: str) -> str:
    """Return a name that every system takes for a plain file, with its true ending."""
    last = PurePosixPath(PureWindowsPath(name.replace(":", "_")).name).name
    shown = "".join("_" if c in '<>:"/\\|?*' else c for c in last if _is_visible(c))
    shown = shown.strip(" .") or "attachment"
    stem, dot, ending = shown.rpartition(".")
    if (stem or ending).split(".")[0].strip().lower() in _DEVICES:
        shown = f"_{shown}"
    if len(shown) > _LONGEST and dot:
        return f"{shown[: _LONGEST - len(ending) - 1]}.{ending}"[-_LONGEST:]
    return shown[:_LONGEST]


def is_openable(name: str) -> bool:
    """Tell whether a file of this name may be opened by another program."""
    return Path(safe_name(name)).suffix.lower() in OPENABLE


def taken_in(path: Path) -> tuple[str, str, bytes]:
    """Read a file to be attached: its name, its media type and its bytes."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise InputError(
                _('"{name}" is not a file.').format(name=path.name), hint=_("Choose a file.")
            )
        if about.st_size > LARGEST_ATTACHMENT:
            raise InputError(
                _('"{name}" is larger than 50 MB.').format(name=path.name),
                hint=_("Attach a smaller file, such as the pages that matter."),
            )
        content = path.read_bytes()
    except OSError as error:
        raise InputError(
            _('"{name}" cannot be read: {reason}.').format(
                name=path.name, reason=error.strerror or error
            ),
            hint=_("Check that the file exists and that you may read it."),
        ) from None
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return path.name, media_type, content


class OpenedCopies:
    """Hold private, read-only copies of attachments for as long as they may be looked at."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def put(self, key: str, name: str, content: bytes) -> Path:
        """Write a copy and return where it is; asking again gives the same copy."""
        if not is_openable(name):
            raise ValueError("files of this kind are only saved")
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(
                prefix="vendorcompare-", ignore_cleanup_errors=True
            )
        folder = Path(self._folder.name) / safe_name(key)
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / safe_name(name)
        if not path.exists():
            with files.replaced(path) as part:  # never half a file, which would be shown again
                part.write_bytes(content)
                _mark_as_foreign(part)
            path.chmod(stat.S_IRUSR)
        return path

    def clear(self) -> None:
        """Remove all copies."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def save_as(path: Path, content: bytes) -> None:
    """Write an attachment where the user wants it; UserError says why it cannot be."""
    with files.replacing(path) as part:
        part.write_bytes(content)
        _mark_as_foreign(part)


def _mark_as_foreign(path: Path) -> None:
    """Have Windows treat the file as one that came by mail."""
    if sys.platform == "win32":
        Path(f"{path}:Zone.Identifier").write_text(_MARK_OF_THE_WEB, "ascii")


def _is_visible(character: str) -> bool:
    """Tell whether a character is seen as it stands; some turn the direction of the name."""
    return character.isprintable() and unicodedata.category(character) not in {"Cf", "Cc", "Co"}


def size_words(size: int) -> str:
    """Write the size of a file."""
    if size < 1024 * 1024:
        return _("{size} KB").format(size=max(1, round(size / 1024)))
    return _("{size} MB").format(size=f"{size / 1024 / 1024:.1f}")
