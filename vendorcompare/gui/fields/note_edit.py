"""A field for several lines that says when the user is done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from vendorcompare.gui.fields.undo_keys import are_for_document


class NoteEdit(QPlainTextEdit):
    """Take notes; Tab leaves the field, and so does undo where nothing was typed.

    Signals:
        editing_finished: the focus went elsewhere.
    """

    editing_finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        text = self.document()
        if are_for_document(
            event, can_undo=text.isUndoAvailable(), can_redo=text.isRedoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.editing_finished.emit()
