"""The fees of each vendor line by line, so that its quotation can be checked against the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.assessment import Billing, CostLine, Scenario
from vendorcompare.core.cash_flow import LineFlow
from vendorcompare.core.fee_terms import BILLINGS, DISCLOSURES, INVOICES
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.cells import (
    Cell,
    Column,
    Row,
    figure,
    figure_head,
    head,
    list_cell,
    name_cell,
    words_cell,
)
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import BODY, CAPTION, STRONG_BODY
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart

#: Billing, amount, volume, VAT, invoice, disclosure and total; the fee itself has the rest.
_WIDTHS: Final = (50.0, 56.0, 78.0, 54.0, 54.0, 62.0, 66.0)


def exist(content: Content) -> bool:
    """Tell whether any vendor on the sheet has a fee."""
    return any(line.vendor in content.standings for line in content.assessment.cost_lines)


def draw(content: Content, flow: Flow) -> None:
    """Draw the fees of all vendors in one table."""
    words, costs = content.words, content.costs
    table = Table(_columns(content, flow.width), list(_rows(content)))
    flow.heading(words("Fees line by line"), keep=table.start(flow) + 4 * STEP)
    about = words(
        "{currency}. The amount is as quoted; the last column is what it comes to over {months}"
        " months at the likely volume, VAT included.",
        currency=content.prices.currency,
        months=costs.horizon_months,
    )
    flow.phrase(about, CAPTION, CAPTION)
    flow.skip(STEP)
    table.draw(flow)
    flow.skip(STEP)


def _columns(content: Content, width: float) -> list[Column]:
    words, months = content.words, content.costs.horizon_months
    heads = (
        head(words("Billed")),
        figure_head(words("Amount")),
        head(words("Volume a month")),
        head(words("VAT")),
        head(words("Invoice")),
        head(words("Disclosure")),
        figure_head(words("Over {months} months", months=months)),
    )
    columns = [Column(wide, title) for wide, title in zip(_WIDTHS, heads, strict=True)]
    return [Column(width - sum(_WIDTHS), head(words("Fee"))), *columns]


def _rows(content: Content) -> Iterator[Row]:
    for vendor in content.vendors:
        costs = content.costs.vendors[vendor.key]
        lines = costs.flows[Scenario.LIKELY].lines
        if not lines:
            continue
        name = replace(name_cell(content.name(vendor.key), STRONG_BODY), span=len(_WIDTHS) - 1)
        total = content.prices.total(vendor.key)
        amount = replace(list_cell([total], STRONG_BODY, "right"), span=2)
        # The name and the total share the row, whatever stands in the columns beneath.
        between = [Cell()] * (len(_WIDTHS) - 2)
        yield Row([name, *between, amount, Cell()], group=True, keep=True)
        for flow in lines:
            yield _row(content, flow)


def _row(content: Content, flow: LineFlow) -> Row:
    words, line = content.words, flow.line
    known = flow.gap is None
    return Row(
        [
            _name(content, line),
            words_cell(words(BILLINGS[line.billing])),
            figure(_amount(line)),
            list_cell(list(_volume(content, line)), CAPTION),
            words_cell(_vat(content, line)),
            words_cell(words(INVOICES[line.invoice])),
            words_cell(words(DISCLOSURES[line.disclosure])),
            figure(formats.money(flow.total) if known else formats.NOTHING, BODY),
        ]
    )


def _amount(line: CostLine) -> str:
    """Write the amount of a fee; a credit is taken off."""
    if line.credit and line.amount is not None:
        return formats.money(-line.amount)
    return formats.money(line.amount)


def _name(content: Content, line: CostLine) -> Cell:
    cell, terms = words_cell(content.prices.fee(line.label)), list(_terms(content, line))
    return replace(cell, pieces=(*cell.pieces, *list_cell(terms, CAPTION).pieces))


def _terms(content: Content, line: CostLine) -> Iterator[Phrase]:
    """Say from when to when a fee runs, and how it rises."""
    words = content.words
    if line.first_month > 1:
        once = line.billing is Billing.ONCE
        when = N_("in month {month}") if once else N_("from month {month}")
        yield words(when, month=line.first_month)
    if line.last_month is not None:
        yield words("until month {month}", month=line.last_month)
    if line.free_months:
        yield words.plural("{number} month free", "{number} months free", line.free_months)
    for _field, text in line.unread:
        yield words('not understood: "{text}"', text=text)
    if line.escalation:
        yield words("{rate} more each year", rate=formats.rate(line.escalation))


def _volume(content: Content, line: CostLine) -> Iterator[Phrase]:
    words, drivers = content.words, {each.key: each for each in content.assessment.drivers}
    driver = drivers.get(line.driver or "")
    if driver is None:
        return
    volume = formats.quantity(driver.likely)
    yield words("{driver}: {volume}", driver=content.driver(driver.key), volume=volume)
    if line.included_quantity is None:
        yield words("included: not known")
    elif line.included_quantity:
        included = formats.quantity(line.included_quantity)
        yield words("{quantity} of it included", quantity=included)


def _vat(content: Content, line: CostLine) -> Phrase:
    words = content.words
    if line.vat_rate is None:
        return words("included") if line.vat_included else words("on top, rate not known")
    if not line.vat_rate:
        return words("none")
    rate = formats.rate(line.vat_rate)
    if line.vat_included:
        return words("{rate}, included", rate=rate)
    return words("{rate}, on top", rate=rate)


PART: Final = SheetPart("fees", N_("Fees line by line"), draw, exists=exist)
