"""What every page of the window has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from vendorcompare.gui.workspace import Workspace

if TYPE_CHECKING:
    from vendorcompare.document.document import Changes


class Page(QWidget):
    """Show one part of the open document, and stay silent while nobody looks.

    A page that is not visible only notes that it is out of date and catches up when it is
    shown, so that typing a score costs what the visible page costs.

    A page overrides `show_document` (fill everything anew), and, where that is too slow or
    would disturb the user, `show_changes` and `show_figures`. `forget_document` comes before
    another document is shown. `retranslate` gives the page its words again after a switch of
    language; `finish_editing` commits a pending edit; `beginning` says where one starts to work.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._stale = True
        self._figures_stale = False
        workspace.opened.connect(self._on_opened)
        workspace.changed.connect(self._on_changed)
        workspace.computed.connect(self._on_computed)
        workspace.settling.connect(self._on_settling)

    def show_document(self) -> None:
        """Fill the page from the document that is open now."""

    def forget_document(self) -> None:
        """Drop what belongs to the document that was open before; the next is there already."""

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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._stale = True
            if self.isVisible():
                self._catch_up()

    def _catch_up(self) -> None:
        if self.workspace.document is None:
            return
        if self._stale:
            self._stale = self._figures_stale = False
            self.show_document()
            self.show_figures()
        elif self._figures_stale:
            self._figures_stale = False
            self.show_figures()

    def _on_opened(self) -> None:
        self.forget_document()
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and not self._stale:
            self.show_changes(changes)
        else:
            self._stale = True

    def _on_settling(self) -> None:
        # What a page shows that is out of date may be of the document that was open before.
        if self.workspace.document is not None and not self._stale:
            self.finish_editing()

    def _on_computed(self) -> None:
        if self.isVisible() and not self._stale:
            self.show_figures()
        else:
            self._figures_stale = True
