"""The radar chart with its legend, the key of its numbers, and its figures in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from vendorcompare.core.radar import MOST_OVERLAID
from vendorcompare.gui.charts.radar_canvas import RadarCanvas
from vendorcompare.gui.charts.radar_item import RadarItem, RadarSeries
from vendorcompare.gui.charts.radar_legend import RadarLegend
from vendorcompare.gui.look import plain, spoken, theme
from vendorcompare.i18n import _

_SMALLEST: Final = 280
_DESCRIBE_AFTER: Final = 150  # milliseconds; words for readers need not follow every frame


class RadarView(QWidget):
    """Show up to three vendors overlaid, more of them side by side.

    Signals:
        vendor_highlighted(str): a vendor was pointed at, or none (empty).
        axis_activated(int): an axis was clicked, to look into it.
    """

    vendor_highlighted = Signal(str)
    axis_activated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._series: tuple[RadarSeries, ...] = ()
        self._canvas = RadarCanvas()
        self._legend = RadarLegend()
        self._key = plain.label(look="caption", wrap=True)
        self._key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._key.hide()
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._canvas)
        self._scroll.viewport().setAutoFillBackground(False)
        self._canvas.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._key)
        column.addWidget(self._legend)
        self._canvas.highlighted.connect(self.vendor_highlighted)
        self._canvas.axis_activated.connect(self.axis_activated)
        self._canvas.arranged.connect(self._show_key)
        self._legend.pointed_at.connect(self._canvas.set_highlight)
        self._describing = QTimer(self, singleShot=True, interval=_DESCRIBE_AFTER)
        self._describing.timeout.connect(self._describe)
        self.setFocusProxy(self._canvas)
        self.setMinimumSize(_SMALLEST, _SMALLEST)
        self._describe()

    def set_axes(self, names: Sequence[str]) -> None:
        """Name the axes, in the order of the rubric, clockwise from the top."""
        self._names = tuple(names)
        self._canvas.set_axes(self._names)
        self._show_key()
        self._describing.start()

    def set_series(
        self,
        series: Sequence[RadarSeries],
        best: Sequence[float] | None = None,
        target: Sequence[float] | None = None,
    ) -> None:
        """Show figures; cheap enough to be called at every step of a slider."""
        several = len(series) > MOST_OVERLAID
        arranged_anew = len(series) != len(self._series)
        self._series = tuple(series)
        self._canvas.set_series(self._series, best, target)
        shown = () if several else self._series
        self._legend.set_series(shown, best=best is not None, target=target is not None)
        if arranged_anew:
            self._fit_height()
        self._describing.start()

    def set_highlight(self, key: str) -> None:
        """Bring one vendor forward, as another view of the same vendors asks."""
        self._canvas.set_highlight(key)

    def charts(self) -> tuple[RadarItem, ...]:
        """Return the charts: one with everybody, or one for each vendor."""
        return self._canvas.items_shown()

    def canvas(self) -> RadarCanvas:
        """Return the part that takes mouse and keys."""
        return self._canvas

    def legend(self) -> RadarLegend:
        """Return the row of samples."""
        return self._legend

    def summary(self) -> str:
        """Say every figure of the chart in words, one vendor a line."""
        return "\n".join(spoken.told(line.name, self._figures(line)) for line in self._series)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _figures(self, line: RadarSeries) -> str:
        pairs = zip(self._names, line.values, strict=False)
        return spoken.listed(f"{name} {spoken.points(100 * value)}" for name, value in pairs)

    def _fit_height(self) -> None:
        """Let many charts scroll; a single one takes the room there is."""
        width = self._scroll.viewport().width()
        self._canvas.setMinimumHeight(self._canvas.height_for(width))

    def _show_key(self) -> None:
        charts = self._canvas.items_shown()
        pairs = charts[0].layout_now().key if charts and self._names else ()
        # The number stays on the line of its name.
        words = [f"{number} {name}".replace(" ", "\N{NO-BREAK SPACE}") for number, name in pairs]
        self._key.setText("   ".join(words))
        self._key.setVisible(bool(pairs))

    def _describe(self) -> None:
        self._canvas.setAccessibleName(_("Radar chart"))
        self._canvas.setAccessibleDescription(self.summary())
