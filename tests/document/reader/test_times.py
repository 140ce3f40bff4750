"""Lengths of time, days, moments and months."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.text import Text
from vendorcompare.document.reader.days import day_of, moment_of, month_of
from vendorcompare.document.reader.results import Ambiguous
from vendorcompare.document.reader.times import duration_of

MINUTES = Text("分钟", "min")


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("5分钟", 5),
        ("半小时", 30),
        ("2h", 120),
        ("1天", 1440),
        ("24小时内", 1440),
        ("30分钟以内", 30),
        ("≤5分钟", 5),
        ("within 2 hours", 120),
        ("两小时", 120),
        ("2個小時", 120),
        ("一个半小时", 90),
        ("1小时30分", 90),
        ("两天半", 3600),
        ("一刻钟", 15),
        ("90s", 1.5),
        ("5", 5),
    ],
)
def test_times(typed: str, minutes: float) -> None:
    assert duration_of(typed, MINUTES) == minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("3个工作日", (3 * 1440, 24 * 60)),
        ("3 working days", (3 * 1440, 24 * 60)),
        ("当天", (480, 1440)),
        ("次日", (1440, 2880)),
        ("约10分钟", (10,)),
        ("5-10分钟", (5, 10)),
    ],
)
def test_times_that_are_asked(typed: str, minutes: tuple[float, ...]) -> None:
    with pytest.raises(Ambiguous) as asked:
        duration_of(typed, MINUTES)
    assert tuple(duration_of(choice, MINUTES) for choice in asked.value.choices) == minutes


def test_working_days_where_they_are_the_unit() -> None:
    assert duration_of("3个工作日", Text("工作日", "working days")) == 3


@pytest.mark.parametrize("typed", ["soon", "-1", "1h2h", "1个月", "3²h", "尽快"])
def test_no_times(typed: str) -> None:
    with pytest.raises(InputError):
        duration_of(typed, MINUTES)


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


def test_months() -> None:
    assert month_of("13") == month_of("第13个月") == month_of("第2年") == 13
    for typed in ("0", "601", "x", "1.5"):
        with pytest.raises(InputError):
            month_of(typed)
