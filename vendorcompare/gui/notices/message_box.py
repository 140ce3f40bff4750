"""Message boxes that show what users and files say as text, never as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget


def message_box(
    parent: QWidget | None,
    icon: QMessageBox.Icon,
    text: str,
    *,
    hint: str = "",
    details: str = "",
    buttons: QMessageBox.StandardButton = QMessageBox.StandardButton.Ok,
) -> QMessageBox:
    """Make a message box that shows literally what happened, what to do next, and details."""
    made = QMessageBox(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setIcon(icon)
    made.setText(text)
    made.setInformativeText(hint)
    made.setDetailedText(details)
    made.setStandardButtons(buttons)
    for part in made.findChildren(QLabel):  # the informative text does not follow the format
        part.setTextFormat(Qt.TextFormat.PlainText)
    return made
