"""The grids of the Costs page: fees, usual extras and volumes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHeaderView, QLabel

from vendorcompare.core.errors import InputError
from vendorcompare.core.series import style_of
from vendorcompare.document.edits import costs as edits
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.commands import Scope, actions, name_all
from vendorcompare.gui.forms.ui_costs_page import Ui_CostsPage
from vendorcompare.gui.grid.outcome import BlockOutcome, RefusedCell, outcome_words
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.grid.record_model import RecordModel
from vendorcompare.gui.look import theme
from vendorcompare.gui.look.series_paint import sample
from vendorcompare.gui.pages.costs.extras_model import ExtrasModel
from vendorcompare.gui.pages.costs.fee_model import FeeModel
from vendorcompare.gui.pages.costs.free_units import FreeUnits
from vendorcompare.gui.pages.costs.volume_model import VolumeModel
from vendorcompare.gui.workspace import Workspace
from vendorcompare.i18n import _, ngettext

_FEE_WIDTHS: Final = (220, 96, 92, 130, 110, 84, 112, 84, 92, 80, 92, 92, 64, 100, 104, 150)
_VOLUME_WIDTHS: Final = (320, 110, 110, 110)
_EXTRA_WIDTH: Final = 170
_ROW_NAME: Final = 150


class CostGrids(QObject):
    """Fill the grids, and do what their buttons say."""

    def __init__(
        self, form: Ui_CostsPage, workspace: Workspace, bound: Binding, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._workspace = workspace
        self._bound = bound
        self._problems: Mapping[str, InputError] = {}
        self._pasted: tuple[RefusedCell, ...] = ()
        self._pasted_into: RecordGrid | None = None
        self.fees = FeeModel(bound, self)
        self.extras = ExtrasModel(bound, self)
        self.volumes = VolumeModel(bound, self)
        self._grids: tuple[tuple[RecordGrid, RecordModel[Any], QLabel], ...] = (
            (form.fees, self.fees, form.fee_hint),
            (form.extras, self.extras, form.extras_hint),
            (form.volumes, self.volumes, form.volume_hint),
        )
        for view, model, _hint in self._grids:
            view.set_records(model)
            view.moved.connect(self.show_hints)
            view.told.connect(partial(self._on_told, view))
            view.refused.connect(workspace.refused)
            view.locked.connect(self._on_locked)
        self._fee_actions = actions(Scope.FEES, form.fees, {"taxes": self.spread_taxes})
        form.fees.freeze_first_column()
        self._set_widths()
        form.fees.rows_unwanted.connect(self.delete_fees)
        form.volumes.rows_unwanted.connect(self.delete_volumes)
        form.extras.rows_unwanted.connect(form.extras.clear_cells)
        form.vendor.activated.connect(self._on_vendor)
        form.add.clicked.connect(self.add_fee)
        form.add_all.clicked.connect(self.add_to_every_vendor)
        form.duplicate.clicked.connect(self.duplicate_fees)
        form.remove.clicked.connect(self.delete_fees)
        form.remove_volume.clicked.connect(self.delete_volumes)
        form.refusals.chosen.connect(self._on_refusal)
        self._free_units = FreeUnits(form, workspace, bound, self.extras, self)

    def show(self, problems: Mapping[str, InputError]) -> None:
        """Show the fees, extras and volumes of the open document."""
        given, document = self._workspace.assessment, self._workspace.document
        self._problems = problems
        locked = document is None or bool(document.read_only)
        for _view, model, _hint in self._grids:
            model.locked = locked
        self._show_vendors()
        self.fees.show(given, problems, self._vendor())
        self.extras.show(given)
        self.volumes.show(given)
        for button in (self._form.add, self._form.remove_volume):
            button.setEnabled(not locked)
        self._show_refusals()
        self.show_hints()

    def forget(self) -> None:
        """Show the fees of all vendors of whatever document comes next."""
        self._form.vendor.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Give the grids their words in the language of the interface."""
        name_all(self._fee_actions.values())
        for view, model, _hint in self._grids:
            view.retranslate()
            model.announce()

    def finish_editing(self) -> None:
        """Commit what is being typed."""
        for view, _model, _hint in self._grids:
            view.finish_editing()

    def show_fees_of(self, vendor: str) -> None:
        """Show the fees of one vendor."""
        found = self._form.vendor.findData(vendor)
        if found >= 0:
            self._form.vendor.setCurrentIndex(found)
            self._on_vendor()

    def add_fee(self) -> None:
        """Begin a fee of the chosen vendor."""
        view = self._form.fees
        row = view.currentIndex().row()
        vendor = self.fees.vendor_of(row) or self._vendor() or self.fees.vendor_of(0)
        target = self.fees.blank_row(vendor)
        if target >= 0:
            view.setFocus()
            view.go(target, 0)
            view.start_typing(None)

    def add_to_every_vendor(self) -> None:
        """Ask every other vendor for the fee of the current row."""
        record = self.fees.record(self._form.fees.currentIndex().row())
        if record is None or not record.key:
            return
        added = self._bound.attempt(edits.add_for_every_vendor, record)
        if added is None:
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
        record = self.fees.record(self._form.fees.currentIndex().row())
        if record is None or not record.key:
            return
        count = self._bound.attempt(edits.spread_taxes, record)
        if count:
            words = ngettext("{count} fee was changed.", "{count} fees were changed.", count)
            self._workspace.noticed.emit(words.format(count=count), True)

    def duplicate_fees(self) -> None:
        """Add copies of the selected fees."""
        keys = self._chosen_fees()
        made = self._bound.attempt(edits.duplicate_cost_lines, keys) if keys else None
        if made:
            self._form.fees.go(self.fees.row_of(made[0]), 0)

    def delete_fees(self) -> None:
        """Delete the selected fees; the bar above offers to take it back."""
        keys = self._chosen_fees()
        if not keys:
            return
        self._bound.attempt(edits.delete_cost_lines, keys)
        words = ngettext("{count} fee was deleted.", "{count} fees were deleted.", len(keys))
        self._workspace.noticed.emit(words.format(count=len(keys)), True)

    def delete_volumes(self) -> None:
        """Delete the volume of the current row, unless a fee multiplies it."""
        record = self.volumes.record(self._form.volumes.currentIndex().row())
        if record is None or not record.key:
            return
        self._bound.attempt(edits.delete_driver, record.key)
        if record not in self._workspace.assessment.drivers:
            self._workspace.noticed.emit(_("The volume was deleted."), True)

    def show_hints(self) -> None:
        """Say below each grid what is wrong with the current row, or what its column is for."""
        form = self._form
        self._hint(form.fees, form.fee_hint, self.fees.problem_of_row)
        self._hint(form.volumes, form.volume_hint, self.volumes.problem_of_row)
        self._free_units.show()
        chosen = bool(self._chosen_fees()) and not self.fees.locked
        for button in (form.add_all, form.duplicate, form.remove):
            button.setEnabled(chosen)

    def _hint(self, view: RecordGrid, label: QLabel, problem_of: Any) -> None:
        index = view.currentIndex()
        problem = problem_of(index.row()) if index.isValid() else ""
        words = problem or (self._broken() if view is self._form.fees else "")
        is_bad = bool(words)
        if not words and index.isValid():
            explained = view.model().headerData(
                index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
            )
            words = explained or ""
        if not words:
            words = _("Type to replace, F2 to edit, Alt+Down to choose, Ctrl+Tab to leave.")
        theme.set_look(label, "bad" if is_bad else "caption")
        label.setText(words)

    def _broken(self) -> str:
        """Say how many fees cannot be computed."""
        if not self._problems:
            return ""
        words = ngettext(
            "{count} fee cannot be computed; it is marked in red.",
            "{count} fees cannot be computed; they are marked in red.",
            len(self._problems),
        )
        return words.format(count=len(self._problems))

    def _chosen_fees(self) -> list[str]:
        records = map(self.fees.record, self._form.fees.rows_chosen())
        return [record.key for record in records if record is not None and record.key]

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

    def _set_widths(self) -> None:
        for view, widths in ((self._form.fees, _FEE_WIDTHS), (self._form.volumes, _VOLUME_WIDTHS)):
            for column, width in enumerate(widths):
                view.setColumnWidth(column, width)
        self._form.fees.verticalHeader().setFixedWidth(_ROW_NAME)
        self._form.volumes.verticalHeader().hide()
        stretched = QHeaderView.ResizeMode.Stretch
        self._form.volumes.horizontalHeader().setSectionResizeMode(0, stretched)
        extras = self._form.extras
        extras.verticalHeader().setFixedWidth(_ROW_NAME + 60)
        extras.horizontalHeader().setMinimumSectionSize(_EXTRA_WIDTH)
        extras.horizontalHeader().setSectionResizeMode(stretched)

    def _on_vendor(self) -> None:
        self.fees.show(self._workspace.assessment, self._problems, self._vendor())
        self.show_hints()

    def _show_refusals(self) -> None:
        """List what is refused in the fees of the document, and what the last paste left out."""
        hint = _("These fees do not count until the marked cells are corrected (F8).")
        fees = self.fees.refusals()
        if not fees:
            hint = _("These cells were left as they are.")
        self._form.refusals.show_refusals((*fees, *self._pasted), hint)

    def _on_refusal(self, refusal: RefusedCell) -> None:
        """Go to the cell of a refusal."""
        if refusal in self._pasted:
            if self._pasted_into is not None:
                self._pasted_into.setFocus()
            return
        self._form.tabs.setCurrentWidget(self._form.fees_tab)
        row, column = self.fees.place_of(*refusal.at)
        if row < 0:  # only the fees of another vendor are shown
            self.show_fees_of("")
            row, column = self.fees.place_of(*refusal.at)
        self._form.fees.setFocus()
        self._form.fees.go(row, column)

    def _on_told(self, view: RecordGrid, outcome: BlockOutcome) -> None:
        if view is not self._form.fees:
            self._pasted = outcome.bad
            self._pasted_into = view
        self._show_refusals()
        words = outcome_words(outcome)
        if words:
            self._workspace.noticed.emit(words, bool(outcome.done))

    def _on_locked(self) -> None:
        document = self._workspace.document
        if document is not None and document.read_only:
            hint = _("Save a copy under another name to change it.")
            self._workspace.refused.emit(InputError(document.read_only, hint=hint))
