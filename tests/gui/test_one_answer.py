"""Window, paper and command line say the same of the cheapest, and why others are not it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.page_fixtures import shown
from tests.reports import samples
from tests.reports.papers import Paper, squeezed
from vendorcompare.cli.app import run
from vendorcompare.core.assessment import Billing, CostLine
from vendorcompare.core.rubric import Criterion, Measure, MustHave
from vendorcompare.core.scores import Cell, Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import costs, rubric, scores, vendors
from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.pages.costs.page import CostsPage
from vendorcompare.gui.pages.overview.page import OverviewPage
from vendorcompare.gui.workspace import Workspace

FEES = {"Banned": "100", "Open": "150", "Plain": "200", "Dear": "300"}


@pytest.fixture
def document() -> Document:
    """Make four vendors: the cheapest fails a must-have, the next one's total is incomplete."""
    made = Document.create()
    licence = Criterion("", Text.same("Licence"), Measure.BOOLEAN, must_have=MustHave())
    held = rubric.add_criterion(made, rubric.add_dimension(made, "All"), licence)
    for name, amount in FEES.items():
        key = vendors.add_vendor(made, name)
        answer = Score(0.0 if name == "Banned" else 1.0, State.SCORED)
        scores.set_scores(made, {Cell("", key, held): answer})
        line = CostLine(f"{key}1", key, "Monthly", amount=Decimal(amount), catalogue="base")
        costs.put_cost_lines(made, [line])
        if name == "Open":
            asked = CostLine(f"{key}2", key, "Handover", billing=Billing.ONCE)
            costs.put_cost_lines(made, [asked])
    return made


def test_the_cheapest_is_the_same_everywhere(
    qtbot: QtBot,
    workspace: Workspace,
    document: Document,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    document.save(tmp_path / "a.vcmp")
    workspace.open(document)
    page = shown(qtbot, CostsPage(workspace), document)
    sentences = [page._form.headline.text(), *page._form.caution.sentences()]
    # 200 × 36 = 7,200, 300 × 36 = 10,800; 100 × 36 = 3,600 and 150 × 36 = 5,400 cannot be it
    assert sentences == [
        "Plain is the cheapest over 36 months: CNY 7,200, which is 3,600 less than Dear.",
        "Banned: would cost 3,600, but is excluded: fails Licence.",
        "Open: from 5,400; 1 price missing: Handover.",
    ]
    capsys.readouterr()
    assert run(["costs", str(tmp_path / "a.vcmp")], lambda _files: 1) == 0
    printed = capsys.readouterr().out
    first = squeezed(Paper(document.assessment, samples.options(language="en")).pages[0])
    for sentence in sentences:
        assert sentence in printed
        assert squeezed(sentence) in first


def test_what_speaks_against_the_scores_is_said_on_every_page(
    qtbot: QtBot,
    workspace: Workspace,
    document: Document,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    criterion = rubric.add_criterion(
        document, document.assessment.rubric.dimensions[0].key, Criterion("", Text.same("Manners"))
    )
    for name, given in (("Ann", 1.0), ("Ben", 5.0)):
        cell = Cell(
            vendors.add_evaluator(document, name), document.assessment.vendors[2].key, criterion
        )
        scores.set_scores(document, {cell: Score(given, State.SCORED)})
    said = "The evaluators differ widely on 1 criterion: Manners."
    document.save(tmp_path / "a.vcmp")
    workspace.open(document)
    for made in (ComparePage(workspace), OverviewPage(workspace)):
        page = shown(qtbot, made, document)
        assert page._reservations.sentences() == [said]
    assert run(["rank", str(tmp_path / "a.vcmp")], lambda _files: 1) == 0
    assert said in capsys.readouterr().out
    assert squeezed(said) in Paper(document.assessment, samples.options(language="en")).letters
