"""A table of values from 0 to 100, each with its number and a shade that survives grey.

Rows can be opened to show the rows below them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vendorcompare.core.series import SeriesStyle
from vendorcompare.gui.grid.name_header import NameHeader
from vendorcompare.gui.look import icons, plain, spoken, theme
from vendorcompare.gui.look.focus_ring import draw_ring
from vendorcompare.gui.look.series_paint import sample
from vendorcompare.i18n import _

Index = QModelIndex | QPersistentModelIndex

_COLUMN_WIDTH: Final = 112
_ROW_HEIGHT: Final = 32
_WIDEST_ROW_NAME: Final = 240
_ICON: Final = 16
_INDENT: Final = "\u2003"
_NARROWEST: Final = 76
_WIDEST: Final = 140
_TOGGLES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class HeatMapModel(QAbstractTableModel):
    """Hold values by dimension or criterion (rows) and vendor (columns); NaN is not scored.

    Attributes:
        opened: for each row whether it is open; None where nothing is below it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row_names: tuple[str, ...] = ()
        self.vendors: tuple[tuple[str, SeriesStyle], ...] = ()
        self.values: tuple[tuple[float, ...], ...] = ()
        self.opened: tuple[bool | None, ...] = ()

    def set_table(
        self,
        row_names: Sequence[str],
        vendors: Sequence[tuple[str, SeriesStyle]],
        values: Sequence[Sequence[float]],
    ) -> None:
        """Show another table; one of the same shape keeps selection and scroll position."""
        rows = tuple(tuple(float(value) for value in row) for row in values)
        same = (len(row_names), len(vendors)) == (len(self.row_names), len(self.vendors))
        if not same:
            self.beginResetModel()
        self.row_names, self.vendors, self.values = tuple(row_names), tuple(vendors), rows
        if not same:
            self.endResetModel()
        elif rows and vendors:
            corner = self.index(len(row_names) - 1, len(vendors) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(vendors) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(row_names) - 1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self.row_names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.vendors)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self.values[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "–" if math.isnan(value) else f"{value:.0f}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._sentence(index.row(), index.column(), value)
            return plain.tool_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        horizontal = orientation == Qt.Orientation.Horizontal
        if section >= (len(self.vendors) if horizontal else len(self.row_names)):
            return None
        name = self.vendors[section][0] if horizontal else self.row_names[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tool_tip(name)
        return self._vendor_head(section, role) if horizontal else self._row_head(section, role)

    def _vendor_head(self, column: int, role: int) -> Any:
        name, style = self.vendors[column]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        return sample(style) if role == Qt.ItemDataRole.DecorationRole else None

    def _row_head(self, row: int, role: int) -> Any:
        """Return the name of a row, further in where it stands below another one."""
        is_tree = row < len(self.opened)
        is_open = self.opened[row] if is_tree else None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_INDENT if is_tree and is_open is None else ''}{self.row_names[row]}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DecorationRole and is_tree:
            return _mark(is_open)
        if role == Qt.ItemDataRole.FontRole and is_open:
            return theme.font(bold=True)
        return None

    def _sentence(self, row: int, column: int, value: float) -> str:
        figure = spoken.points(value, 1)
        return spoken.cell(self.vendors[column][0], self.row_names[row], figure)


class _CellDelegate(QStyledItemDelegate):
    """Shade a cell by its value; what is missing is hatched and never looks like zero."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, HeatMapModel)
        value = model.values[index.row()][index.column()]
        box: QRect = option.rect.adjusted(1, 1, -1, -1)
        painter.save()
        if math.isnan(value):
            painter.fillRect(box, theme.colour("surface"))
            painter.fillRect(box, QBrush(theme.colour("line"), Qt.BrushStyle.BDiagPattern))
            painter.setPen(theme.colour("muted"))
        else:
            painter.fillRect(box, theme.heat(min(max(value, 0), 100) / 100))
            painter.setPen(theme.colour("text"))
        words = "–" if math.isnan(value) else f"{value:.0f}"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            draw_ring(painter, option)
        painter.restore()


class HeatMap(QTableView):
    """Show a heat map whose row and column names stay in view.

    A click on a name, or Enter in its row, opens or closes the row.

    Signals:
        cell_chosen(int, int): the user moved to a row and column.
        row_toggled(int): the user wants a row opened or closed.
    """

    cell_chosen = Signal(int, int)
    row_toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HeatMapModel(self)
        self._delegate = _CellDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        theme.set_look(self, "bare")
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the next control
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._heads = across = NameHeader(self)
        down = self.verticalHeader()
        self.setHorizontalHeader(across)
        across.setDefaultSectionSize(_COLUMN_WIDTH)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setDefaultSectionSize(_ROW_HEIGHT)
        down.setHighlightSections(False)
        down.setMaximumWidth(_WIDEST_ROW_NAME)
        down.setSectionsClickable(True)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.sectionClicked.connect(self._toggle)
        self.setAccessibleName(_("Heat map"))

    def set_table(
        self,
        row_names: Sequence[str],
        vendors: Sequence[tuple[str, SeriesStyle]],
        values: Sequence[Sequence[float]],
    ) -> None:
        """Show values from 0 to 100 by row and vendor; NaN is not scored."""
        self._model.set_table(row_names, vendors, values)
        self._fit_columns()

    def set_opened(self, opened: Sequence[bool | None]) -> None:
        """Mark which rows can be opened; to be told before the table is set."""
        self._model.opened = tuple(opened)

    def table(self) -> HeatMapModel:
        """Return the model of the cells."""
        return self._model

    def sizeHint(self) -> QSize:
        return QSize(640, _ROW_HEIGHT * (min(max(self._model.rowCount(), 3), 10) + 1) + 4)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.cell_chosen.emit(current.row(), current.column())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TOGGLES and self.currentIndex().isValid():
            self._toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _fit_columns(self) -> None:
        """Let a few vendors take the width there is; many of them scroll."""
        count = max(self._model.columnCount(), 1)
        least = max(_NARROWEST, self._heads.longest_word())
        width = min(max(self.viewport().width() // count, least), _WIDEST)
        if width != self.horizontalHeader().defaultSectionSize():
            self.horizontalHeader().setDefaultSectionSize(width)

    def _toggle(self, row: int) -> None:
        if row < len(self._model.opened) and self._model.opened[row] is not None:
            self.row_toggled.emit(row)


def _mark(is_open: bool | None) -> QPixmap:
    """Return an arrow, or the room of one so that what belongs below stands further in."""
    if is_open is None:
        blank = QPixmap(_ICON, _ICON)
        blank.fill(Qt.GlobalColor.transparent)
        return blank
    return icons.icon("expand" if is_open else "next", "muted").pixmap(_ICON)
