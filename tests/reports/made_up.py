"""A sheet that does not exist: what it takes to add one."""

from __future__ import annotations

from vendorcompare.reports.layout.flow import Flow
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart
from vendorcompare.reports.sheets.parts import signatures
from vendorcompare.reports.sheets.sheet import Sheet


def _draw(content: Content, flow: Flow) -> None:
    flow.heading(content.words.plain("Questions for the visit"))
    for vendor in content.vendors:
        flow.phrase(content.words.plain(f"Who keeps the books at {vendor.name}?"))


QUESTIONS = SheetPart("questions", "Questions", _draw)
VISIT = Sheet("visit", "Visit form", lambda: (QUESTIONS, signatures.PART))
