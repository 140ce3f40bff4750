"""The Costs page, used the way its users do; what counts is what the document says then."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pages.costs.acting import fee, opened, type_in
from vendorcompare.core.assessment import Billing, CostLine, Disclosure, Nature, Scenario
from vendorcompare.document.document import Document
from vendorcompare.document.edits import costs as edits
from vendorcompare.document.edits import vendors
from vendorcompare.gui import translator
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.pages.costs.page import CostsPage
from vendorcompare.gui.workspace import Workspace

D = Decimal
Key = Qt.Key
BILLED, VOLUME = 2, 3


def bar(page: CostsPage, row: int) -> str:
    return str(page._form.bars.model().index(row, 0).data())


def test_all_models_keep_the_rules_of_qt(page: CostsPage) -> None:
    for view in ("fees", "extras", "volumes", "figures", "bars"):
        model = getattr(page._form, view).model()
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)


def test_the_page_opens_on_its_answer(page: CostsPage) -> None:
    assert page._form.headline.text() == (
        "Ahead is the cheapest over 36 months: CNY 11,000, which is 3,400 less than Behind."
    )
    assert any("Cloudy: no prices entered" in words for words in page._form.caution.sentences())


def test_a_fee_without_its_volume_is_flagged_and_the_rest_is_computed(
    page: CostsPage, fees: RecordGrid, document: Document, qtbot: QtBot
) -> None:
    a = document.assessment.vendors[0].key
    edits.put_cost_lines(
        document, [CostLine("a9", a, "Overage", billing=Billing.PER_UNIT, amount=D(3))]
    )
    row = page._grids.fees.row_of("a9")
    assert fees.model().index(row, VOLUME).data() == "choose one"
    fees.go(row, 0)
    assert "no volume is chosen" in page._form.fee_hint.text()
    qtbot.waitUntil(lambda: page._form.headline.text().startswith("Behind costs"))
    page._form.tabs.setCurrentWidget(page._form.results_tab)
    assert any("Ahead: from " in words for words in page._form.caution.sentences())
    type_in(opened(page, "fees"), row, VOLUME, "Vouchers")
    assert fee(document, "a9").driver == "vouchers"
    qtbot.waitUntil(lambda: page._form.headline.text().startswith("Behind is the cheapest"))


def test_the_scenario_switches_bars_and_figures(
    page: CostsPage, document: Document, qtbot: QtBot
) -> None:
    a = document.assessment.vendors[0].key
    edits.put_cost_lines(
        document,
        [CostLine("a9", a, "Over", Nature.VARIABLE, Billing.PER_UNIT, D(2), "vouchers", D(100))],
    )
    qtbot.wait(20)
    assert bar(page, 0).startswith("Ahead: CNY 11,000")
    page._form.high.click()
    assert page._results._scenario is Scenario.HIGH
    assert "Ahead: CNY 18,200" in bar(page, 1)
    said = page._form.crossings.sentences()
    assert said == ["Vouchers: below 148 Ahead is cheaper, from 148 on Behind is cheaper."]
    cautions = page._form.caution.sentences()
    assert "With the likely volumes Ahead would be the cheapest." in cautions


def test_another_language_is_spoken_without_a_document_too(page: CostsPage) -> None:
    page.workspace.open(None)
    page.retranslate()
    page.workspace.open(example := Document.create())
    assert page._form.fees.columnWidth(0) >= 220
    example.close()


def test_a_vendor_without_prices_is_never_zero(page: CostsPage) -> None:
    figures = page._form.figures.model()
    assert bar(page, 2) == "Cloudy: no prices yet."
    row = {figures.index(2, column).data() for column in range(figures.columnCount() - 1)}
    assert row == {"–"}


def test_many_vendors_without_prices_take_one_line(
    page: CostsPage, document: Document, qtbot: QtBot
) -> None:
    vendors.add_vendors(document, ["Dim", "Early", "Far"])
    qtbot.waitUntil(lambda: "Dim" in " ".join(page._form.caution.sentences()))
    said = [each for each in page._form.caution.sentences() if "prices" in each]
    caution = page._form.caution
    assert caution.height() == caution.heightForWidth(caution.width())
    assert said == ["No prices entered yet: Cloudy, Dim, Early and 1 more vendor."]


def test_a_total_that_misses_a_price_says_at_least_in_the_table_too(
    page: CostsPage, document: Document, qtbot: QtBot
) -> None:
    def cells(vendor: str) -> dict[str, str]:
        model = page._form.figures.model()
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        rows = range(model.rowCount())
        row = next(r for r in rows if model.headerData(r, down) == vendor)
        return {
            str(model.headerData(c, across)).replace("\n", " "): model.index(row, c).data()
            for c in range(model.columnCount())
        }

    a = document.assessment.vendors[0].key
    assert cells("Ahead")["Total likely"] == "11,000"
    edits.put_cost_lines(document, [CostLine("a9", a, "Errands")])
    qtbot.waitUntil(lambda: cells("Ahead")["Total likely"] != "11,000")
    shown = cells("Ahead")
    assert {shown[f"Total {each}"] for each in ("low", "likely", "high")} == {"≥ 11,000"}
    assert shown["Present value"].startswith("≥ ")
    assert shown["One-off"] == "200", "a part of the bill is what it is"
    assert cells("Behind")["Total likely"] == "14,400"


def test_an_extra_is_answered_by_typing(page: CostsPage, document: Document) -> None:
    view = opened(page, "extras")
    row = page._grids.extras.row_of("settlement")
    type_in(view, row, 0, "800")
    made = next(line for line in document.assessment.cost_lines if line.catalogue == "settlement")
    assert (made.amount, made.billing) == (D(800), Billing.YEARLY)
    type_in(view, row, 1, "included")
    type_in(view, row, 2, "refused")
    answers = {
        line.vendor: (line.amount, line.disclosure)
        for line in document.assessment.cost_lines
        if line.catalogue == "settlement"
    }
    keys = [vendor.key for vendor in document.assessment.vendors]
    assert answers[keys[1]] == (D(0), Disclosure.QUOTED)
    assert answers[keys[2]] == (None, Disclosure.REFUSED)
    view.go(row, 2)
    QTest.keyClick(view, Key.Key_Delete)
    assert keys[2] not in {
        line.vendor for line in document.assessment.cost_lines if line.catalogue == "settlement"
    }
    document.undo()
    assert view.model().index(row, 2).data() == "Refused"


def test_volumes_are_added_changed_and_kept_while_used(
    page: CostsPage, document: Document, workspace: Workspace
) -> None:
    view = opened(page, "volumes")
    type_in(view, 1, 0, "Hours", Key.Key_Tab)
    type_in(view, 1, 2, "12")
    hours = document.assessment.drivers[1]
    assert (hours.low, hours.likely, hours.high) == (D(12), D(12), D(12))
    type_in(view, 1, 1, "20")  # more than the likely one
    assert "between" in view.hint.text()
    editor = view.editor()
    assert editor is not None
    QTest.keyClick(editor, Key.Key_Escape)
    assert document.assessment.drivers[1] == hours
    type_in(view, 1, 3, "30")
    type_in(view, 1, 2, "25")
    type_in(view, 1, 1, "20")
    view.go(1, 1)
    hours = document.assessment.drivers[1]
    assert (hours.low, hours.likely, hours.high) == (D(20), D(25), D(30))
    a = document.assessment.vendors[0].key
    edits.put_cost_lines(
        document, [CostLine("a9", a, "Visits", billing=Billing.HOURLY, driver=hours.key)]
    )
    refused: list[object] = []
    workspace.refused.connect(refused.append)
    page._form.remove_volume.click()
    assert len(refused) == 1
    assert len(document.assessment.drivers) == 2
    document.undo()
    view.go(1, 0)
    page._form.remove_volume.click()
    assert len(document.assessment.drivers) == 1


def test_everything_speaks_chinese_after_a_switch(
    page: CostsPage, qapp: QApplication, qtbot: QtBot
) -> None:
    translator.switch_language(qapp, "zh")
    try:
        qtbot.waitUntil(lambda: "最低" in page._form.headline.text())
        assert page._form.fees.model().index(0, BILLED).data() == "每月"
    finally:
        translator.switch_language(qapp, "en")


def test_an_empty_assessment_says_where_to_begin(qtbot: QtBot, workspace: Workspace) -> None:
    empty = Document.create()
    workspace.open(empty)
    page = CostsPage(workspace)
    qtbot.addWidget(page)
    page.show()
    assert page._form.stack.currentWidget() is page._empty
    with qtbot.waitSignal(workspace.page_wanted) as wanted:
        page._empty.action_requested.emit()
    assert wanted.args == ["vendors"]
    vendors.add_vendor(empty, "First")
    page._empty.action_requested.emit()
    editor = page._form.fees.editor()
    assert editor is not None
    QTest.keyClicks(editor, "Monthly fee")
    QTest.keyClick(editor, Key.Key_Return)
    assert [line.label for line in empty.assessment.cost_lines] == ["Monthly fee"]
    workspace.open(None)
    empty.close()


def test_nothing_can_be_typed_into_a_document_that_is_only_read(
    page: CostsPage, document: Document, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(Document, "read_only", property(lambda _document: "Locked by somebody."))
    page.show_document()
    view = opened(page, "fees")
    assert view.model().rowCount() == 3, "no blank rows"
    view.go(0, 1)
    with qtbot.waitSignal(page.workspace.refused) as refused:
        QTest.keyClicks(view, "9")
    assert "Locked by somebody." in refused.args[0].message
    assert not page._form.add.isEnabled()
