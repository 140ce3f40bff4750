"""The list of the earlier versions of a document."""

from __future__ import annotations

from collections import Counter
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
        for version, when in zip(versions, _moments(versions), strict=True):
            words = joined(said(version), last_step(version))
            self._form.versions.addItem(f"{when}   {_names(version)}".rstrip() + f"\n{words}")
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


def _moments(versions: Sequence[EarlierVersion]) -> list[str]:
    """Say when each version was kept, to the second where two are of one minute."""
    local = [version.made_at.astimezone() for version in versions]
    minutes = Counter(f"{each:%Y-%m-%d %H:%M}" for each in local)
    exact = any(count > 1 for count in minutes.values())
    return [f"{each:%Y-%m-%d %H:%M:%S}" if exact else f"{each:%Y-%m-%d %H:%M}" for each in local]


def _names(version: EarlierVersion) -> str:
    """Say for whom a version was made and what it is called."""
    return " · ".join(name for name in (version.buyer, version.title) if name.strip())
