"""The heat map of the comparison: dimensions, on request their criteria, by vendor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from vendorcompare.core.ranking import Evaluation
from vendorcompare.gui.fields.checks import show_checked
from vendorcompare.gui.look import plain, spoken, theme
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.compare.comparison import style
from vendorcompare.gui.pages.compare.heat_map import HeatMap
from vendorcompare.i18n import _, language

Row = tuple[str, str, bool | None, tuple[float, ...]]  # key, name, opened, values

_HINT_WIDTH: Final = 200


class HeatPane(QWidget):
    """Show what every vendor is worth, dimension by dimension.

    Signals:
        vendor_chosen(str): the user moved to the column of a vendor.
    """

    vendor_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluation: Evaluation | None = None
        self._rows: list[Row] = []
        self._vendors: tuple[str, ...] = ()
        self._opened: set[str] = set()
        self._following = False
        self._shown: object = None
        self._order: tuple[int, ...] = ()
        self._all = QCheckBox()
        self._hint = plain.label(look="caption", wrap=True)
        self.table = HeatMap()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._all)
        column.addWidget(self.table, 1)
        column.addWidget(self._hint)
        self._all.toggled.connect(self._on_all_toggled)
        self.table.row_toggled.connect(self._on_row_toggled)
        self.table.cell_chosen.connect(self._on_cell_chosen)
        self.retranslate()

    def show_evaluation(self, evaluation: Evaluation, vendor: str) -> None:
        """Show other figures, and mark the chosen vendor."""
        if self._evaluation is None or evaluation.prepared is not self._evaluation.prepared:
            # Columns stay where they are while weights are tried.
            self._order = evaluation.prepared.evaluate().order
        self._evaluation = evaluation
        rubric = evaluation.prepared.assessment.rubric
        self._opened &= {dimension.key for dimension in rubric.dimensions}
        self._fill()
        self.set_vendor(vendor)

    def set_vendor(self, vendor: str) -> None:
        """Mark the column of a vendor."""
        if vendor in self._vendors:
            row = max(self.table.currentIndex().row(), 0)
            self._go_to(row, self._vendors.index(vendor))

    def summary(self) -> str:
        """Say every figure in words, a row of the map a line."""
        names = [name for name, _style in self.table.table().vendors]
        return "\n".join(
            spoken.told(
                name,
                spoken.listed(
                    f"{vendor} {spoken.points(value)}"
                    for vendor, value in zip(names, values, strict=True)
                ),
            )
            for _key, name, _opened, values in self._rows
        )

    def describe(self) -> None:
        """Tell readers what the map shows."""
        self.table.setAccessibleDescription(self.summary())

    def retranslate(self) -> None:
        """Give the parts their words in the language of the interface."""
        self._all.setText(_("Show &criteria"))
        self._hint.setText(
            _("Values from 0 to 100; hatched is not scored. Enter or a click on a name opens it.")
        )
        self.table.setAccessibleName(_("Heat map"))

    def _fill(self) -> None:
        if self._evaluation is None:
            return
        within = self._evaluation.shares.within.tobytes()
        shown = (self._evaluation.prepared, within, frozenset(self._opened), language())
        if shown == self._shown:  # a dimension is worth the same, whatever it weighs
            return
        self._shown = shown
        vendors = self._evaluation.prepared.assessment.vendors
        standings = [vendors[place] for place in self._order]
        self._vendors = tuple(vendor.key for vendor in standings)
        heads = [(v.name, style(self._evaluation, v.key)) for v in standings]
        self._rows = _rows(self._evaluation, self._order, self._opened)
        before = self.table.currentIndex()
        self._following = True
        self.table.set_opened([opened for _key, _name, opened, _values in self._rows])
        self.table.set_table([row[1] for row in self._rows], heads, [row[3] for row in self._rows])
        self._following = False
        if before.isValid() and not self.table.currentIndex().isValid():
            self._go_to(before.row(), before.column())
        groups = [opened for _key, _name, opened, _values in self._rows if opened is not None]
        show_checked(self._all, bool(groups) and all(groups))

    def _go_to(self, row: int, column: int) -> None:
        row = min(row, self.table.table().rowCount() - 1)
        here = self.table.currentIndex()
        if row >= 0 and (here.row(), here.column()) != (row, column):
            self._following = True
            self.table.setCurrentIndex(self.table.table().index(row, column))
            self._following = False

    def _on_cell_chosen(self, _row: int, column: int) -> None:
        if not self._following and column < len(self._vendors):
            self.vendor_chosen.emit(self._vendors[column])

    def _on_row_toggled(self, row: int) -> None:
        key, here = self._rows[row][0], self.table.currentIndex()
        self._opened ^= {key}
        self._fill()
        keys = [found[0] for found in self._rows]
        self._go_to(keys.index(key), max(here.column(), 0))

    def _on_all_toggled(self, checked: bool) -> None:
        if self._evaluation is not None:
            rubric = self._evaluation.prepared.assessment.rubric
            self._opened = {d.key for d in rubric.dimensions} if checked else set()
            self._fill()


def _rows(evaluation: Evaluation, places: Sequence[int], opened: set[str]) -> list[Row]:
    """Return a row for each dimension, and for each criterion of an opened one."""
    order = list(places)
    scores = evaluation.dimension_scores[order].T.tolist()
    values = evaluation.prepared.table.values
    rubric, found = evaluation.prepared.assessment.rubric, []
    for number, (dimension, span) in enumerate(zip(rubric.dimensions, rubric.spans, strict=True)):
        is_open = dimension.key in opened
        mark = is_open if dimension.criteria else None
        name = said(dimension.name) or dimension.key
        found.append((dimension.key, name, mark, tuple(scores[number])))
        if is_open:
            columns = (100 * values[order, span]).T.tolist()
            for criterion, figures in zip(dimension.criteria, columns, strict=True):
                name = said(criterion.name) or criterion.key
                found.append((criterion.key, name, None, tuple(figures)))
    return found
