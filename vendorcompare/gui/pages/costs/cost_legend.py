"""What the strengths and the strokes in the bars of costs stand for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vendorcompare.core.fee_terms import NATURES
from vendorcompare.gui.look import theme
from vendorcompare.gui.pages.costs.cost_bar_row import TINTS, paint_hatched
from vendorcompare.i18n import N_, _

_SWATCH: Final = 14
_GAP: Final = 6
_OUTSIDE: Final = N_("Not quoted")


class CostLegend(QWidget):
    """Show a swatch and a word for each; in grey, because every vendor has its own colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("caption"))
        widths = [_SWATCH + _GAP + metrics.horizontalAdvance(words) for words in self._words()]
        return QSize(sum(widths) + 2 * theme.SPACE * (len(widths) - 1) + 2, metrics.height() + 8)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme.font("caption")
        painter.setFont(font)
        metrics, x, middle = QFontMetrics(font), 0, self.height() / 2
        grey = theme.tokens().muted
        for number, words in enumerate(self._words()):
            box = QRectF(x, middle - _SWATCH / 2, _SWATCH, _SWATCH)
            if number < len(TINTS):
                painter.fillRect(box, theme.colour("muted", TINTS[number]))
            else:
                paint_hatched(painter, box, grey, TINTS[1])
            x += _SWATCH + _GAP
            painter.setPen(theme.colour("muted"))
            painter.drawText(x, round(middle + metrics.ascent() / 2) - 1, words)
            x += metrics.horizontalAdvance(words) + 2 * theme.SPACE
        painter.end()

    def _words(self) -> list[str]:
        return [*(_(name) for name in NATURES.values()), _(_OUTSIDE)]

    def _retranslate(self) -> None:
        self.setAccessibleName(_("Key to the bars"))
        self.setAccessibleDescription(_(", ").join(self._words()))
        self.updateGeometry()
        self.update()
