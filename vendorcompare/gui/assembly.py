"""Everything behind the window: built once the first picture is on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from vendorcompare.gui.files.choosers import FileChooser
from vendorcompare.gui.files.documents import DocumentController
from vendorcompare.gui.files.exchange import Exchange
from vendorcompare.gui.files.recent import RecentFiles
from vendorcompare.gui.files.recent_menu import RecentMenu
from vendorcompare.gui.files.saver import Saver
from vendorcompare.gui.files.versions import Versions
from vendorcompare.gui.help.support import Support
from vendorcompare.gui.jobs import JobRunner, Pool
from vendorcompare.gui.notices.problems import Problems
from vendorcompare.gui.pages.start.page import StartPage
from vendorcompare.gui.preferences import PreferencesStore
from vendorcompare.gui.startup import Startup
from vendorcompare.gui.window.banners import Banners
from vendorcompare.gui.window.commands import Commands
from vendorcompare.gui.window.main_window import MainWindow
from vendorcompare.gui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Assembly:
    """Hold the objects that make up the running application."""

    window: MainWindow
    workspace: Workspace
    documents: DocumentController
    preferences: PreferencesStore
    recent: RecentFiles
    start: StartPage
    commands: Commands
    versions: Versions
    chooser: FileChooser
    problems: Problems


def build(app: QApplication, settings_file: Path, pool: Pool | None = None) -> Assembly:
    """Build the window and everything behind it; jobs run in a pool of threads, or in `pool`."""
    return complete(Startup(app, settings_file), pool)


def complete(startup: Startup, pool: Pool | None = None) -> Assembly:
    """Build everything behind a window, and connect what its start page offers."""
    window, preferences, recent, start = (
        startup.window,
        startup.preferences,
        startup.recent,
        startup.start,
    )
    workspace = Workspace(JobRunner(pool, startup.app), startup.app)
    window.complete(workspace)
    chooser = FileChooser(window, preferences.settings)
    problems = Problems(window)
    saver = Saver(workspace, recent, chooser, problems, window)
    documents = DocumentController(workspace, recent, chooser, problems, saver, window)
    exchange = Exchange(workspace, chooser, problems, window.notices, window)
    Banners(workspace, documents, saver, exchange, window.notices, window)
    support = Support(window, workspace, chooser)
    versions = Versions(window, workspace, documents, chooser, problems)
    commands = Commands(
        window, workspace, documents, saver, exchange, support, versions, preferences
    )
    menu = RecentMenu(recent, window)
    menu.chosen.connect(documents.open)
    window.fill_menus(menu)
    start.complete()
    start.template_chosen.connect(commands.new)
    start.file_chosen.connect(documents.open)
    start.open_wanted.connect(documents.ask_open)
    start.sample_wanted.connect(documents.open_sample)
    window.guard_close(documents.close)
    # Whoever drops a file waits until the drop is over, which must not last as long as a dialog.
    window.dropped.connect(commands.take_file, Qt.ConnectionType.QueuedConnection)
    return Assembly(
        window,
        workspace,
        documents,
        preferences,
        recent,
        start,
        commands,
        versions,
        chooser,
        problems,
    )
