"""Editors of cells of records: a line, or a list where only certain things can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QListView, QWidget

from vendorcompare.gui.grid.cell_editor import CellEditor

_COMMITTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class FieldEditor(CellEditor):
    """Hold what is typed into one cell of a record."""

    def __init__(self, index: QModelIndex | QPersistentModelIndex, parent: QWidget) -> None:
        super().__init__(index, parent)
        model = index.model()
        head = model.headerData(index.column(), Qt.Orientation.Horizontal)
        self.setAccessibleName(str(head))
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        self.setAlignment(side if side is not None else Qt.AlignmentFlag.AlignLeft)


class ChoiceEditor(FieldEditor):
    """Offer the choices that contain what is typed; all of them before anything is typed.

    Typing beats searching in a list: the name of a choice can be typed with an input method,
    and Enter and Tab do what they do in every other cell.
    """

    def __init__(
        self,
        index: QModelIndex | QPersistentModelIndex,
        choices: list[str],
        parent: QWidget,
    ) -> None:
        super().__init__(index, parent)
        completer = QCompleter(choices, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(14)
        self.setCompleter(completer)
        self._popup = QListView()
        completer.setPopup(self._popup)
        self._popup.setMinimumWidth(160)
        self._popup.installEventFilter(self)

    def offer(self) -> None:
        """Show the choices that fit what is typed, or all of them where nothing was changed."""
        completer = self.completer()
        completer.setCompletionPrefix("" if self.text() == self.original else self.text())
        completer.complete()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self._popup and is_key and event.key() in _COMMITTING:  # type: ignore[attr-defined]
            self._take_over()
            QApplication.sendEvent(self, event)
            return True
        return super().eventFilter(watched, event)

    def _take_over(self) -> None:
        """Type the choice that is highlighted, or the only one that is left."""
        completer, chosen = self.completer(), self._popup.currentIndex()
        if chosen.isValid():
            self.setText(str(chosen.data()))
        elif completer.completionCount() == 1 and self.text():
            self.setText(completer.currentCompletion())
        self._popup.hide()
