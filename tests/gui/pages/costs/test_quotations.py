"""Quotations as they are copied from a message or a spreadsheet, pasted into the fees."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from vendorcompare.core.assessment import Billing, CostLine, Disclosure, Scenario
from vendorcompare.core.costs import VendorCosts, cost_report
from vendorcompare.document.document import Document
from vendorcompare.document.edits import vendors
from vendorcompare.gui.grid.items import Role
from vendorcompare.gui.grid.record_grid import RecordGrid
from vendorcompare.gui.pages.costs.fee_columns import VAT
from vendorcompare.gui.pages.costs.page import CostsPage
from vendorcompare.gui.workspace import Workspace

D = Decimal

YEARLY = """\
记账费\t200\t每月
汇算清缴\t800\t年付
工商年报\t300\t/年
"""
DOLLARS = "记账费\t$100\t每月\n"
AS_COPIED = """\
服务项目\t收费标准\t付款方式\t备注
代理记账费（小规模）\t200元/月起\t按年预付\t赠送3个月
代理记账费（一般纳税人）\t500元/月\t\t
建账费\t免费\t一次性\t
汇算清缴\t800元/年\t年付\t
工商年报\t300\t每年\t
账本费\t￥200\t每年\t
税务异常处理\t面议\t\t
地址挂靠\t1,200元/年\t每年\t
\t1,500\t\t
外勤费\t100元/次\t按次\t超出2次后收取
"""


@pytest.fixture
def document() -> Iterator[Document]:
    made = Document.create()
    vendors.add_vendor(made, "甲")
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, document: Document) -> Iterator[CostsPage]:
    workspace.open(document)
    made = CostsPage(workspace)
    qtbot.addWidget(made)
    made.show()
    made._empty.action_requested.emit()  # as the button of the empty page does
    yield made
    workspace.open(None)


def paste(page: CostsPage, text: str) -> RecordGrid:
    fees: RecordGrid = page._form.fees
    editor = fees.editor()
    assert editor is not None
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return fees


def costs(document: Document) -> VendorCosts:
    (found,) = cost_report(document.assessment).vendors.values()
    return found


def lines(document: Document) -> dict[str, list[CostLine]]:
    found: dict[str, list[CostLine]] = {}
    for line in document.assessment.cost_lines:
        found.setdefault(line.label, []).append(line)
    return found


def test_yearly_payments_are_understood(page: CostsPage, document: Document) -> None:
    paste(page, YEARLY)
    assert document.assessment.horizon_months == 36
    assert costs(document).complete
    assert costs(document).tco[Scenario.LIKELY] == 200 * 36 + 800 * 3 + 300 * 3 == 10_500


def test_another_currency_is_refused_and_counts_in_no_total(
    page: CostsPage, document: Document
) -> None:
    fees = paste(page, DOLLARS)
    (line,) = document.assessment.cost_lines
    assert (line.amount, line.unread) == (None, (("amount", "$100"),))
    assert not costs(document).complete
    assert costs(document).tco[Scenario.LIKELY] in (None, 0)
    assert [each.text for each in page._form.refusals.refusals()] == ["$100"]
    assert fees.model().index(0, 1).data() == "$100"


def test_a_quotation_as_copied_is_understood_or_marked(page: CostsPage, document: Document) -> None:
    fees = paste(page, AS_COPIED)
    found = lines(document)
    assert "服务项目" not in found, "the head row is none of the fees"
    assert len(document.assessment.cost_lines) == 10
    read = {
        label: (line.amount, line.billing)
        for label, (line, *_more) in found.items()
        if not line.unread
    }
    assert read == {
        "代理记账费（一般纳税人）": (D(500), Billing.MONTHLY),
        "建账费": (D(0), Billing.ONCE),
        "汇算清缴": (D(800), Billing.YEARLY),
        "工商年报": (D(300), Billing.YEARLY),
        "账本费": (D(200), Billing.YEARLY),
        "税务异常处理": (None, Billing.MONTHLY),
        "地址挂靠": (D(1200), Billing.YEARLY),
    }
    assert found["税务异常处理"][0].disclosure is Disclosure.ON_REQUEST
    marked = {line.label: line.unread for line in document.assessment.cost_lines if line.unread}
    assert dict(marked["代理记账费（小规模）"])["amount"] == "200元/月起"
    assert marked["地址挂靠"] == (("label", "1,500"), ("billing", "?")), "it belongs above"
    assert dict(marked["外勤费"])["free_months"] == "超出2次后收取"
    counted = 500 * 36 + 800 * 3 + 300 * 3 + 200 * 3 + 1200 * 3
    assert costs(document).tco[Scenario.LIKELY] == counted
    assert not costs(document).complete
    texts = {each.text for each in page._form.refusals.refusals()}
    assert texts == {"200元/月起", "1,500", "?", "超出2次后收取"}
    document.undo()
    assert fees.model().rowCount() == 1
    assert not document.assessment.cost_lines


def test_fees_pasted_over_others_are_asked_how_they_are_billed(
    page: CostsPage, document: Document
) -> None:
    fees = paste(page, "记账费\t200\t每月\n")
    fees.go(0, 0)
    QGuiApplication.clipboard().setText("记账费\t300\n汇算清缴\t800\n年报\t300元/年\n")
    QTest.keyClick(fees, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    found = {line.label: line for line in document.assessment.cost_lines}
    assert (found["记账费"].amount, found["记账费"].billing) == (D(300), Billing.MONTHLY)
    assert found["汇算清缴"].unread == (("billing", "?"),), "a new fee is not simply monthly"
    assert (found["年报"].billing, found["年报"].unread) == (Billing.YEARLY, ())
    assert costs(document).tco[Scenario.LIKELY] == 300 * 36 + 300 * 3


def test_another_fee_in_the_place_of_one_is_asked_too(page: CostsPage, document: Document) -> None:
    fees = paste(page, "记账费\t200\t每月\n")
    fees.go(0, 0)
    QGuiApplication.clipboard().setText("汇算清缴\t800\n")
    QTest.keyClick(fees, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (line,) = document.assessment.cost_lines
    assert (line.label, line.amount, line.unread) == ("汇算清缴", D(800), (("billing", "?"),))
    assert not costs(document).complete


def test_a_price_without_vat_waits_for_the_rate(page: CostsPage, document: Document) -> None:
    fees = paste(page, "记账费\t200元/月（不含税）\n")
    assert not costs(document).complete
    assert "rate" in str(fees.model().index(0, VAT).data(Role.AccessibleTextRole))
    fees.go(0, VAT)
    QTest.keyClicks(fees, "6")
    editor = fees.editor()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert costs(document).tco[Scenario.LIKELY] == 212 * 36
