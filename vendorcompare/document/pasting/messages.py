"""A quotation written as a message: a fee on each line, with its price behind the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vendorcompare.core.errors import InputError
from vendorcompare.document.pasting.remarks import CLAUSES
from vendorcompare.document.reader.prices import price_of
from vendorcompare.document.reader.results import Ambiguous, Habits

_BULLET: Final = re.compile(
    r"\s*(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）、]|\d{1,2}[.．](?!\d)"
    r"|[①-⑳❶-❿]|[-•·*●▪◆]+\s*(?!\d))\s*"
)
_COLON: Final = re.compile(r"\s*[：:]\s*")
_SPACE: Final = re.compile(r"\s+")
#: Where a price begins right behind a name: it needs a sign of money, for 2026年 is no price.
_PRICE: Final = re.compile(
    r"(?=[¥￥]\s?\d|(?<![\d.,，])\d[\d.,，]*\s*[万千百]?\s*(?:元|块|万)"
    r"|(?:免费|不收费|面议|另议|赠送|不另收费)$)"
)
#: A name does not end in what is done to an amount: 满1000元减100元.
_VERB: Final = re.compile(r"[减返送满超过加至到抵约按扣付收]$")
_SENTENCE: Final = re.compile(r"[：:。！!？?~～]\s*$|^(?:您好|你好)")
_FIGURE: Final = re.compile(r"\d")
_ALL: Final = re.compile(
    r"(?:以上|上述|所有)(?:的?(?:价格|报价|费用|收费|项目))?(?:[均都全]+为?)?[：:，,]?"
)

Cells = dict[str, str]


def read_message(rows: Sequence[Sequence[str]], habits: Habits) -> dict[int, Cells] | None:
    """Return the cells that each line of a message stands for, by its place from 1.

    A line without a price is a name alone, and one that only greets is passed over. None where
    the rows are a table, or name no price at all.
    """
    if any(any(cell.strip() for cell in row[1:]) for row in rows):
        return None
    lines = {place: row[0] for place, row in enumerate(rows, 1) if row and row[0].strip()}
    read = {place: _cells(line, habits) for place, line in lines.items()}
    if not any("amount" in cells for cells in read.values()):
        return None
    return {place: cells for place, cells in read.items() if cells}


def said_of_all(line: str) -> str:
    """Return what a line such as 以上均含税 says of all fees above it, or nothing."""
    found = _ALL.match(_BULLET.sub("", line, count=1).strip())
    return "" if found is None else found.string[found.end() :]


def _cells(line: str, habits: Habits) -> Cells:
    text = _without_bullet(line)
    for name, rest in _parts(text):
        cells = _priced(name, rest, habits)
        if cells:
            return cells
    colon = _COLON.split(text, maxsplit=1)
    if len(colon) == 2 and all(colon) and _FIGURE.search(colon[1]):
        return {"label": colon[0], "amount": colon[1]}
    if _SENTENCE.search(text) and not _FIGURE.search(text) and not said_of_all(text):
        return {}
    return {"label": text}


def _without_bullet(line: str) -> str:
    found = _BULLET.match(line)
    return line[found.end() if found else 0 :].strip()


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Give the ways to part a line into a name and what is said of its price."""
    colon = _COLON.search(text)
    places = [colon] if colon else [*_SPACE.finditer(text), *_PRICE.finditer(text)]
    for place in places:
        name, rest = text[: place.start()].strip(), text[place.end() :].strip()
        if name and rest and (place[0] or not _VERB.search(name)):
            yield name, rest


def _priced(name: str, rest: str, habits: Habits) -> Cells:
    """Return the cells of a line whose clauses hold a price; the others are its remark."""
    clauses = [clause for clause in CLAUSES.split(rest) if clause]
    for pieces in (clauses, [piece for clause in clauses for piece in clause.split()]):
        for place, piece in enumerate(pieces):
            if _is_price(piece, habits):
                others = (*pieces[:place], *pieces[place + 1 :])
                cells = {"label": name, "amount": piece, "remark": "，".join(others)}
                return {field: text for field, text in cells.items() if text}
    return {}


def _is_price(text: str, habits: Habits) -> bool:
    try:
        return price_of(text, habits) is not None
    except Ambiguous:
        return bool(_FIGURE.search(text))
    except InputError:
        return False
