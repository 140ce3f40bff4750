from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.cost_examples import D, amounts, rates
from vendorcompare.core.errors import InputError
from vendorcompare.core.money import (
    CURRENCIES,
    add_vat,
    check_currency,
    currency_digits,
    round_money,
    split_vat,
)

#: 30 digits before the point, more than a Decimal keeps by itself.
LONG = D("123456789012345678901234567890.12")


@pytest.mark.parametrize(
    ("currency", "digits"),
    [
        ("CNY", 2), ("JPY", 0), ("jpy", 0), ("BIF", 0), ("XPF", 0), ("KWD", 3), ("BHD", 3),
        ("TND", 3), ("CLF", 4), ("UYW", 4), ("???", 2),
    ],
)  # fmt: skip
def test_a_currency_has_the_digits_of_iso_4217(currency: str, digits: int) -> None:
    assert currency_digits(currency) == digits


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("0.005", "CNY", "0.01"),
        ("2.675", "CNY", "2.68"),  # binary floating point makes 2.67 of it
        ("2.665", "CNY", "2.67"),  # rounding half to even makes 2.66 of it
        ("-0.005", "CNY", "-0.01"),
        ("2.5", "JPY", "3"),
        ("7", "CNY", "7.00"),
    ],
)
def test_amounts_are_rounded_half_up(amount: str, currency: str, rounded: str) -> None:
    assert str(round_money(D(amount), currency)) == rounded


@pytest.mark.parametrize("typed", ["CNY", "cny", " Hkd "])
def test_a_currency_is_named_by_its_code(typed: str) -> None:
    assert check_currency(typed) == typed.strip().upper()


@pytest.mark.parametrize("typed", ["RMB", "元", "", "CN", "CNYHKD"])
def test_what_is_no_code_of_a_currency_is_refused(typed: str) -> None:
    assert typed not in CURRENCIES
    with pytest.raises(InputError) as caught:
        check_currency(typed)
    assert caught.value.message == f'"{typed}" is not the code of a currency.'
    assert caught.value.hint == "Type the three letters of its code, such as CNY, HKD or USD."


@pytest.mark.parametrize(
    ("amount", "shown"),
    [("1e60", "1e+60"), ("1e48", "1e+48"), ("NaN", "NaN"), ("Infinity", "Infinity")],
)
def test_an_amount_that_cannot_be_kept_is_refused(amount: str, shown: str) -> None:
    with pytest.raises(InputError) as caught:
        round_money(D(amount), "CNY")
    assert caught.value.message == f"The amount {shown} cannot be kept exactly."
    assert caught.value.hint == "Check its digits and those of the volume it is multiplied by."


def test_amounts_are_exact_to_fifty_digits() -> None:
    assert round_money(D("9e47"), "CNY") == D("9e47")
    assert add_vat(LONG, D(0), "CNY") == LONG
    assert split_vat(LONG, D(0), "CNY") == (LONG, D(0))


@pytest.mark.parametrize(
    ("gross", "rate", "net", "tax"),
    [
        ("106.00", "0.06", "100.00", "6.00"),
        ("103000", "0.03", "100000.00", "3000.00"),
        ("200.00", "0.01", "198.02", "1.98"),  # 200 − 200 ÷ 1.01 = 1.980198…
        ("100.00", "0.06", "94.34", "5.66"),  # 100 − 100 ÷ 1.06 = 5.660377…
        ("100.00", "0", "100.00", "0.00"),
    ],
)
def test_vat_is_taken_out_of_a_price(gross: str, rate: str, net: str, tax: str) -> None:
    assert split_vat(D(gross), D(rate), "CNY") == (D(net), D(tax))


def test_vat_is_put_on_top_of_a_price() -> None:
    assert add_vat(D("198.02"), D("0.01"), "CNY") == D("200.00")  # 200.0002
    assert add_vat(D(1000), D("0.06"), "CNY") == D(1060)
    assert add_vat(D(105), D("0.10"), "JPY") == D(116)  # 115.5


def test_a_vat_rate_below_zero_is_refused() -> None:
    for refuse in (split_vat, add_vat):
        with pytest.raises(InputError) as caught:
            refuse(D(100), D("-0.01"), "CNY")
        assert caught.value.message == "A VAT rate cannot be below zero."
        assert caught.value.hint == "Enter a rate such as 1% or 6%."


@given(amounts, rates)
def test_net_and_tax_add_up(gross: Decimal, rate: Decimal) -> None:
    net, tax = split_vat(gross, rate, "CNY")
    assert net + tax == gross
    assert 0 <= tax <= gross
    assert net == round(net, 2)


@given(amounts, rates | st.decimals(0, 1, places=3))
def test_taking_vat_out_undoes_putting_it_on_top(net: Decimal, rate: Decimal) -> None:
    assert split_vat(add_vat(net, rate, "CNY"), rate, "CNY")[0] == net
