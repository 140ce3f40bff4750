"""Questions and problems: the one place where the application interrupts the user.

Every box says what happened, why, and what to do next; its details can be copied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

import vendorcompare
from vendorcompare.core.errors import UserError
from vendorcompare.gui.notices.message_box import message_box

Role = QMessageBox.ButtonRole


@dataclass(frozen=True, slots=True)
class Choice:
    """Offer one way out of a question; the words are already translated."""

    key: str
    words: str
    role: Role = Role.AcceptRole


CANCEL: Final = "cancel"


class Problems:
    """Tell about problems and ask questions in front of a window, if there is one yet."""

    def __init__(self, window: QWidget | None) -> None:
        self._window = window

    def tell(self, error: UserError, what: str = "") -> None:
        """Tell what went wrong and why, and wait until it is read."""
        words = "\n".join(part for part in (what, error.message) if part)
        box = self._box(QMessageBox.Icon.Warning, words, error.hint, _details(error))
        box.exec()
        box.deleteLater()

    def ask(
        self,
        question: str,
        hint: str,
        choices: Sequence[Choice],
        *,
        error: UserError | None = None,
    ) -> str:
        """Ask, and return the key of the choice, `CANCEL` for Esc.

        The first is offered, unless it destroys something.
        """
        icon = QMessageBox.Icon.Question if error is None else QMessageBox.Icon.Warning
        box = self._box(icon, question, hint, "" if error is None else _details(error))
        box.setStandardButtons(QMessageBox.StandardButton.Cancel)
        made: dict[QPushButton, str] = {}
        for choice in choices:
            made[box.addButton(choice.words, choice.role)] = choice.key
        if choices and choices[0].role is not Role.DestructiveRole:
            box.setDefaultButton(next(iter(made)))
        else:  # Enter is not to throw anything away
            box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        clicked = box.clickedButton()
        answer = next((key for button, key in made.items() if button is clicked), CANCEL)
        box.deleteLater()
        return answer

    def _box(self, icon: QMessageBox.Icon, text: str, hint: str, details: str) -> QMessageBox:
        box = message_box(self._window, icon, text, hint=hint, details=details)
        box.setWindowTitle("VendorCompare")
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return box


def _details(error: UserError) -> str:
    """Return what a supporter needs to know, for copying."""
    lines = [
        f"VendorCompare {vendorcompare.__version__}",
        f"{type(error).__name__}: {error.message}",
    ]
    if error.__cause__ is not None:
        lines.append(repr(error.__cause__))
    return "\n".join(lines)
