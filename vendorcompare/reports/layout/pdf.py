"""Pages as a PDF document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock
from typing import BinaryIO, Final

from vendorcompare.reports.layout import fonts
from vendorcompare.reports.layout.page import Page

#: A font that is embedded remembers its place in the file, so threads take turns.
_embedding: Final = Lock()


@dataclass(frozen=True, slots=True)
class About:
    """Hold what a document says of itself.

    Attributes:
        language: as a tag, such as zh-CN.
        creator: the program.
    """

    title: str
    subject: str
    author: str
    creator: str
    language: str


def write(pages: Iterable[Page], stream: BinaryIO, about: About) -> None:
    """Write pages as a PDF."""
    from reportlab.pdfgen.canvas import Canvas

    with _embedding:
        canvas = Canvas(
            stream,
            initialFontName=fonts.face(False).name,  # type: ignore[arg-type]  # it is a name
            pageCompression=1,
            lang=about.language,
        )
        canvas.setTitle(about.title)
        canvas.setSubject(about.subject)
        canvas.setAuthor(about.author)
        canvas.setCreator(about.creator)
        # A reader shows the title in its window, and not the name of the file.
        canvas.setViewerPreference("DisplayDocTitle", "true")
        for page in pages:
            page.draw(canvas)
        canvas.save()
