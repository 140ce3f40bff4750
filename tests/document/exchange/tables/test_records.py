"""Tables of vendors, fees and contacts."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from vendorcompare.core.assessment import Billing, Disclosure, Invoice
from vendorcompare.core.errors import InputError
from vendorcompare.document.document import Document
from vendorcompare.document.edits import vendors
from vendorcompare.document.exchange import (
    Answers,
    Outcome,
    export_json,
    import_table,
    preview_table,
)


def bring(document: Document, kind: str, table: str, encoding: str = "utf-8") -> None:
    import_table(document, table.encode(encoding), Answers(kind))


@pytest.mark.parametrize(
    ("table", "encoding"),
    [
        (
            "序号,供应商名称,统一社会信用代码,阶段,联系人,电话,备注,\n"
            "1,新诚（深圳）,91440300MA5,候选,王芳,0755-1234,可上门,\n2,甲,,决选,,,,\n",
            "gb18030",
        ),
        (
            "Vendors\nvendor;credit_code;stage;contact;phone;note\n"
            "新诚（深圳）;91440300MA5;shortlist;王芳;0755-1234;可上门\n甲;;finalist;;;\n",
            "utf-8-sig",
        ),
    ],
)
def test_vendors_are_added_and_changed(document: Document, table: str, encoding: str) -> None:
    bring(document, "vendors", table, encoding)
    given = document.assessment
    new = given.vendors[-1]
    assert (new.name, new.credit_code, new.stage) == (
        "新诚（深圳）",
        "91440300MA5",
        "shortlist",
    )
    assert (new.contact, new.phone, new.note) == ("王芳", "0755-1234", "可上门")
    assert given.vendor("a").stage == "finalist"
    assert len(given.vendors) == 3
    preview = preview_table(given, table.encode(encoding), Answers("vendors"))
    assert [row.outcome for row in preview.rows] == [Outcome.SKIPPED, Outcome.SKIPPED]


def test_what_is_found_by_its_name_keeps_it_as_it_is_written(document: Document) -> None:
    vendors.describe_vendor(document, "a", "name", "明账财税 Mingzhang")
    before = document.assessment.lines_of("a")
    label = before[0].label
    bring(document, "vendors", "供应商,阶段\n明账财税Mingzhang,决选\n")
    bring(document, "costs", f"供应商,费用名称,金额\n明账财税Mingzhang,{label[0]} {label[1:]},7\n")
    line, *others = document.assessment.lines_of("a")
    assert len(others) == len(before) - 1
    vendor = document.assessment.vendor("a")
    assert (vendor.name, vendor.stage) == ("明账财税 Mingzhang", "finalist")
    assert (line.label, line.amount) == (label, Decimal(7))
    bring(document, "vendors", "key,name\na,明账财税Mingzhang\n")
    assert document.assessment.vendor("a").name == "明账财税Mingzhang"


def test_a_vendor_whose_name_several_have_is_not_guessed(document: Document) -> None:
    vendors.describe_vendor(document, "b", "name", "甲")
    with pytest.raises(InputError, match='several are called "甲"'):
        bring(document, "vendors", "供应商,阶段\n甲,决选\n")


def test_the_kind_of_a_table_is_found_from_its_columns(document: Document) -> None:
    for head, kind in (
        ("供应商,指标,分值", "scores"),
        ("供应商,电话", "vendors"),
        ("供应商,项目,金额", "costs"),
        ("供应商,渠道,提出时间", "contacts"),
        ("维度,指标,权重", "rubric"),
        ("指标,甲", "scores"),
        ("供应商,态度", "scores"),
    ):
        preview = preview_table(document.assessment, f"{head}\n".encode())
        assert (preview.kind, preview.problems) == (kind, ())


def test_how_often_a_fee_falls_due_is_never_guessed(document: Document) -> None:
    with pytest.raises(InputError) as refused:
        bring(document, "costs", "供应商,项目,金额\n甲,打印费,100\n甲,年报,300元/年\n甲,快递费,\n")
    assert "row 2: How often the fee falls due is not said." in str(refused.value.sentences)
    assert "row 3" not in refused.value.sentences
    assert "row 4" not in refused.value.sentences
    bring(document, "costs", "供应商,项目,金额\n甲,年报,300元/年\n甲,快递费,\n甲,赠品,0\n")
    lines = {line.label: line for line in document.assessment.lines_of("a")}
    assert (lines["年报"].amount, lines["年报"].billing) == (Decimal(300), Billing.YEARLY)


@pytest.mark.parametrize(
    "table",
    [
        "供应商,费用名称,金额,付款方式,税率,发票,是否含税\n"
        "甲,汇算清缴,800元/年,年付,6%,专票,含税\n甲,注销,面议,,,,\n甲,代账费,￥200,季付,,,\n",
        "vendor,label,amount,billing,vat_rate,invoice,vat_included,disclosure\n"
        "a,汇算清缴,800,yearly,6%,special,yes,\na,注销,,,,,,on_request\na,代账费,200,quarterly,,,,\n",
    ],
)
def test_fees_are_read_as_in_the_grid(document: Document, table: str) -> None:
    bring(document, "costs", table)
    lines = {line.label: line for line in document.assessment.lines_of("a")}
    filed = lines["汇算清缴"]
    assert (filed.amount, filed.billing, filed.vat_rate) == (
        Decimal(800), Billing.YEARLY, Decimal("0.06")
    )  # fmt: skip
    assert (filed.invoice, filed.vat_included) == (Invoice.SPECIAL, True)
    assert (lines["注销"].amount, lines["注销"].disclosure) == (None, Disclosure.ON_REQUEST)
    assert (lines["代账费"].amount, lines["代账费"].billing) == (Decimal(200), Billing.QUARTERLY)


def test_a_fee_that_is_there_is_changed_where_the_row_says_so(document: Document) -> None:
    before = document.assessment.lines_of("a")
    label = before[0].label
    bring(document, "costs", f"供应商,费用名称,金额\n甲,{label},999\n")
    after = document.assessment.lines_of("a")
    assert len(after) == len(before)
    assert after[0].amount == Decimal(999)
    assert (after[0].billing, after[0].key) == (before[0].billing, before[0].key)


@pytest.mark.parametrize(
    ("cells", "part"),
    [
        ("丙,外勤,100,每月", "丙"),
        ("甲,外勤,$100,每月", r"\$100"),
        ("甲,外勤,200元/月起,每月", "起"),
        ("甲,外勤,100,有时", "有时"),
        ("甲,,100,每月", "no name"),
        ("甲,外勤,100,每月,多", "has 5 cells"),
    ],
)
def test_all_that_is_wrong_is_named_by_row_and_nothing_imported(
    document: Document, cells: str, part: str
) -> None:
    before = export_json(document)
    table = f"供应商,费用名称,金额,付款方式\n甲,好的,100,每月\n{cells}\n乙丙丁,又,1,每月\n"
    with pytest.raises(InputError, match=f"(?s)2 mistakes.*row 3.*{part}.*row 4"):
        bring(document, "costs", table)
    assert export_json(document) == before


def test_a_fee_by_event_needs_to_know_how_many(document: Document) -> None:
    vendors.describe_vendor(document, "b", "name", "乙")
    table = "供应商,费用名称,金额,业务量\n乙,凭证,3元/张,vouchers\n"
    bring(document, "costs", table)
    assert document.assessment.lines_of("b")[-1].driver == "vouchers"


def test_the_same_row_twice_is_refused(document: Document) -> None:
    with pytest.raises(InputError, match=r"row 3: .*row 2"):
        bring(document, "costs", "vendor,label,amount\na,外勤,1/month\na,外 勤,2/month\n")
    with pytest.raises(InputError, match=r"row 3: .*row 2"):
        bring(document, "vendors", "name\n新诚\n新诚\n")


def test_contacts_have_their_times(document: Document) -> None:
    bring(
        document, "contacts",
        "供应商,渠道,提出时间,首次回复,事项,是否紧急,是否满意\n"
        "甲,phone,2026-03-05 09:00,2026年3月5日 9:04,开票,是,√\n",
    )  # fmt: skip
    last = document.assessment.contacts[-1]
    assert last.first_reply is not None
    assert last.first_reply - last.raised == datetime.timedelta(minutes=4)
    assert (last.topic, last.urgent, last.satisfied) == ("开票", True, True)
    with pytest.raises(InputError, match=r"row 2: raised"):
        bring(document, "contacts", "vendor,channel,raised\na,phone,昨天\n")


def test_an_unknown_column_is_refused(document: Document) -> None:
    with pytest.raises(InputError, match='"颜色"'):
        bring(document, "vendors", "供应商,颜色\n新诚,红\n")


@pytest.mark.parametrize(
    ("written", "amount"),
    [("1.200,50", "1200.50"), ("1.234.567", "1234567"), ("12,5", "12.5"), ("12.5", "12.5")],
)
def test_decimals_behind_a_comma_are_read_where_semicolons_part_the_cells(
    document: Document, written: str, amount: str
) -> None:
    bring(document, "costs", f"vendor;label;amount;billing\na;审计;{written};yearly\n")
    assert document.assessment.lines_of("a")[-1].amount == Decimal(amount)


@pytest.mark.parametrize("written", ["1.200", "1,200"])
def test_what_may_be_thousands_is_asked_in_every_table(document: Document, written: str) -> None:
    with pytest.raises(InputError, match=r'row 2: .* Type "1200" or "1,2"'):
        bring(document, "costs", f"vendor;label;amount;billing\na;审计;{written};yearly\n")
    bring(document, "costs", f'vendor,label,amount,billing\na,审计,"{written}",yearly\n')


def test_a_mistake_names_the_column_as_the_table_does(document: Document) -> None:
    with pytest.raises(InputError, match="row 2: 提出时间: "):
        bring(document, "contacts", "供应商,渠道,提出时间\n甲,电话,昨天\n")
