"""Tables as text: which encoding, which separator, which formulas to defuse."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.i18n import _

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: In the order in which they are believed where nothing else decides.
_LEGACY: Final = ("gb18030", "big5", "cp1252")
_SEPARATORS: Final = (",", ";", "\t")
_LONGEST_CELL: Final = 1_000_000
_MOST_ROWS: Final = 100_000

#: What a spreadsheet would take for a formula, however often it was defused before.
_FORMULA: Final = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


def decoded(data: bytes, known: Iterable[str]) -> str:
    """Read bytes of a table in whichever encoding they are; InputError if in none.

    `known` are words that are likely to occur, such as the names of the vendors: where
    several encodings would do, the one in which they are found is right.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding) or _undecodable(data)
    wide = _without_mark(data)
    if wide:
        return wide
    text = _strictly(data, "utf-8")
    return text if text is not None else _legacy(data, tuple(known))


def separator_of(text: str, columns: Iterable[str]) -> str:
    """Return what separates the cells: that which makes most known columns of the first row."""
    head = text.lstrip().partition("\n")[0]
    names = {name.casefold() for name in columns}

    def found(separator: str) -> int:
        return sum(cell.strip(' "\r').casefold() in names for cell in head.split(separator))

    return max(_SEPARATORS, key=found)


def rows_of(text: str, separator: str) -> list[list[str]]:
    """Return the cells of every row, the first row being number 1; InputError if torn."""
    if "\0" in text:
        raise _torn(_("it holds a character that no text has"))
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            rows.append(row)
            if len(rows) > _MOST_ROWS:
                raise _torn(_("it has more than {count} rows").format(count=_MOST_ROWS))
    except csv.Error as error:
        where = _("row {row}: {reason}").format(row=len(rows) + 1, reason=error)
        raise _torn(where) from None
    return rows


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table that spreadsheets open as it is, with a byte-order mark."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def defused(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def restored(cell: str) -> str:
    """Take away the apostrophe that defused a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _undecodable(data: bytes) -> str:
    raise InputError(
        _("The file is not text in any encoding that is known here."),
        hint=_("Save it as CSV in UTF-8, then import it again."),
    )


def _without_mark(data: bytes) -> str | None:
    """Read UTF-16 that lacks its mark, known by the zeros in its separators and digits."""
    low, high = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or (low + high) * 32 < len(data):
        return None
    text = _strictly(data, "utf-16-le" if high > low else "utf-16-be")
    return None if text is None or "\0" in text else text


def _legacy(data: bytes, known: tuple[str, ...]) -> str:
    texts = {encoding: _strictly(data, encoding) for encoding in _LEGACY}
    fitting = {encoding: text for encoding, text in texts.items() if text is not None}
    if not fitting:
        return _undecodable(data)
    telling = [word for word in known if not word.isascii()]
    hits = {e: sum(word in text for word in telling) for e, text in fitting.items()}
    most = max(hits.values())
    likely = [encoding for encoding in fitting if hits[encoding] == most]
    if len(likely) == 1 or most > 0:
        return fitting[likely[0]]
    from charset_normalizer import from_bytes  # rarely needed, and slow to load

    guess = from_bytes(data, cp_isolation=likely).best()
    chosen = guess.encoding if guess is not None else likely[0]
    return fitting.get(chosen, fitting[likely[0]])


def _torn(reason: str) -> InputError:
    return InputError(
        _("The table cannot be read: {reason}.").format(reason=reason),
        hint=_("Open it in a spreadsheet, save it as CSV and import it again."),
    )
