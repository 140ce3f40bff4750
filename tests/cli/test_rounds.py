"""Commands answer for the round that is being decided."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Command
from vendorcompare.core.scores import Cell, Score, State
from vendorcompare.document.document import Document
from vendorcompare.document.edits.rounds import begin_round
from vendorcompare.document.edits.scores import set_score


def test_the_round_that_is_decided_is_ranked_and_printed(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    before = command("rank", sample, "--json").json["ranking"]
    assert sum(row["coverage"] > 0 for row in before) > 1
    with closing(Document.open(sample)) as document:
        begin_round(document, "2027 H1")
        given = document.assessment
        person, criterion = given.evaluators[-1].key, given.rubric.criteria[0]
        cell = Cell(person, given.vendors[-1].key, criterion.key)
        set_score(document, cell, Score(criterion.scale[1], State.SCORED))
        document.save()
    after = command("rank", sample, "--json").json["ranking"]
    assert [row["vendor"] for row in after if row["coverage"] > 0] == [cell.vendor]
    assert command("check", sample).status == 0
    assert command("report", sample, tmp_path / "a.pdf").status == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    copy = tmp_path / "copy.vcmp"
    command("export", sample, tmp_path / "a.json")
    assert command("import", copy, tmp_path / "a.json").status == 0
    assert command("rank", copy, "--json").json["ranking"] == after


def test_a_score_of_an_unknown_round_is_a_mistake(
    command: Command, sample: Path, tmp_path: Path
) -> None:
    table = tmp_path / "a.csv"
    table.write_text("vendor,criterion,evaluator,value,round\nx,y,z,1,later\n", "utf-8")
    ran = command("import", sample, table)
    assert ran.status == 1
    assert 'there is no round "later"' in ran.err
