"""The heads of narrow columns: a marker, and below it a name on as many lines as it needs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTableView

from vendorcompare.gui.look import theme
from vendorcompare.gui.look.word_cache import WordCache

_MARKER: Final = 16
_GAP: Final = 3
_FEWEST_LINES: Final = 2


class NameHeader(QHeaderView):
    """Name every column in the middle above its figures, the current one in bold."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._words = WordCache()
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def longest_word(self) -> int:
        """Return the width in which no Latin word of a name is broken, in pixels."""
        across = Qt.Orientation.Horizontal
        names = (str(self.model().headerData(n, across) or "") for n in range(self.count()))
        words = (word for name in names for word in name.split() if word.isascii())
        return self._words.longest(words, theme.font(bold=True), "True") + 2 * _GAP

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._words.clear()
        super().changeEvent(event)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        font, width = theme.font(bold=True), self.sectionSize(logicalIndex)
        name = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        lines = max(_FEWEST_LINES, len(self._words.broken(name, font, "True", width - 2 * _GAP)))
        height = _MARKER + lines * QFontMetrics(font).height() + 3 * _GAP
        return QSize(width, height)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model, across = self.model(), Qt.Orientation.Horizontal
        name = str(model.headerData(logicalIndex, across) or "")
        marker = model.headerData(logicalIndex, across, Qt.ItemDataRole.DecorationRole)
        painter.fillRect(rect, theme.colour("window"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("hairline"))
        strong = self._table.currentIndex().column() == logicalIndex
        font, middle, room = theme.font(bold=strong), rect.center().x(), rect.width() - 2 * _GAP
        line = QFontMetrics(font).height()
        lines = self._words.broken(name, font, str(strong), room)
        # One line stands low, next to the figures that it names.
        top = rect.bottom() - _GAP - len(lines) * line
        if isinstance(marker, QPixmap):
            painter.drawPixmap(middle - _MARKER // 2, top - _MARKER, marker)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if strong else "muted"))
        for number, words in enumerate(lines):
            text, long, _high = self._words.shaped(words, font, str(strong), room)
            painter.drawStaticText(middle - round(long / 2), top + number * line, text)
