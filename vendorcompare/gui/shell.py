"""Everything behind the window: built once the first picture is on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from vendorcompare.gui.banners import Banners
from vendorcompare.gui.choosers import FileChooser
from vendorcompare.gui.commands import Commands
from vendorcompare.gui.documents import DocumentController
from vendorcompare.gui.exchange import Exchange
from vendorcompare.gui.front import Front
from vendorcompare.gui.jobs import JobRunner, Pool
from vendorcompare.gui.main_window import MainWindow
from vendorcompare.gui.pages.start import StartPage
from vendorcompare.gui.preferences import PreferencesStore
from vendorcompare.gui.problems import Problems
from vendorcompare.gui.recent import RecentFiles
from vendorcompare.gui.recent_menu import RecentMenu
from vendorcompare.gui.support import Support
from vendorcompare.gui.versions import Versions
from vendorcompare.gui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Shell:
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


def build(app: QApplication, settings_file: Path, pool: Pool | None = None) -> Shell:
    """Build the window and everything behind it; jobs run in a pool of threads, or in `pool`."""
    return furnish(Front(app, settings_file), pool)


def furnish(front: Front, pool: Pool | None = None) -> Shell:
    """Build everything behind a window, and connect what its start page offers."""
    window, preferences, recent, start = front.window, front.preferences, front.recent, front.start
    workspace = Workspace(JobRunner(pool, front.app), front.app)
    window.furnish(workspace)
    chooser = FileChooser(window, preferences.settings)
    problems = Problems(window)
    documents = DocumentController(workspace, recent, chooser, problems, window)
    exchange = Exchange(workspace, chooser, problems, window.notices, window)
    Banners(workspace, documents, exchange, window.notices, window)
    support = Support(window, workspace, chooser)
    versions = Versions(window, workspace, documents, chooser, problems)
    commands = Commands(window, workspace, documents, exchange, support, versions, preferences)
    menu = RecentMenu(recent, window)
    menu.chosen.connect(documents.open)
    window.fill_menus(menu)
    start.template_chosen.connect(commands.new)
    start.file_chosen.connect(documents.open)
    start.open_wanted.connect(documents.ask_open)
    start.sample_wanted.connect(documents.open_sample)
    window.guard_close(documents.close)
    window.dropped.connect(commands.take_file)
    return Shell(
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
