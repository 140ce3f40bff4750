"""Tables of criteria."""

from __future__ import annotations

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Direction, Measure, MustHave
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import (
    Answers,
    Outcome,
    export_json,
    import_table,
    preview_table,
)

RUBRIC = Answers("rubric")
TABLE = (
    "维度,维度权重,指标,权重,计量方式,方向,评分范围,各等级标准,单位,必备条件,换算点\n"
    "响应,3,接听,2,时长,越低越好,,,min,≤60,2=1; 60=0\n"
    ",,专业,,评分,,1-3,1=差；3=好,,不低于2,\n"
    "价格,1,是否透明,1,是否,,,,,是,\n"
)


def test_a_rubric_is_read_with_its_dimensions(empty: Document) -> None:
    import_table(empty, TABLE.encode("gb18030"), RUBRIC)
    first, second = empty.assessment.rubric.dimensions
    assert (first.name.zh, first.weight, second.name.zh, second.weight) == ("响应", 3, "价格", 1)
    answered, skilled = first.criteria
    assert (answered.name.zh, answered.weight, answered.unit.zh) == ("接听", 2, "min")
    assert (answered.measure, answered.direction) == (Measure.DURATION, Direction.LOWER)
    assert list(answered.anchors) == [(2.0, 1.0), (60.0, 0.0)]
    assert answered.must_have == MustHave(None, 60)
    assert (skilled.measure, skilled.scale) == (Measure.RATING, (1, 3))
    assert [(level, text.zh) for level, text in skilled.levels] == [(1, "差"), (3, "好")]
    assert skilled.must_have == MustHave(2, None)
    [clear] = second.criteria
    assert (clear.measure, clear.must_have) == (Measure.BOOLEAN, MustHave(None, None))
    preview = preview_table(empty.assessment, TABLE.encode(), RUBRIC)
    assert [row.outcome for row in preview.rows] == [Outcome.SKIPPED] * 3


def test_a_criterion_that_is_there_is_changed_where_the_row_says_so(document: Document) -> None:
    before = document.assessment.rubric
    dimension, criterion = before.dimensions[0], before.dimensions[0].criteria[0]
    table = f"dimension,criterion,weight\n{dimension.name.zh},{criterion.name.zh},9\n"
    import_table(document, table.encode(), RUBRIC)
    after = document.assessment.rubric.criterion(criterion.key)
    assert (after.weight, after.name, after.measure) == (9, criterion.name, criterion.measure)
    assert len(document.assessment.rubric.criteria) == len(before.criteria)


@pytest.mark.parametrize(
    ("cells", "part"),
    [
        ("响应,接听,好看,,,", "row 2: 计量方式: must be one of rating, boolean"),
        ("响应,接听,评分,5-1,,", "row 2: "),
        ("响应,接听,评分,五,,", 'row 2: "五" is no scale'),
        ("响应,接听,时长,,60=0; 2=1,", "row 2: "),
        (",接听,评分,,,", "row 2: it is not said to which dimension"),
        ("响应,,评分,,,", "row 2: the criterion has no name"),
        ("响应,接听,评分,,,0\n响应,其他,评分,,,0", "so nothing"),
    ],
)
def test_what_is_wrong_in_a_rubric_is_named_by_its_row(
    empty: Document, cells: str, part: str
) -> None:
    before = export_json(empty)
    with pytest.raises(InputError) as refused:
        import_table(empty, f"维度,指标,计量方式,评分范围,换算点,权重\n{cells}\n".encode(), RUBRIC)
    assert part in refused.value.message
    assert export_json(empty) == before
