"""A table of figures that is only read, and copied to spreadsheets."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableView,
    QWidget,
)

from vendorcompare.gui.grid import clipboard
from vendorcompare.gui.look import theme
from vendorcompare.i18n import _

Index = QModelIndex | QPersistentModelIndex

_COLUMN_WIDTH: Final = 76
_WIDEST: Final = 140
_ROW_HEIGHT: Final = 32
_NAME_SHARE: Final = 0.6
_WIDEST_OF_ALL: Final = 2**20 - 1  # what a header takes


class NumbersTable(QTableView):
    """Show a model whose heads belong to what is copied.

    Signals:
        row_chosen(int): the user moved to a row.
    """

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._following = False
        self._least_last = 0
        self.setShowGrid(False)
        theme.set_look(self, "bare")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)  # Tab goes on to the next control
        self.setCornerButtonEnabled(True)
        self.horizontalHeader().setDefaultSectionSize(_COLUMN_WIDTH)
        self.horizontalHeader().setMaximumSectionSize(_WIDEST)
        self.horizontalHeader().setMinimumSectionSize(_COLUMN_WIDTH)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._copy = QAction(self)
        self._copy.triggered.connect(self.copy)
        self._copy_all = QAction(self)
        self._copy_all.triggered.connect(self.copy_all)
        self.addActions([self._copy, self._copy_all])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.retranslate()

    def fit_columns(self) -> None:
        """Make every column as wide as its head, within reason."""
        self.resizeColumnsToContents()

    def give_rest_to_last(self, least: int) -> None:
        """Give the last column what the others leave, but so many pixels at least."""
        self._least_last = least
        self.horizontalHeader().setMaximumSectionSize(_WIDEST_OF_ALL)
        self._stretch_last()

    def set_row(self, row: int) -> None:
        """Go to a row without announcing it; the column stays."""
        if row >= 0 and row != self.currentIndex().row():
            self._following = True
            self.setCurrentIndex(self.model().index(row, max(self.currentIndex().column(), 0)))
            self._following = False

    def copy(self) -> None:
        """Copy the selected cells, together with their heads if there is more than one."""
        chosen = self.selectedIndexes()
        if len(chosen) == 1:
            text = str(chosen[0].data(Qt.ItemDataRole.EditRole))
            QGuiApplication.clipboard().setText(text)
        elif chosen:
            rows = sorted({index.row() for index in chosen})
            self._put(rows, sorted({index.column() for index in chosen}))

    def copy_all(self) -> None:
        """Copy the whole table with its heads."""
        self._put(range(self.model().rowCount()), range(self.model().columnCount()))

    def retranslate(self) -> None:
        """Name the table and what can be done with it in the language of the interface."""
        self.setAccessibleName(_("Figures of all vendors"))
        self._copy.setText(_("Copy"))
        self._copy_all.setText(_("Copy the whole table"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names of the rows the room they need, and the figures theirs."""
        super().resizeEvent(event)
        self.verticalHeader().setMaximumWidth(round(self.width() * _NAME_SHARE))
        self._stretch_last()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            event.accept()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._following and current.row() != previous.row():
            self.row_chosen.emit(current.row())

    def _stretch_last(self) -> None:
        header = self.horizontalHeader()
        last = header.count() - 1
        if self._least_last and last >= 0:
            others = header.length() - header.sectionSize(last)
            header.resizeSection(last, max(self._least_last, self.viewport().width() - others))

    def _put(self, rows: range | list[int], columns: range | list[int]) -> None:
        model = self.model()
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        block = [[_("Vendor"), *(str(model.headerData(c, across)) for c in columns)]]
        for row in rows:
            cells = (model.index(row, c).data(Qt.ItemDataRole.EditRole) for c in columns)
            block.append([str(model.headerData(row, down)), *map(str, cells)])
        QGuiApplication.clipboard().setText(clipboard.written(block))
