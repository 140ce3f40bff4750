from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.pages.compare.acting import (
    EXCLUDED,
    LEADER,
    SECOND,
    THIRD,
    axes,
    ranked,
    remark,
    shown,
)
from vendorcompare.core.rubric import Criterion, Dimension, Measure, MustHave, Rubric
from vendorcompare.core.scores import SELECTION, Cell, Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.document import Document
from vendorcompare.document.edits import rubric as rubric_edits
from vendorcompare.document.edits import scores, vendors
from vendorcompare.gui import translator
from vendorcompare.gui.grid import clipboard
from vendorcompare.gui.look.empty_state import EmptyState
from vendorcompare.gui.pages.compare.comparison import differences, rivals
from vendorcompare.gui.pages.compare.numbers_model import NumbersModel
from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.workspace import Workspace

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_headline_is_the_verdict(page: ComparePage, workspace: Workspace) -> None:
    assert page._form.headline.text() == workspace.evaluation().verdict.sentence("en")


def test_the_excluded_stand_last_with_the_reason_in_words(page: ComparePage) -> None:
    assert ranked(page) == [LEADER, SECOND, THIRD, EXCLUDED]
    assert remark(page, EXCLUDED) == "Excluded: fails Urgent contact"
    assert "not confirmed" in remark(page, THIRD)
    assert remark(page, LEADER) == "98% scored, 77% tested"


def test_equal_vendors_are_told_apart_without_a_leader(page: ComparePage) -> None:
    document = page.workspace.document
    assert document is not None
    twin = vendors.add_vendor(document, "Twin")
    given = {
        Cell(evaluator.key, twin, criterion.key): score
        for evaluator in document.assessment.evaluators
        for criterion in document.assessment.rubric.criteria
        if (score := document.assessment.score(Cell(evaluator.key, LEADER, criterion.key))).state
    }
    scores.set_scores(document, given)
    page.show_figures()
    page._form.ranking.set_vendor(twin)
    QTest.keyClick(page._form.ranking, Qt.Key.Key_Home)
    assert "apart" in page._form.why_title.text()
    assert page._form.why_text.text().startswith("Both have the same score.")


def test_an_arrow_key_chooses_a_vendor_everywhere(page: ComparePage) -> None:
    form = page._form
    form.ranking.set_vendor(LEADER)
    QTest.keyClick(form.ranking, Qt.Key.Key_Down)
    QTest.keyClick(form.ranking, Qt.Key.Key_Down)
    assert form.radar.view.charts()[0]._highlight == THIRD
    assert "Shengxin" in form.why_title.text()
    form.tabs.setCurrentIndex(1)
    assert form.heat.table.currentIndex().column() == 2
    form.tabs.setCurrentIndex(2)
    assert form.numbers.table.currentIndex().row() == 2


def test_the_radar_shows_the_three_best_and_the_chosen_one(page: ComparePage) -> None:
    assert page._form.radar.chips.chosen() == [LEADER, SECOND, THIRD]
    page._choose(EXCLUDED)
    assert page._form.radar.chips.chosen() == [LEADER, SECOND, EXCLUDED]


def test_a_fourth_vendor_turns_the_overlay_into_small_charts(page: ComparePage) -> None:
    radar = page._form.radar
    assert len(radar.view.charts()) == 1
    QTest.keyClick(radar.chips.chips()[3], Qt.Key.Key_Space)
    assert len(radar.view.charts()) == 4
    radar.best.click()
    assert len(radar.view.charts()) == 1
    assert radar.summary().startswith("明账财税 Mingzhang: Channels 8")


def test_what_speaks_for_either_sums_to_the_difference(
    workspace: Workspace, page: ComparePage
) -> None:
    evaluation = workspace.evaluation()
    pair = rivals(evaluation, THIRD)
    assert pair is not None
    first, second = pair
    assert (first.vendor, second.vendor) == (LEADER, THIRD)
    found = differences(evaluation, first, second)
    assert first.score is not None
    assert second.score is not None
    assert sum(d.points for d in found) == pytest.approx(first.score - second.score)
    assert [abs(d.points) for d in found] == sorted((abs(d.points) for d in found), reverse=True)


def test_a_criterion_without_value_does_not_hide_the_answer(
    page: ComparePage, document: Document, qtbot: QtBot, workspace: Workspace
) -> None:
    before = [row.rank for row in workspace.evaluation().rows]
    with qtbot.waitSignal(workspace.computed):
        rubric_edits.add_criterion(
            document, "d1", Criterion("", Text.same("Price R&D <b>"), Measure.MONEY)
        )
    assert page._form.stack.currentWidget() is page._form.content
    assert [row.rank for row in workspace.evaluation().rows] == before


@pytest.mark.parametrize("missing", ["rubric", "vendors", "scores"])
def test_an_empty_page_says_what_to_do_first(
    qtbot: QtBot, workspace: Workspace, missing: str
) -> None:
    document = Document.create()
    if missing != "rubric":
        _two_dimensions(document)
    if missing == "scores":
        vendors.add_vendor(document, "Acme")
    workspace.open(document)
    page = shown(qtbot, workspace)
    state = page._form.stack.currentWidget()
    assert isinstance(state, EmptyState)
    with qtbot.waitSignal(workspace.page_wanted) as asked:
        state.findChildren(QPushButton)[0].click()
    assert asked.args == [missing]
    workspace.open(None)
    document.close()


def test_two_dimensions_are_dots_and_an_unscored_vendor_is_listed(
    qtbot: QtBot, workspace: Workspace
) -> None:
    document = Document.create()
    _two_dimensions(document)
    first, second = (vendors.add_vendor(document, name) for name in ("Acme", "Beta"))
    scores.set_scores(document, {Cell("", first, "c0"): Score(4.0, State.SCORED)})
    workspace.open(document)
    page = shown(qtbot, workspace)
    radar = page._form.radar
    assert radar._charts.currentWidget() is radar.dots
    assert radar.summary().startswith("D0: Acme 75")
    assert remark(page, second) == "Nothing scored yet"
    assert "second vendor" in page._form.why_text.text()
    workspace.open(None)
    document.close()


def test_groups_open_and_close(qtbot: QtBot, workspace: Workspace) -> None:
    document = Document.create()
    groups = [Text.same(f"G{i // 4}") for i in range(12)]
    dimensions = [
        Dimension(f"d{i}", Text.same(f"D{i}"), criteria=(Criterion(f"c{i}", Text.same(f"C{i}")),),
                  group=group)
        for i, group in enumerate(groups)
    ]  # fmt: skip
    with document.change("rubric") as recorder:
        rubric_edits.put_rubric(recorder, SELECTION, Rubric(tuple(dimensions)))
    vendor = vendors.add_vendor(document, "Acme")
    scores.set_scores(
        document, {Cell("", vendor, f"c{i}"): Score(3.0, State.SCORED) for i in range(12)}
    )
    workspace.open(document)
    page = shown(qtbot, workspace)
    radar = page._form.radar
    assert radar._axes is not None
    assert radar._axes.grouped
    canvas = radar.view.canvas()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert axes(page) == ("d4", "d5", "d6", "d7")
    radar.back.click()
    assert len(axes(page)) == 3
    workspace.open(None)
    document.close()


def test_a_row_of_the_heat_map_opens_to_its_criteria(page: ComparePage) -> None:
    page._form.tabs.setCurrentIndex(1)
    heat = page._form.heat
    table = heat.table
    count = table.table().rowCount()
    table.setCurrentIndex(table.table().index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    criteria = page.workspace.assessment.rubric.dimensions[1].criteria
    assert table.table().rowCount() == count + len(criteria)
    assert table.table().row_names[2] == criteria[0].name.get("en")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.table().rowCount() == count
    assert len(heat.summary().splitlines()) == count


def test_the_numbers_are_copied_with_their_heads(page: ComparePage) -> None:
    page._form.tabs.setCurrentIndex(2)
    table = page._form.numbers.table
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    block = clipboard.read(QGuiApplication.clipboard().text())
    assert block[0][:3] == ["Vendor", "Rank", "Points"]
    assert block[1][:3] == ["明账财税 Mingzhang", "1", "83.3"]
    assert block[4][1] == ""
    assert len(block) == 5
    table.clearSelection()
    table.setCurrentIndex(table.model().index(1, 1))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "81.4"


def test_the_models_are_sound(page: ComparePage, workspace: Workspace) -> None:
    model = NumbersModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_evaluation(workspace.evaluation())
    model.set_evaluation(workspace.prepared().evaluate({"d1": 0.0}))
    QAbstractItemModelTester(page._form.why.model(), STRICT)
    QAbstractItemModelTester(page._form.heat.table.model(), STRICT)
    page._form.tabs.setCurrentIndex(1)
    assert tester.model() is model


def test_every_control_has_a_name_and_a_place_in_the_tab_order(page: ComparePage) -> None:
    page._weights_button.setChecked(True)
    form = page._form
    for part in (form.ranking, form.why, form.heat.table, form.numbers.table, form.radar.chips):
        assert part.accessibleName()
    for name in ("keep_button", "reset_button"):
        button = page.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        assert button.text()


def test_every_chart_is_said_in_words(page: ComparePage, qtbot: QtBot) -> None:
    form = page._form
    qtbot.waitUntil(lambda: "points" in form.why.accessibleDescription())
    assert form.ranking.accessibleDescription() == form.headline.text()
    form.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Channels: " in form.heat.table.accessibleDescription())
    qtbot.waitUntil(lambda: "Channels" in form.radar.view.canvas().accessibleDescription())


def test_it_speaks_chinese_at_once(page: ComparePage, qapp: QApplication, qtbot: QtBot) -> None:
    translator.switch_language(qapp, "zh")
    try:
        qtbot.waitUntil(lambda: page._form.tabs.tabText(0) == "雷达图(&R)")
        assert "居首" in page._form.headline.text()
        assert remark(page, EXCLUDED).startswith("已排除，未达到")
        assert page.sliders().slider("d1").accessibleName() == "“沟通渠道”的权重"
    finally:
        translator.switch_language(qapp, "en")


def _two_dimensions(document: Document) -> None:
    dimensions = tuple(
        Dimension(f"d{i}", Text.same(f"D{i}"), criteria=(_criterion(i),)) for i in range(2)
    )
    with document.change("rubric") as recorder:
        rubric_edits.put_rubric(recorder, SELECTION, Rubric(dimensions))


def _criterion(number: int) -> Criterion:
    must_have = MustHave(at_least=2.0) if number == 1 else None
    return Criterion(f"c{number}", Text.same(f"C{number}"), must_have=must_have)
