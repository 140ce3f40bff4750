"""Put the parts of a sheet on pages, each where its description wants it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from vendorcompare.i18n import _
from vendorcompare.reports.layout.flow import Flow
from vendorcompare.reports.sheets import title_block
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.sheet import NoPartChosen


def lay_out(content: Content, chosen: Sequence[SheetPart]) -> Flow:
    """Lay out what has something to say; NoPartChosen if nothing has."""
    parts = [part for part in chosen if part.exists(content)]
    if not parts:
        raise NoPartChosen(
            _("There is nothing yet to print under the parts that are chosen."),
            hint=_("Choose another part as well."),
        )
    flow = title_block.begin(content, landscape=parts[0].is_wide(content))
    apart = 0  # the number of the page on which only what fits whole may follow
    for part, after in zip_longest(parts, parts[1:]):
        flow.tail = after.tail(content, flow) if after else 0.0
        _place(content, flow, part, whole=flow.is_landscape or len(flow.pages) == apart)
        if part.is_apart(content):
            apart = len(flow.pages)
    return flow


def _place(content: Content, flow: Flow, part: SheetPart, *, whole: bool) -> None:
    """Draw a part where the last one ended, or on a new page.

    What follows a landscape part goes back to upright paper, unless all of it fits beneath.
    """
    draw, wide = partial(part.draw, content, flow), part.is_wide(content)
    if not flow.fresh and (wide or flow.room < part.room * flow.body):
        flow.start_page(landscape=wide)
    elif not flow.fresh and whole:
        if flow.draw_whole(draw):
            return
        flow.start_page()
    draw()
