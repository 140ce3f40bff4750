"""Tables of fees of one or several vendors, some of them there already."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from vendorcompare.core.assessment import Assessment, Billing, CostLine, Invoice, Vendor
from vendorcompare.document.pasting.fee_tables import head_of_fees, plan_table
from vendorcompare.document.pasting.fees import PlannedFee

D = Decimal
KEPT = CostLine("k", "a", "记账", amount=D(200), billing=Billing.MONTHLY, vat_rate=D("0.06"))
GIVEN = Assessment(
    currency="CNY",
    vendors=(Vendor("a", "甲公司"), Vendor("b", "乙公司")),
    cost_lines=(KEPT,),
)
FIELDS = ("label", "amount", "billing")


def _planned(text: str, vendor: str = "a", given: Assessment = GIVEN) -> list[PlannedFee]:
    rows = [line.split("\t") for line in text.split("\n")]
    return plan_table(given, vendor, rows, FIELDS, head_of_fees(rows, {}))


def test_a_head_row_names_more_than_the_fee() -> None:
    head = head_of_fees([["项目", "价格"], ["记账", "200"]], {})
    assert head is not None
    assert (head.row, head.fields) == (0, ("label", "amount"))
    assert head_of_fees([["项目"], ["记账"]], {}) is None
    assert head_of_fees([["项目", "其他"], ["记账", "200"]], {}) is None
    assert head_of_fees([["记账", "200"]], {}) is None
    own = head_of_fees([["Our name", "价格"]], {"our name": "label"})
    assert own is not None
    assert own.fields == ("label", "amount")


def test_a_fee_that_is_there_is_changed_and_a_new_one_added() -> None:
    changed, added = _planned("项目\t价格\t付款方式\n记账\t250元/月\t月付\n年报\t300\t年付")
    assert changed.line == replace(KEPT, amount=D(250), vat_included=True)
    assert changed.refusals == ()
    assert (added.line.key, added.line.vendor, added.line.label) == ("", "a", "年报")
    assert (added.line.amount, added.line.billing) == (D(300), Billing.YEARLY)


def test_a_cell_that_is_not_understood_is_marked_in_the_fee_that_is_there() -> None:
    (changed,) = _planned("项目\t价格\t付款方式\t备注\n记账\t看情况\t季付\t专人")
    assert changed.line == replace(KEPT, billing=Billing.QUARTERLY).with_unread("amount", "看情况")
    (refusal,) = changed.refusals
    assert (refusal.field, refusal.text) == ("amount", "看情况")
    assert refusal.message == '"看情况" is not an amount.'


def test_a_column_of_vendors_says_whose_each_fee_is() -> None:
    fees = _planned(
        "\t项目\t价格\t付款方式\n乙公司\t记账\t180\t月付\n甲公司\t记账\t210\t月付\n乙公司\t\t90\t月付\n"
        "甲公司\t\t50\t年付"
    )
    assert [(fee.line.vendor, fee.line.label, fee.line.amount) for fee in fees] == [
        ("b", "记账", D(180)), ("a", "记账", D(210)), ("b", "记账", D(90)), ("a", "记账", D(50)),
    ]  # fmt: skip
    assert [fee.line.key for fee in fees] == ["", "k", "", ""]


def test_a_column_that_also_names_others_says_nothing_of_vendors() -> None:
    fees = _planned("\t项目\t价格\t付款方式\n乙公司\t年报\t180\t年付\n谁\t建账\t210\t一次性")
    assert [fee.line.vendor for fee in fees] == ["a", "a"]


def test_a_new_fee_takes_the_taxes_that_are_usual_for_its_vendor() -> None:
    usual = replace(KEPT, vat_included=False, invoice=Invoice.SPECIAL)
    given = replace(GIVEN, cost_lines=(usual, replace(usual, key="l", label="建账")))
    (new,) = _planned("项目\t价格\t付款方式\n年报\t300\t年付", given=given)
    assert (new.line.vat_rate, new.line.vat_included, new.line.invoice) == (
        D("0.06"), False, Invoice.SPECIAL,
    )  # fmt: skip
    (own,) = _planned("项目\t价格\t付款方式\t发票\n年报\t300\t年付\t普票 3%", given=given)
    assert (own.line.vat_rate, own.line.vat_included, own.line.invoice) == (
        D("0.03"), True, Invoice.ORDINARY,
    )  # fmt: skip
    (headless,) = _planned("年报\t300\t年付", given=given)
    assert headless.line.invoice is Invoice.SPECIAL


def test_what_a_remark_leaves_open_stands_beside_the_free_months() -> None:
    (fee,) = _planned("项目\t价格\t付款方式\t备注\n年报\t300\t年付\t超出另收")
    assert fee.line.unread == (("free_months", "超出另收"),)
    assert [refusal.field for refusal in fee.refusals] == ["remark"]
