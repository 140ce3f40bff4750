"""What is not understood in a grid of costs: kept, marked, listed, mended."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.pages.costs.acting import fee, line_named, opened, type_in
from vendorcompare.core.assessment import Billing, Disclosure
from vendorcompare.core.costs import cost_report
from vendorcompare.document.document import Document
from vendorcompare.document.edits import vendors
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.pages.costs.page import CostsPage
from vendorcompare.gui.workspace import Workspace

D = Decimal
Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
AMOUNT, BILLED, DISCLOSURE, VAT = 1, 2, 6, 12


def paste(view: RecordGrid, row: int, column: int, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    view.setFocus()
    view.go(row, column)
    QTest.keyClick(view, Key.Key_V, CTRL)


def blank(fees: RecordGrid, page: CostsPage, vendor: int) -> int:
    document = page.workspace.document
    assert document is not None
    return page._grids.fees.row_of(("new", document.assessment.vendors[vendor].key))


def test_a_refused_cell_keeps_its_text_and_its_fee_does_not_count(
    page: CostsPage, fees: RecordGrid, document: Document
) -> None:
    paste(fees, blank(fees, page, 0), 0, "外勤\t100\t看情况给\n")
    made = line_named(document, "外勤")
    assert made.unread == (("billing", "看情况给"),)
    row = page._grids.fees.row_of(made.key)
    model = fees.model()
    assert model.index(row, BILLED).data() == "看情况给"
    assert model.index(row, 0).data() == "外勤 (not counted)"
    assert model.index(row, 0).data(Qt.ItemDataRole.DecorationRole) is not None
    costs = cost_report(document.assessment).vendors
    assert not costs[document.assessment.vendors[0].key].complete
    fees.go(row, BILLED)
    QTest.keyClick(fees, Key.Key_F2)
    editor = fees.editor()
    assert editor is not None
    assert editor.text() == "看情况给", "what was typed can be mended"
    editor.setText("按次")
    QTest.keyClick(editor, Key.Key_Return)
    assert line_named(document, "外勤").unread == ()
    assert line_named(document, "外勤").billing is Billing.PER_EVENT


def test_all_refusals_are_listed_and_found_after_saving(
    page: CostsPage, fees: RecordGrid, document: Document, tmp_path: Path
) -> None:
    lines = "".join(f"Fee {n}\tsome\tmonthly\n" for n in range(6))
    paste(fees, blank(fees, page, 1), 0, lines)
    listed = page._form.refusals
    assert listed.isVisible()
    assert [each.place for each in listed.refusals()] == [
        f"Behind, Fee {n}, Amount" for n in range(6)
    ]
    listed.copy()
    assert QGuiApplication.clipboard().text().count("\n") == 6
    document.save(tmp_path / "kept.vcmp")
    page.workspace.open(None)
    document.close()
    again = Document.open(tmp_path / "kept.vcmp")
    page.workspace.open(again)
    assert len(page._form.refusals.refusals()) == 6
    fees.go(0, 0)
    QTest.keyClick(fees, Key.Key_F8)
    place = fees.currentIndex()
    assert (place.column(), place.data()) == (AMOUNT, "some")
    page.workspace.open(None)
    again.close()


@pytest.mark.parametrize("text", ["$100", "US$ 100", "100 USD"])
def test_another_currency_is_not_taken(
    page: CostsPage, fees: RecordGrid, document: Document, text: str
) -> None:
    paste(fees, blank(fees, page, 0), 0, f"记账费\t{text}\t每月\n")
    made = line_named(document, "记账费")
    assert made.amount is None
    assert made.unread == (("amount", text),)


def test_a_rate_below_one_is_asked_inline(fees: RecordGrid, document: Document) -> None:
    fees.go(0, VAT)
    QTest.keyClicks(fees, "0")
    editor = fees.editor()
    assert editor is not None
    editor.setText("0.06")
    QTest.keyClick(editor, Key.Key_Return)
    assert fee(document, "a1").vat_rate is None
    offers = {b.text(): b for b in fees.hint.findChildren(QPushButton) if b.isVisible()}
    assert set(offers) == {"0.06%", "6%"}
    QTest.mouseClick(offers["6%"], Qt.MouseButton.LeftButton)
    assert fee(document, "a1").vat_rate == D("0.06")


def test_a_volume_that_is_not_understood_is_not_begun(page: CostsPage, document: Document) -> None:
    view = opened(page, "volumes")
    paste(view, 1, 0, "Visits\t1\ta few\t9\nCalls\t1\t2\t3\n")
    assert [each.name.en for each in document.assessment.drivers] == ["Vouchers", "Calls"]
    (refused,) = page._form.refusals.refusals()
    assert (refused.place, refused.text) == ("Visits, Likely", "a few")


def test_a_quotation_with_its_heads_becomes_fees(
    page: CostsPage, fees: RecordGrid, document: Document
) -> None:
    text = "服务项目\t收费标准\t付款方式\n建账费\t免费\t一次性\n汇算清缴\t800元/年\t年付\n"
    paste(fees, 0, 0, text)
    assert line_named(document, "建账费").amount == 0
    settled = line_named(document, "汇算清缴")
    assert (settled.amount, settled.billing) == (D(800), Billing.YEARLY)
    assert fee(document, "a1").label == "Monthly fee", "nothing was written over"


def test_copied_with_heads_fees_are_changed_and_not_added(
    page: CostsPage, fees: RecordGrid, document: Document
) -> None:
    fees.go(0, 0)
    fees.go(3, BILLED, extend=True)
    QTest.keyClick(fees, Key.Key_C, CTRL | SHIFT)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("\tFee\tAmount, CNY\tBilled\nAhead\tMonthly fee\t300\tMonthly\n")
    paste(fees, 0, 0, copied.replace("\t300\t", "\t350\t").replace("\t400\t", "\t450\t"))
    assert (fee(document, "a1").amount, fee(document, "b1").amount) == (D(350), D(450))
    assert len(document.assessment.cost_lines) == 3


def test_a_fee_for_every_vendor_asks_for_its_price(
    page: CostsPage, fees: RecordGrid, document: Document
) -> None:
    fees.go(0, 0)
    type_in(fees, 1, 0, "Set-up fee")
    fees.go(1, 0)
    QTest.mouseClick(page._form.add_all, Qt.MouseButton.LeftButton)
    first, *others = [x for x in document.assessment.cost_lines if x.label == "Set-up fee"]
    assert first.amount == D(200)
    assert len(others) == 2
    assert {(x.amount, x.disclosure) for x in others} == {(None, Disclosure.NOT_MENTIONED)}


def test_an_overage_among_the_extras_asks_for_the_free_units(
    page: CostsPage, document: Document
) -> None:
    view = opened(page, "extras")
    row = page._grids.extras.row_of("overage")
    type_in(view, row, 0, "3")
    view.go(row, 0)
    made = next(line for line in document.assessment.cost_lines if line.catalogue == "overage")
    assert (made.amount, made.included_quantity) == (D(3), None)
    index = view.model().index(row, 0)
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None
    field = page._form.extras_free
    assert field.isVisible()
    assert "Ahead" in page._form.extras_hint.text()
    QTest.keyClicks(field, "60")
    QTest.keyClick(field, Key.Key_Return)
    assert fee(document, made.key).included_quantity == D(60)
    assert not field.isVisible()


def test_the_taxes_of_a_fee_hold_for_its_vendor(
    page: CostsPage, fees: RecordGrid, document: Document
) -> None:
    type_in(fees, 0, VAT, "6%")
    fees.setFocus()
    fees.go(0, 0)
    QTest.keyClick(fees, Key.Key_T, CTRL)
    assert {fee(document, key).vat_rate for key in ("a1", "a2")} == {D("0.06")}
    assert fee(document, "b1").vat_rate is None
    paste(fees, blank(fees, page, 0), 0, "Filing\t80\tyearly\n")
    assert line_named(document, "Filing").vat_rate == D("0.06")


def test_the_name_of_the_fee_stays_in_sight(page: CostsPage, fees: RecordGrid) -> None:
    page.resize(800, 600)
    fees.go(0, fees.model().columnCount() - 1)
    frozen = fees._frozen
    assert frozen is not None
    assert frozen.isVisible()
    assert frozen.indexAt(frozen.viewport().rect().center()).column() in (0, -1)
    QTest.keyClick(fees, Key.Key_Left)
    for _step in range(fees.model().columnCount() - 3):
        QTest.keyClick(fees, Key.Key_Left)
        place = fees.visualRect(fees.currentIndex())
        assert fees.currentIndex().column() == 0 or place.left() >= frozen.width() - 1
    QTest.mouseClick(
        frozen.viewport(), Qt.MouseButton.LeftButton,
        pos=frozen.visualRect(frozen.model().index(1, 0)).center(),
    )  # fmt: skip
    assert (fees.currentIndex().row(), fees.currentIndex().column()) == (1, 0)


def test_a_table_pasted_into_the_first_fee_is_a_table(qtbot: QtBot, workspace: Workspace) -> None:
    empty = Document.create()
    vendors.add_vendor(empty, "甲")
    workspace.open(empty)
    page = CostsPage(workspace)
    qtbot.addWidget(page)
    page.show()
    page._empty.action_requested.emit()
    editor = page._form.fees.editor()
    assert editor is not None
    QGuiApplication.clipboard().setText("记账费\t200\t每月\n汇算清缴\t800\t年付\n")
    QTest.keyClick(editor, Key.Key_V, CTRL)
    fees = [(x.label, x.amount, x.billing) for x in empty.assessment.cost_lines]
    assert fees == [
        ("记账费", D(200), Billing.MONTHLY),
        ("汇算清缴", D(800), Billing.YEARLY),
    ]
    workspace.open(None)
    empty.close()
