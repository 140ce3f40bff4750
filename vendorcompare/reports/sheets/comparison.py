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
from vendorcompare.reports.sheets.part import NoPartChosen, Part
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
_DRAWN: Final[Mapping[Part, Callable[[Content, Flow], None]]] = {
    Part.RANKING: ranking.draw,
    Part.RADAR: radar.draw,
    Part.MATRIX: matrix.draw,
    Part.EVALUATORS: evaluators.draw,
    Part.COSTS: costs.draw,
    Part.FEES: fees.draw,
    Part.METHOD: method.draw,
    Part.NOTES: notes.draw,
    Part.ATTACHMENTS: attachments.draw,
    Part.SCALES: scales.draw,
    Part.SIGNATURES: signatures.draw,
}
#: The parts whose tables are worth a page of their own where less than this share is left.
_ROOMY: Final = {Part.MATRIX, Part.COSTS}
_ENOUGH: Final = 0.5


def lay_out(content: Content) -> Flow:
    """Lay the parts of the sheet out on pages."""
    chosen = _parts(content)
    flow = title_block.begin(content, landscape=_is_wide(content, chosen[0]))
    drawn = dict(_DRAWN)
    parts = list(chosen)
    if Part.SUMMARY in chosen:
        plan = summary.plan(content, flow)
        drawn[Part.SUMMARY] = partial(summary.draw, plan=plan)
        drawn[Part.RANKING] = partial(ranking.draw, after=plan.shown)
        # What the first page holds is not said again.
        if Part.RANKING in parts and plan.shown == len(content.rows):
            parts.remove(Part.RANKING)
    for part, after in zip_longest(parts, parts[1:]):
        flow.tail = signatures.height(content, flow) if after is Part.SIGNATURES else 0.0
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


def _is_wide(content: Content, part: Part) -> bool:
    return part is Part.MATRIX and matrix.is_wide(content)


def _parts(content: Content) -> tuple[Part, ...]:
    """Return the parts that are printed and have something to say."""
    says_something = {
        Part.RADAR: bool(content.vendors and content.assessment.rubric.dimensions),
        Part.EVALUATORS: evaluators.exist(content),
        Part.FEES: fees.exist(content),
        Part.SCALES: bool(content.assessment.rubric.criteria),
        Part.NOTES: notes.exist(content),
        Part.ATTACHMENTS: bool(attachments.listed(content)),
    }
    parts = tuple(part for part in content.parts if says_something.get(part, True))
    if not parts:
        raise NoPartChosen(
            _("There is nothing yet to print under the parts that are chosen."),
            hint=_("Choose another part as well."),
        )
    return parts


def _may_continue(flow: Flow, part: Part) -> bool:
    """Tell whether a part may follow on the page that the part before ended on."""
    if part is Part.SCALES:  # an appendix
        return False
    return part not in _ROOMY or flow.room >= _ENOUGH * flow.body


def _stands_apart(content: Content, flow: Flow) -> bool:
    """Tell whether only what a page holds whole may follow on it.

    The answer has the first page for itself, and what follows a landscape matrix goes back to
    upright paper, unless all of a part fits beneath.
    """
    answers = content.vendors and content.prints(Part.SUMMARY) and len(flow.pages) == 1
    return bool(answers) or flow.is_landscape
