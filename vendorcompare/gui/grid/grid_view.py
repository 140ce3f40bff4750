"""A table that is used like a spreadsheet: by keys, by blocks, and with an input method."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QElapsedTimer,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.document.reader.results import Ambiguous
from vendorcompare.gui.grid import grid_moves
from vendorcompare.gui.grid.block import Block
from vendorcompare.gui.grid.cell_editor import CellEditor
from vendorcompare.gui.grid.cell_hint import CellHint
from vendorcompare.gui.grid.cell_painter import selected_blocks
from vendorcompare.gui.grid.grid_delegate import GridDelegate, Writer
from vendorcompare.gui.look import theme

Key = Qt.Key
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_META: Final = Qt.KeyboardModifier.MetaModifier
_Select = QItemSelectionModel.SelectionFlag
_Trigger = QAbstractItemView.EditTrigger
#: Focus that goes for a moment only: to a menu, or to another window.
_PASSING: Final = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_LATE: Final = 200  # milliseconds in which a dropped composition may still be committed

Index = QModelIndex | QPersistentModelIndex


class GridView(QTableView):
    """Edit cells as spreadsheets do.

    Signals:
        moved: the current cell or the selection is another one.
        locked: somebody typed into a cell that cannot be edited.
        block_pasted: several cells were pasted while one was being typed.
    """

    moved = Signal()
    locked = Signal()
    block_pasted = Signal()

    def __init__(self, delegate: GridDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = (0, 0)
        self._dropped = QElapsedTimer()
        self._asked = QPersistentModelIndex()  # the cell of which the hint asks what is meant
        self._cells = delegate
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.hint = CellHint(self.viewport())
        self.hint.chosen.connect(self._on_meant)
        delegate.refused.connect(self._on_refused)
        delegate.accepted.connect(self.hint.dismiss)
        delegate.finished.connect(self._on_finished)
        delegate.left.connect(lambda forward: self.leave(forward=forward))
        delegate.pasted.connect(self._on_block_pasted)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)

    def set_writer(self, writer: Writer) -> None:
        """Have what is typed handed over to a function that raises UserError if it does not fit."""
        self._cells.writer = writer

    def block(self) -> Block | None:
        """Return the selected rectangle, or the current cell."""
        blocks = selected_blocks(self)
        if blocks:
            tops, lefts, bottoms, rights = zip(*blocks, strict=True)
            return Block(min(tops), min(lefts), max(bottoms), max(rights))
        index = self.currentIndex()
        if not index.isValid():
            return None
        return Block(index.row(), index.column(), index.row(), index.column())

    def go(self, row: int, column: int, *, extend: bool = False) -> None:
        """Make a cell the current one; `extend` selects from where the selection began."""
        model = self.model()
        if not (0 <= row < model.rowCount() and 0 <= column < model.columnCount()):
            return
        target = model.index(row, column)
        if not extend:
            self._anchor = (row, column)
        corner = model.index(*self._anchor)
        if not corner.isValid():
            corner = target
        selection = self.selectionModel()
        selection.setCurrentIndex(target, _Select.NoUpdate)
        selection.select(QItemSelection(corner, target), _Select.ClearAndSelect)
        self.scrollTo(target)
        if all(grid_moves.model_of(self).is_heading(above) for above in range(row)):
            self.scrollToTop()  # with the heading over the first row

    def select_everything(self) -> None:
        """Select all cells; the current one stays where it is."""
        last = self.model().index(self.model().rowCount() - 1, self.model().columnCount() - 1)
        everything = QItemSelection(self.model().index(0, 0), last)
        self.selectionModel().select(everything, _Select.ClearAndSelect)

    def step(self, down: int, right: int) -> None:
        """Go on to the next cell, passing over headings, and stay at the edge."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        target = grid_moves.stepped(self, row, column, down, right)
        self.go(*target)

    def editor(self) -> CellEditor | None:
        """Return the open editor, if there is one."""
        if self.state() != QAbstractItemView.State.EditingState:
            return None
        found = self.indexWidget(self.currentIndex())
        return found if isinstance(found, CellEditor) else None

    def finish_editing(self) -> None:
        """Commit what is being typed and close the editor, whether it fits or not."""
        editor = self.editor()
        if editor is None:
            return
        if editor.composing:
            editor.end_composition()
            super().inputMethodEvent(QInputMethodEvent())  # the table waits for a commit no more
            self._dropped.start()
        self._cells.commit(editor)
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def leave(self, *, forward: bool) -> None:
        """Give the focus to the control after the table, or before it."""
        self.setTabKeyNavigation(False)
        if forward:
            self.focusNextChild()
        else:
            self.focusPreviousChild()
        self.setTabKeyNavigation(True)

    def start_typing(self, text: str | None) -> None:
        """Open the editor with a text in place of what is there, or with what is there."""
        index = self.currentIndex()
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.locked.emit()
            return
        self._cells.quick = text is not None
        self.edit(index)
        editor = self.editor()
        if editor is not None and text is not None:
            editor.setText(text)

    # what Qt calls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        key, held = event.key(), event.modifiers()
        if key in (Key.Key_Tab, Key.Key_Backtab):
            self._on_tab(forward=key == Key.Key_Tab and not held & _SHIFT, leave=bool(held & _CTRL))
        elif key in (Key.Key_Return, Key.Key_Enter):
            self.step(-1 if held & _SHIFT else 1, 0)
        elif key in grid_moves.KEYS and not held & (_ALT | _META):
            here = self.currentIndex()
            target = grid_moves.target(self, here.row(), here.column(), key, far=bool(held & _CTRL))
            self.go(*target, extend=bool(held & _SHIFT))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_everything()
        elif key == Key.Key_F2:
            self.start_typing(None)
        elif key == Key.Key_Escape and self.hint.isVisible():
            self.hint.dismiss()
        elif _is_text(event):
            self.start_typing(event.text())
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        is_open = self.state() == QAbstractItemView.State.EditingState
        is_late = self._dropped.isValid() and self._dropped.elapsed() < _LATE
        if not is_open and is_late and not event.preeditString():
            return  # it was composed for the cell that was left
        if not is_open and event.commitString() and not event.preeditString():
            self.start_typing(event.commitString())  # Qt would open the editor and lose the text
            return
        # For a composition Qt opens the editor, passes it on, and moves the focus there only when
        # the first characters are committed, so that the composition is not interrupted.
        self._cells.quick = not is_open
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        held = event.modifiers()
        self.finish_editing()  # a composition leaves the focus, and so the entry, where it was
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._cells.quick = False
            if held & _SHIFT:
                self.go(index.row(), index.column(), extend=True)
                return
            self._anchor = (index.row(), index.column())
        super().mousePressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (current, previous):
            self.viewport().update(self.visualRect(index))
        self.moved.emit()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.moved.emit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        # Where to go next is decided here, and never by opening the next editor.
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        editor = self.editor()
        if editor is not None and editor.composing and event.reason() not in _PASSING:
            self.finish_editing()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if index.isValid():
            painter = QPainter(self.viewport())
            focused = self.hasFocus()
            width = 2 if focused else 1
            painter.setPen(QPen(theme.colour("accent" if focused else "line"), width))
            inset = width / 2
            box = QRectF(self.visualRect(index)).adjusted(inset, inset, -inset, -inset)
            painter.drawRect(box)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hint.dismiss()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if self.hint.isVisible():
            self.hint.move(self.hint.pos().x() + dx, self.hint.pos().y() + dy)

    def _on_tab(self, *, forward: bool, leave: bool) -> None:
        if leave:
            self.leave(forward=forward)
        else:
            self.step(0, 1 if forward else -1)

    def _on_block_pasted(self, editor: CellEditor) -> None:
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus()
        self.block_pasted.emit()

    def _on_refused(self, index: QModelIndex, error: UserError) -> None:
        choices = error.choices if isinstance(error, Ambiguous) else ()
        self._asked = QPersistentModelIndex(index)
        self.hint.show_at(self.visualRect(index), error.sentences, choices)

    def _on_meant(self, text: str) -> None:
        """Take one of the meanings that were offered for what was typed."""
        editor = self.editor()
        if editor is not None:
            editor.setText(text)
            self._cells.finish(editor, 1, 0)
        elif self._cells.write(self._asked, text):
            self.setFocus()
            self.step(1, 0)

    def _on_finished(self, down: int, right: int) -> None:
        self.setFocus()
        self.step(down, right)


def _is_text(event: QKeyEvent) -> bool:
    """Tell whether a key begins an entry; a space would only wipe out what is there."""
    held = event.modifiers()
    # AltGr is reported as Ctrl with Alt, and types characters.
    command = bool(held & _META) or bool(held & _CTRL) != bool(held & _ALT)
    text = event.text()
    return bool(text.strip()) and text.isprintable() and not command
