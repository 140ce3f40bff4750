"""The files that were open before."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal

_FILES: Final = "recent/files"
_PINNED: Final = "recent/pinned"
_MOST: Final = 10


class RecentFiles(QObject):
    """Remember the last files, the pinned ones first, then the latest.

    Signals:
        changed: the list is another.
    """

    changed = Signal()

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def paths(self) -> tuple[Path, ...]:
        """Return the files, whether they are still there or not."""
        return (*self._read(_PINNED), *self._read(_FILES))

    def is_pinned(self, path: Path) -> bool:
        """Tell whether a file keeps its place at the top."""
        return path in self._read(_PINNED)

    def add(self, path: Path) -> None:
        """Put a file at the head of those that are not pinned."""
        path = path.absolute()
        if not self.is_pinned(path):
            others = [other for other in self._read(_FILES) if other != path]
            self._write(self._read(_PINNED), [path, *others][:_MOST])

    def pin(self, path: Path, pinned: bool) -> None:
        """Let a file keep its place at the top, or give it up."""
        kept, files = self._without(path)
        if pinned:
            self._write([*kept, path], files)
        else:
            self._write(kept, [path, *files][:_MOST])

    def remove(self, path: Path) -> None:
        """Forget a file."""
        self._write(*self._without(path))

    def clear(self) -> None:
        """Forget all files that are not pinned."""
        self._write(self._read(_PINNED), [])

    def _without(self, path: Path) -> tuple[list[Path], list[Path]]:
        pinned, files = self._read(_PINNED), self._read(_FILES)
        return [each for each in pinned if each != path], [each for each in files if each != path]

    def _read(self, key: str) -> list[Path]:
        kept = self._settings.value(key) or []
        names = [kept] if isinstance(kept, str) else list(kept)  # one entry comes back alone
        return [Path(str(name)) for name in names]

    def _write(self, pinned: list[Path], files: list[Path]) -> None:
        for key, paths in ((_PINNED, pinned), (_FILES, files)):
            self._settings.setValue(key, [str(path) for path in paths])
        self.changed.emit()


def place(path: Path) -> str:
    """Return the folder of a file as people write it, the home folder shortened."""
    folder = path.parent
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
