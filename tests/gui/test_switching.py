"""Two clients' documents, one after the other: nothing of the one reaches the other.

Both hold the same keys, as copies do, so that whatever is left over would find its place. In the
first, something is being typed or chosen on a page; then the second comes, in every way in which
a document can come. What was typed is asked about and goes into the first, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from tests.document.samples import example
from tests.gui.application_fixtures import child, on_dialog, opened, press, trigger
from tests.gui.files.test_documents import crash
from tests.gui.pages.costs import acting as costs
from tests.gui.pages.report.report_page import choose
from vendorcompare.core.rubric import Tier
from vendorcompare.document.document import Document
from vendorcompare.document.edits import project
from vendorcompare.document.exchange import export_json
from vendorcompare.document.viewing import viewing
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.fields.bilingual_edit import BilingualEdit
from vendorcompare.gui.files import creation
from vendorcompare.gui.files.other_window import Call, CallListener
from vendorcompare.gui.pages import detail_panel
from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.pages.costs.page import CostsPage
from vendorcompare.gui.pages.report.page import ReportPage
from vendorcompare.gui.pages.rubric.page import RubricPage
from vendorcompare.gui.pages.rubric.rubric_model import Column
from vendorcompare.gui.pages.scores import score_panel
from vendorcompare.gui.pages.scores.page import ScoresPage
from vendorcompare.gui.pages.vendors.page import VendorsPage

Key = Qt.Key
MINE: Final = "of client Q"
PAUSE: Final = 20  # milliseconds of a typing pause here, so that each can be waited for


def content(source: Any) -> Any:
    """Return all that a document holds, to be compared."""
    return json.loads(export_json(source))


def in_file(path: Path) -> Any:
    with viewing(path) as file:
        return content(file)


@dataclass
class Stage:
    """Hold the application, the files of two clients, and what the second is to hold."""

    application: Assembly
    first: Path
    second: Path
    expected: Any
    answer: str = "save"  # to whether changes are to be saved

    def page(self, kind: type[QWidget]) -> Any:
        found = self.application.window.findChild(kind)
        assert found is not None
        return found

    def field(self, kind: type[Any], name: str) -> Any:
        return child(self.application.window, kind, name)


@pytest.fixture
def stage(application: Assembly, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr(detail_panel, "PAUSE", PAUSE)
    monkeypatch.setattr(score_panel, "_TYPING_PAUSE", PAUSE)
    first = written(tmp_path / "Q.vcmp", buyer="Q Ltd", horizon_months=36, note="Q's secret",
                    buyer_recovers_vat=True, title="Payroll")  # fmt: skip
    second = written(tmp_path / "P.vcmp", buyer="P Ltd", horizon_months=12, note="")
    stage = Stage(application, first, second, in_file(second))
    monkeypatch.setattr(application.problems, "ask", lambda *_args, **_more: stage.answer)
    return stage


def written(path: Path, **facts: Any) -> Path:
    document = example()
    project.describe(document, **facts)
    document.save(path)
    document.close()
    return path


# ways in which the second document comes


def by_menu(stage: Stage) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage.application.chooser, "to_open", lambda *_: stage.second)
        trigger(stage.application, "file.open")


def by_new(stage: Stage) -> None:
    create = creation.create

    def noted(wishes: creation.Wishes) -> Document:
        made = create(wishes)
        stage.expected = content(made)
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(creation, "create", noted)
        wishes = creation.Wishes("bookkeeping-communication", Tier.QUICK, "en", vendors=("New Co",))
        stage.application.documents.create(wishes)


def by_recovery(stage: Stage) -> None:
    crashed = Document.open(stage.second)
    project.describe(crashed, buyer="P, not saved")
    stage.expected = content(crashed)
    crash(crashed)
    on_dialog(press("Recover the edits"))
    stage.application.versions.look_for_leftovers()


def by_drop(stage: Stage) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(stage.second))])
    held, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    dropped = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, held)
    stage.application.window.dropEvent(dropped)


def by_double_click(stage: Stage) -> None:
    stage.application.commands.take_file(stage.second)  # as the desktop's event has it


def by_second_start(stage: Stage) -> None:
    """Start once more with the file that is open, which calls its window, then the other."""
    listener = CallListener(stage.application.workspace, stage.application.window)
    call = Call(opened(stage.application).session)
    answers: list[bool] = []
    call.answered.connect(answers.append)
    call.call()
    while not answers:
        QTest.qWait(1)
    assert answers == [True]
    listener.deleteLater()
    stage.application.commands.take_file(stage.second)


WAYS: Final = (by_menu, by_new, by_recovery, by_drop, by_double_click, by_second_start)


# what is being done to the first document


def type_over(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def overview_title(stage: Stage) -> None:
    type_over(stage.field(QLineEdit, "assessment_title"), MINE)


def overview_horizon(stage: Stage) -> None:
    type_over(stage.field(QSpinBox, "horizon"), "48")


def overview_vat(stage: Stage) -> None:
    stage.field(QCheckBox, "vat").click()


def overview_note(stage: Stage) -> None:
    type_over(stage.field(QPlainTextEdit, "note"), MINE)


def overview_untouched(stage: Stage) -> None:
    stage.field(QLineEdit, "buyer").setFocus()


def overview_refused(stage: Stage) -> None:
    type_over(stage.field(QLineEdit, "start"), "next week")


def rubric_name(stage: Stage) -> None:
    page = stage.page(RubricPage)
    page.select("c1")
    field = page.criterion_panel.form.name
    assert isinstance(field, BilingualEdit)
    type_over(field.first(), MINE)


def rubric_dimension(stage: Stage) -> None:
    page = stage.page(RubricPage)
    page.select("d1")
    type_over(page.dimension_panel.form.name.first(), MINE)


def rubric_cell(stage: Stage) -> None:
    page = stage.page(RubricPage)
    page.tree.edit(page.model.index_of("c1", Column.WEIGHT))
    type_over(page.tree.findChild(QLineEdit), "7")


def rubric_library(stage: Stage) -> None:
    page = stage.page(RubricPage)
    page.open_library()
    panel = page.library()
    branch = panel.filter.index(0, 0, panel.filter.index(0, 0))
    panel.filter.setData(branch, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert panel.model.picks()


def vendors_profile(stage: Stage) -> None:
    page = stage.page(VendorsPage)
    page.select("a")
    type_over(page.panel.form.pros, MINE)


def vendors_cell(stage: Stage) -> None:
    page = stage.page(VendorsPage)
    page.select("a")
    page.actions_by_name["rename"].trigger()
    type_over(page.table.findChild(QLineEdit), MINE)


def vendors_new(stage: Stage) -> None:
    type_over(stage.page(VendorsPage)._form.new_name, MINE)


def scores_cell(stage: Stage) -> None:
    type_score(stage, "5")


def scores_refused(stage: Stage) -> None:
    type_score(stage, "99")


def type_score(stage: Stage, text: str) -> None:
    page = stage.page(ScoresPage)
    index = page.model.index_of("a", "c1")
    page.grid.go(index.row(), index.column())
    QTest.keyClicks(page.grid, text[0])
    if text[1:]:
        QTest.keyClicks(page.grid.editor(), text[1:])


def scores_note(stage: Stage) -> None:
    page = stage.page(ScoresPage)
    index = page.model.index_of("a", "c1")
    page.grid.go(index.row(), index.column())
    QTest.qWait(1)
    page.panel.write_note()
    type_over(page.panel._form.note, MINE)


def scores_evaluator(stage: Stage) -> None:
    chooser = stage.page(ScoresPage)._form.chooser
    chooser.ask_new()
    QTest.keyClicks(chooser._name, MINE)


def costs_fee(stage: Stage) -> None:
    type_in_sheet(stage, "fees", 0, 0, MINE)


def costs_refused(stage: Stage) -> None:
    type_in_sheet(stage, "fees", 0, 1, "a lot")


def costs_volume(stage: Stage) -> None:
    type_in_sheet(stage, "volumes", 0, 2, "111")


def type_in_sheet(stage: Stage, name: str, row: int, column: int, text: str) -> None:
    view = costs.opened(stage.page(CostsPage), name)
    view.go(row, column)
    view.start_typing(text)


def compare_trial(stage: Stage) -> None:
    page = stage.page(ComparePage)
    QTest.keyClick(page.sliders().slider("d1"), Key.Key_End)


def report_name(stage: Stage) -> None:
    type_over(stage.field(QLineEdit, "prepared_by"), MINE)


def report_choice(stage: Stage) -> None:
    choose(stage.page(ReportPage), "paper", "Letter")


#: What is begun, on which page, and whether it becomes part of the first document.
PENDING: Final[tuple[tuple[str, Callable[[Stage], None], bool], ...]] = (
    ("overview", overview_title, True),
    ("overview", overview_horizon, True),
    ("overview", overview_vat, True),
    ("overview", overview_note, True),
    ("overview", overview_untouched, False),
    ("overview", overview_refused, False),
    ("rubric", rubric_name, True),
    ("rubric", rubric_dimension, True),
    ("rubric", rubric_cell, True),
    ("rubric", rubric_library, False),
    ("vendors", vendors_profile, True),
    ("vendors", vendors_cell, True),
    ("vendors", vendors_new, False),
    ("scores", scores_cell, True),
    ("scores", scores_refused, False),
    ("scores", scores_note, True),
    ("scores", scores_evaluator, False),
    ("costs", costs_fee, True),
    ("costs", costs_refused, False),
    ("costs", costs_volume, True),
    ("compare", compare_trial, False),
    ("report", report_name, True),
    ("report", report_choice, True),
)


@pytest.mark.parametrize(
    ("page", "begin", "is_kept"), PENDING, ids=[p[1].__name__ for p in PENDING]
)
def test_nothing_crosses_when_another_document_comes(
    stage: Stage, page: str, begin: Callable[[Stage], None], is_kept: bool
) -> None:
    application, whole = stage.application, stage.first.read_bytes()
    mine = in_file(stage.first)
    for way in WAYS:
        stage.answer = "discard"
        application.documents.close()
        stage.answer = "save"
        stage.first.write_bytes(whole)
        stage.expected = in_file(stage.second)
        application.documents.open(stage.first)
        application.window.show_page(page)
        begin(stage)
        way(stage)
        second = opened(application)
        assert second.path != stage.first, way.__name__
        QTest.qWait(PAUSE * 2)
        application.workspace.settle()
        assert content(second) == stage.expected, way.__name__
        assert not second.history.can_undo, way.__name__
        assert (in_file(stage.first) != mine) == is_kept, way.__name__
