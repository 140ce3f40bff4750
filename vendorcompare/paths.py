"""Where things lie: shipped resources and the folders that belong to the user."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

_APPLICATION: Final = "VendorCompare"
_PACKAGE: Final = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped resource.

    An installed package carries its resources inside itself, a checkout has them beside it.
    """
    inside = _PACKAGE / "resources"
    root = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def data_folder() -> Path:
    """Return the private folder for working copies, backups and logs, making it if needed.

    `VENDORCOMPARE_HOME` moves it, for tests and for running from a memory stick.

    Raises:
        OSError: if it cannot be made.
    """
    home = os.environ.get("VENDORCOMPARE_HOME")
    if home:
        folder = Path(home)
    else:
        import platformdirs  # not needed, and not paid for, where the folder is given

        try:
            folder = Path(platformdirs.user_data_dir(_APPLICATION, appauthor=False))
        except RuntimeError as error:
            raise FileNotFoundError(errno.ENOENT, "this account has no home folder") from error
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def sessions_folder() -> Path:
    """Return the folder of the working copies, one sub-folder for each open document."""
    return _made(data_folder() / "sessions")


def backups_folder() -> Path:
    """Return the folder of the backups that are made before a file is replaced."""
    return _made(data_folder() / "backups")


def logs_folder() -> Path:
    """Return the folder of the log files and crash reports."""
    return _made(data_folder() / "logs")


def settings_file() -> Path:
    """Return the file of the user's preferences."""
    return data_folder() / "settings.ini"


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
