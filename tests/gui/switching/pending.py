"""What is being typed or chosen in a document when another one comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from tests.gui.pages.costs import acting as costs
from tests.gui.pages.report.report_page import choose
from tests.gui.switching.ways import Stage
from vendorcompare.gui.fields.bilingual_edit import BilingualEdit
from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.pages.costs.page import CostsPage
from vendorcompare.gui.pages.report.page import ReportPage
from vendorcompare.gui.pages.rubric.page import RubricPage
from vendorcompare.gui.pages.rubric.rubric_model import RubricColumn
from vendorcompare.gui.pages.scores.page import ScoresPage
from vendorcompare.gui.pages.vendors.page import VendorsPage

Key = Qt.Key
MINE: Final = "of client Q"


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
    page.tree.edit(page.model.index_of("c1", RubricColumn.WEIGHT))
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
    type_in_grid(stage, "fees", 0, 0, MINE)


def costs_refused(stage: Stage) -> None:
    type_in_grid(stage, "fees", 0, 1, "a lot")


def costs_volume(stage: Stage) -> None:
    type_in_grid(stage, "volumes", 0, 2, "111")


def type_in_grid(stage: Stage, name: str, row: int, column: int, text: str) -> None:
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
