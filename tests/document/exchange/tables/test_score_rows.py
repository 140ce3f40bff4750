"""What one row of a table of scores means."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.core.score_examples import with_rubric
from vendorcompare.core.assessment import Assessment, Evaluator, Vendor
from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Dimension, Measure, Rubric
from vendorcompare.core.text import Text
from vendorcompare.document.exchange.merging.report import Outcome
from vendorcompare.document.exchange.records.headings import SCORES
from vendorcompare.document.exchange.records.record import Record
from vendorcompare.document.exchange.records.scores import ConsensusRecord, ScoreRecord
from vendorcompare.document.exchange.tables.answers import Answers, Question, Unanswered
from vendorcompare.document.exchange.tables.head_row import first_row
from vendorcompare.document.exchange.tables.preview import Problem
from vendorcompare.document.exchange.tables.score_rows import GRADES, STATES
from vendorcompare.document.exchange.tables.score_shapes import ScoreList
from vendorcompare.document.exchange.tables.shape import Table
from vendorcompare.document.reader.results import Points, Shares

CRITERIA = (
    Criterion("x", Text("态度", "Manner")),
    Criterion("p", Text("准确率", "Accuracy"), Measure.PERCENTAGE),
    Criterion("w", Text("团队", "Team"), Measure.TEXT),
    Criterion("n", Text("人数", "Staff"), Measure.NUMBER, anchors=((0.0, 0.0), (9000.0, 1.0))),
)
GIVEN = with_rubric(
    Assessment(
        vendors=(
            Vendor("a", "甲公司"),
            Vendor("b", "Same"),
            Vendor("c", "same "),
            Vendor("d", "Beta"),
        ),
        evaluators=(Evaluator(), Evaluator("e1", "Lin")),
    ),
    Rubric((Dimension("d1", Text.same("d"), criteria=CRITERIA),)),
)
HEAD = ("vendor", "criterion", "evaluator", "value", "state", "evidence", "note", "round")


class _Rows:
    """Read single rows below a head row."""

    def __init__(
        self, *heads: str, given: Assessment = GIVEN, separator: str = ",", **answers: Any
    ) -> None:
        self._heads, self._separator = heads or HEAD, separator
        self._shape, self._answers = ScoreList(given), Answers(**answers)

    def record(self, cells: tuple[str, ...]) -> Record:
        rows = [self._heads, cells]
        table = Table("utf-8", self._separator, rows, self._shape.head(rows))
        [row] = self._shape.rows(table)
        if isinstance(row, Problem):
            raise InputError(row.message)
        return self._shape.reader(table, self._answers)(row)

    def outcome(self, record: Record) -> Outcome:
        [planned], _problems = self._shape.planned([(2, record)])
        return planned.outcome


def _record(*cells: str) -> Record:
    return _Rows().record(cells)


def _score(criterion: str = "x", **said: Any) -> ScoreRecord:
    usual = {"vendor": "a", "evaluator": "e1", "round": GIVEN.round.key}
    return ScoreRecord(**{**usual, "criterion": criterion, **said})


@pytest.mark.parametrize(
    ("cells", "record"),
    [
        (("a", "x", "e1", "4"), _score(value=4, state="scored")),
        (("甲公司", "Manner", "LIN", " 4 ", "scored"), _score(value=4, state="scored")),
        (("甲公司", "态度 Manner", "Lin", "1", "已评分"), _score(value=1, state="scored")),
        (("a", "p", "e1", "0", "", "tested", "n"),
         _score("p", value=0, state="scored", evidence="tested", note="n")),
        (("a", "w", "e1", "in words"), _score("w", value="in words", state="scored")),
        (("a", "w", "e1", "", "scored"), _score("w", value=None, state="scored")),
        (("a", "x", "e1", "", "", "", "'=1"), _score(note="=1")),
        (("a", "x", "e1", "不适用"), _score(value=None, state="not_applicable")),
        (("a", "x", "e1", "", "N/A"), _score(value=None, state="not_applicable")),
        (("a", "x", "e1", "", "未评"), _score(value=None, state="unknown")),
        (("a", "x", "-", "4"), _score(value=4, state="scored", evaluator="")),
        (("a", "x", "", "4", "商定"), ConsensusRecord(vendor="a", criterion="x", value=4)),
        (("a", "x", "", "N/A", "agreed", "", "n"), ConsensusRecord(
            vendor="a", criterion="x", value=None, state="not_applicable", note="n")),
    ],
)  # fmt: skip
def test_a_row_is_a_score(cells: tuple[str, ...], record: ScoreRecord | ConsensusRecord) -> None:
    found = _record(*cells)
    if isinstance(record, ConsensusRecord):
        record = record.model_copy(update={"round": GIVEN.round.key})
    assert found == record
    assert found.model_fields_set - {"round"} == record.model_fields_set - {"round"}


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (("z", "x", "e1", "4"), 'there is no vendor "z"'),
        (("betta", "x", "e1", "4"), 'there is no vendor "betta"; is "Beta" meant?'),
        (("Same", "x", "e1", "4"), 'several are called "Same": use the key'),
        (("a", "z", "e1", "4"), 'there is no criterion "z"'),
        (("a", "Maner", "e1", "4"), 'there is no criterion "Maner"'),
        (("a", "x", "z", "4"), 'there is no evaluator "z"'),
        (("a", "x", "e1", "4", "", "", "", "z"), 'there is no round "z"'),
        (("a", "x", "e1", "4", "z"), '"z" is no state'),
        (("a", "x", "e1", "4", "", " z "), '"z" is no evidence grade'),
        (("a", "x", "e1", "4", " unknown "), 'a score cannot stand beside "unknown"'),
        (("a", "x", "e1", " ", "scored"), "the score is missing"),
        (("a", "x", "e1", "4", "", "", "", "", "more"), "has 9 cells, but the head row has 8"),
        (("a", "x", "e1", "9"), "9 is outside 1 to 5."),
        (("a", "x", "", "4"), "it is not said who gave the score"),
    ],
)
def test_a_row_that_is_wrong_says_why(cells: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        _record(*cells)
    assert refused.value.message == sentence


def test_who_gave_the_scores_that_name_nobody() -> None:
    assert _Rows(evaluator="e1").record(("a", "x", "", "4")) == _score(value=4, state="scored")
    alone = replace(GIVEN, evaluators=(Evaluator(),))
    found = _Rows(given=alone).record(("a", "x", "", "4"))
    assert isinstance(found, ScoreRecord)
    assert found.evaluator == ""


def test_columns_of_keys_come_before_those_of_names() -> None:
    rows = _Rows("vendor", "vendor_key", "criterion", "criterion_key", "evaluator_key", "value")
    wanted = _score(value=4, state="scored")
    assert rows.record(("Same", "b", "gone", "x", "e1", "4")) == wanted.model_copy(
        update={"vendor": "b"}
    )
    assert rows.record(("甲公司", "gone", "态度", "", "e1", "4")) == wanted
    assert rows.record(("", "甲公司", "", "态度", "e1", "4")) == wanted


def test_cells_that_are_missing_or_empty_at_the_end_are_blank() -> None:
    assert _record("a", "x", "e1", "4", "", "", "", "", " ", "") == _record("a", "x", "e1", "4")


@pytest.mark.parametrize(
    ("cells", "separator", "question"),
    [
        (("a", "p", "e1", "0.9"), ",",
         Question("0.9", "p", ((Shares.PER_CENT, "0.9%"), (Shares.FRACTIONS, "90")))),
        (("a", "n", "e1", " 1.200 "), ";",
         Question("1.200", "n", ((Points.POINT, "1.2"), (Points.COMMA, "1200")))),
        (("a", "x", "e1", "3-4"), ",", None),
    ],
)  # fmt: skip
def test_a_figure_that_can_mean_two_things_is_asked(
    cells: tuple[str, ...], separator: str, question: Question | None
) -> None:
    with pytest.raises(InputError) as asked:
        _Rows(separator=separator).record(cells)
    found = asked.value.question if isinstance(asked.value, Unanswered) else None
    assert found == question
    if isinstance(asked.value, Unanswered):
        assert asked.value.choices
        assert asked.value.message.startswith(f'"{cells[3].strip()}" can be read in several ways.')


def test_answers_and_heads_settle_how_figures_are_meant() -> None:
    for shares, value in ((Shares.PER_CENT, 0.9), (Shares.FRACTIONS, 90)):
        found = _Rows(shares=shares).record(("a", "p", "e1", "0.9"))
        assert found == _score("p", value=value, state="scored")
    for points, value in ((Points.POINT, 1.2), (Points.COMMA, 1200)):
        found = _Rows(points=points, separator=";").record(("a", "n", "e1", "1.200"))
        assert found == _score("n", value=value, state="scored")
    in_per_cent = _Rows("vendor", "criterion", "evaluator", "分值（%）")
    assert in_per_cent.record(("a", "p", "e1", "0.9")) == _score("p", value=0.9, state="scored")


def test_what_becomes_of_a_row() -> None:
    rows = _Rows()
    added = rows.record(("a", "x", "e1", "4"))
    assert rows.outcome(added) is Outcome.ADDED
    assert rows.outcome(rows.record(("a", "x", "e1", ""))) is Outcome.SKIPPED
    assert rows.outcome(rows.record(("a", "x", "", "4", "agreed"))) is Outcome.ADDED
    assert rows.outcome(rows.record(("a", "x", "", "", "agreed"))) is Outcome.SKIPPED
    unsaid = _score(value=4, state="scored", evaluator="new")
    assert rows.outcome(unsaid) is Outcome.ADDED


def test_states_and_grades_have_many_names() -> None:
    states = {
        "scored": "scored 已评 已评分 已評分",
        "not_applicable": "not_applicable n/a 不适用 不適用",
        "unknown": "unknown 未知 未评 未评分 未評分",
        "agreed": "agreed 已商定 商定 一致 共识",
    }
    grades = {
        "claimed": "claimed 口头 口頭 声称 聲稱",
        "documented": "documented 书面 書面 有文件",
        "tested": "tested 实测 實測 亲测 親測",
    }
    for known, said in ((STATES, states), (GRADES, grades)):
        for meant, names in said.items():
            assert {known[name] for name in names.split()} == {meant}
    assert STATES["not applicable"] == "not_applicable"


def test_columns_of_scores_have_many_heads() -> None:
    heads = {
        "criterion": "指标 指标名称 指標 指標名稱 评估指标 评价指标 评分指标 评分项 评分项目 "
        "评估项目 criteria item",
        "evaluator": "评估人 評估人 评分人 評分人 评委 打分人 评价人",
        "value": "score rating points 分值 得分 评分 評分 分数 分數 打分 值 结果",
        "round": "轮次 輪次 评估轮次 評估輪次",
        "state": "状态 狀態",
        "evidence": "证据 證據 证据等级 證據等級 依据 佐证",
        "note": "备注 備註 说明 說明 评语 notes remark comment",
        "vendor": "供应商 vendor 公司",
    }
    for field, names in heads.items():
        for name in [field, *names.split()]:
            assert first_row([[name]], SCORES).fields == (field,), name
    for name, field in {
        "Criterion name": "criterion", "Evaluator name": "evaluator", "Scored by": "evaluator",
        "Round name": "round", "vendor_key": "vendor_key", "criterion_key": "criterion_key",
        "evaluator_key": "evaluator_key", "round_key": "round_key",
    }.items():  # fmt: skip
        assert first_row([[name]], SCORES).fields == (field,), name
