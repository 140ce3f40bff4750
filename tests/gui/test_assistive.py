"""Assistive technology toggles without clicking and writes without typing: both count."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.shell_fixtures import child, opened, trigger
from vendorcompare.core.scores import Cell, State
from vendorcompare.gui.compare.heat_pane import HeatPane
from vendorcompare.gui.pages.compare import ComparePage
from vendorcompare.gui.pages.rubric import RubricPage
from vendorcompare.gui.pages.scores import ScoresPage
from vendorcompare.gui.pages.vendors import VendorsPage
from vendorcompare.gui.shell import Shell
from vendorcompare.gui.widgets.rail_button import RailButton
from vendorcompare.gui.widgets.vendor_chips import VendorChips


def test_a_page_of_the_rail(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    scores = next(b for b in shell.window.rail.findChildren(RailButton) if b.text() == "Scores")
    scores.toggle()
    assert shell.window.page() == "scores"
    assert isinstance(shell.window._form.pages.currentWidget(), ScoresPage)


def test_a_fact_of_the_assessment(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    child(shell.window, QCheckBox, "vat").toggle()
    assert opened(shell).assessment.buyer_recovers_vat
    trigger(shell, "edit.undo")
    assert not opened(shell).assessment.buyer_recovers_vat


def test_a_criterion_that_does_not_apply(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    shell.window.show_page("scores")
    page = child(shell.window, ScoresPage, "page_scores")
    assessment = opened(shell).assessment
    vendor, criterion = assessment.vendors[0].key, assessment.rubric.criteria[0].key
    index = page.model.index_of(vendor, criterion)
    page.grid.go(index.row(), index.column())
    child(page, QAbstractButton, "excuse").toggle()
    given = opened(shell).assessment.score(Cell("", vendor, criterion))
    assert given.state is State.NOT_APPLICABLE


def test_the_vendors_and_the_rows_of_the_charts(shell: Shell) -> None:
    trigger(shell, "file.sample")
    shell.window.show_page("compare")
    page = child(shell.window, ComparePage, "page_compare")
    chips = page.findChild(VendorChips)
    assert chips is not None
    before = chips.chosen()
    told: list[list[str]] = []
    chips.chosen_changed.connect(told.append)
    chips.chips()[0].toggle()
    assert told == [chips.chosen()]
    assert chips.chosen() != before
    heat = page.findChild(HeatPane)
    assert heat is not None
    page.tabs().setCurrentWidget(heat)
    rows = heat.table.model().rowCount()
    heat._all.toggle()
    assert heat.table.model().rowCount() > rows


def test_the_parts_of_the_sheet(shell: Shell) -> None:
    trigger(shell, "file.sample")
    shell.window.show_page("report")
    child(shell.window, QCheckBox, "part_costs").toggle()
    assert opened(shell).assessment.sheet_settings.left_out == ("costs",)


def rubric_page(shell: Shell, file: Path) -> RubricPage:
    shell.documents.open(file)
    shell.window.show_page("rubric")
    page = child(shell.window, RubricPage, "page_rubric")
    page.select(opened(shell).assessment.rubric.criteria[0].key)
    return page


def test_a_must_have(shell: Shell, file: Path) -> None:
    page = rubric_page(shell, file)
    key = next(c.key for c in opened(shell).assessment.rubric.criteria if c.must_have)
    page.select(key)
    page.criterion_panel.form.must.toggle()
    assert opened(shell).assessment.rubric.criterion(key).must_have is None
    trigger(shell, "edit.undo")
    assert opened(shell).assessment.rubric.criterion(key).must_have is not None
    assert page.criterion_panel.form.must.isChecked()
    assert opened(shell).history.can_redo  # what is only shown is no step


def test_a_kind_of_evidence(shell: Shell, file: Path) -> None:
    page = rubric_page(shell, file)
    before = opened(shell).assessment.rubric.criteria[0].evidence
    page.criterion_panel.form.evidence.box(before[0]).toggle()
    assert opened(shell).assessment.rubric.criteria[0].evidence == before[1:]
    trigger(shell, "edit.undo")
    assert opened(shell).assessment.rubric.criteria[0].evidence == before


def test_the_library(shell: Shell, file: Path) -> None:
    page = rubric_page(shell, file)
    button = child(page, QAbstractButton, "library")
    button.toggle()
    assert page.library().isVisible()
    button.toggle()
    assert page.criterion_panel.isVisible()


def write(field: QWidget, text: str) -> None:
    """Put a text into a field as a reader does, which is neither typing nor pasting."""
    QAccessible.queryAccessibleInterface(field).setText(QAccessible.Text.Value, text)


def test_facts_of_the_assessment_are_written(shell: Shell, file: Path) -> None:
    shell.documents.open(file)
    write(child(shell.window, QLineEdit, "assessment_title"), "Next agency")
    write(child(shell.window, QLineEdit, "budget"), "1,200")
    child(shell.window, QSpinBox, "horizon").setValue(24)
    assessment = opened(shell).assessment
    assert assessment.title == "Next agency"
    assert assessment.budget_monthly == 1200
    assert assessment.horizon_months == 24


def test_a_criterion_is_written(shell: Shell, file: Path, qtbot: QtBot) -> None:
    form = rubric_page(shell, file).criterion_panel.form
    write(form.name.first(), "Hotline")
    write(form.weight, "7")
    qtbot.waitUntil(lambda: opened(shell).assessment.rubric.criteria[0].weight == 7)
    assert opened(shell).assessment.rubric.criteria[0].name.en == "Hotline"


def test_a_vendor_is_written(shell: Shell, file: Path, qtbot: QtBot) -> None:
    shell.documents.open(file)
    shell.window.show_page("vendors")
    page = child(shell.window, VendorsPage, "page_vendors")
    write(page.panel.fields["phone"], "010-1234")
    qtbot.waitUntil(lambda: opened(shell).assessment.vendors[0].phone == "010-1234")


def test_who_signs_is_written(shell: Shell) -> None:
    trigger(shell, "file.sample")
    shell.window.show_page("report")
    write(child(shell.window, QLineEdit, "prepared_by"), "Lin Jing")
    assert opened(shell).assessment.sheet_settings.prepared_by == "Lin Jing"


def test_looking_at_every_page_changes_nothing(shell: Shell) -> None:
    trigger(shell, "file.sample")
    for page in ("overview", "rubric", "vendors", "scores", "costs", "compare", "report"):
        shell.window.show_page(page)
        shell.workspace.settle()
    assert not opened(shell).history.can_undo
