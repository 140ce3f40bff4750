"""Assistive technology toggles without clicking and writes without typing: both count."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.application_fixtures import child, opened, trigger
from vendorcompare.core.scores import Cell, State
from vendorcompare.gui.assembly import Assembly
from vendorcompare.gui.pages.compare.heat_pane import HeatPane
from vendorcompare.gui.pages.compare.page import ComparePage
from vendorcompare.gui.pages.compare.vendor_chips import VendorChips
from vendorcompare.gui.pages.rubric.page import RubricPage
from vendorcompare.gui.pages.scores.page import ScoresPage
from vendorcompare.gui.pages.vendors.page import VendorsPage
from vendorcompare.gui.window.rail_button import RailButton


def test_a_page_of_the_rail(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    scores = next(
        b for b in application.window.rail.findChildren(RailButton) if b.text() == "Scores"
    )
    scores.toggle()
    assert application.window.page() == "scores"
    assert isinstance(application.window._form.pages.currentWidget(), ScoresPage)


def test_a_fact_of_the_assessment(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    child(application.window, QCheckBox, "vat").toggle()
    assert opened(application).assessment.buyer_recovers_vat
    trigger(application, "edit.undo")
    assert not opened(application).assessment.buyer_recovers_vat


def test_a_criterion_that_does_not_apply(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    application.window.show_page("scores")
    page = child(application.window, ScoresPage, "page_scores")
    assessment = opened(application).assessment
    vendor, criterion = assessment.vendors[0].key, assessment.rubric.criteria[0].key
    index = page.model.index_of(vendor, criterion)
    page.grid.go(index.row(), index.column())
    child(page, QAbstractButton, "excuse").toggle()
    given = opened(application).assessment.score(Cell("", vendor, criterion))
    assert given.state is State.NOT_APPLICABLE


def test_the_vendors_and_the_rows_of_the_charts(application: Assembly) -> None:
    trigger(application, "file.sample")
    application.window.show_page("compare")
    page = child(application.window, ComparePage, "page_compare")
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


def test_the_parts_of_the_sheet(application: Assembly) -> None:
    trigger(application, "file.sample")
    application.window.show_page("report")
    child(application.window, QCheckBox, "part_costs").toggle()
    assert "costs" in opened(application).assessment.sheet_settings.left_out


def rubric_page(application: Assembly, file: Path) -> RubricPage:
    application.documents.open(file)
    application.window.show_page("rubric")
    page = child(application.window, RubricPage, "page_rubric")
    page.select(opened(application).assessment.rubric.criteria[0].key)
    return page


def test_a_must_have(application: Assembly, file: Path) -> None:
    page = rubric_page(application, file)
    key = next(c.key for c in opened(application).assessment.rubric.criteria if c.must_have)
    page.select(key)
    page.criterion_panel.form.must.toggle()
    assert opened(application).assessment.rubric.criterion(key).must_have is None
    trigger(application, "edit.undo")
    assert opened(application).assessment.rubric.criterion(key).must_have is not None
    assert page.criterion_panel.form.must.isChecked()
    assert opened(application).history.can_redo  # what is only shown is no step


def test_a_kind_of_evidence(application: Assembly, file: Path) -> None:
    page = rubric_page(application, file)
    before = opened(application).assessment.rubric.criteria[0].evidence
    page.criterion_panel.form.evidence.box(before[0]).toggle()
    assert opened(application).assessment.rubric.criteria[0].evidence == before[1:]
    trigger(application, "edit.undo")
    assert opened(application).assessment.rubric.criteria[0].evidence == before


def test_the_library(application: Assembly, file: Path) -> None:
    page = rubric_page(application, file)
    button = child(page, QAbstractButton, "library")
    button.toggle()
    assert page.library().isVisible()
    button.toggle()
    assert page.criterion_panel.isVisible()


def write(field: QWidget, text: str) -> None:
    """Put a text into a field as a reader does, which is neither typing nor pasting."""
    QAccessible.queryAccessibleInterface(field).setText(QAccessible.Text.Value, text)


def test_facts_of_the_assessment_are_written(application: Assembly, file: Path) -> None:
    application.documents.open(file)
    write(child(application.window, QLineEdit, "assessment_title"), "Next agency")
    write(child(application.window, QLineEdit, "budget"), "1,200")
    child(application.window, QSpinBox, "horizon").setValue(24)
    assessment = opened(application).assessment
    assert assessment.title == "Next agency"
    assert assessment.budget_monthly == 1200
    assert assessment.horizon_months == 24


def test_a_criterion_is_written(application: Assembly, file: Path, qtbot: QtBot) -> None:
    form = rubric_page(application, file).criterion_panel.form
    write(form.name.first(), "Hotline")
    write(form.weight, "7")
    qtbot.waitUntil(lambda: opened(application).assessment.rubric.criteria[0].weight == 7)
    assert opened(application).assessment.rubric.criteria[0].name.en == "Hotline"


def test_a_vendor_is_written(application: Assembly, file: Path, qtbot: QtBot) -> None:
    application.documents.open(file)
    application.window.show_page("vendors")
    page = child(application.window, VendorsPage, "page_vendors")
    write(page.panel.fields["phone"], "010-1234")
    qtbot.waitUntil(lambda: opened(application).assessment.vendors[0].phone == "010-1234")


def test_who_signs_is_written(application: Assembly) -> None:
    trigger(application, "file.sample")
    application.window.show_page("report")
    write(child(application.window, QLineEdit, "prepared_by"), "Lin Jing")
    assert opened(application).assessment.sheet_settings.prepared_by == "Lin Jing"


def test_looking_at_every_page_changes_nothing(application: Assembly) -> None:
    trigger(application, "file.sample")
    for page in ("overview", "rubric", "vendors", "scores", "costs", "compare", "report"):
        application.window.show_page(page)
        application.workspace.settle()
    assert not opened(application).history.can_undo
