"""The unified social credit code: GB 32100-2015 and the organisation code within it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcompare.core.credit_code import (
    CodeFit,
    check,
    check_character,
    normalised,
    organisation_agrees,
)

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

#: Codes that their holders publish.
PUBLISHED = [
    "91350100M000100Y43",  # the worked example of the standard
    "91110000600037341L",
    "914403001922038216",
    "9144030071526726XG",
    "91330100799655058B",
    "91110000802100433B",
]


@pytest.mark.parametrize("code", PUBLISHED)
def test_published_codes_are_right(code: str) -> None:
    assert check(code).verdict is CodeFit.RIGHT
    assert check(code).message == "The code fits: enterprise."


def test_the_worked_example_of_the_standard() -> None:
    assert check_character("91350100M000100Y4") == "3"


def test_what_passes_by_chance_is_doubted() -> None:
    assert check("123456789012345678").verdict is CodeFit.DOUBTFUL
    assert not organisation_agrees("123456789012345678")


@pytest.mark.parametrize(
    ("typed", "verdict", "part"),
    [
        ("", CodeFit.NONE, ""),
        ("  ", CodeFit.NONE, ""),
        ("9135", CodeFit.SHORT, "4 of 18"),
        ("91350100M000100Y433", CodeFit.WRONG, "has 19"),
        ("9135O100M000100Y43", CodeFit.WRONG, 'Is it "0"'),
        ("91350100M000100Y4?", CodeFit.WRONG, '"?" is not used'),
        ("91350100M000100Y44", CodeFit.WRONG, "check character"),
    ],
)
def test_what_is_wrong_is_said(typed: str, verdict: CodeFit, part: str) -> None:
    checked = check(typed)
    assert checked.verdict is verdict
    assert part in checked.message


@pytest.mark.parametrize(("typed", "meant"), [*zip("IOSVZ", "105U2", strict=True)])
def test_a_letter_that_no_code_has_is_one_that_looks_like_it(typed: str, meant: str) -> None:
    """GB 32100-2015 leaves out I, O, S, V and Z, which are read as 1, 0, 5, U and 2."""
    checked = check(f"9135{typed}100M000100Y43")
    assert checked.message == f'"{typed}" is not used in credit codes. Is it "{meant}"?'


def test_the_way_of_writing_does_not_matter() -> None:
    typed = " 91350100-m000100y43"
    assert normalised(typed) == "91350100M000100Y43"
    assert check(typed).verdict is CodeFit.RIGHT
    assert check("９１350100M000100Y43").verdict is CodeFit.RIGHT


codes = st.text(ALPHABET, min_size=17, max_size=17).map(
    lambda first: first + check_character(first)
)


@given(codes, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(code: str, place: int, wrong: str) -> None:
    changed = code[:place] + wrong + code[place + 1 :]
    assert (check(changed).verdict is CodeFit.WRONG) == (changed != code)


@given(codes, st.integers(0, 16))
def test_neighbours_that_changed_places_are_found(code: str, place: int) -> None:
    changed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert (check(changed).verdict is CodeFit.WRONG) == (changed != code)
