"""The overview: what it says stands below each other, and covers nothing."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.page_fixtures import shown
from vendorcompare.core.rubric import Measure
from vendorcompare.core.scores import Cell, Score, State
from vendorcompare.document import sample
from vendorcompare.document.edits import scores, vendors
from vendorcompare.gui.pages.overview.page import OverviewPage
from vendorcompare.gui.workspace import Workspace


def test_a_caution_takes_its_lines_and_no_more(qtbot: QtBot, workspace: Workspace) -> None:
    document = sample.open_sample()
    page = shown(qtbot, OverviewPage(workspace), document)
    given = document.assessment
    rated = next(c.key for c in given.rubric.criteria if c.measure is Measure.RATING)
    vendor = given.vendors[0].key
    for evaluator, value in zip(given.evaluators, (1.0, 5.0, 5.0), strict=False):
        scores.set_scores(
            document, {Cell(evaluator.key, vendor, rated): Score(value, State.SCORED)}
        )
    QTest.qWait(50)
    cautions = page._reservations
    assert cautions.sentences()
    assert cautions.height() == cautions.heightForWidth(cautions.width())
    assert page._bars.geometry().top() > cautions.geometry().bottom()
    assert page._form.todo_label.geometry().top() > page._bars.geometry().bottom()
    document.close()


def test_of_many_vendors_the_first_are_named_and_the_others_counted(
    qtbot: QtBot, workspace: Workspace
) -> None:
    document = sample.open_sample()
    page = shown(qtbot, OverviewPage(workspace), document)
    vendors.add_vendors(document, ["Aye", "Bee", "Cee", "Dee"])
    QTest.qWait(50)
    # the price of one of the sample is missing, and no fee of the four is entered
    said = [row._button.accessibleDescription() for row in page._rows]
    assert "Prices missing: 省心快账 Shengxin Express, Aye, Bee and 2 more vendors" in said
    document.close()
