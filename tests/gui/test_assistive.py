"""Assistive technology toggles buttons without clicking them: that counts all the same."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QCheckBox

from tests.gui.shell_fixtures import child, opened, trigger
from vendorcompare.core.scores import Cell, State
from vendorcompare.gui.compare.heat_pane import HeatPane
from vendorcompare.gui.pages.compare import ComparePage
from vendorcompare.gui.pages.scores import ScoresPage
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
