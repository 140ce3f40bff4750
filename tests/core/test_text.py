"""Words in two languages, also where they were typed one behind the other."""

from __future__ import annotations

import pytest

from vendorcompare.core.text import Text


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("记账报税月费 Monthly bookkeeping", "记账报税月费", "Monthly bookkeeping"),
        ("建账费 Set-up", "建账费", "Set-up"),
        ("账本费　Ledgers", "账本费", "Ledgers"),
        ("超量凭证 Vouchers above 120", "超量凭证", "Vouchers above 120"),
        ("记账费（首年特价）Monthly fee, first-year offer", "记账费（首年特价）", None),
    ],
)
def test_words_of_both_languages_are_parted(typed: str, zh: str, en: str | None) -> None:
    assert Text.parted(typed) == Text(zh, en or typed.removeprefix(zh))


@pytest.mark.parametrize(
    "typed",
    ["", "金蝶 ERP", "用友 U8 售后", "钉钉 Pro", "Monthly fee", "月费", "ERP 服务费", "专票 6%"],
)
def test_what_may_be_one_name_stays_whole(typed: str) -> None:
    assert Text.parted(typed) == Text.same(typed)
