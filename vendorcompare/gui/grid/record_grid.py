"""A grid of records: each column has its own kind of text, and rows can be begun and deleted."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.gui.commands import Scope, actions, commands, name_all
from vendorcompare.gui.grid import clipboard
from vendorcompare.gui.grid.cell_editor import CellEditor
from vendorcompare.gui.grid.choice_editor import ChoiceEditor, FieldEditor
from vendorcompare.gui.grid.frozen_column import FrozenColumn
from vendorcompare.gui.grid.grid_delegate import GridDelegate
from vendorcompare.gui.grid.grid_view import GridView
from vendorcompare.gui.grid.items import Index
from vendorcompare.gui.grid.outcome import BlockOutcome
from vendorcompare.gui.grid.record_editing import RecordEditing
from vendorcompare.gui.grid.record_model import CHOICES, RecordModel
from vendorcompare.gui.look.padded_cell import PaddedCellPainter

Key = Qt.Key
_ROW_HEIGHT: Final = 32
_MOST_ROWS: Final = 2000
_ENSURE_VISIBLE: Final = QAbstractItemView.ScrollHint.EnsureVisible


class RecordDelegate(GridDelegate):
    """Paint cells from their roles, and offer choices where only certain things can be typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._painter = PaddedCellPainter()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        self._painter.paint(painter, option, index)

    def new_editor(self, parent: QWidget, index: Any) -> CellEditor:
        choices = index.data(CHOICES)
        if not choices:
            return FieldEditor(index, parent)
        editor = ChoiceEditor(index, choices, parent)
        editor.completer().activated.connect(editor.setFocus)
        QTimer.singleShot(0, editor, editor.offer)
        return editor


class RecordGrid(GridView):
    """Edit records as rows of a spreadsheet.

    Signals:
        told(BlockOutcome): a block was written; some of it may not have been understood.
        refused(UserError): a block could not be written.
        rows_unwanted: the user asked to delete the selected rows.
    """

    told = Signal(object)
    refused = Signal(object)
    rows_unwanted = Signal()

    _frozen: FrozenColumn | None = None  # known to the class: Qt scrolls while it is being built

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RecordDelegate(), parent)
        self.block_pasted.connect(self.paste)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        does = {
            command.name: getattr(self, command.name) for command in commands(Scope.RECORD_GRIDS)
        }
        self._menu = actions(Scope.RECORD_GRIDS, self, does)
        self._editing: RecordEditing[Any] | None = None
        self.retranslate()

    def set_records(self, model: RecordModel[Any]) -> None:
        """Show records, and edit them."""
        self.setModel(model)
        self._editing = RecordEditing(model)
        self.set_writer(self._editing.type_into)

    def freeze_first_column(self) -> None:
        """Keep the first column in sight; to be asked once, after the records are set."""
        self._frozen = FrozenColumn(self)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _ENSURE_VISIBLE) -> None:
        super().scrollTo(index, hint)
        if self._frozen is None or self._frozen.isHidden() or index.column() == 0:
            return
        covered = self._frozen.width() - self.visualRect(index).left()
        if covered > 0:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - covered)

    def retranslate(self) -> None:
        """Give the actions their words in the language of the interface."""
        name_all(self._menu.values())

    def rows_chosen(self) -> list[int]:
        """Return the rows in which anything is selected."""
        block = self.block()
        return [] if block is None else list(range(block.top, block.bottom + 1))

    def start_typing(self, text: str | None) -> None:
        super().start_typing(text)
        editor = self.editor()
        if text is not None and isinstance(editor, ChoiceEditor):
            editor.offer()

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as spreadsheets do."""
        block = self.block()
        if block is not None and self._editing is not None:
            QGuiApplication.clipboard().setText(clipboard.written(self._editing.texts(block)))

    def copy_heads(self) -> None:
        """Put the selected cells on the clipboard with the names of their rows and columns."""
        block, model = self.block(), self.model()
        if block is None or self._editing is None:
            return
        rows = self._editing.texts(block)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        head = [model.headerData(c, across) for c in range(block.left, block.right + 1)]
        names = [model.headerData(row, down) for row in self._editing.rows(block)]
        named = [[str(name or ""), *cells] for name, cells in zip(names, rows, strict=True)]
        table = [["", *map(str, head)], *named]
        QGuiApplication.clipboard().setText(clipboard.written(table))

    def go_to_problem(self) -> None:
        """Go to the next cell with which something is wrong."""
        model: Any = self.model()
        found = model.next_problem(self.currentIndex().row(), self.currentIndex().column())
        if found is not None:
            self.setFocus()
            self.go(*found)

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Write what is on the clipboard from the selected cell on."""
        texts = clipboard.read(QGuiApplication.clipboard().text(), _MOST_ROWS)
        self._do("paste", texts)

    def fill_down(self) -> None:
        """Repeat the first row of the selection in the others."""
        self._do("fill_down")

    def clear(self) -> None:
        """Empty the selected cells, or delete the rows if all of them are selected."""
        block = self.block()
        if block is not None and block.right - block.left + 1 == self.model().columnCount():
            self.rows_unwanted.emit()
        else:
            self.clear_cells()

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        self._do("clear")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Key.Key_Down and alt:
            self.start_typing(None)
        elif event.key() == Key.Key_Backspace and not self.editor():
            self.clear()
        else:
            super().keyPressEvent(event)

    def rowsInserted(self, parent: Index, first: int, last: int) -> None:
        super().rowsInserted(parent, first, last)
        if self.hasFocus():  # what was pasted pushes the cell of whoever pasted out of sight
            self.scrollTo(self.currentIndex())

    def currentChanged(
        self,
        current: Index,
        previous: Index,
    ) -> None:
        super().currentChanged(current, previous)
        self.hint.dismiss()

    def _do(self, verb: str, *arguments: Any) -> None:
        block = self.block()
        model: Any = self.model()
        if block is None or self._editing is None:
            return
        if model.locked:
            self.locked.emit()
            return
        try:
            outcome: BlockOutcome = getattr(self._editing, verb)(block, *arguments)
        except UserError as error:
            self.refused.emit(error)
        else:
            self.told.emit(outcome)
