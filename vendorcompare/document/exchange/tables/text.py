"""Tables as text: which encoding, which separator, which cells."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.i18n import _

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What files without a mark are in that are not UTF-8, the likeliest first.
_LEGACY: Final = ("gb18030", "big5", "cp1252")
SEPARATORS: Final = (",", ";", "\t")
_LONGEST_CELL: Final = 1_000_000
_MOST_ROWS: Final = 100_000
#: How far down a head row is looked for, below titles and remarks.
HIGHEST_HEAD: Final = 10

_FIRST_LEVEL: Final = {"gb18030": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}


class Decoded(NamedTuple):
    """Hold a text and the encoding that it was in."""

    text: str
    encoding: str


def decoded(data: bytes, known: Iterable[str], encoding: str = "") -> Decoded:
    """Read bytes of a table in whichever encoding they are; InputError if in none.

    `known` are words that are likely to occur, such as the names of the vendors: where
    several encodings would do, the one in which they are found is right. An `encoding` that is
    named overrules all of this.
    """
    if encoding:
        return Decoded(_in_named(data, encoding), encoding)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            text = _strictly(data, marked)
            return Decoded(_undecodable() if text is None else text, marked)
    wide = _without_mark(data)
    if wide is not None:
        return wide
    text = _strictly(data, "utf-8")
    return Decoded(text, "utf-8") if text is not None else _legacy(data, tuple(known))


def separator_of(text: str, columns: Iterable[str]) -> str:
    """Return what separates the cells: that which makes most known columns of a head row."""
    heads = text.lstrip().splitlines()[:HIGHEST_HEAD]
    names = set(map(folded, columns))

    def found(separator: str) -> int:
        return max(
            (sum(folded(cell.strip(' "\r')) in names for cell in head.split(separator))
             for head in heads),
            default=0,
        )  # fmt: skip

    return max(SEPARATORS, key=found)


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
    except csv.Error:
        reason = _("a cell in quotation marks does not end")
        raise _torn(_("row {row}: {reason}").format(row=len(rows) + 1, reason=reason)) from None
    return rows


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table that spreadsheets open as it is, with a byte-order mark."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _undecodable() -> str:
    raise InputError(
        _("The file is not text in any encoding that is known here."),
        hint=_("Save it as CSV in UTF-8, then import it again."),
    )


def _in_named(data: bytes, encoding: str) -> str:
    try:
        codecs.lookup(encoding)
        text = data.decode(encoding)
    except LookupError:
        raise InputError(
            _('The encoding "{name}" is not known here.').format(name=encoding),
            hint=_("Name one such as utf-8, gb18030, big5 or cp1252."),
        ) from None
    except ValueError:
        raise InputError(
            _('The file is not text in the encoding "{name}".').format(name=encoding),
            hint=_("Leave the encoding out, and it is found from the text."),
        ) from None
    return text.removeprefix("\ufeff")


def _without_mark(data: bytes) -> Decoded | None:
    """Read UTF-16 that lacks its mark, known by the zeros in its separators and digits."""
    low, high = data[::2].count(0), data[1::2].count(0)
    if len(data) % 2 or (low + high) * 32 < len(data):
        return None
    encoding = "utf-16-le" if high > low else "utf-16-be"
    text = _strictly(data, encoding)
    return None if not text or "\0" in text else Decoded(text, encoding)


def _legacy(data: bytes, known: tuple[str, ...]) -> Decoded:
    """Choose between the encodings of before UTF-8, by known words, then by usual characters."""
    texts = {encoding: _strictly(data, encoding) for encoding in _LEGACY}
    fitting = {encoding: text for encoding, text in texts.items() if text is not None}
    if not fitting:
        return Decoded(_undecodable(), "")
    telling = [word for word in known if not word.isascii()]

    def likelihood(encoding: str) -> tuple[int, float]:
        text = fitting[encoding]
        return sum(word in text for word in telling), _usual_share(text, encoding)

    best = max(fitting, key=likelihood)  # the first of those that are equally likely
    return Decoded(fitting[best], best)


def _usual_share(text: str, encoding: str) -> float:
    """Return which share of the characters outside ASCII are in everyday use in an encoding."""
    outside = [character for character in text if not character.isascii()]
    if not outside:
        return 1.0
    if encoding == "cp1252":  # Chinese in it is a row of accents without letters between them
        return sum(c.isalpha() for c in outside) / len(outside) / 2
    return sum(_is_usual(character, encoding) for character in outside) / len(outside)


def _is_usual(character: str, encoding: str) -> bool:
    """Tell whether a character is on the first level of GB 2312 or of Big5, or a usual sign."""
    try:
        lead = character.encode("gb2312" if encoding == "gb18030" else encoding)[0]
    except UnicodeEncodeError:
        return False
    return 0xA1 <= lead <= 0xA3 or lead in _FIRST_LEVEL[encoding]


def _torn(reason: str) -> InputError:
    return InputError(
        _("The table cannot be read: {reason}.").format(reason=reason),
        hint=_("Open it in a spreadsheet, save it as CSV and import it again."),
    )
