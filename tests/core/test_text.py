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


@pytest.mark.parametrize(
    ("text", "zh", "en", "both"),
    [
        (Text("月费", "Monthly fee"), "月费", "Monthly fee", "月费 Monthly fee"),
        (Text("月费", ""), "月费", "月费", "月费"),
        (Text("", "Monthly fee"), "Monthly fee", "Monthly fee", "Monthly fee"),
        (Text.same("ERP"), "ERP", "ERP", "ERP"),
        (Text(), "", "", ""),
    ],
)
def test_words_that_are_missing_are_read_in_the_other_language(
    text: Text, zh: str, en: str, both: str
) -> None:
    assert (text.get("zh"), text.get("en"), text.both()) == (zh, en, both)
    assert bool(text) == bool(zh)


def test_words_of_both_languages_stand_apart_as_their_place_asks() -> None:
    assert Text("月费", "Fee").both(" / ") == "月费 / Fee"


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (Text("月费", "Fee"), Text("新", "Fee"), Text("月费", "新")),
        (Text.same("ERP"), Text.same("新"), Text.same("新")),
        (Text(), Text.same("新"), Text.same("新")),
        (Text("", "Fee"), Text("新", "Fee"), Text("", "新")),
    ],
)
def test_words_of_one_language_are_replaced_in_both_where_they_read_the_same(
    text: Text, zh: Text, en: Text
) -> None:
    assert (text.with_words("zh", "新"), text.with_words("en", "新")) == (zh, en)
