"""What becomes of each cell of a quotation, and of what is not understood in it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Invoice,
    Vendor,
)
from vendorcompare.document.pasting.fees import PlannedFee, RefusedField, plan_fees

GIVEN = Assessment(vendors=(Vendor("a", "甲"),))
FIELDS = ("label", "amount", "billing")
NAMELESS = "The fee has no name."
HOW_OFTEN = "How often the fee falls due is not said."
OPEN = "It is not known what this does to the price."


def _planned(text: str) -> tuple[PlannedFee, ...]:
    return plan_fees(GIVEN, "a", [line.split("\t") for line in text.split("\n")], FIELDS)


def _table(*rows: str) -> tuple[PlannedFee, ...]:
    return _planned("\n".join(("服务项目\t价格\t付款方式\t备注", *rows)))


def _fee(label: str, **said: Any) -> CostLine:
    return CostLine("", "a", label, **said)


def test_every_cell_that_is_not_understood_is_told_with_what_it_may_mean() -> None:
    fees = _table(
        "记账\t20-30元/月\t看情况\t超出另收", "\t1,500\t\t", "外勤\t三百五\t\t", "年报\t200\t\t",
        "代办\t6折\t每月\t",
    )  # fmt: skip
    assert [fee.row for fee in fees] == [2, 3, 4, 5, 6]
    assert [fee.refusals for fee in fees] == [
        (
            RefusedField("amount", "20-30元/月", '"20-30元/月" is not one exact figure.',
                         ("20元/月", "30元/月")),
            RefusedField("billing", "看情况", '"看情况" is no kind of billing.'),
            RefusedField("remark", "超出另收", OPEN),
        ),
        (
            RefusedField("label", "1,500", NAMELESS),
            RefusedField("billing", "?", HOW_OFTEN),
        ),
        (
            RefusedField("amount", "三百五", '"三百五" can be read in several ways.', ("350",
            "305")),
            RefusedField("billing", "?", HOW_OFTEN),
        ),
        (RefusedField("billing", "?", HOW_OFTEN),),
        (RefusedField("amount", "6折", '"6折" is a share, not an amount.'),),
    ]  # fmt: skip
    assert [fee.line for fee in fees] == [
        _fee(
            "记账", unread=(("amount", "20-30元/月"), ("billing", "看情况"), ("remark", "超出另收"))
        ),
        _fee("记账", amount=Decimal(1500), unread=(("label", "1,500"), ("billing", "?"))),
        _fee("外勤", unread=(("amount", "三百五"), ("billing", "?")), catalogue="outdoor"),
        _fee("年报", amount=Decimal(200), unread=(("billing", "?"),)),
        _fee("代办", unread=(("amount", "6折"),)),
    ]


def test_a_row_without_a_name_at_the_top_has_none() -> None:
    (fee,) = _table("\t200元\t每月\t专人")
    assert fee.line.label == "（专人）"
    assert fee.line.unread == (("label", "200元 每月 专人"),)


def test_the_billing_of_a_lowest_price_is_known() -> None:
    (fee,) = _table("记账\t2400元/年起\t\t")
    assert fee.line == _fee("记账", billing=Billing.YEARLY, unread=(("amount", "2400元/年起"),))
    assert [refusal.choices for refusal in fee.refusals] == [("2400",)]
    (span,) = _table("记账\t2000-2400元/年\t\t")
    assert span.line.billing is Billing.MONTHLY


def test_sums_are_no_fees() -> None:
    for name in (
        "合计",
        "总计：",
        "小计",
        "共计",
        "总价",
        "合计金额:",
        "Total",
        "Sub total",
        "SUM",
        "Grand total",
    ):
        assert [fee.line.label for fee in _table("记账\t200\t每月\t", f"{name}\t200\t\t")] == [
            "记账"
        ]
        assert [fee.line.label for fee in _table("记账\t200\t每月\t", f"\t{name}\t200\t")] == [
            "记账"
        ]
    assert len(_table("记账\t200\t每月\t", "合计服务\t200\t每月\t")) == 2


def test_what_stands_beside_a_sum_is_a_fee() -> None:
    _record, beside = _table("记账\t200\t每月\t", "合计\t200\t\t另付押金")
    assert beside.line == _fee("另付押金")


def test_empty_rows_and_a_title_above_the_head_are_passed_over() -> None:
    text = "报价单\n服务项目\t价格\t付款方式\n\t\t\n记账\t200\t每月"
    (fee,) = _planned(text)
    assert (fee.row, fee.line) == (4, _fee("记账", amount=Decimal(200)))


def test_cells_beyond_the_known_columns_say_nothing() -> None:
    (fee,) = plan_fees(GIVEN, "a", [["记账", "200", "每月", "more", "and more"]], FIELDS)
    assert fee.line == _fee("记账", amount=Decimal(200))
    (other,) = plan_fees(GIVEN, "a", [["300", "记账"]], ("amount", "label"))
    assert other.line == _fee("记账", amount=Decimal(300), unread=(("billing", "?"),))


def test_a_head_says_how_often_or_something_else() -> None:
    for head, billing in {
        "价格(元/年)": Billing.YEARLY, "价格【元/季】": Billing.QUARTERLY,
        "价格[月付]": Billing.MONTHLY,
    }.items():  # fmt: skip
        (fee,) = _planned(f"服务项目\t{head}\n记账\t200")
        assert fee.line == _fee("记账", amount=Decimal(200), billing=billing), head
    for head in ("价格（含税）", "价格（元）", "价格（）"):
        (fee,) = _planned(f"服务项目\t{head}\n记账\t200")
        assert fee.line.unread == (("billing", "?"),), head
    (own,) = _planned("服务项目\t价格（元/月）\t付款方式\n记账\t2400\t年付")
    assert own.line == _fee("记账", amount=Decimal(2400), billing=Billing.YEARLY)


def test_what_a_line_says_of_all_fees() -> None:
    both = _table("记账\t200\t每月\t", "年报\t300\t每年\t", "以上均含税专票6%\t\t\t")
    taxes: dict[str, Any] = {"invoice": Invoice.SPECIAL, "vat_rate": Decimal("0.06")}
    assert [fee.line for fee in both] == [
        _fee("记账", amount=Decimal(200), **taxes),
        _fee("年报", amount=Decimal(300), billing=Billing.YEARLY, **taxes),
    ]


def test_what_is_said_of_all_but_not_understood_stays_a_line() -> None:
    for line in (
        "以上赠送3个月",
        "以上含税，年付",
        "以上含税，专人负责",
        "以上含税，超出另收",
        "其他均含税",
    ):
        *_others, last = _table("记账\t200\t每月\t", f"{line}\t\t\t")
        assert last.line.label == line
    (first,) = _table("以上均含税\t\t\t")
    assert first.line.label == "以上均含税"


def test_a_discount_with_a_minus_is_taken_off() -> None:
    for minus in "-－−":
        (fee,) = _table(f"首年优惠\t{minus}300元\t一次性\t")
        assert fee.line == _fee(
            "首年优惠", amount=Decimal(300), billing=Billing.ONCE, credit=True
        ), minus
    (said,) = _table("首年优惠\t立减300元\t一次性\t")
    assert said.line.credit
    (nothing,) = _table("首年优惠\t面议\t\t")
    assert nothing.line == _fee("首年优惠", disclosure=Disclosure.ON_REQUEST)
    (asked,) = _table("优惠金额\t300元\t一次性\t")
    assert asked.refusals == (
        RefusedField("amount", "300元", '"300元" can be read in several ways.',
                     ("300元", "less 300元")),
    )  # fmt: skip
    (billed,) = _table("返现\t-300元/年\t\t")
    assert billed.line == _fee("返现", amount=Decimal(300), billing=Billing.YEARLY, credit=True)


def test_a_remark_says_how_a_fee_is_paid_where_nothing_else_does() -> None:
    (fee,) = _table("记账\t200元/月\t\t年付，专人；含税")
    assert fee.line == _fee("记账（专人）", amount=Decimal(2400), billing=Billing.YEARLY)
    (both,) = _table("记账\t200元/月\t季付\t年付")
    assert (both.line.amount, both.line.billing) == (Decimal(600), Billing.QUARTERLY)
    (said,) = _table("记账\t200\t\t年付")
    assert said.line == _fee("记账", amount=Decimal(200), billing=Billing.YEARLY)


def test_several_clauses_that_stay_open_stand_together() -> None:
    (fee,) = _table("记账\t200\t每月\t超出另收，押一付三，专人")
    assert fee.line.unread == (("remark", "超出另收，押一付三"),)


def test_taxes_may_stand_in_any_of_their_columns() -> None:
    text = "项目\t价格\t付款方式\t税率\t是否含税\n审计\t3000\t年付\t6%专票\t不含税"
    (fee,) = _planned(text)
    assert fee.line == _fee(
        "审计", amount=Decimal(3000), billing=Billing.YEARLY, vat_rate=Decimal("0.06"),
        invoice=Invoice.SPECIAL, vat_included=False,
    )  # fmt: skip
    (odd,) = _planned("项目\t价格\t付款方式\t发票\n审计\t3000\t年付\t看情况")
    assert odd.line.unread == (("invoice", "看情况"),)
