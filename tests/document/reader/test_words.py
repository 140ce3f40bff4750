"""Yes and no, invoices, free months; and nothing typed at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vendorcompare.core.assessment import Disclosure, Invoice, Nature
from vendorcompare.core.errors import InputError
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
    yes = "y t ok 对 能 可以 会 已含 包括 具备 提供 符合 满足 同意 好 正确 ☑ ✅ ● included"
    no = "n f False 不是 错 没 不能 不可以 不会 不包括 未含 不具备 不提供 不符合 ✘ ❌ excluded"
    for typed in yes.split():
        assert yes_of(typed) is True
    for typed in no.split():
        assert yes_of(typed) is False
    for typed in ("部分", "面议", "2", "maybe"):
        with pytest.raises(InputError):
            yes_of(typed)
    with pytest.raises(Ambiguous):
        yes_of("x")


def test_invoices_and_vat() -> None:
    for typed in ("专票", "專票", "增值税专用发票", "special"):
        assert invoice_of(typed) is Invoice.SPECIAL
    for typed in ("普票", "普通发票", "Ordinary"):
        assert invoice_of(typed) is Invoice.ORDINARY
    for typed in ("不开票", "收据", "No invoice"):
        assert invoice_of(typed) is Invoice.NONE
    with pytest.raises(Ambiguous) as asked:
        invoice_of("专票/普票")
    assert set(map(invoice_of, asked.value.choices)) == {Invoice.SPECIAL, Invoice.ORDINARY}
    assert [vat_included_of(w) for w in ("含税", "不含税", "未税", "是", "no")] == [
        True, False, False, True, False
    ]  # fmt: skip
    with pytest.raises(Ambiguous) as asked:
        vat_included_of("部分含税")
    assert tuple(map(vat_included_of, asked.value.choices)) == (True, False)


def test_kinds_of_fees() -> None:
    assert nature_of("固定") is Nature.FIXED
    assert nature_of("possible") is Nature.POSSIBLE
    assert disclosure_of("面议") is Disclosure.ON_REQUEST
    assert disclosure_of("未提及") is Disclosure.NOT_MENTIONED
    assert disclosure_of("not_mentioned") is Disclosure.NOT_MENTIONED
    with pytest.raises(InputError, match="none of the choices"):
        nature_of("whatever")


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
        ("3", 3),
    ],
)
def test_free_months(typed: str, months: int) -> None:
    assert free_months_of(typed) == months


@pytest.mark.parametrize("typed", ["前3个月", "超出2次后收取", "300元", "送鸡蛋"])
def test_no_free_months(typed: str) -> None:
    with pytest.raises(InputError):
        free_months_of(typed)
