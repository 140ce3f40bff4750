"""The grids of the Costs page: fees, usual extras and volumes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vendorcompare.core.errors import InputError
from vendorcompare.core.series import style_of
from vendorcompare.document.edits import costs as edits
from vendorcompare.gui.commands import Scope, actions, name_all
from vendorcompare.gui.forms.ui_costs_page import Ui_CostsPage
from vendorcompare.gui.grid.outcome import RefusedCell
from vendorcompare.gui.look.series_paint import sample
from vendorcompare.gui.pages.costs.extras_model import ExtrasModel
from vendorcompare.gui.pages.costs.fee_model import FeeModel
from vendorcompare.gui.pages.costs.free_units import FreeUnits
from vendorcompare.gui.pages.costs.grid_widths import GridWidths
from vendorcompare.gui.pages.costs.volume_model import VolumeModel
from vendorcompare.gui.pages.page import Page
from vendorcompare.gui.pages.record_grids import BoundGrid, RecordGrids
from vendorcompare.i18n import _, ngettext


class CostGrids(RecordGrids):
    """Fill the grids, and do what their buttons say."""

    def __init__(self, form: Ui_CostsPage, page: Page) -> None:
        super().__init__(page, form.refusals)
        self._form = form
        self._workspace = page.workspace
        self._bound = page.bound
        self._problems: Mapping[str, InputError] = {}
        self.fees = FeeModel(page.bound, self)
        self.extras = ExtrasModel(page.bound, self)
        self.volumes = VolumeModel(page.bound, self)
        self._fee_grid = self.add(form.fees, self.fees, form.fee_hint)
        self.add(form.extras, self.extras)
        self._volume_grid = self.add(form.volumes, self.volumes, form.volume_hint)
        self._fee_grid.acts_on_rows(form.add_all, form.duplicate)
        self._fee_grid.deletes(edits.delete_cost_lines, _fees_deleted, form.remove)
        self._volume_grid.deletes(edits.delete_drivers, _volumes_deleted, form.remove_volume)
        self._fee_actions = actions(Scope.FEES, form.fees, {"taxes": self.spread_taxes})
        form.fees.freeze_first_column()
        self._widths = GridWidths(form)
        form.extras.rows_unwanted.connect(form.extras.clear_cells)
        form.vendor.activated.connect(self._on_vendor)
        form.add.clicked.connect(self.add_fee)
        form.add_all.clicked.connect(self.add_to_every_vendor)
        form.duplicate.clicked.connect(self.duplicate_fees)
        self._free_units = FreeUnits(form, page.workspace, page.bound, self.extras, self)
        form.extras.moved.connect(self._free_units.show)

    def show_costs(self, problems: Mapping[str, InputError]) -> None:
        """Show the fees, extras and volumes of the open document."""
        given = self._workspace.assessment
        self._problems = problems
        self._form.add.setEnabled(not self.lock())
        self._show_vendors()
        self.fees.show(given, problems, self._vendor())
        self.extras.show(given)
        self.volumes.show(given)
        self._widths.fit(given)
        self._free_units.show()
        self.show()

    def forget(self) -> None:
        """Show the fees of all vendors of whatever document comes next."""
        super().forget()
        self._form.vendor.setCurrentIndex(0)
        self._widths.reset()

    def retranslate(self) -> None:
        super().retranslate()
        name_all(self._fee_actions.values())
        self._widths.reset()
        if self._workspace.document is not None:
            self._widths.fit(self._workspace.assessment)

    def show_fees_of(self, vendor: str) -> None:
        """Show the fees of one vendor."""
        found = self._form.vendor.findData(vendor)
        if found >= 0:
            self._form.vendor.setCurrentIndex(found)
            self._on_vendor()

    def add_fee(self) -> None:
        """Begin a fee of the chosen vendor."""
        row = self._form.fees.currentIndex().row()
        vendor = self.fees.vendor_of(row) or self._vendor() or self.fees.vendor_of(0)
        self._fee_grid.begin(("new", vendor))

    def add_to_every_vendor(self) -> None:
        """Ask every other vendor for the fee of the current row."""
        record = self._fee_grid.current()
        added = None if record is None else self._bound.attempt(edits.add_for_every_vendor, record)
        if record is None or added is None:
            return
        words = ngettext(
            '"{fee}" was added to {count} vendor. Ask what it costs there.',
            '"{fee}" was added to {count} vendors. Ask what it costs there.',
            len(added),
        )
        said = words.format(fee=record.label, count=len(added))
        self._workspace.noticed.emit(said, bool(added))

    def spread_taxes(self) -> None:
        """Give all fees of a vendor the VAT and the invoice of the current one."""
        record = self._fee_grid.current()
        count = self._bound.attempt(edits.spread_taxes, record) if record is not None else 0
        if count:
            words = ngettext("{count} fee was changed.", "{count} fees were changed.", count)
            self._workspace.noticed.emit(words.format(count=count), True)

    def duplicate_fees(self) -> None:
        """Add copies of the selected fees."""
        keys = self._fee_grid.chosen()
        made = self._bound.attempt(edits.duplicate_cost_lines, keys) if keys else None
        if made:
            self._form.fees.go(self.fees.row_of(made[0]), 0)

    def reveal(self, refused: RefusedCell, grid: BoundGrid[Any]) -> None:
        self.show_fees_of("")

    def _vendor(self) -> str:
        return str(self._form.vendor.currentData() or "")

    def _show_vendors(self) -> None:
        """List the vendors in the chooser, keeping the one that is chosen."""
        combo, chosen = self._form.vendor, self._vendor()
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(_("All vendors"), "")
        for place, vendor in enumerate(self._workspace.assessment.vendors):
            combo.addItem(sample(style_of(place)), vendor.name, vendor.key)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.blockSignals(False)

    def _on_vendor(self) -> None:
        self.fees.show(self._workspace.assessment, self._problems, self._vendor())
        self._fee_grid.show_hint()


def _fees_deleted(count: int) -> str:
    words = ngettext("{count} fee was deleted.", "{count} fees were deleted.", count)
    return words.format(count=count)


def _volumes_deleted(count: int) -> str:
    words = ngettext("{count} volume was deleted.", "{count} volumes were deleted.", count)
    return words.format(count=count)
