"""What one row of a table of vendors, fees or contacts means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic import ValidationError

from vendorcompare.core.assessment import Assessment, CostLine
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded, near
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.exchange import lists, tables
from vendorcompare.document.exchange.models import ContactRecord, CostRecord, VendorRecord
from vendorcompare.document.exchange.record import Record
from vendorcompare.document.exchange.record_headings import STAGES
from vendorcompare.document.reader.fees import habits_of, with_payment
from vendorcompare.i18n import _
from vendorcompare.storage.validation import problems_of

#: The cells of a row that say anything, by field.
Cells = Mapping[str, str]
Reader = Callable[[Assessment, Cells], Record]

_NOT_OF_A_FEE: Final = frozenset({"vendor", "vendor_key", "key", "label"})


def vendor_of(given: Assessment, cells: Cells) -> VendorRecord:
    """Return the vendor of a row: one that is there has the key or the name that it says."""
    name = " ".join(_restored(cells.get("name", "")).split())
    key = cells.get("key") or next(
        (each.key for each in given.vendors if folded(each.name) == folded(name)), ""
    )
    if not key and not name:
        raise InputError(_("the vendor has no name"))
    entries = {field: _restored(text) for field, text in cells.items()}
    if name:
        entries["name"] = name
    if "stage" in entries:
        known = {folded(word): stage for word, stage in STAGES.items()}
        entries["stage"] = known.get(folded(entries["stage"]), entries["stage"])
    return VendorRecord.model_validate({**entries, "key": key or new_key("v")})


def cost_of(given: Assessment, cells: Cells) -> CostRecord:
    """Return the fee of a row; InputError for whatever in it would not be counted."""
    vendor, label = _owner(given, cells), " ".join(_restored(cells.get("label", "")).split())
    there = _fee_there(given, vendor, label, cells.get("key", ""))
    if there is None and not label:
        raise InputError(_("the fee has no name"))
    line = there or CostLine(cells.get("key", ""), vendor, label)
    said = {f: _restored(text) for f, text in cells.items() if f not in _NOT_OF_A_FEE}
    if label:
        said = {"label": label, **said}
    for field, text in said.items():
        line = with_payment(given, line, field, text, said)
    if line.billing.by_volume and line.amount is not None and not line.driver:
        raise InputError(_("a fee per unit, event or hour needs the volume it multiplies"))
    entries = lists.cost(line)
    return CostRecord.model_validate({**entries, "key": entries["key"] or None})


def contact_of(given: Assessment, cells: Cells) -> ContactRecord:
    """Return the contact of a row."""
    said = {f: _restored(text) for f, text in cells.items() if f != "vendor_key"}
    entries: dict[str, Any] = {**said, "vendor": _owner(given, cells)}
    return ContactRecord.model_validate(entries, context=habits_of(given))


def read(reader: Reader, given: Assessment, cells: Cells) -> Record:
    """Return the record of a row; InputError says all that is wrong in it."""
    try:
        return reader(given, cells)
    except ValidationError as error:
        raise InputError(_("; ").join(problems_of(error))) from None


def _fee_there(given: Assessment, vendor: str, label: str, key: str) -> CostLine | None:
    """Return the fee that is meant: by its key where one is given, else by its name."""
    own = given.lines_of(vendor)
    if key:
        return next((line for line in own if line.key == key), None)
    alike = [line for line in own if folded(line.label) == folded(label)]
    if len(alike) > 1:
        raise InputError(_('several are called "{name}": use the key').format(name=label))
    return alike[0] if alike else None


def _owner(given: Assessment, cells: Cells) -> str:
    """Return the key of the vendor that a row names by key or name."""
    key, words = cells.get("vendor_key", ""), _restored(cells.get("vendor", ""))
    for each in (key, words):
        if each in given.vendor_position:
            return each
    alike = [v.key for v in given.vendors if words and folded(v.name) == folded(words)]
    if len(alike) > 1:
        raise InputError(_('several are called "{name}": use the key').format(name=words))
    if not alike:
        unknown = _('there is no vendor "{key}"').format(key=words or key)
        meant = near(words, (vendor.name for vendor in given.vendors))
        asked = _('; is "{name}" meant?').format(name=meant[0]) if meant else ""
        raise InputError(unknown + asked)
    return alike[0]


def _restored(cell: str) -> str:
    return tables.restored(cell.strip())
