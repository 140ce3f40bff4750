"""The same figure always looks the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from vendorcompare.core import formats

D = Decimal
NAN = float("nan")


@pytest.mark.parametrize(
    ("write", "given", "shown"),
    [
        (formats.points, 82.44, "82.4"),
        (formats.points, 100.0, "100.0"),
        (formats.points, NAN, "—"),
        (formats.points, None, "—"),
        (formats.hundredths, 0.999, 99),
        (formats.hundredths, 0.29, 29),  # 0.29 * 100 is a little less than 29
        (formats.share, 0.0, "0%"),
        (formats.share, 0.004, "<1%"),
        (formats.share, 0.5, "50%"),
        (formats.share, 0.999, "99%"),
        (formats.percent, D("0.1234"), "12.3"),
        (formats.rate, D("0.05"), "5%"),
        (formats.rate, D("0.0375"), "3.75%"),
        (formats.number, 1.0, "1"),
        (formats.number, 2.5, "2.5"),
        (formats.number, 2.346, "2.35"),
        (formats.number, 0.01234, "0.0123"),
        (formats.number, 12000.0, "12,000"),
        (formats.number, -3.0, "−3"),
        (formats.money, D("1234.50"), "1,234.50"),
        (formats.money, D("-7"), "−7"),
        (formats.money, None, "—"),
        (formats.whole, D("1234.60"), "1,235"),
        (formats.whole, D("-7.2"), "−7"),
        (formats.share_at_most, 0.0, "0%"),
        (formats.share_at_most, 0.001, "1%"),
        (formats.share_at_most, 0.07, "7%"),  # 0.07 * 100 is a little more than 7
        (formats.quantity, D("100.0"), "100"),
        (formats.quantity, D("-1E+3"), "−1,000"),
        (formats.size, 0, "0.1 kB"),
        (formats.size, 1500, "1.5 kB"),
        (formats.size, 999_999, "1,000.0 kB"),
        (formats.size, 1_000_000, "1.0 MB"),
    ],
)
def test_a_figure(write: Callable[[Any], object], given: Any, shown: object) -> None:
    assert write(given) == shown


def test_an_interval_needs_both_ends() -> None:
    assert formats.interval(40.0, 62.5) == "40.0–62.5"
    assert formats.interval(None, 62.5) == formats.interval(40.0, None) == "—"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("CNY", "元"), ("HKD", "港元"), ("MOP", "澳门元"), ("TWD", "新台币"), ("USD", "美元"),
        ("EUR", "欧元"), ("GBP", "英镑"), ("JPY", "日元"), ("KRW", "韩元"), ("SGD", "新加坡元"),
        ("AUD", "澳元"), ("CAD", "加元"), ("CHF", "瑞士法郎"), ("ZAR", "ZAR"),
    ],
)  # fmt: skip
def test_a_currency_has_its_chinese_name_where_chinese_is_read(code: str, name: str) -> None:
    assert formats.currency(code, "zh") == name
    assert formats.currency(code, "en") == code


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [("CNY", "人民币（元）", "CNY"), ("USD", "美元", "USD"), ("ZAR", "ZAR", "ZAR")],
)
def test_a_currency_that_stands_alone_is_named(code: str, zh: str, en: str) -> None:
    assert (formats.currency_name(code, "zh"), formats.currency_name(code, "en")) == (zh, en)


def test_days() -> None:
    assert formats.day(date(2026, 1, 5), "zh") == "2026年1月5日"
    written = [
        formats.day(date(2026, month, 31 if month == 12 else 1), "en") for month in range(1, 13)
    ]
    months = "January February March April May June July August September October November"
    assert written == [*(f"1 {month} 2026" for month in months.split()), "31 December 2026"]


@pytest.mark.parametrize(
    ("minutes", "shown"),
    [(480, "+08:00"), (0, "+00:00"), (-210, "−03:30"), (345, "+05:45")],
)
def test_a_moment_says_how_far_from_greenwich_it_is(minutes: int, shown: str) -> None:
    zone = timezone(timedelta(minutes=minutes))
    moment = datetime(2026, 3, 2, 9, 5, tzinfo=zone)
    assert formats.instant(moment) == f"2026-03-02 09:05 UTC{shown}"
    assert formats.instant(moment.astimezone(UTC)).endswith("UTC+00:00")
