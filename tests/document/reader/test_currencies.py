"""Currencies by their code, sign and word."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.formats import currency, currency_name
from vendorcompare.document.reader.currencies import currency_of
from vendorcompare.document.reader.prices import Price, price_of
from vendorcompare.document.reader.results import Ambiguous, Habits
from vendorcompare.i18n import LANGUAGES, Language

_NAMES = {
    "CNY": "人民币 人民幣 RMB CNY cny CN¥ ¥ ￥ 元 圆 圓 块 块钱 塊錢 元人民币 元整 圆整",
    "USD": "USD US$ 美元 美金 刀",
    "HKD": "HKD HK$ 港元 港币 港幣 港纸",
    "TWD": "TWD NT$ NTD 台币 新台币 新台幣",
    "SGD": "SGD S$ 新元 新加坡元",
    "MOP": "MOP MOP$ 澳门元 澳门币 葡币",
    "AUD": "AUD A$ 澳元",
    "CAD": "CAD C$ 加元",
    "EUR": "EUR € 欧元 euro Euros",
    "GBP": "GBP £ 英镑",
    "JPY": "JPY JP¥ 日元 日圆",
    "KRW": "KRW ₩ 韩元",
    **{code: code for code in ("NZD", "CHF", "INR", "MYR", "THB", "VND", "PHP", "IDR")},
}


@pytest.mark.parametrize("code", _NAMES)
def test_a_currency_has_many_names(code: str) -> None:
    names = _NAMES[code].split()
    assert {name: currency_of(name) for name in names} == dict.fromkeys(names, code)
    assert currency_of(f"{names[0]}（元）") == code


@pytest.mark.parametrize("code", _NAMES)
def test_an_amount_may_have_any_name_of_its_currency(code: str) -> None:
    for name in _NAMES[code].split():
        for typed in (f"{name} 5", f"5{name}/月" if not name.isascii() else f"5 {name}"):
            price = price_of(typed, Habits(currency=code))
            assert price is not None
            assert (price.amount, price.currency) == (Decimal(5), code), typed


def test_yuan_and_dollars_are_those_of_the_file() -> None:
    for sign, codes in {
        "元": "CNY HKD TWD MOP", "圆": "CNY HKD TWD MOP", "¥": "CNY JPY",
        "$": "USD HKD TWD SGD AUD CAD NZD MOP",
    }.items():  # fmt: skip
        for code in codes.split():
            assert price_of(f"{sign}5", Habits(currency=code)) == Price(Decimal(5), code)
        with pytest.raises(Ambiguous):
            price_of(f"{sign}5", Habits(currency="EUR"))


def test_a_dollar_is_of_many_countries() -> None:
    for typed in ("$", "dollar", "Dollars"):
        with pytest.raises(Ambiguous, match="can be read in several ways") as asked:
            currency_of(typed)
        assert asked.value.choices == ("USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD", "MOP")
    with pytest.raises(Ambiguous) as asked:
        currency_of("yen")
    assert asked.value.choices == ("CNY", "JPY")
    assert '"yen"' in asked.value.message


def test_no_currencies() -> None:
    for wrong in ("abcd", "xyz", "1", "", "ab", "()"):
        with pytest.raises(InputError, match="is not the code of a currency"):
            currency_of(wrong)
    with pytest.raises(InputError) as refused:
        currency_of("money " * 20)
    assert len(refused.value.message) < 90


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["CNY", "HKD", "USD", "TWD", "CHF", "THB"])
def test_a_currency_is_read_as_it_is_shown(code: str, language: Language) -> None:
    assert currency_of(currency_name(code, language)) == code
    assert currency_of(currency(code, language)) == code
