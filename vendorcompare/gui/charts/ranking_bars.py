"""The ranking as bars: rank, vendor, where its points come from, how sure that is, score.

The list paints itself. A delegate would be asked for every row through four layers of Qt,
and this list is drawn at every step of a slider; the model still tells readers every row.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from vendorcompare.gui.charts.ranking_model import RankingModel, RankingRow, row_height
from vendorcompare.gui.charts.ranking_row import RowBrush
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.word_cache import WordCache
from vendorcompare.i18n import _


class RankingBars(QListView):
    """Show vendors from the best to the excluded.

    Signals:
        vendor_chosen(str): the user moved to a vendor.
        vendor_opened(str): the user pressed Enter on a vendor, or clicked it twice.
    """

    vendor_chosen = Signal(str)
    vendor_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RankingModel(self)
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

    def set_dimensions(self, dimensions: Sequence[tuple[str, str]]) -> None:
        """Set key and name of the dimensions, in the order in which bars are stacked."""
        self._model.set_dimensions(dimensions)

    def set_rows(self, rows: Sequence[RankingRow]) -> None:
        """Show other figures; the chosen vendor stays chosen wherever it moved."""
        chosen = self.vendor()
        self._following = True
        self._model.set_rows(rows)
        row = self._model.row_of(chosen)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row))
        self._following = False
        self.viewport().update()

    def vendor(self) -> str:
        """Return the key of the chosen vendor, or nothing."""
        rows, row = self._model.rows(), self.currentIndex().row()
        return rows[row].key if 0 <= row < len(rows) else ""

    def set_vendor(self, key: str) -> None:
        """Choose a vendor, as another view of the same vendors asks; announces nothing."""
        row = self._model.row_of(key)
        if row >= 0:
            self._following = True
            self.setCurrentIndex(self._model.index(row))
            self._following = False

    def ranking(self) -> RankingModel:
        """Return the model of the rows."""
        return self._model

    def sizeHint(self) -> QSize:
        shown = min(max(len(self._model.rows()), 3), 8)
        return QSize(480, shown * row_height() + 2)

    def dataChanged(self, *_what: object) -> None:
        """Draw again; a list would lay out its rows first, though they are all of one height."""
        self.viewport().update()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
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
        rows = self._model.rows()
        top, height = self.verticalOffset(), row_height()
        area = event.rect()
        first = max((area.top() + top) // height, 0)
        last = min((area.bottom() + top) // height, len(rows) - 1)
        width = self.viewport().width()
        keys = [key for key, _name in self._model.dimensions()]
        brush = RowBrush(painter, width, keys, self._words)
        for number in range(first, last + 1):
            box = QRect(0, number * height - top, width, height)
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
        self.setAccessibleName(_("Ranking"))

    def _on_activated(self, index: QModelIndex) -> None:
        self.vendor_opened.emit(self._model.rows()[index.row()].key)
