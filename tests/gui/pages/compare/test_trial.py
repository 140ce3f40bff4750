from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from pytestqt.qtbot import QtBot

from tests.gui.pages.compare.acting import (
    LEADER,
    SECOND,
    THIRD,
    drag,
    press,
)
from vendorcompare.core.scores import Cell
from vendorcompare.document.document import Document
from vendorcompare.document.edits import rubric as rubric_edits
from vendorcompare.document.edits import scores, vendors
from vendorcompare.document.sample import open_sample
from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.workspace import Workspace


class Paints(QObject):
    """Count how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_a_slider_tries_weights_without_touching_the_document(
    page: ComparePage, document: Document, qtbot: QtBot
) -> None:
    before = document.assessment
    drag(qtbot, page, "d14")
    assert document.assessment is before
    assert not document.history.can_undo
    assert page._form.notice_bar.isVisible()
    assert "not saved" in page._form.trial_text.text()
    press(page, "reset_button")
    assert not page._form.notice_bar.isVisible()
    assert page._shown is page.workspace.evaluation()


def test_keeping_weights_is_one_step_that_can_be_undone(
    page: ComparePage, document: Document, qtbot: QtBot
) -> None:
    before = [d.weight for d in document.assessment.rubric.dimensions]
    drag(qtbot, page, "d1", Qt.Key.Key_Home)
    tried = page._shown
    assert tried is not None
    press(page, "keep_button")
    kept = [d.weight for d in document.assessment.rubric.dimensions]
    assert kept == [0.0, *before[1:]]
    qtbot.waitUntil(lambda: not page._form.notice_bar.isVisible())
    assert page.workspace.evaluation().scores == pytest.approx(tried.scores)
    document.undo()
    assert [d.weight for d in document.assessment.rubric.dimensions] == before
    assert not document.history.can_undo


def test_all_sliders_at_zero_mean_equal_weights(page: ComparePage, qtbot: QtBot) -> None:
    for dimension in page.workspace.assessment.rubric.dimensions:
        drag(qtbot, page, dimension.key, Qt.Key.Key_Home)
    assert page._shown is not None
    assert page._shown.shares.dimensions.tolist() == pytest.approx([1 / 8] * 8)


def test_a_trial_survives_a_score_but_not_another_document(
    page: ComparePage, document: Document, workspace: Workspace, qtbot: QtBot
) -> None:
    drag(qtbot, page, "d14")
    tried = dict(page._form.weights.overrides())
    criterion = document.assessment.rubric.criteria[0].key
    with qtbot.waitSignal(workspace.computed):
        vendors.describe_vendor(document, LEADER, "name", "Renamed")
        scores.set_scores(document, {Cell("", LEADER, criterion): scores.NOT_APPLICABLE})
    assert page._form.weights.overrides() == tried
    assert "Renamed" in [row.name for row in page._form.ranking.ranking().rows()]
    other = open_sample()
    workspace.open(other)
    assert not page._form.weights.overrides()
    assert not page._form.notice_bar.isVisible()
    workspace.open(None)
    other.close()


def test_many_moves_are_drawn_once(page: ComparePage, qtbot: QtBot) -> None:
    drag(qtbot, page, "d1", Qt.Key.Key_Right)
    qtbot.wait(20)
    paints = Paints()
    page._form.ranking.viewport().installEventFilter(paints)
    slider = page.sliders().slider("d1")
    with qtbot.waitSignal(page._form.weights.tried):
        for value in range(100, 200):
            slider.setValue(value)
    qtbot.waitUntil(lambda: paints.count > 0)
    qtbot.wait(50)
    assert paints.count <= 3


def test_weights_changed_elsewhere_end_the_trial(
    page: ComparePage, document: Document, qtbot: QtBot, workspace: Workspace
) -> None:
    drag(qtbot, page, "d14")
    with qtbot.waitSignal(workspace.computed):
        rubric_edits.set_weights(document, {"d2": 50.0})
    assert not page._form.weights.overrides()
    assert not page._form.notice_bar.isVisible()
    assert page._shown is workspace.evaluation()


def test_the_radar_keeps_its_vendors_while_weights_are_tried(
    page: ComparePage, qtbot: QtBot
) -> None:
    for dimension in ("d1", "d2", "d5"):
        drag(qtbot, page, dimension, Qt.Key.Key_Home)
    radar = page._form.radar
    assert radar.chips.chosen() == [LEADER, SECOND, THIRD]
    press(page, "keep_button")
    evaluation = page.workspace.evaluation()
    best = {row.vendor for row in evaluation.rows[:3]}
    qtbot.waitUntil(lambda: set(radar.chips.chosen()) == best)


def test_the_numbers_follow_a_trial_and_every_vendor_keeps_its_row(
    page: ComparePage, qtbot: QtBot
) -> None:
    page._form.tabs.setCurrentIndex(2)
    model = page._form.numbers.model
    vendors_before = [model.vendor(row) for row in range(model.rowCount())]
    drag(qtbot, page, "d14")
    assert [model.vendor(row) for row in range(model.rowCount())] == vendors_before
    assert page._shown is not None
    figure = page._shown.standing(LEADER).score
    assert model.looks(model.row_of(LEADER), 1, 2)[0].text == f"{figure:.1f}"
