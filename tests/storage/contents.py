"""The contents of files/v1_0.vcmp, in words of format 1.0; they are never changed."""

from __future__ import annotations

from typing import Any, Final

UID: Final = "5b0f6b0e-2c1d-4f5e-9a8b-7c6d5e4f3a2b"

_VALUES: Final[dict[tuple[str, str], tuple[float | None, ...]]] = {
    ("li", "a"): (5, 4, 3, 2),
    ("li", "b"): (4, 4, 4, None),
    ("li", "c"): (1, 2, 3, 4),
    ("wang", "a"): (4.5, 4, 3, 1),
    ("wang", "b"): (5, 5, 4, 3),
    ("wang", "c"): (2, 2, 2.5, 5),
}

_IN: Final = {"round": "selection"}

#: The rows of each table but those that every new assessment has, parents first.
ROWS: Final[dict[str, list[dict[str, Any]]]] = {
    "dimension": [
        {**_IN, "key": "platform", "name_zh": "平台与系统", "name_en": "Platform", "weight": 0.6},
        {**_IN, "key": "service", "name_zh": "服务", "name_en": "Service", "weight": 0.4},
    ],
    "criterion": [
        {**_IN, "key": "c1", "dimension": "platform", "name_zh": "凭证自动化", "weight": 2},
        {**_IN, "key": "c2", "dimension": "platform", "name_zh": "接口", "at_least": 3},
        {**_IN, "key": "c3", "dimension": "service", "name_en": "Reply \"in time\" & <polite>"},
        {**_IN, "key": "c4", "dimension": "service", "name_zh": "价格", "direction": "down"},
    ],
    "level": [
        {**_IN, "criterion": "c1", "level": 1.0, "anchor_zh": "手工"},
        {**_IN, "criterion": "c1", "level": 3.0, "anchor_zh": "部分自动"},
        {**_IN, "criterion": "c1", "level": 5.0, "anchor_zh": "全自动"},
    ],
    "weight_set": [{**_IN, "key": "cfo", "name": "财务总监"}],
    "weight": [
        {**_IN, "weight_set": "cfo", "target": "platform", "weight": 0.7},
        {**_IN, "weight_set": "cfo", "target": "service", "weight": 0.3},
    ],
    "vendor": [
        {"key": "a", "name": "诚信代理记账有限公司", "credit_code": "91310000MA1K00000X"},
        {"key": "b", "name": "=cmd|' /C calc'!A0", "note": "a name that is not a formula"},
        {"key": "c", "name": "R&D <Labs>", "website": "https://example.com/?q=财务"},
    ],
    "evaluator": [{"key": "li", "name": "李"}, {"key": "wang", "name": "王", "weight": 2}],
    "round": [{"key": "review-1", "name": "2026 H1", "held_on": "2026-06-30", "kind": "review"}],
    "score": [
        {"round": "selection", "evaluator": evaluator, "vendor": vendor, "criterion": f"c{n}",
         "value": value, "evidence": n, "note": "演示时看到" if n == 1 else ""}
        for (evaluator, vendor), values in _VALUES.items()
        for n, value in enumerate(values, 1)
    ],
    "agreed_score": [
        {"round": "selection", "vendor": "a", "criterion": "c1", "value": 4.75, "note": "议定"}
    ],
    "evidence": [
        {**_IN, "key": "e1", "vendor": "a", "criterion": "c1", "kind": "demo", "person": "Wu"}
    ],
    "judgement": [
        {**_IN, "weight_set": "cfo", "evaluator": "li", "first": "platform", "second": "service",
         "ratio": 3.0}
    ],
    "attachment": [
        {"key": "f1", "name": "报价.pdf", "media_type": "application/pdf", "size": 12,
         "sha256": "", "content": b"%PDF-1.4\x00\xff\n\x1a"}
    ],
    "need": [{"key": "n1", "kind": "must", "name_zh": "电子发票", "target": "100 %"}],
    "driver": [
        {"key": "vouchers", "name_zh": "凭证数", "low": "50", "likely": "80", "high": "200"}
    ],
    "cost_line": [
        {"key": "l1", "vendor": "a", "label": "基本费", "amount": "1200.00"},
        {"key": "l2", "vendor": "a", "label": "每张凭证", "amount": "0.35", "driver": "vouchers"},
        {"key": "l3", "vendor": "b", "label": "开户", "amount": "88", "last_month": 1},
        {"key": "l4", "vendor": "c", "label": "未披露", "amount": None},
    ],
    "bill": [{"key": "b1", "vendor": "a", "month": "2026-05", "amount": "1300.10"}],
    "clause": [{"key": "k1", "vendor": "a", "name_zh": "数据归还", "said": "是", "written": "否"}],
    "decision": [{"key": "d1", "vendor": "a", "decided_on": "2026-03-01", "decided_by": "赵"}],
    "plan_item": [{"key": "p1", "kind": "training", "name": "开票培训"}],
    "action": [{"key": "m1", "round": "review-1", "vendor": "a", "problem": "回复慢"}],
    "risk": [{"key": "r1", "vendor": "c", "name": "人员流失", "likelihood": 3, "impact": 4}],
    "commitment": [
        {"key": "s1", "vendor": "a", "channel": "phone", "within_minutes": 5, "share": 0.9}
    ],
    "contact": [
        {"key": "t1", "vendor": "a", "channel": "phone", "raised": "2026-02-03T09:00:00",
         "first_reply": "2026-02-03T09:03:06", "satisfied": 1}
    ],
    "survey": [{"key": "q1", "vendor": "a", "kind": "nps", "answer": 9.0}],
    "reference": [{"key": "x1", "vendor": "a", "client": "某餐饮公司", "would_renew": 1}],
    "setting": [{"name": "sheet.paper", "value": '"a4"'}],
    "change": [
        {"number": 1, "id": "a1", "at": "2026-02-01T08:00:00+00:00", "actor": "li", "kind": "do",
         "message": "Set {count} scores", "arguments": '{"count": 2}', "rows": "[]"},
        {"number": 2, "id": "a2", "at": "2026-02-01T08:00:05+00:00", "actor": "li",
         "kind": "undo", "message": "Set {count} scores", "arguments": '{"count": 2}',
         "concerns": "a1", "rows": "[]",
         "parent": "d62330e5ae0c1e34ee7e80fc24fdb2a2bb868e9194144440b88c509c09af906d"},
    ],
}  # fmt: skip

TITLE: Final = "2026 年代理记账与财务软件选型"
