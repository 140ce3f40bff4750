"""The comparison sheet: from an assessment to a PDF that can be signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Final

from reportlab.pdfgen.canvas import Canvas

from vendorcompare import files
from vendorcompare.core import formats
from vendorcompare.core.assessment import Assessment
from vendorcompare.reports import fonts
from vendorcompare.reports.content import Content
from vendorcompare.reports.flow import Flow
from vendorcompare.reports.options import PAPERS, Part, SheetOptions
from vendorcompare.reports.page import Page
from vendorcompare.reports.parts import (
    costs,
    matrix,
    method,
    notes,
    radar,
    ranking,
    signatures,
    summary,
)

__all__ = ["SheetOptions", "write_comparison"]

_PARTS: Final[dict[Part, Callable[[Content, Flow], None]]] = {
    Part.SUMMARY: summary.draw,
    Part.RANKING: ranking.draw,
    Part.RADAR: radar.draw,
    Part.MATRIX: matrix.draw,
    Part.COSTS: costs.draw,
    Part.METHOD: method.draw,
    Part.NOTES: notes.draw,
    Part.SIGNATURES: signatures.draw,
}
#: The parts whose tables are worth a page of their own where less than this share is left.
_ROOMY: Final = {Part.MATRIX, Part.COSTS}
_ENOUGH: Final = 0.5
_SHORT_HASH: Final = 12
#: A font that is embedded remembers its place in the file, so threads take turns.
_embedding: Final = Lock()


def write_comparison(
    assessment: Assessment, target: Path | BinaryIO, options: SheetOptions
) -> None:
    """Write the comparison sheet of an assessment as a PDF.

    A file at the target is replaced in one step, after all has been written.

    Raises:
        UserError: the assessment cannot be evaluated, or the file cannot be written.
    """
    content = Content.of(assessment, options)
    pages = lay_out(content)

    with files.stream_to(target) as stream, _embedding:
        _write(content, pages, stream)


def lay_out(content: Content) -> list[Page]:
    """Lay the parts of the sheet out on pages."""
    options, words = content.options, content.words
    with_summary = options.prints(Part.SUMMARY)
    flow = Flow(
        PAPERS[options.paper],
        leading=1.35 if options.language == "en" else 1.5,
        footer_lines=len(words.languages),
        masthead=with_summary,
    )
    parts = _parts(content)
    for part, after in zip_longest(parts, parts[1:]):
        wide = part is Part.MATRIX and matrix.is_wide(content)
        if wide or not _continues(content, flow, part):
            flow.start_page(landscape=wide)
        flow.tail = signatures.height(flow) if after is Part.SIGNATURES else 0.0
        _PARTS[part](content, flow)
    if not flow.pages:
        flow.start_page()
    header = (content.title.joined(), summary.status_of(content))
    flow.furnish(header, tuple(_footers(content)))
    return flow.pages


def _parts(content: Content) -> list[Part]:
    """Return the parts that are printed and have something to say."""
    says_something = {
        Part.RANKING: not summary.holds_ranking(content),
        Part.RADAR: bool(content.vendors and content.assessment.rubric.dimensions),
        Part.NOTES: notes.exist(content),
    }
    return [
        part for part in _PARTS if content.options.prints(part) and says_something.get(part, True)
    ]


def _continues(content: Content, flow: Flow, part: Part) -> bool:
    """Tell whether a part follows on the page that the part before ended on."""
    # What follows a landscape matrix goes back to upright paper.
    if not flow.pages or flow.is_landscape:
        return False
    # The answer has the first page for itself.
    if content.vendors and content.options.prints(Part.SUMMARY) and len(flow.pages) == 1:
        return False
    return part not in _ROOMY or flow.room >= _ENOUGH * flow.body


def _footers(content: Content) -> Iterator[tuple[str, str]]:
    words, options = content.words, content.options
    made = words("Generated {moment}", moment=formats.instant(options.generated))
    version = f"VendorCompare {options.app_version}".rstrip()
    seal = words("content {hash}", hash=options.content_hash[:_SHORT_HASH])
    page = words("Page {page} of {pages}", page="{page}", pages="{pages}").joined(" · ")
    stamp = f"{version} · {seal.joined(' · ')}" if options.content_hash else version
    if len(words.languages) == 1:
        yield f"{made.joined()} · {stamp}", page
        return
    yield made.joined(" · "), page
    yield stamp, ""


def _write(content: Content, pages: list[Page], stream: BinaryIO) -> None:
    options = content.options
    canvas = Canvas(
        stream,
        initialFontName=fonts.face(False).name,  # type: ignore[arg-type]  # it is a name
        pageCompression=1,
        lang="en" if options.language == "en" else "zh-CN",
    )
    canvas.setTitle(content.title.joined())
    canvas.setSubject(content.words("Vendor comparison").joined(" · "))
    canvas.setAuthor(content.words.plain(content.assessment.sheet_settings.prepared_by).joined())
    # A reader shows the title in its window, and not the name of the file.
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setCreator(f"VendorCompare {options.app_version}".rstrip())
    for page in pages:
        page.draw(canvas)
    canvas.save()
