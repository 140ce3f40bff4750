"""Sliders to try other weights, without touching the document."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from vendorcompare.core.rubric import Dimension, Rubric
from vendorcompare.core.values import counts
from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.compare.weight_sliders import WeightSliders
from vendorcompare.i18n import _

_DIGITS = 4  # of a tried weight; more would only be the position of a mouse


class WeightsPanel(QWidget):
    """Hold one slider for each dimension that can count.

    Signals:
        tried: the weights on trial are different ones.
    """

    tried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base: dict[str, float] = {}
        self._title = plain.label(look="heading")
        self._hint = plain.label(look="caption", wrap=True)
        self.sliders = WeightSliders(with_reset=False)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.sliders)
        self._scroll.viewport().setAutoFillBackground(False)
        self.sliders.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE * 2, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self._scroll, 1)
        self.sliders.weights_changed.connect(self._on_weights_changed)
        self.retranslate()

    def show_rubric(self, rubric: Rubric) -> None:
        """Offer the dimensions of a rubric; the trial ends if their weights are other ones."""
        dimensions = [d for d in rubric.dimensions if _can_count(d)]
        base = {d.key: d.weight for d in dimensions}
        names = [(d.key, said(d.name) or d.key) for d in dimensions]
        if list(base.items()) != list(self._base.items()):
            self._base = base
            self.sliders.set_weights(names, base)
        else:
            self.sliders.set_names(dict(names))

    def reset(self) -> None:
        """End the trial at once."""
        self.sliders.set_weights(self.sliders.dimensions(), self._base)
        self.tried.emit()

    def forget(self) -> None:
        """End the trial without telling, because another document is there."""
        self._base = {}
        self.sliders.set_weights([], {})

    def overrides(self) -> Mapping[str, float]:
        """Return the weights on trial, in the unit of the rubric; nothing without a trial.

        What was not moved keeps the weight of the rubric to the last digit.
        """
        whole = sum(self._base.values())
        moved = self.sliders.moved()
        found = {key: _rounded(share * whole) for key, share in moved.items()}
        if moved and not any({**self._base, **found}.values()):
            return dict.fromkeys(self._base, 1.0)  # as the sliders say: equal shares
        return found

    def retranslate(self) -> None:
        """Give the parts their words in the language of the interface."""
        self._title.setText(_("What if the weights were others?"))
        self._hint.setText(_("Moving a slider changes nothing in the assessment."))

    def _on_weights_changed(self, _shares: object) -> None:
        self.tried.emit()


def _can_count(dimension: Dimension) -> bool:
    return any(counts(c) and c.weight > 0 for c in dimension.criteria)


def _rounded(weight: float) -> float:
    return float(f"{weight:.{_DIGITS}g}")
