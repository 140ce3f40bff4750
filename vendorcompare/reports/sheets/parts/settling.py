"""What the vendors in front cost, and what is to be settled with them before signing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vendorcompare.core.assessment import Scenario
from vendorcompare.core.ranking import Standing
from vendorcompare.reports.layout.cells import Column, Row, words_cell
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import STRONG_BODY
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase, Value
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.parts.standings import undecided

_DISCUSSED: Final = 3
#: One price alone is not the cheapest.
_TO_COMPARE: Final = 2
_LISTED: Final = 5
_NAME: Final = 0.32


def draw(content: Content, flow: Flow) -> None:
    """Draw the prices and the open points of the vendors in front."""
    words, front = content.words, in_front(content)
    prices = list(_prices(content))
    if prices:
        flow.subtitle(words("Price"), keep=flow.points_height(prices))
        flow.points(prices)
        flow.skip(2 * STEP)
    if not front:
        return
    title, table = words("To be settled before signing"), _open_points(content, flow.width)
    if table.rows:
        flow.subtitle(title, keep=table.start(flow))
        table.draw(flow)
    else:
        nothing = words("Nothing is open for the vendors in front.")
        flow.subtitle(title, keep=flow.height_of(nothing))
        flow.phrase(nothing)


def height(content: Content, flow: Flow) -> float:
    """Return how much of a page prices and open points take."""
    prices = list(_prices(content))
    first = flow.subtitle_height + flow.points_height(prices) + 2 * STEP if prices else 0.0
    table = _open_points(content, flow.width)
    return first + flow.subtitle_height + table.height(flow)


def in_front(content: Content) -> list[Standing]:
    """Return the vendors that the sheet opens with, without those that are excluded."""
    return [row for row in content.rows[:_DISCUSSED] if not row.excluded_by]


def _open_points(content: Content, width: float) -> Table:
    words = content.words
    rows = [
        Row([words_cell(content.name(row.vendor), STRONG_BODY), words_cell(points)])
        for row in in_front(content)
        if (points := words.run_on(_points_of(content, row)))
    ]
    return Table([Column(width * _NAME), Column(width * (1 - _NAME))], rows, whole=True)


def _prices(content: Content) -> Iterator[Phrase]:
    words, costs = content.words, content.costs
    cheapest = _cheapest(content)
    ranked = [row for row in content.rows if row.rank is not None]
    priced = [row for row in ranked if costs.vendors[row.vendor].priced]
    leaders = [row for row in priced if row.rank == 1 or row.vendor == cheapest]
    for row in leaders[:_DISCUSSED] or priced[:1]:
        monthly = costs.vendors[row.vendor].monthly_equivalent[Scenario.LIKELY]
        figures: dict[str, Value] = {
            "vendor": content.name(row.vendor),
            "currency": content.prices.currency,
            "amount": content.prices.total(row.vendor),
            "months": costs.horizon_months,
            "monthly": content.prices.amount(row.vendor, monthly),
        }
        sentence = (
            words(
                "{vendor} is the cheapest: {currency} {amount} over {months} months,"
                " {monthly} a month.",
                **figures,
            )
            if row.vendor == cheapest
            else words(
                "{vendor} costs {currency} {amount} over {months} months, {monthly} a month.",
                **figures,
            )
        )
        yield words.sentences([sentence, *_caveats(content, row.vendor)])


def _cheapest(content: Content) -> str:
    """Return who costs least of all vendors that can be chosen and whose total is complete."""
    ranked = {row.vendor for row in content.evaluation.rows if row.rank is not None}
    found = [each.vendor for each in content.costs.comparable() if each.vendor in ranked]
    return found[0] if len(found) >= _TO_COMPARE else ""


def _caveats(content: Content, vendor: str) -> Iterator[Phrase]:
    """Say what the price of a vendor does not hold."""
    words, costs = content.words, content.costs.vendors[vendor]
    missing = content.prices.missing(vendor)
    if missing:
        yield _missing(content, missing) + words.stop
    silent = [fee for fee in map(content.prices.fee, costs.not_mentioned) if fee not in missing]
    if silent:
        fees = _some(content, silent)
        yield words("Not in it, because the vendor does not mention it: {fees}.", fees=fees)
    if costs.too_cheap[Scenario.LIKELY]:
        yield words("It is more than 30% below the median.")


def _points_of(content: Content, row: Standing) -> Iterator[Phrase]:
    words, costs = content.words, content.costs.vendors[row.vendor]
    if row.undecided:
        yield undecided(content, row)
    if content.priced and not costs.priced:
        yield words("No prices entered")
    elif costs.not_mentioned:
        fees = _some(content, [content.prices.fee(fee) for fee in costs.not_mentioned])
        yield words("Not mentioned: {fees}", fees=fees)
    yield from price_warnings(content, row.vendor)


def price_warnings(content: Content, vendor: str) -> Iterator[Phrase]:
    """Say what is suspicious about a total, or too much."""
    words, costs = content.words, content.costs.vendors[vendor]
    if costs.priced and costs.missing:
        yield _missing(content, content.prices.missing(vendor))
    if costs.too_cheap[Scenario.LIKELY]:
        yield words("More than 30% below the median: ask what is not included.")
    if costs.within_budget[Scenario.LIKELY] is False:
        yield words("Over the monthly budget.")


def _missing(content: Content, fees: Sequence[Phrase]) -> Phrase:
    return content.words.plural(
        "{number} price missing: {fees}",
        "{number} prices missing: {fees}",
        len(fees),
        fees=_some(content, fees),
    )


def _some(content: Content, phrases: Sequence[Phrase]) -> Phrase:
    """Return an enumeration that a long list does not make unreadable."""
    words = content.words
    if len(phrases) <= _LISTED + 1:
        return words.listed(phrases)
    shown = words.listed(phrases[:_LISTED])
    return words("{names} and {count} more", names=shown, count=len(phrases) - _LISTED)
