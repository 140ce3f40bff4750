"""A table of scores that was copied with its heads: which vendor and criterion each cell is of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.document.reader.results import short
from vendorcompare.document.reader.scores import read_score
from vendorcompare.i18n import _

_BRACKETS: Final = re.compile(r"[(\[][^()\[\]]*[)\]]$")

#: Heads of columns that say neither vendor nor criterion, as spreadsheets have them.
_BESIDE: Final = frozenset(
    {"序号", "编号", "序", "no", "no.", "#", "维度", "类别", "分类", "一级指标"}
    | {"dimension", "group", "category"}
)

#: A vendor and a criterion by their keys.
Place = tuple[str, str]
Rows = Sequence[Sequence[str]]


class Area(NamedTuple):
    """Name the criteria downwards and the vendors across from the cell on that is pasted into."""

    criteria: Sequence[str]
    vendors: Sequence[str]


def place_scores(given: Assessment, rows: Rows, area: Area) -> Mapping[Place, str] | None:
    """Return the text of each cell by the names in the head row or the first column.

    What only one of them names lies from the cell on that is pasted into. A table with vendors
    down is turned. None for a block that has no heads.

    Raises:
        InputError: a head names nothing that is known here, so that no cell can be trusted.
    """
    vendors = _named((v.key, (v.name,)) for v in given.vendors)
    criteria = _named(
        (c.key, (c.name.zh, c.name.en, c.name.both(), c.key)) for c in given.rubric.criteria
    )
    rows = _bare(rows, {**vendors, **criteria})
    if _names_any(rows[0][1:], criteria) or _names_any(_first_column(rows)[1:], vendors):
        rows = list(zip(*rows, strict=True))
    across = _names_any(rows[0], vendors)
    down = _names_any(_first_column(rows), criteria)
    if not across and not down:
        _refuse_strange_heads(given, rows, area)
        return None
    body = [row[down:] for row in rows[across:]]
    columns = _keys(rows[0][down:], vendors, body) if across else list(area.vendors)
    names = _first_column(rows)[across:]
    lines = _keys(names, criteria, list(zip(*body, strict=True))) if down else area.criteria
    return {
        (vendor, criterion): text
        for criterion, row in zip(lines, body, strict=False)
        for vendor, text in zip(columns, row, strict=False)
        if vendor and criterion
    }


def _bare(rows: Rows, known: Mapping[str, str]) -> Rows:
    """Drop a title above the head row, and columns before it that count or group the rows."""
    top = next((i for i, row in enumerate(rows) if _names_any(row, known)), None)
    if top is None or any(sum(map(bool, map(folded, row))) > 1 for row in rows[:top]):
        return rows
    first = next(i for i, head in enumerate(rows[top]) if _key(head, known))
    beside = {i for i, head in enumerate(rows[top][:first]) if folded(head) in _BESIDE}
    return [[cell for i, cell in enumerate(row) if i not in beside] for row in rows[top:]]


def _named(named: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, str]:
    """Return the keys by all names that only one of them has."""
    found: dict[str, str] = {}
    twice = set()
    for key, names in named:
        for name in {folded(name) for name in names if name}:
            if found.setdefault(name, key) != key:
                twice.add(name)
    return {name: key for name, key in found.items() if name not in twice}


def _key(name: str, known: Mapping[str, str]) -> str:
    """Return the key that a head names, with or without its unit in brackets."""
    plain = folded(name)
    return known.get(plain) or known.get(_BRACKETS.sub("", plain), "")


def _names_any(heads: Iterable[str], known: Mapping[str, str]) -> bool:
    return any(_key(head, known) for head in heads)


def _first_column(rows: Rows) -> list[str]:
    return [row[0] for row in rows]


def _keys(heads: Sequence[str], known: Mapping[str, str], body: Rows) -> list[str]:
    """Return what each head names, "" for one over nothing but empty cells."""
    keys = []
    for place, head in enumerate(heads):
        key = _key(head, known)
        filled = [row[place] for row in body if row[place].strip()]
        if not key and filled:
            raise _unknown(head or filled[0])
        keys.append(key)
    return keys


def _refuse_strange_heads(given: Assessment, rows: Rows, area: Area) -> None:
    """Raise InputError for a block whose first row or column holds words and no scores.

    Taken for scores, they would push all others over their neighbours.
    """
    if len(rows) < 2 or len(rows[0]) < 2 or not area.criteria:
        return
    first_row = [(head, area.criteria[0]) for head in rows[0]]
    for heads in (first_row, zip(_first_column(rows), area.criteria, strict=False)):
        filled = [(head, criterion) for head, criterion in heads if head.strip()]
        if len(filled) > 1 and not any(_reads(given, key, head) for head, key in filled):
            raise _unknown(filled[0][0])


def _reads(given: Assessment, criterion: str, text: str) -> bool:
    try:
        read_score(given.rubric.criterion(criterion), text)
    except InputError:
        return False
    return True


def _unknown(head: str) -> InputError:
    return InputError(
        _('The table has the heading "{name}", which is no vendor and no criterion here.').format(
            name=short(head)
        ),
        hint=_("Nothing was pasted. Write the names as they are here, or copy the scores alone."),
    )
