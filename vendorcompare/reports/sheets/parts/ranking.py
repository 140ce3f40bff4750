"""The ranking of all vendors, with who is out for which reason."""

from __future__ import annotations

from typing import Final

from vendorcompare.i18n import N_
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import CAPTION
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.parts import standings, summary


def exist(content: Content) -> bool:
    """Tell whether the first page leaves anything to say; it is not said again."""
    return not content.prints("summary") or summary.shown(content) < len(content.rows)


def draw(content: Content, flow: Flow) -> None:
    """Draw the ranking of all vendors, but for those that the first page holds."""
    words, after = content.words, summary.shown(content)
    rows = content.rows[after:]
    flow.heading(words("Ranking, continued") if after else words("Ranking"))
    if not rows:
        flow.phrase(words("No vendor has been entered yet."))
        return
    remarked = {row.vendor: tuple(standings.remarks(content, row)) for row in rows}
    table = standings.table(content, flow.width, rows, lambda row: remarked[row.vendor])
    table.draw(flow)
    flow.skip(STEP)
    said = [] if after else standings.reservations(content)  # else the first page has said it
    for note in (*said, standings.explanation(content)):
        flow.phrase(note, CAPTION, CAPTION)
    flow.skip(STEP)


PART: Final = SheetPart("ranking", N_("Ranking"), draw, exists=exist)
