"""Assessments to print: small and large, friendly and hostile."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import numpy as np

from vendorcompare.core.assessment import (
    Assessment,
    Attachment,
    Billing,
    CostLine,
    Disclosure,
    Driver,
    Evaluator,
    Invoice,
    Nature,
    SheetSettings,
    Vendor,
)
from vendorcompare.core.rounds import Round
from vendorcompare.core.rubric import (
    Criterion,
    Dimension,
    Direction,
    Measure,
    MustHave,
    Rubric,
)
from vendorcompare.core.scores import Cell, Evidence, ScoreArrays, State
from vendorcompare.core.text import Text
from vendorcompare.reports.sheets.options import SheetOptions

NAMES = (
    "诚信代理记账有限公司",
    "Škoda & Łódź Accounting",
    "杭州明账财税服务有限公司",
    "金税通 ERP 售后中心",
    "R&D <Labs>",
    "慧算账（上海）企业服务集团股份有限公司",
    "北方会计师事务所",
    "Blue River Outsourcing Ltd",
    "账无忧",
    "顺记财务",
)
DIMENSIONS = (
    ("响应速度", "Responsiveness"),
    ("专业能力", "Professional skill"),
    ("服务态度", "Attitude"),
    ("费用透明", "Price transparency"),
    ("数据安全", "Data security"),
    ("持续改进", "Improvement"),
)
CRITERIA = (
    ("首次回复用时", "Time to first reply"),
    ("证照齐全", "Licence in order"),
    ("主办会计固定", "A named accountant in charge of the file"),
    ("抽查凭证准确率", "Accuracy of sampled vouchers"),
    ("投诉处理有书面时限", "Written limit for complaints"),
)
UNITS = Text("分钟", "min")
MEASURES = (
    Measure.DURATION,
    Measure.BOOLEAN,
    Measure.RATING,
    Measure.PERCENTAGE,
    Measure.RATING,
)
FEES = (
    ("代理记账月费", Nature.FIXED, Billing.MONTHLY),
    ("建账费", Nature.FIXED, Billing.ONCE),
    ("超量凭证", Nature.VARIABLE, Billing.PER_UNIT),
    ("年度汇算清缴", Nature.FIXED, Billing.YEARLY),
    ("外勤服务", Nature.POSSIBLE, Billing.QUARTERLY),
)

GENERATED = datetime(2026, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=8)))


def options(**changes: Any) -> SheetOptions:
    chosen: dict[str, Any] = {
        "sheet": "comparison",
        "generated": GENERATED,
        "app_version": "1.0.0",
        "content_hash": "3fa9c1d2e4f5a6b7c8d9",
        **changes,
    }
    return SheetOptions(**chosen)


def rubric(dimensions: int = 6, criteria: int = 4) -> Rubric:
    return Rubric(tuple(_dimension(d, criteria) for d in range(dimensions)))


def _dimension(place: int, criteria: int) -> Dimension:
    zh, en = DIMENSIONS[place % len(DIMENSIONS)]
    turn = place // len(DIMENSIONS)
    suffix = f" {turn + 1}" if turn else ""
    return Dimension(
        key=f"d{place}",
        name=Text(zh + suffix, en + suffix),
        weight=1 + place % 3,
        criteria=tuple(_criterion(place, c) for c in range(criteria)),
        group=Text(f"第 {place // 4 + 1} 组", f"Group {place // 4 + 1}"),
    )


def _criterion(dimension: int, place: int) -> Criterion:
    kind = (dimension + place) % len(CRITERIA)
    zh, en = CRITERIA[kind]
    measure = MEASURES[kind]
    return Criterion(
        key=f"c{dimension}.{place}",
        name=Text(f"{zh}（{dimension + 1}.{place + 1}）", f"{en} ({dimension + 1}.{place + 1})"),
        measure=measure,
        weight=1 + place % 4,
        direction=Direction.LOWER if measure is Measure.DURATION else Direction.HIGHER,
        unit=UNITS if measure is Measure.DURATION else Text(),
        anchors=((5, 1.0), (60, 0.5), (480, 0.0)) if measure is Measure.DURATION else (),
        must_have=MustHave() if (dimension, kind) == (0, 1) else None,
    )


def assessment(
    vendors: int = 3,
    dimensions: int = 6,
    criteria: int = 4,
    *,
    seed: int = 1,
    filled: float = 0.85,
    prices: bool = True,
    **changes: Any,
) -> Assessment:
    """Make an assessment whose later vendors are, on the whole, weaker."""
    chance = random.Random(seed)
    tree = rubric(dimensions, criteria)
    people = tuple(
        Vendor(
            key=f"v{i}",
            name=NAMES[i % len(NAMES)] + (f" {i // len(NAMES) + 1}" if i >= len(NAMES) else ""),
            pros="回复快，主办会计五年没换过。" if i < 2 else "",
            cons="外勤另收费；节假日无人值班。" if i < 2 else "",
        )
        for i in range(vendors)
    )
    values: dict[str, Any] = {
        "origin": "sample",
        "title": "2026 年代理记账选型",
        "buyer": "杭州小满贸易有限公司",
        "budget_monthly": Decimal(800),
        "rounds": (Round(rubric=tree),),
        "vendors": people,
        "evaluators": (Evaluator("e1", "王会计"),),
        "scores_by_round": {"selection": _scores(tree, people, chance, filled)},
        "drivers": (
            Driver("vouchers", Decimal(60), Decimal(100), Decimal(200), Text("凭证", "vouchers")),
        ),
        "cost_lines": _fees(people, chance) if prices else (),
        "sheet_settings": SheetSettings(prepared_by="王小明", reviewed_by="Li Hua"),
    }
    return Assessment(**{**values, **changes})


def _scores(
    tree: Rubric, vendors: tuple[Vendor, ...], chance: random.Random, filled: float
) -> ScoreArrays:
    sheet = ScoreArrays.empty(1, len(vendors), len(tree.criteria))
    notes = {}
    for v, vendor in enumerate(vendors):
        for c, criterion in enumerate(tree.criteria):
            draw = chance.random()
            if draw > filled:
                state = State.NOT_APPLICABLE if draw > 0.97 else State.UNKNOWN
                sheet.states[0, v, c] = state
                continue
            sheet.states[0, v, c] = State.SCORED
            sheet.values[0, v, c] = _raw(criterion, chance, 1 - v / (len(vendors) + 2))
            sheet.evidence[0, v, c] = chance.choice(tuple(Evidence))
            if chance.random() < 0.05:
                notes[Cell("e1", vendor.key, criterion.key)] = "电话里问过，书面答复下周给。"
    return replace(sheet, notes=notes)


def _raw(criterion: Criterion, chance: random.Random, skill: float) -> float:
    good = min(1.0, max(0.0, chance.gauss(skill, 0.2)))
    match criterion.measure:
        case Measure.DURATION:
            return float(round(5 + (1 - good) * 200))
        case Measure.BOOLEAN:
            return float(good > 0.35)
        case Measure.PERCENTAGE:
            return round(50 + good * 50, 1)
    return float(1 + round(good * 4))


def _fees(vendors: tuple[Vendor, ...], chance: random.Random) -> tuple[CostLine, ...]:
    return tuple(
        CostLine(
            key=f"{vendor.key}.{i}",
            vendor=vendor.key,
            label=label,
            nature=nature,
            billing=billing,
            amount=Decimal(chance.randint(2, 9) if "超量" in label else chance.randint(180, 900)),
            driver="vouchers" if billing is Billing.PER_UNIT else None,
            included_quantity=Decimal(80) if billing is Billing.PER_UNIT else Decimal(0),
            vat_rate=Decimal("0.01"),
            invoice=Invoice.SPECIAL,
            disclosure=Disclosure.ON_REQUEST if "外勤" in label else Disclosure.QUOTED,
            catalogue=f"fee{i}",
        )
        for v, vendor in enumerate(vendors)
        for i, (label, nature, billing) in enumerate(FEES)
        if (v + i) % 4 != 3
    )


def with_scores(made: Assessment, **changes: Any) -> Assessment:
    """Return an assessment with parts of its scores replaced."""
    return replace(made, scores_by_round={"selection": replace(made.scores, **changes)})


def full(vendors: int = 7, **changes: Any) -> Assessment:
    """Make an assessment with something to say under every part of a sheet."""
    made = assessment(vendors, **changes)
    first = made.scores
    second = np.where(first.values == 5, 3.0, first.values)
    sheet = ScoreArrays(
        np.concatenate([first.values, second]),
        np.concatenate([first.states, first.states]),
        np.concatenate([first.evidence, first.evidence]),
        first.agreed,
        first.agreed_excused,
        first.notes,
    )
    people = (*made.evaluators, Evaluator("e2", "Li Hua"))
    files = (
        Attachment("a1", "报价单.pdf", "application/pdf", 182_300, "ab12" * 16, "v0", "c0.1"),
        Attachment("a2", "photo.jpg", "image/jpeg", 2_400_000, "cd34" * 16, note="Front desk"),
    )
    return replace(made, evaluators=people, scores_by_round={"selection": sheet}, attachments=files)


EMPTY = Assessment(title="空白评估")
UTC_ZERO = datetime(2026, 1, 1, tzinfo=UTC)
