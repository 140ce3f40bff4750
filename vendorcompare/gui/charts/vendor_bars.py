"""A list of vendors with a bar each, which paints itself.

A delegate would be asked for every row through four layers of Qt, and such a list is drawn at
every step of a slider; the model still tells readers every row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.word_cache import WordCache

Index = QModelIndex | QPersistentModelIndex


class VendorRow(Protocol):
    """Say of which vendor a row is."""

    @property
    def key(self) -> str:
        """The key of the vendor."""

    @property
    def name(self) -> str:
        """The name of the vendor."""


Row = TypeVar("Row", bound=VendorRow)
Painted = TypeVar("Painted", bound=VendorRow, contravariant=True)


class RowPainter(Protocol[Painted]):
    """Paint rows of one width."""

    def paint(self, row: Painted, box: QRect, *, ruled: bool) -> None:
        """Paint a row into its box, with a hairline below if it is ruled."""


class VendorBarsModel(QAbstractListModel, Generic[Row]):
    """Hold a row for each vendor, in the order in which they are shown.

    A kind of bars overrides `sentence`, and `explained` where a reader or the tool tip has more
    to say.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def sentence(self, row: Row) -> str:
        """Say what a row shows."""
        raise NotImplementedError

    def explained(self, row: Row) -> str:
        """Say what a row is made of."""
        return self.sentence(row)

    def row_height(self) -> int:
        """Return the height that every row has, in pixels."""
        raise NotImplementedError

    def rows(self) -> tuple[Row, ...]:
        """Return the rows."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; as many as before are taken as the same ones, moved and changed."""
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            self.announce()
        else:
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return the row of a vendor, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.sentence(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tool_tip(self.explained(row))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.explained(row)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self.row_height())
        return None

    def announce(self) -> None:
        """Have all rows read and drawn again."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


class VendorBars(QListView, Generic[Row]):
    """Show vendors with a bar each, and let one of them be chosen.

    Signals:
        vendor_chosen(str): the user moved to a vendor.
        vendor_opened(str): the user pressed Enter on a vendor, or clicked it twice.
    """

    vendor_chosen = Signal(str)
    vendor_opened = Signal(str)

    def __init__(self, model: VendorBarsModel[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = model
        self._bars.setParent(self)
        self._following = False
        self.words = WordCache()
        self.setModel(model)
        theme.set_look(self, "bare")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._on_activated)
        self.setAccessibleName(self.title())

    def title(self) -> str:
        """Return what readers call the list, in the language of the interface."""
        raise NotImplementedError

    def row_painter(self, painter: QPainter, width: int) -> RowPainter[Row]:
        """Return what paints the rows, with fonts and colours looked up once for all of them."""
        raise NotImplementedError

    def longest_name(self) -> int:
        """Return how long the longest name is when it is bold, in pixels."""
        names = (row.name for row in self._bars.rows())
        return self.words.longest(names, theme.font(bold=True), "bold")

    def vendor(self) -> str:
        """Return the key of the chosen vendor, or nothing."""
        rows, row = self._bars.rows(), self.currentIndex().row()
        return rows[row].key if 0 <= row < len(rows) else ""

    def set_vendor(self, key: str) -> None:
        """Choose a vendor, as another view of the same vendors asks; announces nothing."""
        row = self._bars.row_of(key)
        if row >= 0 and row != self.currentIndex().row():
            self._following = True
            self.setCurrentIndex(self._bars.index(row))
            self._following = False

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other figures; the chosen vendor stays chosen wherever it moved."""
        chosen = self.vendor()
        self._following = True
        self._bars.set_rows(rows)
        self._following = False
        self.set_vendor(chosen)
        self.viewport().update()

    def dataChanged(self, *_what: object) -> None:
        """Draw again; a list would lay out its rows first, though they are all of one height."""
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and not self._following:
            self.vendor_chosen.emit(self._bars.rows()[current.row()].key)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.title())
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self.words.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows, top, height = self._bars.rows(), self.verticalOffset(), self._bars.row_height()
        area, width = event.rect(), self.viewport().width()
        first = max((area.top() + top) // height, 0)
        last = min((area.bottom() + top) // height, len(rows) - 1)
        brush = self.row_painter(painter, width)
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

    def _on_activated(self, index: QModelIndex) -> None:
        self.vendor_opened.emit(self._bars.rows()[index.row()].key)
