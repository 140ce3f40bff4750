"""The line in which a cell is typed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from vendorcompare.gui.grid import clipboard
from vendorcompare.i18n import _


class CellEditor(QLineEdit):
    """Hold what is typed into one cell until it is understood or given up.

    Attributes:
        quick: whether typing began it, so that the arrows go on to the next cell.
        original: what was there before.
        composing: what an input method shows without having committed it.

    Signals:
        block_pasted(CellEditor): several cells are pasted, which no single cell can take.
    """

    block_pasted = Signal(QLineEdit)

    def __init__(self, index: QModelIndex | QPersistentModelIndex, parent: QWidget) -> None:
        super().__init__(parent)
        self._index = QPersistentModelIndex(index)
        self.quick = False
        self.composing = ""
        self.original = str(index.data(Qt.ItemDataRole.EditRole) or "")
        self.setFrame(False)
        self.setMaxLength(10_000)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(_("Score"))
        self.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))

    def place(self) -> QModelIndex:
        """Return the cell, wherever it is by now."""
        return self._index.model().index(self._index.row(), self._index.column())

    def end_composition(self) -> None:
        """Have the input method commit what it shows; what it keeps back is dropped."""
        if not self.composing:
            return
        method = QGuiApplication.inputMethod()
        method.commit()
        if self.composing:
            method.reset()
            self.inputMethodEvent(QInputMethodEvent())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        paste = menu.findChild(QAction, "edit-paste")
        if isinstance(paste, QAction):
            paste.triggered.disconnect()
            paste.triggered.connect(self._paste)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _paste(self) -> None:
        block = clipboard.read(QGuiApplication.clipboard().text(), most_rows=2)
        if sum(map(len, block)) > 1:
            self.block_pasted.emit(self)
        else:
            self.paste()
