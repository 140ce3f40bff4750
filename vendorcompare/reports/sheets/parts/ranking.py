"""The ranking of all vendors, with who is out for which reason."""

from __future__ import annotations

from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import CAPTION
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.parts import standings


def draw(content: Content, flow: Flow, *, after: int = 0) -> None:
    """Draw the ranking of all vendors, but for those that the first page holds."""
    words, rows = content.words, content.rows[after:]
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
