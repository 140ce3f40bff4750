"""The cells of the score grid: how they are painted and how they are typed into."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.gui.grid.cell_editor import CellEditor
from vendorcompare.gui.grid.cell_painter import CellPainter
from vendorcompare.gui.look import theme

if TYPE_CHECKING:
    from vendorcompare.gui.grid.grid_view import GridView

Key = Qt.Key
Writer = Callable[[QModelIndex, str], object]
_MOVES: Final = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
}


class GridDelegate(QStyledItemDelegate):
    """Paint cells from pictures, and commit what is typed only if it is understood.

    Attributes:
        quick: whether the editor opened next was begun by typing.
        writer: takes an index and a text; raises UserError if it does not fit.

    Signals:
        refused(QModelIndex, str): what was typed into a cell does not fit, and why.
        accepted: what was typed fits, or was given up.
        finished(int, int): the editor is closed; how far to go down and to the right.
    """

    refused = Signal(QModelIndex, str)
    accepted = Signal()
    finished = Signal(int, int)

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._cells = CellPainter(view)
        self.quick = False
        self.writer: Writer | None = None

    def forget(self) -> None:
        """Throw the pictures away, after the colours or the font changed."""
        self._cells.pictures.forget()

    # painting

    def paint_area(self, painter: QPainter, area: QRect) -> None:
        """Paint all cells that touch an area of the viewport."""
        painter.fillRect(area, theme.colour("surface"))
        self._cells.paint_area(painter, area)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """Paint one cell, for whoever asks Qt's way."""
        box: QRect = option.rect
        pictures = self._cells.pictures
        pictures.prepare(painter.device().devicePixelRatioF())
        model: Any = index.model()
        look = model.look(index.row(), index.column())
        painter.drawPixmap(
            box.topLeft(), pictures.drawn(look, box.width(), box.height(), selected=False)
        )

    # typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Any) -> QWidget:
        editor = CellEditor(index, parent)
        editor.quick, self.quick = self.quick, False
        editor.textEdited.connect(self.accepted)
        return editor

    def setEditorData(self, editor: QWidget, index: Any) -> None:
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(editor.original)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Any) -> None:
        if isinstance(editor, CellEditor):
            self.commit(editor)

    def commit(self, editor: CellEditor) -> bool:
        """Hand over what was typed; what does not fit is told by the cell."""
        text, index = editor.text(), editor.place()
        if text == editor.original or not index.isValid() or self.writer is None:
            self.accepted.emit()
            return True
        try:
            self.writer(index, text)
        except UserError as error:
            self.refused.emit(index, error.sentences)
            return False
        editor.original = text
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
            self._finish(editor, -1 if back else 1, 0)
        elif key in (Key.Key_Tab, Key.Key_Backtab):
            forward = key == Key.Key_Tab and not back
            if held & Qt.KeyboardModifier.ControlModifier:
                if self._finish(editor, 0, 0):
                    self._view.leave(forward=forward)
            else:
                self._finish(editor, 0, 1 if forward else -1)
        elif editor.quick and key in _MOVES and not held & ~Qt.KeyboardModifier.KeypadModifier:
            self._finish(editor, *_MOVES[Key(key)])
        elif key == Key.Key_Escape:
            self.accepted.emit()
            return False
        else:
            return False
        return True

    def _finish(self, editor: CellEditor, down: int, right: int) -> bool:
        if not self.commit(editor):
            editor.selectAll()
            return False
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.finished.emit(down, right)
        return True
