"""Prices with their currency and billing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.document.reader.wordlists import words
from vendorcompare.core.assessment import Billing
from vendorcompare.core.errors import InputError
from vendorcompare.document.reader.prices import Price, PriceNote, amount_of, price_of
from vendorcompare.document.reader.results import Ambiguous, Habits, Points

YUAN = Habits(currency="CNY")


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("200元/月", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("200/月", Price(Decimal(200), "", Billing.MONTHLY)),
        ("每月200元", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("200元一个月", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("CNY 200 monthly", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("¥ 300/mo", Price(Decimal(300), "CNY", Billing.MONTHLY)),
        ("年费2400元", Price(Decimal(2400), "CNY", Billing.YEARLY)),
        ("1,200元/年", Price(Decimal(1200), "CNY", Billing.YEARLY)),
        ("3000 p.a.", Price(Decimal(3000), "", Billing.YEARLY)),
        ("1.2万元/年", Price(Decimal(12000), "CNY", Billing.YEARLY)),
        ("600元/季度", Price(Decimal(600), "CNY", Billing.QUARTERLY)),
        ("2,400元/半年", Price(Decimal(2400), "CNY", Billing.HALF_YEARLY)),
        ("100元/次", Price(Decimal(100), "CNY", Billing.PER_EVENT)),
        ("100 per visit", Price(Decimal(100), "", Billing.PER_EVENT)),
        ("20元/张", Price(Decimal(20), "CNY", Billing.PER_UNIT)),
        ("20元/人/月", Price(Decimal(20), "CNY", Billing.PER_UNIT)),
        ("80元/小时", Price(Decimal(80), "CNY", Billing.HOURLY)),
        ("1500元一次性", Price(Decimal(1500), "CNY", Billing.ONCE)),
        ("￥300", Price(Decimal(300), "CNY")),
        ("RMB 300", Price(Decimal(300), "CNY")),
        ("人民币300元", Price(Decimal(300), "CNY")),
        ("三百元", Price(Decimal(300), "CNY")),
        ("300块钱", Price(Decimal(300), "CNY")),
        ("叁佰元整", Price(Decimal(300), "CNY")),
        ("免费", Price(Decimal(0), remark=PriceNote.FREE)),
        ("免費", Price(Decimal(0), remark=PriceNote.FREE)),
        ("不收", Price(Decimal(0), remark=PriceNote.FREE)),
        ("free of charge", Price(Decimal(0), remark=PriceNote.FREE)),
        ("含", Price(Decimal(0), remark=PriceNote.INCLUDED)),
        ("已包含", Price(Decimal(0), remark=PriceNote.INCLUDED)),
        ("面议", Price(remark=PriceNote.NEGOTIABLE)),
        ("面議", Price(remark=PriceNote.NEGOTIABLE)),
        ("on request", Price(remark=PriceNote.NEGOTIABLE)),
        ("200元/月起", Price(Decimal(200), "CNY", Billing.MONTHLY, PriceNote.FROM)),
        ("from 200/month", Price(Decimal(200), "", Billing.MONTHLY, PriceNote.FROM)),
        ("优惠500元", Price(Decimal(500), "CNY", credit=True)),
        ("500元（含税）", Price(Decimal(500), "CNY", vat_included=True)),
        ("500元(不含税)", Price(Decimal(500), "CNY", vat_included=False)),
        ("200 + VAT", Price(Decimal(200), vat_included=False)),
    ],
)
def test_prices(typed: str, price: Price) -> None:
    assert price_of(typed, YUAN) == price


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("$100", ("CNY 100",)),
        ("US$100", ("CNY 100",)),
        ("€30", ("CNY 30",)),
        ("500港币", ("CNY 500",)),
        ("100美元", ("CNY 100",)),
        ("200-300元/月", ("200元/月", "300元/月")),
        ("约200元", ("200元",)),
        ("无", ("free", "negotiable")),
        ("-500", ("500", "less 500")),
    ],
)
def test_prices_that_are_asked(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Ambiguous) as asked:
        price_of(typed, YUAN)
    assert asked.value.choices == choices
    assert all(price_of(choice, YUAN) for choice in choices)


def test_a_sign_of_the_currency_of_the_file() -> None:
    assert price_of("$100", Habits(currency="USD")) == Price(Decimal(100), "USD")
    assert price_of("¥100", Habits(currency="JPY")) == Price(Decimal(100), "JPY")


@pytest.mark.parametrize(
    "typed",
    [
        "9折",
        "10% off",
        "200元/天",
        "abc",
        "1,20",
        "200元/月×12",
        "半价",
        "2 00元",
        "3²",
        "nan",
        "1e3",
    ],
)
def test_no_prices(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        price_of(typed, YUAN)
    assert refused.value.hint


def test_an_amount_is_only_an_amount() -> None:
    assert amount_of("￥1,250.50", YUAN) == Decimal("1250.50")
    for more in ("200元/月", "200起", "-500", "面议"):
        with pytest.raises(InputError):
            amount_of(more, YUAN)


_COSTS_NOTHING = {
    PriceNote.FREE: words(
        "免费 不收 不收费 免 免收 全免 零 不要钱 不另收费 不另外收费 不额外收费 不再收费 无费用 "
        "0费用 不收取 "
        "不收取费用 赠送 送 免费赠送 free complimentary waived gratis n/c free_of_charge "
        "no_charge no_fee"
    ),
    PriceNote.INCLUDED: words(
        "含 已含 包含 包括 内含 已包含 含在内 包含在内 含在月费内 含在年费内 含在服务费内 "
        "含在代理费内 含在代账费内 "
        "在套餐内 套餐内 套餐内包含 包 included incl incl. inclusive 已含在月费中 均包含在套餐里 "
        "都包在报价之内 in_package in_the_fee"
    ),
}


@pytest.mark.parametrize("remark", _COSTS_NOTHING)
def test_words_for_what_costs_nothing(remark: PriceNote) -> None:
    for word in _COSTS_NOTHING[remark]:
        assert price_of(word, YUAN) == Price(Decimal(0), remark=remark), word


def test_words_for_what_is_agreed_later() -> None:
    known = words(
        "面议 另议 电议 议价 价格面议 费用面议 待定 另计 另算 另行收费 另收费 另行计算 按实际 "
        "按实际情况 实报实销 "
        "视情况 视情况而定 协商 双方协商 详谈 详询 询价 咨询 单独报价 另行报价 按需报价 暂无 未定 "
        "未报 未报价 不确定 "
        "negotiable poa tbd tba ask quote varies on_request on_application to_be_agreed "
        "price_on_request by_agreement at_cost upon_request")  # fmt: skip
    for word in known:
        assert price_of(word, YUAN) == Price(remark=PriceNote.NEGOTIABLE), word


def test_words_for_no_fee_or_no_answer_are_asked() -> None:
    for typed in words("无 没有 none nil - -- / n/a na x ×"):
        with pytest.raises(Ambiguous, match="can be read in several ways") as asked:
            price_of(typed, YUAN)
        assert asked.value.choices == ("free", "negotiable"), typed
        assert f'"{typed}"' in asked.value.message


def test_vat_is_said_before_or_behind() -> None:
    for word in words(
        "含税 含税价 价税合计 税后 带税 （含税） [含税] incl.vat incltax "
        ",_incl._VAT _including_tax _incl_VAT"
    ):
        for typed in (f"500元{word}", f"{word} 500元"):
            assert price_of(typed, YUAN) == Price(Decimal(500), "CNY", vat_included=True), typed
    for word in words(
        "不含税 未含税 未税 税前 不带税 （不含税） excl.vat +VAT ;_excl._tax "
        "_excluding_VAT _plus_VAT _net_of_VAT _excl_tax"
    ):
        for typed in (f"500元{word}", f"{word} 500元"):
            assert price_of(typed, YUAN) == Price(Decimal(500), "CNY", vat_included=False), typed


def test_the_least_that_is_charged() -> None:
    least = Price(Decimal(500), "CNY", remark=PriceNote.FROM)
    before = ("起步价", "最低", "至少", "不低于", "from ", "starting at ", "starts at ", "≥")
    behind = ("起步", "起收", "起", "以上", "+")
    for typed in [f"{word}500元" for word in before] + [f"500元{word}" for word in behind]:
        assert price_of(typed, YUAN) == least, typed
    assert price_of("500元起（不含税）", YUAN) == replace(least, vat_included=False)
    monthly = replace(least, billing=Billing.MONTHLY)
    for typed in ("500元起/月", "500元起每月", "500元/月起", "每月500元起", "500元起 per month"):
        assert price_of(typed, YUAN) == monthly, typed


def test_a_price_with_two_rhythms_is_asked_with_its_amount() -> None:
    with pytest.raises(Ambiguous) as asked:
        price_of("200元/月，按季付", YUAN)
    assert asked.value.choices == ("200 月", "200 按季付")
    assert "200元/月，按季付" in str(asked.value)


def test_what_is_taken_off() -> None:
    credit = Price(Decimal(500), "CNY", credit=True)
    before = words(
        "优惠 优惠券 立减 减免 减 返现 返还 返 抵扣 折让 折扣 扣减 便宜 让利 discount less rebate "
        "credit minus discount_of_ credit_of_"
    )
    behind = ("优惠", "减免", " discount", " off", " rebate", " credit")
    for typed in [f"{word}500元" for word in before] + [f"500元{word}" for word in behind]:
        assert price_of(typed, YUAN) == credit, typed
    assert price_of("优惠500元/年，含税", YUAN) == replace(
        credit, billing=Billing.YEARLY, vat_included=True
    )
    assert price_of("less 500 + VAT", YUAN) == replace(credit, currency="", vat_included=False)


@pytest.mark.parametrize(
    "typed",
    ["9折", "优惠9折", "打八折优惠", "8.5折优惠", "打 7 折", "10% off", "discount 5 %", "减免10%"],
)
def test_a_share_that_is_taken_off_is_no_amount(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        price_of(typed, YUAN)
    assert refused.value.sentences == (
        f'"{typed}" is a share, not an amount. Work out how much is taken off and type that amount.'
    )


def test_about_so_much_is_asked() -> None:
    for word in ("约", "大约", "大概", "近", "≈", "~", "about ", "approx ", "approx. ", "ca. "):
        with pytest.raises(Ambiguous, match="is not one exact figure") as asked:
            price_of(f"{word}200元/月", YUAN)
        assert asked.value.choices == ("200元/月",)
        assert f'"{word}200元/月"' in asked.value.message


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("200~300元", ("200元", "300元")),
        ("200至300", ("200", "300")),
        ("200 to 300/月", ("200/月", "300/月")),
        ("¥200-¥300", ("¥200", "¥300")),
        ("1,000元-1,200元", ("1,000元", "1,200元")),
        ("1-2万元", ("1万元", "2万元")),
        ("5千-1万元/年", ("5千元/年", "1万元/年")),
        ("200-300元/3个月", ("200元/3个月", "300元/3个月")),
        ("1.5~2万", ("1.5万", "2万")),
        ("-1,000", ("1,000", "less 1,000")),
        ("无", ("free", "negotiable")),
        ("三百五", ("350", "305")),
        ("三百五元", ("350", "305")),
    ],
)
def test_what_may_be_two_prices(typed: str, choices: tuple[str, ...]) -> None:
    with pytest.raises(Ambiguous) as asked:
        price_of(typed, YUAN)
    assert asked.value.choices == choices
    assert f'"{typed}"' in asked.value.message


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("200", Price(Decimal(200))),
        ("两百", Price(Decimal(200))),
        ("两百元/月", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("费用：三百元", None),
        ("200：", Price(Decimal(200))),
        ("每月：200元", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("每月:￥200", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("月费200元/月", Price(Decimal(200), "CNY", Billing.MONTHLY)),
        ("月费200元/年", None),
        ("1.5千元", Price(Decimal(1500), "CNY")),
        ("2k", Price(Decimal(2000))),
        ("3百万元", Price(Decimal(3000000), "CNY")),
        ("1w元", Price(Decimal(10000), "CNY")),
        ("2kg", None),
        ("优惠abc", None),
        ("最低abc", None),
        ("٣元", None),
        ("٣-٥元", None),
        ("200元/٣月", None),
        ("+200", None),
        ("5usd", "CNY 5"),
        ("HK$200元", "CNY 200"),
    ],
)
def test_what_stands_around_an_amount(typed: str, price: Price | str | None) -> None:
    if isinstance(price, Price):
        assert price_of(typed, YUAN) == price
        return
    with pytest.raises(InputError) as refused:
        price_of(typed, YUAN)
    if price is None:
        assert refused.value.sentences == (
            f'"{typed}" is not an amount. Type a number such as 800 or 1,250.50.'
        )
    else:
        assert refused.value.hint == f'Type "{price}".'
        assert refused.value.message == (
            f'"{typed}" is not in CNY. Another currency needs a rate: type what it comes to.'
        )


@pytest.mark.parametrize(
    ("typed", "currency"),
    [("¥5", "CNY"), ("5元", "CNY"), ("$5", ""), ("US$5", "USD"), ("€5", "EUR"), ("5", ""),
     ("¥5元", "CNY"), ("HK$5元", "HKD"), ("$5 dollars", ""), ("JP¥5", "JPY")],
)  # fmt: skip
def test_the_currency_where_none_is_usual(typed: str, currency: str) -> None:
    assert price_of(typed) == Price(Decimal(5), currency)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("1.200,50元", "1200.5"), ("优惠1,5元", "1.5"), ("1,5元起", "1.5"), ("1,5元/月", "1.5")],
)
def test_prices_with_a_comma(typed: str, amount: str) -> None:
    price = price_of(typed, Habits(points=Points.COMMA, currency="CNY"))
    assert price is not None
    assert price.amount == Decimal(amount)
    with pytest.raises(Ambiguous) as asked:
        price_of("1.200元", Habits(points=Points.ASK))
    assert asked.value.choices == ("1200", "1,2")
    assert '"1.200元"' in asked.value.message


def test_amounts() -> None:
    comma = Habits(points=Points.COMMA, currency="CNY")
    assert amount_of("1.250,50元", comma) == Decimal("1250.5")
    assert [amount_of(typed) for typed in ("", "免费", "含", "0", "500（含税）")] == [
        None,
        0,
        0,
        0,
        500,
    ]
    for typed in ("200元/月", "200起", "优惠200", "面议", "3²"):
        with pytest.raises(InputError) as refused:
            amount_of(typed, YUAN)
        assert refused.value.message == f'"{typed}" is not an amount.'
