"""Scores as arrays: which vendors have others than before."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from vendorcompare.core.scores import Evidence, ScoreArrays, State

BLANK = ScoreArrays.empty(2, 3, 2)


@pytest.mark.parametrize(
    ("name", "place", "value"),
    [
        ("values", (1, 2, 0), 4.0),
        ("states", (0, 2, 1), State.NOT_APPLICABLE),
        ("evidence", (1, 2, 1), Evidence.TESTED),
        ("agreed", (2, 1), 3.0),
        ("agreed_excused", (2, 0), True),
    ],
)
def test_a_vendor_is_unlike_itself_wherever_it_was_scored_anew(
    name: str, place: tuple[int, ...], value: float
) -> None:
    changed = getattr(BLANK, name).copy()
    changed[place] = value
    other = replace(BLANK, **{name: changed})
    assert other.vendors_unlike(BLANK).tolist() == BLANK.vendors_unlike(other).tolist() == [2]
    assert other.vendors_unlike(other).tolist() == []
    alone = other.of_vendors(np.array([2]))
    assert alone.vendors_unlike(BLANK.of_vendors(np.array([2]))).tolist() == [0]
    assert other.of_vendors(np.array([1, 0])).vendors_unlike(ScoreArrays.empty(2, 2, 2)).size == 0
