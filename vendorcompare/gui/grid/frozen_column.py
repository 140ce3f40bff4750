"""The first column of a table, kept in sight while the others are scrolled away under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from vendorcompare.gui.look.padded_cell import PaddedCells


class FrozenColumn(QTableView):
    """Lie over the left edge of a table and show its first column, scrolled with its rows.

    It only shows: a click goes to the cell itself, which the table then scrolls into sight.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(PaddedCells(self))  # the table's own would commit its entries twice
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setObjectName("frozen_column")
        self.setAccessibleName("")
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().sizeHint().height())
        for column in range(1, table.model().columnCount()):
            self.setColumnHidden(column, True)
        up_and_down = table.verticalScrollBar()
        up_and_down.valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(self._lie_down)
        table.horizontalHeader().sectionResized.connect(self._lie_down)
        table.viewport().installEventFilter(self)
        self.clicked.connect(self._on_clicked)
        self._lie_down()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._lie_down()
        return super().eventFilter(watched, event)

    def _lie_down(self) -> None:
        """Cover the left edge, as long as the column itself is not there."""
        table = self._table
        is_away = table.horizontalScrollBar().value() > 0
        self.setVisible(is_away)
        if not is_away:
            return
        width = table.columnWidth(0)
        self.setColumnWidth(0, width)
        head = table.horizontalHeader().height()
        self.horizontalHeader().setFixedHeight(head)
        area = table.viewport().geometry()
        self.setGeometry(area.left(), area.top() - head, width + 1, area.height() + head)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._table.setFocus()
        self._table.setCurrentIndex(self._table.model().index(index.row(), 0))
