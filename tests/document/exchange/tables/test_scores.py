from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.scores import UNNAMED, Cell, Evidence, Score, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits import scores, vendors
from vendorcompare.document.exchange import (
    Answers,
    Outcome,
    Question,
    export_json,
    export_scores_csv,
    import_json,
    import_table,
    preview_table,
)
from vendorcompare.document.exchange.tables import text
from vendorcompare.document.reader.results import Points

HEAD = "vendor,criterion,evaluator,value,state,evidence,note\n"
CHINESE = "供应商,指标,评估人,分值,状态,证据,备注\n甲,态度,Lin,5,,实测,很好\n"


def test_scores_come_back_as_they_went(document: Document) -> None:
    cell = Cell(UNNAMED, "b", "c2")
    scores.set_note(document, cell, " =1+1\n'=x ")
    scores.set_note(document, Cell("e1", "b", "c2"), "=cmd|' /c calc'!A1")
    vendors.describe_vendor(document, "b", "name", "-5")
    text = export_json(document)
    data = export_scores_csv(document.assessment)
    other = Document.create()
    try:
        import_json(other, text)
        scores.set_scores(other, dict.fromkeys(_scored(other), scores.BLANK))
        for noted in (Cell("e1", "a", "c1"), cell, Cell("e1", "b", "c2")):
            scores.set_note(other, noted, "")
        assert not other.assessment.scores.states.any()
        import_table(other, data)
        assert export_json(other) == text
    finally:
        other.close()


def _scored(document: Document) -> list[Cell]:
    rows = csv.DictReader(io.StringIO(export_scores_csv(document.assessment).decode("utf-8-sig")))
    return [
        Cell(row["evaluator_key"].strip("-"), row["vendor_key"], row["criterion_key"])
        for row in rows
    ]


def test_what_a_spreadsheet_would_run_is_defused(document: Document) -> None:
    for place, note in enumerate(["=1", "+1", "@x", "\tx", "'=1", "-", "plain", "'quoted'"]):
        cell = Cell(UNNAMED, "ab"[place % 2], f"c{place // 2 + 1}")
        scores.set_note(document, cell, note)
    data = export_scores_csv(document.assessment)
    assert data.startswith(b"\xef\xbb\xbf")
    notes = [row[6] for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))]
    assert {"'=1", "'+1", "'@x", "'\tx", "''=1", "'-", "plain", "'quoted'"} <= set(notes)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_chinese_tables_are_read_in_every_usual_encoding(document: Document, encoding: str) -> None:
    import_table(document, CHINESE.encode(encoding))
    score = document.assessment.score(Cell("e1", "a", "c1"))
    assert score == (5, State.SCORED, Evidence.TESTED, "很好", "")


def test_a_traditional_table_in_big5(document: Document) -> None:
    text = "供應商;指標;評估人;分值;狀態;證據;備註\na;c2;-;3,5;;實測;很快\n"
    import_table(document, text.encode("big5"))
    assert document.assessment.score(Cell(UNNAMED, "a", "c2")) == (
        3.5, State.SCORED, Evidence.TESTED, "很快", ""
    )  # fmt: skip


@pytest.mark.parametrize(
    "data",
    ["vendor,criterion,evaluator,note\na,c1,-,好", "vendor,criterion,evaluator,note\na,c1,-,é"],
)
def test_an_encoding_is_guessed_where_nothing_is_known(document: Document, data: str) -> None:
    encoding = "gb18030" if "好" in data else "cp1252"
    import_table(document, data.encode(encoding))
    assert document.assessment.score(Cell(UNNAMED, "a", "c1")).note


@pytest.mark.parametrize(
    ("row", "value", "state"),
    [
        ("a\tc3\t-\tyes", 1, State.SCORED),
        ("a\tc3\t-\t否", 0, State.SCORED),
        ("a\tManner\tLin\tN/A", None, State.NOT_APPLICABLE),
        ("甲\t态度 Manner\te1\t不适用", None, State.NOT_APPLICABLE),
    ],
)
def test_tabs_names_and_words(
    document: Document, row: str, value: float | None, state: State
) -> None:
    import_table(document, f"vendor\tcriterion\tevaluator\tvalue\n{row}\n".encode())
    vendor, criterion = "a", "c3" if "c3" in row else "c1"
    evaluator = UNNAMED if "c3" in row else "e1"
    assert document.assessment.score(Cell(evaluator, vendor, criterion))[:2] == (value, state)


def test_blank_cells_and_rows_leave_what_is_there(document: Document) -> None:
    report = import_table(document, f"{HEAD}\na,c1,e1,,,,\n,,,,,,\n".encode())
    assert document.assessment.score(Cell("e1", "a", "c1"))[:3] == (
        4, State.SCORED, Evidence.TESTED
    )  # fmt: skip
    assert report.skipped["scores"] == 1
    import_table(document, f"{HEAD}a,c1,e1,,unknown,,".encode())
    assert document.assessment.score(Cell("e1", "a", "c1")).state is State.UNKNOWN


@pytest.mark.parametrize(
    ("table", "part"),
    [
        ("", "empty"),
        ("\n\n", "empty"),
        ("\ufeff", "empty"),
        ("vendor,criterion,evaluator\na,c1,e1", 'row 1: the column "score" is missing'),
        (f"{HEAD},c1,e1,4,,,", "row 2: the vendor is not named"),
        (f"{HEAD}a,c3,e1,1234567,,,", "row 2: "),
        ("vendor,value\na,3", 'row 1: the column "criterion" is missing'),
        ("vendor,criterion,colour\na,c1,red", 'row 1: the column "colour" is not known'),
        ("vendor,criterion,vendor\na,c1,a", 'row 1: the column "vendor" stands there twice'),
        (f"{HEAD}a,c1,e1,6,,,", "row 2: 6 is outside 1 to 5"),
        (f"{HEAD}a,c1,e1,4,,,\nz,c1,,4,,,", 'row 3: there is no vendor "z"'),
        (f"{HEAD}a,zz,e1,4,,,", 'row 2: there is no criterion "zz"'),
        (f"{HEAD}a,c1,zz,4,,,", 'row 2: there is no evaluator "zz"'),
        (f"{HEAD}a,c1,e1,1_0,,,", 'row 2: "1_0" is not a rating'),
        (f"{HEAD}a,c1,e1,nan,,,", 'row 2: "nan" is not a rating'),
        (f"{HEAD}a,c1,e1,1e999,,,", 'row 2: "1e999" is not a rating'),
        (f"{HEAD}a,c3,e1,maybe,,,", 'row 2: "maybe" is not yes or no'),
        (f"{HEAD}a,c1,e1,4,unknown,,", 'row 2: a score cannot stand beside "unknown"'),
        (f"{HEAD}a,c1,e1,4,guess,,", 'row 2: "guess" is no state'),
        (f"{HEAD}a,c1,e1,4,,sure,", 'row 2: "sure" is no evidence grade'),
        (f"{HEAD}a,c1,e1,4,,,,x", "row 2: has 8 cells, but the head row has 7"),
        (f"{HEAD}a,c1,e1,4,,,\na,c1,e1,5,,,", "row 3: the same score stands in row 2"),
        (f'{HEAD}a,c1,e1,4,,,"torn', "row 2"),
        (f"{HEAD}a,c1,e1,4,,,\0", "a character that no text has"),
    ],
)
def test_a_mistake_is_named_by_its_row_and_nothing_imported(
    document: Document, table: str, part: str
) -> None:
    before = document.assessment
    with pytest.raises(InputError) as caught:
        import_table(document, table.encode())
    assert part in caught.value.message
    assert document.assessment is before


def test_a_name_that_several_have_does_not_do(document: Document) -> None:
    vendors.describe_vendor(document, "b", "name", "甲")
    with pytest.raises(InputError, match="several"):
        import_table(document, f"{HEAD}甲,c1,e1,4,,,".encode())


def test_bytes_that_are_no_text(document: Document) -> None:
    for data in (b"\xef\xbb\xbf\xff", b"\xff\xfe\x00", b"\x81\x81\x8d\xff\x9d"):
        with pytest.raises(InputError):
            import_table(document, data)


def test_a_table_has_an_end(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_MOST_ROWS", 2)
    with pytest.raises(InputError, match="more than 2 rows"):
        import_table(document, (HEAD + "a,c1,,4,,,\n" * 3).encode())


SAID = Answers(evaluator="e1")
VALUES = [
    ("c1", "４", 4.0),
    ("c1", "5分", 5.0),
    ("c2", "3.5", 3.5),
    ("c3", "√", 1.0),
    ("c3", "无", 0.0),
]


@pytest.mark.parametrize(("criterion", "cell", "value"), VALUES)
def test_cells_are_read_as_in_the_grid(
    document: Document, criterion: str, cell: str, value: float
) -> None:
    import_table(document, f"vendor,criterion,value\na,{criterion},{cell}".encode(), SAID)
    assert document.assessment.score(Cell("e1", "a", criterion)).value == value


def test_tables_as_people_save_them(document: Document) -> None:
    """A title above the head, numbered rows, empty columns behind, last cells missing."""
    text = (
        "2026年评分表,,,,,,\n\n序号,供应商名称,指标,评分（分）,备注,,\n"
        "1, 甲,态度,5,很好,,\n2,甲​,c2,4\n"
    )
    import_table(document, text.encode(), SAID)
    assert document.assessment.score(Cell("e1", "a", "c1"))[::4] == (5, "")
    assert document.assessment.score(Cell("e1", "a", "c1")).note == "很好"
    assert document.assessment.score(Cell("e1", "a", "c2")).value == 4


def test_nobody_votes_unnamed(document: Document) -> None:
    data = b"vendor,criterion,value\na,c1,5\nb,c1,4"
    preview = preview_table(document.assessment, data)
    assert preview.asks_evaluator
    assert [problem.row for problem in preview.problems] == [2, 3]
    with pytest.raises(InputError, match="who gave"):
        import_table(document, data)
    import_table(document, data, SAID)
    assert document.assessment.score(Cell("e1", "a", "c1")).value == 5


def test_a_thousand_or_one_is_asked_in_a_table_with_semicolons(document: Document) -> None:
    data = b"vendor;criterion;value\na;c2;1.200"
    preview = preview_table(document.assessment, data, SAID)
    [asked] = preview.open
    assert asked.question == Question(
        "1.200", "c2", ((Points.POINT, "1.2"), (Points.COMMA, "1200"))
    )
    assert preview.refusals == ()
    assert preview.problems[0].choices == ("1200", "1,2")
    for points, value in ((Points.POINT, 1.2), (Points.COMMA, 1200)):
        read = preview_table(document.assessment, data, replace(SAID, points=points))
        records = [row.record for row in read.rows[:1]]
        assert [p.row for p in read.problems] or records[0].model_dump()["value"] == value


def test_one_hanzi_is_read_as_a_chinese_user_means_it(document: Document) -> None:
    for hanzi in "绰账财很好":
        data = f"vendor,criterion,value,note\na,c1,5,{hanzi}\n".encode("gb18030")
        preview = preview_table(document.assessment, data, SAID)
        assert (preview.encoding, preview.first_rows[2][3]) == ("gb18030", hanzi)
    for words in ("帳務處理很好", "沒有問題"):
        data = f"vendor,criterion,value,note\na,c1,5,{words}\n".encode("big5")
        preview = preview_table(document.assessment, data, SAID)
        assert (preview.encoding, preview.first_rows[2][3]) == ("big5", words)


def test_an_encoding_that_is_named_overrules(document: Document) -> None:
    data = "vendor,criterion,value,note\na,c1,5,好\n".encode("gb18030")
    preview = preview_table(document.assessment, data, replace(SAID, encoding="cp1252"))
    assert preview.first_rows[2][3] == "ºÃ"
    for wrong in ("utf-8", "klingon"):
        with pytest.raises(InputError):
            preview_table(document.assessment, data, replace(SAID, encoding=wrong))


def test_a_preview_says_what_becomes_of_each_row(document: Document) -> None:
    data = b"vendor,criterion,evaluator,value\na,c1,e1,4\na,c1,e1,\nb,c2,e1,2\n"
    preview = preview_table(document.assessment, data)
    assert [str(problem) for problem in preview.problems] == [
        "row 3: the same score stands in row 2 already"
    ]
    data = b"vendor,criterion,evaluator,value\na,c1,e1,4\na,c2,e1,1\n"
    before = document.assessment
    preview = preview_table(before, data)
    there = before.score(Cell("e1", "a", "c2")).state is State.SCORED
    assert [(row.row, row.outcome) for row in preview.rows] == [
        (2, Outcome.SKIPPED), (3, Outcome.CHANGED if there else Outcome.ADDED)
    ]  # fmt: skip
    assert document.assessment is before


def test_agreed_scores_and_names_are_in_the_table(document: Document) -> None:
    scores.set_agreed_scores(document, {("a", "c1"): Score(4.5, State.SCORED)})
    data = export_scores_csv(document.assessment)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    agreed = [row for row in rows if row["state"] == "agreed"]
    assert [(row["vendor"], row["vendor_key"], row["value"]) for row in agreed] == [
        ("甲", "a", "4.5")
    ]
    text = export_json(document)
    scores.set_agreed_scores(document, {("a", "c1"): scores.BLANK})
    import_table(document, data)
    assert export_json(document) == text


def test_a_name_that_is_nearly_right_is_pointed_out(document: Document) -> None:
    vendors.describe_vendor(document, "b", "name", "深圳企赢财税有限公司")
    data = "vendor,criterion,evaluator,value\n深圳企赢财税,c1,e1,4\n".encode()
    preview = preview_table(document.assessment, data)
    assert "深圳企赢财税有限公司" in preview.problems[0].message
