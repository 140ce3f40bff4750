"""Where the head row is."""

from __future__ import annotations

from vendorcompare.document.exchange.tables.head_row import Head, first_row, head_of
from vendorcompare.document.exchange.tables.text import HIGHEST_HEAD

NAMES = {"Fee": "label", "价格": "amount", "税率": "rate"}


def _head(row: int, *fields: str | None, per_cent: tuple[int, ...] = ()) -> Head:
    return Head(row, fields, frozenset(per_cent))


def test_the_first_row_with_all_that_is_needed_is_the_head() -> None:
    rows = [["报价单"], ["Fee", "x"], [" FEE ", "价格"], ["Fee", "价格"]]
    assert head_of(rows, NAMES, ("label", "amount")) == _head(2, "label", "amount")
    assert head_of(rows, NAMES, ("label",)) == _head(1, "label", None)
    assert head_of(rows, NAMES, ("rate",)) is None
    assert head_of([], NAMES, ("rate",)) is None


def test_a_head_row_is_looked_for_at_the_top_alone() -> None:
    below = [["x"]] * (HIGHEST_HEAD - 1) + [["Fee"]]
    assert head_of(below, NAMES, ("label",)) == _head(HIGHEST_HEAD - 1, "label")
    assert head_of([["x"], *below], NAMES, ("label",)) is None


def test_columns_that_count_or_are_empty_say_nothing() -> None:
    for count in ("序号", "编号", "行号", "No", "NO.", "nr", "Nr.", "#", "ID", "序", "№", "", " "):
        rows = [[count, "Fee"], ["", "x"]]
        assert first_row(rows, NAMES) == _head(0, "", "label"), count
    assert first_row([["", "Fee"], ["1", "x"]], NAMES) == _head(0, None, "label")
    assert first_row([["", "Fee"], ["1"]], NAMES) == _head(0, None, "label")
    assert first_row([["Fee", ""], ["x"], ["x", " "]], NAMES) == _head(0, "label", "")


def test_units_in_brackets_belong_to_no_name() -> None:
    for name in ("价格(元)", "价格（元/月）", "价格[元]", "价格【元】", "价格 (CNY)"):
        assert first_row([[name]], NAMES).fields == ("amount",), name
    for name in ("税率%", "税率（%）", "税率(%)", "税率[%]", "税率％"):
        assert first_row([["Fee", name]], NAMES) == _head(0, "label", "rate", per_cent=(1,)), name
    assert first_row([["(元)价格"]], NAMES).fields == (None,)


def test_the_first_row_that_is_not_empty_is_read_whatever_it_lacks() -> None:
    assert first_row([["", " "], ["x", "Fee"]], NAMES) == _head(1, None, "label")
    assert first_row([[""], [""]], NAMES) == _head(0, "")
