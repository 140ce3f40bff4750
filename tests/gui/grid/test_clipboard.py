"""Blocks of cells on the clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcompare.gui.grid import clipboard

CELLS = st.text(alphabet='ab1,\t\n"；是', max_size=6)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=1)
    )
)
def test_what_is_written_is_read(block: list[list[str]]) -> None:
    assert clipboard.read(clipboard.written(block)) == block


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("4\t5\r\n3\t\r\n", [["4", "5"], ["3", ""]]),  # Excel
        ("4\t5\n3\t2", [["4", "5"], ["3", "2"]]),
        ("4", [["4"]]),
        ("", []),
        ('"a\nb"\tc\n', [["a\nb", "c"]]),
        ('5" pipe\tx', [['5" pipe', "x"]]),
        ('"open\tx', [['"open', "x"]]),
        ("a\nb\tc\n", [["a", ""], ["b", "c"]]),
        ("a\t", [["a", ""]]),
    ],
)
def test_what_spreadsheets_write_is_read(text: str, block: list[list[str]]) -> None:
    assert clipboard.read(text) == block


def test_only_the_rows_wanted_are_read() -> None:
    assert clipboard.read("1\n2\n3\n", most_rows=2) == [["1"], ["2"]]
