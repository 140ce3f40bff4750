"""The files that were open before."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal

_KEY: Final = "recent/files"
_MOST: Final = 10


class RecentFiles(QObject):
    """Remember the last files, the latest first.

    Signals:
        changed: the list is another.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def paths(self) -> tuple[Path, ...]:
        """Return the files, whether they are still there or not."""
        kept = self._settings.value(_KEY) or []
        names = [kept] if isinstance(kept, str) else list(kept)  # one entry comes back alone
        return tuple(Path(str(name)) for name in names)

    def add(self, path: Path) -> None:
        """Put a file at the head of the list."""
        path = path.absolute()
        self._write([path, *(other for other in self.paths() if other != path)][:_MOST])

    def remove(self, path: Path) -> None:
        """Forget a file."""
        self._write([other for other in self.paths() if other != path])

    def clear(self) -> None:
        """Forget all files."""
        self._write([])

    def _write(self, paths: list[Path]) -> None:
        self._settings.setValue(_KEY, [str(path) for path in paths])
        self.changed.emit()


def place(path: Path) -> str:
    """Return the folder of a file as people write it, the home folder shortened."""
    folder = path.parent
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
