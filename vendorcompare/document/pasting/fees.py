"""A quotation that was copied from somewhere, as fees of a vendor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from vendorcompare.core.assessment import Assessment, CostLine
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.document.exchange.records.headings import FEES, REMARK, REMARKS
from vendorcompare.document.exchange.tables.head_row import Head, head_of
from vendorcompare.document.pasting.messages import read_message, said_of_all
from vendorcompare.document.pasting.remarks import read_remark, taxes_of
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.fees import extra_named, habits_of, with_cell, with_payment
from vendorcompare.document.reader.prices import Price, PriceNote, price_of
from vendorcompare.document.reader.results import Ambiguous, ambiguous
from vendorcompare.i18n import _

HEADINGS: Final[Mapping[str, str]] = {**FEES, **REMARKS}
#: Stands in a cell of which the quotation says nothing, though the total depends on it.
NOT_SAID: Final = "?"

#: Columns in each of which quotations say all that there is to say of VAT: 专票6%.
_TAXES: Final = ("invoice", "vat_included", "vat_rate")
_TOTALS: Final = frozenset(
    {"合计", "总计", "小计", "共计", "总价", "合计金额", "total", "subtotal", "sum", "grandtotal"}
)
_TAKEN_OFF: Final = re.compile(r"(?:优惠|减免|立减|返现|折让|抵扣|discount|rebate)(?:金额|额)?$")
_IN_BRACKETS: Final = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]")


@dataclass(frozen=True, slots=True)
class RefusedField:
    """Say which cell of a fee was not understood, and what it may mean."""

    field: str
    text: str
    message: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedFee:
    """Hold a fee as it would be added; what was not understood is marked in it.

    Attributes:
        row: its row in the block, from 1.
    """

    row: int
    line: CostLine
    refusals: tuple[RefusedField, ...] = ()


def plan_fees(
    given: Assessment, vendor: str, rows: Sequence[Sequence[str]], fields: Sequence[str]
) -> tuple[PlannedFee, ...]:
    """Return the fees that a block holds: its rows below a head row, if it has one.

    `fields` say what the columns are where there is no head row; lines of a message are read as
    such. A row without a name belongs to the one above it and is marked, as is whatever is not
    understood: neither is counted. Sums are passed over.
    """
    head = head_of(rows, HEADINGS, ("label", "amount"))
    planned: list[PlannedFee] = []
    for number, cells in cells_of(given, rows, fields, head).items():
        above = planned[-1].line.label if planned else ""
        everywhere = _said_of_all(cells)
        if everywhere and planned:
            planned = [replace(fee, line=replace(fee.line, **everywhere)) for fee in planned]
        else:
            planned.append(plan_fee(given, vendor, number, cells, above))
    return tuple(planned)


def cells_of(
    given: Assessment, rows: Sequence[Sequence[str]], fields: Sequence[str], head: Head | None
) -> dict[int, dict[str, str]]:
    """Return the cells of each fee by their fields, by its row from 1."""
    if head is None and next(iter(fields), "") == "label":
        message = read_message(rows, habits_of(given))
        if message is not None:
            return message
    columns: Sequence[str | None] = fields if head is None else head.fields
    billed = _billing_in(rows[head.row], columns) if head and "billing" not in columns else ""
    found = {}
    for number, row in enumerate(rows, 1):
        cells = {f: cell.strip() for f, cell in zip(columns, row, strict=False) if f}
        if (head is not None and number <= head.row + 1) or not any(cells.values()):
            continue
        if not _is_sum(row):
            found[number] = {**cells, "billing": billed} if billed else cells
        elif cells.get(REMARK):
            beside = read_message([[cells[REMARK]]], habits_of(given))
            found[number] = beside[1] if beside else {"label": cells[REMARK]}
    return found


def _billing_in(head: Sequence[str], columns: Sequence[str | None]) -> str:
    """Return how all prices are billed, as in 价格（元/月）, or nothing."""
    for name, field in zip(head, columns, strict=False):
        inside = _IN_BRACKETS.search(name) if field == "amount" else None
        if inside is not None:
            try:
                return inside[1] if billing_of(inside[1]) else ""
            except InputError:
                continue
    return ""


def _is_sum(row: Sequence[str]) -> bool:
    first = next((cell for cell in row if cell.strip()), "")
    return folded(first).rstrip(":：") in _TOTALS


def _said_of_all(cells: Mapping[str, str]) -> dict[str, Any]:
    """Return what a line without a price says of all fees, as in 以上均含税."""
    remark = "" if cells.get("amount") else said_of_all(cells.get("label", ""))
    read = read_remark(remark)
    understood = not (read.open or read.asides or read.billing or "free_months" in read.changes)
    return dict(read.changes) if understood else {}


def plan_fee(
    given: Assessment, vendor: str, number: int, cells: Mapping[str, str], above: str
) -> PlannedFee:
    """Read one row; nothing that is not understood leaves a default that counts."""
    label = cells.get("label") or above
    line, refusals = CostLine("", vendor, label, catalogue=extra_named(label)), list[RefusedField]()
    if not cells.get("label"):
        text = " ".join(filter(None, cells.values()))
        line = line.with_unread("label", text)
        refusals.append(RefusedField("label", text, _("The fee has no name.")))
    for field, text in cells.items():
        if not text or field == "label":
            continue
        try:
            line = _with(given, line, field, text, cells)
        except InputError as error:
            choices = error.choices if isinstance(error, Ambiguous) else ()
            refusals += (
                [RefusedField(field, text, error.message, choices)] if field != REMARK else []
            )
            line = _as_far_as_known(given, line, field, text).with_unread(field, text)
    remark = dict(line.unread).get(REMARK)
    if remark:
        refusals.append(
            RefusedField(REMARK, remark, _("It is not known what this does to the price."))
        )
    unsaid = unsaid_billing(given, line, cells)
    if unsaid is not None:
        line = line.with_unread(unsaid.field, unsaid.text)
        refusals.append(unsaid)
    return PlannedFee(number, line, tuple(refusals))


def unsaid_billing(
    given: Assessment, line: CostLine, cells: Mapping[str, str]
) -> RefusedField | None:
    """Ask how often a fee with a price falls due where its row does not say so."""
    if not _costs(line) or _says_billing(given, cells):
        return None
    return RefusedField("billing", NOT_SAID, _("How often the fee falls due is not said."))


def _with(
    given: Assessment, line: CostLine, field: str, text: str, cells: Mapping[str, str]
) -> CostLine:
    if field == REMARK:
        return _with_remark(given, line, text, cells)
    if field in _TAXES and taxes_of(text):
        return replace(line, **taxes_of(text))
    if field == "amount" and _TAKEN_OFF.search(line.label):
        return _taken_off(given, line, text)
    return with_payment(given, line, field, text, cells)


def _with_remark(
    given: Assessment, line: CostLine, text: str, cells: Mapping[str, str]
) -> CostLine:
    """Return a fee with what a remark says; what does not bear on money goes to its name."""
    remark = read_remark(text)
    line = replace(line, **remark.changes)
    if remark.asides:
        line = replace(line, label=f"{line.label}（{'，'.join(remark.asides)}）")
    if remark.open:
        line = line.with_unread(REMARK, "，".join(remark.open))
    if remark.billing and not cells.get("billing"):
        line = with_payment(given, line, "billing", remark.billing, cells)
    return line


def _taken_off(given: Assessment, line: CostLine, text: str) -> CostLine:
    """Return a fee called 优惠: with a minus it is taken off, without one that is not sure."""
    bare = _without_minus(text)
    if bare != text.strip():
        return replace(with_cell(given, line, "amount", bare), credit=True)
    taken = with_cell(given, line, "amount", text)
    if taken.amount and not taken.credit:
        raise ambiguous(text, (bare, _("less {amount}").format(amount=bare)))
    return taken


def _costs(line: CostLine) -> bool:
    """Tell whether a fee has a price, or will have one once its marked cells are settled."""
    return bool(line.amount) or "amount" in dict(line.unread)


def _says_billing(given: Assessment, cells: Mapping[str, str]) -> bool:
    """Tell whether anything in a row says how often the fee falls due."""
    if cells.get("billing") or read_remark(cells.get(REMARK, "")).billing:
        return True
    price = _price_in(given, _without_minus(cells.get("amount", "")))
    return price is not None and price.billing is not None


def _as_far_as_known(given: Assessment, line: CostLine, field: str, text: str) -> CostLine:
    """Return a fee with the billing of a price that is only a lowest one."""
    price = _price_in(given, text) if field == "amount" else None
    if price is None or price.remark is not PriceNote.FROM or price.billing is None:
        return line
    return replace(line, billing=price.billing)


def _price_in(given: Assessment, text: str) -> Price | None:
    try:
        return price_of(text, habits_of(given))
    except InputError:
        return None


def _without_minus(text: str) -> str:
    return text.strip().lstrip("-－−").strip()
