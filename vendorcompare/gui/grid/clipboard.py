"""Blocks of cells as the text that spreadsheets put on the clipboard.

Cells are separated by tabs and rows by line ends; a cell that contains one of these, or a
quotation mark, stands in quotation marks. Excel, WPS and LibreOffice write and read this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from vendorcompare.typography import THIN_SPACE

Block = list[list[str]]

_SPECIAL = frozenset('\t\n\r"')


def written(block: Sequence[Sequence[str]]) -> str:
    """Write a block of cells; the air that only a screen needs is an ordinary space."""
    rows = ([cell.replace(THIN_SPACE, " ") for cell in row] for row in block)
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in rows)


def read(text: str, most_rows: int | None = None) -> Block:
    """Read a block of cells, at most so many rows of it; all rows get the same length."""
    rows = list(islice(_rows(text.replace("\r\n", "\n").replace("\r", "\n")), most_rows))
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _quoted(cell: str) -> str:
    if _SPECIAL.isdisjoint(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'


def _rows(text: str) -> Iterator[list[str]]:
    """Give the rows one by one; the line end after the last row begins no further one."""
    place, row = 0, []
    while place < len(text):
        cell, place = _cell(text, place)
        row.append(cell)
        end = text[place : place + 1]
        place += 1
        if end == "\t" and place == len(text):
            row.append("")
        elif end == "\t":
            continue
        yield row
        row = []


def _cell(text: str, start: int) -> tuple[str, int]:
    """Read a cell and return where it ends; a stray quotation mark is just a character."""
    if text[start : start + 1] == '"':
        end = _closing(text, start + 1)
        if end is not None:
            return text[start + 1 : end].replace('""', '"'), end + 1
    tab, line = text.find("\t", start), text.find("\n", start)
    end = min((place for place in (tab, line) if place >= 0), default=len(text))
    return text[start:end], end


def _closing(text: str, start: int) -> int | None:
    """Return where the quotation that began before `start` ends, None if it does not."""
    place = text.find('"', start)
    while place >= 0:
        after = text[place + 1 : place + 2]
        if after != '"':
            return place if after in {"", "\t", "\n"} else None
        place = text.find('"', place + 2)
    return None
