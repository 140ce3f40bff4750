"""A heat map whose rows can be opened to show the rows below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from vendorcompare.core.series import SeriesStyle
from vendorcompare.gui.look import icons, theme
from vendorcompare.gui.pages.compare.heat_map import HeatMap, HeatMapModel

Index = QModelIndex | QPersistentModelIndex

_ICON: Final = 16
_INDENT: Final = "\u2003"
_NARROWEST: Final = 76
_WIDEST: Final = 140
_TOGGLES: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class HeatTreeModel(HeatMapModel):
    """Mark the rows that can be opened; True is open, False is closed, None has nothing below."""

    opened: tuple[bool | None, ...] = ()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        own = orientation == Qt.Orientation.Vertical and section < len(self.opened)
        if own and role == Qt.ItemDataRole.DecorationRole:
            return _mark(self.opened[section])
        found = super().headerData(section, orientation, role)
        if own and role == Qt.ItemDataRole.DisplayRole and self.opened[section] is None:
            return f"{_INDENT}{found}"
        if own and role == Qt.ItemDataRole.FontRole and self.opened[section]:
            return theme.font(bold=True)
        return found


class HeatTree(HeatMap):
    """Let a click on a name, or Enter in its row, open or close the row.

    Signals:
        row_toggled(int): the user wants a row opened or closed.
    """

    row_toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = HeatTreeModel(self)
        self._model = self._tree
        self.setModel(self._model)
        names = self.verticalHeader()
        names.setSectionsClickable(True)
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.sectionClicked.connect(self._toggle)

    def set_opened(self, opened: Sequence[bool | None]) -> None:
        """Mark which rows can be opened; to be told before the table is set."""
        self._tree.opened = tuple(opened)

    def set_table(
        self,
        row_names: Sequence[str],
        vendors: Sequence[tuple[str, SeriesStyle]],
        values: Sequence[Sequence[float]],
    ) -> None:
        super().set_table(row_names, vendors, values)
        self._fit_columns()

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
        width = min(max(self.viewport().width() // count, _NARROWEST), _WIDEST)
        if width != self.horizontalHeader().defaultSectionSize():
            self.horizontalHeader().setDefaultSectionSize(width)

    def _toggle(self, row: int) -> None:
        if row < len(self._tree.opened) and self._tree.opened[row] is not None:
            self.row_toggled.emit(row)


def _mark(is_open: bool | None) -> QPixmap:
    """Return an arrow, or the room of one so that what belongs below stands further in."""
    if is_open is None:
        blank = QPixmap(_ICON, _ICON)
        blank.fill(Qt.GlobalColor.transparent)
        return blank
    return icons.icon("expand" if is_open else "next", "muted").pixmap(_ICON)
