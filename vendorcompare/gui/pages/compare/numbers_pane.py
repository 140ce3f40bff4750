"""The figures of the comparison as a table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vendorcompare.core.ranking import Evaluation
from vendorcompare.gui.grid.live_numbers import LiveNumbers
from vendorcompare.gui.look import plain, theme
from vendorcompare.gui.pages.compare.numbers_model import NumbersModel
from vendorcompare.i18n import _


class NumbersPane(QWidget):
    """Show every figure that the charts are drawn from.

    Signals:
        vendor_chosen(str): the user moved to the row of a vendor.
    """

    vendor_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = NumbersModel(self)
        self.table = LiveNumbers()
        self.table.setModel(self.model)
        self._copy = plain.button()
        self._copy.clicked.connect(self.table.copy_all)
        self._hint = plain.label(look="caption", wrap=True)
        below = QHBoxLayout()
        below.setSpacing(theme.SPACE)
        below.addWidget(self._hint, 1)
        below.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        self.model.modelReset.connect(self.table.fit_columns)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.retranslate()

    def show_evaluation(self, evaluation: Evaluation, vendor: str) -> None:
        """Show other figures, and mark the chosen vendor."""
        self.model.set_evaluation(evaluation)
        self.set_vendor(vendor)

    def set_vendor(self, vendor: str) -> None:
        """Go to the row of a vendor."""
        self.table.set_row(self.model.row_of(vendor))

    def describe(self) -> None:
        """Tell readers how the table is to be read; its cells speak for themselves."""
        self.table.setAccessibleDescription(self._hint.text())

    def retranslate(self) -> None:
        """Give the parts their words in the language of the interface."""
        self._copy.setText(_("Copy &table"))
        self._hint.setText(_("Dimensions from 0 to 100. Ctrl+C copies what is selected."))
        self.table.retranslate()
        self.model.retranslate()
        self.table.fit_columns()

    def _on_row_chosen(self, row: int) -> None:
        self.vendor_chosen.emit(self.model.vendor(row))
