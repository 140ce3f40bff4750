"""Where Tab stops in what Qt treats as one control.

A container that hands its focus on to a part is a trap: Tab that comes to the container jumps
over all that stands before that part, or back to where it came from.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTabWidget


def enter_at_chosen(buttons: Iterable[QAbstractButton]) -> None:
    """Have Tab enter a choice of several at the one chosen, and leave it with the next press."""
    policy = Qt.FocusPolicy
    for button in buttons:
        button.setFocusPolicy(policy.StrongFocus if button.isChecked() else policy.ClickFocus)


def leave_focus_to_bar(tabs: QTabWidget) -> None:
    """Let only the bar of the tabs take the focus, not what holds bar and pages together."""
    tabs.setFocusProxy(None)  # type: ignore[arg-type]
    tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
