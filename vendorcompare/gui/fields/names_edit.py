"""A line in which names are typed one after another, or pasted as a list."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vendorcompare.gui.fields.undo_keys import are_for_document

_BREAKS = re.compile(r"[\r\n\u2028\u2029\v]+")


class NamesEdit(QLineEdit):
    """Take names.

    Signals:
        names_given(list): Enter was pressed on a name, or a list was pasted.
    """

    names_given = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(100_000)
        self.returnPressed.connect(self._on_enter)
        self.textChanged.connect(self._on_changed)

    def event(self, event: QEvent) -> bool:
        undo, redo = self.isUndoAvailable(), self.isRedoAvailable()
        if are_for_document(event, can_undo=undo, can_redo=redo):
            event.ignore()
            return False
        return super().event(event)

    def _on_enter(self) -> None:
        names = names_of(self.text())
        if names:
            self.setText("")  # with what could be undone: undone, a list would be taken again
            self.names_given.emit(names)

    def _on_changed(self, text: str) -> None:
        """Notice a list however it came: by keys, from the menu, or dropped."""
        if len(names_of(text)) > 1 and _BREAKS.search(text):
            self._on_enter()


def names_of(text: str) -> list[str]:
    """Return the names of a list, one a line; of a block of cells, the first column."""
    lines = _BREAKS.split(text)
    firsts = (line.strip("\t ").split("\t")[0] for line in lines)
    return [" ".join(name.split()) for name in firsts if name.strip()]
