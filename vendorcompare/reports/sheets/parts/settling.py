"""What the vendors in front cost, and what is to be settled with them before signing."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Final

from vendorcompare.core.assessment import Scenario
from vendorcompare.core.findings import Kind, Severity, cost_findings, standing_findings
from vendorcompare.core.ranking import Standing
from vendorcompare.reports.layout.cells import Column, Row, name_cell, words_cell
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import STRONG_BODY
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content

_DISCUSSED: Final = 3
_RIVALS: Final = 2
_NAME: Final = 0.32


def draw(content: Content, flow: Flow) -> None:
    """Draw the prices and the open points of the vendors in front."""
    words, front = content.words, in_front(content)
    prices = list(_prices(content))
    if prices:
        flow.subtitle(words("Price"), keep=flow.points_height(prices))
        flow.points(prices)
        flow.skip(2 * STEP)
    title, table = words("To be settled before signing"), _open_points(content, flow.width)
    if table.rows:
        flow.subtitle(title, keep=table.start(flow))
        table.draw(flow)
    elif front and prices:  # of prices that nobody knows everything is open
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
    """Return the vendors that the sheet opens with, as far as they have a place."""
    return [row for row in content.rows[:_DISCUSSED] if row.rank is not None]


def _open_points(content: Content, width: float) -> Table:
    words = content.words
    rows = [
        Row([name_cell(content.name(row.vendor), STRONG_BODY), words_cell(points)])
        for row in in_front(content)
        if (points := words.run_on(_points_of(content, row)))
    ]
    return Table([Column(width * _NAME), Column(width * (1 - _NAME))], rows, whole=True)


def _prices(content: Content) -> Iterator[Phrase]:
    """Say who is the cheapest, who might be, and what the vendors in front cost."""
    if not content.priced:
        return
    words, answer = content.words, content.cost_answer
    beneath = {row.vendor for row in in_front(content)}
    caveats = [
        words.each(e.remark) + words.stop for e in answer.caveats if answer.vendor not in beneath
    ]
    if any(not row.excluded_by for row in content.evaluation.rows):  # else the headline says it
        yield words.sentences([words.each(answer.sentence), *caveats])
    rivals = [each for each in answer.rivals if each.kind is not Kind.UNPRICED]
    for each in rivals[:_RIVALS]:
        yield words.each(each.sentence)
    if len(rivals) > _RIVALS:
        yield words.plural(
            "{number} more vendor may cost less, but cannot be compared.",
            "{number} more vendors may cost less, but cannot be compared.",
            len(rivals) - _RIVALS,
        )
    for row in content.rows:
        if (
            row.rank == 1
            and row.vendor != answer.vendor
            and content.costs.vendors[row.vendor].priced
        ):
            yield _price(content, row.vendor)


def _price(content: Content, vendor: str) -> Phrase:
    costs = content.costs.vendors[vendor]
    monthly = costs.monthly_equivalent[Scenario.LIKELY]
    return content.words(
        "{vendor} costs {currency} {amount} over {months} months, {monthly} a month.",
        vendor=content.name(vendor),
        currency=content.prices.currency,
        amount=content.prices.amount(vendor, costs.tco[Scenario.LIKELY], whole=True),
        months=content.costs.horizon_months,
        monthly=content.prices.amount(vendor, monthly, whole=True),
    )


def _points_of(content: Content, row: Standing) -> Iterator[Phrase]:
    for finding in standing_findings(content.evaluation, row):
        if finding.kind is Kind.MUST_HAVE_OPEN:
            yield content.words.each(finding.remark)
    if content.priced:
        # What is not quoted is in the total; only of the cheapest it belongs on the first page.
        known = () if row.vendor == content.cost_answer.vendor else (Kind.NOT_QUOTED,)
        yield from price_remarks(content, row.vendor, known)


def price_remarks(content: Content, vendor: str, known: Container[Kind] = ()) -> list[Phrase]:
    """Say what is to be settled about the price of a vendor, but for what is known already."""
    costs = content.costs.vendors[vendor]
    return [
        content.words.each(finding.remark)
        for finding in cost_findings(content.assessment, costs)
        if finding.severity is not Severity.GOOD and finding.kind not in known
    ]
