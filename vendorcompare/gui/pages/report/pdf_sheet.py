"""The sheet of paper that is shown: one page, sharp at any zoom, white also in the dark."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.report.pdf_pages import PdfPages

Fit = Literal["width", "page", "none"]

_MARGIN: Final = 2 * theme.SPACE
_PIXELS_PER_POINT: Final = 96 / 72  # at 100 %
_SMALLEST, _LARGEST = 0.2, 4.0
_ZOOM_STEP: Final = 1.2
_MOST_PIXELS: Final = 40_000_000


class PdfSheet(QAbstractScrollArea):
    """Show one page and react to keys and wheel.

    Signals:
        turned(int): another page is shown.
        zoomed(float): the page is shown at another size; 1 is 100 %.
    """

    turned = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages: PdfPages | None = None
        self._number = 0
        self._fit: Fit = "width"
        self._zoom = 1.0
        self._picture: QImage | None = None

    def set_pages(self, pages: PdfPages | None) -> None:
        """Show another document, at the same page if it has one."""
        self._pages = pages
        self._picture = None
        self._number = min(self._number, max(self.count() - 1, 0))
        self._arrange()

    def count(self) -> int:
        """Return the number of pages."""
        return len(self._pages) if self._pages is not None else 0

    def number(self) -> int:
        """Return the page shown, counted from 0."""
        return self._number

    def zoom(self) -> float:
        """Return the size of the page; 1 is 100 %."""
        return self._zoom

    def picture(self) -> QImage | None:
        """Return the picture of the page at the size and sharpness it is shown in."""
        if self._pages is None or not self.count():
            return None
        ratio = self.devicePixelRatioF()
        scale = self._zoom * _PIXELS_PER_POINT * ratio
        size = self._pages.size(self._number)
        scale = min(scale, (_MOST_PIXELS / max(size.width() * size.height(), 1)) ** 0.5)
        if self._picture is None:
            self._picture = self._pages.picture(self._number, scale)
        return self._picture

    def turn_to(self, number: int) -> None:
        """Show another page, from its top."""
        number = min(max(number, 0), max(self.count() - 1, 0))
        if number != self._number:
            self._number = number
            self._picture = None
            self._arrange()
            self.verticalScrollBar().setValue(0)
            self.turned.emit(number)

    def set_fit(self, fit: Fit) -> None:
        """Let the page follow the width or the size of the view."""
        self._fit = fit
        self._arrange()

    def fit(self) -> Fit:
        """Return what the page follows."""
        return self._fit

    def zoom_by(self, factor: float) -> None:
        """Make the page larger or smaller, and let it stay so."""
        self._fit = "none"
        self._set_zoom(self._zoom * factor)

    def zoom_in(self) -> None:
        """Make the page a step larger."""
        self.zoom_by(_ZOOM_STEP)

    def zoom_out(self) -> None:
        """Make the page a step smaller."""
        self.zoom_by(1 / _ZOOM_STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with the page keys, and with the space bar; scroll with the arrows."""
        key = event.key()
        turns = {
            Qt.Key.Key_PageUp: self._number - 1,
            Qt.Key.Key_Backspace: self._number - 1,
            Qt.Key.Key_PageDown: self._number + 1,
            Qt.Key.Key_Space: self._number + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.count() - 1,
        }
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by_key(event)
        elif Qt.Key(key) in turns:
            self.turn_to(turns[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
            return
        bar = self.verticalScrollBar()
        down = event.angleDelta().y() < 0
        if bar.value() == (bar.maximum() if down else bar.minimum()):
            before = self._number
            self.turn_to(self._number + (1 if down else -1))
            if not down and self._number != before:
                bar.setValue(bar.maximum())
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("sunken"))
        picture = self.picture()
        if picture is not None:
            sheet = self._sheet()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(sheet, QColor("#ffffff"))
            painter.drawImage(sheet, picture)
            painter.setPen(QPen(theme.colour("hairline"), 1))
            painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _zoom_by_key(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_out()
        elif event.key() == Qt.Key.Key_0:
            self.set_fit("width")
        else:
            event.ignore()

    def _arrange(self) -> None:
        """Choose the size that fits, and the range of the scroll bars."""
        if self._pages is None or not self.count():
            self.viewport().update()
            return
        size = self._pages.size(self._number) * _PIXELS_PER_POINT
        room = self.maximumViewportSize()
        across = (room.width() - 2 * _MARGIN - self._bar_width()) / size.width()
        down = (room.height() - 2 * _MARGIN) / size.height()
        if self._fit == "width":
            self._set_zoom(across)
        elif self._fit == "page":
            self._set_zoom(min(across, down))
        else:
            self._set_zoom(self._zoom)

    def _set_zoom(self, zoom: float) -> None:
        zoom = min(max(zoom, _SMALLEST), _LARGEST)
        if zoom != self._zoom:
            self._zoom = zoom
            self._picture = None
            self.zoomed.emit(zoom)
        size, room = self._extent(), self.viewport().size()
        for bar, need, has in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, max(round(need + 2 * _MARGIN) - has, 0))
            bar.setPageStep(has)
            bar.setSingleStep(theme.SPACE * 4)
        self.viewport().update()

    def _bar_width(self) -> int:
        """Return the room kept for the scroll bar, so that a page does not tremble."""
        return self.verticalScrollBar().sizeHint().width() if self._fit == "width" else 0

    def _extent(self) -> QSizeF:
        if self._pages is None or not self.count():
            return QSizeF(0, 0)
        return self._pages.size(self._number) * (self._zoom * _PIXELS_PER_POINT)

    def _sheet(self) -> QRectF:
        """Return where the page lies: in the middle, or as far as it is scrolled."""
        size, room = self._extent(), QSizeF(self.viewport().size())
        left = max((room.width() - size.width()) / 2, _MARGIN - self.horizontalScrollBar().value())
        top = max((room.height() - size.height()) / 2, _MARGIN - self.verticalScrollBar().value())
        if size.width() + 2 * _MARGIN > room.width():
            left = _MARGIN - self.horizontalScrollBar().value()
        if size.height() + 2 * _MARGIN > room.height():
            top = _MARGIN - self.verticalScrollBar().value()
        return QRectF(QPointF(round(left), round(top)), size)
