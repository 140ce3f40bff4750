"""How people head the columns of tables, in English and Chinese, and what we call them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vendorcompare.i18n import N_, _

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

_SCORED: Final = ("criterion", "evaluator", "value", "state", "evidence", "note", "round")
SCORES: Final[Mapping[str, str]] = {
    **{name: name for name in _SCORED},
    **{f"{name}_key": f"{name}_key" for name in ("criterion", "evaluator", "round")},
    **WHOSE,
    **dict.fromkeys(
        ("指标", "指标名称", "指標", "指標名稱", "评估指标", "评价指标", "评分指标", "评分项",
         "评分项目", "评估项目", "criterion name", "criteria", "item"),
        "criterion",
    ),
    **dict.fromkeys(
        ("评估人", "評估人", "评分人", "評分人", "评委", "打分人", "评价人",
         "evaluator name", "scored by"),
        "evaluator",
    ),
    **dict.fromkeys(
        ("score", "rating", "points", "分值", "得分", "评分", "評分", "分数", "分數",
         "打分", "值", "结果"),
        "value",
    ),
    **dict.fromkeys(("轮次", "輪次", "评估轮次", "評估輪次", "round name"), "round"),
    **dict.fromkeys(("状态", "狀態"), "state"),
    **dict.fromkeys(("证据", "證據", "证据等级", "證據等級", "依据", "佐证"), "evidence"),
    **dict.fromkeys(("备注", "備註", "说明", "說明", "评语", "notes", "remark", "comment"), "note"),
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
#: A rubric, with a row for each criterion.
RUBRIC: Final[Mapping[str, str]] = {
    **{
        name: name
        for name in ("dimension", "dimension_key", "dimension_weight", "key", "weight", "measure",
                     "direction", "scale", "levels", "unit", "anchors", "must_have",
                     "measured_by", "hint", "source")
    },
    **{name: "name" for name, field in SCORES.items() if field == "criterion"},
    **dict.fromkeys(("维度", "维度名称", "类别", "分类", "一级指标", "category"), "dimension"),
    **dict.fromkeys(("维度权重", "一级权重", "dimension weight"), "dimension_weight"),
    **dict.fromkeys(("二级指标", "name"), "name"),
    **dict.fromkeys(("criterion_key", "指标键"), "key"),
    **dict.fromkeys(("权重", "指标权重", "二级权重", "比重", "占比"), "weight"),
    **dict.fromkeys(("计量方式", "计分方式", "评分方式", "类型", "type"), "measure"),
    **dict.fromkeys(("方向", "优劣方向"), "direction"),
    **dict.fromkeys(("量表", "分制", "评分范围"), "scale"),
    **dict.fromkeys(("各等级标准", "等级标准", "评分标准", "level words"), "levels"),
    **dict.fromkeys(("单位", "计量单位"), "unit"),
    **dict.fromkeys(("评分曲线", "换算点", "value points"), "anchors"),
    **dict.fromkeys(("必备条件", "是否必备", "must have"), "must_have"),
    **dict.fromkeys(("实测指标", "measured by"), "measured_by"),
    **dict.fromkeys(("说明", "提示", "评分说明", "备注", "description", "note", "notes"), "hint"),
    **dict.fromkeys(("来源", "出处"), "source"),
}  # fmt: skip
#: What the fields are called where people read of them, to be translated.
FIELDS: Final[Mapping[str, str]] = {
    "vendor": N_("Vendor"),
    "criterion": N_("Criterion"),
    "evaluator": N_("Evaluator"),
    "value": N_("Score"),
    "state": N_("Whether scored"),
    "evidence": N_("Evidence"),
    "note": N_("Note"),
    "round": N_("Round"),
    "vendor_key": N_("Key of the vendor"),
    "criterion_key": N_("Key of the criterion"),
    "evaluator_key": N_("Key of the evaluator"),
    "round_key": N_("Key of the round"),
    "key": N_("Key"),
    "name": N_("Vendor"),
    "stage": N_("Stage"),
    "credit_code": N_("Credit code"),
    "contact": N_("Contact"),
    "phone": N_("Phone"),
    "address": N_("Address"),
    "website": N_("Website"),
    "licence": N_("Licence number"),
    "founded": N_("Founded"),
    "staff": N_("Staff"),
    "pros": N_("Speaks for"),
    "cons": N_("Speaks against"),
    "label": N_("Fee"),
    "amount": N_("Amount"),
    "billing": N_("Billed"),
    "nature": N_("Kind"),
    "driver": N_("Volume"),
    "included_quantity": N_("Included units"),
    "disclosure": N_("Disclosure"),
    "credit": N_("Taken off"),
    "first_month": N_("From month"),
    "last_month": N_("To month"),
    "free_months": N_("Free months"),
    "escalation": N_("Yearly step"),
    "vat_rate": N_("VAT"),
    "vat_included": N_("VAT included"),
    "invoice": N_("Invoice"),
    "catalogue": N_("Usual extra"),
    "channel": N_("Channel"),
    "raised": N_("Raised"),
    "first_reply": N_("First reply"),
    "started": N_("Work began"),
    "resolved": N_("Resolved"),
    "reopened": N_("Raised again"),
    "contacts": N_("Times in touch"),
    "topic": N_("Topic"),
    "urgent": N_("Urgent"),
    "satisfied": N_("Satisfied"),
    "dimension": N_("Dimension"),
    "dimension_key": N_("Key of the dimension"),
    "dimension_weight": N_("Weight of the dimension"),
    "weight": N_("Weight"),
    "measure": N_("Measured as"),
    "direction": N_("Which way is better"),
    "scale": N_("Lowest and highest level"),
    "levels": N_("What the levels mean"),
    "unit": N_("Unit"),
    "anchors": N_("Points of the value curve"),
    "must_have": N_("Must-have"),
    "measured_by": N_("Measured by"),
    "hint": N_("Hint"),
    "source": N_("Source"),
}


def called(field: str) -> str:
    """Return what a field is called, in the language of the interface."""
    return _(FIELDS[field]) if field in FIELDS else field
