"""The application: shows the first picture as soon as it can, then brings in the rest."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from vendorcompare import paths
from vendorcompare.gui.help.crash import CrashReporter
from vendorcompare.gui.look import theme
from vendorcompare.gui.startup import Startup
from vendorcompare.i18n import _

if TYPE_CHECKING:
    from vendorcompare.gui.running import Running


class Application(QApplication):
    """Hear of files that the desktop wants to be opened.

    Signals:
        file_wanted(Path): a file was double-clicked, where the system tells it this way.
    """

    file_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__([sys.argv[0], *theme.style_arguments()])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FileOpen and event.file():  # type: ignore[attr-defined]
            self.file_wanted.emit(Path(event.file()))  # type: ignore[attr-defined]
            return True
        return super().event(event)


class Opening(QObject):
    """Show the window, and begin the session once it is on the screen."""

    def __init__(self, startup: Startup, files: list[Path]) -> None:
        super().__init__(startup.app)
        self._startup = startup
        self._files = files
        self._running: Running | None = None
        startup.window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.begin)
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """Bring in everything that the first picture could do without."""
        from vendorcompare.gui.running import Running

        self._running = Running(self._startup)
        self._running.begin(self._files)

    def take_file(self, path: Path) -> None:
        """Open a file that the desktop wants to be opened, now or as soon as it is possible."""
        if self._running is None:
            self._files.append(path)
        else:
            self._running.take_file(path)

    def end(self) -> None:
        """Wait for what is still running."""
        if self._running is not None:
            self._running.end()


def run(files: list[Path]) -> int:
    """Show the window, open files, and return the exit status when it is closed."""
    _prepare_environment()
    app = Application()
    if not has_place():
        return 1
    crash = CrashReporter(app)
    crash.install()
    startup = Startup(app, paths.settings_file())
    opening = Opening(startup, files)
    app.file_wanted.connect(opening.take_file)
    startup.window.show()
    status = app.exec()
    opening.end()
    crash.uninstall()
    return status


def has_place() -> bool:
    """Say whether the application may write in its own folder, and tell the user if not.

    Without one, no edit would be safe from a crash.
    """
    try:
        folder = paths.logs_folder()
        if not os.access(folder, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    except OSError as error:
        from vendorcompare.gui.notices.problems import Problems
        from vendorcompare.storage.file.save_errors import no_working_copy

        Problems(None).tell(no_working_copy(error), _("VendorCompare cannot start."))
        return False
    return True


def _prepare_environment() -> None:
    """Set what libraries read from the environment when they are loaded."""
    # Nothing here is large enough for a second thread, and a waiting one keeps a core busy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Let people type Chinese where the input method is fcitx: Qt brings only ibus along.
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"
