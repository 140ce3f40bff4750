from __future__ import annotations

import pytest

from tests.core.score_examples import NA, Mark, criterion, dimension, project
from vendorcompare.core.consensus import agree
from vendorcompare.core.must_haves import MustHaves, Passed, judge
from vendorcompare.core.rubric import Criterion, Measure, MustHave, Rubric

PASS, FAIL, UNKNOWN = Passed.PASS, Passed.FAIL, Passed.UNKNOWN
YES = criterion("licence", Measure.BOOLEAN, must_have=MustHave())
FAST = criterion("reply", Measure.DURATION, must_have=MustHave(at_most=60))
GOOD = criterion("quality", must_have=MustHave(at_least=3))
BAND = criterion("staff", Measure.NUMBER, must_have=MustHave(at_least=3, at_most=50))
NEVER = criterion("fine", Measure.BOOLEAN, must_have=MustHave(at_most=0))
VAGUE = criterion("vague", must_have=MustHave())
WORDS = criterion("words", Measure.TEXT, must_have=MustHave())


def judged(item: Criterion, *marks: Mark) -> MustHaves:
    """Judge one cell that several evaluators marked."""
    rubric = Rubric((dimension("d1", criterion("other"), item),))
    assessment = project(rubric, *({"a": [5, mark]} for mark in marks))
    return judge(assessment, agree(assessment))


@pytest.mark.parametrize(
    ("item", "mark", "passed"),
    [
        (YES, 1, PASS),
        (YES, 0, FAIL),
        (YES, None, UNKNOWN),
        (YES, NA, PASS),
        (NEVER, 0, PASS),
        (NEVER, 1, FAIL),
        (FAST, 60, PASS),
        (FAST, 61, FAIL),
        (FAST, None, UNKNOWN),
        (GOOD, 3, PASS),
        (GOOD, 2.5, FAIL),
        (BAND, 2, FAIL),
        (BAND, 3, PASS),
        (BAND, 50, PASS),
        (BAND, 51, FAIL),
        (VAGUE, 1, UNKNOWN),
        (VAGUE, 5, UNKNOWN),
        (VAGUE, NA, PASS),
        (WORDS, None, UNKNOWN),
        (WORDS, NA, PASS),
    ],
)
def test_a_condition(item: Criterion, mark: Mark, passed: Passed) -> None:
    found = judged(item, mark)
    assert found.criteria == (item.key,)
    assert found.codes.tolist() == [[passed]]
    assert found.failed(0) == ((item.key,) if passed is FAIL else ())
    assert found.undecided(0) == ((item.key,) if passed is UNKNOWN else ())
    assert found.excluded.tolist() == [passed is FAIL]


def test_a_disputed_yes_is_not_known() -> None:
    assert judged(YES, 1, 0, 1).codes.tolist() == [[UNKNOWN]]
    assert judged(NEVER, 1, 0).codes.tolist() == [[UNKNOWN]]
    assert judged(YES, 1, 1, None).codes.tolist() == [[PASS]]


def test_a_mean_that_meets_the_limit_but_for_rounding() -> None:
    # the mean of these is 3, which floating point may miss by its last digit
    assert judged(GOOD, 2.7, 2.9, 3.1, 3.3).codes.tolist() == [[PASS]]


def test_each_vendor_by_itself() -> None:
    rubric = Rubric((dimension("d1", YES, criterion("other"), GOOD),))
    assessment = project(rubric, {"a": [1, 1, 5], "b": [0, 1, None], "c": [0, 1, 1]})
    found = judge(assessment, agree(assessment))
    assert found.codes.tolist() == [[PASS, PASS], [FAIL, UNKNOWN], [FAIL, FAIL]]
    assert found.failed(2) == ("licence", "quality")
    assert found.undecided(1) == ("quality",)
    assert found.excluded.tolist() == [False, True, True]


def test_no_must_haves() -> None:
    rubric = Rubric((dimension("d1", criterion()),))
    assessment = project(rubric, {"a": [1]})
    found = judge(assessment, agree(assessment))
    assert found.codes.shape == (1, 0)
    assert found.failed(0) == ()
    assert not found.excluded.any()
