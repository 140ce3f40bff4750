"""The files that are kept as evidence, each with what it speaks about."""

from __future__ import annotations

from typing import Final

from vendorcompare.core import formats
from vendorcompare.core.assessment import Attachment
from vendorcompare.i18n import N_
from vendorcompare.reports.layout.cells import (
    Column,
    Row,
    figure,
    figure_head,
    head,
    list_cell,
    words_cell,
)
from vendorcompare.reports.layout.flow import STEP, Flow
from vendorcompare.reports.layout.page import BODY, CAPTION
from vendorcompare.reports.layout.table import Table
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.part import SheetPart

_SIZE: Final = 60.0
_HASH: Final = 92.0
_SHORT_HASH: Final = 12


def exist(content: Content) -> bool:
    """Tell whether any file speaks about what is on the sheet."""
    return bool(_listed(content))


def _listed(content: Content) -> list[Attachment]:
    """Return the files that speak about a vendor on the sheet, or about none."""
    every = content.assessment.attachments
    return [each for each in every if not each.vendor or each.vendor in content.standings]


def draw(content: Content, flow: Flow) -> None:
    """Draw a file a row; the digest tells whether a file is the one that was seen."""
    words = content.words
    rest = flow.width - _SIZE - _HASH
    columns = [
        Column(rest * 0.45, head(words("File"))),
        Column(rest * 0.55, head(words("Evidence for"))),
        Column(_SIZE, figure_head(words("Size"))),
        Column(_HASH, figure_head(words.plain("SHA-256"))),
    ]
    table = Table(columns, [_row(content, each) for each in _listed(content)], after=flow.tail)
    # A short list stays with what comes after it.
    whole = table.height(flow) + flow.tail
    keep = whole if whole <= flow.body / 2 else table.start(flow)
    flow.heading(words("Attachments"), keep=keep)
    table.draw(flow)
    flow.skip(STEP)


def _row(content: Content, file: Attachment) -> Row:
    about = [content.name(file.vendor)] if file.vendor else []
    if file.criterion in content.assessment.rubric.position:
        about.append(content.criterion(file.criterion))
    if file.note:
        about.append(content.words.plain(file.note))
    return Row(
        [
            words_cell(content.words.plain(file.name)),
            list_cell(about),
            figure(formats.size(file.size), BODY),
            figure(file.sha256[:_SHORT_HASH], CAPTION),
        ]
    )


PART: Final = SheetPart("attachments", N_("Attachments"), draw, exists=exist)
