"""Typing into a tree or table whose model may refuse: what does not fit stays to be mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vendorcompare.gui.grid.cell_hint import CellHint
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.focus_ring import draw_ring
from vendorcompare.i18n import _

_ROW = 28
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineDelegate(QStyledItemDelegate):
    """Edit cells in a line, and draw a hairline under every row.

    Signals:
        entered: Enter ended an entry that fits.
        typing: what was typed changes, so that a complaint about it is out of date.
    """

    entered = Signal()
    typing = Signal()

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        super().paint(painter, option, index)
        box: QRect = option.rect
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("hairline"))
        draw_ring(painter, option)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Any) -> None:
        super().initStyleOption(option, index)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):  # Qt would dye the marker of a vendor that is selected
            kept = QIcon(picture)
            kept.addPixmap(picture, QIcon.Mode.Selected)
            option.icon = kept

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(_ROW, hint.height()))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Any) -> QWidget:
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setMaxLength(2000)
        side = index.data(Qt.ItemDataRole.TextAlignmentRole)
        if side is not None:
            editor.setAlignment(side)
        head = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(head or _("Cell")))
        editor.textEdited.connect(self.typing)
        return editor

    def setEditorData(self, editor: QWidget, index: Any) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Any) -> None:
        if isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() in _ENTER and isinstance(editor, QLineEdit):  # type: ignore[attr-defined]
            self._on_enter(editor)
            return True
        return super().eventFilter(editor, event)

    def _on_enter(self, editor: QLineEdit) -> None:
        index = self._view.currentIndex()
        if editor.isModified() and not self._view.model().setData(index, editor.text()):
            editor.selectAll()
            return
        editor.setModified(False)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.entered.emit()


def type_in_lines(view: QAbstractItemView, on_entered: Callable[[], None]) -> CellHint:
    """Have the cells of a view edited in lines; return what complains about an entry."""
    hint = CellHint(view.viewport())
    cells = LineDelegate(view)
    cells.entered.connect(on_entered)
    cells.typing.connect(hint.dismiss)
    view.setItemDelegate(cells)
    trigger = QAbstractItemView.EditTrigger
    view.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
    view.setTabKeyNavigation(False)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return hint


def finish_typing(view: QAbstractItemView) -> None:
    """Commit what is typed into a cell, or leave the cell as it was where that does not fit.

    To take the focus away would not do: a window in the background has none to give.
    """
    if view.state() != QAbstractItemView.State.EditingState:
        return
    editors = view.viewport().findChildren(QLineEdit)  # also of a cell beside the current one
    for editor in [each for each in editors if not each.isHidden()]:
        view.commitData(editor)
        view.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)


def give_room(header: QHeaderView, widths: Mapping[int, int]) -> None:
    """Give every column the room that it needs, and its head too."""
    for column, width in widths.items():
        header.resizeSection(column, max(width, header.sectionSizeHint(column)))


def needs_room(event: QEvent) -> bool:
    """Tell whether heads are longer or shorter after an event."""
    return event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange)
