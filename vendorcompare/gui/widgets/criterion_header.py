"""The heads of the score grid: criteria with their units, dimensions, vendors."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QWidget

from vendorcompare.core.series import style_of
from vendorcompare.gui import icons, theme
from vendorcompare.gui.models.score_model import ScoreModel
from vendorcompare.gui.models.score_words import unit_of
from vendorcompare.gui.widgets import series_paint
from vendorcompare.i18n import language

_PADDING: Final = 12
_ICON: Final = 14
_CELL_PADDING: Final = 10
_MARKER: Final = 20
_UNIT_SHARE: Final = 0.35  # of the width, at most
_LOW: Final = Qt.AlignmentFlag.AlignBottom
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight
_LEFT: Final = Qt.AlignmentFlag.AlignLeft


class _Fonts:
    """Hold the fonts of a header, which take longer to make than to use."""

    def __init__(self) -> None:
        self.body = theme.font("body")
        self.small = theme.font("caption")
        self.strong = theme.font("body", bold=True)
        self.of_body = QFontMetrics(self.body)
        self.of_small = QFontMetrics(self.small)
        self.of_strong = QFontMetrics(self.strong)


class _Header(QHeaderView):
    """Keep fonts and pictures until font or colours change."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(True)
        self._pictures: dict[object, QPixmap] = {}
        self._fonts: _Fonts | None = None

    @property
    def fonts(self) -> _Fonts:
        """The fonts for the present size of text."""
        if self._fonts is None:
            self._fonts = _Fonts()
        return self._fonts

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._fonts = None
            self._pictures.clear()
        super().changeEvent(event)


class CriterionHeader(_Header):
    """Stand still at the left while the vendors are scrolled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme.SPACE * 2)

    def fit_rows(self) -> None:
        """Give criteria and headings their heights for the present size of text."""
        height = self.fonts.of_body.height()
        line, heading = height + theme.SPACE * 3 // 2, height + theme.SPACE * 3
        self.setDefaultSectionSize(line)
        model = self.model()
        if isinstance(model, ScoreModel):
            for row in range(model.rowCount()):
                if model.is_heading(row):
                    self.resizeSection(row, heading)
                elif self.sectionSize(row) != line:
                    self.resizeSection(row, line)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        if not isinstance(model, ScoreModel) or not rect.isValid():
            return
        painter.fillRect(rect, theme.colour("window"))
        if model.is_heading(logicalIndex):
            self._paint_heading(painter, model, rect, logicalIndex)
        else:
            self._paint_criterion(painter, model, rect, logicalIndex)

    def _paint_heading(self, painter: QPainter, model: ScoreModel, rect: QRect, row: int) -> None:
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        inner = rect.adjusted(_PADDING, 0, -_PADDING, -7)
        dimension, weight = model.dimension(row), model.weight(row)
        if weight is not None:
            share = f"{weight * 100:.0f}%"
            inner.setRight(self._draw_right(painter, share, inner, _LOW))
        name = "" if dimension is None else dimension.name.get(language())
        painter.setFont(self.fonts.strong)
        painter.setPen(theme.colour("text"))
        _draw_cut(painter, self.fonts.of_strong, name, inner, _LOW)

    def _paint_criterion(self, painter: QPainter, model: ScoreModel, rect: QRect, row: int) -> None:
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.colour("hairline"))
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
        painter.setFont(self.fonts.body)
        painter.setPen(theme.colour("text"))
        _draw_cut(painter, self.fonts.of_body, criterion.name.get(language()), inner, _MIDDLE)

    def _draw_right(
        self, painter: QPainter, text: str, inner: QRect, vertical: Qt.AlignmentFlag
    ) -> int:
        """Draw a unit or a weight and return how far the name may go."""
        metrics = self.fonts.of_small
        painter.setFont(self.fonts.small)
        painter.setPen(theme.colour("muted"))
        room = round(inner.width() * _UNIT_SHARE)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, _RIGHT | vertical, shown)
        return inner.right() - metrics.horizontalAdvance(shown) - theme.SPACE


class VendorHeader(_Header):
    """Name the vendors above their figures, each with its marker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        model = self.model()
        if not isinstance(model, ScoreModel) or not rect.isValid():
            return
        painter.fillRect(rect, theme.colour("window"))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.colour("hairline"))
        inner = rect.adjusted(6, 0, -_CELL_PADDING, 0)
        metrics = self.fonts.of_body
        room = inner.width() - _MARKER
        name = " ".join(model.vendor(logicalIndex).name.split())
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.setFont(self.fonts.body)
        painter.setPen(theme.colour("text"))
        painter.drawText(inner, _RIGHT | _MIDDLE, shown)
        left = inner.right() - metrics.horizontalAdvance(shown) - _MARKER
        key = (style_of(logicalIndex), self.devicePixelRatioF())
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = series_paint.sample(*key)
        painter.drawPixmap(left, rect.center().y() - 7, picture)


def _draw_cut(
    painter: QPainter, metrics: QFontMetrics, text: str, inner: QRect, vertical: Qt.AlignmentFlag
) -> None:
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
    painter.drawText(inner, _LEFT | vertical, shown)
