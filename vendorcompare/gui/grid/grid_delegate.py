"""How the cells of a grid are typed into."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.gui.grid.cell_editor import CellEditor

Key = Qt.Key
Writer = Callable[[QModelIndex, str], object]
_MOVES: Final = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
}


class GridDelegate(QStyledItemDelegate):
    """Commit what is typed only if it is understood.

    Attributes:
        quick: whether the editor opened next was begun by typing.
        writer: takes an index and a text; raises UserError if it does not fit.

    Signals:
        refused(QModelIndex, UserError): what was typed into a cell does not fit, and why.
        accepted: what was typed fits, or was given up.
        finished(int, int): the editor is closed; how far to go down and to the right.
        left(bool): the editor is closed, and the grid is to be left forward or back.
        pasted(CellEditor): a block, not a single value, is pasted into the editor.
    """

    refused = Signal(QModelIndex, object)
    accepted = Signal()
    finished = Signal(int, int)
    left = Signal(bool)
    pasted = Signal(CellEditor)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.quick = False
        self.writer: Writer | None = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Any) -> QWidget:
        editor = self.new_editor(parent, index)
        editor.quick, self.quick = self.quick, False
        editor.textEdited.connect(self.accepted)
        editor.block_pasted.connect(self.pasted)
        return editor

    def new_editor(self, parent: QWidget, index: Any) -> CellEditor:
        """Return the editor that suits a cell."""
        return CellEditor(index, parent)

    def setEditorData(self, editor: QWidget, index: Any) -> None:
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(editor.original)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Any) -> None:
        if isinstance(editor, CellEditor):
            self.commit(editor)

    def commit(self, editor: CellEditor) -> bool:
        """Hand over what was typed; what does not fit is told by the cell."""
        text = editor.text()
        if text == editor.original:
            self.accepted.emit()
            return True
        if not self.write(editor.place(), text):
            return False
        editor.original = text
        return True

    def write(self, index: QModelIndex | QPersistentModelIndex, text: str) -> bool:
        """Hand over a text for a cell; say whether it was understood."""
        place = index.model().index(index.row(), index.column()) if index.isValid() else None
        if place is not None and self.writer is not None:
            try:
                self.writer(place, text)
            except UserError as error:
                self.refused.emit(place, error)
                return False
        self.accepted.emit()
        return True

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        typing = pressed and isinstance(editor, CellEditor)
        if typing and self._on_key(editor, event):  # type: ignore[arg-type]  # both are checked
            return True
        return super().eventFilter(editor, event)

    def _on_key(self, editor: CellEditor, event: QKeyEvent) -> bool:
        """Return whether a key ended the entry, or would have if it were understood."""
        key, held = event.key(), event.modifiers()
        back = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key in (Key.Key_Return, Key.Key_Enter):
            self.finish(editor, -1 if back else 1, 0)
        elif key in (Key.Key_Tab, Key.Key_Backtab):
            forward = key == Key.Key_Tab and not back
            if held & Qt.KeyboardModifier.ControlModifier:
                if self.finish(editor, 0, 0):
                    self.left.emit(forward)
            else:
                self.finish(editor, 0, 1 if forward else -1)
        elif editor.quick and key in _MOVES and not held & ~Qt.KeyboardModifier.KeypadModifier:
            self.finish(editor, *_MOVES[Key(key)])
        elif key == Key.Key_Escape:
            self.accepted.emit()
            return False
        else:
            return False
        return True

    def finish(self, editor: CellEditor, down: int, right: int) -> bool:
        """Commit an entry and close its editor; say whether it was understood."""
        if not self.commit(editor):
            editor.selectAll()
            return False
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.finished.emit(down, right)
        return True
