"""What one row of a table of criteria means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

from vendorcompare.core.errors import InputError
from vendorcompare.core.names import folded
from vendorcompare.core.rubric import Criterion, Dimension, Direction, Measure, Rubric
from vendorcompare.document.edits.keys import new_key
from vendorcompare.document.exchange.records.cells import Cells, restored
from vendorcompare.document.exchange.records.rubric import CriterionRecord, DimensionRecord
from vendorcompare.document.exchange.tables.shape import TableRow
from vendorcompare.document.reader.numbers import number_of
from vendorcompare.document.reader.results import Habits
from vendorcompare.document.reader.words import yes_of
from vendorcompare.i18n import _

Named = TypeVar("Named", Dimension, Criterion)

_MEASURES: Final[Mapping[Measure, str]] = {
    Measure.RATING: "评分 打分 分级 等级 评级 rating score level",
    Measure.BOOLEAN: "是否 是非 有无 yes/no yesno boolean",
    Measure.NUMBER: "数值 数字 数量 number",
    Measure.DURATION: "时长 时间 耗时 duration time",
    Measure.PERCENTAGE: "百分比 比例 百分率 percentage percent",
    Measure.MONEY: "金额 money amount",
    Measure.TEXT: "文字 文本 描述 words text",
}
_DIRECTIONS: Final[Mapping[Direction, str]] = {
    Direction.HIGHER: "越高越好 越大越好 越多越好 高 正向 higher morebetter higherisbetter",
    Direction.LOWER: "越低越好 越小越好 越少越好 越短越好 低 反向 逆向 lower lowerisbetter",
}
_FROM: Final = re.compile(r"(?:>=|≥|≧|不低于|不少于|至少|at *least)(.+)")
_UP_TO: Final = re.compile(r"(?:<=|≤|≦|不高于|不超过|不多于|最多|at *most)(.+)")
_BETWEEN: Final = re.compile(r"(.+?)\s*(?:-|–|—|~|～|至|到|to)\s*(.+)")
_PARTS: Final = re.compile(r"[;；\n]+")
_PAIR: Final = re.compile(r"([^=:：]+)[=:：](.*)", re.DOTALL)
_OF_DIMENSION: Final = frozenset({"dimension", "dimension_key", "dimension_weight"})


class RubricRows:
    """Turn rows into criteria, each in its dimension; below a dimension it need not be repeated."""

    def __init__(self, rubric: Rubric, habits: Habits) -> None:
        self._rubric = rubric
        self._habits = habits
        self._named: dict[str, str] = {}
        self._last = ""

    def record(self, row: TableRow) -> DimensionRecord:
        """Return the dimension of a row with the criterion that the row describes, if it does."""
        cells = {field: restored(cell.strip()) for field, cell in row.cells.items()}
        key = self._dimension(cells)
        there = next((d for d in self._rubric.dimensions if d.key == key), None)
        said: dict[str, Any] = {"key": key}
        if there is None and cells.get("dimension"):
            said["name"] = cells["dimension"]
        if "dimension_weight" in cells:
            said["weight"] = cells["dimension_weight"]
        if cells.keys() - _OF_DIMENSION:
            known = there.criteria if there is not None else ()
            said["criteria"] = (self._criterion(cells, known),)
        return DimensionRecord.model_validate(said, context=self._habits)

    def _dimension(self, cells: Cells) -> str:
        """Return the key of the dimension of a row, a new one where there is none of its name."""
        name = cells.get("dimension", "")
        key = cells.get("dimension_key") or _key_of(name, self._rubric.dimensions)
        if not key and name:
            key = self._named.setdefault(folded(name), new_key("d"))
        if not key and not self._last:
            raise InputError(_("it is not said to which dimension the criterion belongs"))
        self._last = key or self._last
        return self._last

    def _criterion(self, cells: Cells, there: Iterable[Criterion]) -> CriterionRecord:
        name, key = cells.get("name", ""), cells.get("key", "")
        if not key and not name:
            raise InputError(_("the criterion has no name"))
        known = key or _key_of(name, there)
        said: dict[str, Any] = {
            field: self._read(field, cell)
            for field, cell in cells.items()
            if field not in _OF_DIMENSION
        }
        if known and not key:
            del said["name"]  # found by it, it stays written as it is
        said["key"] = known or new_key("c")
        return CriterionRecord.model_validate(said, context=self._habits)

    def _read(self, field: str, cell: str) -> Any:
        read = _READERS.get(field)
        return cell if read is None else read(cell, self._habits)


def _key_of(name: str, there: Iterable[Named]) -> str:
    """Return the key of what has a name, "" for none; InputError where several have it."""
    wanted = folded(name)
    found = [
        each.key
        for each in there
        if wanted and wanted in map(folded, (each.name.zh, each.name.en, each.name.both()))
    ]
    if len(found) > 1:
        raise InputError(_('several are called "{name}": use the key').format(name=name))
    return found[0] if found else ""


def _measure(cell: str, _habits: Habits) -> str:
    return _choice(cell, _MEASURES)


def _direction(cell: str, _habits: Habits) -> str:
    return _choice(cell, _DIRECTIONS)


def _choice(cell: str, known: Mapping[Any, str]) -> str:
    """Return the choice that a word stands for; an unknown one is left to the field."""
    word = folded(cell)
    return next((each for each, words in known.items() if word in words.split()), cell)


def _scale(cell: str, habits: Habits) -> list[float]:
    """Read the lowest and the highest level, such as 1-5."""
    found = _BETWEEN.fullmatch(cell)
    if not found:
        raise InputError(
            _('"{text}" is no scale.').format(text=cell), hint=_("Type it such as 1-5.")
        )
    return [_figure(found[1], habits), _figure(found[2], habits)]


def _must_have(cell: str, habits: Habits) -> Any:
    """Read yes, no, or a limit such as ≥3 or 2-60."""
    text = folded(cell)
    if found := _FROM.fullmatch(text):
        return {"at_least": _figure(found[1], habits)}
    if found := _UP_TO.fullmatch(text):
        return {"at_most": _figure(found[1], habits)}
    if found := _BETWEEN.fullmatch(text):
        return {"at_least": _figure(found[1], habits), "at_most": _figure(found[2], habits)}
    return yes_of(cell)


def _levels(cell: str, _habits: Habits) -> dict[str, str]:
    """Read what the levels mean, such as 1=slow; 5=at once."""
    return {level.strip(): words.strip() for level, words in _pairs(cell)}


def _anchors(cell: str, habits: Habits) -> list[list[float]]:
    """Read points of a value function, such as 2=1; 60=0."""
    return [[_figure(x, habits), _figure(value, habits)] for x, value in _pairs(cell)]


def _pairs(cell: str) -> list[tuple[str, str]]:
    found = [_PAIR.fullmatch(part.strip()) for part in _PARTS.split(cell) if part.strip()]
    if not all(found):
        raise InputError(
            _('"{text}" is no list of pairs.').format(text=cell),
            hint=_("Type it such as 1=slow; 5=at once."),
        )
    return [(pair[1], pair[2]) for pair in found if pair]


def _figure(text: str, habits: Habits) -> float:
    return float(number_of(text.strip(), habits) or 0)


_READERS: Final[Mapping[str, Callable[[str, Habits], Any]]] = {
    "measure": _measure,
    "direction": _direction,
    "scale": _scale,
    "levels": _levels,
    "anchors": _anchors,
    "must_have": _must_have,
}
