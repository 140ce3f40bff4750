"""Scores as a table, one row for each: what its columns are called, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.scores import UNNAMED
from vendorcompare.document.exchange.records.cells import defused
from vendorcompare.document.exchange.records.fields import written_number
from vendorcompare.document.exchange.records.headings import WHOSE
from vendorcompare.document.exchange.records.scores import written_agreed, written_scores
from vendorcompare.document.exchange.tables.text import written
from vendorcompare.i18n import language

_NAMES: Final = ("vendor", "criterion", "evaluator")
_ROUND: Final = "round"
_SAID: Final = ("value", "state", "evidence", "note")
#: All that a column can hold; the round is written only where there are several.
_FIELDS: Final = (*_NAMES, *_SAID, _ROUND, *(f"{name}_key" for name in (*_NAMES, _ROUND)))
#: The state of a score that the evaluators agreed on.
AGREED: Final = "agreed"
#: Stands for the evaluator nobody named, where others have names.
NOBODY: Final = "-"
_N_A: Final = "N/A"

#: How people head the columns, in English and in both ways of writing Chinese.
HEADINGS: Final[Mapping[str, str]] = {
    **{name: name for name in _FIELDS},
    **WHOSE,
    **dict.fromkeys(
        ("指标", "指标名称", "指標", "指標名稱", "评估指标", "评价指标", "评分指标", "评分项",
         "评分项目", "评估项目", "criterion name", "criteria", "item"),
        "criterion",
    ),
    **dict.fromkeys(
        ("评估人", "評估人", "评分人", "評分人", "评委", "打分人", "评价人",
         "evaluator name", "scored by"),
        "evaluator",
    ),
    **dict.fromkeys(
        ("score", "rating", "points", "分值", "得分", "评分", "評分", "分数", "分數",
         "打分", "值", "结果"),
        "value",
    ),
    **dict.fromkeys(("轮次", "輪次", "评估轮次", "評估輪次", "round name"), _ROUND),
    **dict.fromkeys(("状态", "狀態"), "state"),
    **dict.fromkeys(("证据", "證據", "证据等级", "證據等級", "依据", "佐证"), "evidence"),
    **dict.fromkeys(("备注", "備註", "说明", "說明", "评语", "notes", "remark", "comment"), "note"),
}  # fmt: skip


def export_scores_csv(assessment: Assessment) -> bytes:
    """Write the scores of the round that is being decided as a table, then the agreed ones.

    People read the names; the keys stand in columns of their own, so that the table is read
    back exactly.
    """
    is_alone = len(assessment.rounds) == 1
    columns = [name for name in _FIELDS if not (is_alone and name.startswith(_ROUND))]
    named = {
        "vendor": {vendor.key: vendor.name for vendor in assessment.vendors},
        "criterion": {
            criterion.key: criterion.name.get(language())
            for criterion in assessment.rubric.criteria
        },
        "evaluator": {each.key: each.name for each in assessment.evaluators},
        _ROUND: {each.key: each.name for each in assessment.rounds},
    }
    nobody = NOBODY if any(each.key != UNNAMED for each in assessment.evaluators) else ""
    rows: list[Sequence[str]] = [columns]
    for score in written_scores(assessment):
        cells = _cells({**score, "evaluator": score["evaluator"] or nobody}, named)
        rows.append([cells[column] for column in columns])
    here = {"state": AGREED, _ROUND: assessment.round.key}
    for agreed in written_agreed(assessment):
        excused = {"value": _N_A} if agreed.get("state") else {}
        cells = _cells({**agreed, **excused, **here}, named)
        rows.append([cells[column] for column in columns])
    return written(rows)


def _cells(score: Mapping[str, Any], named: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return the cells of one score; text is safe in a spreadsheet, numbers stay numbers."""
    cells = dict.fromkeys(_FIELDS, "")
    for column in _SAID:
        found = score.get(column)
        if isinstance(found, str):
            cells[column] = defused(found)
        elif found is not None:
            cells[column] = str(written_number(found))
    for name, known in named.items():
        value = score.get(name) or ""
        cells[name] = defused(known.get(value) or value)
        cells[f"{name}_key"] = value if value == NOBODY else defused(value)
        if value == NOBODY:
            cells[name] = NOBODY
    return cells
