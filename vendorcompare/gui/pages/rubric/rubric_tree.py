"""The tree of dimensions and criteria, in which weights and names are typed in place."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeView, QWidget

from vendorcompare.gui.grid.line_delegate import give_room, needs_room, type_in_lines
from vendorcompare.gui.pages.rubric.rubric_model import RubricColumn, RubricModel

_WIDTHS: Final[dict[int, int]] = {
    RubricColumn.WEIGHT: 72,
    RubricColumn.SHARE: 72,
    RubricColumn.MEASURE: 112,
    RubricColumn.UNIT: 104,
    RubricColumn.MUST_HAVE: 88,
}


class RubricTree(QTreeView):
    """Show the rubric; typing a figure changes the weight of the current row.

    Signals:
        current_changed: another row is the current one.
    """

    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = type_in_lines(self, self._on_entered)
        self.setStyleSheet("QTreeView::item { padding: 0 6px; }")
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)

    def set_rubric(self, model: RubricModel) -> None:
        """Show a model."""
        self.setModel(model)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(RubricColumn.NAME, QHeaderView.ResizeMode.Stretch)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column the room that its head needs."""
        give_room(self.header(), _WIDTHS)

    def keys_collapsed(self) -> set[str]:
        """Return the dimensions whose criteria are folded away."""
        model = self.model()
        if not isinstance(model, RubricModel):
            return set()
        return {
            dimension.key
            for row, dimension in enumerate(model.rubric.dimensions)
            if not self.isExpanded(model.index(row, 0))
        }

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if needs_room(event) and self.header().count():
            self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_figure = event.text().isdecimal() or event.text() in (".", "。")
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if index.isValid() and event.text() and is_figure and not held:
            self._type_weight(index, event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.edit(index.siblingAtColumn(RubricColumn.WEIGHT))
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self.hint.dismiss()
        if current.isValid() and current.row() == previous.row():
            self.scrollTo(current)
        self.current_changed.emit()

    def _type_weight(self, index: QModelIndex, text: str) -> None:
        """Begin a new weight with the figure that was pressed."""
        place = index.siblingAtColumn(RubricColumn.WEIGHT)
        self.setCurrentIndex(place)
        self.edit(place)
        editor = self.indexWidget(place)
        if isinstance(editor, QLineEdit):
            editor.insert(text)

    def _on_entered(self) -> None:
        self.setFocus()
        below = self.indexBelow(self.currentIndex())
        if below.isValid():
            self.setCurrentIndex(below.siblingAtColumn(self.currentIndex().column()))
