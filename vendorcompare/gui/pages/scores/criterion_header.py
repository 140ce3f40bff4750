"""The heads of the score grid: criteria with their units, dimensions, vendors."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from vendorcompare.core.series import style_of
from vendorcompare.gui.criterion_words import unit_of
from vendorcompare.gui.look import icons, series_paint, theme
from vendorcompare.gui.look.said import said
from vendorcompare.gui.look.word_cache import WordCache
from vendorcompare.gui.pages.scores.score_model import ScoreModel

_PADDING: Final = 12
_ICON: Final = 14
_CELL_PADDING: Final = 10
_MARKER: Final = 20
_UNIT_SHARE: Final = 0.35  # of the width, at most
_LOW: Final = Qt.AlignmentFlag.AlignBottom
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_LEFT: Final = Qt.AlignmentFlag.AlignLeft


class _Style:
    """Hold fonts and colours of a header, which take longer to make than to use."""

    def __init__(self) -> None:
        self.fonts = {
            "body": theme.font("body"),
            "small": theme.font("caption"),
            "strong": theme.font("body", bold=True),
        }
        self.text, self.muted = theme.colour("text"), theme.colour("muted")
        self.ground = theme.colour("window")
        self.line, self.hairline = theme.colour("line"), theme.colour("hairline")


class _Header(QHeaderView):
    """Keep what is needed for painting until font or colours change."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(True)
        self._pictures: dict[object, QPixmap] = {}
        self._words = WordCache()
        self._style: _Style | None = None

    @property
    def look(self) -> _Style:
        """Fonts and colours for the present theme and size of text."""
        if self._style is None:
            self._style = _Style()
        return self._style

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._style = None
            self._pictures.clear()
            self._words.clear()
        super().changeEvent(event)

    def write(
        self, painter: QPainter, words: str, kind: str, ink: QColor, box: QRect, room: int,
        where: Qt.AlignmentFlag,
    ) -> int:  # fmt: skip
        """Write into a box, shortened to the room there is, and return how long that is."""
        font = self.look.fonts[kind]
        text, long, high = self._words.shaped(words, font, kind, room)
        painter.setFont(font)
        painter.setPen(ink)
        left = box.right() + 1 - round(long) if where & _RIGHT else box.left()
        below = box.height() - round(high)
        painter.drawStaticText(left, box.top() + (below if where & _LOW else below // 2), text)
        return round(long)


class CriterionHeader(_Header):
    """Stand still at the left while the vendors are scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme.SPACE * 2)

    def fit_rows(self) -> None:
        """Give criteria and headings their heights for the present size of text."""
        height = QFontMetrics(self.look.fonts["body"]).height()
        line, heading = height + theme.SPACE * 3 // 2, height + theme.SPACE * 3
        model = self.model()
        if isinstance(model, ScoreModel):
            small = QFontMetrics(self.look.fonts["small"]).height()
            line = max(line, model.lines() * small + theme.SPACE)
        self.setDefaultSectionSize(line)
        if isinstance(model, ScoreModel):
            for row in range(model.rowCount()):
                if model.is_heading(row):
                    self.resizeSection(row, heading)
                elif self.sectionSize(row) != line:
                    self.resizeSection(row, line)

    def needed_width(self) -> int:
        """Return the width at which no name is cut, in pixels."""
        model = self.model()
        assert isinstance(model, ScoreModel)
        criteria = list(filter(None, map(model.criterion, range(model.rowCount()))))
        dimensions = filter(None, map(model.dimension, range(model.rowCount())))
        fonts, longest = self.look.fonts, self._words.longest
        names = longest((said(each.name) for each in criteria), fonts["body"], "body")
        marks = max((_ICON + 6 for each in criteria if each.must_have is not None), default=0)
        units = longest(map(unit_of, criteria), fonts["small"], "small")
        strong = longest((said(each.name) for each in dimensions), fonts["strong"], "strong")
        return max(names + marks, strong) + units + 2 * _PADDING + 2 * theme.SPACE

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        if not isinstance(model, ScoreModel) or not rect.isValid():
            return
        painter.fillRect(rect, self.look.ground)
        if model.is_heading(logicalIndex):
            self._paint_heading(painter, model, rect, logicalIndex)
        else:
            self._paint_criterion(painter, model, rect, logicalIndex)

    def _paint_heading(self, painter: QPainter, model: ScoreModel, rect: QRect, row: int) -> None:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.look.line)
        inner = rect.adjusted(_PADDING, 0, -_PADDING, -7)
        dimension, weight = model.dimension(row), model.weight(row)
        if weight is not None:
            share = f"{weight * 100:.0f}%"
            inner.setRight(self._draw_right(painter, share, inner, _LOW))
        name = "" if dimension is None else said(dimension.name)
        self.write(painter, name, "strong", self.look.text, inner, inner.width(), _LEFT | _LOW)

    def _paint_criterion(self, painter: QPainter, model: ScoreModel, rect: QRect, row: int) -> None:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.look.hairline)
        criterion = model.criterion(row)
        if criterion is None:
            return
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        inner.setRight(self._draw_right(painter, unit_of(criterion), inner, _MIDDLE))
        if criterion.must_have is not None:
            ratio = self.devicePixelRatioF()
            picture = self._pictures.get(ratio)
            if picture is None:
                picture = self._pictures[ratio] = icons.pixmap("must-have", "accent", _ICON, ratio)
            painter.drawPixmap(inner.left(), inner.center().y() - _ICON // 2 + 1, picture)
            inner.setLeft(inner.left() + _ICON + 6)
        name, room = said(criterion.name), inner.width()
        self.write(painter, name, "body", self.look.text, inner, room, _LEFT | _MIDDLE)

    def _draw_right(
        self, painter: QPainter, text: str, inner: QRect, vertical: Qt.AlignmentFlag
    ) -> int:
        """Draw a unit or a weight and return how far the name may go."""
        if not text:
            return inner.right()
        room = round(inner.width() * _UNIT_SHARE)
        long = self.write(painter, text, "small", self.look.muted, inner, room, _RIGHT | vertical)
        return inner.right() - long - theme.SPACE


class VendorHeader(_Header):
    """Name the vendors above their figures, each with its marker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        if not isinstance(model, ScoreModel) or not rect.isValid():
            return
        painter.fillRect(rect, self.look.ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self.look.hairline)
        inner, line = rect.adjusted(6, 0, -_CELL_PADDING, 0), self._line()
        lines = self._lines_of(model, logicalIndex, rect.width())
        inner.setTop(rect.center().y() - len(lines) * line // 2)
        long, room = 0, inner.width() - _MARKER
        for words in lines:
            inner.setHeight(line)
            taken = self.write(
                painter, words, "body", self.look.text, inner, room, _RIGHT | _MIDDLE
            )
            inner.translate(0, line)
            long = max(long, taken)
        left = inner.right() - long - _MARKER
        key = (style_of(logicalIndex), self.devicePixelRatioF())
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = series_paint.sample(*key)
        painter.drawPixmap(left, rect.center().y() - 7, picture)

    def fit_height(self, width: int) -> None:
        """Give the names one line or two, as the widest of them need in columns of a width."""
        model = self.model()
        assert isinstance(model, ScoreModel)
        names = (self._lines_of(model, column, width) for column in range(model.columnCount()))
        lines = max(map(len, names), default=1)
        self.setFixedHeight(lines * self._line() + theme.SPACE * 2)

    def _lines_of(self, model: ScoreModel, column: int, width: int) -> tuple[str, ...]:
        room = width - 6 - _CELL_PADDING - _MARKER
        return self._words.broken(model.vendor(column).name, self.look.fonts["body"], "body", room)

    def _line(self) -> int:
        return QFontMetrics(self.look.fonts["body"]).height()
