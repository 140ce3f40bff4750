"""Check buttons without that looking like a user's choice.

Assistive technology toggles a button without clicking it. What a user chooses is therefore
heard through `toggled`, and code that only shows how things are sets the button quietly.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton


def show_checked(button: QAbstractButton, checked: bool) -> None:
    """Check or uncheck a button without announcing it."""
    with QSignalBlocker(button):
        button.setChecked(checked)
