"""The scene of the radar charts: overlaid up to three vendors, else one chart for each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from vendorcompare.core.radar import MOST_OVERLAID
from vendorcompare.gui.charts.radar_item import RadarItem, RadarSeries
from vendorcompare.gui.look import plain, spoken, theme

_SMALLEST_CELL: Final = 220
_TURNS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RadarCanvas(pg.GraphicsView):
    """Lay out the charts, and let mouse and keyboard ask them for figures.

    Signals:
        highlighted(str): a vendor came forward, or none.
        axis_activated(int): an axis was clicked, or Enter was pressed on it.
        arranged: the charts have another place or size, and perhaps other labels.
    """

    highlighted = Signal(str)
    axis_activated = Signal(int)
    arranged = Signal()

    _items: tuple[RadarItem, ...] = ()  # here, since the base class sends changes while it is made

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundBrush(Qt.BrushStyle.NoBrush)
        # The ground is the window's; a kept picture of it would stay light in the dark.
        self.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)
        self.viewport().setAutoFillBackground(False)
        # The chart has a name and takes the focus; what it is painted on would do so without.
        self.viewport().setFocusProxy(None)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._names: tuple[str, ...] = ()
        self._series: tuple[RadarSeries, ...] = ()
        self._highlight = ""
        self._cursor: tuple[str, int] | None = None

    def set_axes(self, names: Sequence[str]) -> None:
        """Name the axes of all charts."""
        self._names = tuple(names)
        for item in self._items:
            item.set_axes(self._names)

    def set_series(
        self,
        series: Sequence[RadarSeries],
        best: Sequence[float] | None,
        target: Sequence[float] | None,
    ) -> None:
        """Show other figures, in one chart or in many."""
        overlaid = len(series) <= MOST_OVERLAID
        self._series = tuple(series)
        groups = [self._series] if overlaid else [(line,) for line in self._series]
        if len(groups) != len(self._items):
            self._make_items(len(groups))
        for item, group in zip(self._items, groups, strict=True):
            item.set_title("" if overlaid else group[0].name)
            item.set_series(group, best, target)

    def items_shown(self) -> tuple[RadarItem, ...]:
        """Return the charts."""
        return self._items

    def set_highlight(self, key: str) -> None:
        """Bring one vendor forward, or none."""
        if key != self._highlight:
            self._highlight = key
            for item in self._items:
                # Alone in its chart, a vendor has nobody to stand out from.
                item.set_highlight(key if len(self._items) == 1 else "")
            self.highlighted.emit(key)

    def height_for(self, width: int) -> int:
        """Return the height the charts need at a width; it is 0 for a single chart."""
        if len(self._items) < 2:
            return 0
        columns = self._columns(width)
        return math.ceil(len(self._items) / columns) * (width // columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_items()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            for item in self._items:
                item.forget_background()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask the charts directly; the scene of pyqtgraph would search through all items."""
        self._point_at(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for item in self._items:
            axis = item.hit_label(event.position())
            if axis is not None and event.button() == Qt.MouseButton.LeftButton:
                self.axis_activated.emit(axis)
                return

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.set_highlight("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go to."""
        super().focusInEvent(event)
        by_keys = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_keys and self._cursor is None:
            self._move_cursor(0, 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._cursor is not None:
            self._set_cursor(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk around the axes with left and right, from vendor to vendor with up and down."""
        key = Qt.Key(event.key())
        if key in _TURNS or key in _STEPS:
            self._move_cursor(_TURNS.get(key, 0), _STEPS.get(key, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor is not None:
            self.axis_activated.emit(self._cursor[1])
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._set_cursor(None)
        else:
            event.ignore()

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()  # the chart has one scale; the wheel belongs to the page

    def tip_of(self, key: str, axis: int) -> str:
        """Say what a vendor has on an axis: entered, and on the scale of the chart."""
        line = next(line for line in self._series if line.key == key)
        value = line.values[axis]
        figure = spoken.points(100 * value)
        words = f"{line.name}\n{self._names[axis]} {figure}"
        raw = line.raw[axis] if axis < len(line.raw) else ""
        return f"{words} ({raw})" if raw else words

    def _make_items(self, count: int) -> None:
        for item in self._items:
            self.scene().removeItem(item)
        self._items = tuple(RadarItem() for _number in range(count))
        for item in self._items:
            item.set_axes(self._names)
            self.scene().addItem(item)
        self._cursor = None
        self._place_items()

    def _columns(self, width: int) -> int:
        return max(1, min(len(self._items), width // _SMALLEST_CELL))

    def _place_items(self) -> None:
        width, height = self.width(), self.height()
        if len(self._items) == 1:
            self._items[0].set_area(QRectF(0, 0, width, height))
        else:
            self._place_cells(width)
        self.arranged.emit()

    def _place_cells(self, width: int) -> None:
        columns = self._columns(width)
        side = width / columns
        for number, item in enumerate(self._items):
            row, column = divmod(number, columns)
            cell = QRectF(column * side, row * side, side, side)
            half = theme.SPACE / 2
            item.set_area(cell.adjusted(half, half, -half, -half))

    def _point_at(self, place: QPointF) -> None:
        for item in self._items:
            found = item.hit(place) if item.boundingRect().contains(place) else None
            if found is not None:
                self.set_highlight(found[0])
                self._show_tip(place.toPoint(), *found)
                return
        self.set_highlight("")
        QToolTip.hideText()

    def _show_tip(self, place: QPoint, key: str, axis: int) -> None:
        words = plain.tool_tip(self.tip_of(key, axis))
        QToolTip.showText(self.viewport().mapToGlobal(place), words, self)

    def _move_cursor(self, turn: int, step: int) -> None:
        keys = [line.key for line in self._series]
        if not keys or not self._names:
            return
        if self._cursor is None or self._cursor[0] not in keys:
            self._set_cursor((keys[0], 0))
            return
        key, axis = self._cursor
        vendor = keys[(keys.index(key) + step) % len(keys)]
        self._set_cursor((vendor, (axis + turn) % len(self._names)))

    def _set_cursor(self, cursor: tuple[str, int] | None) -> None:
        self._cursor = cursor
        self.set_highlight(cursor[0] if cursor else "")
        for item in self._items:
            item.set_cursor(cursor)
            place = item.point_of(*cursor) if cursor else None
            if place is not None and cursor is not None:
                self._show_tip(place.toPoint(), *cursor)
        if cursor is None:
            QToolTip.hideText()
