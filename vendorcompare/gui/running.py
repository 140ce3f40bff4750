"""What goes on from the first picture to the end of the application."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEventLoop, QObject, QProcess, QTimer, Signal
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from vendorcompare.gui import warm_up
from vendorcompare.gui.assembly import Assembly, complete
from vendorcompare.gui.jobs import Ends, Progress
from vendorcompare.gui.pages import PAGES
from vendorcompare.gui.startup import Startup

if TYPE_CHECKING:
    from vendorcompare.core.rubric import Template

_WAIT_FOR_JOBS: Final = 10_000  # milliseconds, at the end
_REST: Final = 300  # milliseconds without work, before work begins that nobody asked for
#: The pages that most people go to next.
_LIKELY: Final = tuple(page.module for page in PAGES if page.key in ("overview", "scores"))


class Running(QObject):
    """Complete the window, fetch what is heavy, and tidy up at the end."""

    _warm = Signal()

    def __init__(self, startup: Startup) -> None:
        super().__init__(startup.app)
        self._application = complete(startup)
        startup.window.fit()
        first = startup.window.chrome.first_page()
        self._warm_up = warm_up.WarmUp(self._warm.emit, first.module)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._warm.connect(self._rest.start)
        self._rest.timeout.connect(self._count)
        self._application.workspace.opened.connect(self._put_off)
        self._listener: QObject | None = None
        self._application.workspace.opened.connect(lambda: QTimer.singleShot(_REST, self._listen))
        startup.app.commitDataRequest.connect(SessionEnd(self._application, self).on_request)

    def begin(self, files: list[Path]) -> None:
        """Open files, and look for what can be offered."""
        self._warm_up.start()
        if files:  # a window that was opened for a file has nothing to show where another does
            self._application.documents.found_elsewhere.connect(self._leave)
        self._application.versions.look_for_leftovers(files[0] if files else None)
        for path in files[1:]:  # a window for each document
            QProcess.startDetached(sys.executable, ["-m", "vendorcompare", str(path)])

    def take_file(self, path: Path) -> None:
        """Open a file that the desktop wants to be opened."""
        self._application.commands.take_file(path)

    def end(self) -> None:
        """Wait for what is still running."""
        self._warm_up.stop()
        self._application.workspace.jobs.stop(_WAIT_FOR_JOBS)

    def _listen(self) -> None:
        """Let other windows call this one, once there is something to call it for."""
        if self._listener is None:
            from vendorcompare.gui.files.other_window import CallListener

            self._listener = CallListener(self._application.workspace, self._application.window)

    def _leave(self) -> None:
        """Go, unless there is something here after all, such as edits to be recovered."""
        asked = QApplication.activeModalWidget() is not None
        if self._application.workspace.document is None and not asked:
            self._application.window.close()

    def _put_off(self) -> None:
        """Leave the processor to the page that is about to be shown."""
        if self._rest.isActive():
            self._rest.start()

    def _count(self) -> None:
        """Read the templates when nobody waits for anything; the cards say how much they hold."""
        jobs = self._application.workspace.jobs
        if jobs.is_busy():
            self._rest.start()
        else:
            jobs.start(_templates, Ends(self._application.start.show_counts))


class SessionEnd(QObject):
    """Treat the end of the desktop session as closing the window."""

    def __init__(self, application: Assembly, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application

    def on_request(self, manager: QSessionManager) -> None:
        """Ask where asking is allowed; else the working copy keeps every edit."""
        if not manager.allowsInteraction():
            self._application.workspace.settle()
            return
        documents = self._application.documents
        waiting = QEventLoop()
        documents.stayed.connect(waiting.quit)
        if not documents.close(waiting.quit) and documents.is_leaving():
            waiting.exec()  # until everything is written, or the user stays
        if self._application.workspace.document is not None:
            manager.cancel()
        manager.release()


def _templates(_progress: Progress) -> tuple[Template, ...]:
    warm_up.finish("vendorcompare.storage.library.templates", *_LIKELY)
    from vendorcompare.storage.library.templates import templates

    return templates()
