"""From an assessment to a PDF: the same steps for every sheet."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from vendorcompare import files
from vendorcompare.core.assessment import Assessment
from vendorcompare.reports.layout import pdf
from vendorcompare.reports.sheets.content import Content
from vendorcompare.reports.sheets.options import SheetOptions
from vendorcompare.reports.sheets.registry import SHEETS
from vendorcompare.reports.sheets.sheet import Sheet


def write_sheet(assessment: Assessment, target: Path | BinaryIO, options: SheetOptions) -> None:
    """Write a sheet of an assessment as a PDF.

    A file at the target is replaced in one step, after all has been written.

    Raises:
        UserError: the assessment cannot be evaluated, nothing is chosen for the sheet, or the
            file cannot be written.
    """
    sheet = SHEETS[options.sheet]
    content = Content(assessment, options, sheet.chosen(options.left_out))
    flow = sheet.lay_out(content)
    flow.furnish()
    with files.stream_to(target) as stream:
        pdf.write(flow.pages, stream, _about(sheet, content))


def _about(sheet: Sheet, content: Content) -> pdf.About:
    words, options = content.words, content.options
    return pdf.About(
        title=content.title.joined(),
        subject=words(sheet.title).joined(" · "),
        author=words.plain(content.assessment.sheet_settings.prepared_by).joined(),
        creator=f"VendorCompare {options.app_version}".rstrip(),
        language="en" if options.language == "en" else "zh-CN",
    )
