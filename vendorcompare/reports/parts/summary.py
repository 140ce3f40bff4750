"""The first page: the answer in words, the ranking at a glance, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.assessment import Scenario
from vendorcompare.core.ranking import Standing
from vendorcompare.reports.breaking import wrap
from vendorcompare.reports.cells import (
    Cell,
    Column,
    Row,
    beside_cell,
    figure,
    figure_head,
    head,
    words_cell,
)
from vendorcompare.reports.charts import colour_of, score_bar
from vendorcompare.reports.content import Content
from vendorcompare.reports.flow import STEP, Flow, width_of
from vendorcompare.reports.page import (
    BODY,
    CAPTION,
    MUTED,
    STRONG_BODY,
    STRONG_TEXT,
    Style,
)
from vendorcompare.reports.parts.ranking import place
from vendorcompare.reports.table import Table
from vendorcompare.reports.wording import Phrase, Value

_SHOWN: Final = 10
_DISCUSSED: Final = 3
_LISTED: Final = 5
_TITLE: Final = Style(size=12, bold=True)
_HEADLINES: Final = (Style(20, bold=True), Style(16, bold=True), Style(12, bold=True))


def draw(content: Content, flow: Flow) -> None:
    """Draw the first page."""
    _masthead(content, flow)
    _headline(content, flow)
    if content.evaluation.rows:
        _bars(content, flow)
    _open_points(content, flow)


def _masthead(content: Content, flow: Flow) -> None:
    words, assessment, options = content.words, content.assessment, content.options
    flow.strong_line()
    flow.y += 1.5 * STEP
    status = status_of(content)
    height = flow.line_height(_TITLE)
    flow.page.write_right(flow.right, _TITLE.baseline(flow.y, height), status, _TITLE)
    title = (words.plain(assessment.title) or words("Vendor comparison")).joined()
    room = flow.width - width_of(status, _TITLE) - 3 * STEP
    for line in wrap(title, _TITLE.bold, _TITLE.size, room):
        flow.need(height)
        flow.page.write(flow.left, _TITLE.baseline(flow.y, height), line, _TITLE)
        flow.y += height
    day = words.each(lambda language: formats.day(options.generated, language))
    vendors = words.plural("{number} vendor", "{number} vendors", len(assessment.vendors))
    criteria = words.plural(
        "{number} criterion", "{number} criteria", len(assessment.rubric.criteria)
    )
    about = [words("For {buyer}", buyer=assessment.buyer)] if assessment.buyer else []
    for line in _in_lines([*about, day, vendors, criteria]):
        flow.text(line, CAPTION)
    flow.y += 3 * STEP


def status_of(content: Content) -> str:
    """Return whether the sheet is a draft or final."""
    words = content.words
    return (words("FINAL") if content.options.final else words("DRAFT")).joined(" ")


def _in_lines(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    """Return one line for each language."""
    lines = (" · ".join(each) for each in zip(*(p.texts for p in phrases), strict=True))
    return tuple(dict.fromkeys(lines))


def _headline(content: Content, flow: Flow) -> None:
    verdict = content.evaluation.verdict
    sentence = content.words.each(verdict.sentence)
    style = next(
        (
            style
            for style in _HEADLINES
            if len(wrap(sentence.lines[0], True, style.size, flow.width)) <= 3
        ),
        _HEADLINES[-1],
    )
    second = Style(12, colour=MUTED)
    for number, line in enumerate(sentence.lines):
        flow.text(line, second if number else style)
        flow.y += STEP / 2
    flow.y += 2 * STEP


def _bars(content: Content, flow: Flow) -> None:
    words, rows = content.words, content.evaluation.rows
    widths = 46.0, 76.0, 56.0, 56.0
    bar = 122.0
    columns = [
        Column(30, head(words("Rank"))),
        Column(flow.width - 30 - bar - sum(widths), head(words("Vendor"))),
        Column(bar, Cell(head(words.plain("0–100")).pieces, "centre")),
        *(
            Column(width, figure_head(title))
            for width, title in zip(
                widths,
                (words("Score"), words("Range"), words("Coverage"), words("Tested")),
                strict=True,
            )
        ),
    ]
    shown = rows if len(rows) <= _SHOWN + 1 else rows[:_SHOWN]
    Table(columns, [_bar(content, row) for row in shown]).draw(flow)
    flow.skip(STEP)
    if len(rows) > len(shown):
        more = words.plural(
            "{number} more vendor in the ranking table.",
            "{number} more vendors in the ranking table.",
            len(rows) - len(shown),
        )
        flow.phrase(more, CAPTION, CAPTION)
    note = words(
        "The whisker spans what the missing scores still allow. Coverage: share of the weight"
        " that is scored; tested: share of that which was tried out."
    )
    flow.phrase(note, CAPTION, CAPTION)
    flow.skip(3 * STEP)


def _bar(content: Content, row: Standing) -> Row:
    colour = colour_of(content.style(row.vendor))
    first = row.rank == 1
    name = words_cell(content.name(row.vendor), STRONG_BODY if first else BODY)
    if row.excluded_by:
        out = beside_cell(content.words("excluded"), CAPTION)
        name = Cell((*name.pieces, *out.pieces))
    return Row(
        [
            Cell(((place(content, row), STRONG_BODY),)),
            name,
            Cell(picture=score_bar(row.score, row.low, row.high, colour)),
            figure(formats.points(row.score), STRONG_BODY),
            figure(formats.interval(row.low, row.high)),
            figure(formats.share(row.coverage)),
            figure(formats.share(row.tested_share)),
        ]
    )


def _open_points(content: Content, flow: Flow) -> None:
    words = content.words
    price = list(_price(content))
    if price:
        flow.need(4 * flow.line_height(STRONG_TEXT))
        flow.text(words("Price").joined("  "), STRONG_TEXT)
        flow.skip(STEP / 2)
        flow.points(price)
        flow.skip(2 * STEP)
    found = [
        point for row in content.evaluation.rows[:_DISCUSSED] for point in _points_of(content, row)
    ]
    if not content.evaluation.rows:
        return
    flow.need(4 * flow.line_height(STRONG_TEXT))
    flow.text(words("To be settled before signing").joined("  "), STRONG_TEXT)
    flow.skip(STEP / 2)
    flow.points(found or [words("Nothing is open for the vendors in front.")])


def _price(content: Content) -> Iterator[Phrase]:
    words, costs = content.words, content.costs
    priced = [
        row
        for row in content.evaluation.rows
        if row.rank is not None and costs.vendors[row.vendor].priced
    ]
    if not priced:
        return
    total = {row.vendor: costs.vendors[row.vendor].tco[Scenario.LIKELY] for row in priced}
    cheapest = min(priced, key=lambda row: total[row.vendor])
    leaders = [row for row in priced if row.rank == 1 or row is cheapest]
    for row in leaders[:_DISCUSSED]:
        figures: dict[str, Value] = {
            "vendor": content.name(row.vendor),
            "currency": costs.currency,
            "amount": formats.money(total[row.vendor]),
            "months": costs.horizon_months,
            "monthly": formats.money(costs.vendors[row.vendor].monthly_equivalent[Scenario.LIKELY]),
        }
        if row is cheapest and len(priced) > 1:
            yield words(
                "{vendor} is the cheapest: {currency} {amount} over {months} months,"
                " {monthly} a month.",
                **figures,
            )
        else:
            yield words(
                "{vendor} costs {currency} {amount} over {months} months, {monthly} a month.",
                **figures,
            )


def _points_of(content: Content, row: Standing) -> Iterator[Phrase]:
    words, name = content.words, content.name(row.vendor)
    costs = content.costs.vendors[row.vendor]
    if row.excluded_by:
        failed = _some(content, [content.criterion(key) for key in row.excluded_by])
        yield words("{vendor} is excluded: it fails {criteria}.", vendor=name, criteria=failed)
        return
    if row.undecided:
        open_ = _some(content, [content.criterion(key) for key in row.undecided])
        yield words("{vendor} has not yet shown: {criteria}.", vendor=name, criteria=open_)
    if content.priced and costs.not_mentioned:
        fees = _some(content, [words.plain(fee) for fee in costs.not_mentioned])
        yield words("{vendor} says nothing about: {fees}.", vendor=name, fees=fees)
    if costs.too_cheap:
        yield words(
            "{vendor} is more than 30% below the median price: ask what is not included.",
            vendor=name,
        )
    if costs.within_budget is False:
        yield words("{vendor} is over the monthly budget.", vendor=name)


def _some(content: Content, phrases: Sequence[Phrase]) -> Phrase:
    """Return an enumeration that a long list does not make unreadable."""
    words = content.words
    if len(phrases) <= _LISTED + 1:
        return words.listed(phrases)
    shown = words.listed(phrases[:_LISTED])
    return words("{names} and {count} more", names=shown, count=len(phrases) - _LISTED)
