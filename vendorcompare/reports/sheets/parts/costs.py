"""What the vendors cost, on which volumes, and what their quotations leave out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.assessment import Scenario
from vendorcompare.core.break_even import BreakEven, break_even
from vendorcompare.core.costs import VendorCosts
from vendorcompare.core.crossings import crossings
from vendorcompare.core.text import Language
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.cells import (
    PADDING,
    Column,
    Row,
    figure,
    figure_head,
    head,
    list_cell,
    name_cell,
    words_cell,
)
from vendorcompare.reports.layout.flow import STEP, Flow, width_of
from vendorcompare.reports.layout.page import BODY, CAPTION
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.parts import settling

#: So many amounts stand side by side.
_AMOUNTS: Final = 5
_NARROWEST: Final = 62.0
_WIDEST: Final = 88.0
_NAME: Final = 160.0

Figure = tuple[Phrase, Callable[[VendorCosts], Decimal]]


def draw(content: Content, flow: Flow) -> None:
    """Draw the costs of all vendors."""
    words, report = content.words, content.costs
    flow.heading(words("Costs"))
    if not content.priced:
        flow.phrase(words("No prices have been entered."))
        return
    about = words(
        "{currency}, VAT included unless said otherwise, over {months} months; the likely"
        " volume unless low or high is said.",
        currency=content.prices.currency,
        months=report.horizon_months,
    )
    flow.phrase(about, CAPTION, CAPTION)
    without = [v.key for v in content.vendors if not content.costs.vendors[v.key].priced]
    if without:
        names = words.listed(map(content.name, without))
        flow.phrase(words("No prices entered: {vendors}.", vendors=names), CAPTION, CAPTION)
    flow.skip(STEP)
    _figures(content, flow, _totals(content))
    _figures(content, flow, _comparable(content))
    _years(content, flow)
    _left_out(content, flow)
    _assumptions(content, flow)


def _totals(content: Content) -> list[Figure]:
    words = content.words
    return [
        (words("One-off"), lambda costs: costs.once),
        (words("Recurring"), lambda costs: costs.recurring),
        (words("Total cost, low"), lambda costs: costs.tco[Scenario.LOW]),
        (words("Total cost, likely"), lambda costs: costs.tco[Scenario.LIKELY]),
        (words("Total cost, high"), lambda costs: costs.tco[Scenario.HIGH]),
    ]


def _comparable(content: Content) -> list[Figure]:
    words = content.words
    rate = formats.rate(content.costs.discount_rate)
    return [
        (words("Present value at {rate}", rate=rate), lambda costs: costs.npv[Scenario.LIKELY]),
        (
            words("Equivalent per month"),
            lambda costs: costs.monthly_equivalent[Scenario.LIKELY],
        ),
        (
            words("Total without recoverable VAT"),
            lambda costs: costs.net_of_vat[Scenario.LIKELY],
        ),
        (words("Outside the quotation"), lambda costs: costs.hidden(Scenario.LIKELY)),
    ]


def _years(content: Content, flow: Flow) -> None:
    words = content.words
    months = content.costs.horizon_months
    count = -(-months // 12)
    figures = [_year(content, year) for year in range(count)]
    for start in range(0, count, _AMOUNTS):
        _figures(content, flow, figures[start : start + _AMOUNTS])
    if months % 12:
        flow.phrase(
            words("The last year has {months} months.", months=months % 12), CAPTION, CAPTION
        )
        flow.skip(2 * STEP)


def _year(content: Content, year: int) -> Figure:
    title = content.words("Year {year}, one-off included", year=year + 1)
    return title, lambda costs: costs.by_year[year]


def _figures(content: Content, flow: Flow, figures: Sequence[Figure]) -> None:
    """Draw one table: a vendor a row, an amount a column."""
    rows = [
        (
            vendor.key,
            [content.prices.amount(vendor.key, amount(costs)) for _head, amount in figures],
        )
        for vendor in content.vendors
        for costs in (content.costs.vendors[vendor.key],)
        if costs.priced
    ]
    widths = [
        max(
            _NARROWEST,
            *(width_of(line, BODY) + 2 * PADDING for row in rows for line in row[1][i].lines),
        )
        for i in range(len(figures))
    ]
    spare = flow.width - sum(widths) - _NAME
    if spare > 0:
        widths = [min(width + spare / len(widths), _WIDEST) for width in widths]
    columns = [
        Column(max(_NAME / 2, flow.width - sum(widths)), head(content.words("Vendor"))),
        *(
            Column(width, figure_head(title))
            for width, (title, _amount_of) in zip(widths, figures, strict=True)
        ),
    ]
    body = [
        Row([name_cell(content.name(key)), *(list_cell([t], BODY, "right") for t in texts)])
        for key, texts in rows
    ]
    Table(columns, body, whole=True).draw(flow)
    flow.skip(2 * STEP)


def _left_out(content: Content, flow: Flow) -> None:
    words = content.words
    found = [
        (vendor.key, settling.price_remarks(content, vendor.key)) for vendor in content.vendors
    ]
    title = words("What the quotations leave open")
    if not any(remarks for _vendor, remarks in found):
        flow.subtitle(title, keep=flow.line_height(BODY))
        flow.phrase(words("Nothing known is missing from the quotations."))
        flow.skip(2 * STEP)
        return
    rows = [
        Row([name_cell(content.name(vendor)), list_cell(remarks)])
        for vendor, remarks in found
        if remarks and content.costs.vendors[vendor].priced  # the others are named above
    ]
    if not rows:
        return
    columns = [
        Column(flow.width * 0.32, head(words("Vendor"))),
        Column(flow.width * 0.68, head(words("To be settled before signing"))),
    ]
    table = Table(columns, rows)
    flow.subtitle(title, keep=table.start(flow))
    table.draw(flow)
    flow.skip(2 * STEP)


def _assumptions(content: Content, flow: Flow) -> None:
    words, drivers = content.words, content.assessment.drivers
    if not drivers:
        return
    columns = [
        Column(flow.width - 3 * 80, head(words("Volume"))),
        *(Column(80, figure_head(h)) for h in (words("Low"), words("Likely"), words("High"))),
    ]
    rows = [
        Row(
            [
                words_cell(words.text(driver.name) or words.plain(driver.key)),
                *(figure(formats.quantity(driver.volume(each))) for each in Scenario),
            ]
        )
        for driver in drivers
    ]
    table = Table(columns, rows, whole=True)
    flow.subtitle(words("Assumed volumes per month"), keep=table.start(flow))
    table.draw(flow)
    flow.skip(STEP)
    flow.points(_crossings(content))


def _crossings(content: Content) -> Iterator[Phrase]:
    """Say who is cheaper on which side of the volume at which two vendors cost the same."""
    for each in _compared(content):
        yield content.words.each(partial(_crossing, content, each))


def _crossing(content: Content, each: BreakEven, language: Language) -> str:
    return next(crossings([each], content.assessment, language))


def _compared(content: Content) -> list[BreakEven]:
    """Return the pairs to speak of: of many vendors, only those with the leader or the cheapest."""
    shown = content.standings.keys()
    wanted = set(shown)
    if len(shown) > _AMOUNTS:
        wanted = {row.vendor for row in content.rows if row.rank == 1}
        wanted.add(content.cost_answer.vendor)
    found = break_even(content.assessment)
    return [
        each for each in found if set(each.between) <= shown and wanted.intersection(each.between)
    ]


PART: Final = SheetPart("costs", N_("Costs"), draw, room=0.5)
