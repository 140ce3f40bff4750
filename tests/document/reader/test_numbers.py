"""Numbers and percentages, and what is none of them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.document.reader.wordlists import words
from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.numbers import number_of, whole_number_of, written
from vendorcompare.document.reader.results import Ambiguous, Habits, Points, Shares
from vendorcompare.document.reader.shares import percent_of, rate_of, typed_rate

EITHER_POINT = Habits(points=Points.ASK)
COMMA = Habits(points=Points.COMMA)


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
    "digits", ["零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "零壹貳參肆伍陸柒捌玖"]
)
def test_every_numeral(digits: str) -> None:
    assert [number_of(digit) for digit in digits] == list(range(10))
    assert [number_of(f"{digit}拾") for digit in digits[1:]] == list(range(10, 100, 10))


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("〇", 0), ("十", 10), ("拾", 10), ("二十", 20), ("九十九", 99), ("一百", 100), ("贰佰",
        200),
        ("一百零一", 101), ("一百一十", 110), ("一百一十一", 111), ("三千", 3000), ("两仟", 2000),
        ("一千零五十", 1050), ("两千零八", 2008), ("一万", 10_000), ("十万", 100_000),
        ("一万二千", 12_000), ("三十万零五百", 300_500), ("一百二十万", 1_200_000),
        ("一亿", 100_000_000), ("两亿三千万", 230_000_000), ("一万二千亿", 1_200_000_000_000),
        ("一亿零三百五十万二千", 103_502_000), ("二〇二六", 2026), ("一九九八", 1998),
    ],
)  # fmt: skip
def test_numerals(numeral: str, number: int) -> None:
    assert number_of(numeral) == number


@pytest.mark.parametrize(
    "numeral",
    [
        "百",
        "万",
        "亿",
        "零万",
        "百五",
        "百十",
        "二二",
        "二〇二六一",
        "五十十",
        "零十",
        "一二百",
        "一万二万",
        "一亿二亿",
        "千百",
        "二百三千",
        "零百",
        "万五千",
        "一万万",
    ],
)
def test_numerals_that_are_no_number(numeral: str) -> None:
    with pytest.raises(InputError, match="is not a number"):
        number_of(numeral)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("2百", "200"), ("1.5千", "1500"), ("1.5k", "1500"), ("1.5K", "1500"), ("2万", "20000"),
        ("1.5 W", "15000"), ("3百万", "3000000"), ("0.5千万", "5000000"), ("1.2亿", "120000000"),
        ("1,200万", "12000000"), ("-1.5万", "-15000"), ("+5", "5"), ("- 5", "-5"), (".5", "0.5"),
        ("1,234,567,890,123,456.5", "1234567890123456.5"), ("123456789012345", "123456789012345"),
        ("0.123456789012", "0.123456789012"),
    ],
)  # fmt: skip
def test_scales_and_signs(typed: str, number: str) -> None:
    assert number_of(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        "1234567890123456", "0.1234567890123", "1,234,567,890,123,456,789", "0,123", "012,345",
        "1,23,456", "1.", ".", "5.万", ".万", "+-5", "万5", "1万万",
    ],
)  # fmt: skip
def test_figures_of_no_known_form(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        number_of(typed)
    assert refused.value.sentences == (
        f'"{typed}" is not a number. Type a number such as 12 or 1,200.50.'
    )


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


def test_about_at_least_and_at_most_are_no_figures() -> None:
    before = words(
        "约 大约 大概 差不多 近 ~ ≈ c. ca. about around approx approx. 至少 不少于 最少 > >= ≥ "
        "不低于 from 超过 over 最多 不超过 < <= ≤ 不高于 at_least_ more_than_ up_to_ at_most_"
    )
    behind = words("左右 上下 以上 多 起 + 以内 以下 内 _or_more _or_less")
    for typed in [f"{word}1,200" for word in before] + [f"1,200{word}" for word in behind]:
        with pytest.raises(Ambiguous, match="is not one exact figure") as asked:
            number_of(typed)
        assert asked.value.choices == ("1,200",), typed


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("三千五", ("3500", "3005")),
        ("一万五", ("15000", "10005")),
        ("一亿五", ("150000000", "100000005")),
        ("两千三百五", ("2350", "2305")),
        ("20 to 30", ("20", "30")),
        ("20到30", ("20", "30")),
        ("20～30", ("20", "30")),
        ("20 - 30", ("20", "30")),
    ],
)
def test_what_may_be_two_figures(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Ambiguous) as asked:
        number_of(typed)
    assert asked.value.choices == choices
    assert asked.value.hint == f'Type "{choices[0]}" or "{choices[1]}".'
    assert f'"{typed}"' in asked.value.message


def test_whole_numbers() -> None:
    assert [whole_number_of(typed) for typed in ("", "12", "1,200", "3.0", "十二", "-3")] == [
        None, 12, 1200, 3, 12, -3
    ]  # fmt: skip
    with pytest.raises(InputError) as refused:
        whole_number_of("1.5")
    assert refused.value.sentences == (
        '"1.5" is not a whole number. Type a number without decimals, such as 12.'
    )


@pytest.mark.parametrize(
    ("number", "text"),
    [("1.50", "1.5"), ("100", "100"), ("0.0", "0"), ("1E+3", "1000"), ("-0.10", "-0.1")],
)
def test_numbers_are_written_without_needless_zeros(number: str, text: str) -> None:
    assert written(Decimal(number)) == text
    assert written(None) == ""


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


@pytest.mark.parametrize("typed", ["٣", "١,٢", "١,٢٠٠", "١.٢٠٠", "٣万", "٢٠-٣٠", "约٣"])
@pytest.mark.parametrize("points", Points)
def test_digits_of_other_scripts_are_not_read(typed: str, points: Points) -> None:
    with pytest.raises(InputError, match="is not a number"):
        number_of(typed, Habits(points=points))


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1,5", "1.5"), ("1.200", "1200"), ("1.5", "1.5"), ("1,200", "1.2"), ("1,5万", "15000")],
)
def test_where_the_comma_stands_before_the_decimals(typed: str, number: str) -> None:
    assert number_of(typed, COMMA) == Decimal(number)


def test_a_thousand_or_one_is_asked_so_that_the_answer_is_clear() -> None:
    choices = {"1.200": ("1200", "1,2"), "1,250": ("1250", "1,25"), "12.345": ("12345", "12,3450")}
    for typed, expected in choices.items():
        with pytest.raises(Ambiguous, match="can be read in several ways") as asked:
            number_of(typed, EITHER_POINT)
        assert asked.value.choices == expected


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
        *(
            (f"6{sign}", "6")
            for sign in ("%", " %", " per cent", "percent", " pct", "个点", "个百分点")
        ),
        ("5‰", "0.5"),
        ("千分之五", "0.5"),
        ("1.5成", "15"),
        ("-5%", "-5"),
        ("1.5", "1.5"),
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


def test_percentages_with_a_comma() -> None:
    for typed, number in {
        "1,5": 1.5,
        "1,5%": 1.5,
        "百分之1,5": 1.5,
        "1,5‰": 0.15,
        "1,5成": 15,
    }.items():
        assert percent_of(typed, COMMA) == Decimal(str(number))
    assert rate_of("1,5", COMMA) == Decimal("0.015")


@pytest.mark.parametrize("typed", ["x", "x%", "x‰", "x成", "百分之x", "%", "1,5成"])
def test_no_percentages(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        percent_of(typed)
    assert refused.value.sentences == (
        f'"{typed}" is not a percentage. Type a number such as 6 or 6%.'
    )


def test_rates() -> None:
    assert rate_of("6%") == rate_of("6") == rate_of("６％") == Decimal("0.06")
    assert [rate_of(typed) for typed in ("0", "100", "0.5%")] == [0, 1, Decimal("0.005")]
    for wrong in ("150", "-1", "100.5"):
        with pytest.raises(InputError) as refused:
            rate_of(wrong)
        assert refused.value.sentences == (
            f'"{wrong}" is not a rate from 0 to 100 per cent. Type a number such as 5.'
        )


@pytest.mark.parametrize(
    ("rate", "text"),
    [("0", "0"), ("0.005", "0.5%"), ("0.01", "1"), ("0.015", "1.5"), ("0.06", "6"), ("1", "100")],
)
def test_a_rate_is_written_so_that_it_is_read_again(rate: str, text: str) -> None:
    assert typed_rate(Decimal(rate)) == text
    assert rate_of(text) == Decimal(rate)
