"""How wide the columns of the grids of the Costs page are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QHeaderView

from vendorcompare.core.assessment import Assessment
from vendorcompare.gui.forms.ui_costs_page import Ui_CostsPage
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.word_cache import WordCache
from vendorcompare.gui.pages.costs.fee_columns import DRIVER, LABEL, volume_name

_FEES: Final = (220, 96, 92, 130, 110, 84, 112, 84, 92, 80, 92, 92, 64, 100, 104, 150)
_VOLUMES: Final = (320, 110, 110, 110)
_AIR: Final = 3 * theme.SPACE
_MARKER: Final = 16 + theme.SPACE
#: From the narrowest to the widest that a column of names gets, in pixels.
_VENDOR: Final = (150, 250)
_FEE: Final = (_FEES[LABEL], 300)
_VOLUME: Final = (_FEES[DRIVER], 200)
_EXTRA: Final = (180, 280)
_VENDOR_ABOVE: Final = (170, 240)


class GridWidths:
    """Give names the room that they need, within reason, and leave to users what they drag.

    A column that holds names only grows, and only for a longer name than it held so far.
    """

    def __init__(self, form: Ui_CostsPage) -> None:
        self._form = form
        self._words = WordCache()
        self._fitted: dict[int, int] = {}
        stretched = QHeaderView.ResizeMode.Stretch
        form.volumes.horizontalHeader().setSectionResizeMode(0, stretched)
        form.volumes.verticalHeader().hide()
        form.extras.horizontalHeader().setSectionResizeMode(stretched)
        self.reset()

    def reset(self) -> None:
        """Begin with the usual widths, for another document or in another language."""
        self._words.clear()
        self._fitted.clear()
        for view, widths in ((self._form.fees, _FEES), (self._form.volumes, _VOLUMES)):
            head = view.horizontalHeader()
            for column, width in enumerate(widths):
                view.setColumnWidth(column, max(width, head.sectionSizeHint(column)))

    def fit(self, given: Assessment) -> None:
        """Make room for the names of an assessment."""
        form = self._form
        vendors = self._needed((vendor.name for vendor in given.vendors), _MARKER)
        form.fees.verticalHeader().setFixedWidth(_within(vendors, _VENDOR))
        form.extras.horizontalHeader().setMinimumSectionSize(_within(vendors, _VENDOR_ABOVE))
        extras = form.extras.verticalHeader()
        extras.setFixedWidth(_within(extras.sizeHint().width(), _EXTRA))
        self._grow(LABEL, self._needed(line.label for line in given.cost_lines), _FEE)
        self._grow(DRIVER, self._needed(map(volume_name, given.drivers)), _VOLUME)

    def _grow(self, column: int, needed: int, limits: tuple[int, int]) -> None:
        if needed > self._fitted.get(column, 0):
            self._fitted[column] = needed
            width = max(self._form.fees.columnWidth(column), _within(needed, limits))
            self._form.fees.setColumnWidth(column, width)

    def _needed(self, names: Iterable[str], beside: int = 0) -> int:
        return self._words.longest(names, theme.font(), "body") + beside + _AIR


def _within(needed: int, limits: tuple[int, int]) -> int:
    least, most = limits
    return max(least, min(needed, most))
