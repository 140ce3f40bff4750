"""The fees as a grid: grouped by vendor, with a blank row for each vendor's next fee."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, CostLine
from vendorcompare.core.errors import InputError, UserError
from vendorcompare.core.series import style_of
from vendorcompare.document.edits import costs as edits
from vendorcompare.document.pasting.fee_tables import head_of_fees, plan_over, plan_table
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.grid.items import Role
from vendorcompare.gui.grid.outcome import RefusedCell
from vendorcompare.gui.grid.record_model import Column
from vendorcompare.gui.look import plain, spoken, theme
from vendorcompare.gui.look.series_paint import sample
from vendorcompare.gui.pages.costs.fee_columns import (
    AMOUNT,
    DRIVER,
    LABEL,
    QUANTITY,
    VAT,
    fee_columns,
)
from vendorcompare.gui.pages.record_grids import KeyedModel
from vendorcompare.i18n import N_, _, language, ngettext


class FeeModel(KeyedModel[CostLine]):
    """Show the fees of all vendors or of one, and write them."""

    keeps_refused = True

    def __init__(self, bound: Binding, parent: QObject | None = None) -> None:
        super().__init__(fee_columns(lambda: self._given), bound, parent)
        self._given = Assessment()
        self._problems: Mapping[str, InputError] = {}
        self._places: Mapping[str, int] = {}
        self._volumes: set[str] = set()

    def show(self, given: Assessment, problems: Mapping[str, InputError], vendor: str = "") -> None:
        """Show the fees of an assessment, of one vendor if one is named."""
        self._given, self._problems = given, problems
        self._places = given.vendor_position
        self._volumes = {driver.key for driver in given.drivers}
        records: list[CostLine] = []
        by_vendor: dict[str, list[CostLine]] = {each.key: [] for each in given.vendors}
        for line in given.cost_lines:
            by_vendor[line.vendor].append(line)
        for key, lines in by_vendor.items():
            if vendor in ("", key):
                records += lines
                if not self.locked:
                    records.append(self._blank(key))
        self.set_records(records)

    def vendor_of(self, row: int) -> str:
        """Return the key of the vendor of a row, or nothing."""
        record = self.record(row)
        return "" if record is None else record.vendor

    def identity(self, record: CostLine) -> Hashable:
        return record.key or ("new", record.vendor)

    def blank_like(self, record: CostLine) -> CostLine:
        return self._blank(record.vendor)

    def _blank(self, vendor: str) -> CostLine:
        return edits.with_usual_taxes(self._given, CostLine("", vendor, ""))

    def rows_below(self, row: int) -> list[int]:
        """Return the fees of the same vendor from a row on: a block never runs into another's."""
        vendor = self.vendor_of(row)
        return [r for r in super().rows_below(row) if self.vendor_of(r) == vendor]

    def store(self, records: Sequence[CostLine], message: str) -> None:
        document = self.bound.writable
        if document is None:
            return
        named = [each if each.label else replace(each, label=_("New fee")) for each in records]
        added = all(not each.key for each in records)
        edits.put_cost_lines(document, named, message or (N_("Add fee") if added else ""))

    def keeping(self, record: CostLine, column: int, text: str) -> CostLine:
        return record.with_unread(self.columns[column].field, text)

    def planned(
        self, row: int, texts: Sequence[Sequence[str]], left: int
    ) -> tuple[list[CostLine], list[RefusedCell]] | None:
        """Take a table with a head row, or one pasted where a fee begins, as a quotation."""
        record = self.record(row)
        heads = {self.head(i): column.field for i, column in enumerate(self.columns)}
        head = head_of_fees(texts, heads)
        if record is None:
            return None
        fields = [column.field for column in self.columns[left:]]
        if head is not None or self.is_blank(record):
            fees = plan_table(self._given, record.vendor, texts, fields, head)
        elif left == LABEL and len(texts[0]) > AMOUNT:
            below = [line for line in map(self.record, self.rows_below(row)) if line is not None]
            fees = plan_over(self._given, below, texts, fields)
        else:
            return None
        refused = [
            RefusedCell(("", each.field), _name_of(self._given, fee.line), each.text, each.message)
            for fee in fees
            for each in fee.refusals
        ]
        return [fee.line for fee in fees], refused

    def refused_text(self, record: CostLine, column: int) -> str:
        return dict(record.unread).get(self.columns[column].field, "") if record.unread else ""

    def refusals(self) -> list[RefusedCell]:
        return [
            RefusedCell(
                (line.key, column.field),
                spoken.place(_name_of(self._given, line), _(column.head)),
                text,
                _why(line, column, text),
            )
            for line in self._given.cost_lines
            for column in self.columns
            for field, text in line.unread
            if field == column.field
        ]

    def what_refusals_mean(self) -> str:
        return _("These fees do not count until the marked cells are corrected (F8).")

    def place_of(self, refused: RefusedCell) -> tuple[int, int]:
        key, field = refused.at
        return self.row_of(key), [column.field for column in self.columns].index(field)

    def problem(self, record: CostLine, column: int) -> str:
        refused = self.refused_text(record, column)
        if refused:
            return _why(record, self.columns[column], refused)
        found = self._problems.get(record.key) if record.key and not record.unread else None
        return "" if found is None or column != self._column_of(record) else _said(found)

    def problem_of_row(self, row: int) -> str:
        record = self.record(row)
        found = None if record is None else self._problems.get(record.key)
        return "" if found is None else _said(found)

    def summary(self) -> str:
        """Say how many fees cannot be computed."""
        if not self._problems:
            return ""
        words = ngettext(
            "{count} fee cannot be computed; it is marked in red.",
            "{count} fees cannot be computed; they are marked in red.",
            len(self._problems),
        )
        return words.format(count=len(self._problems))

    def _column_of(self, record: CostLine) -> int:
        """Return where the problem of a fee is mended."""
        if not record.vat_included and record.vat_rate is None:
            return VAT
        if not record.billing.by_volume:
            return LABEL
        return DRIVER if record.driver not in self._volumes else QUANTITY

    def _shown(self, record: CostLine, column: int) -> str:
        shown = super()._shown(record, column)
        if column != LABEL or record.key not in self._problems:
            return shown
        return _("{fee} (not counted)").format(fee=shown)

    def _ink(self, record: CostLine, column: int) -> Any:
        broken = column == LABEL and record.key in self._problems
        return theme.colour("bad") if broken else super()._ink(record, column)

    def _is_marked(self, record: CostLine, column: int) -> bool:
        broken = column == LABEL and record.key in self._problems
        return broken or super()._is_marked(record, column)

    def placeholder(self, record: CostLine, column: int) -> str:
        if self.is_blank(record):
            return _("Add a fee...") if column == LABEL else ""
        if column == AMOUNT and record.amount is None and not self.refused_text(record, column):
            return _("no price")
        if column == DRIVER and self.problem(record, column):
            return _("choose one")
        return ""

    def head(self, column: int) -> str:
        if column == AMOUNT:
            return _("Amount, {currency}").format(
                currency=formats.currency(self._given.currency, language())
            )
        return super().head(column)

    def row_name(self, row: int) -> str:
        record = self.record(row)
        if record is None:
            return ""
        return _name_of(self._given, record)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return super().headerData(section, orientation, role)
        vendor = self.vendor_of(section)
        if not vendor:
            return None
        name = self._given.vendor(vendor).name
        match role:
            case Role.DisplayRole:
                return name
            case Role.AccessibleTextRole:
                return self.row_name(section)
            case Role.ToolTipRole:
                return plain.tool_tip(name)
            case Role.DecorationRole:
                return sample(style_of(self._places[vendor]))
            case Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def _why(line: CostLine, column: Column[CostLine], text: str) -> str:
    """Say why a text is refused: the fee may have changed since, and then it fits."""
    try:
        column.changed(line, text)
    except UserError as error:
        return _said(error)
    return _("Press F2 and Enter to take this in.")


def _name_of(given: Assessment, record: CostLine) -> str:
    name = given.vendor(record.vendor).name
    return _("{vendor}, {fee}").format(vendor=name, fee=record.label or _("new fee"))


def _said(error: UserError) -> str:
    return error.sentences
