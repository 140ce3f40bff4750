"""The grid of fees, used like a spreadsheet."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.pages.costs.acting import fee, line_named, type_in
from vendorcompare.core.assessment import Billing, Nature, Scenario
from vendorcompare.core.costs import cost_report
from vendorcompare.document.document import Document
from vendorcompare.document.exchange import export_file
from vendorcompare.gui.grid.choice_editor import ChoiceEditor
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.pages.costs.page import CostsPage
from vendorcompare.gui.workspace import Workspace

D = Decimal
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
AMOUNT, BILLED, VOLUME, KIND, CREDIT, STEP, VAT = 1, 2, 3, 5, 7, 11, 12


def test_typing_an_amount_changes_the_fee_and_the_answer(
    fees: RecordGrid, page: CostsPage, document: Document, qtbot: QtBot
) -> None:
    type_in(fees, 0, AMOUNT, "１，５００．５０")
    assert fee(document, "a1").amount == D("1500.50")
    assert fees.currentIndex().row() == 1, "Enter goes down"
    qtbot.waitUntil(lambda: page._form.headline.text().startswith("Behind"))
    document.undo()
    assert fee(document, "a1").amount == D(300)
    qtbot.waitUntil(lambda: page._form.headline.text().startswith("Ahead"))


def test_percent_is_typed_with_and_without_its_sign(fees: RecordGrid, document: Document) -> None:
    type_in(fees, 0, STEP, "5%", Key.Key_Tab)
    assert fee(document, "a1").escalation == D("0.05")
    assert fees.currentIndex().column() == VAT, "Tab goes right"
    type_in(fees, 0, VAT, "6")
    assert fee(document, "a1").vat_rate == D("0.06")
    assert fees.model().index(0, VAT).data() == "6%"


def test_what_is_not_understood_stays_and_is_explained(
    fees: RecordGrid, document: Document
) -> None:
    type_in(fees, 0, AMOUNT, "dear")
    editor = fees.editor()
    assert editor is not None
    assert editor.text() == "dear"
    assert "not an amount" in fees.hint.text()
    assert fee(document, "a1").amount == D(300)
    QTest.keyClick(editor, Key.Key_Escape)
    assert fees.model().index(0, AMOUNT).data() == "300"


def test_a_kind_is_chosen_by_typing_its_beginning(fees: RecordGrid, document: Document) -> None:
    type_in(fees, 0, BILLED, "quart")
    assert fee(document, "a1").billing is Billing.QUARTERLY
    type_in(fees, 0, KIND, "可能")
    assert fee(document, "a1").nature is Nature.POSSIBLE


def test_a_kind_is_chosen_from_the_list_by_keys(
    fees: RecordGrid, document: Document, qtbot: QtBot
) -> None:
    fees.go(0, BILLED)
    QTest.keyClick(fees, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    editor = fees.editor()
    assert isinstance(editor, ChoiceEditor)
    popup = editor.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    for _ in range(5):
        QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert fee(document, "a1").billing is Billing.YEARLY


def test_a_fee_by_volume_takes_the_only_volume(fees: RecordGrid, document: Document) -> None:
    type_in(fees, 0, BILLED, "per unit")
    assert fee(document, "a1").driver == "vouchers"
    assert fees.model().index(0, VOLUME).data() == "Vouchers"


def test_the_blank_row_begins_a_fee_of_its_vendor(fees: RecordGrid, document: Document) -> None:
    assert fees.model().index(2, 0).data() == "Add a fee..."
    type_in(fees, 2, 0, "Ledgers", Key.Key_Tab)
    made = line_named(document, "Ledgers")
    assert made.vendor == document.assessment.vendors[0].key
    assert (fees.currentIndex().row(), fees.currentIndex().column()) == (2, AMOUNT)
    type_in(fees, 2, AMOUNT, "120")
    assert line_named(document, "Ledgers").amount == D(120)
    assert fees.model().index(3, 0).data() == "Add a fee..."


def test_the_button_begins_a_fee(page: CostsPage, fees: RecordGrid, document: Document) -> None:
    fees.go(3, 0)
    QTest.mouseClick(page._form.add, Qt.MouseButton.LeftButton)
    editor = fees.editor()
    assert editor is not None
    QTest.keyClicks(editor, "Visits")
    QTest.keyClick(editor, Key.Key_Return)
    assert line_named(document, "Visits").vendor == document.assessment.vendors[1].key


def test_a_block_from_a_spreadsheet_becomes_fees_of_one_vendor(
    fees: RecordGrid, document: Document
) -> None:
    before = len(document.assessment.cost_lines)
    QGuiApplication.clipboard().setText(
        "Monthly fee\t350\tMonthly\r\nSettlement\t1,200\t每年\r\nLedgers\twhatever\tyearly\r\n"
    )
    fees.go(1, 0)
    QTest.keyClick(fees, Key.Key_V, CTRL)
    a = document.assessment.vendors[0].key
    own = document.assessment.lines_of(a)
    assert [line.label for line in own] == ["Monthly fee", "Monthly fee", "Settlement", "Ledgers"]
    assert own[2].amount == D(1200)
    assert own[2].billing is Billing.YEARLY
    assert own[3].amount is None, "what is not understood is left out, the rest is not"
    assert fee(document, "b1").amount == D(400)
    document.undo()
    assert len(document.assessment.cost_lines) == before


def test_a_discount_is_set_and_taken_back_in_the_grid(
    fees: RecordGrid, document: Document, tmp_path: Path
) -> None:
    def total() -> Decimal | None:
        costs = cost_report(document.assessment).vendors[document.assessment.vendors[0].key]
        return costs.tco[Scenario.LIKELY]

    monthly, once = D(300) * 36, D(200)
    assert total() == monthly + once
    type_in(fees, 1, CREDIT, "是")
    assert fee(document, "a2").credit
    assert fees.model().index(1, AMOUNT).data() == "−200"
    assert total() == monthly - once
    export_file(document, tmp_path / "kept.json")
    (kept,) = [
        each
        for each in json.loads((tmp_path / "kept.json").read_text("utf-8"))["costs"]
        if each["key"] == "a2"
    ]
    assert (kept["amount"], kept["credit"]) == ("200", True)
    type_in(fees, 1, CREDIT, "No")
    assert not fee(document, "a2").credit
    assert total() == monthly + once
    type_in(fees, 1, AMOUNT, "优惠 200")
    assert total() == monthly - once
    type_in(fees, 1, CREDIT, "")
    assert total() == monthly + once


def test_copied_cells_paste_into_others(fees: RecordGrid, document: Document) -> None:
    fees.go(0, AMOUNT)
    QTest.keyClick(fees, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "300\n"
    fees.go(3, AMOUNT)
    QTest.keyClick(fees, Key.Key_V, CTRL)
    assert fee(document, "b1").amount == D(300)


def test_delete_empties_cells_and_deletes_whole_rows(
    page: CostsPage, fees: RecordGrid, document: Document, workspace: Workspace, qtbot: QtBot
) -> None:
    fees.go(0, AMOUNT)
    QTest.keyClick(fees, Key.Key_Delete)
    assert fee(document, "a1").amount is None
    fees.go(0, 0)
    fees.go(0, fees.model().columnCount() - 1, extend=True)
    with qtbot.waitSignal(workspace.noticed) as noticed:
        QTest.keyClick(fees, Key.Key_Delete)
    assert noticed.args == ["1 fee was deleted.", True]
    assert "a1" not in {line.key for line in document.assessment.cost_lines}
    document.undo()
    assert fee(document, "a1").amount is None


def test_a_fee_is_given_to_every_vendor_once(
    page: CostsPage, fees: RecordGrid, document: Document
) -> None:
    fees.go(1, 0)
    QTest.mouseClick(page._form.add_all, Qt.MouseButton.LeftButton)
    same = [line for line in document.assessment.cost_lines if line.label == "Set-up"]
    assert len({line.vendor for line in same}) == len(same) == 3
    document.undo()
    assert len(document.assessment.cost_lines) == 3


def test_duplicate_and_fill_down(page: CostsPage, fees: RecordGrid, document: Document) -> None:
    fees.go(0, 0)
    QTest.mouseClick(page._form.duplicate, Qt.MouseButton.LeftButton)
    a = document.assessment.vendors[0].key
    assert [line.label for line in document.assessment.lines_of(a)][-1] == "Monthly fee"
    fees.go(0, VAT)
    type_in(fees, 0, VAT, "6%")
    fees.go(0, VAT)
    fees.go(2, VAT, extend=True)
    fees.setFocus()
    QTest.keyClick(fees, Key.Key_D, CTRL)
    assert {line.vat_rate for line in document.assessment.lines_of(a)} == {D("0.06")}


def test_the_chooser_shows_the_fees_of_one_vendor(page: CostsPage, fees: RecordGrid) -> None:
    assert fees.model().rowCount() == 6
    page._form.vendor.setFocus()
    QTest.keyClick(page._form.vendor, Key.Key_Down)
    assert fees.model().rowCount() == 3


def test_ctrl_tab_leaves_the_table(page: CostsPage, fees: RecordGrid) -> None:
    fees.go(0, 0)
    QTest.keyClick(fees, Key.Key_Tab, CTRL)
    assert QApplication.focusWidget() is not fees


def test_a_pending_entry_is_committed_before_saving(
    fees: RecordGrid, workspace: Workspace, document: Document
) -> None:
    fees.go(0, AMOUNT)
    QTest.keyClicks(fees, "7")
    editor = fees.editor()
    assert editor is not None
    QTest.keyClicks(editor, "50")
    workspace.settle()
    assert fee(document, "a1").amount == D(750)


def test_a_message_is_pasted_as_the_fees_that_it_names(
    fees: RecordGrid, document: Document
) -> None:
    before = document.assessment.cost_lines
    QGuiApplication.clipboard().setText(
        "您好，报价如下：\n1、代理记账：1.2万/年\n2、外勤：150元/次\n3、地址挂靠：面议\n"
    )
    fees.go(2, 0)
    QTest.keyClick(fees, Key.Key_V, CTRL)
    made = [line for line in document.assessment.cost_lines if line not in before]
    assert [line.label for line in made] == ["代理记账", "外勤", "地址挂靠"]
    assert [line.amount for line in made] == [D(12000), D(150), None]
    assert fees.model().index(4, AMOUNT).data() == "no price", "an open price is seen to be open"
    assert made[1].driver is None, "visits are not the volume of vouchers"
    assert fees.model().index(3, 0).data() == "外勤 (not counted)"
    document.undo()
    assert document.assessment.cost_lines == before
