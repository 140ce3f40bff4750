"""One entry of the navigation rail."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from vendorcompare.gui.look import icons, plain, theme

_HEIGHT: Final = 36
_MARGIN: Final = 10  # from the edge to the icon
_GAP: Final = 10  # from the icon to the word
_WALKING: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class RailButton(QAbstractButton):
    """Show an icon and a word; a tool button would centre them.

    Signals:
        walked(int): a key was pressed that goes to another button.
    """

    walked = Signal(int)

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = False
        self.set_icon(icon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_icon(self, name: str) -> None:
        """Show an icon: pale, and strong once the button is chosen."""
        self._quiet = icons.icon(name, "muted")
        self._strong = icons.icon(name, "accent")
        self.update()

    def set_words(self, words: str, *, folded: bool, tip: bool) -> None:
        """Set the words, which a tool tip says where they are hidden."""
        self._folded = folded
        self.setText(words)
        self.setAccessibleName(words)
        plain.set_tool_tip(self, words if folded or tip else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = 2 * _MARGIN + icons.SIZE
        if not self._folded:  # the chosen word is bold: its room is kept, so that nothing moves
            metrics = QFontMetrics(theme.font(bold=True))
            width += _GAP + metrics.horizontalAdvance(self.text()) + theme.SPACE
        return QSize(width, max(_HEIGHT, QFontMetrics(theme.font()).height() + 12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WALKING:
            self.walked.emit(event.key())  # passed on, it would scroll the rail
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        self._paint_background(painter, box)
        chosen = self.isChecked()
        corner = (box.left() + _MARGIN - 1, box.center().y() - icons.SIZE // 2 + 1)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        icon = self._strong if chosen else self._quiet
        icon.paint(painter, QRect(*corner, icons.SIZE, icons.SIZE), mode=mode)
        if not self._folded:
            painter.setFont(theme.font(bold=chosen))
            painter.setPen(theme.colour("text" if self.isEnabled() else "faint"))
            room = box.adjusted(_MARGIN + icons.SIZE + _GAP - 1, 0, 0, 0)
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, side, self.text())
        painter.end()

    def _paint_background(self, painter: QPainter, box: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.colour("accent_soft"))
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setBrush(theme.colour("hairline"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawRoundedRect(box, 6, 6)
