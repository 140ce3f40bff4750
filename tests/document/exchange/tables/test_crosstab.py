"""Tables of scores with a column for each vendor."""

from __future__ import annotations

import csv
import io

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.scores import UNNAMED, Cell, Evidence, Score, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits import scores, vendors
from vendorcompare.document.exchange import Answers, export_crosstab, import_table, preview_table


def states(document: Document) -> dict[Cell, tuple[float | None, State, str]]:
    given = document.assessment
    cells = (
        Cell(e.key, v.key, c.key)
        for e in given.evaluators for v in given.vendors for c in given.rubric.criteria
    )  # fmt: skip
    found = ((cell, given.score(cell)) for cell in cells)
    return {cell: (score.value, score.state, score.text) for cell, score in found}


def test_a_crosstab_comes_back_as_it_went(document: Document) -> None:
    scores.set_scores(document, {Cell("e1", "b", "c3"): Score(1, State.SCORED)})
    scores.set_agreed_scores(document, {("a", "c1"): Score(4.5, State.SCORED)})
    before, agreed = states(document), document.assessment.agreed_score("a", "c1").value
    table = export_crosstab(document.assessment)
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert (
        len([row for row in rows if row["criterion_key"] == "c1" and row["evaluator"] == "Lin"])
        == 1
    )
    scored = [cell for cell, (_value, state, _text) in before.items() if state is not State.UNKNOWN]
    scores.set_scores(document, dict.fromkeys(scored, scores.BLANK))
    scores.set_agreed_scores(document, {("a", "c1"): scores.BLANK})
    import_table(document, table)
    assert states(document) == before
    assert document.assessment.agreed_score("a", "c1").value == agreed


def test_a_table_of_people_is_matched_by_its_names(document: Document) -> None:
    scores.set_evidence(document, [Cell("e1", "a", "c1")], Evidence.TESTED)
    table = "评分表,,,\n序号,指标,b,甲\n1,态度,2,5\n2,c2,半小时,\n"
    import_table(document, table.encode("gb18030"), Answers(evaluator="e1"))
    given = document.assessment
    assert given.score(Cell("e1", "a", "c1"))[:3] == (5, State.SCORED, Evidence.TESTED)
    assert given.score(Cell("e1", "b", "c1")).value == 2
    assert given.score(Cell("e1", "b", "c2")).value == 30


def test_wrong_cells_of_a_crosstab_are_named_by_row(document: Document) -> None:
    table = "指标,甲,b\n态度,5,9\n礼貌,1,1\n".encode()
    preview = preview_table(document.assessment, table, Answers(evaluator="e1"))
    assert {problem.row for problem in preview.problems} == {2, 3}
    assert preview_table(document.assessment, "指标,甲\n态度,5\n".encode()).asks_evaluator
    assert document.assessment.score(Cell(UNNAMED, "a", "c1")).state is State.UNKNOWN


@pytest.mark.parametrize(
    ("table", "unknown"),
    [
        ("指标,甲,丙\n态度,5,4\n", 'row 1: there is no vendor "丙"; add it first'),
        ("指标,丁,丙\n态度,5,4\n", 'row 1: there is no vendor "丁"; add it first'),
        ("供应商,态度,礼貌\n甲,5,4\n", 'row 1: there is no criterion "礼貌"; add it first'),
        ("供应商,态度\n甲,5\n丙,4\n", 'row 3: there is no vendor "丙"'),
    ],
)
def test_who_stands_across_and_is_not_known_is_named(
    document: Document, table: str, unknown: str
) -> None:
    before = document.assessment
    with pytest.raises(InputError) as refused:
        import_table(document, table.encode(), Answers(evaluator="e1"))
    assert unknown in refused.value.message
    assert document.assessment is before


def test_vendors_down_and_criteria_across_are_read_as_well(document: Document) -> None:
    table = "评分表,,,\n序号,供应商,态度（分）,c2\n1,甲,5,半小时\n2,b,2,\n"
    preview = preview_table(document.assessment, table.encode(), Answers(evaluator="e1"))
    assert (preview.kind, preview.columns) == ("scores", ("", "vendor", "value", "value"))
    import_table(document, table.encode(), Answers(evaluator="e1"))
    given = document.assessment
    assert given.score(Cell("e1", "a", "c1")).value == 5
    assert given.score(Cell("e1", "a", "c2")).value == 30
    assert given.score(Cell("e1", "b", "c1")).value == 2
    assert given.score(Cell("e1", "b", "c2")).state is State.UNKNOWN


def test_a_name_across_that_several_have_is_refused(document: Document) -> None:
    vendors.describe_vendor(document, "b", "name", "甲")
    with pytest.raises(InputError, match='several are called "甲"'):
        import_table(document, "指标,甲,b\n态度,5,4\n".encode(), Answers(evaluator="e1"))
