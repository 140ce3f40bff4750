"""Make assessments of any size, filled with plausible scores."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from vendorcompare.core.assessment import Assessment, Billing, CostLine, Evaluator, Vendor
from vendorcompare.core.rounds import Round
from vendorcompare.core.rubric import Criterion, Dimension, Rubric
from vendorcompare.core.scores import SELECTION, Evidence, ScoreArrays, State
from vendorcompare.core.text import Text


def rubric(criteria: int, dimensions: int = 8) -> Rubric:
    """Make a rubric of ratings spread over dimensions."""
    per = -(-criteria // dimensions)
    keys = [f"c{i}" for i in range(criteria)]
    groups = [keys[i : i + per] for i in range(0, criteria, per)]
    return Rubric(
        tuple(
            Dimension(
                f"d{i}",
                Text(f"维度{i + 1}", f"Dimension {i + 1}"),
                weight=1.0 + i % 3,
                criteria=tuple(
                    Criterion(key, Text(f"指标{key}说明清楚", f"Criterion {key} explained"))
                    for key in group
                ),
            )
            for i, group in enumerate(groups)
        )
    )


def assessment(vendors: int, criteria: int, seed: int = 1) -> Assessment:
    """Make an assessment in which nine cells of ten are scored."""
    random = np.random.default_rng(seed)
    shape = (1, vendors, criteria)
    scored = random.random(shape) < 0.9
    values = np.where(scored, random.integers(1, 6, shape), np.nan)
    arrays = ScoreArrays(
        values=values,
        states=np.where(scored, int(State.SCORED), int(State.UNKNOWN)).astype(np.uint8),
        evidence=np.where(scored, random.integers(0, len(Evidence), shape), 0).astype(np.uint8),
        agreed=np.full((vendors, criteria), np.nan),
        agreed_excused=np.zeros((vendors, criteria), np.bool_),
    )
    names = [Vendor(f"v{i}", f"供应商 Vendor {i + 1}") for i in range(vendors)]
    return Assessment(
        origin="benchmark",
        title="评估 Benchmark",
        buyer="委托方 Buyer",
        vendors=tuple(names),
        evaluators=(Evaluator(),),
        rounds=(Round(rubric=rubric(criteria)),),
        scores_by_round={SELECTION: arrays},
        cost_lines=tuple(_fees(names)),
    )


def _fees(vendors: list[Vendor]) -> list[CostLine]:
    return [
        CostLine(f"{v.key}-{i}", v.key, f"费用 Fee {i + 1}", billing=billing,
                 amount=Decimal(100 + 7 * i + n))
        for n, v in enumerate(vendors)
        for i, billing in enumerate((Billing.MONTHLY, Billing.YEARLY, Billing.ONCE) * 8)
    ]  # fmt: skip
