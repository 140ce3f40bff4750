"""The menu of the files that were open before."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vendorcompare.gui.files.recent import RecentFiles, place
from vendorcompare.gui.look import icons, plain
from vendorcompare.gui.look.short_path import short_path
from vendorcompare.i18n import _

_LONGEST: Final = 44  # letters of a folder


class RecentMenu(QMenu):
    """List the recent files, those that are gone greyed out.

    Signals:
        chosen(Path): a file is to be opened.
    """

    chosen = Signal(object)

    def __init__(self, recent: RecentFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        self.setObjectName("recent_menu")
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self._fill)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setTitle(_("Open &recent"))

    def _fill(self) -> None:
        self.clear()
        paths = self._recent.paths()
        for number, path in enumerate(paths, 1):
            self._add(number, path)
        if not paths:
            self.addAction(_("No recent files")).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(_("&Clear the list")).triggered.connect(self._recent.clear)

    def _add(self, number: int, path: Path) -> None:
        there = path.exists()
        words = _("{name} – {folder}") if there else _("{name} – {folder} (not there)")
        folder = short_path(place(path), lambda shown: len(shown) <= _LONGEST)
        shown = words.format(name=path.name, folder=folder)
        action = QAction(f"&{number % 10} {plain.no_mnemonic(shown)}", self)
        action.setToolTip(plain.tool_tip(str(path)))
        action.setEnabled(there)
        if self._recent.is_pinned(path):
            action.setIcon(icons.icon("pin", "muted"))
        action.setData(str(path))
        action.triggered.connect(self._on_triggered)
        self.addAction(action)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Path(action.data()))
