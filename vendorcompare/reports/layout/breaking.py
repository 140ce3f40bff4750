"""Breaking text into lines: Chinese anywhere its punctuation allows, Latin between words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from vendorcompare.reports.layout import fonts

_OPEN: Final = "（《〈「『【〔“‘"
_CLOSE: Final = "，。、；：？！）》〉」』】〕”’…—"
_WIDE: Final = (
    "\u2e80-\u2fff\u3000\u3003-\u3007\u3012-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
)
_WORD: Final = f"[^ {_WIDE}{_OPEN}{_CLOSE}\\-/]"
#: A piece that stays together: spaces; a few characters in brackets, such as （普通合伙）; or a Han
#: character or a word with its punctuation.
_PIECE: Final = re.compile(
    f" +|（[^（） ]{{1,6}}）[{_CLOSE}]*"
    f"|[{_OPEN}]*(?:[{_WIDE}][,.;:!?)%\\]]*|{_WORD}+[-/]+|[-/]*{_WORD}+|[-/]+)?[{_CLOSE}]*"
)
_ALONE: Final = re.compile(f"[{_OPEN}]?[{_WIDE}][{_CLOSE}]* *")
_ENDS_WIDE: Final = re.compile(f"[{_WIDE}][{_CLOSE}]*$")
#: Words that end with others in brackets.
_REMARK: Final = re.compile(r"([^（）]+)(（[^（）]+）)")
ELLIPSIS: Final = "…"


@lru_cache(maxsize=16384)
def wrap(text: str, bold: bool, size: float, width: float) -> tuple[str, ...]:
    """Return the lines of clean text that fit a width; words too long are broken."""
    face = fonts.face(bold)
    if "\n" not in text and face.width(text, size) <= width:
        return (text,)
    return tuple(
        line.rstrip(" ")
        for paragraph in text.split("\n")
        for line in _paragraph(paragraph, face, size, width)
    )


def shorten(text: str, bold: bool, size: float, width: float, most: int) -> tuple[str, ...]:
    """Return at most so many lines, the last ending in an ellipsis if text is left over."""
    lines = wrap(text, bold, size, width)
    if len(lines) <= most:
        return lines
    face = fonts.face(bold)
    last = lines[most - 1]
    while last and face.width(last + ELLIPSIS, size) > width:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + ELLIPSIS)


def even(text: str, bold: bool, size: float, width: float) -> tuple[str, ...]:
    """Return as few lines as fit, of nearly the same length, so that no character is left alone."""
    lines, evened = _evened(text, bold, size, width)
    remark = _REMARK.fullmatch(text)
    if remark and len(lines) == 2:
        parts = remark.groups()  # what stands in brackets is not torn where it need not be
        if all(len(wrap(part, bold, size, width)) == 1 for part in parts):
            return parts
    # A name in Chinese and Latin is better uneven than with a Chinese word cut in two.
    return lines if " ".join(lines) == text != " ".join(evened) else evened


def title(text: str, bold: bool, size: float, width: float) -> tuple[str, ...]:
    """Return the even lines of a title, whose last one never holds a single word if it can be."""
    lines = even(text, bold, size, width)
    if len(lines) > 1 and is_lonely(lines[-1]):
        _first, evened = _evened(text, bold, size, width)
        return _accompanied(evened, fonts.face(bold), size, width)
    return lines


@lru_cache(maxsize=1024)
def _evened(
    text: str, bold: bool, size: float, width: float
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that fit, and as many lines of nearly the same length."""
    lines = wrap(text, bold, size, width)
    if len(lines) == 1:
        return lines, lines
    # No word is cut only to make lines alike.
    longest = max(fonts.face(bold).width(piece, size) for piece in _PIECE.findall(text))
    narrow, wide = min(max(width / 2, longest), width), width
    for _step in range(6):
        middle = (narrow + wide) / 2
        fits = len(wrap(text, bold, size, middle)) <= len(lines)
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return lines, wrap(text, bold, size, wide)


def is_lonely(line: str) -> bool:
    """Tell whether a line is a single word, or one or two Han characters."""
    words = _PIECE.findall(line.strip())
    return sum(bool(word.strip()) for word in words) < (3 if _ENDS_WIDE.search(line) else 2)


def _accompanied(
    lines: tuple[str, ...], face: fonts.Face, size: float, width: float
) -> tuple[str, ...]:
    """Give a word that stands alone on the last line the one before it, where both fit."""
    *others, before, last = lines
    kept, space, word = before.rpartition(" ")
    joined = f"{word} {last}"
    if not (space and kept and is_lonely(last)) or face.width(joined, size) > width:
        return lines
    return (*others, kept.rstrip(" "), joined)


def _paragraph(text: str, face: fonts.Face, size: float, width: float) -> Iterator[str]:
    if face.width(text, size) <= width:
        yield text
        return
    lines: list[list[str]] = [[]]
    used = 0.0
    for piece in _pieces(text, face, size, width):
        wide = face.width(piece, size)
        if lines[-1] and fonts.seam(lines[-1][-1], piece):
            wide += fonts.THIN_SPACE * size
        if lines[-1] and used + wide > width and piece.strip(" "):
            lines.append([piece])
            used = face.width(piece, size)
        else:
            lines[-1].append(piece)
            used += wide
    _accompany(lines)
    yield from ("".join(line) for line in lines)


def _accompany(lines: list[list[str]]) -> None:
    """Give a Chinese character that stands alone on the last line the one before it."""
    if len(lines) < 2 or not _ALONE.fullmatch("".join(lines[-1])):
        return
    if len(lines[-2]) > 2 and _ENDS_WIDE.search(lines[-2][-1]):
        lines[-1].insert(0, lines[-2].pop())


def _pieces(text: str, face: fonts.Face, size: float, width: float) -> Iterator[str]:
    for match in _PIECE.finditer(text):
        piece = match.group()
        if not piece:
            continue
        if piece.isspace() or face.width(piece, size) <= width:
            yield piece
        else:
            yield from _parts(piece, face, size, width)


def _parts(word: str, face: fonts.Face, size: float, width: float) -> Iterator[str]:
    """Cut a word that is wider than its column."""
    part, used = "", 0.0
    for character in word:
        wide = face.advances.get(ord(character), 1000.0) * size / 1000
        if part and fonts.seam(part, character):
            wide += fonts.THIN_SPACE * size
        if part and used + wide > width:
            yield part
            part, used = "", 0.0
        part, used = part + character, used + wide
    yield part
