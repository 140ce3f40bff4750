"""What happens when something goes wrong that nobody foresaw.

It is written down, told once with details that can be copied, and the session goes on:
every edit has been committed to the working copy, which is whole.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Final

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from vendorcompare import paths
from vendorcompare.core.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

LOG_NAME: Final = "vendorcompare.log"
FAULTS_NAME: Final = "faults.log"

_log: Final = logging.getLogger("vendorcompare")
_BYTES_OF_A_LOG: Final = 1_000_000
_HARMLESS: Final = "This plugin does not support"  # a platform says so at every window
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _LogFile(logging.Handler):
    """Write to rotating files, whose machinery is fetched with the first line."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler  # brings sockets and pickles along

            self._file = RotatingFileHandler(
                self._path, maxBytes=_BYTES_OF_A_LOG, backupCount=3, encoding="utf-8"
            )
            self._file.setFormatter(self.formatter)
        self._file.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


class CrashReporter(QObject):
    """Catch what nobody caught, on any thread, and in Qt.

    Signals:
        caught(str): something unforeseen was written to the log; the report comes with it.
    """

    caught = Signal(str)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faults: IO[str] | None = None
        self._handler: logging.Handler | None = None
        self._box: QMessageBox | None = None
        self._arrived.connect(self._on_arrived)  # which leads to the thread of the window

    def install(self) -> None:
        """Begin to catch, and to write to the log."""
        folder = paths.logs_folder()
        handler = _LogFile(folder / LOG_NAME)
        handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
        )
        self._handler = handler
        logging.getLogger().addHandler(handler)
        _log.setLevel(logging.INFO)
        self._faults = (folder / FAULTS_NAME).open("a", encoding="utf-8")
        faulthandler.enable(self._faults)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        """Leave everything as it was found."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
        self._handler = self._faults = None

    def report(self, error: BaseException) -> None:
        """Write a problem down and tell the user; may be called on any thread."""
        if not isinstance(error, UserError):
            _log.error("Unexpected problem", exc_info=error)
        self._arrived.emit(error)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        self.report(error.with_traceback(trace))

    def _on_thread_exception(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and not issubclass(found.exc_type, SystemExit):
            self.report(found.exc_value)

    @Slot(object)
    def _on_arrived(self, error: BaseException) -> None:
        """Tell about it later, and not inside the paint event or the drag that failed."""
        QTimer.singleShot(0, self, lambda: self._tell(error))

    def _tell(self, error: BaseException) -> None:
        """Tell about one problem at a time; the ones that follow are in the log."""
        from vendorcompare.gui.help import crash_box  # dialogs come late

        self.caught.emit("" if isinstance(error, UserError) else crash_box.details_of(error))
        if self._box is None:
            self._box = crash_box.box_for(error)
            self._box.finished.connect(self._on_box_closed)
            self._box.open()

    @Slot()
    def _on_box_closed(self) -> None:
        if self._box is not None:
            self._box.deleteLater()
            self._box = None


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    text = message or ""
    level = logging.DEBUG if text.startswith(_HARMLESS) else _LEVELS.get(kind, logging.WARNING)
    _log.getChild("qt").log(level, "%s", text)
