"""Lengths of time."""

from __future__ import annotations

import pytest

from tests.document.reader.wordlists import words
from vendorcompare.core.errors import InputError
from vendorcompare.core.text import Text
from vendorcompare.document.reader.results import Ambiguous, Habits, Points
from vendorcompare.document.reader.times import duration_of, unit_minutes

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


_UNITS = {
    1 / 60: 's sec secs second seconds 秒 秒钟 秒鐘 " ″',
    1: "m min mins minute minutes 分 分钟 分鐘 ' ′",
    15: "刻 刻钟",
    60: "h hr hrs hour hours 时 小时 个小时 钟头 个钟头 个钟 個小時",
    1440: "d day days 天 日 自然日 个自然日",
    7 * 1440: "w wk week weeks 周 星期 个星期 礼拜 个礼拜 週",
}


@pytest.mark.parametrize("minutes", _UNITS)
def test_every_unit(minutes: float) -> None:
    for word in _UNITS[minutes].split():
        assert unit_minutes(Text.same(word)) == minutes
        assert duration_of(f"3 {word}", MINUTES) == pytest.approx(3 * minutes)
        assert duration_of("3", Text.same(word)) == 3
        assert duration_of("1h", Text.same(word)) == pytest.approx(60 / minutes)
    assert unit_minutes(Text("", word)) == unit_minutes(Text(word, "")) == minutes


def test_units_that_are_no_time_or_depend() -> None:
    for unit in (Text("轮", "rounds"), Text("工作日", "working days"), Text()):
        assert unit_minutes(unit) is None
    assert unit_minutes(Text("", "calendar days")) == 1440


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("1h30", 90), ("1h30m", 90), ("1h 30min 30s", 90.5), ("1天2", 1560), ("2天3小时", 3060),
        ("5分30", 5.5), ("1周", 10080), ("1w2d", 12960), ("半天", 720), ("三天", 4320),
        ("二十分钟", 20), ("十五分", 15), ("1.5h", 90), ("两小时半", 150), ("2个半小时", 150),
        ("十个半钟头", 630), ("0.5", 0.5), ("1,440", 1440), ("1h0.5m", 60.5), ("0分钟", 0),
        ("90'", 90), ("1'30\"", 1.5),
    ],
)  # fmt: skip
def test_pieces_add_up(typed: str, minutes: float) -> None:
    assert duration_of(typed, MINUTES) == minutes


def test_words_for_within() -> None:
    before = words("在 于 within under max max. < <= ≤ 不超过 最多 最长 最快 承诺")
    behind = words("之内 以内 内 内回复 内响应 内答复 内到场 max max.")
    for word in [*before, "less than ", "up to "]:
        assert duration_of(f"{word} 5分钟", MINUTES) == 5, word
    for word in [*behind, "or less"]:
        assert duration_of(f"5分钟 {word}", MINUTES) == 5, word


def _asked(typed: str, unit: Text = MINUTES) -> tuple[str, ...]:
    with pytest.raises(Ambiguous) as asked:
        duration_of(typed, unit)
    assert f'"{typed}"' in asked.value.message
    return asked.value.choices


def test_words_for_no_exact_time_are_asked() -> None:
    known = {
        ("1 min", "5 min"): words(
            "秒回 立即 立刻 马上 随时 即时 实时 immediately instantly at_once"
        ),
        ("8 h", "24 h"): words(
            "当天 当日 同日 当天内 当日内 今天 same-day same_day within_the_day"
        ),
        ("24 h", "48 h"): words("次日 第二天 隔天 隔日 翌日 明天 T+1 next-day next_day"),
        ("10分钟",): [
            *(
                f"{w}10分钟"
                for w in words("约 大约 大概 差不多 近 ~ ≈ about around approx approx.")
            ),
            *(f"10分钟{w}" for w in words("左右 上下 以上 多")),
        ],
    }
    for choices, ways in known.items():
        for typed in ways:
            assert _asked(typed) == choices, typed


def test_working_time_is_asked() -> None:
    for word in words("个工作日 工作日 工作天 个工作天 _working_days _working_day _business_days "
    "_business_day _workdays _workday"):  # fmt: skip
        assert _asked(f"2{word}") == ("2 d", "16 h"), word
    for word in words("个工作小时 工作小时 个工时 工时 _working_hours _working_hour "
    "_business_hours"):  # fmt: skip
        assert _asked(f"2{word}") == ("2 h",), word
    assert _asked("两个工作日内") == ("2 d", "16 h")


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("5-10分钟", ("5分钟", "10分钟")),
        ("5分钟-10分钟", ("5分钟", "10分钟")),
        ("30秒到1分钟", ("30秒", "1分钟")),
        ("1 to 2 h", ("1h", "2 h")),
        ("五至十分钟", ("五分钟", "十分钟")),
    ],
)
def test_spans_are_asked(typed: str, choices: tuple[str, ...]) -> None:
    assert _asked(typed) == choices


@pytest.mark.parametrize(
    "typed",
    [
        "soon",
        "3²h",
        "1h2h",
        "1m1h",
        "30 5",
        "h",
        "-5分钟",
        "1/2h",
        "内",
        "百个半小时",
        "٥-١٠分钟",
        "٥分钟",
    ],
)
def test_no_time_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        duration_of(typed, MINUTES)
    assert refused.value.sentences == (
        f'"{typed}" is not a time. Type a time such as 90 min, 1h30 or 2 小时, or N/A.'
    )


@pytest.mark.parametrize(
    ("typed", "unit", "number"),
    [
        ("3 轮", Text("轮", "rounds"), 3), ("3个轮", Text("轮", "rounds"), 3),
        ("3 Rounds", Text("轮", "rounds"), 3), ("3", Text("轮", "rounds"), 3),
        ("3", Text(), 3), ("3 working days", Text("工作日", "working days"), 3),
    ],
)  # fmt: skip
def test_a_unit_that_is_no_time_is_taken_as_it_is(typed: str, unit: Text, number: float) -> None:
    assert duration_of(typed, unit) == number


def test_other_units_do_not_fit_where_the_unit_is_no_time() -> None:
    for typed in ("3 h", "rounds", "x rounds"):
        with pytest.raises(InputError, match=f'"{typed}" is not a time'):
            duration_of(typed, Text("轮", "rounds"))


def test_times_with_a_comma() -> None:
    comma = Habits(points=Points.COMMA)
    assert duration_of("1,5", MINUTES, comma) == 1.5
    assert duration_of("1,5 轮", Text("轮", "rounds"), comma) == 1.5
    with pytest.raises(Ambiguous) as asked:
        duration_of("1.200", MINUTES, Habits(points=Points.ASK))
    assert asked.value.choices == ("1200", "1,2")
    with pytest.raises(InputError, match=r'"1\.200x" is not a time'):
        duration_of("1.200x", MINUTES, Habits(points=Points.ASK))


def test_a_long_division_leaves_no_dust() -> None:
    assert duration_of("20秒", MINUTES) == 0.333333333
    assert duration_of("7分钟", Text.same("小时")) == 0.116666667
