"""Quotations as they are copied, and the fees that become of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Invoice,
    Nature,
    Scenario,
    Vendor,
)
from vendorcompare.core.payments import Gap, gap_of, payments
from vendorcompare.core.text import Text
from vendorcompare.document.pasting.fee_tables import head_of_fees, plan_table
from vendorcompare.document.pasting.fees import PlannedFee, plan_fees

GIVEN = Assessment(vendors=(Vendor("a", "甲"),))
MERGED = (("label", "1,500"), ("billing", "?"))
FIELDS = ("label", "amount", "billing")
QUOTED = """服务项目	收费标准	付款方式	备注
代理记账费（小规模）	200元/月起	按年预付	赠送3个月
代理记账费（一般纳税人）	500元/月
建账费	免费	一次性
汇算清缴	800元/年	年付
工商年报	300	每年
账本费	￥200	每年
税务异常处理	面议
地址挂靠	1,200元/年	每年
	1,500
外勤费	100元/次	按次	超出2次后收取"""


def _planned(text: str) -> tuple[PlannedFee, ...]:
    return plan_fees(GIVEN, "a", [line.split("\t") for line in text.split("\n")], FIELDS)


def test_a_quotation_with_head_row_and_merged_cell() -> None:
    fees = {fee.row: fee for fee in _planned(QUOTED)}
    assert 1 not in fees, "the head row is no fee"
    lines = {row: fee.line for row, fee in fees.items()}
    assert lines[2].unread == (("amount", "200元/月起"),)
    assert lines[2].free_months == 3
    assert (lines[3].amount, lines[3].billing) == (Decimal(500), Billing.MONTHLY)
    assert (lines[4].amount, lines[4].billing) == (Decimal(0), Billing.ONCE)
    assert (lines[5].amount, lines[5].billing) == (Decimal(800), Billing.YEARLY)
    assert (lines[6].amount, lines[6].billing) == (Decimal(300), Billing.YEARLY)
    assert (lines[7].amount, lines[7].billing) == (Decimal(200), Billing.YEARLY)
    assert (lines[8].amount, lines[8].disclosure) == (None, Disclosure.ON_REQUEST)
    assert (lines[9].amount, lines[9].billing) == (Decimal(1200), Billing.YEARLY)
    assert (lines[10].label, lines[10].unread) == ("地址挂靠", MERGED)
    assert (lines[11].amount, lines[11].billing) == (Decimal(100), Billing.PER_EVENT)
    assert lines[11].unread == (("remark", "超出2次后收取"),)
    assert {row for row, fee in fees.items() if fee.refusals} == {2, 10, 11}


def test_yearly_fees_are_understood() -> None:
    fees = _planned("记账费\t200\t每月\n汇算清缴\t800\t年付\n工商年报\t300\t/年")
    assert not any(fee.refusals for fee in fees)
    paid = (payments(fee.line, {}, Scenario.LIKELY, 36, "CNY") for fee in fees)
    assert sum(map(sum, paid), Decimal(0)) == 200 * 36 + 800 * 3 + 300 * 3


def test_another_currency_and_nonsense_are_marked() -> None:
    dollar, odd = _planned("记账费\t$100\t每月\n外勤\t100\t看情况给")
    assert dollar.line.unread == (("amount", "$100"),)
    assert dollar.line.amount is None
    assert dollar.refusals[0].choices == ("CNY 100",)
    assert odd.line.unread == (("billing", "看情况给"),)


def test_what_is_paid_by_the_year() -> None:
    (fee,) = _planned("服务项目\t价格\t付款方式\n记账\t200元/月\t按年预付")
    assert (fee.line.amount, fee.line.billing) == (Decimal(2400), Billing.YEARLY)


def _only(text: str) -> PlannedFee:
    (fee,) = _planned(f"服务项目\t价格\t付款方式\t备注\n{text}")
    return fee


def test_a_remark_says_free_months_and_taxes() -> None:
    line = _only("记账\t200元/月\t年付\t含税专票 6%，签一年赠送3个月").line
    assert (line.free_months, line.vat_rate) == (3, Decimal("0.06"))
    assert (line.vat_included, line.invoice) == (True, Invoice.SPECIAL)
    assert not line.unread


def test_a_remark_that_says_nothing_of_money_goes_to_the_name() -> None:
    fee = _only("记账\t200元/月\t\t专人负责，按时上门")
    assert fee.line.label == "记账（专人负责，按时上门）"
    assert not fee.refusals


def test_a_remark_that_may_change_the_price_is_marked() -> None:
    fee = _only("个税申报\t免费\t\t超出部分每人10元/月")
    assert fee.line.unread == (("remark", "超出部分每人10元/月"),)
    assert [refusal.field for refusal in fee.refusals] == ["remark"]


def test_once_a_year_is_yearly() -> None:
    for said in ("一次/年", "1次/年", "每年一次", "年/次"):
        line = _only(f"汇算清缴\t500\t{said}").line
        assert (line.billing, line.unread) == (Billing.YEARLY, ()), said


def test_an_invoice_column_may_name_the_rate() -> None:
    (fee,) = _planned("项目\t价格\t付款方式\t发票\n审计\t3000元/年\t年付\t专票 1%")
    assert (fee.line.invoice, fee.line.vat_rate) == (Invoice.SPECIAL, Decimal("0.01"))


def test_a_price_of_which_nobody_knows_how_often_is_not_counted() -> None:
    fee = _only("软件使用费\t300")
    assert fee.line.unread == (("billing", "?"),)
    assert not _only("软件使用费\t免费").line.unread, "nothing is nothing, however often"


def test_a_head_may_say_how_all_is_billed() -> None:
    (fee,) = _planned("服务项目\t价格（元/月）\n记账\t200")
    assert (fee.line.amount, fee.line.billing, fee.line.unread) == (
        Decimal(200),
        Billing.MONTHLY,
        (),
    )


def test_a_sum_is_no_fee_but_what_is_said_beside_it_counts() -> None:
    rows = "服务项目\t价格\t付款方式\t备注\n记账\t200\t每月\n合计\t2400\t\t首年优惠 -300元"
    record, credit = (fee.line for fee in _planned(rows))
    assert record.label == "记账"
    assert (credit.label, credit.amount, credit.credit) == ("首年优惠", Decimal(300), True)
    assert credit.unread == (("billing", "?"),)


def test_what_is_called_a_discount_without_a_minus_is_asked() -> None:
    fee = _only("首年优惠\t300元\t一次性")
    assert fee.line.unread == (("amount", "300元"),)
    assert len(fee.refusals[0].choices) == 2


def _with_vouchers(text: str) -> CostLine:
    vouchers = Driver("v", Decimal(60), Decimal(100), Decimal(200), Text("每月凭证数", "Vouchers"))
    given = replace(GIVEN, drivers=(vouchers,))
    (fee,) = plan_fees(given, "a", [text.split("\t")], FIELDS)
    return fee.line


def test_a_visit_is_no_voucher() -> None:
    visit = _with_vouchers("外勤\t200元/次\t按次")
    assert (visit.driver, visit.nature) == (None, Nature.VARIABLE)
    assert gap_of(visit, {}) is Gap.VOLUME, "never 200 times the vouchers of a month"
    assert _with_vouchers("系统账号\t50元/人/月").driver is None
    assert _with_vouchers("超量凭证\t2元/张").driver == "v"


def test_each_to_its_own_price_but_paid_as_it_comes() -> None:
    line = _only("超出开票\t5元/张\t按次").line
    assert (line.amount, line.billing, line.unread) == (Decimal(5), Billing.PER_UNIT, ())


def test_a_fee_called_after_a_usual_extra_answers_it() -> None:
    assert _only("年度汇算清缴\t500\t每年").line.catalogue == "settlement"
    assert _only("注册地址挂靠\t面议").line.catalogue == "address"
    assert _only("记账软件使用费\t免费").line.catalogue == "software"
    assert _only("代理记账（含汇算清缴）\t500\t每月").line.catalogue is None


def test_a_merged_cell_belongs_to_the_fee_above_in_the_window_too() -> None:
    rows = [row.split("\t") for row in QUOTED.split("\n")]
    rows = [row + [""] * (4 - len(row)) for row in rows]
    fees = plan_table(GIVEN, "a", rows, FIELDS, head_of_fees(rows, {}))
    assert fees[8].line.label == "地址挂靠"
    assert fees[8].line.unread == MERGED
