"""The buyer's volumes as a grid, with a blank row for the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import QObject, Qt

from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment, Driver
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import tidied
from vendorcompare.core.sense import in_volume
from vendorcompare.document.edits import costs as edits
from vendorcompare.document.reader.fees import quantity_of
from vendorcompare.document.reader.numbers import written
from vendorcompare.gui.binding import Binding
from vendorcompare.gui.grid.items import Role
from vendorcompare.gui.grid.record_model import Column
from vendorcompare.gui.pages.costs.fee_columns import volume_name
from vendorcompare.gui.pages.record_grids import KeyedModel
from vendorcompare.i18n import N_, _, language

_BLANK: Final = Driver("", Decimal(0), Decimal(0), Decimal(0))
_NAME: Final = 0
_FIGURES: Final = {"low": 1, "likely": 2, "high": 3}


class VolumeModel(KeyedModel[Driver]):
    """Show the volumes per month that fees multiply, and write them."""

    def __init__(self, bound: Binding, parent: QObject | None = None) -> None:
        super().__init__(_columns(), bound, parent)

    def show(self, given: Assessment) -> None:
        """Show the volumes of an assessment."""
        self.show_with(_BLANK, given.drivers)

    def blank_like(self, record: Driver) -> Driver:
        return _BLANK

    def store(self, records: Sequence[Driver], message: str) -> None:
        document = self.bound.writable
        if document is not None:
            edits.put_drivers(document, [each if each.key else _begun(each) for each in records])

    def problem(self, record: Driver, column: int) -> str:
        if self.is_blank(record):
            return ""
        found = (e.sentences for field, e in in_volume(record) if _FIGURES.get(field) == column)
        return next(found, "")

    def placeholder(self, record: Driver, column: int) -> str:
        if column != _NAME:
            return ""
        return _("Add a volume...") if self.is_blank(record) else record.key

    def row_name(self, row: int) -> str:
        record = self.record(row)
        return _("new volume") if record is None or self.is_blank(record) else volume_name(record)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical and role == Role.AccessibleTextRole:
            return self.row_name(section)
        return super().headerData(section, orientation, role)


def _columns() -> tuple[Column[Driver], ...]:
    name: Callable[[Driver], str] = lambda driver: driver.name.get(language())  # noqa: E731
    return (
        Column(N_("Volume per month"), name, name, _named),
        _figure(N_("Low"), "low"),
        _figure(N_("Likely"), "likely"),
        _figure(N_("High"), "high"),
    )


def _figure(head: str, field: str) -> Column[Driver]:
    def shown(driver: Driver) -> str:
        return formats.quantity(getattr(driver, field))

    def typed(driver: Driver) -> str:
        return written(getattr(driver, field))

    def changed(driver: Driver, text: str) -> Driver:
        values: dict[str, Any] = {field: quantity_of(text)}
        if field == "likely" and driver.low == driver.likely == driver.high:
            values |= {"low": values[field], "high": values[field]}  # no more is known yet
        return replace(driver, **values)

    return Column(head, shown, typed, changed, is_figure=True)


def _begun(driver: Driver) -> Driver:
    """Return a new volume; what is not known of it is as that which is known."""
    name = driver.name or driver.name.same(_("New volume"))
    known = driver.likely or driver.high or driver.low
    low = driver.low if driver.likely else driver.low or known
    return replace(driver, name=name, low=low, likely=known, high=driver.high or known)


def _named(driver: Driver, text: str) -> Driver:
    name = tidied(text)
    if not name and driver.key:
        raise InputError(
            _("A volume needs a name."),
            hint=_("To delete the volume, select its row and press Delete."),
        )
    return replace(driver, name=driver.name.with_words(language(), name))
