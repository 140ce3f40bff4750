"""The comparison sheet: all vendors side by side, with an answer on the first page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import zip_longest
from typing import Final

from vendorcompare.i18n import _
from vendorcompare.reports.layout.flow import Flow
from vendorcompare.reports.sheets import title_block
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.parts import (
    costs,
    matrix,
    method,
    notes,
    radar,
    ranking,
    signatures,
    summary,
)
from vendorcompare.reports.sheets.sheet import NoPartChosen, Part

_DRAWN: Final[Mapping[Part, Callable[[Content, Flow], None]]] = {
    Part.SUMMARY: summary.draw,
    Part.RANKING: ranking.draw,
    Part.RADAR: radar.draw,
    Part.MATRIX: matrix.draw,
    Part.COSTS: costs.draw,
    Part.METHOD: method.draw,
    Part.NOTES: notes.draw,
    Part.SIGNATURES: signatures.draw,
}
#: The parts whose tables are worth a page of their own where less than this share is left.
_ROOMY: Final = {Part.MATRIX, Part.COSTS}
_ENOUGH: Final = 0.5


def lay_out(content: Content) -> Flow:
    """Lay the parts of the sheet out on pages."""
    parts = _parts(content)
    flow = title_block.begin(content, landscape=_is_wide(content, parts[0]))
    for part, after in zip_longest(parts, parts[1:]):
        wide = _is_wide(content, part)
        if not flow.fresh and (wide or not _continues(content, flow, part)):
            flow.start_page(landscape=wide)
        flow.tail = signatures.height(flow) if after is Part.SIGNATURES else 0.0
        _DRAWN[part](content, flow)
    return flow


def _is_wide(content: Content, part: Part) -> bool:
    return part is Part.MATRIX and matrix.is_wide(content)


def _parts(content: Content) -> tuple[Part, ...]:
    """Return the parts that are printed and have something to say."""
    says_something = {
        Part.RANKING: not summary.holds_ranking(content),
        Part.RADAR: bool(content.vendors and content.assessment.rubric.dimensions),
        Part.NOTES: notes.exist(content),
    }
    parts = tuple(part for part in content.parts if says_something.get(part, True))
    if not parts:
        raise NoPartChosen(
            _("There is nothing yet to print under the parts that are chosen."),
            hint=_("Choose another part as well."),
        )
    return parts


def _continues(content: Content, flow: Flow, part: Part) -> bool:
    """Tell whether a part follows on the page that the part before ended on."""
    # What follows a landscape matrix goes back to upright paper.
    if flow.is_landscape:
        return False
    # The answer has the first page for itself.
    if content.vendors and content.prints(Part.SUMMARY) and len(flow.pages) == 1:
        return False
    return part not in _ROOMY or flow.room >= _ENOUGH * flow.body
