"""What can be typed as a score, and what cannot."""

from __future__ import annotations

import pytest

from vendorcompare.core.errors import InputError
from vendorcompare.core.rubric import Criterion, Measure
from vendorcompare.core.scores import Score, State
from vendorcompare.core.text import Text
from vendorcompare.document.reader.results import Ambiguous, Habits, Points
from vendorcompare.document.reader.scores import expected, plain_number, read_score, typed_score

RATING = Criterion("r", Text.same("Courtesy"))
YES_NO = Criterion("b", Text.same("Licence"), Measure.BOOLEAN)
SHARE = Criterion("p", Text.same("Accuracy"), Measure.PERCENTAGE)
HOURS = Criterion("h", Text.same("Reply"), Measure.DURATION, unit=Text("小时", "h"))
MINUTES = Criterion("m", Text.same("Phone"), Measure.DURATION, unit=Text("分钟", "min"))
ROUNDS = Criterion("o", Text.same("Rounds"), Measure.DURATION, unit=Text("轮", "rounds"))
MONEY = Criterion("c", Text.same("Fee"), Measure.MONEY, unit=Text("元/月", "CNY/month"))
NUMBER = Criterion("n", Text.same("Staff"), Measure.NUMBER, unit=Text("人", "people"))
YEARLY = Criterion("a", Text.same("Fee"), Measure.MONEY, unit=Text("", "per year"))
BARE_MONEY = Criterion("k", Text.same("Deposit"), Measure.MONEY, unit=Text("元", "CNY"))
NUMBER_SHARE = Criterion("q", Text.same("Growth"), Measure.NUMBER, unit=Text("%", "%"))
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


@pytest.mark.parametrize(
    ("criterion", "typed", "value"),
    [
        (RATING, "★★★☆☆", 3), (RATING, "★★★★", 4), (RATING, "4/5", 4), (RATING, "4 out of 5", 4),
        (RATING, "4 of 5分", 4), (RATING, "4 points", 4), (RATING, "4分", 4),
        (RATING, "四分", 4), (RATING, "1", 1), (RATING, "5", 5),
        (SHARE, "0", 0), (SHARE, "100", 100), (SHARE, "八成", 80), (SHARE, "0.5%", 0.5),
        (NUMBER_SHARE, "85", 85), (NUMBER_SHARE, "85 %", 85), (NUMBER_SHARE, "120", 120),
        (HOURS, "0", 0), (HOURS, "1,200", 1200),
        (MONEY, "800 CNY/month", 800), (MONEY, "优惠50", -50), (MONEY, "免费", 0),
        (MONEY, "-1,200元/月", -1200),
        (YEARLY, "800元/年", 800), (YEARLY, "800", 800),
        (BARE_MONEY, "500元", 500),
        (NUMBER, "12个人", 12), (NUMBER, "12 People", 12), (NUMBER, "-3", -3), (NUMBER, "1.2万",
        12000),
        (YES_NO, "有", 1), (YES_NO, "×", 0),
    ],
)  # fmt: skip
def test_scores_in_other_forms(criterion: Criterion, typed: str, value: float) -> None:
    assert read_score(criterion, typed) == Score(value, State.SCORED)


@pytest.mark.parametrize("typed", ["N/A", "na", "N.A.", "/", "不适用", "#N/A", "Not applicable"])
def test_every_way_to_say_that_it_does_not_apply(typed: str) -> None:
    for criterion in (RATING, WORDS, MONEY):
        assert read_score(criterion, typed) == Score(state=State.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("criterion", "typed", "choices"),
    [
        (RATING, "8/10", ("8",)), (RATING, "★★☆", ("2",)), (RATING, "3-4", ("3", "4")),
        (SHARE, "0.85", ("0.85%", "85%")), (NUMBER_SHARE, "0.85", ("0.85%", "85%")),
        (MONEY, "800元/年", ("800",)), (MONEY, "800起", ("800",)), (YEARLY, "80元/月", ("80",)),
        (MONEY, "1,200.50元/次", ("1200.5",)), (HOURS, "2个工作日", ("2 d", "16 h")),
        (YES_NO, "x", ("√", "×")), (NUMBER, "10-12", ("10", "12")), (BARE_MONEY, "5元/月", ("5",)),
    ],
)  # fmt: skip
def test_what_can_mean_several_scores_is_asked(
    criterion: Criterion, typed: str, choices: tuple[str, ...]
) -> None:
    with pytest.raises(Ambiguous) as asked:
        read_score(criterion, typed)
    assert asked.value.choices == choices
    assert f'"{typed}"' in asked.value.message


@pytest.mark.parametrize(
    ("criterion", "typed", "sentences"),
    [
        (RATING, "x", '"x" is not a rating. Type a number from 1 to 5, or N/A.'),
        (YES_NO, "x?", '"x?" is not yes or no. '
         "Type yes or no (y, n, 1, 0, 是, 否), or N/A."),
        (NUMBER, "x", '"x" is not a number. Type a number such as 12 or 1,200.50, or N/A.'),
        (HOURS, "x", '"x" is not a time. Type a time such as 90 min, 1h30 or 2 小时, or N/A.'),
        (SHARE, "x", '"x" is not a percentage. Type a number from 0 to 100, or N/A.'),
        (MONEY, "abc", '"abc" is not an amount. Type a number such as 12 or 1,200.50, or N/A.'),
        (MONEY, "面议", '"面议" is not an amount. '
         "Type a number such as 12 or 1,200.50, or N/A."),
        (NUMBER, "人", '"人" is not a number. Type a number such as 12 or 1,200.50, or N/A.'),
        (RATING, "6", "6 is outside 1 to 5. Type a score within the scale of the criterion."),
        (RATING, "0.5", "0.5 is outside 1 to 5. Type a score within the scale of the criterion."),
        (SHARE, "-1", "-1 is outside 0 to 100. Type a score within the scale of the criterion."),
    ],
)  # fmt: skip
def test_what_is_no_score_is_refused(criterion: Criterion, typed: str, sentences: str) -> None:
    with pytest.raises(InputError) as refused:
        read_score(criterion, typed)
    assert refused.value.sentences == sentences


@pytest.mark.parametrize("criterion", [RATING, SHARE, HOURS, ROUNDS, MONEY, NUMBER])
def test_scores_with_a_comma(criterion: Criterion) -> None:
    comma = Habits(points=Points.COMMA)
    assert read_score(criterion, "1,5", comma) == Score(1.5, State.SCORED)
    if criterion is MONEY:
        assert read_score(criterion, "-1,5", comma) == Score(-1.5, State.SCORED)


@pytest.mark.parametrize(
    ("criterion", "value", "typed"),
    [
        (SHARE, 0.5, "0.5%"), (SHARE, 0.0, "0"), (SHARE, 1.0, "1"), (SHARE, 85.5, "85.5"),
        (NUMBER_SHARE, -0.5, "-0.5%"), (RATING, 4.5, "4.5"), (MONEY, 0.5, "0.5"),
        (YES_NO, 1.0, "yes"), (YES_NO, 0.0, "no"), (YES_NO, 0.5, "0.5"), (HOURS, 1 / 3,
        "0.333333333333"),
        (NUMBER, 1e12, "1000000000000"), (NUMBER, 999999999999.0, "999999999999"),
        (NUMBER, 1234567890123.5, "1234567890123.5"), (NUMBER, -2e12, "-2000000000000"),
    ],
)  # fmt: skip
def test_what_has_to_be_typed(criterion: Criterion, value: float, typed: str) -> None:
    assert typed_score(criterion, Score(value, State.SCORED)) == typed


def test_what_is_expected_of_each_kind() -> None:
    number = "Type a number such as 12 or 1,200.50, or N/A."
    assert [expected(c) for c in (RATING, YES_NO, SHARE, HOURS, MONEY, NUMBER)] == [
        "Type a number from 1 to 5, or N/A.",
        "Type yes or no (y, n, 1, 0, 是, 否), or N/A.",
        "Type a number from 0 to 100, or N/A.",
        "Type a time such as 90 min, 1h30 or 2 小时, or N/A.",
        number,
        number,
    ]
