"""Vendors and evaluators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Final

from vendorcompare.core.assessment import Assessment, Evaluator, Vendor
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded, tidied
from vendorcompare.core.sense import in_evaluator, in_vendor
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.exchange.records import headings
from vendorcompare.document.exchange.records.cells import Cells, restored
from vendorcompare.document.exchange.records.fields import EvaluatorKey, Key, Name, Weight, Words
from vendorcompare.document.exchange.records.listed import AsTable, Listed
from vendorcompare.document.exchange.records.record import Entries, Entry, said
from vendorcompare.document.exchange.records.strings import choice
from vendorcompare.document.reader.results import Habits
from vendorcompare.document.reader.words import stage_of
from vendorcompare.i18n import N_, _
from vendorcompare.storage import records

_ALWAYS: Final = ("key", "name", "credit_code", "stage")


class VendorRecord(Entry):
    """Describe a vendor."""

    stands_for = Vendor

    key: Key
    name: Name = ""
    credit_code: Words = ""
    stage: Annotated[Words, choice(None, stage_of)] = ""
    contact: Words = ""
    phone: Words = ""
    address: Words = ""
    website: Words = ""
    licence: Words = ""
    founded: Words = ""
    staff: Words = ""
    pros: Words = ""
    cons: Words = ""
    note: Words = ""

    def new(self, key: str) -> Vendor:
        """Return a vendor without a name, which is called by its key."""
        return Vendor(key, key)

    @classmethod
    def written(cls, kept: Vendor) -> Entries:
        """Return the entries of a vendor, but those that say nothing."""
        entries = super().written(kept)
        return {name: entries[name] for name in _ALWAYS} | said(entries)


class EvaluatorRecord(Entry):
    """Describe somebody who scores."""

    stands_for = Evaluator

    key: EvaluatorKey
    name: Name = ""
    weight: Weight = 1

    def new(self, key: str) -> Evaluator:
        """Return an evaluator without a name, who is called by the key."""
        return Evaluator(key, key)


def _vendor_of(
    _record: type[Entry], given: Assessment, cells: Cells, _habits: Habits
) -> VendorRecord:
    """Return the vendor of a row: one that is there has the key or the name that it says."""
    name = tidied(restored(cells.get("name", "")))
    key = cells.get("key", "")
    there = None if key else _called(given, name)
    if not key and not name:
        raise InputError(_("the vendor has no name"))
    entries = {field: restored(text) for field, text in cells.items()}
    if there is not None:
        key, name = there.key, there.name  # found by it, it stays written as it is
    if name:
        entries["name"] = name
    return VendorRecord.model_validate({**entries, "key": key or new_key("v")})


def _called(given: Assessment, name: str) -> Vendor | None:
    """Return the vendor of a name, None for a new one; InputError where several have it."""
    alike = [each for each in given.vendors if folded(each.name) == folded(name)]
    if len(alike) > 1:
        raise InputError(_('several are called "{name}": use the key').format(name=name))
    return alike[0] if alike else None


def _named(evaluators: Sequence[Evaluator]) -> Iterable[Evaluator]:
    return (each for each in evaluators if each != Evaluator())


VENDORS: Final = Listed(
    "vendors",
    records.VENDOR,
    VendorRecord,
    label=lambda vendor: vendor.name,
    unknown=N_('there is no vendor "{key}"'),
    senseless=in_vendor,
    table=AsTable(("name",), headings.VENDORS, read=_vendor_of),
)
EVALUATORS: Final = Listed(
    "evaluators",
    records.EVALUATOR,
    EvaluatorRecord,
    label=lambda person: person.name,
    unknown=N_('there is no evaluator "{key}"'),
    written=_named,
    senseless=in_evaluator,
)
