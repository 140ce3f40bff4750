"""Fees and the volumes that multiply them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import Field, ValidationInfo, model_validator

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Invoice,
    Nature,
)
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded, tidied
from vendorcompare.core.sense import Wrong, in_fee, in_volume
from vendorcompare.core.text import Text
from vendorcompare.document.exchange.records import headings
from vendorcompare.document.exchange.records.cells import Cells, owner_of, restored
from vendorcompare.document.exchange.records.fields import (
    BothNames,
    Key,
    Money,
    Name,
    Rate,
    Tax,
    Volume,
    Words,
    written_number,
    written_text,
)
from vendorcompare.document.exchange.records.listed import AsTable, Listed
from vendorcompare.document.exchange.records.record import Entries, Entry, said
from vendorcompare.document.exchange.records.strings import choice, figure, habits_in, priced, whole
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.fees import billing_said, with_payment
from vendorcompare.document.reader.results import Habits
from vendorcompare.document.reader.words import (
    disclosure_of,
    invoice_of,
    nature_of,
    vat_included_of,
    yes_of,
)
from vendorcompare.i18n import N_, _, language
from vendorcompare.storage import records

_NAMED: Final = Field(strict=False)
_WHOLE: Final = figure(whole)
_VOLUMES: Final = ("low", "likely", "high")
_NOT_OF_A_FEE: Final = frozenset({"vendor", "vendor_key", "key", "label"})


class DriverRecord(Entry):
    """Describe a volume of the buyer per month."""

    stands_for = Driver

    key: Key
    low: Volume = Decimal(0)
    likely: Volume = Decimal(0)
    high: Volume = Decimal(0)
    name: BothNames = Text()

    def new(self, key: str) -> Driver:
        """Return a volume without a name; one that is known only once is always the same."""
        known = [getattr(self, name) for name in _VOLUMES if name in self.model_fields_set]
        low, high = min(known, default=Decimal(0)), max(known, default=Decimal(0))
        return Driver(key, low, high, high, Text.same(key))

    @classmethod
    def written(cls, kept: Driver) -> Entries:
        """Return the entries of a volume; one that is called by its key needs no name."""
        name = "" if kept.name == Text.same(kept.key) else written_text(kept.name)
        return {
            "key": kept.key,
            "low": written_number(kept.low),
            "likely": written_number(kept.likely),
            "high": written_number(kept.high),
            **said({"name": name}),
        }


class CostRecord(Entry):
    """Describe one fee of one vendor."""

    stands_for = CostLine

    vendor: Key
    label: Name = ""
    nature: Annotated[Nature, _NAMED, choice(Nature, nature_of)] = Nature.FIXED
    billing: Annotated[Billing, _NAMED, choice(Billing, billing_of)] = Billing.MONTHLY
    amount: Money | None = None
    driver: Key | None = None
    included_quantity: Volume | None = Decimal(0)
    first_month: Annotated[int, Field(ge=1), _WHOLE] = 1
    last_month: Annotated[int, Field(ge=1), _WHOLE] | None = None
    free_months: Annotated[int, Field(ge=0), _WHOLE] = 0
    credit: Annotated[bool, choice(None, yes_of)] = False
    escalation: Rate = Decimal(0)
    vat_rate: Tax | None = None
    vat_included: Annotated[bool, choice(None, vat_included_of)] = True
    invoice: Annotated[Invoice, _NAMED, choice(Invoice, invoice_of)] = Invoice.ORDINARY
    disclosure: Annotated[Disclosure, _NAMED, choice(Disclosure, disclosure_of)] = Disclosure.QUOTED
    catalogue: Key | None = None
    unread: dict[Key, Words] = {}  # noqa: RUF012 - pydantic copies it

    @model_validator(mode="before")
    @classmethod
    def _priced(cls, written: Any, info: ValidationInfo) -> Any:
        return priced(written, habits_in(info))

    def core(self, base: CostLine | None, key: str) -> CostLine:
        """Return the fee, new or changed."""
        line = CostLine(key, self.vendor, self.label) if base is None else base
        unread = tuple(self.unread.items()) if "unread" in self.model_fields_set else line.unread
        return self.onto(line, unread=unread)

    @classmethod
    def written(cls, kept: CostLine) -> Entries:
        """Return the entries of a fee; what few have is left out where there is none."""
        included = kept.included_quantity
        entries = {
            **super().written(kept),
            "driver": kept.driver or None,
            "included_quantity": None if included is None else written_number(included),
            "catalogue": kept.catalogue or None,
            "unread": dict(kept.unread),
        }
        few = {"free_months", "credit", "unread"}
        return {name: value for name, value in entries.items() if name not in few or value}


def _cost_of(_record: type[Entry], given: Assessment, cells: Cells, habits: Habits) -> CostRecord:
    """Return the fee of a row; InputError for whatever in it would not be counted."""
    vendor, label = owner_of(given, cells), tidied(restored(cells.get("label", "")))
    there = _fee_there(given, vendor, label, cells.get("key", ""))
    if there is None and not label:
        raise InputError(_("the fee has no name"))
    line = there or CostLine(cells.get("key", ""), vendor, label)
    said = {f: restored(text) for f, text in cells.items() if f not in _NOT_OF_A_FEE}
    if label and (cells.get("key") or there is None):  # found by it, it stays written as it is
        said = {"label": label, **said}
    for field, text in said.items():
        line = with_payment(given, line, field, text, said, habits)
    if there is None and line.amount and not _says_billing(line, said, habits):
        raise InputError(
            _("How often the fee falls due is not said."),
            hint=_("Add a column for it, or write it with the price, such as 200/month."),
        )
    if line.billing.by_volume and line.amount is not None and not line.driver:
        raise InputError(_("a fee per unit, event or hour needs the volume it multiplies"))
    entries = CostRecord.written(line)
    return CostRecord.model_validate({**entries, "key": entries["key"] or None})


def _says_billing(line: CostLine, cells: Cells, habits: Habits) -> bool:
    """Tell whether a row says how often its fee falls due, or does so by naming a volume."""
    written = "billing" in cells or line.billing is not Billing.MONTHLY
    return written or billing_said(cells.get("amount", ""), habits) is not None


def _fee_there(given: Assessment, vendor: str, label: str, key: str) -> CostLine | None:
    """Return the fee that is meant: by its key where one is given, else by its name."""
    own = given.lines_of(vendor)
    if key:
        return next((line for line in own if line.key == key), None)
    alike = [line for line in own if folded(line.label) == folded(label)]
    if len(alike) > 1:
        raise InputError(_('several are called "{name}": use the key').format(name=label))
    return alike[0] if alike else None


def _senseless(line: CostLine) -> Iterator[Wrong]:
    """Find what cannot be computed of a fee that nobody marked as not understood."""
    yield from in_fee(line)
    is_marked = any(field == "driver" for field, _text in line.unread)
    if line.billing.by_volume and line.amount is not None and not line.driver and not is_marked:
        yield (
            "driver",
            InputError(_("a fee per unit, event or hour needs the volume it multiplies")),
        )


class _Volumes(Listed):
    """Describe the list of volumes."""

    def problems(self, entry: Entry, there: Any, key: str) -> Iterator[tuple[str, str]]:
        """Find what makes no sense in a volume; what is likely is not guessed from the ends."""
        named = entry.model_fields_set.intersection(_VOLUMES)
        if there is None and named == {"low", "high"} and entry.low != entry.high:  # type: ignore[attr-defined]
            yield "likely", _("is missing")
        else:
            yield from super().problems(entry, there, key)


DRIVERS: Final = _Volumes(
    "drivers",
    records.DRIVER,
    DriverRecord,
    label=lambda volume: volume.name.get(language()),
    unknown=N_('there is no volume "{key}"'),
    senseless=in_volume,
)
COSTS: Final = Listed(
    "costs",
    records.COST_LINE,
    CostRecord,
    label=lambda fee: fee.label,
    prefix="f",
    called="label",
    identity=lambda fee: (fee.vendor, folded(fee.label)),
    senseless=_senseless,
    table=AsTable(("vendor", "label"), headings.COSTS, frozenset({"unread"}), _cost_of),
)
