"""What the first picture needs, and nothing else: the look, the window and its start page.

Nobody sees the rest before a few hundredths of a second have passed; `assembly` adds it then.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

import vendorcompare
from vendorcompare.gui import translator
from vendorcompare.gui.files.recent import RecentFiles
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.start.page import StartPage
from vendorcompare.gui.preferences import Preferences, PreferencesStore
from vendorcompare.gui.window.main_window import MainWindow


class Startup:
    """Build the window with its start page, in the preferred look and language."""

    def __init__(self, app: QApplication, settings_file: Path) -> None:
        app.setApplicationName("VendorCompare")
        app.setApplicationVersion(vendorcompare.__version__)
        app.setDesktopFileName("vendorcompare")
        self.app = app
        self.preferences = PreferencesStore(settings_file, app)
        look = _LookAndLanguage(app, self.preferences)
        look.wear(self.preferences.current)
        self.window = MainWindow(self.preferences.settings)
        self.recent = RecentFiles(self.preferences.settings, self.window)
        self.start = StartPage(self.recent)
        self.window.set_start_page(self.start)


class _LookAndLanguage(QObject):
    """Keep the look and the language as they are preferred."""

    def __init__(self, app: QApplication, preferences: PreferencesStore) -> None:
        super().__init__(preferences)
        self._app = app
        self._worn: Preferences | None = None
        preferences.changed.connect(self.wear)

    def wear(self, preferences: Preferences) -> None:
        """Apply what differs from what is worn."""
        before, self._worn = self._worn, preferences
        language = preferences.interface_language()
        if before is None or before.interface_language() != language:
            translator.switch_language(self._app, language)
        look = (preferences.scheme, preferences.text_size)
        if before is None or (before.scheme, before.text_size) != look:
            theme.apply_theme(self._app, preferences.scheme, preferences.text_size / 100)
