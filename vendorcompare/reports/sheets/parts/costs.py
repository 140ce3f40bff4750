"""What the vendors cost, on which volumes, and what their quotations leave out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.assessment import Scenario
from vendorcompare.core.break_even import break_even
from vendorcompare.core.costs import VendorCosts
from vendorcompare.reports.layout.cells import (
    PADDING,
    Column,
    Row,
    figure,
    figure_head,
    head,
    list_cell,
    words_cell,
)
from vendorcompare.reports.layout.flow import STEP, Flow, width_of
from vendorcompare.reports.layout.page import BODY, CAPTION
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.parts import settling

#: So many amounts stand side by side.
_AMOUNTS: Final = 5
_NARROWEST: Final = 62.0
_WIDEST: Final = 88.0
_NAME: Final = 160.0

Figure = tuple[Phrase, Callable[[VendorCosts], Decimal | None]]


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
        currency=report.currency,
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
    return content.words("Year {year}", year=year + 1), lambda costs: costs.by_year[year]


def _figures(content: Content, flow: Flow, figures: Sequence[Figure]) -> None:
    """Draw one table: a vendor a row, an amount a column."""
    rows = [
        (vendor.key, [formats.money(amount(costs)) for _head, amount in figures])
        for vendor in content.vendors
        for costs in (content.costs.vendors[vendor.key],)
        if costs.priced
    ]
    widths = [
        max(_NARROWEST, *(width_of(row[1][i], BODY) + 2 * PADDING for row in rows))
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
    body = [Row([words_cell(content.name(key)), *map(figure, texts)]) for key, texts in rows]
    Table(columns, body, whole=True).draw(flow)
    flow.skip(2 * STEP)


def _left_out(content: Content, flow: Flow) -> None:
    words = content.words
    found = [(vendor.key, list(_warnings(content, vendor.key))) for vendor in content.vendors]
    title = words("What the quotations leave open")
    if not any(warnings for _vendor, warnings in found):
        flow.subtitle(title, keep=flow.line_height(BODY))
        flow.phrase(words("Nothing known is missing from the quotations."))
        flow.skip(2 * STEP)
        return
    columns = [
        Column(flow.width * 0.32, head(words("Vendor"))),
        Column(flow.width * 0.68, head(words("To be settled before signing"))),
    ]
    rows = [
        Row([words_cell(content.name(vendor)), list_cell(warnings)])
        for vendor, warnings in found
        if warnings
    ]
    table = Table(columns, rows)
    flow.subtitle(title, keep=table.start(flow))
    table.draw(flow)
    flow.skip(2 * STEP)


def _warnings(content: Content, vendor: str) -> Iterator[Phrase]:
    words, costs = content.words, content.costs.vendors[vendor]
    undisclosed = costs.undisclosed[Scenario.LIKELY]
    if undisclosed:
        outside = (f"{fee.label} {formats.money(fee.amount)}" for fee in undisclosed)
        yield words("Outside the quotation: {fees}", fees=words.listed(map(words.plain, outside)))
    if costs.priced and costs.not_mentioned:
        fees = words.listed(map(words.plain, costs.not_mentioned))
        yield words("Not mentioned: {fees}", fees=fees)
    yield from settling.price_warnings(content, vendor)


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
    words, names = content.words, {d.key: d.name for d in content.assessment.drivers}
    if len(content.vendors) > _AMOUNTS:
        return
    for each in break_even(content.assessment):
        first, second = each.between
        if not {first, second} <= content.standings.keys():
            continue
        yield words(
            "{first} and {second} cost the same at {volumes} ({driver}).",
            first=content.name(first),
            second=content.name(second),
            volumes=words.listed(words.plain(formats.quantity(at)) for at in each.at),
            driver=words.text(names[each.driver]) or words.plain(each.driver),
        )
