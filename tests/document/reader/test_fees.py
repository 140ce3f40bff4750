"""What is written into the cells of a fee."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from vendorcompare.core.assessment import (
    Assessment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Invoice,
    Nature,
)
from vendorcompare.core.errors import InputError
from vendorcompare.core.text import Text
from vendorcompare.document.reader.fees import (
    billing_said,
    driver_of,
    extra_named,
    quantity_of,
    with_cell,
    with_payment,
)
from vendorcompare.document.reader.results import Ambiguous, Habits, Points

D = Decimal
VOUCHERS = Driver("v", D(60), D(100), D(200), Text("每月凭证数", "Vouchers per month"))
STAFF = Driver("s", D(5), D(8), D(10), Text("员工", "Employees"))
GIVEN = Assessment(currency="CNY", drivers=(VOUCHERS, STAFF))
FEE = CostLine("f", "a", "Service")
COMMA = Habits(points=Points.COMMA, currency="CNY")


def _with(field: str, text: str, fee: CostLine = FEE, **more: Any) -> CostLine:
    return with_cell(GIVEN, fee, field, text, **more)


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("label", " Monthly   service ", {"label": "Monthly service"}),
        ("amount", "200元/年（不含税）",
         {"amount": D(200), "billing": Billing.YEARLY, "vat_included": False}),
        ("amount", "300", {"amount": D(300)}),
        ("amount", "优惠50元", {"amount": D(50), "credit": True}),
        ("amount", "面议", {"disclosure": Disclosure.ON_REQUEST}),
        ("amount", "免费", {"amount": D(0)}),
        ("billing", "季付", {"billing": Billing.QUARTERLY}),
        ("driver", "每月凭证数", {"driver": "v"}),
        ("driver", "VOUCHERS  per month", {"driver": "v"}),
        ("driver", "s", {"driver": "s"}),
        ("included_quantity", "1,200", {"included_quantity": D(1200)}),
        ("included_quantity", "?", {"included_quantity": None}),
        ("included_quantity", "不详", {"included_quantity": None}),
        ("free_months", "赠送3个月", {"free_months": 3}),
        ("nature", "可能", {"nature": Nature.POSSIBLE}),
        ("disclosure", "拒绝", {"disclosure": Disclosure.REFUSED}),
        ("first_month", "第2年", {"first_month": 13}),
        ("last_month", "12", {"last_month": 12}),
        ("escalation", "5%", {"escalation": D("0.05")}),
        ("vat_rate", "6", {"vat_rate": D("0.06")}),
        ("vat_included", "不含税", {"vat_included": False}),
        ("credit", "是", {"credit": True}),
        ("invoice", "专票", {"invoice": Invoice.SPECIAL}),
        ("catalogue", "汇算清缴", {"catalogue": "settlement"}),
        ("catalogue", "annual  REPORT", {"catalogue": "annual_report"}),
        ("catalogue", "outdoor", {"catalogue": "outdoor"}),
    ],
)  # fmt: skip
def test_a_cell_says_something_of_its_fee(field: str, text: str, said: dict[str, Any]) -> None:
    assert _with(field, text) == replace(FEE, **said)


def test_an_emptied_cell_is_as_usual() -> None:
    usual = CostLine("f", "a", "Service")
    odd = CostLine(
        "f", "a", "Service", Nature.VARIABLE, Billing.YEARLY, D(5), "v", D(7), 3, 9, 2, True,
        D("0.1"), D("0.06"), False, Invoice.SPECIAL, Disclosure.REFUSED, "setup",
    )  # fmt: skip
    fields = (
        "amount driver included_quantity free_months nature disclosure first_month last_month "
        "escalation vat_rate vat_included credit invoice catalogue billing"
    )
    for field in fields.split():
        odd = _with(field, "  ", odd)
        assert getattr(odd, field) == getattr(usual, field), field
    assert odd == usual


def test_a_cell_that_was_understood_is_no_longer_marked() -> None:
    marked = FEE.with_unread("amount", "200-300").with_unread("billing", "?")
    assert _with("amount", "250", marked).unread == (("billing", "?"),)


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("amount", "1.200,50", {"amount": D("1200.5")}),
        ("included_quantity", "1,5", {"included_quantity": D("1.5")}),
        ("escalation", "1,5", {"escalation": D("0.015")}),
        ("vat_rate", "1,5%", {"vat_rate": D("0.015")}),
    ],
)
def test_figures_are_read_in_the_way_of_their_table(
    field: str, text: str, said: dict[str, Any]
) -> None:
    assert _with(field, text, habits=COMMA) == replace(FEE, **said)


@pytest.mark.parametrize(
    ("field", "text", "sentences"),
    [
        ("label", " ", "A fee needs a name. To delete the fee, select its row and press Delete."),
        ("driver", "visits", 'There is no volume called "visits". '
         "Choose one of the volumes of the assessment, or add it first."),
        ("included_quantity", "-3", '"-3" is not a number. Type a number such as 12 or 1,200.50.'),
        ("last_month", "0", '"0" is not a month. '
         "Months count from 1 at the start: type 13 for the second year."),
        ("catalogue", "umbrella", '"umbrella" is none of the usual extras. '
         "Choose one from the list, or leave the cell empty."),
        ("amount", "200起", '"200起" is not one exact figure. Type "200".'),
        ("amount", "US$5", '"US$5" is not in CNY. Another currency needs a rate: '
         'type what it comes to. Type "CNY 5".'),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(field: str, text: str, sentences: str) -> None:
    with pytest.raises(InputError) as refused:
        _with(field, text)
    assert refused.value.sentences == sentences


def test_a_fee_does_not_end_before_it_starts() -> None:
    later = replace(FEE, first_month=13, last_month=24)
    assert _with("last_month", "13", later).last_month == 13
    for field, text in (("last_month", "12"), ("first_month", "25")):
        with pytest.raises(InputError, match="cannot end before it starts"):
            _with(field, text, later)


def test_a_new_fee_is_known_by_its_name_and_an_old_one_stays_what_it_was() -> None:
    new = CostLine("", "a", "")
    assert _with("label", "汇算清缴", new).catalogue == "settlement"
    assert _with("label", "", new).label == ""
    assert _with("label", "汇算清缴").catalogue is None
    kept = replace(FEE, catalogue="own")
    assert _with("label", "x", kept).catalogue == "own"
    assert _with("catalogue", "OWN", kept) == kept
    with pytest.raises(InputError):
        _with("catalogue", "other", kept)


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("汇算清缴", "settlement"), ("2026年度汇算清缴费", "settlement"), ("Set-up", "setup"),
        ("代理记账", None), ("代理记账（含汇算清缴）", None), ("bookkeeping [ledgers]", None),
        ("记账年费", None), ("代账服务套餐", None), ("Monthly bookkeeping fee", None),
        ("something else", None), ("凭证打印", "ledger"),
    ],
)  # fmt: skip
def test_a_fee_is_called_after_a_usual_extra(label: str, key: str | None) -> None:
    assert extra_named(label) == key


def test_the_longest_name_says_which_extra_it_is() -> None:
    assert extra_named("超出凭证（上门收取）") == "overage"
    assert extra_named("上门收取超额凭证") == "overage"


def test_a_fee_by_volume_varies_and_multiplies_what_it_names() -> None:
    fee = _with("amount", "2元/张凭证")
    assert (fee.billing, fee.nature, fee.driver) == (Billing.PER_UNIT, Nature.VARIABLE, "v")
    assert _with("billing", "每员工").driver == "s"
    assert _with("billing", "per unit", replace(FEE, label="Vouchers above 50")).driver == "v"
    assert _with("billing", "按次").driver is None, "a visit is neither"
    assert _with("billing", "按量").driver is None, "it may be either"


def test_what_is_known_of_a_fee_by_volume_stays() -> None:
    possible = replace(FEE, nature=Nature.POSSIBLE, driver="s")
    fee = _with("billing", "每张凭证", possible)
    assert (fee.nature, fee.driver) == (Nature.POSSIBLE, "s")
    assert _with("billing", "月付").nature is Nature.FIXED


def test_the_only_volume_is_meant_where_none_is_named() -> None:
    one = replace(GIVEN, drivers=(VOUCHERS,))
    for said in ("per unit", "per_unit", "按量", "按用量", "按数量", "按单量"):
        assert with_cell(one, FEE, "billing", said).driver == "v", said
    assert with_cell(one, FEE, "billing", "按人").driver is None
    assert with_cell(replace(GIVEN, drivers=()), FEE, "billing", "按量").driver is None


@pytest.mark.parametrize(
    ("amount", "paid", "expected"),
    [
        ("200元/月", "年付", (D(2400), Billing.YEARLY)),
        ("200元/月", "季付", (D(600), Billing.QUARTERLY)),
        ("200元/月", "半年付", (D(1200), Billing.HALF_YEARLY)),
        ("600元/季", "半年付", (D(1200), Billing.HALF_YEARLY)),
        ("600元/季", "年付", (D(2400), Billing.YEARLY)),
        ("1200元/半年", "年付", (D(2400), Billing.YEARLY)),
        ("200元/月", "月付", (D(200), Billing.MONTHLY)),
        ("200元", "年付", (D(200), Billing.YEARLY)),
        ("abc", "年付", (D(200), Billing.YEARLY)),
        ("5元/张", "按次", (D(200), Billing.MONTHLY)),
    ],
)
def test_a_price_paid_at_other_times(
    amount: str, paid: str, expected: tuple[Decimal, Billing]
) -> None:
    fee = replace(FEE, amount=D(200))
    if amount[0] in "61" or "季" in amount:
        fee = _with("amount", amount)
    found = with_payment(GIVEN, fee, "billing", paid, {"amount": amount})
    assert (found.amount, found.billing) == expected


def test_what_costs_nothing_is_not_multiplied() -> None:
    for amount in (None, D(0)):
        fee = replace(FEE, amount=amount)
        assert with_payment(GIVEN, fee, "billing", "年付", {"amount": "200元/月"}) == fee


@pytest.mark.parametrize(
    ("amount", "paid"), [("2400元/年", "月付"), ("200元/月", "一次性"), ("5元/张", "年付")]
)
def test_a_price_is_not_paid_in_just_any_way(amount: str, paid: str) -> None:
    with pytest.raises(InputError, match="billed in another way than it is paid"):
        with_payment(GIVEN, replace(FEE, amount=D(5)), "billing", paid, {"amount": amount})


def test_other_cells_know_nothing_of_payment() -> None:
    found = with_payment(GIVEN, FEE, "amount", "1,5", {"amount": "1,5", "billing": "年付"}, COMMA)
    assert found == replace(FEE, amount=D("1.5"))
    fee = replace(FEE, amount=D("1.5"))
    found = with_payment(GIVEN, fee, "billing", "年付", {"amount": "1,5元/月"}, COMMA)
    assert (found.amount, found.billing) == (D(18), Billing.YEARLY)
    assert with_payment(GIVEN, FEE, "billing", "年付", {}).billing is Billing.YEARLY


def test_how_often_a_price_falls_due() -> None:
    assert billing_said("200元/月", Habits(currency="CNY")) is Billing.MONTHLY
    assert billing_said("1,5元/年", COMMA) is Billing.YEARLY
    for text in ("200", "", "abc"):
        assert billing_said(text, COMMA) is None


def test_volumes() -> None:
    assert [quantity_of(text) for text in ("", "0", "12", "1,200")] == [0, 0, 12, 1200]
    assert quantity_of("1,5", COMMA) == D("1.5")
    assert driver_of((VOUCHERS,), "") is None
    with pytest.raises(InputError, match='"-1" is not a number'):
        quantity_of("-1")


def test_the_choices_of_a_lowest_price_are_plain() -> None:
    with pytest.raises(Ambiguous) as asked:
        _with("amount", "1,200.50元/月起")
    assert asked.value.choices == ("1200.5",)
