"""Numbers and percentages, and what is none of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.numbers import number_of, written
from vendorcompare.document.reader.results import Ambiguous, Habits, Points, Shares
from vendorcompare.document.reader.shares import percent_of, rate_of, typed_rate

EITHER_POINT = Habits(points=Points.ASK)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,200", "1200"),
        ("1，200", "1200"),
        ("１２．５", "12.5"),
        ("12。5", "12.5"),
        ("1.2万", "12000"),
        ("1.2w", "12000"),
        ("5千", "5000"),
        ("3.5k", "3500"),
        ("两百", "200"),
        ("一千二百", "1200"),
        ("叁佰伍拾", "350"),
        ("十五", "15"),
        ("一万零五", "10005"),
        ("－5", "-5"),
        ("−5", "-5"),
        ("\u200b12\u00a0", "12"),
    ],
)
def test_numbers(typed: str, number: str) -> None:
    assert number_of(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        "1 200", "1_000", "nan", "inf", "1e5", "3²", "½", "①", "٣", "1,20", "1.2.3", "1.200,50",
        "0x10", "--5", "1,2345", "abc", "1万2", "12345678901234567890",
    ],
)  # fmt: skip
def test_no_numbers(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        number_of(typed)
    assert refused.value.hint


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("三百五", ("350", "305")),
        ("20-30", ("20", "30")),
        ("20至30", ("20", "30")),
        ("约20", ("20",)),
        ("20左右", ("20",)),
        (">=20", ("20",)),
        ("20以上", ("20",)),
    ],
)
def test_what_is_not_one_number_is_asked(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Ambiguous) as asked:
        number_of(typed)
    assert asked.value.choices == choices


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,5", "1.5"),
        ("1.5", "1.5"),
        ("1200", "1200"),
        ("1.200,50", "1200.5"),
        ("1,200.50", "1200.5"),
        ("0,125", "0.125"),
        ("1.234.567", "1234567"),
    ],
)
def test_where_a_comma_may_stand_before_the_decimals(typed: str, number: str) -> None:
    assert number_of(typed, EITHER_POINT) == Decimal(number)


@pytest.mark.parametrize("typed", ["1.200", "1,200", "12.345"])
def test_a_thousand_or_one(typed: str) -> None:
    with pytest.raises(Ambiguous) as asked:
        number_of(typed, EITHER_POINT)
    large, small = (number_of(choice, EITHER_POINT) for choice in asked.value.choices)
    assert large is not None
    assert small is not None
    assert large == small * 1000
    assert number_of(typed, Habits(Points.COMMA)) in (large, small)
    assert number_of(typed, Habits(Points.POINT)) in (large, small)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False))
def test_what_is_written_is_read_again(number: Decimal) -> None:
    assert number_of(written(number)) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("90%", "90"),
        ("90％", "90"),
        ("９０", "90"),
        ("0.9%", "0.9"),
        ("0", "0"),
        ("1", "1"),
        ("九成", "90"),
        ("百分之九十", "90"),
        ("六个点", "6"),
        ("90 percent", "90"),
    ],
)
def test_percentages(typed: str, number: str) -> None:
    assert percent_of(typed) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "choices"),
    [("0.9", ("0.9%", "90%")), ("0.06", ("0.06%", "6%")), ("1.00", ("1%", "100%"))],
)
def test_a_share_of_one_or_of_a_hundred(typed: str, choices: tuple[str, ...]) -> None:
    for reader in (percent_of, rate_of):
        with pytest.raises(Ambiguous) as asked:
            reader(typed)
        assert asked.value.choices == choices
    percent, share = (
        percent_of(typed, Habits(shares=s)) for s in (Shares.PER_CENT, Shares.FRACTIONS)
    )
    assert (percent, share) == tuple(map(percent_of, choices))


def test_rates() -> None:
    assert rate_of("6%") == rate_of("6") == rate_of("６％") == Decimal("0.06")
    for wrong in ("150", "-1", "x"):
        with pytest.raises(InputError):
            rate_of(wrong)
    assert rate_of(typed_rate(Decimal("0.005"))) == Decimal("0.005")
