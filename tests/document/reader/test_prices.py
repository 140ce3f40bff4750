"""Prices with their currency and billing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vendorcompare.core.assessment import Billing
from vendorcompare.core.errors import InputError
from vendorcompare.core.formats import currency, currency_name
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.currencies import currency_of
from vendorcompare.document.reader.prices import Price, PriceNote, amount_of, price_of
from vendorcompare.document.reader.results import Ambiguous, Habits
from vendorcompare.i18n import LANGUAGES, Language

YUAN = Habits(currency="CNY")


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("200元/月", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("200/月", Price(Decimal(200), "", Billing.MONTHLY)),
        ("每月200元", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("200元一个月", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("CNY 200 monthly", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("¥ 300/mo", Price(Decimal(300), "CNY", Billing.MONTHLY)),
        ("年费2400元", Price(Decimal(2400), "CNY", Billing.YEARLY)),
        ("1,200元/年", Price(Decimal(1200), "CNY", Billing.YEARLY)),
        ("3000 p.a.", Price(Decimal(3000), "", Billing.YEARLY)),
        ("1.2万元/年", Price(Decimal(12000), "CNY", Billing.YEARLY)),
        ("600元/季度", Price(Decimal(600), "CNY", Billing.QUARTERLY)),
        ("2,400元/半年", Price(Decimal(2400), "CNY", Billing.HALF_YEARLY)),
        ("100元/次", Price(Decimal(100), "CNY", Billing.PER_EVENT)),
        ("100 per visit", Price(Decimal(100), "", Billing.PER_EVENT)),
        ("20元/张", Price(Decimal(20), "CNY", Billing.PER_UNIT)),
        ("20元/人/月", Price(Decimal(20), "CNY", Billing.PER_UNIT)),
        ("80元/小时", Price(Decimal(80), "CNY", Billing.HOURLY)),
        ("1500元一次性", Price(Decimal(1500), "CNY", Billing.ONCE)),
        ("￥300", Price(Decimal(300), "CNY")),
        ("RMB 300", Price(Decimal(300), "CNY")),
        ("人民币300元", Price(Decimal(300), "CNY")),
        ("三百元", Price(Decimal(300), "CNY")),
        ("300块钱", Price(Decimal(300), "CNY")),
        ("叁佰元整", Price(Decimal(300), "CNY")),
        ("免费", Price(Decimal(0), remark=PriceNote.FREE)),
        ("免費", Price(Decimal(0), remark=PriceNote.FREE)),
        ("不收", Price(Decimal(0), remark=PriceNote.FREE)),
        ("free of charge", Price(Decimal(0), remark=PriceNote.FREE)),
        ("含", Price(Decimal(0), remark=PriceNote.INCLUDED)),
        ("已包含", Price(Decimal(0), remark=PriceNote.INCLUDED)),
        ("面议", Price(remark=PriceNote.NEGOTIABLE)),
        ("面議", Price(remark=PriceNote.NEGOTIABLE)),
        ("on request", Price(remark=PriceNote.NEGOTIABLE)),
        ("200元/月起", Price(Decimal(200), "CNY", Billing.MONTHLY, PriceNote.FROM)),
        ("from 200/month", Price(Decimal(200), "", Billing.MONTHLY, PriceNote.FROM)),
        ("优惠500元", Price(Decimal(500), "CNY", credit=True)),
        ("500元（含税）", Price(Decimal(500), "CNY", vat_included=True)),
        ("500元(不含税)", Price(Decimal(500), "CNY", vat_included=False)),
        ("200 + VAT", Price(Decimal(200), vat_included=False)),
    ],
)
def test_prices(typed: str, price: Price) -> None:
    assert price_of(typed, YUAN) == price


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("$100", ("CNY 100",)),
        ("US$100", ("CNY 100",)),
        ("€30", ("CNY 30",)),
        ("500港币", ("CNY 500",)),
        ("100美元", ("CNY 100",)),
        ("200-300元/月", ("200元/月", "300元/月")),
        ("约200元", ("200元",)),
        ("无", ("free", "negotiable")),
        ("-500", ("500", "less 500")),
    ],
)
def test_prices_that_are_asked(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Ambiguous) as asked:
        price_of(typed, YUAN)
    assert asked.value.choices == choices
    assert all(price_of(choice, YUAN) for choice in choices)


def test_a_sign_of_the_currency_of_the_file() -> None:
    assert price_of("$100", Habits(currency="USD")) == Price(Decimal(100), "USD")
    assert price_of("¥100", Habits(currency="JPY")) == Price(Decimal(100), "JPY")


@pytest.mark.parametrize(
    "typed",
    [
        "9折",
        "10% off",
        "200元/天",
        "abc",
        "1,20",
        "200元/月×12",
        "半价",
        "2 00元",
        "3²",
        "nan",
        "1e3",
    ],
)
def test_no_prices(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        price_of(typed, YUAN)
    assert refused.value.hint


def test_an_amount_is_only_an_amount() -> None:
    assert amount_of("￥1,250.50", YUAN) == Decimal("1250.50")
    for more in ("200元/月", "200起", "-500", "面议"):
        with pytest.raises(InputError):
            amount_of(more, YUAN)


@pytest.mark.parametrize(
    ("typed", "billing"),
    [
        *((words, Billing.MONTHLY) for words in ("月付", "每月", "/月", "元/月", "月结")),
        *((words, Billing.QUARTERLY) for words in ("季付", "每季度", "3个月", "quarterly")),
        *((words, Billing.HALF_YEARLY) for words in ("半年付", "每半年", "6个月", "half-yearly")),
        *((words, Billing.YEARLY) for words in ("年付", "元/年", "/年", "按年预付", "p.a.")),
        *((words, Billing.ONCE) for words in ("一次性", "一次性收费", "one-off", "once")),
        *((words, Billing.PER_EVENT) for words in ("按次", "/次", "每次", "per visit")),
        *((words, Billing.PER_UNIT) for words in ("按量", "每张", "/人", "per unit", "each")),
        *((words, Billing.HOURLY) for words in ("按小时", "/小时", "hourly", "per hour")),
        ("quart", Billing.QUARTERLY),
        ("half_yearly", Billing.HALF_YEARLY),
        ("按張", Billing.PER_UNIT),
    ],
)  # fmt: skip
def test_billing(typed: str, billing: Billing) -> None:
    assert billing_of(typed) is billing


def test_billing_that_is_not_understood() -> None:
    for unknown in ("每周", "/天", "押一付三", "x"):
        with pytest.raises(InputError) as refused:
            billing_of(unknown)
        assert refused.value.hint
    with pytest.raises(Ambiguous) as asked:
        billing_of("月付/年付")
    assert asked.value.choices == ("月付", "年付")
    with pytest.raises(Ambiguous) as asked:
        billing_of("一次")
    assert tuple(map(billing_of, asked.value.choices)) == (Billing.ONCE, Billing.PER_EVENT)


def test_currencies() -> None:
    for typed in ("人民币", "人民幣", "RMB", "CNY", "cny", "¥", "￥", "元"):
        assert currency_of(typed) == "CNY"
    assert currency_of("US$") == currency_of("美元") == "USD"
    assert currency_of("港币") == "HKD"
    for wrong in ("$", "abcd", "xyz", "1", ""):
        with pytest.raises(InputError):
            currency_of(wrong)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["CNY", "HKD", "USD", "TWD", "CHF", "THB"])
def test_a_currency_is_read_as_it_is_shown(code: str, language: Language) -> None:
    assert currency_of(currency_name(code, language)) == code
    assert currency_of(currency(code, language)) == code
