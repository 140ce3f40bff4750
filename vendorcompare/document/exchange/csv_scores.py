"""Scores as a table, one row for each: vendor, criterion, evaluator, value and so on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import UNNAMED, Score, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits import scores as score_edits
from vendorcompare.document.exchange import tables
from vendorcompare.document.exchange.merging import Merger
from vendorcompare.document.exchange.models import ScoreRecord
from vendorcompare.document.exchange.parsing import wrong
from vendorcompare.document.exchange.report import ImportReport
from vendorcompare.document.exchange.scores import merge_scores
from vendorcompare.document.exchange.writing import scores_of_round
from vendorcompare.i18n import _

COLUMNS: Final = ("vendor", "criterion", "evaluator", "value", "state", "evidence", "note")
#: Cells that are kept with the spaces around them.
_WORDS: Final = ("value", "note")
_REQUIRED: Final = ("vendor", "criterion")

#: How people head the columns, in English and in both ways of writing Chinese.
_HEADINGS: Final[Mapping[str, str]] = {
    **{name: name for name in COLUMNS},
    **dict.fromkeys(("供应商", "供應商", "厂商", "廠商"), "vendor"),
    **dict.fromkeys(("指标", "指標"), "criterion"),
    **dict.fromkeys(("评估人", "評估人", "评分人", "評分人"), "evaluator"),
    **dict.fromkeys(("score", "分值", "得分", "评分", "評分", "分数", "分數", "值"), "value"),
    **dict.fromkeys(("状态", "狀態"), "state"),
    **dict.fromkeys(("证据", "證據", "证据等级", "證據等級"), "evidence"),
    **dict.fromkeys(("备注", "備註", "说明", "說明"), "note"),
}
_N_A: Final = "not_applicable"
_STATES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("scored", "已评分", "已評分"), "scored"),
    **dict.fromkeys(
        ("not_applicable", "not applicable", "n/a", "不适用", "不適用"), "not_applicable"
    ),
    **dict.fromkeys(("unknown", "未知", "未评分", "未評分"), "unknown"),
}
_GRADES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("claimed", "口头", "口頭", "声称", "聲稱"), "claimed"),
    **dict.fromkeys(("documented", "书面", "書面", "有文件"), "documented"),
    **dict.fromkeys(("tested", "实测", "實測"), "tested"),
}
_ANSWERS: Final[Mapping[str, float]] = {
    **dict.fromkeys(("1", "yes", "y", "true", "是", "有"), 1.0),
    **dict.fromkeys(("0", "no", "n", "false", "否", "无", "無", "没有"), 0.0),
}
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,12})?", re.ASCII)

Cells = dict[str, str]


def import_scores_csv(document: Document, data: bytes) -> ImportReport:
    """Add the scores of a table; a blank cell leaves what is there.

    Raises:
        InputError: rows are wrong, named by their numbers; nothing is imported then.
    """
    assessment = document.assessment
    text = tables.decoded(data, _telling_words(assessment))
    separator = tables.separator_of(text, _HEADINGS)
    reader = _Reader(assessment, decimal_comma=separator == ";")
    found = reader.read(tables.rows_of(text, separator))
    if reader.problems:
        raise wrong(reader.problems)
    criteria = {criterion.key: criterion for criterion in assessment.rubric.criteria}
    with document.change(_("Import scores")) as recorder:
        merger = Merger(recorder, assessment)
        merge_scores(merger, found, criteria)
    return merger.report


def export_scores_csv(assessment: Assessment) -> bytes:
    """Write the scores of the round that is being decided as a table."""
    rows: list[tuple[str, ...]] = [COLUMNS]
    for score in scores_of_round(assessment, assessment.rounds[0].key):
        value = score["value"]
        in_words = {**score, "value": tables.defused(value) if isinstance(value, str) else value}
        for name in ("vendor", "criterion", "evaluator", "note"):
            in_words[name] = tables.defused(score[name] or "")
        rows.append(tuple("" if in_words[n] is None else str(in_words[n]) for n in COLUMNS))
    return tables.written(rows)


class _Reader:
    """Turn rows into scores, collecting what is wrong by row."""

    def __init__(self, assessment: Assessment, *, decimal_comma: bool) -> None:
        self.problems: list[str] = []
        self._assessment = assessment
        self._decimal_comma = decimal_comma
        self._round = assessment.rounds[0].key
        self._vendors = _by_name((v.key, (v.name,)) for v in assessment.vendors)
        self._evaluators = _by_name((e.key, (e.name,)) for e in assessment.evaluators)
        self._criteria = _by_name(
            (c.key, (c.name.zh, c.name.en, c.name.both())) for c in assessment.rubric.criteria
        )

    def read(self, rows: list[list[str]]) -> list[ScoreRecord]:
        """Return the scores of all rows."""
        numbered = [(number, row) for number, row in enumerate(rows, 1) if any(map(str.strip, row))]
        if not numbered:
            raise wrong([_("the table is empty")])
        (first, header), *body = numbered
        columns = self._columns(first, header)
        seen: dict[tuple[str, ...], int] = {}
        found = []
        for number, row in body if not self.problems else ():
            try:
                record = self._record(columns, row)
            except InputError as problem:
                self._report(number, problem.message)
                continue
            if record.place in seen:
                text = _("the same score stands in row {row} already")
                self._report(number, text.format(row=seen[record.place]))
            seen[record.place] = number
            found.append(record)
        return found

    def _columns(self, number: int, header: list[str]) -> list[str]:
        columns = []
        for heading in header:
            cell = heading.strip()
            name = _HEADINGS.get(cell.casefold(), "")
            if not name:
                self._report(number, _('the column "{name}" is not known').format(name=cell))
            elif name in columns:
                self._report(number, _('the column "{name}" stands there twice').format(name=cell))
            columns.append(name)
        for name in _REQUIRED:
            if name not in columns:
                self._report(number, _('the column "{name}" is missing').format(name=name))
        return columns

    def _record(self, columns: list[str], row: list[str]) -> ScoreRecord:
        if len(row) != len(columns):
            raise InputError(
                _("has {found} cells, but the first row has {wanted}").format(
                    found=len(row), wanted=len(columns)
                )
            )
        cells = dict(zip(columns, row, strict=True))
        cells |= {name: cell.strip() for name, cell in cells.items() if name not in _WORDS}
        vendor = _key(cells["vendor"], self._vendors, _('there is no vendor "{key}"'))
        criterion = self._assessment.rubric.criterion(
            _key(cells["criterion"], self._criteria, _('there is no criterion "{key}"'))
        )
        given: dict[str, Any] = {"vendor": vendor, "criterion": criterion.key}
        given["evaluator"], given["round"] = self._evaluator(cells), self._round
        given |= self._score(cells, criterion)
        if cells.get("evidence"):
            grade = _GRADES.get(cells["evidence"].casefold())
            if grade is None:
                text = _('"{cell}" is no evidence grade')
                raise InputError(text.format(cell=cells["evidence"]))
            given["evidence"] = grade
        if cells.get("note"):
            given["note"] = tables.restored(cells["note"])
        return ScoreRecord(**given)

    def _evaluator(self, cells: Cells) -> str:
        cell = cells.get("evaluator", "")
        if not cell:
            return UNNAMED
        return _key(cell, self._evaluators, _('there is no evaluator "{key}"'))

    def _score(self, cells: Cells, criterion: Criterion) -> dict[str, Any]:
        words, state = cells.get("value", ""), cells.get("state", "")
        value = words.strip()
        if not state and _STATES.get(value.casefold()) == _N_A:
            value, state = "", _N_A
        if not value and not state:
            return {}
        named = _STATES.get(state.casefold()) if state else "scored"
        if named is None:
            raise InputError(_('"{cell}" is no state').format(cell=state))
        if named != "scored":
            if value:
                raise InputError(_('a score cannot stand beside "{cell}"').format(cell=state))
            return {"state": named, "value": None}
        if criterion.measure is Measure.TEXT:
            return {"state": named, "value": tables.restored(words) if words else None}
        number = self._number(value, criterion)
        score_edits.check(criterion, Score(number, State.SCORED))
        return {"state": named, "value": number}

    def _number(self, cell: str, criterion: Criterion) -> float:
        if criterion.measure is Measure.BOOLEAN and cell.casefold() in _ANSWERS:
            return _ANSWERS[cell.casefold()]
        plain = cell.removesuffix("%").rstrip() if criterion.measure is Measure.PERCENTAGE else cell
        if self._decimal_comma:
            plain = plain.replace(",", ".", 1)
        if not _NUMBER.fullmatch(plain):
            raise InputError(_('"{cell}" is not a number').format(cell=cell))
        return float(plain)

    def _report(self, row: int, problem: str) -> None:
        self.problems.append(_("row {row}: {reason}").format(row=row, reason=problem.rstrip(".")))


def _by_name(named: Iterator[tuple[str, tuple[str, ...]]]) -> Mapping[str, set[str]]:
    """Return the keys that a key or a name may mean."""
    meant: dict[str, set[str]] = defaultdict(set)
    keys = set()
    for key, names in named:
        keys.add(key)
        for name in names:
            if name.strip():
                meant[name.strip()].add(key)
    return {**meant, **{key: {key} for key in keys if key}}


def _key(cell: str, known: Mapping[str, set[str]], unknown: str) -> str:
    name = tables.restored(cell)
    found = known.get(name, set())
    if not found:
        raise InputError(unknown.format(key=name))
    if len(found) > 1:
        raise InputError(_('several are called "{name}": use the key').format(name=name))
    return next(iter(found))


def _telling_words(assessment: Assessment) -> list[str]:
    names = [v.name for v in assessment.vendors] + [e.name for e in assessment.evaluators]
    names += [c.name.zh for c in assessment.rubric.criteria]
    return [*_HEADINGS, *_STATES, *_GRADES, *filter(None, names)]
