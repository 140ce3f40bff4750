"""Take what assistive technology puts into a line for typed.

Qt neither marks such text as modified nor says that editing is finished. Code that only shows
how things are therefore sets the text quietly, and every other change is the user's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit


def show_text(line: QLineEdit, text: str) -> None:
    """Set the text of a line without that looking like a user's entry."""
    with QSignalBlocker(line):
        line.setText(text)


def hear_text(line: QLineEdit, done: Callable[[], object]) -> None:
    """Mark text that came without the keyboard as modified; without the focus, it is finished."""

    def on_changed() -> None:
        if not line.isModified():
            line.setModified(True)
            if not line.hasFocus():
                done()

    line.textChanged.connect(on_changed)
