"""A table of fees with a head row, perhaps of several vendors, and some of them there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from vendorcompare.core.assessment import Assessment, CostLine
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.document.edits.costs import with_usual_taxes
from vendorcompare.document.exchange.records.headings import REMARK
from vendorcompare.document.exchange.tables.head_row import Head, head_of
from vendorcompare.document.pasting.fees import (
    HEADINGS,
    PlannedFee,
    RefusedField,
    cells_of,
    plan_fee,
    plan_fees,
    unsaid_billing,
)
from vendorcompare.document.reader.fees import with_payment

Rows = Sequence[Sequence[str]]


def head_of_fees(rows: Rows, own: Mapping[str, str]) -> Head | None:
    """Find the head row of a table of fees; `own` says how the columns here are called."""
    head = head_of(rows, {**HEADINGS, **own}, ("label",))
    return head if head is not None and sum(map(bool, head.fields)) > 1 else None


def plan_table(
    given: Assessment, vendor: str, rows: Rows, fields: Sequence[str], head: Head | None
) -> list[PlannedFee]:
    """Return the fees of a block with the taxes that are usual for their vendors.

    Below a head row, a fee that its vendor has already is changed and not added once more, and
    a column of vendors says whose each fee is.
    """
    if head is None:
        return [_complete(given, fee) for fee in plan_fees(given, vendor, rows, fields)]
    owner = _owner_column(given, rows[head.row + 1 :], head.fields)
    names = {folded(each.name): each.key for each in given.vendors}
    there = {(line.vendor, folded(line.label)): line for line in given.cost_lines}
    planned: list[PlannedFee] = []
    above: dict[str, str] = {}
    for number, cells in cells_of(given, rows, fields, head).items():
        key = vendor if owner < 0 else names[folded(rows[number - 1][owner])]
        known = there.get((key, folded(cells.get("label", ""))))
        if known is not None:
            fee = _changed(given, known, cells)
        else:
            fee = _complete(given, plan_fee(given, key, number, cells, above.get(key, "")))
        above[key] = cells.get("label") or above.get(key, "")
        planned.append(fee)
    return planned


def plan_over(
    given: Assessment, lines: Sequence[CostLine], rows: Rows, fields: Sequence[str]
) -> list[PlannedFee]:
    """Return the fees of a block without a head row that is pasted over others of a vendor.

    `lines` are the fees from where it is pasted on: each becomes what its row says, and rows beyond
    them are new.
    """
    vendor = lines[0].vendor
    planned: list[PlannedFee] = []
    for number, cells in cells_of(given, rows, fields, None).items():
        if number <= len(lines):
            planned.append(_changed(given, lines[number - 1], cells))
        else:
            above = planned[-1].line.label if planned else ""
            planned.append(_complete(given, plan_fee(given, vendor, number, cells, above)))
    return planned


def _owner_column(given: Assessment, body: Rows, fields: Sequence[str | None]) -> int:
    """Return the column without a known head whose cells all name vendors, or -1."""
    names = {folded(vendor.name) for vendor in given.vendors}
    for column, field in enumerate(fields):
        if not field and body and all(folded(row[column]) in names for row in body):
            return column
    return -1


def _changed(given: Assessment, line: CostLine, cells: Mapping[str, str]) -> PlannedFee:
    """Return a fee with the cells of a row; under another name it is billed as it says anew."""
    refusals = []
    is_other = folded(cells.get("label") or line.label) != folded(line.label)
    for field, text in cells.items():
        if field in ("", REMARK) or (field == "label" and not is_other):
            continue
        try:
            line = with_payment(given, line, field, text, cells)
        except InputError as error:
            line = line.with_unread(field, text)
            refusals.append(RefusedField(field, text, error.message))
    if is_other and cells.get("amount") and (refusal := unsaid_billing(given, line, cells)):
        line = line.with_unread(refusal.field, refusal.text)
        refusals.append(refusal)
    return PlannedFee(0, line, tuple(refusals))


def _complete(given: Assessment, fee: PlannedFee) -> PlannedFee:
    """Return a new fee with the usual taxes, and what its remark left open beside free months."""
    line, plain = fee.line, CostLine("", "", "")
    taxes = (line.vat_rate, line.vat_included, line.invoice)
    if taxes == (plain.vat_rate, plain.vat_included, plain.invoice):
        line = with_usual_taxes(given, line)
    remark = dict(line.unread).get(REMARK)
    if remark:
        line = line.without_unread(REMARK).with_unread("free_months", remark)
    return replace(fee, line=line)
