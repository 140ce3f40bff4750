"""The list of the earlier versions of a document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from vendorcompare.gui.forms.ui_backups import Ui_BackupsDialog
from vendorcompare.i18n import _
from vendorcompare.storage.backups import Backup


class BackupsDialog(QDialog):
    """Let the user choose a version to open."""

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backups = backups
        self._form = Ui_BackupsDialog()
        self._form.setupUi(self)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self._open = self._form.buttons.addButton(_("&Open as a new file..."), role)
        self._open.clicked.connect(self.accept)
        for backup in backups:
            when = f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}"
            size = f"{max(backup.size // 1000, 1)} kB"
            self._form.versions.addItem(_("{when}, {size}").format(when=when, size=size))
        self._form.versions.setVisible(bool(backups))
        self._form.nothing.setVisible(not backups)
        self._form.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._form.versions.setCurrentRow(0)
        self._form.versions.itemDoubleClicked.connect(self.accept)
        self._open.setEnabled(bool(backups))
        self._open.setDefault(True)

    def chosen(self) -> Backup | None:
        """Return the version that is marked."""
        row = self._form.versions.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None
