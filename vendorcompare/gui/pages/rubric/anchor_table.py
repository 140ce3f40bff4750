"""The anchors of a criterion: a figure on the left, what it is worth on the right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from vendorcompare.core.errors import UserError
from vendorcompare.gui.commands import Scope, actions, name_all
from vendorcompare.gui.grid.line_delegate import LineDelegate
from vendorcompare.gui.look import plain
from vendorcompare.gui.pages.rubric.anchor_model import AnchorModel, Points
from vendorcompare.i18n import _

_ROW: Final = 28
_WIDTH: Final = 256


class AnchorView(QTableView):
    """Move on to the next cell with Enter, as in a spreadsheet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = LineDelegate(self)
        self.setItemDelegate(self.cells)
        self.cells.entered.connect(self._on_entered)
        self._going_on = QTimer(self, singleShot=True, interval=0)  # once the editor is closed
        self._going_on.timeout.connect(self._edit_current)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.DoubleClicked
            | trigger.SelectedClicked
            | trigger.EditKeyPressed
            | trigger.AnyKeyPressed
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_entered(self) -> None:
        """Go to the value of the figure, then to the next figure, ready for typing."""
        index = self.currentIndex()
        row, column = (index.row(), 1) if index.column() == 0 else (index.row() + 1, 0)
        following = self.model().index(row, column)
        if following.isValid():
            self.setCurrentIndex(following)
            self._going_on.start()

    def reset(self) -> None:
        """Show other anchors, in which nobody is about to type."""
        self._going_on.stop()
        super().reset()

    def _edit_current(self) -> None:
        if self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())


class AnchorTable(QWidget):
    """Edit anchors in as many rows as there are, and one to add.

    Signals:
        edited: the anchors are other ones now.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AnchorModel(self)
        self.view = AnchorView()
        self.view.setModel(self.model)
        self.view.setFixedWidth(_WIDTH)
        self._problem = plain.label("", "bad", wrap=True)
        self._problem.hide()
        self._actions = actions(Scope.ANCHORS, self.view, {"delete": self._on_delete})
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        column.addWidget(self._problem)
        self.model.edited.connect(self._on_edited)
        self.model.refused.connect(self._on_refused)
        self.view.cells.typing.connect(self._problem.hide)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._fit)
        self.retranslate()

    def show_anchors(self, anchors: Points, unit: str, *, is_other: bool) -> None:
        """Show the anchors of a criterion, and whether it is another one than before."""
        if is_other:
            self.model.forget_halves()
            self._problem.hide()
        self.model.show(anchors, unit)
        self._fit()

    def retranslate(self) -> None:
        """Give the table its words."""
        self.view.setAccessibleName(_("Anchors: figures and what they are worth"))
        name_all(self._actions.values())
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_actions"):
            self._fit()

    def _fit(self) -> None:
        head = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(head + self.model.rowCount() * _ROW + 2)

    def _on_edited(self) -> None:
        self._problem.hide()
        self.edited.emit()

    def _on_refused(self, error: UserError) -> None:
        self._problem.setText(error.sentences)
        self._problem.show()

    def _on_delete(self) -> None:
        rows = {index.row() for index in self.view.selectionModel().selectedIndexes()}
        self.model.delete(rows)
