"""What the commands of the menus do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from vendorcompare.gui import warm_up
from vendorcompare.gui.files.documents import DocumentController
from vendorcompare.gui.files.exchange import Exchange
from vendorcompare.gui.files.saver import Saver
from vendorcompare.gui.files.versions import Versions
from vendorcompare.gui.help.support import Support
from vendorcompare.gui.preferences import PreferencesStore
from vendorcompare.gui.window.main_window import MainWindow
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import Language

_FOREIGN: Final = frozenset({".json", ".csv", ".tsv", ".txt"})


class Commands(QObject):
    """Connect every command of the table with the object that carries it out."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        documents: DocumentController,
        saver: Saver,
        exchange: Exchange,
        support: Support,
        versions: Versions,
        preferences: PreferencesStore,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._documents = documents
        self._saver = saver
        self._exchange = exchange
        self._support = support
        self._versions = versions
        self._preferences = preferences
        window.commands.connect_all(self._handlers())

    def new(self, template: str = "") -> None:
        """Lead through the making of an assessment."""
        warm_up.finish("vendorcompare.storage.library.templates")
        from vendorcompare.gui.files.new_assessment_dialog import NewAssessmentDialog

        dialog = NewAssessmentDialog(template, self._preferences.current, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._documents.create(dialog.wishes())
        dialog.deleteLater()

    def take_file(self, path: Path) -> None:
        """Open a file that was dropped or double-clicked, or import what is not our own."""
        if path.suffix.lower() in _FOREIGN and self._workspace.document is not None:
            self._exchange.take_in(path)
        else:
            self._documents.open(path)

    def switch_language(self) -> None:
        """Switch between Chinese and English."""
        current = self._preferences.current
        other: Language = "en" if current.interface_language() == "zh" else "zh"
        self._preferences.set(replace(current, language=other))

    def choose_preferences(self) -> None:
        """Let the user choose how everything looks."""
        from vendorcompare.gui.window.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._preferences, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_keys(self) -> None:
        """Show the list of shortcuts."""
        from vendorcompare.gui.window.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._window)
        dialog.exec()
        dialog.deleteLater()

    def print(self) -> None:
        """Go to the page that shows the paper; there, print it."""
        self._workspace.settle()
        if self._window.page() == "report":
            self._workspace.print_wanted.emit()
        else:
            self._window.show_page("report")

    def _handlers(self) -> Mapping[str, Callable[[], object]]:
        documents, support = self._documents, self._support
        return {
            "file.new": self.new,
            "file.open": documents.ask_open,
            "file.sample": documents.open_sample,
            "file.save": self._saver.save,
            "file.save_as": self._saver.save_as,
            "file.save_copy": self._saver.save_copy,
            "file.backups": self._versions.show_backups,
            "file.import": self._exchange.ask_import,
            "file.export": self._exchange.ask_export,
            "file.print": self.print,
            "file.close": documents.close,
            "file.quit": self._window.close,
            "edit.undo": self._workspace.undo,
            "edit.redo": self._workspace.redo,
            "view.language": self.switch_language,
            "view.rail": self._window.chrome.fold_rail,
            "view.preferences": self.choose_preferences,
            "help.keys": self.show_keys,
            "help.log": support.save_report,
            "help.about": support.show_about,
        }
