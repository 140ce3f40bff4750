"""What every page of the window has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from vendorcompare.gui.binding import Binding
from vendorcompare.gui.workspace import Workspace

if TYPE_CHECKING:
    from vendorcompare.document.document import Changes


class Page(QWidget):
    """Show one part of the open document, and stay silent while nobody looks.

    A page that is not visible only notes that it is out of date and catches up when it is
    shown, so that typing a score costs what the visible page costs.

    A page overrides `show_document` (fill everything anew), and, where that is too slow or
    would disturb the user, `show_changes` and `show_figures`. `forget_document` comes before
    another document is there. `retranslate` gives the page its words again after a switch of
    language; `finish_editing` commits a pending edit; `beginning` says where one starts to work.

    Attributes:
        bound: through which the page and its parts write into the document they show.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.bound = Binding(workspace)
        self._stale = True
        self._figures_stale = False
        self._later: list[QTimer] = []
        workspace.leaving.connect(self._on_leaving)
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(self._on_changed)
        workspace.computed.connect(self._on_computed)
        workspace.settling.connect(self._on_settling)

    def show_document(self) -> None:
        """Fill the page from the document that is open now."""

    def forget_document(self) -> None:
        """Drop what belongs to the document that is about to make room for another one."""

    def show_changes(self, changes: Changes) -> None:
        """Show what a step changed; by default everything is filled anew."""
        self.show_document()

    def show_figures(self) -> None:
        """Show what was computed anew, after one step or many."""

    def retranslate(self) -> None:
        """Give the page its words in the language of the interface."""

    def finish_editing(self) -> None:
        """Commit what is being typed, before the document is saved or printed."""

    def beginning(self) -> QWidget:
        """Return what has the focus at first: the page itself, which swallows no stray key.

        It is no focus proxy: with one, Tab would pass over all that stands before it.
        """
        return self

    def later(self, work: Callable[[], object], milliseconds: int = 0) -> QTimer:
        """Return a timer whose start has something done later, once for many starts.

        What is delayed is of the document that is open: it is dropped when that is left.
        """
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(work)
        self._later.append(timer)
        return timer

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._on_settling()
            self.retranslate()
            self._stale = True
            if self.isVisible():
                self._catch_up()

    def _catch_up(self) -> None:
        if self.workspace.document is None:
            return
        if self._stale:
            self._stale = self._figures_stale = False
            with self.bound.filling():
                self.show_document()
            self.show_figures()
        elif self._figures_stale:
            self._figures_stale = False
            self.show_figures()

    def _on_leaving(self) -> None:
        """Let nothing that was filled from this document, or waits to be done, reach the next."""
        for timer in self._later:
            timer.stop()
        for view in self.findChildren(QAbstractItemView):
            if view.state() == view.State.EditingState:
                view.reset()  # which drops the editor, unlike closing it
        self.forget_document()
        self.bound.loosen()
        self._stale = True

    def _on_opened(self) -> None:
        if self.isVisible():
            self._catch_up()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and not self._stale:
            self.show_changes(changes)
        else:
            self._stale = True

    def _on_settling(self) -> None:
        if self.bound.document is not None and not self._stale:
            self.finish_editing()

    def _on_computed(self) -> None:
        if self.isVisible() and not self._stale:
            self.show_figures()
        else:
            self._figures_stale = True
