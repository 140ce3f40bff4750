"""The comparison sheet: from an assessment to a PDF that can be signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from typing import BinaryIO, Final

from reportlab.pdfgen.canvas import Canvas

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
from vendorcompare.reports.target import write_to

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
#: The parts that begin on a page of their own; the others follow where there is room.
_OWN_PAGE: Final = {Part.SUMMARY, Part.RANKING, Part.MATRIX, Part.COSTS}
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
    title = content.words.plain(assessment.title).texts[0]

    def write(stream: BinaryIO) -> None:
        with _embedding:
            _write(pages, stream, title, options)

    write_to(target, write)


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
    before: Part | None = None
    for part in filter(options.prints, _PARTS):
        # What follows a landscape matrix goes back to upright paper.
        if before is None or part in _OWN_PAGE or flow.is_landscape:
            flow.start_page(landscape=part is Part.MATRIX and matrix.is_wide(content))
        _PARTS[part](content, flow)
        before = part
    if not flow.pages:
        flow.start_page()
    title = words.plain(content.assessment.title) or words("Vendor comparison")
    flow.furnish((title.joined(), summary.status_of(content)), tuple(_footers(content)))
    return flow.pages


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


def _write(pages: list[Page], stream: BinaryIO, title: str, options: SheetOptions) -> None:
    canvas = Canvas(
        stream,
        initialFontName=fonts.face(False).name,  # type: ignore[arg-type]  # it is a name
        pageCompression=1,
        lang="en" if options.language == "en" else "zh-CN",
    )
    canvas.setTitle(title)
    canvas.setCreator(f"VendorCompare {options.app_version}".rstrip())
    for page in pages:
        page.draw(canvas)
    canvas.save()
