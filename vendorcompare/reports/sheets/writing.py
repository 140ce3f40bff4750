"""From an assessment to a PDF: the same steps for every sheet."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from vendorcompare import files
from vendorcompare.core.assessment import Assessment
from vendorcompare.reports.layout import pdf
from vendorcompare.reports.sheets import assembly
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.options import SheetOptions
from vendorcompare.reports.sheets.registry import SHEETS


def write_sheet(assessment: Assessment, target: Path | BinaryIO, options: SheetOptions) -> None:
    """Write a sheet of an assessment as a PDF.

    A file at the target is replaced in one step, after all has been written.

    Raises:
        UserError: the assessment cannot be evaluated, nothing is chosen for the sheet, or the
            file cannot be written.
    """
    sheet = SHEETS[options.sheet]
    parts = sheet.chosen(options.left_out)
    content = Content(assessment, options, sheet.title, frozenset(part.key for part in parts))
    flow = assembly.lay_out(content, parts)
    flow.furnish()
    with files.stream_to(target) as stream:
        pdf.write(flow.pages, stream, _about(content))


def _about(content: Content) -> pdf.About:
    words, options = content.words, content.options
    return pdf.About(
        title=content.title.joined(),
        subject=words(content.sheet_title).joined(" · "),
        author=words.plain(content.assessment.sheet_settings.prepared_by).joined(),
        creator=f"VendorCompare {options.app_version}".rstrip(),
        language="en" if options.language == "en" else "zh-CN",
    )
