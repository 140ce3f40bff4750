"""Air between Han and Latin, and sentences that follow one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorcompare import i18n
from vendorcompare.typography import joined, spaced, stopped

THIN = "\u2009"


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("共3家供应商", f"共{THIN}3{THIN}家供应商"),
        ("生成 PDF 对比表", f"生成{THIN}PDF{THIN}对比表"),
        ("已评（%）", "已评（%）"),
        ("低30%以上", f"低{THIN}30%{THIN}以上"),
        ("保存(&S)", "保存(&S)"),
        ("Save as PDF", "Save as PDF"),
    ],
)
def test_air_is_set_where_han_meets_latin(text: str, set_: str) -> None:
    assert spaced(text) == set_


@given(st.text(alphabet="税a1 %，。"))
def test_setting_twice_changes_nothing_more(text: str) -> None:
    assert spaced(spaced(text)) == spaced(text)
    assert spaced(text).replace(THIN, "").replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("sentences", "text"),
    [
        (("A name is missing.", "Type one."), "A name is missing. Type one."),
        (("缺少名称。", "请填写。"), "缺少名称。请填写。"),
        (("缺少名称。", ""), "缺少名称。"),
    ],
)
def test_sentences_are_joined_as_their_language_does(sentences: tuple[str, ...], text: str) -> None:
    assert joined(*sentences) == text


def test_a_sentence_ends_once() -> None:
    assert stopped("It is Yunfan Trading Co., Ltd..") == "It is Yunfan Trading Co., Ltd."
    assert stopped("Add a fee...") == "Add a fee..."
    assert stopped("see ../a") == "see ../a"


def test_values_are_set_like_the_words_around_them() -> None:
    i18n.set_language("zh", gap=" ")
    assert i18n.ngettext("{count} vendor", "{count} vendors", 3).format(count=3) == "3 家供应商"
