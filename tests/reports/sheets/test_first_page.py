"""The first page: names are read at once, and nothing is said of what is not known."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.reports import samples
from tests.reports.papers import Paper, only, squeezed
from vendorcompare.core.assessment import CostLine


def test_where_no_vendor_can_be_chosen_nothing_is_said_of_those_that_can() -> None:
    made = samples.assessment(2, filled=1)
    values = made.scores.values.copy()
    values[:, :, made.rubric.position["c0.1"]] = 0  # the must-have
    failed = samples.with_scores(made, values=values)
    first = Paper(failed, samples.options(language="en")).pages[0]
    assert "vendor that can be chosen" not in first
    for vendor in made.vendors:
        assert squeezed(f"{vendor.name}: would cost") in squeezed(first)


def test_nothing_is_said_to_be_open_only_of_what_is_known() -> None:
    words = "Nothing is open for the vendors in front."
    priced = samples.assessment(2, filled=1)
    complete = replace(priced, cost_lines=tuple(_monthly(each.key) for each in priced.vendors))
    assert words in Paper(complete, samples.options(language="en")).pages[0]
    unscored = samples.assessment(2, filled=0)
    for made in (unscored, samples.assessment(2, prices=False), replace(unscored, cost_lines=())):
        assert words not in Paper(made, samples.options(language="en")).text


def _monthly(vendor: str) -> CostLine:
    return CostLine(f"{vendor}.fee", vendor, "代理记账月费", amount=Decimal(300))


def test_the_brackets_of_a_name_are_not_torn() -> None:
    made = samples.assessment(2)
    vendor = replace(made.vendors[0], name="北京金税通会计师事务所（普通合伙）")
    printed = Paper(replace(made, vendors=(vendor, made.vendors[1])), samples.options())
    lines = [line for line in printed.lines() if "普通合伙" in line or "合伙）" in line]
    assert lines
    assert all("（普通合伙）" in line for line in lines)


def test_a_usual_chinese_name_stands_on_one_line() -> None:
    made = samples.assessment(3, filled=0.9)
    names = (
        "北京勤诚财税咨询有限公司",
        "上海账无忧代理记账有限公司",
        "苏州诚信财务管理咨询有限公司",
    )
    people = zip(made.vendors, names, strict=True)
    named = replace(made, vendors=tuple(replace(vendor, name=name) for vendor, name in people))
    lines = [
        squeezed(line) for line in Paper(named, samples.options(left_out=only("summary"))).lines()
    ]
    for name in names:
        assert any(name in line and "0–100" not in line and line != name for line in lines)
