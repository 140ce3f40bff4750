"""The head of the window: which assessment, for whom, and what it says so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.core.parts import Part
from vendorcompare.gui.look import icons, plain, theme
from vendorcompare.gui.look.elided_label import ElidedLabel
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _, language, shown

if TYPE_CHECKING:
    from vendorcompare.document.document import Changes

_KINDS: Final = {  # the kind of a verdict → icon, colour
    "clear": ("good", "good"),
    "close": ("tie", "warning"),
    "none": ("info", "muted"),
}


class Header(QFrame):
    """Show the title, the buyer and the verdict in a few words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace: Workspace | None = None
        self._title = ElidedLabel("title")
        self._buyer = ElidedLabel("muted")
        self._symbol = plain.label()
        self._verdict = ElidedLabel("heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE * 3, theme.SPACE, theme.SPACE * 3, theme.SPACE)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._title)
        row.addSpacing(theme.SPACE)
        row.addWidget(self._buyer)
        row.addStretch(1)
        row.addWidget(self._symbol)
        row.addWidget(self._verdict)

    def follow(self, workspace: Workspace) -> None:
        """Show the document of a workspace from now on."""
        self._workspace = workspace
        workspace.opened.connect(self.refresh)
        workspace.changed.connect(self._on_changed)
        workspace.computed.connect(self.show_verdict)

    def refresh(self) -> None:
        """Show everything anew."""
        if self._workspace is None or self._workspace.document is None:
            return
        assessment = self._workspace.assessment
        self._title.set_whole(assessment.title or _("Untitled"))
        self._buyer.set_whole(assessment.buyer)
        self.show_verdict()

    def show_verdict(self) -> None:
        """Show what the ranking says now."""
        if self._workspace is None or self._workspace.document is None:
            return
        try:
            verdict = self._workspace.evaluation().verdict
        except UserError as error:
            self._show(_("No verdict yet"), error.message, "info", "muted")
            return
        icon, colour = _KINDS[verdict.kind.value]
        self._show(
            shown(verdict.short(language())), shown(verdict.sentence(language())), icon, colour
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.refresh()
        super().changeEvent(event)

    def _show(self, words: str, sentence: str, icon: str, colour: str) -> None:
        self._verdict.set_whole(words)
        self._verdict.setAccessibleDescription(sentence)
        plain.set_tool_tip(self._verdict, sentence)
        theme.set_look(self._verdict, colour)
        ratio = self.devicePixelRatioF()
        self._symbol.setPixmap(icons.pixmap(icon, colour, icons.SIZE, ratio))

    def _on_changed(self, changes: Changes) -> None:
        if self._workspace is not None and Part.PROJECT in changes.parts:
            self.refresh()
