"""Dialogs that ask for a file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QWidget

from vendorcompare import paths
from vendorcompare.i18n import _

_FOLDER: Final = "window/folder"


class FileChooser:
    """Ask for files, beginning in the folder that was used last."""

    def __init__(self, window: QWidget, settings: QSettings) -> None:
        self._window = window
        self._settings = settings

    @classmethod
    def of(cls, asking: QWidget) -> FileChooser:
        """Return a chooser for a page, which knows the same folder as that of the window."""
        settings = QSettings(str(paths.settings_file()), QSettings.Format.IniFormat)
        return cls(asking.window(), settings)

    def to_open(self, title: str, filters: str) -> Path | None:
        """Ask for a file that is there."""
        dialog = QFileDialog(self._window, title, str(self._folder()), filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._answer(dialog)

    def to_save(self, title: str, filters: str, suggestion: Path, suffix: str) -> Path | None:
        """Ask under which name to save; an existing file is asked about by the dialog."""
        dialog = QFileDialog(self._window, title, str(self._folder()), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        if suggestion.is_absolute():
            dialog.setDirectory(str(suggestion.parent))
        dialog.selectFile(suggestion.name)
        return self._answer(dialog)

    def _answer(self, dialog: QFileDialog) -> Path | None:
        _forbid_deleting(dialog)
        accepted = dialog.exec() and dialog.selectedFiles()
        path = Path(dialog.selectedFiles()[0]) if accepted else None
        dialog.deleteLater()
        if path is not None:
            self._settings.setValue(_FOLDER, str(path.parent))
        return path

    def _folder(self) -> Path:
        kept = Path(str(self._settings.value(_FOLDER) or ""))
        if kept.is_absolute() and kept.is_dir():
            return kept
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        usual = Path(QStandardPaths.writableLocation(documents))
        return usual if usual.is_dir() else Path.home()  # Qt would suggest a missing folder as file


def _forbid_deleting(dialog: QFileDialog) -> None:
    """Take the Delete key from Qt's own dialog, which removes files and whole folders with it.

    Nobody looks for that in a dialog that asks for a name; new folders can still be made.
    """
    for shortcut in dialog.findChildren(QShortcut):
        if shortcut.key() == QKeySequence("Delete"):
            shortcut.setEnabled(False)
    action = dialog.findChild(QAction, "qt_delete_action")
    if action is not None:
        action.setVisible(False)


def any_filter() -> str:
    """Return the name filter for files of every kind."""
    return _("All files (*)")


def document_filter() -> str:
    """Return the name filter for our own files."""
    return _("Assessments (*.vcmp)")


def safe_name(title: str) -> str:
    """Return a title as a file name that every system takes."""
    kept = "".join(" " if c in '<>:"/\\|?*' or not c.isprintable() else c for c in title)
    return " ".join(kept.split())[:80].strip(" .") or _("Untitled")
