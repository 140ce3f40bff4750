"""What the price of a usual extra leaves open: how many units a month are free."""

from __future__ import annotations

from PySide6.QtCore import QObject

from vendorcompare.core.errors import InputError
from vendorcompare.document.edits import costs as edits
from vendorcompare.document.reader.fees import with_cell
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.forms.ui_costs_page import Ui_CostsPage
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.said import said
from vendorcompare.gui.pages.costs.extras_model import ExtrasModel
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _


class FreeUnits(QObject):
    """Say below the board what to ask, and take in the units that are free of the current cell."""

    def __init__(
        self,
        form: Ui_CostsPage,
        workspace: Workspace,
        bound: Binding,
        extras: ExtrasModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._workspace = workspace
        self._bound = bound
        self._extras = extras
        form.extras_free.returnPressed.connect(self._on_given)

    def show(self) -> None:
        """Say what to ask about the current extra, and ask what its price leaves open."""
        form, index = self._form, self._form.extras.currentIndex()
        usual = self._extras.record(index.row())
        line = self._extras.without_free_units(index) if index.isValid() else None
        words = "" if usual is None else said(usual.usual.question)
        if line is not None:
            words = _(
                "How many units a month cost nothing extra at {vendor}? "
                "Until this is known the fee does not count; type 0 for none."
            ).format(vendor=self._workspace.assessment.vendor(line.vendor).name)
        form.extras_hint.setText(words)
        theme.set_look(form.extras_hint, "bad" if line is not None else "caption")
        form.extras_free.setVisible(line is not None and not self._extras.locked)

    def _on_given(self) -> None:
        field = self._form.extras_free
        line = self._extras.without_free_units(self._form.extras.currentIndex())
        if line is None or not field.text().strip():
            return
        given = self._workspace.assessment
        try:
            known = with_cell(given, line, "included_quantity", field.text())
        except InputError as error:
            self._workspace.refused.emit(error)
            return
        self._bound.attempt(edits.put_cost_lines, [known])
        field.setText("")
        self._form.extras.setFocus()
        self.show()
