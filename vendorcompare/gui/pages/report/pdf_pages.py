"""Turn the pages of a PDF into pictures and words, one page at a time."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage


class PdfPages:
    """Hold an open PDF; nothing is drawn before it is asked for."""

    def __init__(self, source: bytes | Path) -> None:
        import pypdfium2  # heavy, and needed by nobody who prints nothing

        self._document: Any = pypdfium2.PdfDocument(source)
        self._count = len(self._document)

    def __len__(self) -> int:
        return self._count

    def size(self, number: int) -> QSizeF:
        """Return the size of a page in points."""
        return QSizeF(*self._document.get_page_size(number))

    def picture(self, number: int, scale: float, top: int = 0, bottom: int | None = None) -> QImage:
        """Draw a page, or a band of its pixels, `scale` pixels to the point."""
        page = self._document[number]
        height = math.ceil(page.get_height() * scale)
        cut = (top, height - min(height if bottom is None else bottom, height))
        above, below = (max(pixels - 0.5, 0) / scale for pixels in cut)  # it is rounded up
        bitmap = page.render(scale=scale, crop=(0, below, 0, above), prefer_bgrx=True)
        try:
            picture = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            )
            return picture.copy()  # the bitmap frees its memory when it is closed
        finally:
            bitmap.close()
            page.close()

    def text(self, number: int) -> str:
        """Return the words of a page, as a reader for the blind says them."""
        page = self._document[number]
        words = page.get_textpage()
        try:
            return str(words.get_text_bounded())
        finally:
            words.close()
            page.close()

    def extract(self, numbers: Sequence[int]) -> bytes:
        """Return a PDF of some pages, their text and lines as sharp as they were."""
        import pypdfium2

        made, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
        try:
            made.import_pages(self._document, list(numbers))
            made.save(stream)
            return stream.getvalue()
        finally:
            made.close()

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()
        self._count = 0
