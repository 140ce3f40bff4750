"""A list with a name at the left, a small chart in the middle and a figure at the right.

Like the ranking it paints itself, because it is drawn at every step of a slider, while its
model tells readers every row in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.word_cache import WordCache

Index = QModelIndex | QPersistentModelIndex

_AIR: Final = 10
_NAME_SHARE: Final = 0.34
_NARROWEST_NAME: Final = 88
_WIDEST_NAME: Final = 220


class NamedRow(Protocol):
    """Describe what a row has in common, whatever its chart shows."""

    @property
    def name(self) -> str:
        """What the row is called."""

    @property
    def figure(self) -> str:
        """What is written at the right."""

    @property
    def sentence(self) -> str:
        """What the row says, for readers and the tool tip."""


Row = TypeVar("Row", bound=NamedRow)


def row_height() -> int:
    """Return the height of a row, which follows the size of the text."""
    return QFontMetrics(theme.font()).height() + _AIR


class NamedRows(QAbstractListModel, Generic[Row]):
    """Hold rows in the order in which they are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; as many as before are taken as the same ones, changed."""
        if len(rows) != len(self._rows):
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()
            return
        self._rows = tuple(rows)
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tool_tip(row.sentence)
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, row_height())
        return None


class DimensionList(QListView, Generic[Row]):
    """Paint rows whose chart a subclass draws in `paint_chart`."""

    figure_width = 56

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: NamedRows[Row] = NamedRows(self)
        self._words = WordCache()
        self.setModel(self._model)
        theme.set_look(self, "bare")
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self._model.set_rows(rows)
        self.viewport().update()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows."""
        return self._model.rows()

    def summary(self) -> str:
        """Say everything in words, a line for each row."""
        return "\n".join(row.sentence for row in self.rows())

    def paint_chart(self, painter: QPainter, row: Row, box: QRectF) -> None:
        """Draw what a row shows into the middle."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(360, min(max(len(self.rows()), 3), 8) * row_height())

    def dataChanged(self, *_what: object) -> None:
        """Draw again; a list would lay out its rows first, though they are all of one height."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._words.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rows, top, width = self.rows(), self.verticalOffset(), self.viewport().width()
        height = row_height()
        name = min(max(round(width * _NAME_SHARE), _NARROWEST_NAME), _WIDEST_NAME)
        chart = QRectF(name + theme.SPACE, 0, width - name - self.figure_width - 3 * theme.SPACE, 0)
        chart.setHeight(height)
        painter.setFont(theme.font())
        ink = theme.colour("text")
        first = max((event.rect().top() + top) // height, 0)
        last = min((event.rect().bottom() + top) // height, len(rows) - 1)
        for number in range(first, last + 1):
            place = number * height - top
            if number == self.currentIndex().row() and self.hasFocus():
                self._paint_focus(painter, QRect(0, place, width, height))
            row, middle = rows[number], place + height / 2
            painter.setPen(ink)
            self._write(painter, row.name, (theme.SPACE // 2, name), middle)
            if row.figure:
                right = (width - self.figure_width - theme.SPACE, self.figure_width)
                self._write(painter, row.figure, right, middle, right=True)
            if chart.width() > 0:
                self.paint_chart(painter, row, chart.translated(0, place))
        painter.end()

    def _paint_focus(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)

    def _write(
        self,
        painter: QPainter,
        words: str,
        across: tuple[int, int],
        middle: float,
        *,
        right: bool = False,
    ) -> None:
        left, width = across
        text, long, high = self._words.shaped(words, painter.font(), "body", width)
        start = left + width - long if right else left
        painter.drawStaticText(QPointF(start, middle - high / 2), text)
