"""What the cells of a table mean, and how they are kept from being taken for formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded, near
from vendorcompare.document.exchange.records.record import Entry
from vendorcompare.document.reader.results import Habits
from vendorcompare.i18n import _

#: The cells of a row that say anything, by field.
Cells = Mapping[str, str]

#: What a spreadsheet would take for a formula, however often it was defused before.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def entry_of(record: type[Entry], given: Assessment, cells: Cells, habits: Habits) -> Entry:
    """Return the record of a row; whose it is may be said by key or name."""
    said: dict[str, Any] = {f: restored(text) for f, text in cells.items() if f != "vendor_key"}
    if "vendor" in record.model_fields:
        said["vendor"] = owner_of(given, cells)
    return record.model_validate(said, context=habits)


def owner_of(given: Assessment, cells: Cells) -> str:
    """Return the key of the vendor that a row names by key or name."""
    key, words = cells.get("vendor_key", ""), restored(cells.get("vendor", ""))
    for each in (key, words):
        if each in given.vendor_position:
            return each
    alike = [v.key for v in given.vendors if words and folded(v.name) == folded(words)]
    if len(alike) > 1:
        raise InputError(_('several are called "{name}": use the key').format(name=words))
    if not words and not key:
        raise InputError(_("the vendor is not named"))
    if not alike:
        unknown = _('there is no vendor "{key}"').format(key=words or key)
        meant = near(words, (vendor.name for vendor in given.vendors))
        asked = _('; is "{name}" meant?').format(name=meant[0]) if meant else ""
        raise InputError(unknown + asked)
    return alike[0]


def defused(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def restored(cell: str) -> str:
    """Return the text of a cell without the apostrophe that defused a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
