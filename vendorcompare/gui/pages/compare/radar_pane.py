"""The radar of the comparison, with the choice of vendors and the way into groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from vendorcompare.core import radar
from vendorcompare.core.radar import MOST_OVERLAID, RadarAxes
from vendorcompare.core.ranking import Evaluation
from vendorcompare.core.series import style_of
from vendorcompare.gui.charts.radar_item import RadarSeries
from vendorcompare.gui.charts.radar_view import RadarView
from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.compare.dot_plot import DotPlot
from vendorcompare.gui.pages.compare.vendor_chips import VendorChips
from vendorcompare.i18n import _, ngettext

Drawn = tuple[tuple[RadarSeries, ...], tuple[str, ...], bytes, bool]

_NOTHING: Final = ""
_CHIPS_IN_SIGHT: Final = 6  # with more of them, the chart says itself who is drawn


class RadarPane(QWidget):
    """Draw the three best vendors, or those that the user checks.

    While only weights are tried the same vendors stay, so that the eye can follow them.
    """

    vendor_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluation: Evaluation | None = None
        self._axes: RadarAxes | None = None
        self._vendor = _NOTHING
        self._wanted: list[str] | None = None  # what the user checked; None means the best
        self._best: list[str] = []
        self._group: tuple[str, ...] = ()
        self._drawn: object = None
        self._said: dict[tuple[int, tuple[str, ...]], str] = {}
        self.view, self.dots, self.chips = RadarView(), DotPlot(), VendorChips()
        self.best, self.every = plain.button(look="quiet"), plain.button(look="quiet")
        self.back = plain.button(look="quiet")
        self._hint = plain.label(look="caption", wrap=True)
        self._charts = QStackedWidget()
        self._lay_out()
        self.chips.chosen_changed.connect(self._on_chosen)
        self.chips.pointed_at.connect(self._on_pointed_at)
        self.best.clicked.connect(self._on_best)
        self.every.clicked.connect(self._on_every)
        self.back.clicked.connect(self._on_back)
        self.view.axis_activated.connect(self._on_axis)
        self.view.vendor_highlighted.connect(self._on_highlighted)
        self.retranslate()

    def show_evaluation(self, evaluation: Evaluation, vendor: str) -> None:
        """Draw other figures; only what looks different is drawn again."""
        fresh = self._evaluation is None or evaluation.prepared is not self._evaluation.prepared
        self._evaluation, self._vendor = evaluation, vendor
        if fresh:
            self._said.clear()
            self._best = _best(evaluation.prepared.evaluate())
            self._take_vendors(evaluation)
        self._draw()

    def set_vendor(self, vendor: str) -> None:
        """Bring a vendor forward."""
        if vendor != self._vendor:
            self._vendor = vendor
            self._draw()

    def forget_choice(self) -> None:
        """Follow the ranking again, as for another document."""
        self._wanted, self._group = None, ()

    def summary(self) -> str:
        """Say every figure in words, one vendor a line."""
        as_bars = self._charts.currentWidget() is self.dots
        return self.dots.summary() if as_bars else self.view.summary()

    def describe(self) -> None:
        """Tell readers what the dots show; the radar describes itself."""
        self.dots.setAccessibleDescription(self.dots.summary())

    def retranslate(self) -> None:
        """Give the parts their words in the language of the interface."""
        self.best.setText(_("&Top three"))
        self.every.setText(_("&All"))
        self.back.setText(_("&Back to the groups"))
        self.chips.retranslate()
        self.dots.retranslate()
        self._drawn = None
        self._said.clear()

    def _lay_out(self) -> None:
        self._charts.addWidget(self.view)
        self._charts.addWidget(self.dots)
        self.view.legend().hide()  # the chips are the legend
        below = QHBoxLayout()
        below.setSpacing(theme.SPACE // 2)
        below.addWidget(self.back)
        below.addWidget(self._hint, 1)
        for button in (self.best, self.every):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.chips)
        column.addWidget(self._charts, 1)
        column.addLayout(below)

    def _take_vendors(self, evaluation: Evaluation) -> None:
        vendors = evaluation.prepared.assessment.vendors
        self.chips.set_vendors(
            [RadarSeries(v.key, v.name, style_of(i), ()) for i, v in enumerate(vendors)]
        )
        if self._wanted is not None:
            known = evaluation.prepared.assessment.vendor_position
            self._wanted = [key for key in self._wanted if key in known] or None
        dimensions = evaluation.prepared.dimension_position
        if not all(key in dimensions for key in self._group):
            self._group = ()

    def _shown(self, evaluation: Evaluation) -> list[str]:
        """Return the vendors to draw; the chosen one takes the last place among the best."""
        if self._wanted is not None:
            return self._wanted
        found = list(self._best)
        scored = self._vendor and evaluation.standing(self._vendor).score is not None
        if scored and self._vendor not in found:
            found[-1] = self._vendor
        return found

    def _draw(self) -> None:
        evaluation = self._evaluation
        if evaluation is None:
            return
        shown = self._shown(evaluation)
        axes = self._axes = self._choose_axes(evaluation)
        pairs = zip(axes.labels, axes.keys, strict=True)
        names = tuple(said(label) or key for label, key in pairs)
        looks = (tuple(shown), names, axes.values.tobytes(), axes.as_bars, evaluation.prepared)
        if looks != self._drawn:
            self._drawn = looks
            self.chips.set_chosen(shown)
            self._draw_anew(evaluation, axes, names, shown)
        here = self._vendor if self._vendor in shown else _NOTHING
        self.view.set_highlight(here)
        self.dots.set_highlight(here)

    def _draw_anew(
        self, evaluation: Evaluation, axes: RadarAxes, names: tuple[str, ...], shown: list[str]
    ) -> None:
        series = self._series(evaluation, axes, shown)
        self._charts.setCurrentWidget(self.dots if axes.as_bars else self.view)
        self.back.setVisible(bool(self._group))
        self._hint.setText(self._explained(axes, len(series)))
        if axes.as_bars:
            self.dots.set_series(names, series)
            return
        several = len(series) > MOST_OVERLAID
        best = None
        if several:
            best = radar.best_of(axes.values[list(evaluation.prepared.eligible)]).tolist()
        self.view.set_axes(names)
        self.view.set_series(series, best=best)
        many = len(self.chips.chips()) > _CHIPS_IN_SIGHT
        self.view.legend().setVisible(several or many)

    def _choose_axes(self, evaluation: Evaluation) -> RadarAxes:
        dimensions = evaluation.prepared.assessment.rubric.dimensions
        values, weights = evaluation.dimension_scores / 100, evaluation.shares.dimensions
        if self._group:
            columns = [i for i, d in enumerate(dimensions) if d.key in self._group]
            dimensions = tuple(dimensions[i] for i in columns)
            values, weights = values[:, columns], weights[columns]
        return radar.choose_axes(dimensions, values, weights)

    def _series(
        self, evaluation: Evaluation, axes: RadarAxes, shown: Sequence[str]
    ) -> list[RadarSeries]:
        assessment, found = evaluation.prepared.assessment, []
        for key in shown:
            place = assessment.vendor_position[key]
            found.append(
                RadarSeries(
                    key=key,
                    name=assessment.vendors[place].name,
                    style=style_of(place),
                    values=axes.values[place].tolist(),
                    raw=[self._scored(evaluation, place, keys) for keys in axes.members],
                )
            )
        return found

    def _scored(self, evaluation: Evaluation, vendor: int, dimensions: tuple[str, ...]) -> str:
        """Say how much of an axis is scored, which no weight changes."""
        found = self._said.get((vendor, dimensions))
        if found is None:
            found = self._said[vendor, dimensions] = _scored(evaluation, vendor, dimensions)
        return found

    def _explained(self, axes: RadarAxes, count: int) -> str:
        if not count:
            return _("Check a vendor above to draw it.")
        if axes.grouped:
            return _("Each axis is the mean of a group; Enter or a click on its name opens it.")
        return ""

    def _on_chosen(self, keys: list[str]) -> None:
        self._wanted = keys
        self._draw()

    def _on_best(self) -> None:
        if self._evaluation is not None:
            self._wanted, self._best = None, _best(self._evaluation)
            self._draw()

    def _on_every(self) -> None:
        if self._evaluation is not None:
            self._wanted = _scored_vendors(self._evaluation)
            self._draw()

    def _on_axis(self, axis: int) -> None:
        """Look into a group."""
        if self._axes is not None and self._axes.grouped and len(self._axes.members[axis]) > 1:
            self._group = self._axes.members[axis]
            self._draw()

    def _on_back(self) -> None:
        self._group = ()
        self._draw()
        self.view.setFocus()

    def _on_pointed_at(self, key: str) -> None:
        self.view.set_highlight(key if key in self.chips.chosen() else "")
        self.dots.set_highlight(key)

    def _on_highlighted(self, key: str) -> None:
        """Return to the chosen vendor when the mouse leaves the others."""
        if not key and self._vendor in self.chips.chosen():
            self.view.set_highlight(self._vendor)


def _scored_vendors(evaluation: Evaluation) -> list[str]:
    """Return the vendors that can be drawn, the best first."""
    return [standing.vendor for standing in evaluation.rows if standing.score is not None]


def _best(evaluation: Evaluation) -> list[str]:
    return _scored_vendors(evaluation)[:MOST_OVERLAID]


def _scored(evaluation: Evaluation, vendor: int, dimensions: Sequence[str]) -> str:
    """Say how much of an axis is scored."""
    table, prepared = evaluation.prepared.table, evaluation.prepared
    spans = prepared.assessment.rubric.spans
    columns = np.concatenate([np.arange(spans[prepared.dimension_position[key]].start,
                                        spans[prepared.dimension_position[key]].stop)
                              for key in dimensions])  # fmt: skip
    asked = int(table.applicable[vendor, columns].sum())
    scored = int(table.scored[vendor, columns].sum())
    return ngettext(
        "{scored} of {asked} criterion scored", "{scored} of {asked} criteria scored", asked
    ).format(scored=scored, asked=asked)
