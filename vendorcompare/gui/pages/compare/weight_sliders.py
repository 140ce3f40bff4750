"""One slider for the weight of each dimension, with the share it comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSlider, QVBoxLayout, QWidget

from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.steady_label import SteadyLabel
from vendorcompare.i18n import _

_FINEST: Final = 1000  # positions of a slider
_STEP: Final = 10
_PAGE: Final = 100
_ROOM_TO_GROW: Final = 2.0  # the largest weight begins in the middle of its slider
_NAME_WIDTH: Final = 160


class WeightSliders(QWidget):
    """Let the user try other weights; the shares always sum to the whole.

    Signals:
        weights_changed(dict): share of each dimension by key, from 0 to 1. Many moves that
            arrive together are told once.
    """

    weights_changed = Signal(dict)

    def __init__(self, parent: QWidget | None = None, *, with_reset: bool = True) -> None:
        """Make the sliders; without a button of their own where the page has one."""
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._start: dict[str, int] = {}
        self._sliders: dict[str, QSlider] = {}
        self._shares: dict[str, SteadyLabel] = {}
        self._labels: dict[str, QLabel] = {}
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell)
        self._reset = plain.button(look="quiet")
        self._reset.setVisible(with_reset)
        self._reset.clicked.connect(self.reset)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.SPACE * 2)
        self._grid.setVerticalSpacing(theme.SPACE // 2)
        self._grid.setColumnStretch(1, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addLayout(below)
        column.addStretch(1)
        self._retranslate()

    def set_weights(
        self, dimensions: Sequence[tuple[str, str]], shares: Mapping[str, float]
    ) -> None:
        """Begin with these weights, given key and name of each dimension; announces nothing."""
        if [key for key, _name in dimensions] != list(self._sliders):
            self._rebuild([key for key, _name in dimensions])
        self._names = dict(dimensions)
        total = sum(shares.get(key, 0.0) for key in self._names) or 1.0
        largest = max((shares.get(key, 0.0) / total for key in self._names), default=0.0)
        scale = _FINEST / (_ROOM_TO_GROW * largest) if largest else 0.0
        self._start = {key: round(shares.get(key, 0.0) / total * scale) for key in self._names}
        self._place(self._start)
        self._telling.stop()
        self._retranslate()

    def weights(self) -> dict[str, float]:
        """Return the share of each dimension; equal shares where every slider is at zero."""
        places = {key: slider.value() for key, slider in self._sliders.items()}
        total = sum(places.values())
        if not total:
            return {key: 1 / len(places) for key in places}
        return {key: place / total for key, place in places.items()}

    def reset(self) -> None:
        """Go back to the weights it began with."""
        self._place(self._start)
        self._telling.start()

    def is_changed(self) -> bool:
        """Tell whether the weights differ from those it began with."""
        return any(slider.value() != self._start[key] for key, slider in self._sliders.items())

    def moved(self) -> dict[str, float]:
        """Return what the moved sliders come to, where the weights it began with sum to 1."""
        total = sum(self._start.values()) or 1
        return {
            key: slider.value() / total
            for key, slider in self._sliders.items()
            if slider.value() != self._start[key]
        }

    def dimensions(self) -> list[tuple[str, str]]:
        """Return key and name of each dimension."""
        return list(self._names.items())

    def set_names(self, names: Mapping[str, str]) -> None:
        """Call the same dimensions by other names; the sliders stay where they are."""
        self._names = {key: names[key] for key in self._names}
        self._retranslate()

    def slider(self, key: str) -> QSlider:
        """Return the slider of a dimension."""
        return self._sliders[key]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._retranslate()
        super().changeEvent(event)

    def _rebuild(self, keys: Sequence[str]) -> None:
        for old in (*self._labels.values(), *self._sliders.values(), *self._shares.values()):
            old.hide()
            old.deleteLater()
        self._labels, self._sliders, self._shares = {}, {}, {}
        for row, key in enumerate(keys):
            slider = QSlider(Qt.Orientation.Horizontal)
            slider.setRange(0, _FINEST)
            slider.setSingleStep(_STEP)
            slider.setPageStep(_PAGE)
            slider.valueChanged.connect(self._on_moved)
            name, share = plain.label(), SteadyLabel(wrap=False)
            share.set_alignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, part in enumerate((name, slider, share)):
                self._grid.addWidget(part, row, column)
            self._labels[key], self._sliders[key], self._shares[key] = name, slider, share

    def _place(self, places: Mapping[str, int]) -> None:
        for key, slider in self._sliders.items():
            slider.blockSignals(True)  # one announcement for all of them, or none
            slider.setValue(places[key])
            slider.blockSignals(False)
        self._show_shares()

    def _on_moved(self) -> None:
        if not self._telling.isActive():
            self._telling.start()

    def _tell(self) -> None:
        self._show_shares()
        self.weights_changed.emit(self.weights())

    def _show_shares(self) -> None:
        for key, share in self.weights().items():
            words = f"{100 * share:.1f}%"
            self._shares[key].set_text(words)
            self._sliders[key].setAccessibleDescription(words)
        self._reset.setEnabled(self.is_changed())

    def _retranslate(self) -> None:
        self._reset.setText(_("Reset weights"))
        metrics = QFontMetrics(theme.font())
        for key, name in self._names.items():
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
            self._labels[key].setText(shown)
            plain.set_tool_tip(self._labels[key], name if shown != name else "")
            self._sliders[key].setAccessibleName(_("Weight of {name}").format(name=name))
            self._shares[key].setMinimumWidth(metrics.horizontalAdvance("100.0%"))
