"""The list of the earlier versions of a document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from vendorcompare.document.versions import EarlierVersion, last_step, said
from vendorcompare.gui.forms.ui_backups import Ui_BackupsDialog
from vendorcompare.gui.look import theme
from vendorcompare.i18n import _
from vendorcompare.typography import joined


class BackupsDialog(QDialog):
    """Let the user choose a version to open."""

    def __init__(self, versions: Sequence[EarlierVersion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions = versions
        self._form = Ui_BackupsDialog()
        self._form.setupUi(self)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self._open = self._form.buttons.addButton(_("&Open as..."), role)
        theme.set_look(self._open, "primary")
        self._open.clicked.connect(self.accept)
        for version in versions:
            words = joined(said(version), last_step(version))
            self._form.versions.addItem(f"{_headline(version)}\n{words}")
        self._form.versions.setVisible(bool(versions))
        self._form.nothing.setVisible(not versions)
        self._form.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._form.versions.setCurrentRow(0)
        self._form.versions.itemDoubleClicked.connect(self.accept)
        self._open.setEnabled(bool(versions))
        self._open.setDefault(True)

    def chosen(self) -> EarlierVersion | None:
        """Return the version that is marked."""
        row = self._form.versions.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None


def _headline(version: EarlierVersion) -> str:
    """Say when a version was kept, for whom it was made and what it is called."""
    when = f"{version.made_at.astimezone():%Y-%m-%d %H:%M}"
    names = [name for name in (version.buyer, version.title) if name.strip()]
    return f"{when}   {' · '.join(names)}".rstrip()
