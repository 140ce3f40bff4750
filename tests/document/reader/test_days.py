"""Days, moments and months."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.days import day_of, moment_of, month_of
from vendorcompare.document.reader.results import Ambiguous


@pytest.mark.parametrize(
    "typed",
    [
        "2026年12月1日", "２０２６年１２月１日", "2026 年 12 月 1 日",
        "二〇二六年十二月一日", "2026/12/1", "2026-12-01",
        "2026.12.1", "20261201", "1 Dec 2026", "Dec 1, 2026", "December 1st, 2026",
    ],
)  # fmt: skip
def test_days(typed: str) -> None:
    assert day_of(typed) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("12/1/2026", ("2026-01-12", "2026-12-01")),
        ("2026年12月", ("2026-12-01", "2026-12-31")),
        ("2026-02", ("2026-02-01", "2026-02-28")),
        ("26年12月1日", ("2026-12-01",)),
    ],
)
def test_days_that_are_asked(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Ambiguous) as asked:
        day_of(typed)
    assert asked.value.choices == choices


@pytest.mark.parametrize("typed", ["2026-02-30", "12月1日", "2026/13/1", "today", "46357", "1/2"])
def test_no_days(typed: str) -> None:
    with pytest.raises(InputError):
        day_of(typed)


def test_moments() -> None:
    morning = datetime(2026, 3, 2, 9, 5)  # noqa: DTZ001 - none was written
    for typed in (
        "2026-03-02 09:05",
        "2026年3月2日 9点05分",
        "2026/3/2 上午9:05",
        "2026-03-02T09:05",
    ):
        assert moment_of(typed) == morning
    assert moment_of("2026/3/2 下午9:05") == morning.replace(hour=21)
    shanghai = timezone(timedelta(hours=8))
    assert moment_of("2026-03-02T09:05+08:00") == morning.replace(tzinfo=shanghai)
    for typed in ("2026-03-02", "9:05", "2026-03-02 25:00"):
        with pytest.raises(InputError):
            moment_of(typed)


_NAMES = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
    "august aug", "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_names(month: int) -> None:
    expected = date(2027, month, 3)
    for name in _NAMES[month - 1].split():
        for typed in (f"3 {name} 2027", f"3rd {name.title()}. 2027", f"{name} 3, 2027",
                      f"3-{name}-2027", f"{name.upper()} 3rd 2027"):  # fmt: skip
            assert day_of(typed) == expected, typed
    for typed in (
        f"2027年{month}月3号",
        f"2027.{month:02}.03",
        f"2027{month:02}03",
        f"2027/{month}/3",
    ):
        assert day_of(typed) == expected, typed
    with pytest.raises(Ambiguous) as asked:
        day_of(f"2027年{month}月")
    first, last = map(day_of, asked.value.choices)
    assert first == date(2027, month, 1)
    assert last is not None
    assert (last + timedelta(days=1)).day == 1
    assert last.month == month


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("31/12/2026", date(2026, 12, 31)), ("12/31/2026", date(2026, 12, 31)),
        ("13.1.2027", date(2027, 1, 13)), ("1-13-2027", date(2027, 1, 13)),
        ("1st Dec 2026", date(2026, 12, 1)), ("2nd Dec, 2026", date(2026, 12, 2)),
        ("4th-Dec-2026", date(2026, 12, 4)), ("2026年2月28", date(2026, 2, 28)),
        ("19991231", date(1999, 12, 31)), ("二〇二六年十月十日", date(2026, 10, 10)),
        ("2026年十月二十一日", date(2026, 10, 21)),
    ],
)  # fmt: skip
def test_days_in_other_forms(typed: str, day: date) -> None:
    assert day_of(typed) == day


@pytest.mark.parametrize(
    "typed", ["2026-1/2", "31/31/2026", "2026年13月", "18991231", "2026-13", "30 Feb 2026",
    "Feb 30 2026",
              "年", "零年1月1日", "1 Foo 2026"]
)  # fmt: skip
def test_no_day_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        day_of(typed)
    assert refused.value.sentences == (
        f'"{typed}" is not a date. Type year, month and day, such as 2027-01-31.'
    )


def test_what_is_asked_of_a_day_names_what_was_typed() -> None:
    for typed in ("1/2/2026", "2026-02", "2026年2月", "26年2月3日"):
        with pytest.raises(Ambiguous, match="can be read in several ways") as asked:
            day_of(typed)
        assert f'"{typed}"' in asked.value.message
    assert asked.value.choices == ("2026-02-03",)


@pytest.mark.parametrize(
    ("typed", "hour", "minute", "second"),
    [
        ("2026-03-02 09:05:30", 9, 5, 30), ("2026-03-02 9:05:30", 9, 5, 30),
        ("2026/3/2 21:05", 21, 5, 0), ("2026/3/2 9:05pm", 21, 5, 0), ("2026/3/2 9:05 PM", 21, 5, 0),
        ("2026/3/2 9:05 am", 9, 5, 0), ("2026/3/2 12:05 am", 0, 5, 0), ("2026/3/2 12:05 pm", 12,
        5, 0),
        ("2026年3月2日上午9点", 9, 0, 0), ("2026年3月2日下午3点20分", 15, 20, 0),
        ("2026年3月2日晚上8点", 20, 0, 0), ("2026年3月2日早上8时30分", 8, 30, 0),
        ("2026年3月2日中午12点", 12, 0, 0), ("2026年3月2号 9.30", 9, 30, 0),
        ("2 Mar 2026 9:05", 9, 5, 0), ("2026/3/2 下午 12:30", 12, 30, 0),
         ("2026/3/2 23:59", 23, 59, 0), ("2026/3/2 0:00", 0, 0,
        0),
    ],
)  # fmt: skip
def test_times_of_day(typed: str, hour: int, minute: int, second: int) -> None:
    expected = datetime(2026, 3, 2, hour, minute, second)  # noqa: DTZ001 - none was written
    assert moment_of(typed) == expected


def test_moments_keep_their_zone() -> None:
    shanghai = timezone(timedelta(hours=8))
    expected = datetime(2026, 3, 2, 9, 5, tzinfo=shanghai)
    for typed in (
        "2026-03-02 09:05+08:00",
        "2026/3/2 9:05 +0800",
        "2026/3/2T09:05+08",
        "2026/3/2 09:05+08:00",
    ):
        assert moment_of(typed) == expected
    assert moment_of("2026-03-02T01:05Z") == moment_of("2026/3/2 1:05z") == expected
    for typed in ("2026-03-02 09:05:30.25", "2026/3/2 9:05:30.250000"):
        assert moment_of(typed) == datetime(2026, 3, 2, 9, 5, 30, 250000)  # noqa: DTZ001


@pytest.mark.parametrize("typed", ["2026-03-02", "9:05", "2026/3/2 25:00", "2026/3/2 9:61", "noon"])
def test_no_moment_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        moment_of(typed)
    assert refused.value.sentences == (
        f'"{typed}" is not a date with a time of day. Type it such as 2027-01-31 09:00.'
    )


@pytest.mark.parametrize(
    "typed",
    [
        "2026年12月1日",
        "2026-12-01",
        "20261201",
        "31/12/2026",
        "1 Dec 2026",
        "Dec 1 2026",
        "2026-12",
    ],
)
def test_digits_of_other_scripts_are_not_read(typed: str) -> None:
    other = typed.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    for reader, text in ((day_of, other), (moment_of, f"2026-12-01 {other[:2]}:{other[2:4]}")):
        with pytest.raises(InputError, match="is not a date"):
            reader(text)


def test_a_moment_of_no_day_is_refused_for_its_day() -> None:
    with pytest.raises(InputError, match="is not a date\\."):
        moment_of("2026/13/2 9:05")
    with pytest.raises(Ambiguous) as asked:
        moment_of("1/2/2026 9:05")
    assert asked.value.choices == ("2026-02-01", "2026-01-02")


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("1", 1), ("600", 600), ("13", 13), ("第13个月", 13), ("13 months", 13), ("第3月", 3),
        ("month 3", 3), ("M3", 3), ("三个月", 3), ("3个月", 3), ("第1年", 1), ("第2年", 13),
        ("第三年", 25), ("第50年", 589), ("12.0", 12),
    ],
)  # fmt: skip
def test_months(typed: str, month: int) -> None:
    assert month_of(typed) == month


@pytest.mark.parametrize(
    "typed", ["0", "601", "x", "1.5", "第51年", "第0年", "第x年", "-1", "第个月"]
)
def test_no_months(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        month_of(typed)
    assert refused.value.sentences == (
        f'"{typed}" is not a month. Months count from 1 at the start: type 13 for the second year.'
    )
