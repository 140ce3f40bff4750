"""Show what users and files say as text, never as markup.

Qt takes text that looks like HTML for HTML, and would load the picture that a vendor's
name asks for. It also takes `&` in a button for a shortcut.
"""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from vendorcompare.gui.look import theme


def label(text: str = "", look: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label that shows its text literally."""
    made = QLabel()
    made.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if look:
        theme.set_look(made, look)
    return made


def hairline() -> QFrame:
    """Make a thin horizontal line, which is how groups are told apart where space is not enough."""
    made = QFrame()
    made.setFixedHeight(1)
    theme.set_look(made, "hairline")
    return made


def button(text: str = "", look: str = "") -> QPushButton:
    """Make a push button whose text is fixed by us; its `&` marks a shortcut."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if look:
        theme.set_look(made, look)
    return made


def no_mnemonic(text: str) -> str:
    """Return a text for a button, tab or menu in which `&` is only an ampersand."""
    return text.replace("&", "&&")


def tool_tip(text: str) -> str:
    """Return a text for a tool tip that Qt will not read as markup."""
    if "<" not in text:  # without a tag Qt takes it literally
        return text
    import html  # rarely needed, and its table of entities is long

    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>'


def set_tool_tip(widget: QWidget, text: str) -> None:
    """Give a widget a literal tool tip."""
    widget.setToolTip(tool_tip(text))
