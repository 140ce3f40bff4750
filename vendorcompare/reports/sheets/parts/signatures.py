"""Who prepared, reviewed and approved the sheet."""

from __future__ import annotations

from typing import Final

from vendorcompare.reports.layout.breaking import shorten
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import CAPTION, INK, STRONG_TEXT, TEXT, Line
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content

_HEIGHT: Final = 15 * STEP


def height(flow: Flow) -> float:
    """Return how much of a page the signatures take with their title."""
    return flow.heading_height + _HEIGHT


def draw(content: Content, flow: Flow) -> None:
    """Draw three places to sign, which stay together on one page."""
    words, settings = content.words, content.assessment.sheet_settings
    flow.heading(words("Signatures"), keep=_HEIGHT)
    roles = (
        (words("Prepared by"), settings.prepared_by),
        (words("Reviewed by"), settings.reviewed_by),
        (words("Approved by"), settings.approved_by),
    )
    gap = 3 * STEP
    width = (flow.width - 2 * gap) / 3
    for place, (role, name) in enumerate(roles):
        _place(content, flow, flow.left + place * (width + gap), width, (role, name))
    flow.y += _HEIGHT


def _place(
    content: Content, flow: Flow, left: float, width: float, signer: tuple[Phrase, str]
) -> None:
    words, page, height = content.words, flow.page, flow.line_height(TEXT)
    role, name = signer
    top = flow.y + STEP
    page.write(left, STRONG_TEXT.baseline(top, height), role.joined(), STRONG_TEXT)
    top += height
    for line in shorten(words.plain(name).texts[0], False, TEXT.size, width, 2):
        page.write(left, TEXT.baseline(top, height), line, TEXT)
        top += height
    for label, bottom in ((words("Signature"), 9 * STEP), (words("Date"), 13 * STEP)):
        y = flow.y + bottom
        page.shapes.append(Line((left, y), (left + width, y), colour=INK))
        page.write(left, CAPTION.baseline(y + 1, height), label.joined(), CAPTION)
