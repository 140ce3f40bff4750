"""What `make mutants` accepts and adds up; it is too slow to be run here itself."""

from __future__ import annotations

import pytest

from build_assets import ROOT
from tests.mutants.accepted import Accepted, accepted
from tests.mutants.telling import wilson


@pytest.mark.parametrize("entry", accepted(), ids=lambda entry: f"{entry.file} {entry.after}")
def test_what_is_accepted_is_still_there_and_has_a_reason(entry: Accepted) -> None:
    lines = [line.strip() for line in (ROOT / entry.file).read_text("utf-8").splitlines()]
    assert set(entry.before.splitlines()) <= set(lines)
    assert entry.reason


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_shares_lie_where_newcombe_says(part: int, whole: int, low: float, high: float) -> None:
    """Compare with the table of his paper of 1998, method 3."""
    assert wilson(part, whole) == pytest.approx((low, high), abs=0.00005)
