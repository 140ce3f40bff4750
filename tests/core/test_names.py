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
        ("深圳市企赢财税咨询有限公司", "深圳企赢代理记账有限公司"),
        ("广州正和代理记账有限公司", "广州正禾代理记账有限公司"),
        ("企赢财税 第1分公司", "企赢财税第 1 分公司（南山）"),
        ("三和财税咨询有限公司", "三和财税"),
    ],
)
def test_names_that_may_be_the_same(name: str, other: str) -> None:
    assert near(name, [other, "云算盘"]) == [other]


def test_names_that_differ() -> None:
    assert near("明账财税", ["云算盘", "企赢", "Brightbook"]) == []
    assert near("甲", ["乙", "甲"]) == []
    assert near("", ["甲"]) == []


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("供应商 1", "供应商 2"),
        ("供应商 1", "供应商 11"),
        ("代理记账供应商１", "代理记账供应商2"),
        ("企赢财税第一分公司", "企赢财税第二分公司"),
        ("代理记账机构甲", "代理记账机构乙"),
        ("Supplier A Ltd", "Supplier B Ltd"),
        ("Brightbook 2", "Brightbook 3"),
    ],
)
def test_names_that_differ_in_what_they_count(name: str, other: str) -> None:
    assert near(name, [other]) == []
