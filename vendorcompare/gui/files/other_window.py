"""How a second window calls the one that already has a file open.

Every open document listens on a local socket named after its session. Nothing is said over
it: whoever connects is let in, and the window comes to the front.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication, QWidget

from vendorcompare.gui.workspace import Workspace

_PATIENCE: Final = 2000  # milliseconds; a window that does not answer by then may be stuck
_HERE: Final = b"here"
#: Where the system has names without files, a crash leaves none behind.
_OPTIONS: Final = (
    QLocalServer.SocketOption.AbstractNamespaceOption | QLocalServer.SocketOption.UserAccessOption
)
_CALLER_OPTIONS: Final = QLocalSocket.SocketOption.AbstractNamespaceOption


class CallListener(QObject):
    """Answer for the open document, and bring its window to the front."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(_OPTIONS)
        self._server.newConnection.connect(self._answer)
        workspace.opened.connect(self._listen)
        self._listen()

    def _listen(self) -> None:
        self._server.close()
        document = self._workspace.document
        if document is not None:
            name = _name(document.session)
            QLocalServer.removeServer(name)  # a file, elsewhere, that a crash left
            self._server.listen(name)

    def _answer(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.write(_HERE)
            caller.disconnectFromServer()
            _come_forward(self._window)


class Call(QObject):
    """Call the window of a session, once.

    Signals:
        answered(bool): it came forward, or nobody was there to hear it.
    """

    answered = Signal(bool)

    def __init__(self, session: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caller = QLocalSocket(self)
        self._caller.setSocketOptions(_CALLER_OPTIONS)
        self._caller.readyRead.connect(self._on_answer)
        self._caller.errorOccurred.connect(self._on_silence)
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._on_silence)
        self._session = session
        self._ended = False

    def call(self) -> None:
        """Call, and tell `answered` a little later."""
        self._timer.start()
        self._caller.connectToServer(_name(self._session))

    def _on_answer(self) -> None:
        self._end(came=self._caller.readAll().data() == _HERE)

    def _on_silence(self) -> None:
        self._end(came=False)

    def _end(self, *, came: bool) -> None:
        if self._ended:  # who answers also hangs up, which is an error of its own
            return
        self._ended = True
        self._timer.stop()
        self.answered.emit(came)
        self.deleteLater()


def _come_forward(window: QWidget) -> None:
    """Bring a window to the front, as far as the desktop lets a window do that itself."""
    state = window.windowState() & ~Qt.WindowState.WindowMinimized
    window.setWindowState(state | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)


def _name(session: str) -> str:
    return f"vendorcompare-{session}"
