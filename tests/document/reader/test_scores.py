"""What can be typed as a score, and what cannot."""

from __future__ import annotations

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.reader.scores import expected, plain_number, read_score, typed_score

RATING = Criterion("r", Text.same("Courtesy"))
YES_NO = Criterion("b", Text.same("Licence"), Measure.BOOLEAN)
SHARE = Criterion("p", Text.same("Accuracy"), Measure.PERCENTAGE)
HOURS = Criterion("h", Text.same("Reply"), Measure.DURATION, unit=Text("小时", "h"))
MINUTES = Criterion("m", Text.same("Phone"), Measure.DURATION, unit=Text("分钟", "min"))
ROUNDS = Criterion("o", Text.same("Rounds"), Measure.DURATION, unit=Text("轮", "rounds"))
MONEY = Criterion("c", Text.same("Fee"), Measure.MONEY, unit=Text("元/月", "CNY/month"))
NUMBER = Criterion("n", Text.same("Staff"), Measure.NUMBER, unit=Text("人", "people"))
WORDS = Criterion("w", Text.same("Team"), Measure.TEXT)


@pytest.mark.parametrize(
    ("criterion", "typed", "value"),
    [
        (RATING, "4", 4),
        (RATING, " ４。５ ", 4.5),
        (RATING, "3分", 3),
        (YES_NO, "y", 1),
        (YES_NO, "是", 1),
        (YES_NO, "✓", 1),
        (YES_NO, "１", 1),
        (YES_NO, "No", 0),
        (YES_NO, "否", 0),
        (YES_NO, "0", 0),
        (SHARE, "85", 85),
        (SHARE, "85%", 85),
        (SHARE, "８５ ％", 85),
        (HOURS, "1h30", 1.5),
        (HOURS, "90 min", 1.5),
        (HOURS, "1小时30分", 1.5),
        (HOURS, "2", 2),
        (HOURS, "1d", 24),
        (MINUTES, "1h30m", 90),
        (MINUTES, "90秒", 1.5),
        (MINUTES, "5 分钟", 5),
        (ROUNDS, "3 rounds", 3),
        (MONEY, "¥1,200.50", 1200.5),
        (MONEY, "￥800元/月", 800),
        (MONEY, "1.2万", 12000),
        (MONEY, "-5", -5),
        (NUMBER, "12 人", 12),
        (NUMBER, ".5", 0.5),
    ],
)
def test_an_entry_is_understood(criterion: Criterion, typed: str, value: float) -> None:
    assert read_score(criterion, typed) == Score(value, State.SCORED)


@pytest.mark.parametrize("typed", ["N/A", "n/a", "不适用", "/", "／"])
def test_what_does_not_apply_is_neither_blank_nor_zero(typed: str) -> None:
    assert read_score(RATING, typed).state is State.NOT_APPLICABLE


@pytest.mark.parametrize("typed", ["", "  ", "　"])
def test_nothing_typed_is_a_blank(typed: str) -> None:
    assert read_score(RATING, typed) == Score()


@pytest.mark.parametrize(
    ("criterion", "typed"),
    [
        (RATING, "four"),
        (RATING, "6"),
        (RATING, "0"),
        (RATING, "4,5"),
        (RATING, "1e1"),
        (RATING, "nan"),
        (RATING, "inf"),
        (RATING, "3²"),
        (RATING, "٣"),
        (RATING, "1_0"),
        (YES_NO, "maybe"),
        (YES_NO, "2"),
        (SHARE, "101%"),
        (SHARE, "%"),
        (HOURS, "1h2h"),
        (HOURS, "30 5"),
        (HOURS, "soon"),
        (HOURS, "-1"),
        (ROUNDS, "3 h"),
        (MONEY, "1,20"),
        (MONEY, "x万"),
        (NUMBER, "1.2.3"),
    ],
)
def test_junk_is_refused_with_a_way_on(criterion: Criterion, typed: str) -> None:
    with pytest.raises(InputError) as refused:
        read_score(criterion, typed)
    assert refused.value.message
    assert refused.value.hint


def test_words_are_kept_as_they_are() -> None:
    assert read_score(WORDS, " 3人＋1名主管 ") == Score(state=State.SCORED, text="3人＋1名主管")


@pytest.mark.parametrize("criterion", [RATING, YES_NO, SHARE, HOURS, MONEY, NUMBER])
@pytest.mark.parametrize("value", [1.0, 0.3333333333, 0.0])
def test_what_is_typed_again_is_the_same_score(criterion: Criterion, value: float) -> None:
    if criterion is RATING:
        value += 1
    if criterion is YES_NO:
        value = float(value > 0.5)
    score = Score(value, State.SCORED)
    assert read_score(criterion, typed_score(criterion, score)) == score


def test_blanks_and_words_are_typed_again() -> None:
    assert typed_score(RATING, Score()) == ""
    assert read_score(RATING, typed_score(RATING, Score(state=State.NOT_APPLICABLE))).state is (
        State.NOT_APPLICABLE
    )
    assert typed_score(WORDS, Score(state=State.SCORED, text="two")) == "two"


def test_large_numbers_keep_their_digits() -> None:
    assert plain_number(123456789012345.0) == "123456789012345"


@pytest.mark.parametrize("criterion", [RATING, YES_NO, SHARE, HOURS, MONEY])
def test_what_is_expected_is_said(criterion: Criterion) -> None:
    assert expected(criterion).startswith("Type")


def test_a_long_entry_is_cut_in_the_message() -> None:
    with pytest.raises(InputError) as refused:
        read_score(RATING, "long " * 100)
    assert len(refused.value.message) < 80
