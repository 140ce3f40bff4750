"""Scores as a table, one row for each: what its columns are called, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from vendorcompare.core.assessment import Assessment
from vendorcompare.core.scores import UNNAMED
from vendorcompare.document.exchange import tables
from vendorcompare.document.exchange.fields import written_number
from vendorcompare.document.exchange.records.heads import WHOSE
from vendorcompare.document.exchange.writing import consensus_of_round, scores_of_round
from vendorcompare.i18n import language

NAMES: Final = ("vendor", "criterion", "evaluator")
KEYS: Final = tuple(f"{name}_key" for name in NAMES)
COLUMNS: Final = (*NAMES, "value", "state", "evidence", "note", *KEYS)
#: The state of a score that the evaluators agreed on.
AGREED: Final = "agreed"
#: Stands for the evaluator nobody named, where others have names.
NOBODY: Final = "-"
_N_A: Final = "N/A"

#: How people head the columns, in English and in both ways of writing Chinese.
HEADINGS: Final[Mapping[str, str]] = {
    **{name: name for name in COLUMNS},
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
    **dict.fromkeys(("状态", "狀態"), "state"),
    **dict.fromkeys(("证据", "證據", "证据等级", "證據等級", "依据", "佐证"), "evidence"),
    **dict.fromkeys(("备注", "備註", "说明", "說明", "评语", "notes", "remark", "comment"), "note"),
}  # fmt: skip


def export_scores_csv(assessment: Assessment) -> bytes:
    """Write the scores of the round that is being decided as a table, then the agreed ones.

    People read the names; the keys stand in columns of their own, so that the table is read
    back exactly.
    """
    round_ = assessment.rounds[0].key
    named = {
        "vendor": {vendor.key: vendor.name for vendor in assessment.vendors},
        "criterion": {
            criterion.key: criterion.name.get(language())
            for criterion in assessment.rubric.criteria
        },
        "evaluator": {each.key: each.name for each in assessment.evaluators},
    }
    nobody = NOBODY if any(each.key != UNNAMED for each in assessment.evaluators) else ""
    rows: list[tuple[str, ...]] = [COLUMNS]
    for score in scores_of_round(assessment, round_):
        rows.append(_row({**score, "evaluator": score["evaluator"] or nobody}, named))
    for agreed in consensus_of_round(assessment, round_):
        excused = {"value": _N_A} if agreed.get("state") else {}
        rows.append(_row({**agreed, **excused, "state": AGREED}, named))
    return tables.written(rows)


def _row(score: Mapping[str, Any], named: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """Return the cells of one score; text is safe in a spreadsheet, numbers stay numbers."""
    cells = dict.fromkeys(COLUMNS, "")
    for column in ("value", "state", "evidence", "note"):
        found = score.get(column)
        if isinstance(found, str):
            cells[column] = tables.defused(found)
        elif found is not None:
            cells[column] = str(written_number(found))
    for name, key in zip(NAMES, KEYS, strict=True):
        value = score.get(name) or ""
        cells[name] = tables.defused(named[name].get(value) or value)
        cells[key] = value if value == NOBODY else tables.defused(value)
        if value == NOBODY:
            cells[name] = NOBODY
    return tuple(cells[column] for column in COLUMNS)
