"""What stands around the pages: rail, header, notices, commands and the line at the foot."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from vendorcompare.core.errors import UserError
from vendorcompare.gui.commands import Needs
from vendorcompare.gui.files.documents import name_of
from vendorcompare.gui.forms.ui_main_window import Ui_MainWindow
from vendorcompare.gui.look import icons, plain
from vendorcompare.gui.notices.notice_bar import NoticeAction, NoticeBar
from vendorcompare.gui.pages import PAGES, PageSpec
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.window.actions import Actions
from vendorcompare.gui.window.header import Header
from vendorcompare.gui.window.rail import Rail, RailEntry
from vendorcompare.gui.window.status_line import StatusLine
from vendorcompare.gui.workspace import LastStep, Workspace
from vendorcompare.i18n import N_, _

_PAGE: Final = "window/page"
_FOLDED: Final = "window/rail_folded"
_SECONDS: Final = 8
_SPECS: Final = {spec.key: spec for spec in PAGES}


class Chrome(QObject):
    """Lay the pages of a document on a window, with all that helps to work on them."""

    def __init__(
        self, window: QMainWindow, form: Ui_MainWindow, workspace: Workspace, settings: QSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._form = form
        self._workspace = workspace
        self._settings = settings
        self._pages: dict[str, Page] = {}
        self.commands = Actions(window)
        self.page_menu = QMenu(window)
        self.rail = Rail([RailEntry(spec.key, spec.title, spec.icon) for spec in PAGES])
        self.header = Header()
        self.notices = NoticeBar()
        self.status = StatusLine()
        self._line = plain.hairline()
        window.setWindowIcon(icons.app_icon())
        self._page_actions = self._make_page_actions()
        self._lay_out()
        self._connect()
        self.rail.set_folded(str(settings.value(_FOLDED)) == "true")
        self.retranslate()
        self._on_opened()

    def page(self) -> str:
        """Return the key of the page on the screen, "" for the start page."""
        return "" if self._workspace.document is None else self.rail.page()

    def first_page(self) -> PageSpec:
        """Return the page that a document begins with: the one that was looked at last."""
        kept = str(self._settings.value(_PAGE) or "")
        return _SPECS.get(kept, PAGES[0])

    def show_page(self, key: str) -> None:
        """Go to a page of the open document."""
        if self._workspace.document is None or key not in _SPECS:
            return
        self._workspace.settle()
        if key not in self._pages:
            page = self._pages[key] = _SPECS[key].make(self._workspace)
            page.setObjectName(f"page_{key}")
            page.setAccessibleName(_(_SPECS[key].title))
            self._form.pages.addWidget(page)
        self.rail.set_page(key)
        self._page_actions[key].setChecked(True)
        page = self._pages[key]
        is_first_visit = page.focusWidget() is None
        self._form.pages.setCurrentWidget(page)
        beginning = page.beginning()
        if is_first_visit and beginning is not page and not self.rail.has_focus():
            beginning.setFocus()  # Qt would choose what comes first, not what one came for
        self._settings.setValue(_PAGE, key)

    def fold_rail(self) -> None:
        """Hide the words of the rail, or show them."""
        self.rail.set_folded(not self.rail.is_folded())

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self.commands.retranslate()
        self.page_menu.setTitle(_("Go to"))
        for key, action in self._page_actions.items():
            action.setText(_(_SPECS[key].title))
        for key, page in self._pages.items():
            page.setAccessibleName(_(_SPECS[key].title))
        self._refresh()

    def _lay_out(self) -> None:
        self._form.across.insertWidget(0, self.rail)
        for place, part in enumerate((self.header, self._line)):
            self._form.down.insertWidget(place, part)
        self.notices.float_over(self._form.central, self._form.pages)
        self._form.down.addWidget(self.status)

    def _make_page_actions(self) -> dict[str, QAction]:
        made = {}
        for number, spec in enumerate(PAGES, 1):
            action = self.page_menu.addAction(icons.icon(spec.icon), "")
            action.setObjectName(f"page.{spec.key}")
            action.setCheckable(True)
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(self._on_page_action)
            made[spec.key] = action
        return made

    def _connect(self) -> None:
        workspace = self._workspace
        self.header.follow(workspace)
        self.status.follow(workspace)
        self.rail.page_chosen.connect(self.show_page)
        self.rail.folded_changed.connect(self._on_folded)
        workspace.page_wanted.connect(self.show_page)
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(self._refresh)
        workspace.changed.connect(self.notices.recheck)
        workspace.filed.connect(self._refresh)
        workspace.noticed.connect(self._on_noticed)
        workspace.refused.connect(self._on_refused)

    def _on_opened(self) -> None:
        """Show the rail and the pages, or the start page."""
        is_open = self._workspace.document is not None
        for part in (self.rail, self.header, self._line, self.status):
            part.setVisible(is_open)
        self.notices.dismiss()
        for action in self._page_actions.values():
            action.setEnabled(is_open)
        self._refresh()
        if is_open:
            self.show_page(self.first_page().key)
            self._pages[self.page()].beginning().setFocus()  # no field is to swallow a stray key
        else:
            self._form.pages.setCurrentIndex(0)  # the start page

    def _refresh(self, _changes: object = None) -> None:
        """Show what the document is called and what can be done with it."""
        document = self._workspace.document
        if document is None:
            self._window.setWindowModified(False)
            self._window.setWindowTitle("VendorCompare")
        else:
            self._window.setWindowTitle(f"{name_of(document)}[*] — VendorCompare")
            self._window.setWindowModified(document.is_modified)
        present = set()
        if document is not None:
            present.add(Needs.DOCUMENT)
            history = document.history
            needs = {
                Needs.WRITABLE: not document.read_only,
                Needs.UNDO: history.can_undo,
                Needs.REDO: history.can_redo,
            }
            present |= {need for need, met in needs.items() if met}
            undo, redo = history.undo_label, history.redo_label
            self.commands["edit.undo"].setText(_step(N_("&Undo"), undo))
            self.commands["edit.redo"].setText(_step(N_("&Redo"), redo))
        self.commands.enable(frozenset(present))

    def _on_page_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.show_page(action.objectName().removeprefix("page."))

    def _on_folded(self, folded: bool) -> None:
        self._settings.setValue(_FOLDED, "true" if folded else "false")

    def _on_noticed(self, text: str, can_undo: bool) -> None:
        if not can_undo:
            self.notices.show_notice(text, (), "info", _SECONDS)
            return
        step = LastStep(self._workspace)
        undo = NoticeAction(_("Undo"), step.undo, step.is_last)
        self.notices.show_notice(text, (undo,), "info", _SECONDS)

    def _on_refused(self, error: UserError) -> None:
        words = error.sentences
        self.notices.show_notice(words, (), "warning")


def _step(verb: str, label: str) -> str:
    """Name a command of the Edit menu together with the step that it concerns."""
    if not label:
        return _(verb)
    return _("{verb}: {step}").format(verb=_(verb), step=label.replace("&", "&&"))
