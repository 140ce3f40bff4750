"""Reading printed sheets back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
from pypdfium2 import raw

from vendorcompare.core.assessment import Assessment
from vendorcompare.reports.sheets.options import SheetOptions
from vendorcompare.reports.sheets.registry import SHEETS
from vendorcompare.reports.sheets.writing import write_sheet


@dataclass(frozen=True)
class Letter:
    """One printed letter; points from the left and from the top of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float


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

    @cached_property
    def print(self) -> list[list[Letter]]:
        """Return the letters of each page, without those that only a reader would add."""
        with pypdfium2.PdfDocument(self.data) as document:
            return [list(_letters(page)) for page in document]

    def lines(self) -> list[str]:
        """Return what stands side by side, line by line from the left to the right."""
        return [line for letters in self.print for line in lines_of(letters)]

    def page_of(self, words: str) -> str:
        return self.pages[self.pages_with(words)[0]]


def printed(assessment: Assessment, options: SheetOptions) -> bytes:
    stream = io.BytesIO()
    write_sheet(assessment, stream, options)
    return stream.getvalue()


def squeezed(text: str) -> str:
    return "".join(text.split())


def rows_of(letters: list[Letter], apart: float) -> list[list[Letter]]:
    """Group letters, spaces aside, whose tops are not further apart; each from the left."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda each: each.top):
        if letter.text.isspace():
            continue
        if rows and letter.top - rows[-1][-1].top <= apart:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return [sorted(row, key=lambda each: each.x0) for row in rows]


def lines_of(letters: list[Letter]) -> list[str]:
    """Return the lines of a page, with a space where there is a gap."""
    return ["".join(_spaced(row)) for row in rows_of(letters, apart=3)]


def _spaced(row: list[Letter]) -> Iterator[str]:
    end = row[0].x0
    for letter in row:
        if letter.x0 - end > 1:
            yield " "
        yield letter.text
        end = letter.x1


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    height, text = page.get_height(), page.get_textpage()
    for index in range(text.count_chars()):
        if not raw.FPDFText_IsGenerated(text, index):
            left, bottom, right, _top = text.get_charbox(index, loose=True)
            size = raw.FPDFText_GetFontSize(text, index)
            letter = chr(raw.FPDFText_GetUnicode(text, index))
            yield Letter(letter, left, right, height - bottom - size, height - bottom, size)


def only(*parts: str) -> tuple[str, ...]:
    """Return what is left out of the comparison sheet where only some parts are printed."""
    return tuple(each.key for each in SHEETS["comparison"].parts if each.key not in parts)
