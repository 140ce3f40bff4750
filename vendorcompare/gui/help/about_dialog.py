"""What this is, which version, and where everything lies."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

import vendorcompare
from vendorcompare import paths
from vendorcompare.gui.forms.ui_about import Ui_AboutDialog
from vendorcompare.gui.look import icons
from vendorcompare.i18n import _

_PARTS: Final = {
    "PySide6-Essentials": "LGPL-3.0",
    "SQLAlchemy": "MIT",
    "numpy": "BSD-3-Clause",
    "pyqtgraph": "MIT",
    "reportlab": "BSD-3-Clause",
    "pypdfium2": "Apache-2.0 / BSD-3-Clause",
    "pydantic": "MIT",
    "Babel": "BSD-3-Clause",
}
_ICON: Final = 56


class AboutDialog(QDialog):
    """Tell users, and those who help them, where to look."""

    def __init__(self, document: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = Ui_AboutDialog()
        self._form.setupUi(self)
        version = _("Version {version}").format(version=vendorcompare.__version__)
        self._form.version.setText(version)
        self._form.picture.setPixmap(icons.app_icon().pixmap(_ICON, _ICON))
        self._form.picture.setAccessibleName("VendorCompare")
        self._form.facts.setPlainText(facts(document))
        self._form.copy.clicked.connect(self._on_copy)
        self._form.folder.clicked.connect(self._on_folder)
        self._form.buttons.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._form.facts.toPlainText())

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.data_folder())))


def facts(document: Path | None) -> str:
    """Return versions, places and licences."""
    lines = [
        _("This document: {path}").format(path=document or _("not saved to a file yet")),
        _("Working copies, backups, settings: {path}").format(path=paths.data_folder()),
        _("Logs: {path}").format(path=paths.logs_folder()),
        "",
        f"VendorCompare {vendorcompare.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        _("VendorCompare is free software under the MIT licence. It is built on:"),
        *(f"{name} {_version(name)} ({licence})" for name, licence in _PARTS.items()),
        _("Font: Noto Sans and Noto Sans SC (OFL-1.1). Icons: Tabler Icons (MIT)."),
    ]
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""
