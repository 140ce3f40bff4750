"""The tables of an assessment, version 1.0.

The schema covers the whole design; some tables are written only by later capabilities.
"""

from vendorcompare.storage.schema._base import metadata
from vendorcompare.storage.schema.contract import action, clause, decision, plan_item, risk
from vendorcompare.storage.schema.costs import bill, cost_line, driver
from vendorcompare.storage.schema.evaluation import (
    agreed_score,
    attachment,
    evaluator,
    evidence,
    judgement,
    round_,
    score,
)
from vendorcompare.storage.schema.project import assessment, change, identity, need, seal, setting
from vendorcompare.storage.schema.rubric import (
    criterion,
    dimension,
    level,
    weight,
    weight_set,
)
from vendorcompare.storage.schema.service import commitment, contact, survey
from vendorcompare.storage.schema.vendors import reference, vendor

__all__ = [
    "action",
    "agreed_score",
    "assessment",
    "attachment",
    "bill",
    "change",
    "clause",
    "commitment",
    "contact",
    "cost_line",
    "criterion",
    "decision",
    "dimension",
    "driver",
    "evaluator",
    "evidence",
    "identity",
    "judgement",
    "level",
    "metadata",
    "need",
    "plan_item",
    "reference",
    "risk",
    "round_",
    "score",
    "seal",
    "setting",
    "survey",
    "vendor",
    "weight",
    "weight_set",
]
