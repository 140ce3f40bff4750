"""The comparison sheet: all vendors side by side, with an answer on the first page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import zip_longest
from typing import Final

from vendorcompare.i18n import _
from vendorcompare.reports.layout.flow import Flow
from vendorcompare.reports.sheets import title_block
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import NoPartChosen, SheetPart
from vendorcompare.reports.sheets.parts import (
    attachments,
    costs,
    evaluators,
    fees,
    matrix,
    method,
    notes,
    radar,
    ranking,
    scales,
    signatures,
    summary,
)

#: How each part is drawn, but for the first page, which is planned before.
_DRAWN: Final[Mapping[SheetPart, Callable[[Content, Flow], None]]] = {
    SheetPart.RANKING: ranking.draw,
    SheetPart.RADAR: radar.draw,
    SheetPart.MATRIX: matrix.draw,
    SheetPart.EVALUATORS: evaluators.draw,
    SheetPart.COSTS: costs.draw,
    SheetPart.FEES: fees.draw,
    SheetPart.METHOD: method.draw,
    SheetPart.NOTES: notes.draw,
    SheetPart.ATTACHMENTS: attachments.draw,
    SheetPart.SCALES: scales.draw,
    SheetPart.SIGNATURES: signatures.draw,
}
#: The parts whose tables are worth a page of their own where less than this share is left.
_ROOMY: Final = {SheetPart.MATRIX, SheetPart.COSTS}
_ENOUGH: Final = 0.5


def lay_out(content: Content) -> Flow:
    """Lay the parts of the sheet out on pages."""
    chosen = _parts(content)
    flow = title_block.begin(content, landscape=_is_wide(content, chosen[0]))
    drawn = dict(_DRAWN)
    parts = list(chosen)
    if SheetPart.SUMMARY in chosen:
        plan = summary.plan(content, flow)
        drawn[SheetPart.SUMMARY] = partial(summary.draw, plan=plan)
        drawn[SheetPart.RANKING] = partial(ranking.draw, after=plan.shown)
        # What the first page holds is not said again.
        if SheetPart.RANKING in parts and plan.shown == len(content.rows):
            parts.remove(SheetPart.RANKING)
    for part, after in zip_longest(parts, parts[1:]):
        flow.tail = signatures.height(content, flow) if after is SheetPart.SIGNATURES else 0.0
        draw = partial(drawn[part], content, flow)
        wide = _is_wide(content, part)
        if flow.fresh:
            draw()
        elif wide or not _may_continue(flow, part):
            flow.start_page(landscape=wide)
            draw()
        elif _stands_apart(content, flow):
            if not flow.draw_whole(draw):
                flow.start_page()
                draw()
        else:
            draw()
    return flow


def _is_wide(content: Content, part: SheetPart) -> bool:
    return part is SheetPart.MATRIX and matrix.is_wide(content)


def _parts(content: Content) -> tuple[SheetPart, ...]:
    """Return the parts that are printed and have something to say."""
    says_something = {
        SheetPart.RADAR: bool(content.vendors and content.assessment.rubric.dimensions),
        SheetPart.EVALUATORS: evaluators.exist(content),
        SheetPart.FEES: fees.exist(content),
        SheetPart.SCALES: bool(content.assessment.rubric.criteria),
        SheetPart.NOTES: notes.exist(content),
        SheetPart.ATTACHMENTS: bool(attachments.listed(content)),
    }
    parts = tuple(part for part in content.parts if says_something.get(part, True))
    if not parts:
        raise NoPartChosen(
            _("There is nothing yet to print under the parts that are chosen."),
            hint=_("Choose another part as well."),
        )
    return parts


def _may_continue(flow: Flow, part: SheetPart) -> bool:
    """Tell whether a part may follow on the page that the part before ended on."""
    if part is SheetPart.SCALES:  # an appendix
        return False
    return part not in _ROOMY or flow.room >= _ENOUGH * flow.body


def _stands_apart(content: Content, flow: Flow) -> bool:
    """Tell whether only what a page holds whole may follow on it.

    The answer has the first page for itself, and what follows a landscape matrix goes back to
    upright paper, unless all of a part fits beneath.
    """
    answers = content.vendors and content.prints(SheetPart.SUMMARY) and len(flow.pages) == 1
    return bool(answers) or flow.is_landscape
