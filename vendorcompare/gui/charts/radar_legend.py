"""The legend of a radar chart: a sample of each line, which brings its vendor forward."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from vendorcompare.gui.charts.radar_item import RadarSeries
from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.series_paint import draw_sample
from vendorcompare.gui.look.word_cache import broken
from vendorcompare.i18n import _

_SAMPLE: Final = 32
_WIDEST: Final = 420
_GHOST_DASHES: Final = {"best": Qt.PenStyle.DotLine, "target": Qt.PenStyle.DashLine}


class LegendEntry(QAbstractButton):
    """Show the line of one vendor and its name.

    Signals:
        pointed_at(str): the mouse or the keyboard came to the entry, or left it (empty).
    """

    pointed_at = Signal(str)

    def __init__(self, series: RadarSeries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.series = series
        self.set_series(series)

    def set_series(self, series: RadarSeries) -> None:
        """Show another vendor, or the same one under another name."""
        self.series = series
        if series.name != self.text():
            self.setText(series.name)
            self.setAccessibleName(series.name)
            plain.set_tool_tip(self, series.name)
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(bold=True))
        width = metrics.horizontalAdvance(self.text()) + _SAMPLE + 4 * theme.SPACE
        width = min(width, _WIDEST)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        font = theme.font(bold=True)
        return len(self._lines(width)) * QFontMetrics(font).height() + theme.SPACE

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed_at.emit(self.series.key)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit("")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed_at.emit(self.series.key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed_at.emit("")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        sample = QRectF(theme.SPACE, 0, _SAMPLE, self.height())
        draw_sample(painter, self.series.style, sample)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font(bold=self.isChecked()))
        room = self.rect().adjusted(_SAMPLE + 2 * theme.SPACE, 0, -theme.SPACE, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "\n".join(self._lines(self.width())))
        painter.end()

    def _lines(self, width: int) -> tuple[str, ...]:
        """Return the name in lines, as broken when it is bold, so that no click moves a word."""
        room = width - _SAMPLE - 3 * theme.SPACE
        return broken(self.text(), QFontMetrics(theme.font(bold=True)), room)


class GhostSample(QWidget):
    """Show how the best of the group, or the target, is drawn."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("caption"))
        return QSize(metrics.horizontalAdvance(self._words()) + _SAMPLE + 24, 24)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self.setAccessibleName(self._words())
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = 1.0 if self._kind == "best" else 2.5
        painter.setPen(QPen(theme.colour("muted"), width, _GHOST_DASHES[self._kind]))
        middle = self.height() / 2
        painter.drawLine(QPointF(theme.SPACE, middle), QPointF(theme.SPACE + _SAMPLE, middle))
        painter.setPen(theme.colour("muted"))
        painter.setFont(theme.font("caption"))
        room = self.rect().adjusted(_SAMPLE + 16, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._words())
        painter.end()

    def _words(self) -> str:
        return _("Best of all") if self._kind == "best" else _("Target")


class RadarLegend(QWidget):
    """Put the samples of the vendors in one row, best and target below.

    Signals:
        pointed_at(str): a vendor to bring forward, or none.
    """

    pointed_at = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[LegendEntry] = []
        self._pinned = ""
        self._best, self._target = GhostSample("best"), GhostSample("target")
        self._row = QHBoxLayout()
        ghosts = QHBoxLayout()
        for row in (self._row, ghosts):
            row.setSpacing(theme.SPACE)
            row.addStretch(1)
        for sample in (self._best, self._target):
            ghosts.addWidget(sample)
        for row in (self._row, ghosts):
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addLayout(ghosts)

    def set_series(self, series: Sequence[RadarSeries], *, best: bool, target: bool) -> None:
        """Show these vendors; entries are kept where only figures changed."""
        self._best.setVisible(best)
        self._target.setVisible(target)
        while len(self._entries) > len(series):
            old = self._entries.pop()
            old.hide()
            old.deleteLater()
        while len(self._entries) < len(series):
            entry = LegendEntry(series[len(self._entries)], self)
            entry.pointed_at.connect(self._on_pointed_at)
            entry.toggled.connect(self._on_toggled)
            self._row.insertWidget(1 + len(self._entries), entry)
            self._entries.append(entry)
        for entry, line in zip(self._entries, series, strict=True):
            entry.set_series(line)

    def entries(self) -> tuple[LegendEntry, ...]:
        """Return the entries of the vendors."""
        return tuple(self._entries)

    def _on_pointed_at(self, key: str) -> None:
        self.pointed_at.emit(key or self._pinned)

    def _on_toggled(self) -> None:
        """Keep a vendor in front, until its entry is clicked again."""
        clicked = self.sender()
        for entry in self._entries:
            if entry is not clicked:
                show_checked(entry, False)
        self._pinned = next((e.series.key for e in self._entries if e.isChecked()), "")
        self.pointed_at.emit(self._pinned)
