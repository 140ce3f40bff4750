from __future__ import annotations

import pytest

from vendorcompare.core.names import folded, near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("明账（深圳）", "明账(深圳)"),
        ("明账 财税", "明账财税"),
        ("明账\u200b财税", "明账财税"),
        ("明账\u00a0财税\ufeff", "明账财税"),
        ("ＡＢＣ Ltd", "abc ltd"),
        ("明账　财税", "明账财税"),
    ],
)
def test_names_that_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("深圳企赢财税有限公司", "深圳企赢财税"),
        ("深圳企赢财税有限公司", "深圳市企赢财税有限公司"),
        ("Brightbook Ltd.", "Bright Book Limited"),
        ("Brightbook", "Brigthbook"),
    ],
)
def test_names_that_may_be_the_same(name: str, other: str) -> None:
    assert near(name, [other, "云算盘"]) == [other]


def test_names_that_differ() -> None:
    assert near("明账财税", ["云算盘", "企赢", "Brightbook"]) == []
    assert near("甲", ["乙", "甲"]) == []
    assert near("", ["甲"]) == []
