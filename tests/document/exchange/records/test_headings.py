"""How people head their columns, and what stands below."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.document.reader.wordlists import words
from vendorcompare.document.exchange.records import headings
from vendorcompare.document.exchange.tables.head_row import first_row
from vendorcompare.document.reader.words import stage_of

_WHOSE = (
    "vendor 供应商 供应商名称 供應商 供應商名稱 厂商 厂商名称 廠商 服务商 服务商名称 公司 "
    "公司名称 机构 机构名称 "
    "代理机构 Vendor_name Supplier company"
)
_VENDORS = {
    "key": "vendor_key",
    "name": f"{_WHOSE} 名称 简称",
    "credit_code": "统一社会信用代码 信用代码 社会信用代码 税号 纳税人识别号 Credit_code",
    "stage": "阶段 状态 进展 Status",
    "contact": "联系人 对接人 Contact_person",
    "phone": "电话 联系电话 手机 联系方式 Telephone Tel",
    "address": "地址 办公地址 注册地址",
    "website": "网站 网址 官网 Web URL",
    "licence": "资质 许可证 代理记账许可证 执照 License",
    "founded": "成立时间 成立日期 成立年份 成立",
    "staff": "人数 员工人数 员工数 规模 Employees",
    "pros": "优点 优势 Strengths",
    "cons": "缺点 不足 劣势 Weaknesses",
    "note": "备注 说明 Notes Remark Remarks",
}
_FEES = {
    "label": "服务项目 项目 收费项目 费用项目 服务内容 名称 Fee Item Service Label Description",
    "amount": "收费标准 价格 金额 单价 报价 费用 收费 标准 Price Amount Rate",
    "billing": "付款方式 收费方式 计费方式 周期 频率 缴费方式 Billing Billed Payment Period",
    "vat_rate": "税率 VAT VAT_rate",
    "vat_included": "是否含税 含税 VAT_included",
    "invoice": "发票 发票类型 Invoice",
    "included_quantity": "包含数量 含量 Included_units",
}
_REMARKS = {"remark": "备注 说明 Note Notes Remark Remarks"}
_COSTS = {
    "vendor": _WHOSE,
    "vendor_key": "vendor_key",
    "nature": "性质 费用性质",
    "driver": "业务量 计费数量 Volume",
    "first_month": "首月 起始月 开始月份 First_month",
    "last_month": "末月 结束月 结束月份 Last_month",
    "free_months": "免费月数 赠送月数 赠送 Free_months",
    "escalation": "年涨幅 涨幅 每年涨幅",
    "disclosure": "是否报价 报价情况",
    "credit": "优惠减免 是否减免 减免 Credit",
    "catalogue": "常见附加费 附加费",
    **_FEES,
    **_REMARKS,
}
_CONTACTS = {
    "vendor": _WHOSE,
    "vendor_key": "vendor_key",
    "channel": "渠道 方式 联系渠道 沟通渠道 联系方式",
    "raised": "提出时间 发起时间 联系时间 提问时间 时间",
    "first_reply": "首次回复 首次回复时间 首次响应 回复时间 First_reply",
    "started": "开始处理 开始处理时间 处理时间",
    "resolved": "解决时间 办结时间 完成时间",
    "reopened": "再次提出 再次提出时间 重开时间",
    "contacts": "联系次数 次数",
    "topic": "事项 主题 问题 Subject",
    "urgent": "紧急 是否紧急",
    "satisfied": "满意 是否满意",
}


@pytest.mark.parametrize(
    ("known", "fields"),
    [
        (headings.VENDORS, _VENDORS),
        (headings.FEES, _FEES),
        (headings.REMARKS, _REMARKS),
        (headings.COSTS, _COSTS),
        (headings.COSTS, {"label": "费用名称 收费名称", "included_quantity": "每月免费数量 "
        "免费数量"}),
        (headings.CONTACTS, _CONTACTS),
        (headings.WHOSE, {"vendor": _WHOSE, "vendor_key": "vendor_key"}),
    ],
)  # fmt: skip
def test_a_column_is_known_by_many_heads(
    known: Mapping[str, str], fields: Mapping[str, str]
) -> None:
    for field, heads in fields.items():
        for head in words(heads) if heads != "vendor_key" else [heads]:
            assert first_row([[head, "other"]], known).fields == (field, None), head


def test_the_stages_of_a_vendor_have_many_names() -> None:
    stages = {
        "longlist": "longlist long_list 初选 长名单",
        "shortlist": "shortlist short_list 候选 短名单",
        "finalist": "finalist 入围 决选",
        "chosen": "chosen 已选定 选定 中选",
        "dropped": "dropped 落选 淘汰 已淘汰 放弃",
    }
    for stage, names in stages.items():
        for name in words(names):
            assert stage_of(name) == stage
