"""The same characters, whoever and whatever wrote them."""

from __future__ import annotations

import pytest

from vendorcompare.document.reader.characters import has_pieces, plain


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        *((f"1{dash}2", "1-2") for dash in "-−–—‐‑﹣－"),
        *((f"1{wave}2", "1~2") for wave in "~〜～∼"),
        *((f"1{slash}2", "1/2") for slash in "/⁄∕／"),
        ("￥5", "¥5"),
        ("¥5", "¥5"),
        ("ＡＢＣ　１２％", "abc 12%"),
        ("  two \t\n words\u00a0", "two words"),
        ("Straße", "strasse"),
        ("12。5", "12.5"),
        ("好。5", "好。5"),
        ("5。", "5。"),
        *((f"a{mark}b", "ab") for mark in "\u200b\u200f\u202a\u202e\u2060\u2064\ufeff\u00ad"),
    ],
)
def test_characters_are_read_alike(typed: str, read: str) -> None:
    assert plain(typed) == read


def test_traditional_forms_are_read_as_the_simplified_ones() -> None:
    for traditional, simplified in {
        "貳叁參陸萬億兩點": "贰叁叁陆万亿两点",
        "贈送三個月": "赠送三个月",
        "免費": "免费",
        "無發票": "无发票",
        "開專票": "开专票",
        "含稅價": "含税价",
        "每張單據": "每张单据",
        "優惠": "优惠",
        "詢價後談議": "询价后谈议",
        "記賬報帳": "記账报账",
    }.items():
        assert plain(traditional) == simplified


def test_figures_off_the_line_are_told_apart() -> None:
    for pieces in ("3²", "½", "①", "H₂O", "⑴"):
        assert has_pieces(pieces), pieces
    for line in ("32", "１２", "1/2", "(1)", "", "三"):
        assert not has_pieces(line), line
