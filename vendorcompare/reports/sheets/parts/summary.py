"""The first page: the answer in words, the ranking at a glance, and what is still open."""

from __future__ import annotations

from typing import Final

from vendorcompare.core.ranking import Standing
from vendorcompare.reports.layout.breaking import wrap
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import CAPTION, MUTED, Style
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.parts import settling, standings
from vendorcompare.reports.sheets.sheet import Part

_SHOWN: Final = 10
_LEAST: Final = 3
#: For so many vendors the table on the first page says all that a ranking can.
_COMPLETE: Final = 6
_SECOND: Final = Style(12, colour=MUTED)
_HEADLINES: Final = (Style(20, bold=True), Style(16, bold=True), Style(12, bold=True))


def draw(content: Content, flow: Flow) -> None:
    """Draw the first page."""
    flow.mark(content.words("Summary"))
    _headline(content, flow)
    if content.rows:
        _standings(content, flow)
        settling.draw(content, flow)


def holds_ranking(content: Content) -> bool:
    """Tell whether the table on the first page stands for the ranking, with its remarks."""
    printed = content.prints(Part.SUMMARY) and content.prints(Part.RANKING)
    return printed and len(content.rows) <= _COMPLETE


def _headline(content: Content, flow: Flow) -> None:
    verdict = content.evaluation.verdict
    sentence = content.words.each(verdict.sentence)
    first, *others = sentence.lines
    beneath = sum(len(wrap(o, False, _SECOND.size, flow.width)) for o in others)
    room = flow.room - beneath * flow.line_height(_SECOND) - 4 * STEP - _beneath(content, flow)
    for style in _HEADLINES:
        count = len(wrap(first, style.bold, style.size, flow.width))
        if count <= 3 and count * flow.line_height(style) <= room:
            break
    flow.text(first, style)
    for other in others:
        flow.y += STEP / 2
        flow.text(other, _SECOND)
    flow.y += 2.5 * STEP


def _beneath(content: Content, flow: Flow) -> float:
    """Return how tall is what the first page should hold beneath the answer."""
    if not content.rows:
        return 0.0
    shown = min(len(content.rows), _COMPLETE)
    table = _table(content, flow, shown)
    return table.height(flow) + _after_table(content, flow, shown)


def _after_table(content: Content, flow: Flow, shown: int) -> float:
    notes = sum(flow.height_of(note, CAPTION) for note in _notes(content, shown))
    return notes + 4 * STEP + settling.height(content, flow)


def _notes(content: Content, shown: int) -> list[Phrase]:
    """Return what stands beneath the table."""
    rest = len(content.rows) - shown
    more = content.words.plural(
        "{number} more vendor in the ranking table.",
        "{number} more vendors in the ranking table.",
        rest,
    )
    return [*([more] if rest else []), standings.explanation(content)]


def _standings(content: Content, flow: Flow) -> None:
    """Draw as many vendors as leave room on the page for what follows."""
    count = len(content.rows)
    shown, least = (count, count) if holds_ranking(content) else (min(count, _SHOWN), _LEAST)
    table = _table(content, flow, shown)
    while shown > least and table.height(flow) + _after_table(content, flow, shown) > flow.room:
        shown -= 1
        table = _table(content, flow, shown)
    table.draw(flow)
    flow.skip(STEP)
    for note in _notes(content, shown):
        flow.phrase(note, CAPTION, CAPTION)
    flow.skip(3 * STEP)


def _table(content: Content, flow: Flow, shown: int) -> Table:
    rows = content.rows[:shown]
    if not holds_ranking(content):
        return standings.table(content, flow.width, rows)
    return standings.table(content, flow.width, rows, lambda row: _remarks(content, row))


def _remarks(content: Content, row: Standing) -> list[Phrase]:
    """Return what is remarked beneath a vendor, but for what is still to be settled with it."""
    settled = row._replace(undecided=()) if row in settling.in_front(content) else row
    return list(standings.remarks(content, settled))
