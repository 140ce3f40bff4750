"""Yes and no, invoices, free months; and nothing typed at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

import pytest

from tests.document.reader.wordlists import words
from vendorcompare.core.assessment import Disclosure, Invoice, Nature
from vendorcompare.core.errors import InputError
from vendorcompare.core.fee_terms import DISCLOSURES, INVOICES, NATURES
from vendorcompare.core.text import Text
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.days import day_of, moment_of, month_of
from vendorcompare.document.reader.numbers import number_of
from vendorcompare.document.reader.prices import amount_of, price_of
from vendorcompare.document.reader.results import Ambiguous
from vendorcompare.document.reader.shares import percent_of, rate_of
from vendorcompare.document.reader.times import duration_of
from vendorcompare.document.reader.words import (
    disclosure_of,
    free_months_of,
    invoice_of,
    nature_of,
    vat_included_of,
    yes_of,
)
from vendorcompare.i18n import LANGUAGES, Language, _, set_language

READERS: tuple[Callable[[str], object], ...] = (
    number_of, percent_of, rate_of, price_of, amount_of, billing_of, day_of, moment_of, month_of,
    yes_of, vat_included_of, free_months_of, invoice_of, nature_of, disclosure_of,
)  # fmt: skip
MINUTES = Text("分钟", "min")


def test_nothing_typed_is_nothing() -> None:
    for blank in ("", "  ", "　", "\u200b", "\u00a0"):
        assert duration_of(blank, MINUTES) is None
        for reader in READERS:
            assert reader(blank) is None


def test_yes_and_no() -> None:
    for typed in ("√", "✓", "有", "是", "含", "Yes", "1", "１", "TRUE", "有！", "支持"):
        assert yes_of(typed) is True
    for typed in ("×", "✗", "无", "無", "没有", "沒有", "否", "不含", "no", "0", "不支持"):
        assert yes_of(typed) is False
    yes = (
        "y t ok 对 能 可 可以 会 包含 包括 已含 已包含 已 已有 具备 提供 符合 满足 同意 好 行 "
        "正确 真 √ ✔ ☑ ✅ "
        "● ○ included"
    )
    no = (
        "n f False 不 不是 错 没 不能 不可 不可以 不会 不包含 不包括 未含 未 未有 不具备 不提供 "
        "不符合 不满足 不同意 "
        "不行 假 ✘ ✕ ✖ ☒ ❌ ╳ excluded"
    )
    for typed in yes.split():
        assert yes_of(typed) is True
    for typed in no.split():
        assert yes_of(typed) is False
    for typed in ("部分", "面议", "2", "maybe"):
        with pytest.raises(InputError) as refused:
            yes_of(typed)
        assert refused.value.sentences == f'"{typed}" is neither yes nor no. Type yes or no.'
    with pytest.raises(Ambiguous, match='"X" can be read in several ways') as asked:
        yes_of("X")
    assert tuple(map(yes_of, asked.value.choices)) == (True, False)


def test_yes_and_no_in_the_language_of_the_window() -> None:
    for language in LANGUAGES:
        set_language(language)
        assert (yes_of(_("Yes")), yes_of(_("No"))) == (True, False)


_INVOICES = {
    Invoice.SPECIAL: (
        "专票 專票 专用发票 增值税专用发票 专用 增专 增值税专票 可开专票 开专票 提供专票 电子专票 "
        "special special_VAT "
        "Special_invoice special_VAT_invoice VAT_special_invoice"
    ),
    Invoice.ORDINARY: (
        "普票 普通发票 增值税普通发票 普通 增普 增值税普票 可开普票 开普票 提供普票 电子普票 "
        "Ordinary general normal "
        "ordinary_invoice ordinary_VAT_invoice general_VAT_invoice"
    ),
    Invoice.NONE: (
        "无票 不开票 不开发票 无发票 没有发票 不提供发票 不含票 无 没有 收据 仅收据 none no "
        "No_invoice receipt "
        "receipt_only"
    ),
}
_NATURES = {
    Nature.FIXED: "固定 固定费用 必收 必交 基本 基础 fixed regular",
    Nature.VARIABLE: "变动 按量 浮动 随量 随用量 可变 variable",
    Nature.POSSIBLE: "可能 可能发生 或有 偶发 有时 视情况 possible contingent optional",
}
_DISCLOSURES = {
    Disclosure.QUOTED: "已报价 已报 报价 报了 写明 列明 明示 quoted stated",
    Disclosure.ON_REQUEST: (
        "问后才说 面议 待询 询问后报 问了才说 问才说 另议 电议 待定 询价 追问后告知 On_request "
        "asked negotiable"
    ),
    Disclosure.NOT_MENTIONED: "未提 未提及 没提 没有提到 没说 未说明 not_mentioned unmentioned",
    Disclosure.REFUSED: "拒绝 拒绝说明 不肯说 拒答 拒不报价 不报价 拒绝告知 refused declined",
}


@pytest.mark.parametrize(
    ("reader", "words"),
    [(invoice_of, _INVOICES), (nature_of, _NATURES), (disclosure_of, _DISCLOSURES)],
)
def test_every_kind_has_its_words(
    reader: Callable[[str], object], words: Mapping[StrEnum, str]
) -> None:
    for kind, known in words.items():
        for word in known.split():
            assert reader(word.replace("_", " ")) is kind, word
        assert reader(kind.value) is kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_read_as_it_is_shown_or_begins(language: Language) -> None:
    set_language(language)
    for reader, names in (
        (invoice_of, INVOICES), (nature_of, NATURES), (disclosure_of, DISCLOSURES)
    ):  # fmt: skip
        for kind, name in names.items():
            assert reader(_(name)) is kind
    assert nature_of("fix") is Nature.FIXED
    assert disclosure_of("not men") is Disclosure.NOT_MENTIONED


def test_kinds_that_are_not_clear() -> None:
    with pytest.raises(Ambiguous, match='"专票/普票" can be read in several ways') as asked:
        invoice_of("专票/普票")
    assert asked.value.choices == ("Special VAT", "Ordinary")
    with pytest.raises(InputError) as refused:
        nature_of("whatever")
    assert refused.value.sentences == (
        '"whatever" is none of the choices. Choose one of: Fixed, Variable, Possible.'
    )


def test_whether_vat_is_in_it() -> None:
    within = words(
        "含税 含 含税价 價稅合計 已含税 是 税后 included incl gross inclusive 包税 yes √"
    )
    without = words(
        "不含税 不含 未税 未含税 税前 否 不含税价 另加税 税另计 excluded excl net exclusive +VAT "
        "no ×"
    )
    for typed in [*within, "with VAT", "VAT included"]:
        assert vat_included_of(typed) is True, typed
    for typed in [*without, "without VAT", "VAT excluded", "plus VAT", "+ VAT"]:
        assert vat_included_of(typed) is False, typed
    with pytest.raises(Ambiguous, match='"部分含税" can be read in several ways') as asked:
        vat_included_of("部分含税")
    assert asked.value.choices == ("with VAT", "without VAT")
    with pytest.raises(InputError) as refused:
        vat_included_of("whatever")
    assert refused.value.sentences == (
        '"whatever" is none of the choices. Choose one of: with VAT, without VAT.'
    )


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("赠送3个月", 3),
        ("贈送3個月", 3),
        ("送半年", 6),
        ("免费3个月", 3),
        ("前3个月免费", 3),
        ("买一年送三个月", 3),
        ("赠送一季度", 3),
        ("3 months free", 3),
        ("2 quarters free of charge", 6),
        ("1 year for free", 12),
        ("first 3 months free", 3),
        ("get 2 months", 2),
        ("plus 1 mo", 1),
        ("plus 1 month", 1),
        ("get 1 quarter", 3),
        ("3 years free", 36),
        ("送两季", 6),
        ("+ 2 quarters", 6),
        ("buy one year, get 2 months free", 2),
        ("首月免费", 1),
        ("头两个月免收", 2),
        ("首3个月免", 3),
        ("前半年不收费", 6),
        ("赠送一年", 12),
        ("加赠两个季度", 6),
        ("再送2个月服务费", 2),
        ("另送1个月的月费", 1),
        ("赠1个月代理费", 1),
        ("减免3个月费用", 3),
        ("免3个月", 3),
        ("免收首月", 1),
        ("送十二个月", 12),
        ("赠送半个季度", 1),
        ("3", 3),
        ("0", 0),
        ("１２", 12),
    ],
)
def test_free_months(typed: str, months: int) -> None:
    assert free_months_of(typed) == months


@pytest.mark.parametrize(
    "typed",
    [
        "前3个月",
        "首月",
        "头2个月",
        "first 3 months",
        "超出2次后收取",
        "300元",
        "送鸡蛋",
        "送半个月",
        "三个月",
        "-3",
    ],
)
def test_no_free_months(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        free_months_of(typed)
    assert refused.value.sentences == (
        f'"{typed}" is no number of free months. '
        "Type a number of months, such as 3, or nothing where none are free."
    )
