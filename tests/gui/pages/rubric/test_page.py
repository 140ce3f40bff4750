"""The rubric page: weights, anchors, the library, and what goes with a criterion."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.page_fixtures import shown, type_into
from vendorcompare.core.rubric import Measure, MustHave
from vendorcompare.core.scores import Cell, State
from vendorcompare.document.document import Document
from vendorcompare.gui import translator
from vendorcompare.gui.fields.bilingual_edit import BilingualEdit
from vendorcompare.gui.pages.rubric.page import RubricPage
from vendorcompare.gui.pages.rubric.rubric_model import RubricColumn
from vendorcompare.gui.workspace import Workspace
from vendorcompare.storage.library.templates import templates

Key = Qt.Key


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, document: Document) -> RubricPage:
    return shown(qtbot, RubricPage(workspace), document)


def heard(page: RubricPage) -> list[str]:
    said: list[str] = []
    page.workspace.noticed.connect(lambda words, _undo: said.append(words))
    return said


def type_keys(text: str, end: Qt.Key | None = None) -> None:
    for character in text:
        QTest.keyClicks(the_focus(), character)
    if end is not None:
        QTest.keyClick(the_focus(), end)


def words_in(field: BilingualEdit) -> str:
    first = field.first()
    assert isinstance(first, QLineEdit)
    return first.text()


def name_of(document: Document, key: str) -> str:
    return document.assessment.rubric.criterion(key).name.en


def anchors_of(document: Document) -> tuple[tuple[float, float], ...]:
    return document.assessment.rubric.criterion("c2").anchors


def the_focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def write(field: QWidget, text: str) -> None:
    field.setFocus()
    if isinstance(field, QLineEdit):
        field.selectAll()
    type_into(field, text)


def test_the_models_keep_what_they_promise(page: RubricPage) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(page.model, mode),
        QAbstractItemModelTester(page.library().model, mode),
        QAbstractItemModelTester(page.library().filter, mode),
        QAbstractItemModelTester(page.criterion_panel.form.anchors.model, mode),
    ]
    page.library().form.search.setText("微信")
    page.library().search()
    page.select("c2")
    page.commands.add_criterion()
    page.commands.delete()
    assert testers


def test_a_figure_is_a_weight_and_enter_goes_down(page: RubricPage, document: Document) -> None:
    page.select("c1")
    page.tree.setFocus()
    type_keys("2", Key.Key_Enter)
    type_keys("6", Key.Key_Enter)
    assert document.assessment.rubric.criterion("c1").weight == 2
    assert document.assessment.rubric.criterion("c2").weight == 6
    assert page.model.index_of("c1", RubricColumn.SHARE).data() == "22.2"  # words take no share


def test_what_is_no_weight_stays_to_be_mended(page: RubricPage, document: Document) -> None:
    page.select("c1")
    page.tree.setFocus()
    type_keys("3x", Key.Key_Enter)
    assert "not a number" in page.tree.hint.text()
    assert document.assessment.rubric.criterion("c1").weight == 1
    type_keys("4", Key.Key_Enter)  # the text is selected, so that it can be typed over
    assert not page.tree.hint.text()
    assert document.assessment.rubric.criterion("c1").weight == 4


def test_looking_changes_nothing(page: RubricPage, document: Document) -> None:
    for key in ("c1", "c2", "c3", "c4", "d1"):
        page.select(key)
        page.workspace.settle()
    assert not document.history.can_undo


def test_a_name_is_kept_while_it_is_typed(
    page: RubricPage, document: Document, qtbot: QtBot
) -> None:
    page.select("c1")
    write(page.criterion_panel.form.name.first(), "Tone")
    qtbot.waitUntil(lambda: document.assessment.rubric.criterion("c1").name.en == "Tone")
    assert document.assessment.rubric.criterion("c1").name.zh == "态度"
    QTest.keyClicks(page.criterion_panel.form.name.first(), "!")
    page.workspace.undo()
    assert name_of(document, "c1") == "Manner"
    assert words_in(page.criterion_panel.form.name) == "Manner"


def test_both_languages_can_be_seen(page: RubricPage, document: Document) -> None:
    page.select("c1")
    page.criterion_panel.form.two_languages.click()
    form = page.criterion_panel.form
    write(form.name.field("zh"), "语气")
    page.workspace.settle()
    name = document.assessment.rubric.criterion("c1").name
    assert (name.zh, name.en) == ("语气", "Manner")
    page.select("d1")
    assert page.dimension_panel.form.name.field("zh").isVisible()


def test_anchors_are_typed_from_cell_to_cell(
    page: RubricPage, document: Document, qtbot: QtBot
) -> None:
    page.select("c2")
    table = page.criterion_panel.form.anchors
    model = table.model
    assert model.setData(model.index(2, 0), "30")
    assert len(anchors_of(document)) == 2  # half a row is none
    assert model.setData(model.index(2, 1), "60")
    anchors = anchors_of(document)
    assert list(anchors) == [(2, 1), (30, 0.6), (60, 0)]
    assert not model.setData(model.index(1, 1), "101")
    assert not model.setData(model.index(3, 0), "30")
    assert anchors_of(document) == anchors
    table.view.setFocus()
    table.view.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(table.view, Key.Key_Delete)
    assert len(anchors_of(document)) == 2


def test_an_anchor_is_added_by_keys(page: RubricPage, document: Document, qtbot: QtBot) -> None:
    page.select("c2")
    view = page.criterion_panel.form.anchors.view
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 0))
    type_keys("120", Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    type_keys("0", Key.Key_Return)
    assert document.assessment.rubric.criterion("c2").anchors[-1] == (120, 0)


def test_what_is_missing_is_said(page: RubricPage) -> None:
    page.select("c2")
    form = page.criterion_panel.form
    form.anchors.model.delete({0, 1})
    assert "no anchors" in form.missing.text()
    assert form.missing.isVisible()
    assert not form.curve.isVisible()


def test_levels_are_described(page: RubricPage, document: Document) -> None:
    page.select("c1")
    write(page.criterion_panel.form.levels.field(5).first(), "answers at once")
    page.workspace.settle()
    criterion = document.assessment.rubric.criterion("c1")
    assert criterion.level(5).en == "answers at once"
    assert criterion.level(1).zh == "差"


def test_another_measure_tells_what_it_cleared(page: RubricPage, document: Document) -> None:
    said = heard(page)
    page.select("c1")
    combo = page.criterion_panel.form.measure
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_Down)
    assert document.assessment.rubric.criterion("c1").measure is Measure.BOOLEAN
    assert said[0].startswith("1 score did not fit")
    page.workspace.undo()
    assert document.assessment.score(Cell("e1", "a", "c1")).value == 4


def test_the_scale_waits_until_it_is_typed(page: RubricPage, document: Document) -> None:
    page.select("c1")
    form = page.criterion_panel.form
    write(form.high, "10")
    assert document.assessment.rubric.criterion("c1").scale == (1, 5)
    QTest.keyClick(form.high, Key.Key_Return)
    assert document.assessment.rubric.criterion("c1").scale == (1, 10)
    write(form.high, "0")
    QTest.keyClick(form.high, Key.Key_Return)
    assert form.scale_problem.isVisible()
    assert document.assessment.score(Cell("e1", "a", "c1")).state is State.SCORED


def test_a_must_have_needs_a_limit(page: RubricPage, document: Document) -> None:
    page.select("c1")
    form = page.criterion_panel.form
    form.must.click()
    assert form.must_problem.isVisible()
    assert document.assessment.rubric.criterion("c1").must_have is None
    write(form.at_least, "3")
    page.workspace.settle()
    assert document.assessment.rubric.criterion("c1").must_have == MustHave(at_least=3)
    assert not form.must_problem.isVisible()


def test_evidence_is_chosen(page: RubricPage, document: Document) -> None:
    page.select("c1")
    choice = page.criterion_panel.form.evidence
    choice.unfold.click()
    choice.box("log").click()
    assert document.assessment.rubric.criterion("c1").evidence == ("log",)


def test_a_criterion_is_made_moved_and_deleted(
    page: RubricPage, document: Document, qtbot: QtBot
) -> None:
    said = heard(page)
    page.select("c4")
    page._form.add_criterion.click()
    first = page.criterion_panel.form.name.first()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClicks(first, "Mine")
    page.workspace.settle()
    new = document.assessment.rubric.criteria[-1]
    assert new.name.en == new.name.zh == "Mine"
    page.tree.setFocus()
    QTest.keyClick(page.tree, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert document.assessment.rubric.criteria[-1].key == "c4"
    page.select("c1")
    page.tree.setFocus()
    QTest.keyClick(page.tree, Key.Key_Delete)
    assert said[-1] == 'Deleted "Manner" with 2 scores.'
    page.workspace.undo()
    assert document.assessment.score(Cell("e1", "a", "c1")).value == 4


def test_hidden_criteria_are_counted(page: RubricPage, document: Document) -> None:
    page.select("c1")
    page.commands.hide()
    assert "1 does not count" in page._form.total.text()
    page.commands.spread()
    assert sum(c.weight for c in document.assessment.rubric.criteria) == pytest.approx(100)
    assert document.assessment.rubric.criterion("c1").weight == 0
    assert not page._form.spread.isEnabled()


def test_the_library_adds_several_at_once(page: RubricPage, document: Document) -> None:
    page._form.library.click()
    panel = page.library()
    assert panel.filter.headerData(0, Qt.Orientation.Horizontal) == "Dimension and criterion"
    panel.form.search.setText("微信")
    panel.search()
    found = panel.filter
    template = found.index(0, 0)
    assert template.isValid()
    dimension = found.index(0, 0, template)
    assert found.setData(dimension, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    picks = panel.model.picks()
    panel.form.add.click()
    names = {c.name for c in document.assessment.rubric.criteria}
    assert picks
    assert {criterion.name for _template, criterion in picks} <= names
    assert not panel.model.picks()
    assert document.history.undo_label == "Add from library"
    page.workspace.undo()
    assert len(document.assessment.rubric.criteria) == 4


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_library_is_searched_checked_and_added_by_keys(
    page: RubricPage, document: Document, qtbot: QtBot, key: Qt.Key
) -> None:
    page._form.library.click()
    panel = page.library()
    before = len(document.assessment.rubric.criteria)
    panel.form.search.setFocus()
    panel.form.search.setText("微信")  # as an input method does
    QTest.keyClick(panel.form.search, Qt.Key.Key_Return)
    tree = panel.form.tree
    qtbot.waitUntil(tree.hasFocus)
    for _step in range(2):  # past the template and the dimension, which stand for several
        QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, key)
    assert len(panel.model.picks()) == 1
    panel.form.add.setFocus()
    QTest.keyClick(panel.form.add, Qt.Key.Key_Space)
    assert len(document.assessment.rubric.criteria) == before + 1


def test_an_empty_rubric_begins_with_a_template(page: RubricPage, qtbot: QtBot) -> None:
    fresh = Document.create()
    page.workspace.open(fresh)
    first = templates()[0]
    page._choice.cards[first.id].click()
    assert len(fresh.assessment.rubric.criteria) == 21
    assert page.tree.isVisible()
    page.workspace.undo()
    assert page._choice.isVisible()
    page._choice.own.click()
    assert len(fresh.assessment.rubric.dimensions) == 1
    page.workspace.open(None)
    fresh.close()


def test_tab_goes_down_the_panel(page: RubricPage, qtbot: QtBot) -> None:
    page.select("c1")
    form = page.criterion_panel.form
    form.name.first().setFocus()
    stops = [form.hint.first(), form.weight, form.measure, form.direction, form.low, form.high]
    for stop in [*stops, *(field.first() for field in form.levels.fields()), form.must]:
        QTest.keyClick(the_focus(), Key.Key_Tab)
        assert the_focus() is stop


def test_the_language_switches(page: RubricPage, qapp: QApplication) -> None:
    page.select("c1")
    translator.switch_language(qapp, "zh")
    assert page.model.index_of("c1").data() == "态度"
    assert words_in(page.criterion_panel.form.name) == "态度"
    translator.switch_language(qapp, "en")
