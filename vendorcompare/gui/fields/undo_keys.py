"""Undo and redo in a field that has nothing of its own to take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

Keys = QKeySequence.StandardKey


def are_for_document(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Tell whether a field is asked about an undo or redo that it cannot do itself.

    Qt's fields claim these keys always; ignored, the event goes on to the document's own step.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = event.matches(Keys.Undo), event.matches(Keys.Redo)
    return (undo and not can_undo) or (redo and not can_redo)
