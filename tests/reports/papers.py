"""Reading printed sheets back."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
import pypdfium2

from vendorcompare.core.assessment import Assessment
from vendorcompare.reports.sheets.options import SheetOptions
from vendorcompare.reports.sheets.writing import write_sheet


class Paper:
    """Hold a printed sheet and what can be read from it."""

    def __init__(self, assessment: Assessment, options: SheetOptions) -> None:
        self.data = printed(assessment, options)
        with pypdfium2.PdfDocument(self.data) as document:
            self.pages: list[str] = [page.get_textpage().get_text_range() for page in document]
            self.sizes: list[tuple[float, float]] = [page.get_size() for page in document]

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    @property
    def letters(self) -> str:
        """All text without spaces and line breaks, which only show where lines end."""
        return squeezed(self.text)

    def outline(self) -> list[tuple[str, int, float]]:
        """Return the title, the page and the height of each entry of the outline."""
        with pypdfium2.PdfDocument(self.data) as document:
            found = []
            for entry in document.get_toc():
                place = entry.get_dest()
                assert place is not None
                page = place.get_index()
                assert page is not None
                found.append((entry.get_title(), page, place.get_view()[1][1]))
            return found

    def pages_with(self, words: str) -> list[int]:
        return [i for i, page in enumerate(self.pages) if squeezed(words) in squeezed(page)]

    def lines(self) -> list[str]:
        """Return what stands side by side, line by line from the left to the right."""
        with self.opened() as pdf:
            return [str(line) for page in pdf.pages for line in page.extract_text().splitlines()]

    def opened(self) -> Any:
        return pdfplumber.open(io.BytesIO(self.data))

    def page_of(self, words: str) -> str:
        return self.pages[self.pages_with(words)[0]]


def printed(assessment: Assessment, options: SheetOptions) -> bytes:
    stream = io.BytesIO()
    write_sheet(assessment, stream, options)
    return stream.getvalue()


def squeezed(text: str) -> str:
    return "".join(text.split())
