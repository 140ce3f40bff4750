"""A legend of all vendors, in which those to be drawn are checked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from vendorcompare.gui.charts.radar_item import RadarSeries
from vendorcompare.gui.charts.radar_legend import LegendEntry
from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.look import theme
from vendorcompare.i18n import _

_GAP: Final = theme.SPACE // 2
_MOST_LINES: Final = 2  # more of them scroll


class VendorChips(QScrollArea):
    """Let the user check vendors, which keep the places they have in the document.

    Signals:
        chosen_changed(list): the keys of the checked vendors, after the user changed them.
        pointed_at(str): the mouse or the keyboard came to a vendor, or left it (empty).
    """

    chosen_changed = Signal(list)
    pointed_at = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[LegendEntry] = []
        self._inside = QWidget()
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.retranslate()

    def set_vendors(self, vendors: Sequence[RadarSeries]) -> None:
        """Offer these vendors; their figures are not looked at."""
        while len(self._chips) > len(vendors):
            old = self._chips.pop()
            old.hide()
            old.deleteLater()
        while len(self._chips) < len(vendors):
            chip = LegendEntry(vendors[len(self._chips)], self._inside)
            chip.toggled.connect(self._on_toggled)
            chip.pointed_at.connect(self.pointed_at)
            chip.show()
            self._chips.append(chip)
        for chip, vendor in zip(self._chips, vendors, strict=True):
            chip.set_series(vendor)
        self._arrange()

    def set_chosen(self, keys: Collection[str]) -> None:
        """Check these vendors, without announcing it."""
        for chip in self._chips:
            show_checked(chip, chip.series.key in keys)

    def chosen(self) -> list[str]:
        """Return the keys of the checked vendors."""
        return [chip.series.key for chip in self._chips if chip.isChecked()]

    def chips(self) -> tuple[LegendEntry, ...]:
        """Return the entries."""
        return tuple(self._chips)

    def retranslate(self) -> None:
        """Name the legend in the language of the interface."""
        self.setAccessibleName(_("Vendors in the chart"))

    def sizeHint(self) -> QSize:
        return QSize(240, self._line_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _line_height(self) -> int:
        heights = [chip.sizeHint().height() for chip in self._chips]
        return max(heights, default=24)

    def _arrange(self) -> None:
        """Put the entries in lines, as words in a paragraph."""
        width = max(self.viewport().width(), 1)
        place, line = QPoint(0, 0), self._line_height()
        for chip in self._chips:
            size = chip.sizeHint()
            across = min(size.width(), width)
            if place.x() and place.x() + across > width:
                place = QPoint(0, place.y() + line + _GAP)
            chip.setGeometry(place.x(), place.y(), across, line)
            place.setX(place.x() + across + _GAP)
        needed = place.y() + line
        self._inside.resize(width, needed)
        most = _MOST_LINES * (line + _GAP) - _GAP
        if self.maximumHeight() != min(needed, most):
            self.setFixedHeight(min(needed, most))

    def _on_toggled(self) -> None:
        self.chosen_changed.emit(self.chosen())
