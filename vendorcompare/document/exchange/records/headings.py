"""How people head the columns of tables of vendors, fees and contacts, in English and Chinese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: What the column is called that names a vendor, or its key.
WHOSE: Final[Mapping[str, str]] = {
    "vendor_key": "vendor_key",
    **dict.fromkeys(
        ("vendor", "供应商", "供应商名称", "供應商", "供應商名稱", "厂商", "厂商名称", "廠商",
         "服务商", "服务商名称", "公司", "公司名称", "机构", "机构名称", "代理机构",
         "vendor name", "supplier", "company"),
        "vendor",
    ),
}  # fmt: skip

VENDORS: Final[Mapping[str, str]] = {
    **{name: "key" if field == "vendor_key" else "name" for name, field in WHOSE.items()},
    **dict.fromkeys(("名称", "简称"), "name"),
    **dict.fromkeys(
        ("统一社会信用代码", "信用代码", "社会信用代码", "税号", "纳税人识别号", "credit code"),
        "credit_code",
    ),
    **dict.fromkeys(("阶段", "状态", "进展", "status"), "stage"),
    **dict.fromkeys(("联系人", "对接人", "contact person"), "contact"),
    **dict.fromkeys(("电话", "联系电话", "手机", "联系方式", "telephone", "tel"), "phone"),
    **dict.fromkeys(("地址", "办公地址", "注册地址"), "address"),
    **dict.fromkeys(("网站", "网址", "官网", "web", "url"), "website"),
    **dict.fromkeys(("资质", "许可证", "代理记账许可证", "执照", "license"), "licence"),
    **dict.fromkeys(("成立时间", "成立日期", "成立年份", "成立"), "founded"),
    **dict.fromkeys(("人数", "员工人数", "员工数", "规模", "employees"), "staff"),
    **dict.fromkeys(("优点", "优势", "strengths"), "pros"),
    **dict.fromkeys(("缺点", "不足", "劣势", "weaknesses"), "cons"),
    **dict.fromkeys(("备注", "说明", "notes", "remark", "remarks"), "note"),
}
#: What the columns of a fee are called where its vendor is known already.
FEES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("服务项目", "项目", "收费项目", "费用项目", "服务内容", "名称"), "label"),
    **dict.fromkeys(("fee", "item", "service", "label", "description"), "label"),
    **dict.fromkeys(("收费标准", "价格", "金额", "单价", "报价", "费用", "收费", "标准"), "amount"),
    **dict.fromkeys(("price", "amount", "rate"), "amount"),
    **dict.fromkeys(("付款方式", "收费方式", "计费方式", "周期", "频率", "缴费方式"), "billing"),
    **dict.fromkeys(("billing", "billed", "payment", "period"), "billing"),
    **dict.fromkeys(("税率", "vat", "vat rate"), "vat_rate"),
    **dict.fromkeys(("是否含税", "含税", "vat included"), "vat_included"),
    **dict.fromkeys(("发票", "发票类型", "invoice"), "invoice"),
    **dict.fromkeys(("包含数量", "含量", "included units"), "included_quantity"),
}
#: What is written beside a fee; a fee has no room for it.
REMARK: Final = "remark"
REMARKS: Final[Mapping[str, str]] = dict.fromkeys(
    ("备注", "说明", "note", "notes", "remark", "remarks"), REMARK
)
COSTS: Final[Mapping[str, str]] = {
    **REMARKS,
    **FEES,
    **WHOSE,
    **dict.fromkeys(("费用名称", "收费名称"), "label"),
    **dict.fromkeys(("性质", "费用性质"), "nature"),
    **dict.fromkeys(("业务量", "计费数量", "volume"), "driver"),
    **dict.fromkeys(("每月免费数量", "免费数量"), "included_quantity"),
    **dict.fromkeys(("首月", "起始月", "开始月份", "first month"), "first_month"),
    **dict.fromkeys(("末月", "结束月", "结束月份", "last month"), "last_month"),
    **dict.fromkeys(("免费月数", "赠送月数", "赠送", "free months"), "free_months"),
    **dict.fromkeys(("年涨幅", "涨幅", "每年涨幅"), "escalation"),
    **dict.fromkeys(("是否报价", "报价情况"), "disclosure"),
    **dict.fromkeys(("优惠减免", "是否减免", "减免", "credit"), "credit"),
    **dict.fromkeys(("常见附加费", "附加费"), "catalogue"),
}
CONTACTS: Final[Mapping[str, str]] = {
    **WHOSE,
    **dict.fromkeys(("渠道", "方式", "联系渠道", "沟通渠道", "联系方式"), "channel"),
    **dict.fromkeys(("提出时间", "发起时间", "联系时间", "提问时间", "时间"), "raised"),
    **dict.fromkeys(("首次回复", "首次回复时间", "首次响应", "回复时间"), "first_reply"),
    "first reply": "first_reply",
    **dict.fromkeys(("开始处理", "开始处理时间", "处理时间"), "started"),
    **dict.fromkeys(("解决时间", "办结时间", "完成时间"), "resolved"),
    **dict.fromkeys(("再次提出", "再次提出时间", "重开时间"), "reopened"),
    **dict.fromkeys(("联系次数", "次数"), "contacts"),
    **dict.fromkeys(("事项", "主题", "问题", "subject"), "topic"),
    **dict.fromkeys(("紧急", "是否紧急"), "urgent"),
    **dict.fromkeys(("满意", "是否满意"), "satisfied"),
}
#: The stages of a vendor by what people call them.
STAGES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("longlist", "long list", "初选", "长名单"), "longlist"),
    **dict.fromkeys(("shortlist", "short list", "候选", "短名单"), "shortlist"),
    **dict.fromkeys(("finalist", "入围", "决选"), "finalist"),
    **dict.fromkeys(("chosen", "已选定", "选定", "中选"), "chosen"),
    **dict.fromkeys(("dropped", "落选", "淘汰", "已淘汰", "放弃"), "dropped"),
}
