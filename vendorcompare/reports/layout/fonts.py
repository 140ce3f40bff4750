"""The one typeface of the paper: two weights, loaded once, and what they cannot draw."""

from __future__ import annotations

import mmap
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, overload

from vendorcompare import paths
from vendorcompare.typography import CUT, SEAM, SPACED

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

#: Air between Han and Latin as a share of the size, with or without a space in the text: seen
#: alike everywhere, and text is copied as it was typed.
THIN_SPACE: Final = 0.16

#: More bytes of a font file than any outline or any other table that is embedded takes.
_LONG: Final = 1 << 20

_loading: Final = Lock()


@dataclass(frozen=True, eq=False)
class Face:
    """Measure text in one weight.

    Attributes:
        name: under which reportlab knows it.
        advances: width of each character it can draw, in thousandths of the size.
    """

    name: str
    font: TTFont
    advances: dict[int, float]

    def width(self, text: str, size: float) -> float:
        """Return how wide a line of clean text is."""
        wide = float(self.font.stringWidth(text, size))
        if text.isascii():
            return wide
        seams, spaced = len(SEAM.findall(text)), len(SPACED.findall(text))
        return wide + (seams * THIN_SPACE + spaced * (THIN_SPACE - self.space)) * size

    @cached_property
    def space(self) -> float:
        """How wide a space is as a share of the size."""
        return self.advances[ord(" ")] / 1000

    def air(self, run: str) -> float:
        """Return what is added behind a run of a line, as a share of the size."""
        return THIN_SPACE - self.space if run.endswith(" ") else THIN_SPACE


@cache
def face(bold: bool, /) -> Face:
    """Return a weight, reading its file when it is first asked for."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = f"VendorCompareSans-{'Bold' if bold else 'Regular'}"
    file = paths.resource("fonts", f"{name}.ttf")
    with _loading:
        font = TTFont(name, str(file), shapable=False)
        _slim(font, file)
        pdfmetrics.registerFont(font)
    return Face(font.fontName, font, font.face.charWidths)


def _slim(font: TTFont, file: Path) -> None:
    """Let go of what is not needed once a font is read; it is more than all pages of a sheet."""
    read: Any = font.face
    read._ttf_data = Window.on(file)  # noqa: SLF001  (there is no other way to lend it)
    read.glyphToChar.clear()  # for shaping, which is switched off


@dataclass(frozen=True, eq=False, slots=True)
class Window:
    """Stand for the bytes of a file, of which only those are read that are looked at.

    reportlab copies the table with all outlines, seven megabytes, for every font that it
    embeds, only to pick a few hundred characters from it. A long part of a window is
    therefore a window again.
    """

    data: mmap.mmap
    start: int
    stop: int

    @classmethod
    def on(cls, file: Path) -> Window:
        """Open a window on a whole file."""
        with file.open("rb") as opened:
            data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        return cls(data, 0, len(data))

    def __len__(self) -> int:
        return self.stop - self.start

    def __bytes__(self) -> bytes:
        return self.data[self.start : self.stop]

    @overload
    def __getitem__(self, place: int) -> int: ...
    @overload
    def __getitem__(self, place: slice) -> bytes | Window: ...
    def __getitem__(self, place: int | slice) -> int | bytes | Window:
        """Return a byte, a few bytes, or a smaller window."""
        if isinstance(place, int):
            return self.data[range(self.start, self.stop)[place]]
        start, stop, _step = place.indices(len(self))
        part = Window(self.data, self.start + start, self.start + max(start, stop))
        return part if len(part) > _LONG else bytes(part)


@lru_cache(maxsize=4096)
def runs(text: str) -> tuple[str, ...]:
    """Split a line where Han meets Latin, which is where a thin space is set."""
    return (text,) if text.isascii() else tuple(CUT.split(text))


def seam(before: str, after: str) -> bool:
    """Tell whether a thin space is set between two pieces of a line."""
    return SEAM.search(before[-1:] + after[:1]) is not None


@lru_cache(maxsize=16384)
def clean(text: str) -> str:
    """Return text as the typeface can draw it, with nothing silently lost.

    Control characters and marks of direction are dropped, line breaks kept. A character
    that the typeface lacks is spelled out, such as [U+1F600].
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    drawable = face(False).advances
    return "".join(_drawable(character, drawable) for character in composed)


def _drawable(character: str, drawable: dict[int, float]) -> str:
    if character in "\n\u2028\u2029\x0b\x0c\x85":
        return "\n"
    if character == "\t":
        return " "
    category = unicodedata.category(character)
    if category in ("Cc", "Cf") or "\ufe00" <= character <= "\ufe0f":
        return ""
    if category == "Zs" and character != "\u3000":
        return " "
    if ord(character) in drawable:
        return character
    return f"[U+{ord(character):04X}]"
