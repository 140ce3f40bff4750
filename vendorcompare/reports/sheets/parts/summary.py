"""The first page: the answer in words, the ranking at a glance, and what is still open."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from vendorcompare.core.ranking import Standing
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.breaking import title, wrap
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import CAPTION, MUTED, Style
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets import title_block
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.parts import settling, standings

#: So many vendors the first page holds at most, and at least; up to six it holds them all.
_MOST: Final = 10
_LEAST: Final = 3
_COMPLETE: Final = 6
#: Fewer vendors than these are not worth a table of their own behind the first page.
_REST: Final = 3
_SECOND: Final = Style(12, colour=MUTED)
_HEADLINES: Final = (Style(20, bold=True), Style(16, bold=True), Style(12, bold=True))


class Plan(NamedTuple):
    """Hold what the first page has room for.

    Attributes:
        headline: how the answer is set.
        shown: how many vendors stand in the table.
    """

    headline: Style
    shown: int


def shown(content: Content) -> int:
    """Return how many vendors stand in the table of the first page."""
    if not content.prints("summary"):
        return 0
    return _plan(content).shown


def _is_apart(content: Content) -> bool:
    return bool(content.vendors)


@lru_cache(maxsize=1)
def _plan(content: Content) -> Plan:
    """Return what fits on the first page; several parts ask, one sheet after the other."""
    flow, count = title_block.begin(content), len(content.rows)
    headline = _headline_style(content, flow, min(count, _COMPLETE))
    if count <= _COMPLETE:
        return Plan(headline, count)
    room = flow.room - _headline_height(content, flow, headline)
    shown = count if count <= _MOST else min(_MOST, count - _REST)
    while shown > _LEAST and _height(content, flow, shown) > room:
        shown = min(shown - 1, count - _REST)
    return Plan(headline, shown)


def draw(content: Content, flow: Flow) -> None:
    """Draw the first page."""
    plan = _plan(content)
    flow.mark(content.words("Summary"))
    _headline(content, flow, plan.headline)
    if content.rows:
        _standings(content, flow, plan.shown)
        settling.draw(content, flow)


def _sentence(content: Content) -> tuple[str, list[str]]:
    """Return the answer in the first language, and in the others."""
    first, *others = content.words.each(content.evaluation.verdict.sentence).lines
    return first, others


def _headline_style(content: Content, flow: Flow, shown: int) -> Style:
    """Return the largest style that leaves room for what the page should hold beneath."""
    first, _others = _sentence(content)
    beneath = _height(content, flow, shown) if shown else 0.0
    for style in _HEADLINES:
        count = len(wrap(first, style.bold, style.size, flow.width))
        if count <= 3 and _headline_height(content, flow, style) + beneath <= flow.room:
            break
    return style


def _headline_height(content: Content, flow: Flow, style: Style) -> float:
    first, others = _sentence(content)
    count = len(wrap(first, style.bold, style.size, flow.width))
    beneath = sum(len(wrap(o, False, _SECOND.size, flow.width)) for o in others)
    height = count * flow.line_height(style) + beneath * flow.line_height(_SECOND)
    return height + len(others) * STEP / 2 + 2.5 * STEP


def _headline(content: Content, flow: Flow, style: Style) -> None:
    first, others = _sentence(content)
    flow.lines(title(first, style.bold, style.size, flow.width), style)
    for other in others:
        flow.y += STEP / 2
        flow.lines(title(other, _SECOND.bold, _SECOND.size, flow.width), _SECOND)
    flow.y += 2.5 * STEP


def _height(content: Content, flow: Flow, shown: int) -> float:
    """Return how tall is what stands beneath the answer."""
    notes = sum(flow.height_of(note, CAPTION) for note in _notes(content, shown))
    table = _table(content, flow, shown)
    return table.height(flow) + notes + 4 * STEP + settling.height(content, flow)


def _notes(content: Content, shown: int) -> list[Phrase]:
    """Return what stands beneath the table."""
    rest = len(content.rows) - shown
    if not rest:
        return [*standings.reservations(content), standings.explanation(content)]
    more = content.words.plural("{number} more vendor", "{number} more vendors", rest)
    if content.prints("ranking"):
        more = content.words("{vendors}: see the ranking further on.", vendors=more)
    else:
        more = content.words("{vendors} not in this table.", vendors=more)
    return [more, *standings.reservations(content), standings.explanation(content)]


def _standings(content: Content, flow: Flow, shown: int) -> None:
    _table(content, flow, shown).draw(flow)
    flow.skip(STEP)
    for note in _notes(content, shown):
        flow.phrase(note, CAPTION, CAPTION)
    flow.skip(3 * STEP)


def _table(content: Content, flow: Flow, shown: int) -> Table:
    rows = content.rows[:shown]
    if not content.prints("ranking"):
        return standings.table(content, flow.width, rows)
    return standings.table(content, flow.width, rows, lambda row: _remarks(content, row))


def _remarks(content: Content, row: Standing) -> list[Phrase]:
    """Return what is remarked beneath a vendor, but for what is still to be settled with it."""
    return list(standings.remarks(content, row, settled=row in settling.in_front(content)))


PART: Final = SheetPart("summary", N_("Summary"), draw, is_apart=_is_apart)
