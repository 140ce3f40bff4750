"""A quotation that was copied from somewhere, as fees of a vendor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from vendorcompare.core.assessment import Assessment, CostLine
from vendorcompare.core.errors import InputError
from vendorcompare.document.exchange.headings import head_of
from vendorcompare.document.exchange.records.heads import FEES, REMARK, REMARKS
from vendorcompare.document.reader.fees import habits_of, with_payment
from vendorcompare.document.reader.prices import Remark, price_of
from vendorcompare.document.reader.results import Ambiguous
from vendorcompare.document.reader.words import free_months_of
from vendorcompare.i18n import _

HEADINGS: Final[Mapping[str, str]] = {**FEES, **REMARKS}


@dataclass(frozen=True, slots=True)
class Refusal:
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
    refusals: tuple[Refusal, ...] = ()


def plan_fees(
    given: Assessment,
    vendor: str,
    rows: Sequence[Sequence[str]],
    fields: Sequence[str],
    above: str = "",
) -> tuple[PlannedFee, ...]:
    """Return the fees that a block holds: its rows below a head row, if it has one.

    `fields` say what the columns are where there is no head row, and `above` what the fee above
    the block is called. A row without a name belongs
    to the one above it and is marked, as is whatever is not understood: neither is counted.
    """
    head = head_of(rows, HEADINGS, ("label", "amount"))
    columns: Sequence[str | None] = fields if head is None else head.fields
    planned: list[PlannedFee] = []
    for number, row in enumerate(rows, 1):
        cells = {f: cell.strip() for f, cell in zip(columns, row, strict=False) if f}
        if (head is not None and number <= head.row + 1) or not any(cells.values()):
            continue
        above = planned[-1].line.label if planned else above
        planned.append(_planned(given, vendor, number, cells, above))
    return tuple(planned)


def _planned(
    given: Assessment, vendor: str, number: int, cells: Mapping[str, str], above: str
) -> PlannedFee:
    """Read one row; nothing that is not understood leaves a default that counts."""
    line, refusals = CostLine("", vendor, cells.get("label") or above), list[Refusal]()
    if not cells.get("label"):
        text = " ".join(filter(None, cells.values()))
        line = line.with_unread("label", text)
        refusals.append(Refusal("label", text, _("The fee has no name.")))
    for field, text in cells.items():
        if not text or field == "label":
            continue
        try:
            line = _with(given, line, field, text, cells)
        except InputError as error:
            choices = error.choices if isinstance(error, Ambiguous) else ()
            refusals.append(Refusal(field, text, error.message, choices))
            line = _as_far_as_known(given, line, field, text).with_unread(field, text)
    return PlannedFee(number, line, tuple(refusals))


def _with(
    given: Assessment, line: CostLine, field: str, text: str, cells: Mapping[str, str]
) -> CostLine:
    if field == REMARK:
        return replace(line, free_months=free_months_of(text) or 0)
    return with_payment(given, line, field, text, cells)


def _as_far_as_known(given: Assessment, line: CostLine, field: str, text: str) -> CostLine:
    """Return a fee with the billing of a price that is only a lowest one."""
    if field != "amount":
        return line
    try:
        price = price_of(text, habits_of(given))
    except InputError:
        return line
    if price is None or price.remark is not Remark.FROM or price.billing is None:
        return line
    return replace(line, billing=price.billing)
