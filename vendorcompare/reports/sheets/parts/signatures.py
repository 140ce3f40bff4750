"""Who prepared, reviewed and approved the sheet."""

from __future__ import annotations

from typing import Final

from vendorcompare.i18n import N_
from vendorcompare.reports.layout.breaking import shorten
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import CAPTION, INK, STRONG_TEXT, TEXT, Line
from vendorcompare.reports.layout.wording import Phrase
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart

_HEIGHT: Final = 15 * STEP
_USUAL_LINES: Final = 2  # of a name, for which there is room in this height
_MOST_LINES: Final = 8
_GAP: Final = 3 * STEP


def height(content: Content, flow: Flow) -> float:
    """Return how much of a page the signatures take with their title."""
    return flow.heading_height + _needed(content, flow)


def draw(content: Content, flow: Flow) -> None:
    """Draw three places to sign, which stay together on one page."""
    words, settings = content.words, content.assessment.sheet_settings
    needed = _needed(content, flow)
    flow.heading(words("Signatures"), keep=needed)
    roles = (words("Prepared by"), words("Reviewed by"), words("Approved by"))
    signers = (settings.prepared_by, settings.reviewed_by, settings.approved_by)
    for place, (role, name) in enumerate(zip(roles, signers, strict=True)):
        left = flow.left + place * (_width(flow) + _GAP)
        _place(content, flow, left, role, _lines(content, flow, name))
    flow.y += needed


def _place(content: Content, flow: Flow, left: float, role: Phrase, name: tuple[str, ...]) -> None:
    words, page, height = content.words, flow.page, flow.line_height(TEXT)
    top = flow.y + STEP
    page.write(left, STRONG_TEXT.baseline(top, height), role.joined(), STRONG_TEXT)
    top += height
    for line in name:
        page.write(left, TEXT.baseline(top, height), line, TEXT)
        top += height
    below = flow.y + _needed(content, flow) - _HEIGHT
    for label, bottom in ((words("Signature"), 9 * STEP), (words("Date"), 13 * STEP)):
        y = below + bottom
        page.shapes.append(Line((left, y), (left + _width(flow), y), colour=INK))
        page.write(left, CAPTION.baseline(y + 1, height), label.joined(), CAPTION)


def _needed(content: Content, flow: Flow) -> float:
    """Return the height of the places, which grows with the longest name."""
    settings = content.assessment.sheet_settings
    signers = (settings.prepared_by, settings.reviewed_by, settings.approved_by)
    most = max(len(_lines(content, flow, name)) for name in signers)
    return _HEIGHT + max(most - _USUAL_LINES, 0) * flow.line_height(TEXT)


def _lines(content: Content, flow: Flow, name: str) -> tuple[str, ...]:
    shown = content.words.plain(name).texts[0]
    return shorten(shown, False, TEXT.size, _width(flow), _MOST_LINES)


def _width(flow: Flow) -> float:
    return (flow.width - 2 * _GAP) / 3


PART: Final = SheetPart("signatures", N_("Signatures"), draw, tail=height)
