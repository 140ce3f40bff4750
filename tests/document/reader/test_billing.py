"""How often a fee falls due, as quotations say it."""

from __future__ import annotations

import pytest

from tests.document.reader.wordlists import words
from vendorcompare.core.assessment import Billing
from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.billing import billing_of
from vendorcompare.document.reader.results import Ambiguous

_PERIODS = {
    Billing.MONTHLY: "月 月度",
    Billing.QUARTERLY: "季 季度 3个月 三个月",
    Billing.HALF_YEARLY: "半年 半年度 6个月 六个月",
    Billing.YEARLY: "年 年度 周年 12个月 十二个月",
    Billing.HOURLY: "小时 钟头 工时",
}
_BEFORE = words("每 按 每一 每隔 每满 / 一 元/ ￥/")
_PAID = words(
    "付 结 缴 交 支付 付款 缴纳 缴费 收 收取 收费 计 计费 计收 结算 预付 预缴 预收 费 一付 一结 "
    "一缴 一交 一收"
)


@pytest.mark.parametrize("billing", _PERIODS)
def test_a_period_is_named_in_many_ways(billing: Billing) -> None:
    for period in _PERIODS[billing].split():
        ways = [period, *(before + period for before in _BEFORE), *(period + p for p in _PAID)]
        ways += [
            f"每{period}一次",
            f"一次/{period}",
            f"按{period}预付 in advance",
            f"{period}付先付",
        ]
        assert {way: billing_of(way) for way in ways if billing_of(way) is not billing} == {}


@pytest.mark.parametrize(
    ("billing", "words"),
    [
        (Billing.MONTHLY, "monthly|per month|a month|/mo|mth|every month|billed monthly|once a "
        "month"),
        (Billing.MONTHLY, "p.m.|pm|p.m|p m|paid monthly in advance|monthly, in advance|每月.|"
        "月付。"),
        (Billing.QUARTERLY, "quarterly|per quarter|qtr|季费|three months|every 3 months|charged "
        "quarterly"),
        (Billing.HALF_YEARLY, "half-yearly|half yearly|half a year|half_yearly|semi-annually|"
        "semiannual"),
        (Billing.HALF_YEARLY, "every six months|6 months|twice a year|each half-year"),
        (Billing.YEARLY, "yearly|per year|annually|annual|per annum|yr|p.a.|pa|p a|twelve months|"
        "payable yearly"),
        (Billing.YEARLY, "yearly prepaid|yearly upfront|due yearly|12 months|每年一次付清"),
        (Billing.HOURLY, "hourly|per hour|/h|/hr|every hour|an hour"),
        (Billing.ONCE, "一次性|一次性收费|单笔|仅一次|只收一次|一次付清|全款|一次性付清|"
        "一次性费用|once|once only"),
        (Billing.ONCE, "one-off|one off|one-time|one time fee|single payment|lump sum|"
        "non-recurring"),
        (Billing.PER_EVENT, "按次|/次|每次|每趟|每回|每一次|单次|次|趟|按次数|按次收费|元/次|per "
        "event"),
        (Billing.PER_EVENT, "per visit|each time|every call|/occurrence|a case|per trip|per "
        "incident|per filing"),
        (Billing.PER_UNIT, "按量|按用量|按数量|按单量|单价|each|apiece|每单位|每个|/个|每张凭证|"
        "按人数|元/人/月"),
        (Billing.PER_UNIT, "per unit|per item|per pc|/piece|per voucher|per invoice|per employee|"
        "per user per month"),
        (Billing.PER_UNIT, "per seat|per head|a person|per document|per transaction|per order|per "
        "account|per contact"),
        (Billing.PER_UNIT, "按張|per_unit"),
        (Billing.QUARTERLY, "quart"),
        (Billing.PER_EVENT, "per_event|per ev"),
    ],
)  # fmt: skip
def test_billing(billing: Billing, words: str) -> None:
    found = {word: billing_of(word) for word in words.split("|")}
    assert {word: kind for word, kind in found.items() if kind is not billing} == {}


def test_what_is_counted_is_named() -> None:
    things = (
        "张 单 笔 人 户 份 票 页 条 家 席 坐席 座席 位 本 套 台 件 名 份额 凭证 张凭证 张发票 "
        "发票 订单 员工 "
        "用户 账号 账套 会话"
    )
    for thing in things.split():
        for before in ("每", "按", "/", "元/"):
            assert billing_of(before + thing) is Billing.PER_UNIT, before + thing


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("月付/年付", ("月付", "年付")),
        ("月付或年付", ("月付", "年付")),
        ("月付或者季付、年付", ("月付", "季付", "年付")),
        ("monthly or yearly", ("monthly", "yearly")),
        ("月付；年付", ("月付", "年付")),
        *((once, ("Once", "Per event")) for once in ("一次", "1次", "一次费用", "1 time")),
    ],
)
def test_billing_of_two_kinds_is_asked(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Ambiguous, match="can be read in several ways") as asked:
        billing_of(typed)
    assert asked.value.choices == choices
    assert f'"{typed}"' in asked.value.message


@pytest.mark.parametrize("typed", ["每周", "/天", "押一付三", "x", "月付或每周", "或月付", "per"])
def test_billing_that_is_not_understood(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        billing_of(typed)
    assert refused.value.message == f'"{typed}" is no kind of billing.'
    assert refused.value.hint == (
        "Type once, monthly, quarterly, half-yearly, yearly, per event, per unit or hourly."
    )


def test_billing_that_nobody_knows() -> None:
    for typed in ("?", "未知", "不知道", "不详", "待定", "TBD", "unknown", "not known"):
        with pytest.raises(InputError) as refused:
            billing_of(typed)
        assert refused.value.message == "How often the fee falls due is not said."
