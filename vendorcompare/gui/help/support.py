"""Help: about, earlier versions, the diagnostic report."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QDialog, QWidget

import vendorcompare
from vendorcompare import files, paths
from vendorcompare.core.errors import UserError
from vendorcompare.gui.files.choosers import FileChooser
from vendorcompare.gui.help.crash import FAULTS_NAME, LOG_NAME
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _

_LAST_BYTES: Final = 200_000


class Support(QObject):
    """Show what helps users and those who look after them."""

    def __init__(self, window: QWidget, workspace: Workspace, chooser: FileChooser) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._chooser = chooser

    def show_about(self) -> None:
        """Show the version, and where everything lies."""
        from vendorcompare.gui.help.about_dialog import AboutDialog

        document = self._workspace.document
        _run(AboutDialog(None if document is None else document.path, self._window))

    def save_report(self) -> None:
        """Save what a supporter needs, without any content of a document."""
        suggestion = Path("vendorcompare-diagnostics.txt")
        title = _("Save diagnostic report")
        path = self._chooser.to_save(title, _("Text (*.txt)"), suggestion, "txt")
        if path is None:
            return
        try:
            files.write(path, report().encode())
        except UserError as error:
            self._workspace.noticed.emit(error.message, False)
            return
        self._workspace.noticed.emit(_('Saved as "{name}".').format(name=path.name), False)


def report() -> str:
    """Return versions and the ends of the logs; paths and content stay out of it."""
    parts = [
        f"VendorCompare {vendorcompare.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
    ]
    home = str(Path.home())
    for name in (LOG_NAME, FAULTS_NAME):
        file = paths.logs_folder() / name
        if file.is_file():
            tail = file.read_bytes()[-_LAST_BYTES:].decode("utf-8", "replace")
            parts += ["", f"--- {name}", tail.replace(home, "~")]
    return "\n".join(parts)


def _run(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
