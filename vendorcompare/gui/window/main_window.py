"""The window: its menus, the start page, and room for the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from vendorcompare.gui.forms.ui_main_window import Ui_MainWindow
from vendorcompare.i18n import N_, _

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from vendorcompare.gui.notices.notice_bar import NoticeBar
    from vendorcompare.gui.window.actions import Actions
    from vendorcompare.gui.window.chrome import Chrome
    from vendorcompare.gui.window.header import Header
    from vendorcompare.gui.window.rail import Rail
    from vendorcompare.gui.window.status_line import StatusLine
    from vendorcompare.gui.workspace import Workspace

_GEOMETRY: Final = "window/geometry"
_TITLE_BAR: Final = 40  # what a desktop may put above a window, in pixels
_MENUS: Final = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "help": N_("&Help"),
}
MayClose = Callable[[Callable[[], object]], bool]
_TAKEN: Final = frozenset({".vcmp", ".json", ".csv", ".tsv", ".txt"})


class MainWindow(QMainWindow):
    """Show the start page, or the pages of the open document.

    At first there is only what the first picture shows; `complete` brings the rest.

    Signals:
        dropped(Path): a file was dropped on the window.
    """

    dropped = Signal(object)

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._may_close: MayClose = _yes
        self._chrome: Chrome | None = None
        self._form = Ui_MainWindow()
        self._form.setupUi(self)
        self._menus = {key: QMenu(self._form.menu_bar) for key in _MENUS}
        for menu in self._menus.values():
            self._form.menu_bar.addMenu(menu)
        kept = settings.value(_GEOMETRY)
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)
        self._retranslate()

    def fit(self) -> None:
        """Take the whole screen where the window would not fit on it with its title bar."""
        room = self.screen().availableSize()
        if self.width() > room.width() or self.height() + _TITLE_BAR > room.height():
            self.showMaximized()

    def complete(self, workspace: Workspace) -> None:
        """Bring in what stands around the pages, and show what a workspace opens."""
        from vendorcompare.gui.window.chrome import Chrome

        self._chrome = Chrome(self, self._form, workspace, self._settings)

    @property
    def chrome(self) -> Chrome:
        """What stands around the pages, once the window is complete."""
        if self._chrome is None:
            raise RuntimeError("the window is not complete")
        return self._chrome

    @property
    def commands(self) -> Actions:
        """The commands of the menus."""
        return self.chrome.commands

    @property
    def page_menu(self) -> QMenu:
        """The menu that goes to the pages."""
        return self.chrome.page_menu

    @property
    def rail(self) -> Rail:
        """The navigation beside the page."""
        return self.chrome.rail

    @property
    def header(self) -> Header:
        """The head with title, buyer and verdict."""
        return self.chrome.header

    @property
    def status(self) -> StatusLine:
        """The line at the foot."""
        return self.chrome.status

    @property
    def notices(self) -> NoticeBar:
        """The bar above the page."""
        return self.chrome.notices

    def set_start_page(self, page: QWidget) -> None:
        """Show a page while no document is open."""
        self._form.pages.addWidget(page)

    def guard_close(self, may_close: MayClose) -> None:
        """Ask before the window closes; it stays if the answer is no.

        Who says no may be about to say yes: what they are given closes the window then.
        """
        self._may_close = may_close

    def fill_menus(self, recent: QMenu) -> None:
        """Fill the menus of the menu bar."""
        submenus = {"file.recent": recent, "view.pages": self.page_menu}
        self.commands.fill(self._menus, submenus)

    def page(self) -> str:
        """Return the key of the page on the screen, "" for the start page."""
        return self.chrome.page()

    def show_page(self, key: str) -> None:
        """Go to a page of the open document."""
        self.chrome.show_page(key)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close(self.close):
            event.ignore()
            return
        self._settings.setValue(_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter the button that has the focus; Qt does so in dialogs only."""
        from PySide6.QtCore import Qt  # not before the first picture
        from PySide6.QtWidgets import QAbstractButton

        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QAbstractButton) and not event.isAutoRepeat():
            focused.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for key, menu in self._menus.items():
            menu.setTitle(_(_MENUS[key]))
        self._form.menu_bar.setAccessibleName(_("Menu bar"))
        if self._chrome is not None:
            self._chrome.retranslate()


def _dropped_file(event: QDropEvent) -> Path | None:
    """Return the one local file that is being dropped, or None."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        path = Path(urls[0].toLocalFile())
        return path if path.suffix.lower() in _TAKEN else None
    return None


def _yes(_close: Callable[[], object]) -> bool:
    return True
