"""Quotations as they are copied, and the fees that become of them."""

from __future__ import annotations

from decimal import Decimal

from vendorcompare.core.assessment import Assessment, Billing, Disclosure, Scenario, Vendor
from vendorcompare.core.payments import payments
from vendorcompare.document.pasting.fees import PlannedFee, plan_fees

GIVEN = Assessment(vendors=(Vendor("a", "甲"),))
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
    assert (lines[10].label, lines[10].unread) == ("地址挂靠", (("label", "1,500"),))
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
