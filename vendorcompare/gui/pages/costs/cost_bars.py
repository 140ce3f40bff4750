"""What each vendor costs, as bars: what they are made of, and what was not quoted.

Like the ranking this list paints itself; its model tells readers every row.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from vendorcompare.gui.look import theme
from vendorcompare.gui.look.word_cache import WordCache
from vendorcompare.gui.pages.costs.cost_bar_row import ROW_HEIGHT, CostRowBrush
from vendorcompare.gui.pages.costs.cost_bars_model import CostBarsModel
from vendorcompare.gui.pages.costs.cost_rows import CostRow
from vendorcompare.i18n import _

#: How far beyond the longest bar a whisker may reach.
_REACH: Final = Decimal("1.6")


class CostBars(QListView):
    """Show vendors from the cheapest on.

    Signals:
        vendor_chosen(str): the user moved to a vendor.
        vendor_opened(str): the user pressed Enter on a vendor, or clicked it twice.
    """

    vendor_chosen = Signal(str)
    vendor_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = CostBarsModel(self)
        self._following = False
        self._words = WordCache()
        self.setModel(self._model)
        theme.set_look(self, "bare")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._on_activated)
        self._retranslate()

    def set_rows(self, rows: Sequence[CostRow], currency: str) -> None:
        """Show other figures; the chosen vendor stays chosen wherever it moved."""
        chosen = self.vendor()
        self._following = True
        self._model.set_rows(rows, currency)
        self._following = False
        self.set_vendor(chosen)
        self.viewport().update()

    def vendor(self) -> str:
        """Return the key of the chosen vendor, or nothing."""
        rows, row = self._model.rows(), self.currentIndex().row()
        return rows[row].key if 0 <= row < len(rows) else ""

    def set_vendor(self, key: str) -> None:
        """Choose a vendor without announcing it."""
        row = self._model.row_of(key)
        if row >= 0 and row != self.currentIndex().row():
            self._following = True
            self.setCurrentIndex(self._model.index(row))
            self._following = False

    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self._following:
            self.vendor_chosen.emit(self._model.rows()[current.row()].key)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._words.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows, top, area = self._model.rows(), self.verticalOffset(), event.rect()
        first = max((area.top() + top) // ROW_HEIGHT, 0)
        last = min((area.bottom() + top) // ROW_HEIGHT, len(rows) - 1)
        width = self.viewport().width()
        brush = CostRowBrush(painter, width, _longest(rows), self._words)
        for number in range(first, last + 1):
            box = QRect(0, number * ROW_HEIGHT - top, width, ROW_HEIGHT)
            if number == self.currentIndex().row():
                self._paint_choice(painter, box)
            brush.paint(rows[number], box, ruled=number < len(rows) - 1)
        painter.end()

    def _paint_choice(self, painter: QPainter, box: QRect) -> None:
        framed = QRectF(box).adjusted(1, 1, -1, -2)
        painter.setPen(QPen(theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(framed, 6, 6)

    def _retranslate(self) -> None:
        self.setAccessibleName(_("Cost of each vendor"))

    def _on_activated(self, index: QModelIndex) -> None:
        self.vendor_opened.emit(self._model.rows()[index.row()].key)


def _longest(rows: Sequence[CostRow]) -> Decimal:
    """Return what the scale ends at: one far-off guess must not make all bars tiny."""
    dearest = max((row.total for row in rows if row.total is not None), default=Decimal(0))
    furthest = max((row.high for row in rows if row.total is not None), default=Decimal(0))
    return max(dearest, min(furthest, dearest * _REACH))
