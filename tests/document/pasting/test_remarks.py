"""What is written beside a fee, clause by clause."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from vendorcompare.core.assessment import Invoice
from vendorcompare.document.pasting.remarks import Remark, read_remark, taxes_of

SPECIAL, ORDINARY = {"invoice": Invoice.SPECIAL}, {"invoice": Invoice.ORDINARY}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *((words, {"vat_included": False}) for words in ("不含税", "未含税", "未税", "不带税",
        "报价不含税")),
        *((words, {"vat_included": True}) for words in ("含税", "带税", "含税价", "均为含税价格",
        "（含税）")),
        *((words, SPECIAL) for words in ("专票", "专用发票", "增值税专用发票", "可开专票",
        "提供电子专票")),
        *((words, ORDINARY) for words in ("普票", "普通发票", "增值税普通发票", "开具普票",
        "可开增值税普票")),
        ("6%", {"vat_rate": Decimal("0.06")}),
        ("税率：1.5%", {"vat_rate": Decimal("0.015")}),
        ("税点13%", {"vat_rate": Decimal("0.13")}),
        ("含税，专票6%", {}),
        ("含税专票 6%", {"vat_included": True, "vat_rate": Decimal("0.06"), **SPECIAL}),
        ("不含税、普票+3%", {"vat_included": False, "vat_rate": Decimal("0.03"), **ORDINARY}),
        ("都可提供专票", SPECIAL),
        ("含税的发票", {"vat_included": True}),
        ("含税 200元", {}),
        ("收据", {}),
        ("", {}),
        ("开具发票", {}),
    ],
)  # fmt: skip
def test_what_is_said_of_taxes(text: str, said: dict[str, Any]) -> None:
    assert taxes_of(text) == said


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("", Remark()),
        ("赠送3个月", Remark({"free_months": 3})),
        ("签一年送三个月；含税", Remark({"free_months": 3, "vat_included": True})),
        ("3", Remark(open=("3",))),
        ("年付", Remark(billing="年付")),
        ("年付，季付", Remark(billing="年付", asides=("季付",))),
        ("专人负责，按时上门。响应快", Remark(asides=("专人负责", "按时上门", "响应快"))),
        ("专人负责\n年付; 含税", Remark({"vat_included": True}, "年付", ("专人负责",))),
        ("1,200元以上另议,专人", Remark(open=("1,200元以上另议",), asides=("专人",))),
        ("含税，，专票", Remark({"vat_included": True, **SPECIAL})),
    ],
)
def test_a_remark_is_read_clause_by_clause(text: str, remark: Remark) -> None:
    assert read_remark(text) == remark


def test_what_may_change_the_price_stays_open() -> None:
    for clause in (
        "超出5张", "一个月内有效", "首年优惠", "减半", "打折", "另算", "加收手续费", "按实际收费",
        "上门收取",
        "当面收", "超量", "价格面议", "补差价", "交押金", "违约责任", "每年上涨", "不含年报",
        "年报除外", "起步价",
        "前两次", "三年起", "¥", "$", "%", "多退少补元", "免", "free extra", "discount",
        "charged apart",
        "excluding travel", "from next year", "plus tax", "deposit",
    ):  # fmt: skip
        assert read_remark(clause) == Remark(open=(clause,)), clause
    for clause in ("服务好", "老客户", "专人对接", "weekly call", "收到后处理"):
        assert read_remark(clause) == Remark(asides=(clause,)), clause
