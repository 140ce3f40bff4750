"""Quotations written as messages, a fee on each line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    Disclosure,
    Driver,
    Invoice,
    Scenario,
    Vendor,
)
from vendorcompare.core.payments import payments
from vendorcompare.core.text import Text
from vendorcompare.document.pasting.fees import PlannedFee, plan_fees
from vendorcompare.document.pasting.messages import read_message, said_of_all
from vendorcompare.document.reader.results import Habits

VOUCHERS = Driver("v", Decimal(60), Decimal(100), Decimal(200), Text("每月凭证数", "Vouchers"))
GIVEN = Assessment(vendors=(Vendor("a", "甲"),), drivers=(VOUCHERS,))
FIELDS = ("label", "amount", "billing")
MESSAGE = """王总您好，我们的报价如下：
1、代理记账：1.2万/年，年付
2、账本凭证装订：免费
3、汇算清缴：含在记账费内
4. 工商年报：赠送
（5）外勤：150元/次
⑥一般纳税人升级 800元 一次性
7、优惠：一次付清减600元
以上价格均含税，可开专票6%。"""


def _planned(text: str) -> tuple[PlannedFee, ...]:
    return plan_fees(GIVEN, "a", [[line] for line in text.split("\n")], FIELDS)


def test_a_message_becomes_the_fees_that_it_names() -> None:
    lines = [fee.line for fee in _planned(MESSAGE)]
    assert [(line.label, line.amount, line.billing) for line in lines] == [
        ("代理记账", Decimal(12000), Billing.YEARLY),
        ("账本凭证装订", Decimal(0), Billing.MONTHLY),
        ("汇算清缴", Decimal(0), Billing.MONTHLY),
        ("工商年报", Decimal(0), Billing.MONTHLY),
        ("外勤", Decimal(150), Billing.PER_EVENT),
        ("一般纳税人升级", Decimal(800), Billing.ONCE),
        ("优惠", None, Billing.MONTHLY),
    ]
    condition = (("amount", "一次付清减600元"), ("billing", "?"))
    assert lines[-1].unread == condition, "how much is asked, and how often: neither is a default"


def test_what_is_said_of_all_holds_for_all() -> None:
    lines = [fee.line for fee in _planned(MESSAGE)]
    assert {line.invoice for line in lines} == {Invoice.SPECIAL}
    assert {line.vat_rate for line in lines} == {Decimal("0.06")}
    assert all(line.vat_included for line in lines)


def test_its_total_is_what_one_adds_up_by_hand() -> None:
    counted = [fee.line for fee in _planned(MESSAGE) if not fee.line.unread]
    fixed = [line for line in counted if not line.billing.by_volume]
    paid = (payments(line, {}, Scenario.LIKELY, 24, "CNY") for line in fixed)
    assert sum(map(sum, paid), Decimal(0)) == 2 * 12000 + 800


@pytest.mark.parametrize(
    ("line", "label", "amount", "billing"),
    [
        ("记账 200元/月 年付", "记账", 2400, Billing.YEARLY),
        ("记账费200元/月", "记账费", 200, Billing.MONTHLY),
        ("首次建账￥600，一次性", "首次建账", 600, Billing.ONCE),
        ("- 审计: 3000元/年", "审计", 3000, Billing.YEARLY),
        ("个税申报(10人以内) 50元/月", "个税申报(10人以内)", 50, Billing.MONTHLY),
        ("地址挂靠：1，200元/年", "地址挂靠", 1200, Billing.YEARLY),
        ("Bookkeeping: 350/month", "Bookkeeping", 350, Billing.MONTHLY),
    ],
)
def test_a_line(line: str, label: str, amount: int, billing: Billing) -> None:
    (fee,) = _planned(line)
    assert (fee.line.label, fee.line.amount, fee.line.billing) == (label, Decimal(amount), billing)
    assert not fee.refusals


@pytest.mark.parametrize(
    "line", ["外勤：市内免费，市外100元/次", "优惠：满1000元减100元", "电话：0755-88888888"]
)
def test_a_condition_is_no_price(line: str) -> None:
    (fee,) = _planned(line)
    assert fee.line.unread, "nothing of it counts until it is settled"
    assert fee.line.amount is None


def test_a_list_of_names_stays_one() -> None:
    fees = _planned("代理记账\n汇算清缴\n2026年度审计")
    assert [fee.line.label for fee in fees] == ["代理记账", "汇算清缴", "2026年度审计"]
    assert {fee.line.amount for fee in fees} == {None}


def test_a_line_without_a_price_is_asked_for() -> None:
    priced, open_ = _planned("记账：200元/月\n地址挂靠：面议")
    assert priced.line.amount == 200
    assert (open_.line.amount, open_.line.disclosure) == (None, Disclosure.ON_REQUEST)


@pytest.mark.parametrize(
    "bullet",
    [
        "1. ",
        "1．",
        "12、",
        "(3)",
        "（3）",
        "3)",
        "三、",
        "（十二）",
        "十二)",
        "①",
        "❷",
        "- ",
        "• ",
        "· ",
        "* ",
        "●",
        "▪",
        "◆ ",
    ],
)
def test_bullets_belong_to_no_name(bullet: str) -> None:
    (fee,) = _planned(f"{bullet}记账：200元/月")
    assert (fee.line.label, fee.line.amount) == ("记账", Decimal(200))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        (
            "记账：200元/月，专人；含税",
            {"label": "记账", "amount": "200元/月", "remark": "专人，含税"},
        ),
        ("记账：专人，200元/月", {"label": "记账", "amount": "200元/月", "remark": "专人"}),
        ("记账 专人 200元/月", {"label": "记账", "amount": "200元/月", "remark": "专人"}),
        ("记账报税200元/月起", {"label": "记账报税", "amount": "200元/月起"}),
        ("记账报税￥200", {"label": "记账报税", "amount": "￥200"}),
        ("记账面议", {"label": "记账", "amount": "面议"}),
        ("注册免费", {"label": "注册", "amount": "免费"}),
        ("2026年审计5,000元", {"label": "2026年审计", "amount": "5,000元"}),
        ("每家减100元", {"label": "每家减100元"}),
        ("押金：看情况，最多3次", {"label": "押金", "amount": "看情况，最多3次"}),
        ("说明：详见：附件3", {"label": "说明", "amount": "详见：附件3"}),
        ("服务：详见附件", {"label": "服务：详见附件"}),
        ("上门：1.5万/年", {"label": "上门", "amount": "1.5万/年"}),
    ],
)
def test_the_cells_of_a_line(line: str, cells: dict[str, str]) -> None:
    read = read_message([["记账：200元/月"], [line]], Habits(currency="CNY"))
    assert read is not None
    assert read[2] == cells


def test_greetings_are_passed_over_and_places_kept() -> None:
    rows = [
        ["您好"],
        [""],
        ["报价如下："],
        ["记账：200元/月"],
        ["  "],
        ["谢谢！"],
        ["可以吗？"],
        ["~"],
    ]
    assert read_message(rows, Habits()) == {4: {"label": "记账", "amount": "200元/月"}}


def test_a_table_or_a_text_without_prices_is_no_message() -> None:
    assert read_message([["记账：200元/月", "", "x"]], Habits()) is None
    assert read_message([["记账：200元/月", "x"]], Habits()) is None
    assert read_message([["记账"], ["年报"]], Habits()) is None
    assert read_message([[], ["记账：200元/月", ""]], Habits()) == {
        2: {"label": "记账", "amount": "200元/月"}
    }


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("以上均含税", "含税"), ("上述价格均为含税", "含税"), ("8、以上报价都含税", "含税"),
        ("所有费用：含税", "含税"),
        ("其他含税", ""), ("含税", ""),
    ],
)  # fmt: skip
def test_what_is_said_of_all(line: str, rest: str) -> None:
    assert said_of_all(line) == rest
